"""Every word that window, papers and command line share, in both languages; free of Qt.

The texts are data in ``resources/words``; this package fills and hands them out.
"""

from desktop.words.catalogue import Words
from desktop.words.lookup import find_code
from desktop.words.plain import plain
from desktop.words.resources import (
    country_of_zone,
    currency_of_country,
    load_currencies,
    load_taxonomy,
    load_words,
    resource_folder,
)

__all__ = [
    "Words",
    "country_of_zone",
    "currency_of_country",
    "find_code",
    "load_currencies",
    "load_taxonomy",
    "load_words",
    "plain",
    "resource_folder",
]

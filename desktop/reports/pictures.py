"""Pictures for paper: whatever was attached becomes a JPEG of harmless size, or is left out."""

import io
import logging
import warnings
from typing import NamedTuple

_LARGEST = 60_000_000  #: pixels; more would need more memory than a desk has to spare
_SIDE = 1600  #: pixels; more can't be seen on half a page
_QUALITY = 82

_log = logging.getLogger(__name__)


class Printable(NamedTuple):
    """A picture as JPEG and its size in pixels."""

    content: bytes
    pixels: tuple[int, int]


def printable(content: bytes) -> Printable | None:
    """The picture as paper takes it; None for what is no picture, is damaged or is too large."""
    # Loaded when a picture is to be printed: few papers have any.
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content)) as opened:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if opened.width * opened.height > _LARGEST or 0 in opened.size:
                return None
            opened.draft("RGB", (_SIDE, _SIDE))
            turned = ImageOps.exif_transpose(opened)
            if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
                clear = turned.convert("RGBA")
                white = Image.new("RGBA", clear.size, "white")
                turned = Image.alpha_composite(white, clear)
            small = turned.convert("RGB")
            small.thumbnail((_SIDE, _SIDE))
            file = io.BytesIO()
            small.save(file, "JPEG", quality=_QUALITY, subsampling=0)
            return Printable(file.getvalue(), small.size)
    except Exception as error:  # damaged files make Pillow raise nearly anything
        _log.info("a picture can't be printed: %s", type(error).__name__)
        return None

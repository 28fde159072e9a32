"""Reading papers back: text, fonts, pages, outline."""

import io
import re
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]  # no stubs


def text_of(content: bytes) -> str:
    """The text that a reader copies, page after page, line after line."""
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without the spaces and line ends by which lines are laid out."""
    return re.sub(r"\s+", "", text)


def says(content: bytes, text: str) -> bool:
    """Whether a text stands on the paper, however it was broken into lines."""
    return squeezed(text) in squeezed(text_of(content))


def fonts_of(content: bytes) -> dict[str, bool]:
    """Every font of the pages, and whether its file lies in the paper."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            found[str(font["/BaseFont"])] = "/FontFile2" in inner.get("/FontDescriptor", {})
    return found


def sizes_of(content: bytes) -> list[tuple[int, int]]:
    """Width and height of every page in millimetres."""
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


def outline_of(content: bytes) -> list[str]:
    """The titles of the bookmarks, in order."""

    def flat(items: list[Any]) -> list[str]:
        return [t for item in items for t in (flat(item) if isinstance(item, list) else [str(item["/Title"])])]

    return flat(pypdf.PdfReader(io.BytesIO(content)).outline)


def boxes_outside(content: bytes) -> list[tuple[int, str]]:
    """Characters that stand outside their page, with the page's number from 1."""
    document, found = pypdfium2.PdfDocument(content), []
    try:
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            text = page.get_textpage()
            for place in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(place)
                if left < -1 or bottom < -1 or right > width + 1 or top > height + 1:
                    found.append((number + 1, text.get_text_range(place, 1)))
    finally:
        document.close()
    return found

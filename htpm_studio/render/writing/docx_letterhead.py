"""The letterhead of a Word file: the sender's logo and name above a rule, smaller from the second page on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PIL import Image

from htpm_studio.render.bitmaps import bitmap, encoded
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.xml import NAMESPACES, Element, node
from htpm_studio.render.writing.docx_styles import WORD
from htpm_studio.scene.nodes import Picture
from htpm_studio.scene.writing import Letterhead, Writing, logo_size
from htpm_studio.units import EMU_PER_POINT, Box

DRAWN: Mapping[str, str] = {
    "a": NAMESPACES["a"],
    "r": NAMESPACES["r"],
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_LATER = 0.6
_PIXELS = 3
_PLATE = 0.14
_FIRST_NUMBER = 9001
"""Numbers of logos in a file; those of the pictures in the text begin at 1."""


def add_headers(writing: Writing, package: Package) -> Iterator[tuple[str, PackagePart]]:
    """The headers of the first and of all other pages, each with its type; empty ones where somebody else signs.

    A text for somebody else to proclaim has no letterhead.
    """
    silent = any(block.kind == "clause" for block in writing.blocks)
    head = None if silent else writing.letterhead
    mark = _mark(head, package) if head is not None else None
    for number, (kind, scale) in enumerate((("first", 1.0), ("default", _LATER))):
        part = package.add(f"word/header{number + 1}.xml", f"{_MAIN}.header+xml")
        inside: list[Element] = []
        if mark is not None:
            logo, ratio = mark
            size = logo_size(ratio)
            extent = (round(size.width * scale * EMU_PER_POINT), round(size.height * scale * EMU_PER_POINT))
            inside.append(inline(writing.author, part.relate("image", logo), _FIRST_NUMBER + number, extent))
        named = head is None or head.named
        words = [] if silent or not named else [_words(f"\u2002{writing.author}" if inside else writing.author)]
        look = [node("w:pStyle", **{"w:val": "Letterhead"}), node("w:textAlignment", **{"w:val": "center"})]
        line = node("w:p", None if silent else node("w:pPr", look), inside, words)
        spaces = {f"xmlns:{name}": uri for name, uri in DRAWN.items()}
        part.content = node("w:hdr", line, **{"xmlns:w": WORD, **spaces})
        yield kind, part


def inline(alt: str, relation: str, number: int, size: tuple[int, int]) -> Element:
    """A run with a picture in the line of its text; `alt` says what it shows, `size` is in EMU."""
    extent = {"cx": str(size[0]), "cy": str(size[1])}
    name = f"Picture {number}"
    shown = node(
        "pic:pic",
        node("pic:nvPicPr", node("pic:cNvPr", id=str(number), name=name, descr=alt), node("pic:cNvPicPr")),
        node("pic:blipFill", node("a:blip", **{"r:embed": relation}), node("a:stretch", node("a:fillRect"))),
        node(
            "pic:spPr",
            node("a:xfrm", node("a:off", x="0", y="0"), node("a:ext", **extent)),
            node("a:prstGeom", node("a:avLst"), prst="rect"),
        ),
    )
    drawing = node(
        "wp:inline",
        node("wp:extent", **extent),
        node("wp:docPr", id=str(number), name=name, descr=alt),
        node("a:graphic", node("a:graphicData", shown, uri=DRAWN["pic"])),
        distT="0", distB="0", distL="0", distR="0",
    )  # fmt: skip
    return node("w:r", node("w:drawing", drawing))


_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _mark(head: Letterhead, package: Package) -> tuple[PackagePart, float]:
    """The logo as a part of the file, and how wide it is by its height."""
    drawn = _drawn(head)
    return package.add("word/media/logo.png", "image/png", encoded(drawn, "PNG")), drawn.width / drawn.height


def _drawn(head: Letterhead) -> Image.Image:
    """The logo in pixels, on a plate where paper is too light for it."""
    width, height = head.logo.size
    size = logo_size(width / height)
    wide, high = (max(1, round(side * _PIXELS)) for side in (size.width, size.height))
    shown = bitmap(Picture("logo", Box(0, 0, size.width, size.height), head.logo), wide, high)
    if not head.plate:
        return shown
    edge = round(_PLATE * min(wide, high)) + _PIXELS
    plate = Image.new("RGB", (wide + 2 * edge, high + 2 * edge), head.plate)
    plate.paste(shown, (edge, edge), shown if shown.mode == "RGBA" else None)
    return plate


def _words(text: str) -> Element:
    return node("w:r", node("w:t", text, **{"xml:space": "preserve"}))

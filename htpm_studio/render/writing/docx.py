"""Running text as a Word file: real heading, list and table styles, a language, a title, live links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import theme_xml
from htpm_studio.render.office.xml import Child, Element, node
from htpm_studio.render.writing.docx_letterhead import DRAWN, add_headers, inline
from htpm_studio.render.writing.docx_styles import WORD, bullets, fonts, settings, styles
from htpm_studio.scene.direction import has_right_to_left, reads_right_to_left, stretches
from htpm_studio.scene.writing import Paragraph, Span, Writing
from htpm_studio.units import EMU_PER_POINT

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_STYLES = {
    "title": "Title", "lead": "Subtitle", "head": "Heading1", "when": "Date", "subhead": "Heading2",
    "item": "ListBullet", "label": "TextLabel", "note": "SmallPrint", "clause": "Clause", "call": "Help",
    "sign": "Signature",
}  # fmt: skip
_PICTURE_WIDTH = 220.0
_TWIPS = 20
_MARGIN, _TOP = 1260, 1640
_SIGN_TAB = 5000
_NUMBER_HYPHEN = re.compile(r"(?<=\d)-(?=[\dA-Z])|(?<=\d-[A-Z]{3})-(?=[A-Z\d])|(?<=\d-[A-Z]{4})-(?=[A-Z\d])")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def render_docx(writing: Writing) -> bytes:
    """The text as a DOCX file; the same text gives the same bytes.

    Raises StudioError when a link has an unusual scheme.
    """
    package = Package()
    main = package.add("word/document.xml", f"{_MAIN}.document.main+xml")
    package.relate("officeDocument", main)
    parts = (
        ("styles", "styles", styles(writing.inks, writing.theme, writing.language)),
        ("numbering", "numbering", bullets()),
        ("settings", "settings", settings(writing.language)),
        ("fontTable", "fontTable", fonts(writing.theme)),
    )
    for name, kind, content in parts:
        main.relate(kind, package.add(f"word/{name}.xml", f"{_MAIN}.{kind}+xml", content))
    main.relate("theme", package.add("word/theme/theme1.xml", _THEME_TYPE, theme_xml(writing.theme)))
    footer = package.add("word/footer1.xml", f"{_MAIN}.footer+xml", _footer(writing))
    headers = [(kind, main.relate("header", part)) for kind, part in add_headers(writing, package)]
    fields = _Fields()
    shown = iter(_pictures(writing, package, main))
    body = [
        _picture(block.text, next(shown)) if block.kind == "picture" else _block(block, main, fields, after)
        for block, after in zip(
            writing.blocks, (*(following.kind for following in writing.blocks[1:]), ""), strict=True
        )
    ]
    main.content = node(
        "w:document",
        node("w:body", body, _section(writing, headers, main.relate("footer", footer))),
        **{"xmlns:w": WORD, **{f"xmlns:{name}": uri for name, uri in DRAWN.items()}},
    )
    core = package.add("docProps/core.xml", _CORE_TYPE, _core(writing))
    package.relate(_CORE_RELATION, core)
    return package.pack()


@dataclass(frozen=True, slots=True)
class _Media:
    """A picture in the file: the id of its relation, its number from 1, its size in EMU."""

    relation: str
    number: int
    wide: int
    high: int


def _pictures(writing: Writing, package: Package, main: PackagePart) -> Iterator[_Media]:
    for number, source in enumerate(writing.pictures, 1):
        kind = "jpg" if source.kind == "jpeg" else source.kind
        part = package.add(f"word/media/image{number}.{kind}", f"image/{source.kind}", source.data)
        wide = round(_PICTURE_WIDTH * EMU_PER_POINT)
        high = round(wide * source.size[1] / source.size[0])
        yield _Media(main.relate("image", part), number, wide, high)


def _picture(alt: str, media: _Media) -> Element:
    """A picture in a paragraph of its own, as wide as pictures are, that stays with what follows."""
    shown = inline(alt, media.relation, media.number, (media.wide, media.high))
    return node("w:p", node("w:pPr", node("w:keepNext")), shown)


class _Fields:
    """Numbers the places to fill in, since each needs an id of its own."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> int:
        """The next id."""
        self._count += 1
        return self._count


def _block(block: Paragraph, main: PackagePart, fields: _Fields, following: str) -> Child:
    """A paragraph; one with a line to sign on `following` stays on its page."""
    style = _STYLES.get(block.kind)
    look = [node("w:pStyle", **{"w:val": style})] if style else []
    look += [node("w:keepNext")] if following == "sign" else []
    if reads_right_to_left(block.text):
        look.append(node("w:bidi"))
    if block.kind == "sign":
        look.append(
            node("w:tabs", node("w:tab", **{"w:val": "left", "w:leader": "underscore", "w:pos": str(_SIGN_TAB)}))
        )
        return node(
            "w:p", node("w:pPr", look), node("w:r", node("w:tab")), node("w:r", node("w:br")), _runs(Span(block.text))
        )
    return node("w:p", node("w:pPr", look) if look else None, _spans(block.spans, main, fields))


def _spans(spans: Iterable[Span], main: PackagePart, fields: _Fields) -> Iterable[Element]:
    for span in spans:
        if span.blank:
            yield _field(span, fields.next())
        elif span.url:
            if not span.url.startswith(_SCHEMES):
                raise StudioError(msg("{url} is not a web address.", url=span.url), "Begin it with https://.")
            yield node("w:hyperlink", _runs(span, "Hyperlink"), **{"r:id": main.relate_url(span.url)})
        else:
            yield from _runs(span)


def _runs(span: Span, style: str = "") -> Iterator[Element]:
    """The words of a span, those that read from right to left apart: Word sets them with fonts of their own."""
    for text, backward in stretches(span.text) if has_right_to_left(span.text) else [(span.text, False)]:
        look = [node("w:rStyle", **{"w:val": style})] if style else []
        look += [node("w:b")] if span.strong else []
        look += [node("w:bCs")] if span.strong and backward else []
        look += [node("w:rtl")] if backward else []
        lines: list[Element] = []
        for number, line in enumerate(text.split("\n")):
            lines += [node("w:br")] if number else []
            lines += _texts(line)
        yield node("w:r", node("w:rPr", look) if look else None, lines)


def _field(span: Span, number: int) -> Element:
    """A place to fill in: a content control whose title is read aloud and that holds its own name."""
    return node(
        "w:sdt",
        node(
            "w:sdtPr",
            node("w:alias", **{"w:val": span.text}),
            node("w:tag", **{"w:val": f"field-{number}"}),
            node("w:id", **{"w:val": str(number)}),
            node("w:text"),
        ),
        node("w:sdtContent", _runs(Span(f"[{span.text}]", strong=span.strong))),
    )


def _footer(writing: Writing) -> Element:
    words = f"{writing.author} \u00b7 {writing.title} \u00b7 " if writing.author else f"{writing.title} \u00b7 "
    field = node("w:fldSimple", node("w:r", _text("1")), **{"w:instr": " PAGE "})
    style = node("w:pPr", node("w:pStyle", **{"w:val": "SmallPrint"}))
    return node("w:ftr", node("w:p", style, _runs(Span(words)), field), **{"xmlns:w": WORD})


def _section(writing: Writing, headers: Iterable[tuple[str, str]], footer: str) -> Element:
    wide, high = (round(side * _TWIPS) for side in (writing.paper.width, writing.paper.height))
    edges = {f"w:{side}": str(_MARGIN) for side in ("top", "right", "bottom", "left")} | {"w:top": str(_TOP)}
    return node(
        "w:sectPr",
        *(node("w:headerReference", **{"w:type": kind, "r:id": header}) for kind, header in headers),
        *(node("w:footerReference", **{"w:type": kind, "r:id": footer}) for kind in ("first", "default")),
        node("w:pgSz", **{"w:w": str(wide), "w:h": str(high)}),
        node("w:pgMar", **edges, **{"w:header": "620", "w:footer": "620", "w:gutter": "0"}),
        node("w:titlePg"),
    )


def _core(writing: Writing) -> Element:
    kind, when = {"xsi:type": "dcterms:W3CDTF"}, f"{writing.date:%Y-%m-%dT%H:%M:%SZ}"
    return node(
        "cp:coreProperties",
        node("dc:title", writing.title),
        node("dc:subject", writing.subject) if writing.subject else None,
        node("dc:creator", writing.author),
        node("dc:language", writing.language),
        node("dcterms:created", when, **kind),
        node("dcterms:modified", when, **kind),
        **{
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )


def _texts(line: str) -> Iterator[Element]:
    """The text of a line; Word breaks a telephone number at each hyphen that is not of the kind that does not break."""
    for number, piece in enumerate(_NUMBER_HYPHEN.split(line)):
        if number:
            yield node("w:noBreakHyphen")
        if piece:
            yield _text(piece)


def _text(text: str) -> Element:
    return node("w:t", text, **{"xml:space": "preserve"})

"""Text of a scene as paragraphs and runs that stay editable."""

from __future__ import annotations

import math
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import LINK_COLOR, Element, node
from htpm_studio.render.pptx.measure import MeasuredParagraph, TextPlace, gaps, paragraphs, percent, torn_numbers
from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.nodes import Align, Bullet, Color, Emphasis, ListStyle, TextBlock
from htpm_studio.units import emu

_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_NUMBER_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "htpm-studio/slide-number")).upper() + "}"
_HYPERLINK_COLOR = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
_KERN = 1200
_STEP, _LEAST = 18.0, 1400
_DEEPER = (0.9, 0.8, 0.75, 0.75)
"""How much further in each level of a text is, in points, the least size of one in hundredths of a point, and the share
of the first one's size that the further ones have."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a paragraph looks: sizes in hundredths of a point, indent in EMU, line pitch in percent.

    `exact` is the line pitch in hundredths of a point where percent would not do.
    """

    size: int
    bold: bool
    tracking: int
    typeface: str
    color: Color
    align: Align
    pitch: int
    after: int = 0
    bullet: Bullet = "none"
    bullet_color: Color | None = None
    indent: int = 0
    hanging: bool = True
    exact: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph to write; `link` is a relation id with what is read aloud for it.

    `rows` are the texts of its lines: a linked text is one run a line, because LibreOffice breaks
    the text of a link between any two letters. `breaks` are places where a line begins however wide the box is.
    An `emphasis` is a heavy line under some of its words, wherever Office breaks them. `depth` is its level, from 0 on.
    """

    text: str
    look: TextLook
    language: str
    link: tuple[str, str] | None = None
    number: bool = False
    rows: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()
    emphasis: Emphasis | None = None
    depth: int = 0


def look_of(block: TextBlock, refs: ThemeRefs) -> TextLook:
    """The look of a text block."""
    style = block.style
    return TextLook(
        size=math.floor(style.size * 100 + 1e-6),  # never larger than what was measured
        bold=style.face.bold,
        tracking=round(style.tracking * 100),
        typeface=refs.typeface(style),
        color=block.color,
        align=block.align,
        pitch=percent(style),
    )


def list_look(block: TextBlock, style: ListStyle, refs: ThemeRefs) -> TextLook:
    """The look of a list item."""
    return replace(
        look_of(block, refs),
        after=round(style.gap * 100),
        bullet=style.bullet,
        bullet_color=style.color,
        indent=emu(style.indent),
    )


def block_paragraphs(block: TextBlock, look: TextLook, language: str) -> list[Paragraph]:
    """The paragraphs of one text, with the gaps between them that its lines show."""
    measured = paragraphs(block)
    spaces = [*gaps(measured, [block.style] * len(measured)), look.after / 100]
    return [
        Paragraph(
            part.typed,
            _spaced(look, space),
            block.language or language,
            rows=_rows(part),
            breaks=torn,
            emphasis=block.emphasis if len(measured) == 1 and not torn else None,
        )
        for part, space, torn in zip(measured, spaces, torn_numbers(measured), strict=True)
    ]


def list_paragraphs(
    items: Sequence[Sequence[tuple[TextBlock, tuple[str, str] | None]]],
    style: ListStyle,
    refs: ThemeRefs,
    language: str,
) -> list[Paragraph]:
    """One paragraph a list item; further texts of an item follow without a bullet."""
    found: list[Paragraph] = []
    blocks = [block for item in items for block, _ in item]
    parts = [(part, block.style) for block in blocks for part in paragraphs(block)]
    measured = [part for part, _ in parts]
    spaces = [*gaps(measured, [own for _, own in parts]), style.gap]
    torn = torn_numbers(measured)
    for item in items:
        fresh = True
        for block, link in item:
            look = list_look(block, style, refs)
            for part in paragraphs(block):
                spaced = _spaced(replace(look, hanging=fresh), spaces[len(found)])
                breaks = () if link else torn[len(found)]
                spoken = block.language or language
                found.append(Paragraph(part.typed, spaced, spoken, link, rows=_rows(part), breaks=breaks))
                fresh = False
    return found


def _link_pieces(paragraph: Paragraph) -> list[Paragraph]:
    """A run a line, and the space at a line's end outside the link."""
    pieces = []
    for row in paragraph.rows:
        words = row.rstrip(" ")
        pieces += [replace(paragraph, text=words), replace(paragraph, text=row[len(words) :], link=None)]
    return pieces


def _rows(part: MeasuredParagraph) -> tuple[str, ...]:
    """The paragraph cut where its lines end; nothing when the lines do not add up to it."""
    rows, start, plain = [], 0, part.typed.replace("\u00a0", " ")
    for line in part.lines[1:]:
        end = plain.find(line.text.strip(), start + 1)
        if end < 0:
            return ()
        rows.append(part.typed[start:end])
        start = end
    return (*rows, part.typed[start:])


def _spaced(look: TextLook, space: float) -> TextLook:
    """The look with another gap after it, unless the difference is too small to see."""
    after = round(space * 100)
    return look if abs(after - look.after) < 10 else replace(look, after=after)


# ------------------------------------------------------------------ elements


def text_body(
    place: TextPlace, written: Sequence[Element], styles: Sequence[Element] = (), *, shrinks: bool = False
) -> Element:
    """A text body. The sizes in it are final; one that `shrinks` is fitted to its box when somebody types more."""
    return node("p:txBody", body_properties(place, shrinks), node("a:lstStyle", styles), written)


def body_properties(place: TextPlace, shrinks: bool) -> Element:
    """Wrapped text, anchored where its lines are, insets only where they narrow the measure."""
    return node(
        "a:bodyPr",
        node("a:normAutofit" if shrinks else "a:noAutofit"),
        vert="horz",
        wrap="square",
        lIns=place.left,
        tIns=0,
        rIns=place.right,
        bIns=0,
        rtlCol=False,
        anchor=_ANCHOR[place.anchor],
    )


def paragraph_xml(paragraph: Paragraph, refs: ThemeRefs, base: TextLook | None = None) -> Element:
    """A paragraph; with `base` only what differs from that look is written, the rest is inherited."""
    look, language = paragraph.look, paragraph.language
    properties = paragraph_properties("a:pPr", look, refs, base, right_to_left=reads_right_to_left(paragraph.text))
    if paragraph.depth:
        properties.set("lvl", str(paragraph.depth))
    pieces = _link_pieces(paragraph) if paragraph.link and paragraph.rows else [paragraph]
    runs = [_run(piece, refs, base) for piece in pieces if piece.text]
    if paragraph.breaks:
        runs = _broken_runs(paragraph, refs, base)
    if paragraph.emphasis is not None and len(pieces) == 1:
        runs = _emphasized_runs(paragraph, paragraph.emphasis, refs, base)
    if paragraph.number:
        runs = _number_runs(paragraph, refs, base)
    end = run_properties("a:endParaRPr", look, refs, base, language)
    return node("a:p", properties, runs, end)


def paragraph_properties(
    tag: str,
    look: TextLook,
    refs: ThemeRefs,
    base: TextLook | None = None,
    inner: Element | None = None,
    *,
    right_to_left: bool = False,
) -> Element:
    """Alignment, indents, spacing, bullet and direction of a paragraph or of a level of a list style."""
    every = base is None
    old = base or look
    spacing = [
        node("a:lnSpc", _pitch(look)) if every or (look.pitch, look.exact) != (old.pitch, old.exact) else None,
        node("a:spcBef", node("a:spcPts", val=0)) if every else None,
        node("a:spcAft", node("a:spcPts", val=look.after)) if every or look.after != old.after else None,
    ]
    # A bullet is written on each paragraph: LibreOffice gives all lists of a slide the color of one of their layouts.
    listed = look.bullet != "none" or (look.bullet, look.hanging) != (old.bullet, old.hanging)
    bullets = _bullet(look, refs) if every or listed else []
    moved = every or (look.indent, look.hanging) != (old.indent, old.hanging)
    return node(
        tag,
        spacing,
        bullets,
        inner,
        marL=look.indent if moved else None,
        indent=(-look.indent if look.hanging else 0) if moved else None,
        algn=_ALIGN[look.align] if every or look.align != old.align else None,
        rtl=True if right_to_left else False if every else None,
    )


def run_properties(
    tag: str,
    look: TextLook,
    refs: ThemeRefs,
    base: TextLook | None = None,
    language: str = "",
    link: tuple[str, str] | None = None,
    underline: Element | None = None,
) -> Element:
    """Size, weight, tracking, color and typeface of a run, and the color of a heavy line below it."""
    every = base is None
    old = base or look
    return node(
        tag,
        refs.solid(look.color) if every or look.color != old.color else None,
        underline,
        node("a:latin", typeface=look.typeface) if every or look.typeface != old.typeface else None,
        text_link(link) if link else None,
        lang=language or None,
        sz=look.size if every or look.size != old.size else None,
        b=look.bold if every or look.bold != old.bold else None,
        u="heavy" if underline is not None else None,
        kern=_KERN if every else None,
        spc=look.tracking if every or look.tracking != old.tracking else None,
        dirty=False if tag != "a:defRPr" else None,
    )


def level(tag: str, look: TextLook, refs: ThemeRefs, language: str = "") -> Element:
    """One level of a list style, with everything written out."""
    return paragraph_properties(tag, look, refs, None, run_properties("a:defRPr", look, refs, None, language))


def levels(look: TextLook, refs: ThemeRefs, language: str = "") -> list[Element]:
    """The five levels of a text: each further in than the one before, none heavier, larger or below 14 points."""
    step = emu(_STEP)
    found = [level("a:lvl1pPr", look, refs, language)]
    for depth, share in enumerate(_DEEPER, 2):
        size = min(look.size, max(_LEAST, math.floor(look.size * share / 100) * 100))
        deeper = replace(look, size=size, bullet="dot", after=look.after // 2, indent=step, hanging=True)
        element = level(f"a:lvl{depth}pPr", deeper, refs, language)
        element.set("marL", str(look.indent + step * (depth - 1)))
        found.append(element)
    return found


def shape_link(link: tuple[str, str] | None) -> Element | None:
    """A link on a whole shape."""
    return None if link is None else node("a:hlinkClick", **{"r:id": link[0]}, tooltip=link[1] or None)


def text_link(link: tuple[str, str]) -> Element:
    """A link that keeps the color of its text."""
    color = node("ahyp:hlinkClr", **{"xmlns:ahyp": _HYPERLINK_COLOR}, val="tx")
    extension = node("a:extLst", node("a:ext", color, uri=LINK_COLOR))
    return node("a:hlinkClick", extension, **{"r:id": link[0]}, tooltip=link[1] or None)


def _pitch(look: TextLook) -> Element:
    return node("a:spcPts", val=look.exact) if look.exact else node("a:spcPct", val=look.pitch * 1000)


def _bullet(look: TextLook, refs: ThemeRefs) -> list[Element]:
    if look.bullet == "none" or not look.hanging:
        return [node("a:buNone")]
    color = [_bullet_color(look.bullet_color, look, refs)] if look.bullet_color else []
    color.append(node("a:buSzTx"))
    if look.bullet == "number":
        return [*color, node("a:buFont", typeface="+mj-lt"), node("a:buAutoNum", type="arabicPeriod")]
    if look.bullet == "check":  # a letter of Unicode, which each program finds in some face
        return [*color, node("a:buFont", typeface="Segoe UI Symbol"), node("a:buChar", char="\u2713")]
    if look.bullet == "square":  # of a face that has one: text faces of a user may not
        return [*color, node("a:buFont", typeface="Arial"), node("a:buChar", char="\u25a0")]
    return [*color, node("a:buFont", typeface="+mn-lt"), node("a:buChar", char="\u2022")]


def _bullet_color(color: Color, look: TextLook, refs: ThemeRefs) -> Element:
    """The color of a bullet, unless it is the text's: LibreOffice gives all lists of a new slide that of the last."""
    return node("a:buClrTx") if color == look.color else node("a:buClr", refs.color(color))


def _run(paragraph: Paragraph, refs: ThemeRefs, base: TextLook | None) -> Element:
    properties = run_properties("a:rPr", paragraph.look, refs, base, paragraph.language, paragraph.link)
    return node("a:r", properties, node("a:t", paragraph.text))


def _broken_runs(paragraph: Paragraph, refs: ThemeRefs, base: TextLook | None) -> list[Element]:
    """A run for each part between the told breaks, without the space at its end."""
    ends = [*paragraph.breaks, len(paragraph.text)]
    parts = [paragraph.text[start:end].rstrip() for start, end in zip([0, *paragraph.breaks], ends, strict=True)]
    runs = [_run(replace(paragraph, text=part), refs, base) for part in parts]
    properties = run_properties("a:rPr", paragraph.look, refs, base, paragraph.language)
    between = [node("a:br", properties) for _ in paragraph.breaks]
    return [run for pair in zip(runs, [*between, None], strict=True) for run in pair if run is not None]


def _emphasized_runs(paragraph: Paragraph, emphasis: Emphasis, refs: ThemeRefs, base: TextLook | None) -> list[Element]:
    """The words that are emphasized as a run of their own with a heavy line in its color, and those around them."""
    text, (start, end) = paragraph.text, (emphasis.start, emphasis.end)
    line = node("a:uFill", refs.solid(emphasis.color))
    marked = run_properties("a:rPr", paragraph.look, refs, base, paragraph.language, underline=line)
    words = [(text[:start], None), (text[start:end], marked), (text[end:], None)]
    return [
        _run(replace(paragraph, text=part), refs, base) if look is None else node("a:r", look, node("a:t", part))
        for part, look in words
        if part
    ]


def _number_runs(paragraph: Paragraph, refs: ThemeRefs, base: TextLook | None) -> list[Element]:
    """The text with its number as the slide number field."""
    found = re.search(r"\d+", paragraph.text)
    before, digits, after = paragraph.text, "\u2039#\u203a", ""
    if found is not None:
        before, digits, after = paragraph.text[: found.start()], found.group(), paragraph.text[found.end() :]
    field = node(
        "a:fld",
        run_properties("a:rPr", paragraph.look, refs, base, paragraph.language),
        node("a:t", digits),
        id=_NUMBER_FIELD,
        type="slidenum",
    )
    around = [_run(replace(paragraph, text=text), refs, base) if text else None for text in (before, after)]
    return [run for run in (around[0], field, around[1]) if run is not None]

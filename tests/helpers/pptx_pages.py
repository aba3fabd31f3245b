"""Pages made by hand for the tests of the PPTX back end: real glyphs of the bundled fonts, a small wrapper."""

from __future__ import annotations

import hashlib
import io
import itertools
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import uharfbuzz
from PIL import Image

from htpm_studio.languages.declared import known_language
from htpm_studio.scene.nodes import (
    Align,
    Color,
    ColorStop,
    Crop,
    Document,
    Ellipse,
    Face,
    GlyphRun,
    Group,
    LinearGradient,
    Link,
    ListStyle,
    Node,
    OfficeTheme,
    Page,
    Path,
    Picture,
    PictureSource,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    Tag,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.units import Box, Size

FONTS = FilePath(__file__).resolve().parents[2] / "assets" / "fonts"
HEAD = Face("Gelasio-700", FONTS / "Gelasio-700.ttf", "Georgia", bold=True, weight=700)
TEXT = Face("Arimo-400", FONTS / "Arimo-400.ttf", "Arial")
STRONG = Face("Arimo-700", FONTS / "Arimo-700.ttf", "Arial", bold=True, weight=700)
SIZE = Size(960, 540)

STYLES = {
    style.name: style
    for style in (
        TextStyle("display", HEAD, 57, 57 * 1.02, 57 * -0.018, "major"),
        TextStyle("title", HEAD, 37.5, 37.5 * 1.05, 37.5 * -0.015, "major"),
        TextStyle("stat", HEAD, 174, 174 * 0.95, 174 * -0.03, "major"),
        TextStyle("heading", STRONG, 24, 24 * 1.18, -0.24),
        TextStyle("lead", TEXT, 25.5, 25.5 * 1.32),
        TextStyle("body", TEXT, 23.4, 23.4 * 1.3),
        TextStyle("label", STRONG, 18, 18 * 1.25),
        TextStyle("micro", TEXT, 13.5, 13.5 * 1.3),
    )
}

PALETTE = {
    "ink": "#12211F",
    "surface": "#FBFDFC",
    "deep": "#0F2E30",
    "surface-alt": "#DDEFED",
    "panel": "#0F5C5C",
    "accent-fill": "#F5AE45",
    "panel-3": "#4C8F8C",
    "il-secondary": "#6FA8A3",
    "deep-3": "#3E6B6B",
    "tint-2": "#C3E0DD",
    "primary-text": "#0F5C5C",
    "ink-muted": "#4D6462",
}
SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
THEME = OfficeTheme(
    name="Harbor Point",
    colors=tuple(zip(SLOTS, PALETTE.values(), strict=True)),
    roles=(*((role, slot) for role, slot in zip(PALETTE, SLOTS, strict=True)), ("on-deep", "lt1")),
    heading_font="Georgia",
    body_font="Arial",
)


def paint(role: str, alpha: float = 1.0) -> Color:
    """A color of the palette; `on-deep` is the paper color."""
    return Color(PALETTE.get(role, PALETTE["surface"]), role, alpha)


# ------------------------------------------------------------------ texts


@lru_cache(maxsize=8)
def _font(path: FilePath) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))


def shape(text: str, style: TextStyle, x: float = 0.0) -> GlyphRun:
    """The glyphs of one line, with kerning and without ligatures."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = _font(style.face.path)
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": False, "clig": False})
    scale, at, offsets = style.size / font.face.upem, 0.0, []
    for position in buffer.glyph_positions:
        offsets.append(at)
        at += position.x_advance * scale + style.tracking
    glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
    clusters = tuple(info.cluster for info in buffer.glyph_infos)
    return GlyphRun(style.face, text, x, (*glyphs, 0)[: len(glyphs)], (*offsets, at)[: len(glyphs)], clusters)


def width_of(text: str, style: TextStyle) -> float:
    """The advance width of one line."""
    return shape(f"{text}\u00a0", style).offsets[-1]


def wrap(text: str, style: TextStyle, measure: float) -> list[str]:
    """Greedy lines of one paragraph."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, style) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def balanced(text: str, style: TextStyle, measure: float) -> float:
    """The least measure that gives as many lines as `measure` does."""
    count, low, high = len(wrap(text, style, measure)), measure / 3, measure
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if len(wrap(text, style, middle)) <= count else (middle, high)
    return high


def words(
    text: str,
    kind: str,
    x: float,
    y: float,
    width: float,
    color: Color | None = None,
    *,
    slot: str = "",
    tag: Tag = "P",
    align: Align = "left",
    balance: bool = True,
    fixed: bool = False,
    name: str = "",
) -> TextBlock:
    """A measured text whose first line box starts at `y`."""
    style = STYLES[kind]
    measure = min(balanced(part, style, width) for part in text.split("\n")) if balance and "\n" not in text else width
    rows = list(itertools.chain.from_iterable(wrap(part, style, measure) for part in text.split("\n")))
    ascent, descent = (0.928, 0.342) if style.face is HEAD else (0.905, 0.212)
    first = y + (style.leading - (ascent + descent) * style.size) / 2 + ascent * style.size
    lines = []
    for number, row in enumerate(rows):
        wide = width_of(row, style)
        at = x + {"left": 0.0, "center": (width - wide) / 2, "right": width - wide}[align]
        lines.append(TextLine(row, at, first + number * style.leading, wide, (shape(row, style, at),)))
    box = Box(x, y, width, style.leading * len(rows))
    return TextBlock(
        name or slot or kind,
        box,
        text,
        style,
        color or paint("ink"),
        tuple(lines),
        measure,
        align,
        tag,
        slot,
        "",
        fixed,
    )


def bullets(
    texts: list[str],
    x: float,
    y: float,
    width: float,
    *,
    kind: str = "lead",
    color: Color | None = None,
    slot: str = "body",
) -> Group:
    """A list with dots, as the scene has it."""
    indent, gap, at, items = 23.4, 15.6, y, list[Node]()
    for text in texts:
        block = words(text, kind, x + indent, at, width - indent, color, tag="LBody")
        middle = block.lines[0].baseline - 8
        dot = Shape("Dot", Box(x, middle - 3.9, 7.8, 7.8), Ellipse(), paint("accent-fill"))
        items.append(Group("Item", Box(x, at, width, block.box.height), (dot, block), "LI"))
        at += block.box.height + gap
    style = ListStyle("dot", paint("accent-fill"), indent, gap)
    return Group("Points", Box(x, y, width, at - gap - y), tuple(items), "L", slot=slot, list_style=style)


# ------------------------------------------------------------------ pictures


def source(data: bytes, kind: str, size: tuple[float, float]) -> PictureSource:
    """A picture source with its key."""
    return PictureSource(hashlib.sha256(data).hexdigest(), kind, data, size)  # type: ignore[arg-type]


@lru_cache(maxsize=4)
def photo(width: int = 1600, height: int = 1000) -> PictureSource:
    """A JPEG with soft colors."""
    image = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])
    target = io.BytesIO()
    image.resize((width, height)).save(target, "JPEG", quality=85)
    return source(target.getvalue(), "jpeg", (width, height))


LOGO = source(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="18" fill="#0F5C5C"/>'
    b'<rect x="46" y="12" width="70" height="16" rx="4" fill="#12211F"/></svg>',
    "svg",
    (120, 40),
)
SCENE = source(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200"><rect width="1600" height="1200" fill="#C3E0DD"/>'
    b'<circle cx="800" cy="620" r="360" fill="#F5AE45"/></svg>',
    "svg",
    (1600, 1200),
)


# ------------------------------------------------------------------ parts of a page


def strand(number: int, x: float, top: float, role: str) -> Shape:
    """A thread that comes from the left, turns upward and ends in the air."""
    steps = (
        Segment("M", (-30, 470 - number)),
        Segment("L", (x - 60, 470 - number)),
        Segment("C", (x - 27, 470 - number, x, 443 - number, x, 410 - number)),
        Segment("L", (x, top)),
    )
    return Shape(
        f"Strand {number}", Box(-30, top, x + 30, 470 - number - top), Path(steps), None, Stroke(paint(role), 21)
    )


def motif() -> Group:
    """A decorative motif that leaves the page on the left, clipped to a panel above the foot."""
    strands = [strand(n, 700 + 60 * n, 120 - 20 * n, role) for n, role in enumerate(("accent-fill", "deep-3", "panel"))]
    dots = [Shape("Dot", Box(685 + 60 * n, 60 - 20 * n, 30, 30), Ellipse(), paint("accent-fill")) for n in range(3)]
    ring = Shape("Ring", Box(600, 380, 200, 200), Ellipse(), None, Stroke(paint("panel-3"), 16))
    box = Box(0, 0, 960, 460)
    return Group("Motif (decorative)", box, (*strands, *dots, ring), decorative=True, clip=Rectangle(), fixed=True)


def foot(number: int, color: str = "ink-muted") -> tuple[Node, ...]:
    """Logo, hotline and page number."""
    logo = Picture("Logo", Box(48, 502, 72, 24), LOGO, alt="Logo of Harbor Point Coalition", fixed=True)
    hotline = words("Hotline 1-888-373-7888", "micro", 640, 505, 230, paint(color), align="right", fixed=True)
    page = words(str(number), "micro", 880, 505, 32, paint(color), align="right", slot="number")
    return logo, hotline, page


def page(layout: str, number: int, title: str, *nodes: Node, ground: str = "surface", section: str = "Talk") -> Page:
    """A slide."""
    return Page(
        f"slide-{number}",
        title,
        SIZE,
        paint(ground),
        nodes,
        layout,
        layout.rpartition("/")[2].capitalize(),
        f"Say hello.\nThen show slide {number}.",
        section,
    )


def title_page(head: str = "Fair work protects everyone", number: int = 1) -> Page:
    """The opening slide: motif, band, title, subtitle, presenter, date."""
    band = Shape("Band", Box(0, 460, 960, 80), Rectangle(), paint("surface"), fixed=True)
    logo = Picture("Logo", Box(48, 484, 96, 32), LOGO, alt="Logo of Harbor Point Coalition", fixed=True)
    nodes = (
        motif(),
        band,
        logo,
        words("Human Trafficking Prevention Month", "label", 48, 60, 500, paint("on-deep"), slot="eyebrow"),
        words(head, "display", 48, 100, 560, paint("on-deep"), slot="title", tag="H1"),
        words(
            "What employers, workers and neighbors can do together",
            "lead",
            48,
            240,
            400,
            paint("on-deep"),
            slot="subtitle",
        ),
        words("Maria Santos, Outreach Lead", "label", 440, 488, 300, align="right", slot="presenter"),
        words("January 6, 2027", "label", 760, 488, 152, paint("ink-muted"), align="right", slot="date"),
    )
    return page("deck/title", number, head, *nodes, ground="deep", section="Opening")


def bullets_page(head: str = "Signs a job may not be what it seems", number: int = 2) -> Page:
    """Eyebrow, title and one list."""
    texts = [
        "Pay is withheld, or debts keep growing.",
        "Papers or phones are kept by someone else.",
        "Workers cannot speak for themselves or leave the site.",
        "The work is not the work that was promised.",
    ]
    nodes = (
        words("Recognize", "label", 76, 50, 300, paint("ink-muted"), slot="eyebrow"),
        words(head, "title", 48, 84, 500, slot="title", tag="H1"),
        bullets(texts, 48, 200, 560),
        *foot(number),
    )
    return page("deck/bullets", number, head, *nodes)


def photo_page(head: str = "Good work is safe work", number: int = 3, crop: Crop = Crop(0.2, 0, 0.1, 0.05)) -> Page:
    """A photo with one round corner, a scrim on it, texts and a link."""
    frame = Rectangle((0, 0, 60, 0))
    scrim = LinearGradient((0, 0), (0.74, 0), (ColorStop(0, paint("deep", 0.96)), ColorStop(1, paint("deep", 0.0))))
    link = Link(
        "Handout",
        Box(500, 360, 400, 50),
        "https://harborpoint.example/handout",
        "Five steps any workplace can take",
        (words("See handout: Five steps any workplace can take", "label", 500, 360, 330, paint("primary-text")),),
    )
    nodes = (
        Picture("Picture", Box(0, 0, 442, 492), photo(), crop, frame, "Three people at a workbench", "picture"),
        Shape("Scrim", Box(0, 392, 442, 100), Rectangle(), scrim),
        words("Workplace policies", "label", 528, 96, 300, paint("ink-muted"), slot="eyebrow"),
        words(head, "title", 500, 130, 400, slot="title", tag="H1"),
        words(
            "Clear contracts, fair pay and a place to raise concerns make a whole industry harder to exploit.",
            "lead",
            500,
            200,
            412,
            slot="body",
        ),
        link,
        *foot(number),
    )
    return page("deck/photo_text", number, head, *nodes)


def statistic_page(number: int = 4) -> Page:
    """A number without a headline."""
    nodes = (
        words("27.6", "stat", 48, 90, 500, paint("on-deep"), slot="number-large"),
        words("million people", "title", 48, 270, 500, paint("on-deep"), slot="unit"),
        words("were in forced labor on any given day in 2021.", "lead", 48, 330, 600, paint("on-deep"), slot="body"),
        *foot(number, "on-deep"),
    )
    return page("deck/statistic", number, "27.6 million people", *nodes, ground="panel")


def help_page(head: str = "Help is here, any hour, any day", number: int = 5) -> Page:
    """An arch picture, a card with a figure group, a turned group, texts without slots."""
    card = Shape("Card", Box(520, 60, 390, 380), Rectangle((14.4,) * 4), paint("deep"))
    ring = Shape("Ring", Box(548, 90, 48, 48), Ellipse(), paint("accent-fill"))
    tick = Shape(
        "Tick",
        Box(560, 104, 24, 20),
        Path((Segment("M", (560, 114)), Segment("L", (568, 124)), Segment("L", (584, 104)))),
        None,
        Stroke(paint("ink"), 3),
    )
    rule = Shape(
        "Rule",
        Box(548, 160, 330, 0),
        Path((Segment("M", (548, 160)), Segment("L", (878, 160)))),
        None,
        Stroke(paint("panel-3"), 1.5, dash=(4, 3)),
    )
    icon = Group("Telephone", Box(548, 90, 48, 48), (ring, tick), alt="A telephone")
    leaf = Shape("Leaf", Box(400, 380, 60, 30), Rectangle((15, 0, 15, 0)), paint("tint-2"))
    turned = Group("Leaf", leaf.box, (leaf,), decorative=True, turn=30)
    arch = Picture(
        "Arch", Box(620, 200, 180, 230), SCENE, Crop(0.2, 0, 0.2, 0), Rectangle((90, 90, 0, 0)), "A sun", "picture"
    )
    nodes = (
        card,
        icon,
        rule,
        words("National Human Trafficking Hotline", "label", 76, 50, 400, paint("ink-muted"), slot="eyebrow"),
        words("1-888-373-7888", "heading", 612, 98, 280, paint("on-deep")),
        turned,
        words(head, "title", 48, 84, 400, slot="title", tag="H1"),
        words(
            "You can ask a question, talk through a worry or plan next steps. You decide what to share.",
            "lead",
            48,
            180,
            400,
            slot="body",
        ),
        arch,
        *foot(number),
    )
    return page("deck/help", number, head, *nodes, section="Help")


def deck(*pages: Page, layouts: tuple[Page, ...] | None = None) -> Document:
    """A deck of the given pages, by default one of each kind."""
    own = pages or (title_page(), bullets_page(), photo_page(), statistic_page(), help_page())
    samples = layouts if layouts is not None else samples_of(own)
    return Document(
        "Connecting the dots", "Harbor Point Coalition", "en-US", own, "Training", ("HTPM",), samples, THEME,
        prompts=known_language("en").prompts,
    )  # fmt: skip


def samples_of(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """One page a layout, without its notes."""
    first: dict[str, Page] = {}
    for page in pages:
        first.setdefault(page.layout, replace(page, notes="", name=page.layout))
    return tuple(first.values())


def swapped(page: Page, name: str, **changes: Any) -> Page:
    """The page with other values in the nodes of that name."""
    return replace(page, nodes=tuple(replace(n, **changes) if n.name == name else n for n in page.nodes))

"""Social graphics and backgrounds for tests: sample content, where text may be, and what a designer would send back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from htpm_studio.compose.compose_page import Composed, PageInfo, compose_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.theme import PageTheme
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.project.palette_styles import event_palette
from htpm_studio.scene.nodes import Ellipse, Page, Shape
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.deck_slides import (
    LIBRARY,  # fmt: skip
    LONG_NAME,
    SCENES,
    SHARED,
    STYLES,
    TEAL,
    USUAL,
    Content,
    crossing,
    fill,
    line_boxes,
    look,
    motif_and_paper,
    near,
    prose,
    svg_logo,
)

POSTS = sorted(name for name in LIBRARY.templates if name.startswith("social/"))
BACKGROUNDS = sorted(name for name in LIBRARY.templates if name.startswith("background/"))
SIZES = tuple(size.id for size in page_sizes().of("social"))


def text_area(page: PageSize) -> Box:
    """Where text may be: margins of six units, and nothing where the platform has its own buttons."""
    safe, edge = page.safe_areas["safe"][0], 6 * page.unit - 4
    covered = page.size.height - safe.bottom > 10 * page.unit
    bottom = safe.bottom if covered else page.size.height - page.unit
    return Box(edge, safe.y, page.size.width - 2 * edge, bottom - safe.y)


SAFE = {size.id: text_area(size) for size in page_sizes().of("social")}
PERSON, HEAD = Box(480, 216, 960, 864), Box(700, 100, 520, 980)
LOGO_BOXES = {"left": Box(264, 86, 206, 214), "right": Box(1450, 86, 206, 214)}
FLAT_BOXES = {"left": Box(264, 86, 288, 130), "right": Box(1368, 86, 288, 130)}
WIDE_BOXES = {"left": Box(264, 86, 426, 130), "right": Box(1230, 86, 426, 130)}
"""Where a logo may be that is much wider than high: above the shoulders, never above the head, clear of strands."""
WORD_BOXES = {"left": Box(262, 86, 220, 360), "right": Box(1438, 86, 230, 360)}

ENGLISH: Mapping[str, Value] = {
    "hotline": "Hotline", "hotline_name": "National Human Trafficking Hotline", "hotline_short": "Hotline, 24/7",
    "call": "Call", "text": "Text", "chat": "Chat", "emergency": "In immediate danger, call 911.",
    "week_of": "Week 2 of 5", "print": {"myth_label": "Myth", "reality_label": "Reality"},
}  # fmt: skip
SPANISH: Mapping[str, Value] = {
    "hotline": "Línea de ayuda", "hotline_name": "Línea Nacional contra la Trata de Personas", "chat": "Chat",
    "hotline_short": "Línea de ayuda, 24/7", "call": "Llame", "text": "Mensaje de texto",
    "emergency": "En peligro inmediato, llame al 911.", "week_of": "Semana 2 de 5",
    "print": {"myth_label": "Mito", "reality_label": "Realidad"},
}  # fmt: skip
WORDS: Mapping[str, Value] = {
    "words": ENGLISH,
    "hotline": {
        "more": True, "number": "1-888-373-7888", "text": "233733", "text_word": "233733 (BEFREE)",
        "web": "humantraffickinghotline.org",
    },
}  # fmt: skip
_SAID: Mapping[str, Content] = {
    "social/statement": {
        "eyebrow": "Human Trafficking Prevention Month", "head": "Every connection makes us safer.",
        "sub": "Prevention begins with people who know one another.",
    },
    "social/photo": {
        "eyebrow": "Week 3: Access to services", "head": "Help is easier to find when neighbors point the way.",
        "sub": "Share what is open, who is welcome and how to reach it.", "picture": SCENES["street-neighbors"],
    },
    "social/checklist": {
        "eyebrow": "Week 2: Fair workplaces", "head": "Five steps any workplace can take",
        "items": [
            "Ask where the things you buy are made.", "Post workers’ rights where everyone sees them.",
            "Train the whole team, not just managers.", "Check hiring and pay.", "Wear blue on January 11.",
        ],
    },
    "social/statistic": {
        "eyebrow": "Forced labor worldwide", "number": "27.6", "unit": "million people",
        "text": "were in forced labor on any given day in 2021.",
        "source": "Source: International Labour Organization, 2022",
    },
    "social/quote": {
        "quote": "People ask what the signs are. I tell them to start by being someone others can talk to.",
        "who": "Community advocate", "role": "Riverbend Coalition (sample text)",
    },
    "social/event": {
        "eyebrow": "Human Trafficking Awareness Day", "head": "Wear blue. Start a conversation.", "tag": "#WearBlueDay",
        "sub": "Take a photo and tell people why you joined in.", "month": "January", "day": "11", "weekday": "Monday",
    },
    "social/help": {
        "eyebrow": "If something feels wrong", "head": "You can talk to someone right now.",
        "note": "Free and confidential, 24 hours a day. Phone help in more than 200 languages. TTY 711.",
    },
    "social/resource": {
        "eyebrow": "Resource of the week", "head": "Learn to notice, ask and connect",
        "sub": "Short modules for health care, schools, social work and disaster response.",
        "facts": [{"icon": "clock", "text": "On demand"}, {"icon": "heart", "text": "Free"}],
        "url": "nhttac.acf.hhs.gov/soar", "picture": SCENES["lesson"],
    },
    "social/myth-fact": {
        "eyebrow": "Week 1: The basics", "myth": "Trafficking means taking someone across a border.",
        "fact": "It needs no travel. It can happen in the home where a person grew up.",
    },
    "social/steps": {
        "eyebrow": "Week 3: Help in hard times", "head": "Before you say yes to a job",
        "items": ["Keep your own documents", "Get the offer in writing", "Tell a friend where you’re going"],
    },
    "social/question": {
        "eyebrow": "Week 4: Safe and connected online", "head": "Who would notice if you had a bad week?",
        "sub": "Call one person today.",
    },
    "social/series": {
        "eyebrow": "Human Trafficking Prevention Month", "head": "Fair workplaces",
        "sub": "Seven posts about pay, hiring and the things we buy.",
    },
}  # fmt: skip
WALL: Content = {
    "head": "Connecting the dots", "text": "Human Trafficking Prevention Month",
}  # fmt: skip


def made(template: str, canvas: str, content: Content, of: PageTheme = TEAL, week: int = 2) -> Composed:
    if template.startswith("social/event"):
        of = replace(of, palette=event_palette(of.palette))
    sender: Content = {"name": of.organization, "wide": of.is_wide, "flat": of.is_low, "slim": of.is_slim}
    shared: Content = {**SHARED, **WORDS, "org": sender}
    return compose_page(template, canvas, shared | content, of, LIBRARY, PageInfo("piece", "Piece", week))


@cache
def _plain_post(template: str, canvas: str) -> Composed:
    return made(template, canvas, SAMPLES[template])


def post(template: str, canvas: str, of: PageTheme = TEAL, **changes: Value) -> Page:
    plain = of is TEAL and not changes
    composed = _plain_post(template, canvas) if plain else made(template, canvas, SAMPLES[template] | changes, of)
    assert composed.findings == ()
    return composed.page


def wall(template: str, side: str, of: PageTheme = TEAL, **changes: Value) -> Page:
    composed = made(template, "background", WALL | {"right": side == "right"} | changes, of)
    assert composed.findings == ()
    return composed.page


def logo_box(side: str, of: PageTheme, template: str) -> Box:
    """Where the logo of a background may be, on that side."""
    if template not in ("background/corner-network", "background/frame") and of.is_low:
        return WIDE_BOXES[side]
    return (FLAT_BOXES if of.is_low else LOGO_BOXES)[side]


def full(template: str, share: float) -> Content:
    """Every field as long as a share of its limit allows."""
    content: Content = {}
    for name, spec in pieces().fields.get(template, {}).items():
        match spec.kind:
            case "scene":
                content[name] = SCENES["crowd"]
            case "list":
                content[name] = [prose(int(spec.limit * share))] * spec.most
            case "rows":
                content[name] = [{"icon": "clock", "text": prose(int(16 * min(1.0, share)))}] * spec.most
            case "address":
                content[name] = ("acf.hhs.gov/otip/" + "resource/" * 9)[: int(60 * min(1.0, share))]
            case _:
                content[name] = fill(spec, share)
    dates: Content = {"month": "September", "day": "28", "weekday": "Wednesday", "tag": "#HumanTraffickingDay"}
    return content | (dates if "month" in content else {}) | ({"number": "10,000"} if "number" in content else {})


SAMPLES: Mapping[str, Content] = {
    template: _SAID[piece.id] if piece.id in _SAID else full(template, USUAL)
    for piece in pieces().of("social")
    for template in piece.templates
}
"""Each composition of a design takes the same words, of a usual length where none are written for it."""


def faults(page: Page, canvas: str, clear: float = 2.0) -> list[str]:
    """What a designer would send back: text off the safe area, crossed, too small, or too near a strand."""
    scale, unit = page_sizes()[canvas].scale, page_sizes()[canvas].unit
    found = [f"{a} crosses {b}" for a, b in crossing(page)]
    points, papers = motif_and_paper(page)
    for block in texts(page):
        floor = STYLES.style(scale, block.style.name).floor
        found += [f"{block.name} is set in {block.style.size:.1f}"] if block.style.size < floor - 0.01 else []
        for box in line_boxes(block):
            hang = 0.035 * block.style.size if block.style.name in {"display", "title", "stat"} else 0.0
            if not SAFE[canvas].contains(box, max(1.0, hang - 3)):
                found.append(f"{block.name} leaves the safe area: {box}")
            free = not any(paper.contains(box) for paper in papers)
            if free and any(near(box, point, clear * unit - 2) for point in points):
                found.append(f"{block.name} is near a strand")
    return found


def cut_heads(page: Page) -> Iterator[Box]:
    """Heads of strands that an edge of the page cuts and nothing covers."""
    whole = Box(0, 0, page.size.width, page.size.height)
    heads: list[Box] = []
    for node in walk(page.nodes):
        if isinstance(node, Shape) and node.name == "head" and isinstance(node.geometry, Ellipse):
            heads.append(node.box)
        elif isinstance(node, Shape) and node.name in {"ground", "frame"} and node.fill is not None:
            heads = [head for head in heads if not node.box.overlaps(head)]
    return (head for head in heads if head.overlaps(whole) and not whole.contains(head, 0.01))


LOOKS = {
    "wide": look(logo=svg_logo(1000, 100, 8)), "tall": look(logo=svg_logo(100, 500, 8)),
    "square": look(logo=svg_logo(90, 90, 8)), "white": look(logo=svg_logo(300, 100, 1.1)), "one letter": look(name="W"),
    "80 capitals": look(name=LONG_NAME), "nobody": look(name=""),
}  # fmt: skip

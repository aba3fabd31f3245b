"""Printed pages for their tests: sample content, cards in two languages, and ways to look at a page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from htpm_studio.compose.compose_page import Composed, PageInfo, compose_page
from htpm_studio.compose.imposition import SheetCard, impose
from htpm_studio.compose.theme import PageTheme
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import Paper
from htpm_studio.scene.nodes import Group, Link, Node, Page, Path, Picture, Shape, TextBlock
from htpm_studio.scene.walk import walk
from htpm_studio.units import Box
from tests.helpers.deck_slides import LIBRARY, ROOT, SCENES, SHARED, TEAL, USUAL, Content, full

PAPERS: tuple[Paper, ...] = get_args(Paper)
HANDOUTS = tuple(
    template
    for piece in pieces().of("print")
    for template in piece.templates
    if piece.spec.takes.entry == "handout" and not piece.spec.claims
    if set(PAPERS) <= set(LIBRARY.template(template).canvases)
)
"""What people take along on whole sheets, in type of the usual size; posters are read from afar."""
CARDS = ("print/card-outside", "print/card-inside")
CARD_SIZES = ("card", "card-a4")
SHEETS = {"card-10up": "card", "card-10up-a4": "card-a4"}
EDGE = 18.0  # 0.25 in
CARD_EDGE = 9.0
HANG = 2.0  # how far the rounds of a serif headline may hang into the margin
BOOK = pieces().sheets


def words(language: str) -> dict[str, Any]:
    pack = ROOT / "assets/campaigns/htpm" / language / "words.toml"
    return {**tomllib.loads(pack.read_text(encoding="utf-8")), "print": pieces().words(language)}


WORDS = {language: words(language) for language in ("en", "es")}

_SAID: dict[str, Content] = tomllib.loads((ROOT / "tests" / "data" / "print-samples.toml").read_text(encoding="utf-8"))


SAMPLES: Mapping[str, Content] = {
    template: _SAID[template] if template in _SAID else full(template, USUAL) for template in HANDOUTS
}


def handout(template: str, paper: str, content: Content, of: PageTheme = TEAL, language: str = "en") -> Composed:
    scene = content.get("picture")
    if isinstance(scene, str):
        content = content | {"picture": SCENES[scene]}
    sender = {"name": of.organization, "wide": False, "flat": of.is_flat, "slim": of.is_slim}
    shared = SHARED | {"org": sender, "words": WORDS[language]}
    return compose_page(template, paper, shared | content, of, LIBRARY, PageInfo("handout", "Handout", 2))


def sample(template: str, paper: str, of: PageTheme = TEAL) -> Page:
    composed = handout(template, paper, SAMPLES[template], of)
    assert composed.findings == ()
    return composed.page


def card_content(template: str, language: str) -> Content:
    texts = WORDS[language]["card"]
    if template == "print/card-outside":
        return {"head": texts["outside_head"], "text": texts["outside_text"], "lang": language}
    return {"head": texts["inside_head"], "note": texts["inside_note"], "lang": language}


def card_page(template: str, size: str, language: str, of: PageTheme = TEAL) -> Page:
    composed = handout(template, size, card_content(template, language), replace(of, language=language), language)
    assert composed.findings == ()
    return composed.page


def card(size: str, language: str, of: PageTheme = TEAL) -> SheetCard:
    outside, inside = (card_page(template, size, language, of) for template in CARDS)
    return SheetCard(language, outside, inside)


def sheet(sheet_id: str, languages: Sequence[str] = ("en", "es"), notes: str = "en") -> tuple[Page, ...]:
    cards = [card(SHEETS[sheet_id], language) for language in languages]
    return impose(cards, BOOK.sheets[sheet_id], BOOK.notes_in(notes), TEAL, "Hotline cards")


# ------------------------------------------------------------------ looking at a page


def read_aloud(nodes: Sequence[Node]) -> Iterator[Node]:
    """What a screen reader meets: no shapes, nothing inside decoration, a figure as a whole."""
    for node in nodes:
        match node:
            case Group() if node.decorative:
                continue
            case Group() if node.alt:
                yield node
            case Group() | Link():
                yield node
                yield from read_aloud(node.children)
            case TextBlock():
                yield node
            case Picture() if node.alt:
                yield node


def ink(page: Page) -> Iterator[tuple[str, Box]]:
    """What is printed on the ground of the page: each text line and each shape or picture, with its extent."""
    whole = Box(0, 0, page.size.width, page.size.height)
    for node in walk(page.nodes):
        match node:
            case TextBlock():
                for line in node.lines:
                    high = 0.72 * node.style.size
                    yield line.text, Box(line.x, line.baseline - high, line.width, high * 1.3)
            case Shape() if not node.box.contains(whole, 0.1):
                half = node.stroke.width / 2 if node.stroke is not None else 0.0
                box = node.box
                yield node.name, Box(box.x - half, box.y - half, box.width + 2 * half, box.height + 2 * half)
            case Picture():
                yield node.name, node.box


def line_ends(node: Node) -> tuple[float, float, float, float]:
    assert isinstance(node, Shape)
    assert isinstance(node.geometry, Path)
    start, end = node.geometry.segments
    return (*start.points, *end.points)  # type: ignore[return-value]

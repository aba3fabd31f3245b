"""Lines on slides: a headline has no lone words, no clause is torn, and a sentence does not begin at a line's end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.declared import families
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import TextBlock
from htpm_studio.scene.walk import texts
from htpm_studio.text.semantic_breaks import lone_words, tears_sentence, torn_clauses
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import WEEKS, sampled

ABBREVIATED = ("UU.", "EE.")


def broken(family: str, week: int, language: str) -> Iterator[TextBlock]:
    """The texts of all decks that have several lines."""
    brand = Brand("River Valley Alliance", ("#5A5D61",), family=family)
    project = Project(brand, week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))
    specs = [spec for spec in deck_specs(kit) if spec.format == "pptx"]
    for page in (page for spec in specs for page in spec.pages):
        yield from (one for one in texts(compose(page, kit.page_inputs).page) if len(one.lines) > 1)


def faults(block: TextBlock) -> Iterator[str]:
    lines, widths = [line.text for line in block.lines], [line.width for line in block.lines]
    said = " / ".join(lines)
    if any(tears_sentence(line) and not line.split()[-2].endswith(ABBREVIATED) for line in lines[:-1]):
        yield f"begins a sentence at the end of a line: {said}"
    if block.tag == "H1" and torn_clauses(lines):
        yield f"tears a clause: {said}"
    if block.tag == "H1" and lone_words(lines, widths) > 2:
        yield f"is a row of lone words: {said}"


@pytest.mark.parametrize(
    ("family", "week", "language"),
    sampled(
        ((family, week, language) for family in sorted(families()) for language in ("en", "es") for week in WEEKS),
        *((family, 2 * (1 + at % 2), ("en", "es")[at % 2]) for at, family in enumerate(sorted(families()))),
    ),
)
def test_lines_of_slides_end_where_their_sense_does(family: str, week: int, language: str) -> None:
    assert [fault for block in broken(family, week, language) for fault in faults(block)] == []

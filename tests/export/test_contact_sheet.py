"""Many pages in one picture: how they share rows, and which pages of a kit are shown."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.scene.nodes import Color, Page
from htpm_studio.units import Size

DOCS = Path(__file__).resolve().parents[2] / "docs"
INK = (16, 32, 48)


def loaded() -> ModuleType:
    """The script, which is in no package."""
    spec = importlib.util.spec_from_file_location("contact_sheet", DOCS / "contact_sheet.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SHEET = loaded()
GAP, BOARD = SHEET.GAP, SHEET.BOARD


def pages(*sizes: tuple[int, int]) -> list[Page]:
    return [Page("a", "A", Size(*size), Color("#102030"), ()) for size in sizes]


def inked(sizes: list[tuple[int, int]], width: int, high: int = 20) -> tuple[tuple[int, int], list[tuple[int, ...]]]:
    """The size of the sheet and, row for row, where each page begins and ends."""
    sheet = SHEET.draw_sheet(pages(*sizes), width, high)
    found: list[tuple[int, ...]] = []
    for top in range(GAP, sheet.height, high + GAP):
        for y in (top, top + high - 1):
            assert sheet.getpixel((GAP, y)) == INK
        assert sheet.getpixel((GAP, top - 1)) == sheet.getpixel((GAP, top + high)) == BOARD
        line = [sheet.getpixel((x, top)) == INK for x in range(width)]
        found.append(tuple(x for x in range(1, width) if line[x] != line[x - 1]))
    return sheet.size, found


def test_pages_are_as_high_as_each_other_and_stand_apart_in_rows() -> None:
    third = GAP + 20 + GAP
    size, rows = inked([(40, 40), (80, 40), (40, 40)], 200)
    assert size == (200, GAP + 20 + GAP)
    assert rows == [(GAP, GAP + 20, third, third + 40, third + 40 + GAP, third + 60 + GAP)]


def specs(*rows: tuple[str, Any, Any, str]) -> list[FileSpec]:
    """Files by id, medium, format and group, each with eight pages that are named by id and number."""
    return [
        FileSpec(
            name, medium, "A", name, form,
            tuple(PageSpec("t", "c", {}, PageInfo(f"{name} {at}", "A", 2)) for at in range(8)), group=group,
        )
        for name, medium, form, group in rows
    ]  # fmt: skip


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(SHEET, "compose", lambda page, _kit: SimpleNamespace(page=page.info.name))
    return lambda *rows: SHEET.sample_pages(SimpleNamespace(page_inputs=None), specs(*rows))


def test_of_decks_the_first_slides_of_the_training_are_shown(names: Any) -> None:
    assert names(("training", "deck", "pptx", "training")) == [f"training {at}" for at in range(6)]
    assert names(("loop", "deck", "pptx", "loop"), ("training", "deck", "pdf", "training")) == []


def test_of_prints_all_first_pages_are_shown_and_of_graphics_one_size_each_in_turn(names: Any) -> None:
    assert names(("flyer", "print", "pdf", "flyer"), ("a4", "print", "pdf", "flyer")) == ["flyer 0", "a4 0"]
    posts = [(f"{post}-{size}", "social", "png", post) for post in "abcdef" for size in range(5)]
    assert names(*posts) == ["a-0 0", "b-1 0", "c-2 0", "d-3 0", "e-0 0", "f-1 0"]

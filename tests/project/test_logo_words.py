"""Words in a logo are found by their shapes: letters in a row or around a seal, not dots, bars or people."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import pytest

from htpm_studio.project.logo_words import (
    has_words,
    holds_name,
    is_symbol,
)
from htpm_studio.project.pictures import load_logo
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.lettered import letters

BADGE = '<rect width="100" height="100" rx="12" fill="#1B6B4A"/>'
DISC = '<circle cx="50" cy="36" r="32" fill="#5B2A86"/>'
RING = '<circle cx="50" cy="50" r="38" fill="none" stroke="#12284C" stroke-width="14"/>'


def around(text: str) -> str:
    """Letters along a circle."""
    turns = [math.pi * (1.6 * number / len(text) - 1) for number in range(len(text))]
    return "".join(
        letters(one, 50 + 36 * math.cos(turn), 50 + 36 * math.sin(turn), 10, turn=math.degrees(turn) + 90)
        for one, turn in zip(text, turns, strict=True)
    )


def drawn(folder: Path, body: str, wide: float = 100, high: float = 100) -> PictureSource:
    path = folder / "logo.svg"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}">'
    path.write_text(f"{head}{body}</svg>", encoding="utf-8")
    return load_logo(path)


WITH_WORDS: Mapping[str, str] = {
    "name below a mark": DISC + letters("Cypress", 14, 96, 20),
    "white name in a badge": BADGE + letters("CARE", 12, 62, 30, "#FFFFFF"),
    "two lines": letters("safe", 10, 44, 40) + letters("house", 4, 88, 34),
    "three capitals": '<path d="M50 2 90 40H10Z" fill="#B00000"/>' + letters("IRC", 14, 88, 42),
    "seal": '<circle cx="50" cy="50" r="48" fill="none" stroke="#12284C" stroke-width="2"/>'
     '<circle cx="50" cy="50" r="24" fill="#12284C"/>' + around("CITYOFSPRINGFIELDEST1887"),
}  # fmt: skip
WITHOUT: Mapping[str, str] = {
    "ring": RING + '<circle cx="50" cy="50" r="16" fill="#C8102E"/>',
    "dots": "".join(f'<circle cx="{12 + 19 * n}" cy="70" r="8"/>' for n in range(5)),
    "bars": "".join(f'<rect x="{8 + 18 * n}" y="{90 - h}" width="10" height="{h}"/>'
                    for n, h in enumerate((20, 34, 40, 28, 38))),
    "people": "".join(f'<circle cx="{14 + 18 * n}" cy="40" r="6"/><path d="M{8 + 18 * n} 80V60a6 8 0 0 1 12 0V80Z"/>'
                      for n in range(5)),
    "houses": "".join(f'<path d="M{4 + 19 * n} 90V{50 + n % 3 * 8}l8-{10 + n * 2} 8 {10 + n * 2}V90Z"/>'
                      for n in range(5)),
    "monogram": '<circle cx="50" cy="50" r="48" fill="#B00000"/>' + letters("A", 24, 76, 76, "#FFFFFF"),
    "plain badge": BADGE,
}  # fmt: skip


@pytest.mark.parametrize("kind", WITH_WORDS)
def test_words_are_found(kind: str, tmp_path: Path) -> None:
    logo = drawn(tmp_path, WITH_WORDS[kind])
    assert has_words(logo)
    assert not is_symbol(logo)


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_symbol_has_none(kind: str, tmp_path: Path) -> None:
    logo = drawn(tmp_path, WITHOUT[kind])
    assert not has_words(logo)
    assert not any(holds_name(logo, name) for name in ("Cypress", "Volt Youth", "Lake County Coalition"))
    assert is_symbol(logo) or kind in ("dots", "bars", "people", "houses")  # flat, with nothing above them


def test_words_are_found_on_a_white_ground_too(tmp_path: Path) -> None:
    ground = '<rect width="100" height="100" fill="#FFFFFF"/>'
    assert has_words(drawn(tmp_path, ground + WITH_WORDS["name below a mark"]))
    assert not has_words(drawn(tmp_path, ground + WITHOUT["ring"]))


def test_a_wide_logo_is_no_symbol_whatever_is_in_it(tmp_path: Path) -> None:
    assert not is_symbol(drawn(tmp_path, '<ellipse cx="100" cy="50" rx="99" ry="50"/>', 200, 100))


def test_a_tall_logo_without_words_is_a_symbol(tmp_path: Path) -> None:
    assert is_symbol(drawn(tmp_path, '<path d="M15 2C30 40 30 80 15 98 0 80 0 40 15 2Z" fill="#5B2A86"/>', 30, 100))


STREET = letters("Cypress", 4, 34, 34) + letters("Street", 4, 66, 34) + letters("Center", 4, 98, 34)
HOLDING: Mapping[str, tuple[str, float, str]] = {
    "one word": (letters("Cypress", 4, 70, 60), 250, "Cypress"),
    "four letters": (letters("CARE", 4, 70, 60), 200, "Care"),
    "capitals": (letters("VOLT YOUTH", 4, 70, 60), 420, "Volt Youth"),
    "three lines": (STREET, 160, "Cypress Street Center"),
    "a mark before it": (DISC + letters("Cypress Street", 84, 60, 40), 400, "Cypress Street"),
    "light on a field": ('<rect width="420" height="100" fill="#12284C"/>' + letters("VOLT YOUTH", 9, 70, 60, "#FFF"),
                         420, "Volt Youth"),
    "a line below it": (letters("Cypress", 4, 60, 60) + letters("safe every night", 4, 92, 24), 250, "Cypress"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOLDING)
def test_a_logo_that_spells_the_name_is_known_by_its_words_and_letters(kind: str, tmp_path: Path) -> None:
    body, wide, name = HOLDING[kind]
    logo = drawn(tmp_path, body, wide)
    assert holds_name(logo, name)
    for other in (f"{name} Family Services", f"The {name}", "Lake County Human Trafficking Coalition", "AB", ""):
        assert not holds_name(logo, other), other

"""Rooms as they are declared: those of the program, and what is said of mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from htpm_studio.gui.features.room.room_file import MOST_ART, Room, program_rooms, read_rooms

GOOD = """schema = 1
order = 10
name = { en = "Hall", es = "Sala" }

[[layer]]
id = "room"
z = 0

[[shadow]]
of = "sheet"
shape = [[10.0, 10.0], [90.0, 10.0], [90.0, 90.0]]
blur = 3
alpha = 0.3
z = 1

[[place]]
id = "sheet"
piece = "print/flyer"
quad = [[100.0, 100.0], [300.0, 110.0], [310.0, 400.0], [90.0, 390.0]]
shape = 0.773
z = 2
light = "paper"
tab = 1
name = { en = "Flyer", es = "Volante" }
"""
FAN = """
[[place]]
id = "below"
piece = "print/flyer"
quad = [[120.0, 100.0], [320.0, 110.0], [330.0, 400.0], [110.0, 390.0]]
shape = 0.773
z = 1.5
light = "paper"
same_as = "sheet"
"""
ART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 900"><g id="room"/></svg>'


def room_in(folder: Path, text: str, art: str = ART) -> tuple[tuple[Room, ...], list[str]]:
    """The rooms of a folder with this one, and what is wrong with it, each with its line."""
    place = folder / "hall"
    place.mkdir()
    (place / "room.toml").write_text(text, encoding="utf-8")
    (place / "room.svg").write_text(art, encoding="utf-8")
    rooms, problems = read_rooms(folder)
    return rooms, [f"{problem.file}:{problem.line} {problem.message}" for problem in problems]


def test_the_rooms_of_the_program_have_no_mistakes_and_names_in_both_languages() -> None:
    rooms, problems = program_rooms()
    assert problems == ()
    assert [(room.id, len(room.spec.objects)) for room in rooms] == [
        ("training-room", 7),
        ("clinic-front-desk", 4),
        ("community-table", 8),
    ]
    named = [names for room in rooms for names in (room.spec.name, *(one.name for one in room.spec.objects))]
    assert [names for names in named if not (names.get("en") and names.get("es"))] == []


@pytest.mark.parametrize("room", program_rooms()[0], ids=lambda room: room.id)
def test_every_layer_is_a_group_of_the_drawing_which_has_no_text_and_nothing_from_outside(room: Room) -> None:
    assert {layer.id for layer in room.spec.layer} == set(re.findall(r'<g id="([^"]+)"', room.art))
    drawing = room.art.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"<text|<image|<filter|<mask|<clipPath|href|http", drawing) == []


def test_a_further_sheet_means_the_object_that_it_belongs_to(tmp_path: Path) -> None:
    rooms, problems = room_in(tmp_path, GOOD + FAN)
    assert problems == []
    (room,) = rooms
    assert [(one.id, one.object) for one in room.spec.place] == [("sheet", "sheet"), ("below", "sheet")]
    assert [one.id for one in room.spec.objects] == ["sheet"]


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("[310.0, 400.0], [90.0, 390.0]", "[90.0, 390.0], [310.0, 400.0]", ":19 The corners must go around a page"),
        ("[310.0, 400.0]", "[310.0, 950.0]", ":19 The corners must be in the room"),
        ("[310.0, 400.0]", "[310.0, 1e300]", ":19 quad"),
        ("[310.0, 400.0]", "[310.0, nan]", ":19 quad"),
        ("[310.0, 400.0]", "[310.0]", ":19 quad"),
        ('of = "sheet"', 'of = "shed"', ':10 of cannot be "shed"'),
        ('same_as = "sheet"', 'same_as = "below"', ':33 same_as cannot be "below"'),
        ('id = "below"', 'id = "sheet"', ":27 The place sheet is there twice"),
        ("tab = 1\n", "tab = 2\n", ":16 The places must be numbered from 1"),
        ("tab = 1\n", "", ":16 A place needs tab and name"),
        ('light = "paper"\ntab', 'light = "papier"\ntab', ':22 light cannot be "papier"'),
        ("alpha = 0.3", "alpha = 30", ":13 alpha must be"),
        ("blur = 3", "blur = 4000", ":12 blur must be"),
        (", [90.0, 10.0], [90.0, 90.0]]", "]", ":11 A shadow needs three corners"),
        ("schema = 1", "schema = 9", ":1 schema must be 1"),
        ('name = { en = "Hall", es', "name = { es", ":3 name must be a table with words in English"),
        ("order = 10", "order = 10\ncolour = 3", ":3 There is no key"),
        ("order = 10", "order = 10 [", ":2 This is not valid TOML"),
        ("[10.0, 10.0]", ", ".join(["[10.0, 10.0]"] * 49), ":11 The line is too long"),
    ],
)  # fmt: skip
def test_a_mistake_leaves_a_room_out_and_is_told_with_its_line(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in GOOD + FAN
    rooms, problems = room_in(tmp_path, (GOOD + FAN).replace(good, bad, 1))
    assert rooms == ()
    assert any(problem.startswith(f"hall/room.toml{said}") for problem in problems), problems


def test_a_drawing_that_is_missing_or_far_too_large_leaves_a_room_out(tmp_path: Path) -> None:
    rooms, problems = room_in(tmp_path, GOOD, "x" * (MOST_ART + 1))
    assert rooms == ()
    assert problems == ["hall/room.svg:0 The file is larger than 200 kB."]
    (tmp_path / "hall" / "room.svg").unlink()
    assert "hall/room.svg" in str(read_rooms(tmp_path)[1][0])

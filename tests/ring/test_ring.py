"""The ring: what people get is as it is kept, a change is named by what it is, and the parts leave nothing out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ring.digests import of_value
from tests.ring.golden import Move, add_cause, kept, lines_of, moves, path_of, stale, told
from tests.ring.groups import chosen, group, groups, made
from tests.ring.planted import Plant, copy_of_sources, notice, plants
from tests.ring.small import SMALL

MOST_BYTES = 1_000_000
PART = os.environ.get("HTPM_RING_PART", "1/8")
WEEK = "kits/quilt/en-week-2-bare"
OLD = """w2/deck/short
  deck/short.pptx aaaabbbb/cccc/dddd 00000000
  deck/short.pdf aaaabbbb/dddd 11111111
findings 0000
"""


@pytest.mark.parametrize("name", SMALL)
def test_what_is_no_kit_is_as_it_is_kept(name: str) -> None:
    assert told(list(moves(name, kept(name), group(name)))) == []


@pytest.mark.slow
def test_an_eighth_of_the_ring_is_as_it_is_kept() -> None:
    number, _, count = PART.partition("/")
    names = chosen((int(number), int(count)))
    assert [line for name, text in made(names) for line in told(list(moves(name, kept(name), text)))] == []


@pytest.mark.slow
@pytest.mark.parametrize("plant", [plants()[place] for place in (2, 7, 15)], ids=lambda plant: plant.what)
def test_a_planted_change_is_named_by_its_piece(plant: Plant, tmp_path: Path) -> None:
    assert any(line.startswith(plant.named) for line in notice(copy_of_sources(tmp_path), plant))


def test_the_parts_together_are_all_groups_and_each_is_in_one() -> None:
    parts = [name for number in range(1, 9) for name in chosen((number, 8))]
    assert sorted(parts) == sorted(groups())
    assert len(set(parts)) == len(parts)


def test_everything_that_is_kept_belongs_to_a_group_and_is_small() -> None:
    assert stale(groups()) == []
    assert [name for name in groups() if not kept(name)] == []
    assert sum(path_of(name).stat().st_size for name in groups()) < MOST_BYTES


def test_what_moved_is_named_by_page_piece_week_language_and_family() -> None:
    new = OLD.replace("bbbb/cccc", "beef/cccc").replace("00000000", "22222222")
    found = list(moves(WEEK, OLD, new))
    assert found == [Move(WEEK, "w2/deck/short", "deck/short.pptx", "page 2")]
    both = [*found, Move("kits/broadside/es-week-3-photo", "w2/deck/short", "deck/short.pptx", "page 2")]
    assert told(both) == ["w2/deck/short: week 2, 3 · en, es · quilt, broadside · bare, photo: deck/short.pptx page 2"]


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("11111111", "33333333", "bytes"),
        ("aaaabbbb/dddd 11111111", "aaaabbbb/dead 11111111", "document, same bytes"),
        ("/cccc/", "/cafe/", "layout, same bytes"),
        ("aaaabbbb/cccc", "aaaa/cccc", "pages (2 → 1), same bytes"),
    ],
)
def test_a_line_says_what_of_a_file_moved(old: str, new: str, how: str) -> None:
    assert [move.how for move in moves(WEEK, OLD, OLD.replace(old, new))] == [how]


def test_files_that_come_go_or_change_places_are_named() -> None:
    rows = OLD.splitlines(keepends=True)
    assert [move.how for move in moves(WEEK, OLD, "".join((rows[0], *rows[2:])))] == ["gone"]
    assert [move.how for move in moves(WEEK, "", OLD)] == ["new", "new"]
    swapped = "".join((rows[0], rows[2], rows[1], rows[3]))
    assert [move.piece for move in moves(WEEK, OLD, swapped)] == ["order of the files"]
    assert list(moves(WEEK, OLD, OLD)) == []


def test_a_list_of_files_moves_with_its_kit_and_is_named_alone_where_nothing_else_did() -> None:
    old = OLD + "kit\n  kit.json - 44444444\n"
    only = old.replace("44444444", "55555555")
    assert [move.file for move in moves(WEEK, old, only)] == ["kit.json"]
    assert [move.file for move in moves(WEEK, old, only.replace("11111111", "66666666"))] == ["deck/short.pdf"]


def test_commands_and_sentences_are_known_by_their_words() -> None:
    text = (
        "export --week 2 => 2 - aaaaaaaa -\nexport --week 2 => 0 bbbbbbbb - -\n"
        "3-5#abcd Call me\n- Ok\nsize a4 01234567\n"
    )
    assert lines_of(text) == {
        ("export --week 2", ""): "2 - aaaaaaaa -",
        ("export --week 2 ", ""): "0 bbbbbbbb - -",
        ("Call me", ""): "3-5#abcd",
        ("Ok", ""): "-",
        ("size a4", ""): "01234567",
    }
    assert [move.how for move in moves("commands", text, text.replace("2 - aaaaaaaa", "1 - cccccccc"))] == [
        "status, errors"
    ]


def test_a_cause_is_kept_with_what_moved_after_those_before_it(tmp_path: Path) -> None:
    log = tmp_path / "causes.txt"
    add_cause("Wider margins", [Move(WEEK, "w2/print/flyer", "flyer.pdf", "page 1")], log)
    add_cause("A new size", [Move("declarations", f"size {name}", "", "new") for name in "abcd"], log)
    assert log.read_text(encoding="utf-8") == (
        "Wider margins\n  kits/quilt: w2/print/flyer\n"
        "A new size\n  declarations: 4 things, such as size a, size b, size c\n"
    )


def test_equal_values_have_one_digest_and_others_another() -> None:
    assert of_value({"b": 1.0, "a": (2, "x")}) == of_value({"a": [2, "x"], "b": 1.00000001})
    assert of_value({1, 2}) == of_value(frozenset((2, 1)))
    assert of_value(("ab", "c")) != of_value(("a", "bc"))
    assert of_value(Path("/one/page.xml")) == of_value(Path("/two/page.xml"))
    with pytest.raises(TypeError):
        of_value(object())

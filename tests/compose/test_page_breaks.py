"""Where long lists break: as few pages as there can be, no lone heading, no torn rows, and what stays empty spread."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.page_breaks import ListRow, key_of, measure_rows, paginate
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import StudioError
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.deck_slides import TEAL


def split(rows: list[ListRow], first: float, more: float = 0.0, last: float = 0.0) -> list[int]:
    """How many rows each page has."""
    pages = paginate(rows, first, more or first, last or first)
    assert [row for page in pages for row in page] == list(range(len(rows)))
    return [len(page) for page in pages]


def plain(*heights: float) -> list[ListRow]:
    return [ListRow(high) for high in heights]


def test_a_page_is_full_half_a_point_above_its_room() -> None:
    assert split(plain(50, 50.5), 100) == [2]
    assert split(plain(50, 50.51), 100) == [1, 1]
    assert split([], 100) == []


def test_a_row_higher_than_a_page_has_it_to_itself() -> None:
    assert split(plain(200, 40, 40), 100) == [1, 2]
    assert split(plain(40, 200, 40), 100) == [1, 1, 1]
    assert split(plain(40, 40, 200), 100) == [2, 1]


def test_the_first_a_further_and_the_last_page_have_rooms_of_their_own() -> None:
    assert split(plain(30, 30), first=100, last=50) == [1, 1]
    assert split(plain(30, 30), first=100, last=60) == [2]
    assert split(plain(60), first=100, last=50) == [1]
    assert split(plain(*[30] * 7), first=60, more=90, last=90) == [2, 3, 2]
    assert split(plain(*[30] * 6), first=120, more=60, last=60) == [4, 2]
    assert split(plain(30, 30), first=50, more=100, last=100) == [1, 1], "the last page may be smaller, not larger"


def test_no_heading_is_the_last_on_a_page_unless_nothing_else_is_there() -> None:
    rows = plain(*[30] * 5)
    assert split(rows, 90) == [3, 2]
    rows[2] = ListRow(30, heading=True)
    assert split(rows, 90) == [2, 3]
    assert split([ListRow(200, heading=True), *plain(40, 40)], 100) == [1, 2]
    assert split([*plain(40), ListRow(40, heading=True), *plain(200)], 100) == [1, 1, 1], "nor below other rows"
    assert split([*plain(40), ListRow(40, heading=True)], 100) == [2], "a list may end in one"


def test_the_last_page_has_more_than_one_row_beside_headings() -> None:
    assert split(plain(40, 40, 40), 80) == [1, 2]
    assert split(plain(*[20] * 5), 80) == [3, 2]
    heading = ListRow(20, heading=True)
    assert split([*plain(20, 20, 20), heading, *plain(20)], 80) == [2, 3]
    assert split([*plain(20, 20, 20), heading, heading], 80) == [3, 2], "headings alone are no lone row"


def test_a_row_that_goes_on_stays_with_the_one_before_it_at_no_further_page() -> None:
    rows = plain(*[30] * 5)
    rows[3] = ListRow(30, goes_on=True)
    assert split(rows, 90) == [2, 3]
    assert split([*plain(30, 30), *[ListRow(30, goes_on=True)] * 3], 90) == [3, 2], "torn either way"


def test_what_stays_empty_is_spread_and_counts_half_on_the_last_page() -> None:
    assert split(plain(*[30] * 9), 120) == [3, 3, 3]
    assert split(plain(*[10] * 13), 100) == [8, 5], (
        "four units of twenty on the first weigh as much as half on the last"
    )
    assert split(plain(*[60] * 4), 180) == [2, 2], "two lone rows less"


def test_a_page_with_a_row_that_grows_may_be_emptier() -> None:
    rows = plain(*[20] * 6)
    assert split(rows, 100) == [4, 2]
    rows[2] = ListRow(20, grows=True)
    assert split(rows, 100) == [3, 3]
    rows[2], rows[5] = ListRow(20), ListRow(20, grows=True)
    assert split(rows, 100) == [4, 2]


# ------------------------------------------------------------------ what is kept


def test_content_is_known_by_its_words_and_pictures_by_being_there() -> None:
    picture = PictureRef(PictureSource("a", "png", b"", (1, 1)))
    other = PictureRef(PictureSource("b", "png", b"", (2, 2)))
    assert key_of({"a": ("x", 1), "b": picture}) == key_of({"a": ["x", 1], "b": other})
    assert len({key_of({"a": value}) for value in (picture, None, True, False)}) == 4
    assert key_of({"a": "x"}) != key_of({"a": "y"})
    assert key_of({"a": "xy"}) != key_of({"a": ("x", "y")})
    assert key_of({"a": 1}) != key_of({"a": 2})


def test_rows_are_measured_with_their_margins_and_what_is_beside_them_takes_from_their_room(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<template id="print/a" title="A" canvases="letter" fields="items[]"><column>'
        '<column name="rows" height="90"><column height="7" margin="1 0 2 0"/>'
        '<for each="items"><column name="row" height="{item.high}" margin="3 0 4 0"/></for>'
        "</column></column></template>"
    )
    items = ({"high": "10"}, {"high": "12"})
    library = load_library(tmp_path, ())
    room, rows = measure_rows("print/a", "letter", {"items": items}, TEAL, library)
    unit = page_sizes()["letter"].unit
    assert rows == pytest.approx((17 * unit, 19 * unit))
    assert room == pytest.approx(80 * unit)
    with pytest.raises(StudioError, match="needs items"):
        measure_rows("print/a", "letter", {}, TEAL, library)

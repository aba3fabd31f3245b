"""Tables and charts for a place of a foreign design: what fits, how large it is, and in which colors."""

from __future__ import annotations

from itertools import pairwise

import pytest

from htpm_studio.compose.context import Value
from htpm_studio.export.decks.drawn.ground import Inks
from htpm_studio.export.decks.objects import GAP, Letters, chart, tables
from htpm_studio.export.decks.plain_words import Grid
from htpm_studio.render.pptx.tables import cells, is_table, table_rows
from htpm_studio.scene.nodes import Color, Group, Shape, TextBlock
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_resources

TEXT, ACCENT, STRONG, ON, QUIET = (Color(f"#{number}00000", f"accent{number}") for number in range(1, 6))
INKS = Inks(TEXT, ACCENT, STRONG, ON, QUIET)
LETTERS = Letters(bundled_resources().fonts, ("Calibri", "Calibri"))
PLACE = Box(50, 100, 600, 300)
PLAN = Grid("Our hour", ("Time", "Topic"), tuple((f"{at} min", "What we do then, and with whom") for at in range(1, 7)))


def words(table: Group) -> list[list[str]]:
    return [[cell.text if isinstance(cell, TextBlock) else "" for cell in cells(row)] for row in table_rows(table)]


def blocks(table: Group) -> list[list[TextBlock]]:
    return [[cell for cell in cells(row) if isinstance(cell, TextBlock)] for row in table_rows(table)]


def test_a_table_that_fits_is_one_with_its_heads_in_letters_of_the_place() -> None:
    (table,) = tables(PLAN, PLACE, 20, INKS, LETTERS)
    assert is_table(table)
    assert words(table) == [list(PLAN.heads), *map(list, PLAN.rows)]
    assert {block.style.size for row in blocks(table) for block in row} == {20}
    assert table.box.bottom <= PLACE.bottom + 0.01
    assert all(abs(above.box.bottom - below.box.y) < 0.01 for above, below in pairwise(table_rows(table)))
    heads, *rows = blocks(table)
    assert {(block.tag, block.color) for block in heads} == {("TH", ON)}
    assert {(block.tag, block.color) for row in rows for block in row} == {("TD", TEXT)}


@pytest.mark.parametrize(("high", "count", "size"), [(600, 1, 24), (250, 1, 18), (150, 2, 18), (75, 6, 18)])
def test_letters_shrink_to_18_points_before_a_table_goes_on(high: float, count: int, size: float) -> None:
    made = tables(PLAN, Box(50, 100, 600, high), 40, INKS, LETTERS)
    assert len(made) == count
    assert [row for table in made for row in words(table)[1:]] == list(map(list, PLAN.rows))
    assert {tuple(words(table)[0]) for table in made} == {PLAN.heads}
    assert min(block.style.size for table in made for row in blocks(table) for block in row) >= size


def test_there_is_no_table_where_not_even_a_row_has_room() -> None:
    assert tables(PLAN, Box(0, 0, 600, 30), 20, INKS, LETTERS) == ()


def test_a_column_of_few_words_is_as_wide_as_they_and_the_others_share_the_rest() -> None:
    pairs = Grid("Both", ("What raises risk", "What protects people"), (("A fee to get a job", "A contract, and pay"),))
    for grid, same in ((PLAN, False), (pairs, True)):
        (table,) = tables(grid, PLACE, 20, INKS, LETTERS)
        first, second = (cell.box.width for cell in cells(table_rows(table)[0]))
        assert (abs(first + GAP - second) < 1) is same
        assert first <= second


def test_a_table_on_a_busy_ground_has_a_panel() -> None:
    (table,) = tables(PLAN, PLACE, 20, Inks(TEXT, ACCENT, STRONG, ON, QUIET, Color("#FFFFFF", "bg1")), LETTERS)
    fills = [child.fill for row in table_rows(table) for child in row.children if isinstance(child, Shape)]
    assert [fill for fill in fills if fill is not None] == [STRONG, *[Color("#FFFFFF", "bg1")] * 6]


def test_bars_are_as_long_as_their_values_and_the_longest_leaves_room_for_its_own() -> None:
    bars: list[tuple[str, float, str]] = [("Work in private hands", 20.0, "accent"), ("By states", 5.0, "muted")]
    rows: list[Value] = [
        {"label": label, "value": value, "shown": str(value), "color": color} for label, value, color in bars
    ]
    (group,) = chart({"rows": rows, "title": "T", "unit": "people", "form": "0", "alt": "Bars"}, PLACE, INKS, LETTERS)
    label, first, value, _, second, _ = group.children
    assert isinstance(first, Shape)
    assert isinstance(second, Shape)
    assert isinstance(label, TextBlock)
    assert isinstance(value, TextBlock)
    assert first.box.width == pytest.approx(4 * second.box.width)
    assert (first.fill, second.fill) == (ACCENT, QUIET)
    assert label.box.right < first.box.x
    assert max(line.x + line.width for line in value.lines) <= PLACE.right
    assert group.chart is not None
    assert (group.chart.labels, group.chart.values) == (("Work in private hands", "By states"), (20.0, 5.0))

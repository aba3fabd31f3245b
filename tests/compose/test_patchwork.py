"""The patchwork of a sender: the same on every machine, another one for others, and never a figure that could harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import Dot, Patch
from htpm_studio.compose.patchwork import CLOTHS, PATCHWORK, TURNING, ClothPlan, Quilt, Tile, figure, patchwork
from htpm_studio.project.family_roles import bright_palette, with_family_roles
from htpm_studio.project.oklch import contrast, distance
from htpm_studio.project.palette import Palette, derive_palette
from htpm_studio.units import Size
from tests.helpers.sweeps import cases

COLORS = ("#0B5D5B", "#7B0323", "#FFF3B0", "#111111", "#39FF14", "#8A8A8A", "#C8102E")
PLAN = ClothPlan(5, 4, blocks=((3, 2),), person=(1, 1))


def palette(color: str) -> Palette:
    return with_family_roles(bright_palette(derive_palette(color)))


def drawing(recipe: str, **words: str) -> DrawingLeaf:
    return DrawingLeaf(recipe, "panel", 12.0, 1, 7, numbers={"columns": 5}, words=words)


def quilts() -> st.SearchStrategy[Quilt]:
    return st.builds(Quilt, st.text(max_size=40), st.sampled_from([palette(color) for color in COLORS]))


def test_a_sender_has_one_block_and_another_sender_another() -> None:
    colors = palette(COLORS[0])
    blocks = {name: tuple(Quilt(name, colors).block(0, 0, 1)) for name in ("Riverbend", "Harbor Point", "Verde", "Elm")}
    assert len(set(blocks.values())) == len(blocks)
    assert tuple(Quilt("  RIVERBEND ", colors).block(0, 0, 1)) == blocks["Riverbend"]
    assert Quilt("Riverbend", colors).cloth(PLAN, "1") == Quilt("Riverbend", colors).cloth(PLAN, "1")
    assert Quilt("Riverbend", colors).cloth(PLAN, "1") != Quilt("Riverbend", colors).cloth(PLAN, "2")


@given(quilts(), st.integers(0, 9999))
@cases(25)
def test_a_cloth_has_one_person_who_is_upright_and_every_cell_once(quilt: Quilt, seed: int) -> None:
    tiles = quilt.cloth(PLAN, str(seed))
    assert [(tile.x, tile.y) for tile in tiles if tile.kind == "person"] == [(1, 1)]
    assert sum(tile.side**2 for tile in tiles) == PLAN.columns * PLAN.rows
    assert sum(tile.figure == "d" or tile.ground == "d" for tile in tiles if tile.side == 1) <= 4 + 4


@given(quilts(), st.booleans())
@cases(25)
def test_only_solid_blades_in_two_colors_go_around(quilt: Quilt, swapped: bool) -> None:
    tiles = quilt.block(0, 0, 1, swapped=swapped)
    wheel = len({tile.turn for tile in tiles}) == 4 and tiles[0].turn % 2 == 1
    if wheel:
        assert tiles[0].kind in (*TURNING, "petal")
    if wheel and tiles[0].kind in TURNING:
        assert len({tile.figure for tile in tiles}) == 2


@pytest.mark.parametrize("color", COLORS)
def test_figures_differ_from_their_grounds_and_each_cloth_carries_a_numeral(color: str) -> None:
    colors = palette(color)
    for pair in Quilt("Riverbend", colors).pairs:
        assert distance(colors[CLOTHS[pair[0]]], colors[CLOTHS[pair[1]]]) >= 0.18, pair
    for cloth in ("cloth-c", "cloth-d", "cloth-e"):
        assert contrast(colors[cloth], colors[f"on-{cloth}"]) >= 4.5, cloth


@given(quilts(), st.integers(1, 15), st.integers(0, 99))
@cases(25)
def test_a_border_reads_the_same_from_both_ends(quilt: Quilt, count: int, seed: int) -> None:
    tiles = quilt.strip(count, str(seed))
    ends = [(tile.kind, tile.ground, tile.figure) for tile in tiles]
    assert ends == ends[::-1]
    assert sum(tile.kind == "person" for tile in tiles) == count % 2
    for one, other in zip(tiles[: count // 2], tiles[::-1], strict=False):
        assert drawn_by(one, 0) == drawn_by(other, count), one.kind


def drawn_by(tile: Tile, end: float) -> set[tuple[float, float]]:
    """The ends of the lines of a figure, from one end of a border or from the other."""
    marks = figure(tile, 1.0)
    ends = [each.points[-2:] for mark in marks if isinstance(mark, Patch) for each in mark.segments if each.points]
    dots = [(mark.x, mark.y) for mark in marks if isinstance(mark, Dot)]
    return {(round(abs(end - x), 6), round(y, 6)) for x, y in (*ends, *dots)}


@given(
    st.sampled_from(sorted(PATCHWORK)),
    st.floats(1, 3000),
    st.floats(1, 3000),
    st.text(alphabet="0123456789 -.x", max_size=20),
)
@cases(25)
def test_whatever_a_template_asks_for_the_marks_are_inside_their_box(
    recipe: str, width: float, height: float, cells: str
) -> None:
    words = dict.fromkeys(("blocks", "person", "corner", "free"), cells)
    for mark in patchwork(drawing(recipe, **words), Size(width, height), "Riverbend", palette(COLORS[1])):
        if isinstance(mark, Dot):
            places = [(mark.x - mark.radius, mark.y - mark.radius), (mark.x + mark.radius, mark.y + mark.radius)]
        else:
            assert isinstance(mark, Patch)
            points = [point for step in mark.segments for point in step.points]
            places = list(zip(points[::2], points[1::2], strict=True))
        if recipe != "drops":  # as wide as two of its heights and a gap
            assert all(-0.1 <= x <= width * 1.02 + 0.1 and -0.1 <= y <= height * 1.02 + 0.1 for x, y in places), recipe


def test_a_person_and_dots_never_turn() -> None:
    for kind in ("person", "dot", "seeds", "diamond"):
        assert figure(Tile(0, 0, 1, kind, 0, "a", "c"), 10) == figure(Tile(0, 0, 1, kind, 3, "a", "c"), 10)

"""The patchwork of a sender: the same on every machine, another one for others, and never a figure that could harm."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import Dot, Mark, Patch
from htpm_studio.compose.patchwork import (
    AS_FIT,
    CLOTHS,
    PATCHWORK,
    ClothPlan,
    Quilt,
    Tile,
    figure,
    marks_of,
    patchwork,
)
from htpm_studio.project.family_roles import bright_palette, with_family_roles
from htpm_studio.project.oklch import contrast, distance
from htpm_studio.project.palette import Palette, derive_palette
from htpm_studio.units import Size
from tests.helpers.drawn_marks import said
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


@given(quilts())
@cases(60)
def test_a_block_of_round_figures_is_no_plain_disc(quilt: Quilt) -> None:
    tiles = quilt.block(0, 0, 1)
    assert tiles[0].kind not in ("quarter", "ring") or len({tile.figure for tile in tiles}) == 2


@given(quilts(), st.integers(0, 9999))
@cases(25)
def test_a_cloth_has_one_person_who_is_upright_and_every_cell_once(quilt: Quilt, seed: int) -> None:
    tiles = quilt.cloth(PLAN, str(seed))
    assert [(tile.x, tile.y) for tile in tiles if tile.kind == "person"] == [(1, 1)]
    assert sum(tile.side**2 for tile in tiles) == PLAN.columns * PLAN.rows
    assert sum(tile.figure == "d" or tile.ground == "d" for tile in tiles if tile.side == 1) <= 4 + 4


@pytest.mark.parametrize("blocks", [((1, 0),), ((3, 2),), ((0, 1), (2, 0)), ((0, 0), (2, 2))])
def test_no_ground_shows_in_the_patch_beside_it(blocks: tuple[tuple[int, int], ...]) -> None:
    tiles = Quilt("Riverbend", palette(COLORS[2])).cloth(ClothPlan(5, 4, blocks=blocks), "1")
    corners = {(tile.x * 100, tile.y * 100): tile for tile in tiles}
    painted: set[Tile] = set()
    for ground in marks_of(tiles, 100.0)[: len(tiles)]:
        assert isinstance(ground, Patch)
        (left, top), (right, bottom) = ground.segments[0].points, ground.segments[2].points
        here = corners[left, top]
        for tile in painted:
            x, y, side = tile.x * 100, tile.y * 100, tile.side * 100
            assert right <= x or x + side <= left or bottom <= y or y + side <= top, (here, tile)
        painted.add(here)


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


@pytest.mark.parametrize(("width", "height"), [(1000, 300), (300, 1000), (700, 700), (90, 800), (1200, 100)])
def test_a_cloth_as_it_fits_stands_on_the_foot_of_its_box_below_the_words(width: float, height: float) -> None:
    for words in (0.0, 120.0):
        leaf = DrawingLeaf("cloth", "panel", 6.0, 1, 7, numbers={"columns": AS_FIT, "y": words})
        marks = [one for one in patchwork(leaf, Size(width, height), "A", palette(COLORS[0])) if isinstance(one, Patch)]
        ends = [y for mark in marks for step in mark.segments for y in step.points[1::2]]
        assert min(ends, default=words) >= words - 0.01
        assert not ends or max(ends) == pytest.approx(height, abs=0.01 * height)
        assert bool(ends) == (height - words >= 36)


def test_a_question_mark_and_drops_can_be_seen_on_every_ground_of_theirs() -> None:
    for color in COLORS:
        colors = palette(color)
        for recipe in ("ask-patch", "drops"):
            for ground in ("tint-1", "tint-2", "panel"):
                leaf = DrawingLeaf(recipe, ground, 12.0, 1, 7)
                marks = patchwork(leaf, Size(220, 100), "Riverbend", colors)
                assert min(contrast(colors[mark.role], colors[ground]) for mark in marks) >= 1.25, (color, recipe)


# ------------------------------------------------------------------ numbers as patches


def area(mark: Mark) -> float:
    """How large the rectangles of a mark are together."""
    assert isinstance(mark, Patch)
    corners = [step.points for step in mark.segments if step.points]
    found = zip(corners[0::4], corners[2::4], strict=True)
    return sum((right - left) * (bottom - top) for (left, top), (right, bottom) in found)


def of_rectangles(mark: Mark) -> bool:
    """Whether a mark is patches, and not the figures on those of a single part."""
    return isinstance(mark, Patch) and all(step.op != "C" for step in mark.segments)


def waffle(of: str, width: float, height: float, color: str = COLORS[0], ground: str = "panel") -> list[Mark]:
    leaf = DrawingLeaf("waffle", ground, 0.0, 1, 7, words={"of": of})  # without a unit there are no seams
    return patchwork(leaf, Size(width, height), "Riverbend", palette(color))


@given(
    st.lists(st.floats(0.3, 20).map(lambda one: round(one, 2)), min_size=1, max_size=4),
    st.floats(20, 900), st.floats(20, 900),
)  # fmt: skip
@cases(40)
def test_the_areas_of_patches_are_as_large_as_the_numbers(parts: list[float], width: float, height: float) -> None:
    marks = list(filter(of_rectangles, waffle(" ".join(map(str, parts)), width, height)))
    assert sum(map(area, marks)) == pytest.approx(width * height, rel=0.01), "the box is full"
    shares = [area(mark) / parts[0] for mark in marks[:1]] * len(parts)
    assert [area(mark) for mark in marks[: len(parts)]] == pytest.approx(
        [share * part for share, part in zip(shares, parts, strict=True)], rel=0.02
    )


@pytest.mark.parametrize("color", COLORS)
def test_the_parts_of_a_number_stand_out_from_the_ground_and_from_each_other(color: str) -> None:
    colors = palette(color)
    for ground in ("panel", "tint-1"):
        roles = [mark.role for mark in waffle("17.3 6.3 3.9", 90, 30, color, ground)][:3]
        assert contrast(colors[roles[0]], colors[ground]) >= 3.0
        assert len(set(roles)) == 3
        assert all(distance(colors[one], colors[two]) >= 0.08 for one, two in combinations(roles, 2))


@pytest.mark.parametrize("of", ["", "none", "0", "1e9", "999999", "-4"])
def test_what_is_no_number_of_patches_draws_nothing(of: str) -> None:
    assert waffle(of, 90, 30) == []


# ------------------------------------------------------------------ mark by mark

ASKED: dict[str, list[dict[str, str]]] = {
    "cloth": [{"blocks": "0 0 3 1", "person": "2 2", "corner": "4 0", "free": "0 3 1 4", "of": "c"}, {}],
    "waffle": [{"of": of} for of in ("17.3 6.3", "37/100", "4/5", "3/20", "12", "2 1 1 1")],
}
SIZES = ((2, Size(220, 100)), (5, Size(300, 240)), (9, Size(90, 400)))


def test_a_patchwork_keeps_its_marks(golden: Callable[[str, str], None]) -> None:
    """A changed line says that pieces with such a drawing look different: look at them."""
    rows = []
    for at, color in enumerate(COLORS[:4]):
        colors = palette(color)
        for recipe in sorted(PATCHWORK):
            found = blake2b(digest_size=4)
            for words in ASKED.get(recipe, [{}]):
                for columns, size in SIZES:
                    leaf = DrawingLeaf(
                        recipe, ("panel", "tint-1")[at % 2], 4.0, 1, at + columns,
                        numbers={"columns": columns}, words=words, colors=tuple("abcdef") if at == 2 else (),
                    )  # fmt: skip
                    found.update(said(patchwork(leaf, size, f"Sender {at}", colors)))
            rows.append(f"{color} {recipe} {found.hexdigest()}\n")
    golden("patchwork", "".join(rows))

"""Tiles of a family's own: the largest that is taken, one more is named, and a shape lies in its square from 0 to 1."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from htpm_studio.compose import patch_tiles
from htpm_studio.compose.patch_tiles import Tile, read_tiles
from htpm_studio.errors import Diagnostic

SQUARE = '<rect class="quiet" x="0" y="0" width="100" height="100"/>'


def read(folder: Path, *drawings: str) -> tuple[tuple[Tile, ...], list[str]]:
    """The tiles of a folder with these files, and what is wrong with them."""
    for at, drawing in enumerate(drawings):
        (folder / f"{at:02}.svg").write_text(drawing, encoding="utf-8")
    problems: list[Diagnostic] = []
    return read_tiles(folder, "tiles", problems), [one.message for one in problems]


def drawn(body: str, box: str = "0 0 100 100") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'


def path(shape: str, tone: str = "quiet") -> str:
    return f'<path class="{tone}" d="{shape}"/>'


def test_a_shape_lies_in_its_square_wherever_the_drawing_begins(tmp_path: Path) -> None:
    body = '<rect class="accent" x="10" y="20" width="50" height="100"/>'
    ((tile,), problems) = read(tmp_path, drawn(body, "-40 20 100 100"))
    assert problems == []
    (shape,) = tile
    assert [one.op for one in shape.segments] == ["M", "L", "L", "L", "Z"]
    assert [one.points for one in shape.segments[:4]] == [(0.5, 0), (1, 0), (1, 1), (0.5, 1)]
    assert shape.tone == 4


def test_what_sticks_out_of_the_square_is_cut_off_at_its_edges(tmp_path: Path) -> None:
    ((tile,), _) = read(tmp_path, drawn(path("M-50 -50L150 50L50 250Z")))
    points = [value for one in tile[0].segments for value in one.points]
    assert (min(points), max(points)) == (0, 1)


@pytest.mark.parametrize("box", ["0 0 100 99", "0 0 100", "0 0 0 0", "0 0 -5 -5", "0 0 a a", "0 0 10001 10001"])
def test_a_drawing_that_is_no_square_or_has_no_size_is_no_tile(tmp_path: Path, box: str) -> None:
    assert read(tmp_path, drawn(SQUARE, box)) == ((), ["A tile is a square."])


def test_the_largest_square_and_the_farthest_point_are_taken(tmp_path: Path) -> None:
    most = int(patch_tiles.LARGEST)
    for box in (f"0 0 {most} {most}", f"{most} {-most} 1 1"):
        assert read(tmp_path, drawn(SQUARE, box))[1] == []
    assert read(tmp_path, drawn(path(f"M0 0L{most} 0L0 {-most}Z")))[1] == []
    for wrong in (f"M0 0L{most + 1} 0L0 9Z", f"M0 0L{-most - 1} 0L0 9Z", ""):
        assert read(tmp_path, drawn(path(wrong)))[1] == ["A shape of a tile is empty, or reaches too far."]


def test_a_tile_has_so_many_shapes_and_steps_and_no_more(tmp_path: Path) -> None:
    def counted(shapes: int, steps: int) -> int:
        """How many problems there are with so many shapes, the first of which has so many steps."""
        first = path("M0 0" + "L9 9" * (steps - 1))
        return len(read(tmp_path, drawn(first + path("M0 0") * (shapes - 1)))[1])

    assert counted(patch_tiles.MOST_SHAPES, 1) == 0
    assert counted(patch_tiles.MOST_SHAPES + 1, 1) == 1
    assert counted(1, patch_tiles.MOST_STEPS) == 0
    assert counted(1, patch_tiles.MOST_STEPS + 1) == 1
    assert counted(2, patch_tiles.MOST_STEPS) == 1, "the steps of all shapes count"
    assert len(read(tmp_path, drawn(""))[1]) == 1


def test_a_path_has_so_many_letters_and_a_file_so_many_bytes_and_no_more(tmp_path: Path) -> None:
    shape = "M0 0L9 9Z"
    assert read(tmp_path, drawn(path(shape.ljust(patch_tiles.LONGEST_PATH))))[1] == []
    (said,) = read(tmp_path, drawn(path(shape.ljust(patch_tiles.LONGEST_PATH + 1))))[1]
    assert said == "The path of a shape is longer than 4000 letters."
    assert read(tmp_path, drawn(SQUARE).ljust(patch_tiles.MOST_BYTES))[1] == []
    assert read(tmp_path, drawn(SQUARE).ljust(patch_tiles.MOST_BYTES + 1))[1] == ["The file is larger than 20 kB."]


def test_of_too_many_tiles_the_first_are_used_and_that_is_said(tmp_path: Path) -> None:
    most = patch_tiles.MOST_TILES
    assert len(read(tmp_path, *[drawn(SQUARE)] * most)[0]) == most
    assert read(tmp_path)[1] == []
    found, problems = read(tmp_path, *[drawn(SQUARE)] * (most + 1))
    assert (len(found), problems) == (most, [f"There are more than {most} tiles."])


def test_a_tile_that_nobody_may_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    (tmp_path / "00.svg").write_text(drawn(SQUARE), encoding="utf-8")
    monkeypatch.setattr(Path, "open", refused)
    problems: list[Diagnostic] = []
    assert read_tiles(tmp_path, "tiles", problems) == ()
    assert [one.message for one in problems] == ["The file cannot be read (you may not read it)."]

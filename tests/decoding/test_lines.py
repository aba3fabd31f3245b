"""The position index finds the line of each key, also where TOML is hard to read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from htpm_studio.decoding.lines import Path as KeyPath
from htpm_studio.decoding.lines import key_lines, nearest_line

BUNDLED = Path(__file__).parents[2] / "assets" / "campaigns" / "htpm"
HARD = '''# a comment with [brackets] and "quotes
first = """
[not.a.table]
key = "no"
""\\" still inside """
second = \'\'\'one line with ''two'' quotes\'\'\'
"quoted.key" = 'a # b'
"t\\u00e9" = 1979-05-27 07:32:00
dotted . "inner" . third = [ # comment ]
  "a", [1, 2], # comment ,
  { x = 1, "y z" = { deep = true } },
]

[[items]]
name = "one"
[[items.parts]]
size = 1
[[items.parts]]
size = 2
[items.extra]
note = ""
[[items]]
name = """two
lines"""
[[items.parts]]
size = 3
[ plain . table ]
last = 0x1F'''


def leaves(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of all tables, keys and items of a document."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("first",), 2),
        (("second",), 6),
        (("quoted.key",), 7),
        (("té",), 8),
        (("dotted", "inner", "third"), 9),
        (("dotted", "inner", "third", 1, 1), 10),
        (("dotted", "inner", "third", 2, "y z", "deep"), 11),
        (("items", 0, "name"), 15),
        (("items", 0, "parts", 1, "size"), 19),
        (("items", 0, "extra", "note"), 21),
        (("items", 1), 22),
        (("items", 1, "parts", 0, "size"), 26),
        (("plain", "table", "last"), 28),
    ],
)
def test_hard_document(path: KeyPath, line: int) -> None:
    assert key_lines(HARD)[path] == line


def test_every_part_of_the_hard_document_is_known() -> None:
    assert set(leaves(tomllib.loads(HARD))) <= set(key_lines(HARD))


@pytest.mark.parametrize("file", sorted(BUNDLED.rglob("*.toml")), ids=lambda path: path.name)
def test_every_key_of_the_bundled_pack_has_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    rows, lines = text.split("\n"), key_lines(text)
    paths = list(leaves(tomllib.loads(text)))
    assert paths
    for path in paths:
        row = rows[lines[path] - 1]
        if isinstance(path[-1], str):
            assert path[-1] in row, f"{path} is not in line {lines[path]}: {row}"


def test_nearest_line_climbs_to_the_table_around() -> None:
    lines = key_lines("[a]\nb = 1\n")
    assert nearest_line(lines, ("a", "missing")) == 1
    assert nearest_line(lines, ("c",)) == 0

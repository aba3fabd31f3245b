"""What templates may say: how each kind of value reads, and which values each attribute of each element takes."""

from __future__ import annotations

import pytest

from htpm_studio.compose.schema import Attribute, Kind, complaint, slots_of

STYLES = frozenset({"title", "body"})
TAKEN: dict[Kind, tuple[str, ...]] = {
    "number": ("1", "-400", "400", ".5", "-0.25", "000000000001"),
    "insets": ("1", "1 2", "1 2 3 4", "-400 400"),
    "layer": ("0 0 0 0", "- - - -", "- 400 -400 .5"),
    "rule": ("0 line", "0.2 ink dashed", "400 on-deep"),
    "color": ("ink", "on-deep", "accent"), "names": ("ink line", "brand", ""),
    "ground": ("deep", "surface"), "style": ("title",), "flag": ("true", "false"), "tag": ("H1", "LBody"),
    "canvases": ("square", "not square", "square story"), "path": ("a", "a.b", "week_2.title"), "text": ("", "{a} b"),
}  # fmt: skip
REFUSED: dict[Kind, tuple[str, ...]] = {
    "number": ("", "x", "1e3", "400.01", "-400.01", "0000000000001", "1.", "1 2"),
    "insets": ("", "1 2 3", "1 2 3 4 5", "1 x", "400.01"),
    "layer": ("", "0 0 0", "- - - - -", "0 0 0 x", "0 0 0 401"),
    "rule": ("line", "-0.1 line", "0.2 puce", "0.2 ink dashed x", "401 line"),
    "color": ("", "puce", "none"), "names": ("ink puce",), "ground": ("ink", ""), "style": ("loud",),
    "flag": ("True", "yes", ""), "tag": ("h1", "Span"), "canvases": ("", "not", "puce", "square puce"),
    "path": ("", "A", "a.", ".a", "2a", "a-b"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAKEN)
def test_a_value_reads_as_its_kind(kind: Kind) -> None:
    for value in TAKEN[kind]:
        assert complaint(value, Attribute(kind), STYLES) is None, value
    for value in REFUSED.get(kind, ()):
        assert complaint(value, Attribute(kind), STYLES) is not None, value


def test_what_is_wrong_is_said_with_the_names_that_there_are() -> None:
    choice = Attribute("choice", ("start", "end"))
    assert complaint("end", choice, STYLES) is None
    assert complaint("middle", choice, STYLES) == ("is not a value", frozenset(choice.choices))
    assert complaint("none", Attribute("color", ("none",)), STYLES) is None
    assert complaint("loud", Attribute("style"), STYLES) == ("is not a text style", STYLES)
    found = complaint("0.2 puce", Attribute("rule"), STYLES)
    assert found is not None
    assert found[0] == "is not a color role"
    assert {"line", "on-deep"} <= found[1]
    names = complaint("ink puce", Attribute("names"), STYLES)
    assert names is not None
    assert names[0] == 'names "puce", which is not a color role'


def test_slots_are_the_names_in_braces() -> None:
    assert slots_of("{a} and {b.c|d} but {{e}}") == ["a", "b.c|d", "e"]
    assert slots_of("none") == []

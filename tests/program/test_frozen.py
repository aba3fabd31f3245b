"""Frozen values are what Python's own decorator makes of them, and cost little to define."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from htpm_studio import frozen

PACKAGE = Path(frozen.__file__).parent


@frozen.dataclass(frozen=True, slots=True)
class Shape:
    """Something with sides."""

    name: str
    sides: int = 4
    tags: list[str] = field(default_factory=list, compare=False)
    secret: str = field(default="none", repr=False)
    known: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)


@frozen.dataclass(frozen=True, slots=True)
class Solid(Shape):
    height: float = field(default=1.0, kw_only=True)

    def __post_init__(self) -> None:
        if self.height < 0:
            raise ValueError(self.name)


@frozen.dataclass(frozen=True, slots=True)
class Nothing:
    pass


@frozen.dataclass(frozen=True, slots=True, eq=False)
class Place:
    name: str


@frozen.dataclass(frozen=True)
class Loose:
    name: str = "loose"


@frozen.dataclass(frozen=True, slots=True)
class Own:
    name: str

    def __repr__(self) -> str:
        return "own words"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


def usual(kind: type[Any], **options: Any) -> type[Any]:
    """The same fields by Python's own decorator."""
    parts = [
        (one.name, one.type, field(default=one.default, default_factory=one.default_factory, init=one.init,
                                   repr=one.repr, compare=one.compare, kw_only=one.kw_only))
        for one in fields(kind)
    ]  # fmt: skip
    return dataclasses.make_dataclass(kind.__name__, parts, frozen=True, slots=True, **options)


@pytest.mark.parametrize(
    ("given", "named"),
    [(("a",), {}), (("a", 3, ["x"], "s"), {}), (("a",), {"sides": 5, "tags": ["y"]})],
)
def test_a_value_is_made_as_python_makes_it(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Shape(*given, **named), usual(Shape)(*given, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert Shape.__match_args__ == type(theirs).__match_args__


@pytest.mark.parametrize("given", [(), ("a", 1, [], "s", {}), ("a", 1, [], "s", {}, 2)])
def test_wrong_values_are_refused(given: tuple[Any, ...]) -> None:
    for _ in range(2):  # the first is not the only one that is looked at
        with pytest.raises(TypeError):
            Shape(*given)


def test_defaults_are_made_anew_for_each() -> None:
    first, second = Shape("a"), Shape("a")
    first.tags.append("x")
    first.known["x"] = 1
    assert (second.tags, second.known) == ([], {})


def test_values_are_compared_by_their_fields_and_their_kind() -> None:
    assert Shape("a", tags=["x"]) == Shape("a", tags=["y"]) != Shape("b")
    assert hash(Shape("a", tags=["x"])) == hash(Shape("a"))
    assert Shape("a") != Solid("a")
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert Place("a") != Place("a")


def test_a_value_never_changes() -> None:
    shape = Shape("a")
    with pytest.raises(FrozenInstanceError):
        shape.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del shape.name
    with pytest.raises(FrozenInstanceError):
        Loose().name = "b"  # type: ignore[misc]
    assert (shape.name, Loose().name) == ("a", "loose")


def test_a_value_goes_to_other_processes_and_is_copied() -> None:
    for value in (Shape("a", 3, ["x"], "s"), Solid("b", height=2.0), Nothing(), Loose("c"), Own("d")):
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == copy.copy(value) == value


def test_a_changed_copy_is_checked_like_the_first() -> None:
    assert replace(Solid("a"), height=3.0).height == 3.0
    with pytest.raises(ValueError, match="a"):
        replace(Solid("a"), height=-1.0)


def test_defining_one_compiles_nothing() -> None:
    script = (
        "import builtins, dataclasses, htpm_studio.frozen\n"
        "compiled, usual = [], builtins.exec\n"
        "builtins.exec = lambda text, *given: compiled.append(text) or usual(text, *given)\n"
        "class Shape:\n    'Something.'\n    name: str\n    sides: int = 4\n"
        "kind = htpm_studio.frozen.dataclass(frozen=True, slots=True)(Shape)\n"
        "def methods(): return sum('self' in text for text in compiled)\n"
        "assert not methods(), compiled\n"
        "assert kind('a').sides == kind('b').sides == 4 and methods() == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=PACKAGE.parent, timeout=60)

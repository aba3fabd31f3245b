"""What a field says of itself beyond its type: how files call and write it, and what its values must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, TypeAlias

from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass

FieldValue: TypeAlias = "str | tuple[FieldValue, ...] | Mapping[str, FieldValue]"
Fields: TypeAlias = Mapping[str, FieldValue]
"""What the tables of a file become where no dataclass says it."""

# ------------------------------------------------------------------ of a field, in its metadata

NOT_IN_FILES: Mapping[str, bool] = {"in_files": False}
"""What marks a field that follows from other things, and that no file has."""

OWN_NAME: Mapping[str, bool] = {"own_name": True}
"""What marks a field that holds the name that the table around it gives to the value."""

SPOKEN, SOURCE_KEY, CALLED = "spoken", "source_key", "called"
Spoken: TypeAlias = tuple[tuple[str, str], ...]
"""A text in several languages: the id of each and what is said in it."""


def spoken(prefix: str, source: tuple[str, str] = ("", "")) -> Any:
    """A field that takes every key made of `prefix` and a language, as `url_` takes `url_es` and `url_fr`.

    `source` is a key without a language and the language that it is in.
    """
    return field(default=(), metadata={SPOKEN: prefix, SOURCE_KEY: source})


def called(name: str) -> Mapping[str, str]:
    """What marks a field that files call by another name."""
    return {CALLED: name}


# ------------------------------------------------------------------ of a value, as `Annotated[type, ...]`


@dataclass(frozen=True, slots=True)
class Most:
    """How many letters a text or entries a list or table may have; more are not looked at."""

    count: int


@dataclass(frozen=True, slots=True)
class Fits:
    """What a value must be: in words, and whether it is."""

    words: str
    test: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class OneOf:
    """The texts that a value may be, where no type lists them."""

    names: Callable[[], Iterable[str]]


@dataclass(frozen=True, slots=True)
class InOrder:
    """A tuple, or a dataclass whose fields a file gives as a list; `words` say what is in it."""

    words: str


@dataclass(frozen=True, slots=True)
class Form:
    """A value that files have in another form: its type there, and how it is read and written.

    `read` raises InputError or, where the `words` for what is right say enough, ValueError.
    """

    kind: Any
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    words: str = ""


def within(low: float, high: float) -> Fits:
    """Numbers from `low` to `high`, whole where these are."""
    pattern = "a whole number from {low} to {high}" if isinstance(low, int) else "a number from {low} to {high}"
    return Fits(msg(pattern, low=f"{low:.15g}", high=f"{high:.15g}"), lambda number: low <= number <= high)

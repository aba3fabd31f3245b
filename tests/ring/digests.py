"""A short digest of any frozen value: equal values have equal digests, on every system."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Set
from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

PAGE, FILE = 2, 4
"""How many bytes of a digest are kept of a page, whose file has one too, and of a file."""


def of_bytes(data: bytes, size: int = FILE) -> str:
    """The digest of bytes in hexadecimal."""
    return blake2b(data, digest_size=size).hexdigest()


def of_value(value: object, size: int = FILE) -> str:
    """The digest of a value; raises TypeError for what is no plain value, such as an open file."""
    return of_bytes(_text(value).encode("utf-8", "surrogatepass"), size)


def _write(value: object, write: Callable[[str], None]) -> None:
    """A value as text: numbers to a ten-thousandth, files by their name, fields only where they are not as usual."""
    kind: Any = type(value)
    if kind is float:
        write(f"{value:z.4f}".rstrip("0").rstrip(".") + ";")
    elif kind is str:
        write(f"{len(value)}:{value};")  # type: ignore[arg-type]
    elif kind is tuple or isinstance(value, tuple | list):
        write("(")
        for each in value:  # type: ignore[attr-defined]
            _write(each, write)
        write(")")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        write(f"{kind.__name__}(")
        for name, usual in _fields(kind):
            own = getattr(value, name)
            if own is not usual and (type(own) is not type(usual) or own != usual):
                write(f"{name}=")
                _write(own, write)
        write(")")
    else:
        write(_rest(value))


def _rest(value: object) -> str:
    match value:
        case str():
            return f"{len(value)}:{value};"
        case bytes():
            return f"<{of_bytes(value, 16)}>"
        case Enum() | PurePath():
            return f"{value.name};"
        case int() | float() | None | timedelta() | date() | time():
            return f"{value};"
        case re.Pattern():
            return f"/{value.pattern}/{value.flags};"
        case Mapping():
            return "{" + "".join(sorted(f"{_text(key)}={_text(each)}" for key, each in value.items())) + "}"
        case Set():
            return "{" + "".join(sorted(map(_text, value))) + "}"
        case _ if callable(value) and hasattr(value, "__qualname__"):
            return f"{value.__qualname__};"
        case _:
            raise TypeError(f"{type(value).__qualname__} is no plain value")


def _text(value: object) -> str:
    words: list[str] = []
    _write(value, words.append)
    return "".join(words)


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The names of the fields by which values are compared, and what they are where nobody says."""
    return tuple((one.name, one.default) for one in dataclasses.fields(kind) if one.compare and one.init)

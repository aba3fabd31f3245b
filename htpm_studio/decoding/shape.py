"""The fields of a dataclass as files have them, worked out once from what they say, and values written that way."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from htpm_studio.decoding.values import CALLED, NOT_IN_FILES, OWN_NAME, SOURCE_KEY, SPOKEN, FieldValue, Form, InOrder
from htpm_studio.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ShapeField:
    """A field: its name here and its key in files, its type, whether it must be given, whether it may be empty."""

    name: str
    key: str
    kind: Any
    required: bool
    may_be_empty: bool
    usual: Any


@dataclass(frozen=True, slots=True)
class SpokenField:
    """A field that takes what is said in any language: pairs, or a table, of a language and a value of this type.

    Its keys begin with the `prefix`; `source` are the key without a language, and the language that it is in.
    """

    name: str
    kind: Any
    prefix: str
    source: tuple[str, str]
    is_table: bool

    def key(self, language: str) -> str:
        """The key of a language."""
        key, source = self.source
        return key if language == source else f"{self.prefix}{language}"


@dataclass(frozen=True, slots=True)
class Shape:
    """What files have of a dataclass: fields by their keys, those of any language, and the field of its own name."""

    fields: Mapping[str, ShapeField]
    spoken: tuple[SpokenField, ...]
    own_name: str


@cache
def shape_of(kind: Any) -> Shape:
    """The shape of a dataclass."""
    kinds = get_type_hints(kind, localns={"FieldValue": FieldValue}, include_extras=True)
    items = dataclasses.fields(kind)
    plain = [item for item in items if not item.metadata.keys() & {*NOT_IN_FILES, *OWN_NAME, SPOKEN}]
    named = [_field(item, kinds[item.name]) for item in plain]
    spoken = tuple(_spoken(item, kinds[item.name]) for item in items if SPOKEN in item.metadata)
    own = next((item.name for item in items if item.metadata.keys() & OWN_NAME.keys()), "")
    return Shape(types.MappingProxyType({one.key: one for one in named}), spoken, own)


def _field(item: dataclasses.Field[Any], kind: Any) -> ShapeField:
    made = item.default_factory is not dataclasses.MISSING
    required = item.default is dataclasses.MISSING and not made
    listed = get_origin(unmarked(given(kind)[0])[0]) is tuple
    may_be_empty = made or item.default == "" or isinstance(item.default, tuple) or (item.default is None and listed)
    return ShapeField(item.name, item.metadata.get(CALLED, item.name), kind, required, may_be_empty, item.default)


def _spoken(item: dataclasses.Field[Any], kind: Any) -> SpokenField:
    is_table = get_origin(kind) is Mapping
    pair = kind if is_table else get_args(kind)[0]
    return SpokenField(item.name, get_args(pair)[1], item.metadata[SPOKEN], item.metadata[SOURCE_KEY], is_table)


def has_shape(kind: Any) -> bool:
    """Whether a type is a dataclass, which files have as a table."""
    return dataclasses.is_dataclass(kind)


def unmarked(kind: Any) -> tuple[Any, tuple[object, ...]]:
    """A type without what it says beyond it, and that."""
    return (get_args(kind)[0], kind.__metadata__) if get_origin(kind) is Annotated else (kind, ())


def mark(marks: tuple[object, ...], kind: type[T]) -> T | None:
    """The mark of a kind among these."""
    return next((one for one in marks if isinstance(one, kind)), None)


def given(kind: Any) -> tuple[Any, bool]:
    """A type without None, and whether None was allowed."""
    if get_origin(kind) not in (Union, types.UnionType):
        return kind, False
    return next(one for one in get_args(kind) if one is not types.NoneType), True


def entries(kind: Any) -> tuple[Any, ...]:
    """The types of a tuple's entries where each has its own; none where it has any number of one type."""
    kinds = get_args(kind)
    return () if Ellipsis in kinds else kinds


# ------------------------------------------------------------------ writing

Brief = Callable[[Any, str], bool]
"""Whether a field of a type, by its name, is left out where it is as usual."""


def encode(kind: Any, value: Any, brief: Brief = lambda _kind, _name: False) -> Any:
    """A value of a type as JSON data, or as the tables of TOML."""
    if value is None:
        return None
    kind, marks = unmarked(given(kind)[0])
    if form := mark(marks, Form):
        return encode(form.kind, form.write(value), brief)
    if has_shape(kind):
        rows = _table(kind, value, brief)
        return list(rows.values()) if mark(marks, InOrder) else rows
    if isinstance(value, tuple):
        kinds = entries(kind) or get_args(kind)[:1] * len(value) or (kind,) * len(value)
        return [encode(one, part, brief) for one, part in zip(kinds, value, strict=True)]
    if isinstance(value, Mapping):
        one = get_args(kind)[1] if get_origin(kind) is Mapping else kind
        return {name: encode(one, part, brief) for name, part in value.items()}
    return value


def _table(kind: Any, value: Any, brief: Brief) -> dict[str, Any]:
    shape = shape_of(kind)
    rows = {
        item.key: encode(item.kind, own, brief)
        for item in shape.fields.values()
        if (own := getattr(value, item.name)) != item.usual or not brief(kind, item.name)
    }
    for spoken in shape.spoken:
        said = dict(getattr(value, spoken.name))
        rows |= {spoken.key(language): encode(spoken.kind, one, brief) for language, one in said.items()}
    return rows

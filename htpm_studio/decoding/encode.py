"""Frozen values as the plain data that they are read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args, get_origin

from htpm_studio.decoding.shape import entries, given, has_shape, mark, shape_of, unmarked
from htpm_studio.decoding.values import Form, InOrder

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

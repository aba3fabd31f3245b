"""TOML tables to the frozen values of the model, strictly: every unknown, missing or wrong key is reported."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import SPOKEN, Fields, FieldValue
from htpm_studio.errors import msg
from htpm_studio.scene.quotes import typographic

_MAX_DEPTH = 4
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_NAMES: Mapping[object, str] = {
    str: msg("text"), int: msg("a whole number"), float: msg("a number"), bool: msg("true or false"),
}  # fmt: skip

Check = Callable[[Any, KeyPlace], None]
T = TypeVar("T")


class _Missing:
    """Stands for a value that could not be read."""


_MISSING = _Missing()


@dataclasses.dataclass(frozen=True, slots=True)
class Decoder:
    """Reads tables; `checks` are called for each finished value of a type, `text_check` for each text.

    `hints` are for keys of a type that are missing, and for texts where a table of it belongs.
    """

    checks: Mapping[type, Check]
    text_check: Callable[[str, KeyPlace], None]
    hints: Mapping[tuple[type, str], str]

    def table(self, kind: type[T], tables: object, place: KeyPlace) -> T | None:
        """The value of a dataclass type, or None when something in it is wrong (the report says what)."""
        if not isinstance(tables, Mapping):
            hint = self.hints.get((kind, tables), "") if isinstance(tables, str) else ""
            place.wrong(msg("{what} must be a table, not {tables}.", what=_label(place), tables=short(tables)), hint)
            return None
        items = dataclasses.fields(kind)  # type: ignore[arg-type]
        names = {item.name: item for item in items if not item.metadata}
        values, said = self._spoken(items, {key: tables[key] for key in tables if key not in names}, place)
        for key in tables:
            if key not in names and key not in said:
                place.child(key).wrong(msg("There is no key {key} here.", key=short(key)), nearest(key, names))
        kinds = _types(kind)  # type: ignore[arg-type]
        complete = _MISSING not in said.values()
        for name, item in names.items():
            if name in tables:
                values[name] = self._value(kinds[name], tables[name], place.child(name), _may_be_empty(item))
                complete = complete and values[name] is not _MISSING
            elif item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
                place.wrong(msg("The key {name} is missing.", name=name), self.hints.get((kind, name), ""))
                complete = False
        if not complete:
            return None
        result = kind(**values)
        if kind in self.checks:
            self.checks[kind](result, place)
        return result

    def _spoken(
        self, items: Sequence[dataclasses.Field[Any]], others: Mapping[str, object], place: KeyPlace
    ) -> tuple[dict[str, Any], Mapping[str, object]]:
        """The fields that take what is said in any language, and what each of their keys says."""
        values: dict[str, Any] = {}
        every: dict[str, object] = {}
        for item in items:
            if SPOKEN in item.metadata:
                prefix = item.metadata[SPOKEN]
                keys = [key for key in others if key.startswith(prefix) and _LANGUAGE.fullmatch(key[len(prefix) :])]
                found = {key: self._plain(str, others[key], place.child(key), False) for key in keys}
                values[item.name] = tuple((key.removeprefix(prefix), text) for key, text in found.items())
                every |= found
        return values, every

    def named(self, kind: object, tables: object, place: KeyPlace) -> Mapping[str, Any] | None:
        """A file whose top level is names that it chooses, all values of one type; None when something is wrong."""
        found = self._named(kind, tables, place)
        return found if isinstance(found, Mapping) else None

    def _value(self, kind: object, raw: object, place: KeyPlace, empty: bool) -> object:
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            kind = next(choice for choice in get_args(kind) if choice is not types.NoneType)
            return self._value(kind, raw, place, empty)
        if origin is Literal:
            return self._choice(get_args(kind), raw, place)
        if origin is tuple:
            return self._items(get_args(kind)[0], raw, place, empty)
        if origin is Mapping and _is_one_kind(get_args(kind)[1]):
            keys, values = get_args(kind)
            return self._named(values, raw, place, get_args(keys))
        if kind is Fields or origin is not None:
            return self._fields(raw, place)
        if dataclasses.is_dataclass(kind):
            value: object = self.table(kind if isinstance(kind, type) else type(kind), raw, place)
            return _MISSING if value is None else value
        return self._plain(kind, raw, place, empty)

    def _plain(self, kind: object, raw: object, place: KeyPlace, empty: bool) -> object:
        if kind is float and type(raw) is int:
            raw = float(raw)
        if type(raw) is not kind:
            place.wrong(
                msg("{what} must be {names}, not {raw}.", what=_label(place), names=_NAMES[kind], raw=short(raw))
            )
            return _MISSING
        if isinstance(raw, str):
            return self._text(raw, place, empty)
        return raw

    def _text(self, raw: str, place: KeyPlace, empty: bool) -> object:
        if not raw.strip():
            if empty:
                return ""
            place.wrong(msg("{what} is empty.", what=_label(place)))
            return _MISSING
        self.text_check(raw, place)
        return typographic(raw)

    def _choice(self, choices: tuple[str, ...], raw: object, place: KeyPlace) -> object:
        if raw in choices and isinstance(raw, str):
            return raw
        place.wrong(
            msg("{what} cannot be {raw}.", what=_label(place), raw=short(raw)),
            nearest(raw if isinstance(raw, str) else "", choices),
        )
        return _MISSING

    def _items(self, kind: object, raw: object, place: KeyPlace, empty: bool) -> object:
        if not isinstance(raw, list):
            place.wrong(msg("{what} must be a list, not {raw}.", what=_label(place), raw=short(raw)))
            return _MISSING
        if not raw and not empty:
            place.wrong(msg("{what} is empty.", what=_label(place)))
            return _MISSING
        items = [(index, self._value(kind, item, place.child(index), False)) for index, item in enumerate(raw)]
        good = [(index, item) for index, item in items if item is not _MISSING]
        if len(good) < len(items):
            place.keep(tuple(index for index, _ in good))
        return tuple(item for _, item in good)

    def _named(self, kind: object, raw: object, place: KeyPlace, known: Sequence[str] = ()) -> object:
        """A table of names that the file chooses, of those `known` where there are any; all values of one type."""
        if not isinstance(raw, Mapping):
            place.wrong(msg("{what} must be a table, not {raw}.", what=_label(place), raw=short(raw)))
            return _MISSING
        for name in raw if known else ():
            if name not in known:
                place.child(name).wrong(msg("There is no key {key} here.", key=short(name)), nearest(name, known))
        found = {str(name): self._value(kind, one, place.child(name), False) for name, one in raw.items()}
        if any(one is _MISSING for one in found.values()):
            return _MISSING
        return types.MappingProxyType(found)

    def _fields(self, raw: object, place: KeyPlace) -> object:
        if not isinstance(raw, Mapping):
            place.wrong(msg("{what} must be a table, not {raw}.", what=_label(place), raw=short(raw)))
            return _MISSING
        return self._frozen(raw, place, 0)

    def _frozen(self, raw: object, place: KeyPlace, depth: int) -> FieldValue | _Missing:
        if isinstance(raw, str):
            told = self._text(raw, place, False)
            return told if isinstance(told, str) else _MISSING
        if depth >= _MAX_DEPTH or not isinstance(raw, (list, Mapping)):
            place.wrong(msg("{what} must be text, a list or a table, not {raw}.", what=_label(place), raw=short(raw)))
            return _MISSING
        rows = raw.items() if isinstance(raw, Mapping) else enumerate(raw)
        parts = {key: self._frozen(part, place.child(key), depth + 1) for key, part in rows}
        good = {str(key): part for key, part in parts.items() if not isinstance(part, _Missing)}
        if len(good) < len(parts):
            return _MISSING
        return types.MappingProxyType(good) if isinstance(raw, Mapping) else tuple(good.values())


@cache
def _types(kind: object) -> Mapping[str, Any]:
    return get_type_hints(kind, localns={"FieldValue": FieldValue})


def _is_one_kind(kind: object) -> bool:
    """Whether all values of a table are read as one type, unlike the free values of fields."""
    return isinstance(kind, type) or get_origin(kind) in (Mapping, tuple)


def _may_be_empty(item: dataclasses.Field[Any]) -> bool:
    usual = item.default_factory is not dataclasses.MISSING or item.default in ("", ())
    return usual or isinstance(item.default, tuple)


def _label(place: KeyPlace) -> str:
    names = [str(key) for key in place.path if isinstance(key, str)]
    return names[-1] if names else msg("The file")

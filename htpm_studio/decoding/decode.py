"""Tables and lists to frozen values: every unknown, missing or wrong key is reported with its place, all at once."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import field
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from htpm_studio.decoding.shape import SpokenField, entries, given, has_shape, mark, shape_of, unmarked
from htpm_studio.decoding.source import KeyPlace, short
from htpm_studio.decoding.values import Fields, FieldValue, Fits, Form, InOrder, Most, OneOf
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass

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


@dataclass(frozen=True, slots=True)
class Decoder:
    """Reads tables; `checks` are called for each finished value of a type, `text_check` for each text.

    `hints` are for keys of a type that are missing or gone, and for texts where a table of it belongs. `printed` makes
    of a text what is kept. A decoder that is not `strict` passes over keys that it does not know; one that is not
    `filled` takes texts with nothing in them.
    """

    checks: Mapping[Any, Check]
    text_check: Check
    hints: Mapping[tuple[type, str], str] = field(default_factory=dict)
    printed: Callable[[str], str] = str
    strict: bool = True
    filled: bool = True

    def table(self, kind: type[T], tables: object, place: KeyPlace) -> T | None:
        """The value of a dataclass type, or None when something in it is wrong (the report says what)."""
        if not isinstance(tables, Mapping):
            hint = self.hints.get((kind, tables), "") if isinstance(tables, str) else ""
            self._must_be(msg("a table"), tables, place, hint)
            return None
        values = self._fields_of(kind, tables, place)
        return None if _MISSING in values.values() else self._checked(kind, kind(**values), place)

    def value(self, kind: Any, raw: object, place: KeyPlace) -> Any:
        """The value of any type, such as a table of names that a file chooses; None when something in it is wrong."""
        found = self._value(kind, raw, place, False)
        return None if found is _MISSING else found

    def _fields_of(self, kind: type, tables: Mapping[str, Any], place: KeyPlace) -> dict[str, Any]:
        """What each field becomes; those with mistakes, and those that are missing, are marked so."""
        shape = shape_of(kind)
        others = {key: tables[key] for key in tables if key not in shape.fields}
        values: dict[str, Any] = {shape.own_name: str(place.path[-1])} if shape.own_name else {}
        for spoken in shape.spoken:
            values[spoken.name] = self._spoken(spoken, others, place)
        for key in others if self.strict else ():
            if hint := self.hints.get((kind, key)):
                place.gone(key, hint)
            else:
                place.unknown(key, shape.fields)
        for key, item in shape.fields.items():
            if key in tables and (tables[key] is not None or not item.required):
                values[item.name] = self._value(item.kind, tables[key], place.child(key), item.may_be_empty)
            elif item.required:
                place.missing(key, self.hints.get((kind, key), ""))
                values[item.name] = _MISSING
        return values

    def _spoken(self, spoken: SpokenField, others: dict[str, Any], place: KeyPlace) -> object:
        """What is said in any language, whose keys are taken out of the others."""
        own, source = spoken.source
        keys = {own: source} if own in others else {}
        for key in others:
            if key.startswith(spoken.prefix) and _LANGUAGE.fullmatch(key[len(spoken.prefix) :]):
                keys.setdefault(key, key.removeprefix(spoken.prefix))
        found = {keys[key]: self._value(spoken.kind, others.pop(key), place.child(key), False) for key in tuple(keys)}
        if _MISSING in found.values():
            return _MISSING
        return types.MappingProxyType(found) if spoken.is_table else tuple(found.items())

    def _checked(self, kind: object, value: T, place: KeyPlace) -> T:
        if kind in self.checks:
            self.checks[kind](value, place)
        return value

    # -------------------------------------------------------------- values

    def _value(self, kind: Any, raw: object, place: KeyPlace, empty: bool) -> object:
        kind, optional = given(kind)
        if optional and raw is None:
            return None
        kind, marks = unmarked(kind)
        if not marks:
            return self._plain(kind, raw, place, empty)
        most = mark(marks, Most)
        if most is None or not isinstance(raw, str if kind is str else (list, Mapping)) or len(raw) <= most.count:
            return self._marked(kind, marks, raw, place, empty)
        pattern = "{what} has {count} entries, more than {most}."
        pattern = "{what} is longer than {most} characters." if isinstance(raw, str) else pattern
        place.wrong(msg(pattern, what=place.label, count=f"{len(raw):,}", most=f"{most.count:,}"))
        if isinstance(raw, list):
            self._marked(kind, marks, raw[: most.count], place, empty)
        return _MISSING

    def _marked(self, kind: Any, marks: tuple[object, ...], raw: object, place: KeyPlace, empty: bool) -> object:
        rule = mark(marks, Fits)
        if form := mark(marks, Form):
            return self._formed(kind, form, raw, place, empty)
        if choice := mark(marks, OneOf):
            return self._choice(tuple(choice.names()), raw, place)
        if order := mark(marks, InOrder):
            return self._in_order(kind, raw, place, order.words)
        value = self._plain(kind, raw, place, empty, rule.words if rule else "")
        if rule and value is not _MISSING and not rule.test(value):
            return self._must_be(rule.words, raw, place)
        return value

    def _plain(self, kind: Any, raw: object, place: KeyPlace, empty: bool, words: str = "") -> object:
        origin = get_origin(kind)
        if origin is Literal:
            return self._choice(get_args(kind), raw, place)
        if origin is tuple:
            kinds = entries(kind)
            return self._in_order(kind, raw, place) if kinds else self._items(get_args(kind)[0], raw, place, empty)
        if origin is Mapping and _is_one_kind(get_args(kind)[1]):
            return self._named(get_args(kind), raw, place)
        if kind is Fields or origin is not None:
            return self._fields(raw, place)
        if has_shape(kind):
            value: object = self.table(kind, raw, place)
            return _MISSING if value is None else value
        return self._scalar(kind, raw, place, empty, words)

    def _scalar(self, kind: Any, raw: object, place: KeyPlace, empty: bool, words: str) -> object:
        if kind is float and type(raw) is int:
            with suppress(OverflowError):
                raw = float(raw)
        if type(raw) is not kind:
            return self._must_be(words or _NAMES[kind], raw, place)
        return self._text(raw, place, empty) if isinstance(raw, str) else raw

    def _must_be(self, words: str, raw: object, place: KeyPlace, hint: str = "") -> object:
        place.wrong(msg("{what} must be {names}, not {raw}.", what=place.label, names=words, raw=short(raw)), hint)
        return _MISSING

    def _text(self, raw: str, place: KeyPlace, empty: bool) -> object:
        if self.filled and not raw.strip():
            if empty:
                return ""
            place.wrong(msg("{what} is empty.", what=place.label))
            return _MISSING
        self.text_check(raw, place)
        return self.printed(raw)

    def _choice(self, choices: Collection[str], raw: object, place: KeyPlace) -> object:
        return raw if place.one_of(raw, choices) else _MISSING

    def _formed(self, kind: Any, form: Form, raw: object, place: KeyPlace, empty: bool) -> object:
        """A value that files have in another form."""
        written = self._value(form.kind, raw, place, empty)
        if written is _MISSING:
            return _MISSING
        try:
            return self._checked(kind, form.read(written), place)
        except InputError as error:
            place.wrong(msg("{what} cannot be used: {reason}", what=place.label, reason=error.message))
        except ValueError:
            self._must_be(form.words, raw, place)
        return _MISSING

    def _items(self, kind: object, raw: object, place: KeyPlace, empty: bool) -> object:
        if not isinstance(raw, list):
            return self._must_be(msg("a list"), raw, place)
        if not raw and not empty:
            place.wrong(msg("{what} is empty.", what=place.label))
            return _MISSING
        items = [(index, self._value(kind, item, place.child(index), False)) for index, item in enumerate(raw)]
        good = [(index, item) for index, item in items if item is not _MISSING]
        if len(good) < len(items):
            place.keep(tuple(index for index, _ in good))
        return tuple(item for _, item in good)

    def _in_order(self, kind: Any, raw: object, place: KeyPlace, words: str = "") -> object:
        """A list whose entries have a type each: a tuple, or a dataclass by the order of its fields."""
        dressed = has_shape(kind)
        kinds = tuple(one.kind for one in shape_of(kind).fields.values()) if dressed else entries(kind) or ()
        if not isinstance(raw, list) or len(raw) != len(kinds):
            return self._must_be(words or msg("a list of {count}", count=len(kinds)), raw, place)
        made = [
            self._value(one, part, place.child(at), True) for at, (one, part) in enumerate(zip(kinds, raw, strict=True))
        ]
        if _MISSING in made:
            return _MISSING
        return self._checked(kind, kind(*made), place) if dressed else tuple(made)

    def _named(self, kinds: tuple[Any, ...], raw: object, place: KeyPlace) -> object:
        """A table of names that the file chooses, of those that it may have; all values of one type."""
        names, kind = kinds
        if not isinstance(raw, Mapping):
            return self._must_be(msg("a table"), raw, place)
        known, rule = get_args(names) if get_origin(names) is Literal else (), mark(unmarked(names)[1], Fits)
        if choice := mark(unmarked(names)[1], OneOf):
            known = tuple(choice.names())
        for name in raw:
            if known and name not in known:
                place.unknown(name, known)
            elif rule and not rule.test(name):
                self._must_be(rule.words, name, place.child(name))
        found = {str(name): self._value(kind, one, place.child(name), False) for name, one in raw.items()}
        return _MISSING if _MISSING in found.values() else types.MappingProxyType(found)

    def _fields(self, raw: object, place: KeyPlace) -> object:
        if not isinstance(raw, Mapping):
            return self._must_be(msg("a table"), raw, place)
        return self._frozen(raw, place, 0)

    def _frozen(self, raw: object, place: KeyPlace, depth: int) -> FieldValue | _Missing:
        if isinstance(raw, str):
            told = self._text(raw, place, False)
            return told if isinstance(told, str) else _MISSING
        if depth >= _MAX_DEPTH or not isinstance(raw, (list, Mapping)):
            self._must_be(msg("text, a list or a table"), raw, place)
            return _MISSING
        rows = raw.items() if isinstance(raw, Mapping) else enumerate(raw)
        parts = {key: self._frozen(part, place.child(key), depth + 1) for key, part in rows}
        good = {str(key): part for key, part in parts.items() if not isinstance(part, _Missing)}
        if len(good) < len(parts):
            return _MISSING
        return types.MappingProxyType(good) if isinstance(raw, Mapping) else tuple(good.values())


def _is_one_kind(kind: object) -> bool:
    """Whether all values of a table are read as one type, unlike the free values of fields."""
    return isinstance(kind, type) or get_origin(kind) in (Mapping, tuple, Annotated, Literal)

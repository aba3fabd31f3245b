"""Reading the TOML of the library strictly: each mistake is reported with file, line and the nearest right name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report, bounded_text, load_toml, nearest, short
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass

T = TypeVar("T", bound=str)
MAX_BYTES, MAX_TEXT, FARTHEST = 100_000, 200, 10_000.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file and its place; what is missing or of the wrong kind is reported and replaced."""

    values: Mapping[str, Any]
    place: KeyPlace

    def has(self, key: str) -> bool:
        """Whether a key is given."""
        return key in self.values

    def keys(self, most: int) -> tuple[str, ...]:
        """The keys; more than `most` are reported and left out."""
        if len(self.values) > most:
            self.place.wrong(msg("There are more than {most} entries.", most=most))
        return tuple(self.values)[:most]

    def only(self, *known: str) -> None:
        """Report every key that is none of these."""
        for key in self.values:
            if key not in known:
                self.place.child(key).wrong(msg("There is no key {name} here.", name=short(key)), nearest(key, known))

    def text(self, key: str, *, empty: bool = False) -> str:
        """A text of one line; `empty` allows none in it."""
        value = self.values.get(key)
        if not isinstance(value, str):
            self._missing(key, msg("a text"))
            return ""
        if not value.strip() and not empty:
            self.place.child(key).wrong(msg("{key} is empty.", key=key))
        if len(value) > MAX_TEXT or not value.isprintable():
            self.place.child(key).wrong(
                msg("{key} must be one line of at most {most} letters.", key=key, most=MAX_TEXT)
            )
            return ""
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._missing(key, msg("a list of texts"))
            return ()
        return tuple(one[:MAX_TEXT] for one in value)

    def one_of(self, key: str, known: Sequence[T], instead: T) -> T:
        """One of the known words."""
        value = self.values.get(key)
        if not isinstance(value, str):
            self._missing(key, msg("a text"))
            return instead
        found = next((one for one in known if one == value), None)
        if found is None:
            message = msg("There is no {key} {value}.", key=key, value=short(value))
            self.place.child(key).wrong(message, nearest(value, known))
        return instead if found is None else found

    def number(
        self, key: str, usual: float | None = None, *, least: float = -FARTHEST, most: float = FARTHEST
    ) -> float:
        """A number within bounds; without `usual` it must be given."""
        value = self.values.get(key, usual)
        good = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
        if not good or value is None:
            self._missing(key, msg("a number from {least} to {most}", least=f"{least:g}", most=f"{most:g}"))
            return usual if usual is not None else max(least, 0.0)
        return float(value)

    def point(self, key: str) -> tuple[float, float]:
        """Two numbers: how far to the right and how far down."""
        value = self.values.get(key)
        numbers = value if isinstance(value, list) else []
        good = [
            float(one)
            for one in numbers
            if isinstance(one, int | float) and not isinstance(one, bool) and abs(one) <= FARTHEST
        ]
        if len(numbers) != 2 or len(good) != 2:
            self._missing(key, msg("two numbers in square brackets"))
            return 0.0, 0.0
        return good[0], good[1]

    def yes(self, key: str, *, usual: bool = False) -> bool:
        """True or false."""
        value = self.values.get(key, usual)
        if not isinstance(value, bool):
            self._missing(key, msg("true or false"))
            return usual
        return value

    def table(self, key: str) -> Table:
        """A table inside; an empty one where it is missing, which is reported."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            self._missing(key, msg("a table"))
            value = {}
        return Table(value, self.place.child(key))

    def tables(self, key: str, most: int) -> tuple[Table, ...]:
        """A list of tables, empty where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._missing(key, msg("a list of tables such as [[{key}]]", key=key))
            return ()
        if len(value) > most:
            self.place.child(key).wrong(msg("There are more than {most} of {key}.", most=most, key=key))
        return tuple(Table(one, self.place.child(key, number)) for number, one in enumerate(value[:most]))

    def _missing(self, key: str, kind: str) -> None:
        place = self.place.child(key) if key in self.values else self.place
        place.wrong(msg("{key} must be {kind}.", key=key, kind=kind))


def read_table(folder: Path, name: str, report: Report) -> Table:
    """The top of a TOML file below a folder; an empty table where it cannot be read, which is reported."""
    text = bounded_text(folder / name, name, MAX_BYTES, report.problems)
    loaded = load_toml(name, text, report) if text is not None else None
    return Table(*loaded) if loaded else Table({}, KeyPlace(name, (), KeyLines(""), report))

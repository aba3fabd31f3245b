"""One file while it is read: where things stand, what is wrong, and which ids are taken."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.lines import Path as KeyPath
from htpm_studio.errors import Diagnostic, in_file, msg, os_error_text
from htpm_studio.frozen import dataclass

MAX_PROBLEMS = 100
_MAX_LINE = 2_000
_MAX_DOTS = 100
_MAX_NAME = 60
MOST_NAMES = 40
_PLAIN_KEY = re.compile(r"[A-Za-z_]\w{0,39}")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


_SYNTAX: Mapping[str, str] = MappingProxyType(
    {
        "Illegal character '\\n'": msg("quotes are not closed"), "Unterminated string": msg("quotes are not closed"),
        'Expected "\'': msg("quotes are not closed"), "Expected '\"": msg("quotes are not closed"),
        "Illegal character": msg("there is a character that cannot be seen"),
        "Invalid initial character": msg("a key cannot be read"),
        "Escaped character": msg("a \\ in quotation marks is not followed by a valid letter"),
        "Invalid hex value": msg("a \\ in quotation marks is not followed by a valid letter"),
        "Unclosed array": msg("a list is not closed"), "Unclosed inline table": msg("a table is not closed"),
        "Expected '='": msg("there is no = after a key"), "Expected ']'": msg("a heading is not closed"),
        "Expected newline": msg("there is something after a value"), "Invalid value": msg("a value cannot be read"),
        "Invalid statement": msg("there is no key"), "Cannot overwrite a value": msg("a key appears twice"),
        "Cannot declare": msg("a heading appears twice"), "Unescaped": msg("there is a single \\ in quotes"),
    }
)  # fmt: skip
"""How the reader of TOML begins its reasons, and what they are called here."""

TWICE: Mapping[str, str] = MappingProxyType(
    {
        "action": "The action {name} is used twice.", "resource": "The resource {name} is used twice.",
        "statistic": "The statistic {name} is used twice.", "post": "The post {name} is used twice.",
        "deck": "The deck {name} is used twice.", "handout": "The handout {name} is used twice.",
        "event": "The event {name} is used twice.", "fact": "The fact {name} is used twice.",
        "page size": "The page size {name} is declared twice.", "sheet": "The sheet {name} is declared twice.",
        "theme": "The theme {name} is used twice.", "open theme": "Two themes have no year.",
        "rule": "The rule {name} is used twice.",
    }
)  # fmt: skip
"""What is said of two things of a kind with the same name."""


@dataclass(slots=True)
class Report:
    """All mistakes of one reading of a pack, the ids and addresses seen so far, and what was lost on the way.

    `blind` says that some addresses are not known because the file or the resource that gives them is broken,
    `monthless` that nothing of the month is known, as its file is not TOML. `pictures` are the scenes to choose from.
    """

    problems: list[Diagnostic] = field(default_factory=list)
    seen: dict[tuple[str, str], KeyPlace] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    blind: bool = False
    monthless: bool = False
    pictures: frozenset[str] = frozenset()
    kept: dict[tuple[str, KeyPath], tuple[int, ...]] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether so much is wrong already that further mistakes are not worth listing."""
        return len(self.problems) >= MAX_PROBLEMS


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A key of a file; mistakes found there are added to the report with its line.

    In `json`, which people do not write, they say the path instead, such as $.photos[2].name.
    """

    file: str
    path: KeyPath
    lines: KeyLines
    report: Report
    json: bool = False

    def child(self, *keys: str | int) -> KeyPlace:
        """The place of a key or item below this one."""
        return KeyPlace(self.file, (*self.path, *keys), self.lines, self.report, self.json)

    def keep(self, indexes: tuple[int, ...]) -> None:
        """Note which items of this list could be read, so that the others do not shift their places."""
        self.report.kept[self.file, self.path] = indexes
        self.report.blind = self.report.blind or self.path[-1:] in (("resources",), ("posts",))

    def item(self, key: str, position: int) -> KeyPlace:
        """The place of an item of a list by its position among the items that could be read."""
        kept = self.report.kept.get((self.file, (*self.path, key)))
        return self.child(key, kept[position] if kept else position)

    def whole(self, key: str) -> bool:
        """Whether every item of a list could be read."""
        return (self.file, (*self.path, key)) not in self.report.kept

    @property
    def line(self) -> int:
        """The 1-based line of the place, or of the nearest table around it; 0 in JSON."""
        return 0 if self.json else self.lines.nearest(self.path) or 1

    @property
    def label(self) -> str:
        """What a mistake calls the place: its key or, in JSON, its path."""
        if self.json:
            return "".join(("$", *map(_step, self.path)))
        names = [key for key in self.path if isinstance(key, str)]
        return names[-1] if names else msg("The file")

    def wrong(self, message: str, hint: str = "") -> None:
        """Add a mistake at this place."""
        if not self.report.full:
            self.report.problems.append(in_file(self.file, self.line, message, hint))

    def missing(self, key: str, hint: str = "") -> None:
        """Add that a key is missing in this table."""
        if self.json:
            self.wrong(msg("{what} is missing.", what=self.child(key).label), hint)
        else:
            self.wrong(msg("The key {name} is missing.", name=key), hint)

    def one_of(self, raw: object, known: Collection[str]) -> bool:
        """Whether what is here is one of the known names; complain when it is not."""
        if isinstance(raw, str) and raw in known:
            return True
        message = msg("{what} cannot be {raw}.", what=self.label, raw=short(raw))
        self.wrong(message, nearest(raw if isinstance(raw, str) else "", known))
        return False

    def unknown(self, key: str, known: Iterable[str]) -> None:
        """Add that this table has no such key."""
        self.child(key).wrong(msg("There is no key {key} here.", key=short(key)), nearest(key, known))

    def gone(self, key: str, hint: str) -> None:
        """Add that this table has no such key any more, and what to write."""
        self.child(key).wrong(msg("There is no key {key} here.", key=short(key)), hint)

    def once(self, kind: str, name: str, within: str = "") -> None:
        """Complain when the same name was already used for another thing of that kind, in the pack or within a file."""
        first = self.report.seen.setdefault((f"{within} {kind}", name), self)
        if (first.file, first.path) != (self.file, self.path):
            where = f"{first.file}:{first.line}"
            self.wrong(msg(TWICE[kind], name=short(name)), msg("It is first used at {first}.", first=where))


def json_place(file: str, report: Report) -> KeyPlace:
    """The top of a JSON file."""
    return KeyPlace(file, (), KeyLines(""), report, json=True)


def _step(key: str | int) -> str:
    """A part of a JSON path."""
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if _PLAIN_KEY.fullmatch(key) else f"[{key[:_MAX_NAME]!r}]"


def short(value: object, length: int = 60) -> str:
    """A value as it may be in a message: quoted, on one line, cut when long."""
    text = repr(value) if not isinstance(value, str) else f'"{value}"'
    text = " ".join(text[: 4 * length].split())
    return text if len(text) <= length else text[: length - 1] + "\u2026"


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the most similar known word, or the first of them when none is similar."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6) if len(name) <= _MAX_NAME else []
    if close:
        return msg("Did you mean {name}?", name=close[0])
    shown = names if len(names) <= MOST_NAMES else [*names[:MOST_NAMES], "…"]
    return msg("Known names: {names}.", names=", ".join(shown)) if names else ""


def bounded_text(path: Path, name: str, most: int, problems: list[Diagnostic]) -> str | None:
    """The text of a file of at most `most` bytes; None where it cannot be read, with the mistake in `problems`."""
    data = b""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
        if len(data) <= most:
            return data.decode("utf-8-sig")
        wrong = in_file(name, 0, msg("The file is larger than {size} kB.", size=most // 1000), "Make it shorter.")
    except OSError as error:
        reason = os_error_text(error, reading=True)
        wrong = in_file(name, 0, msg("The file cannot be read ({reason}).", reason=reason))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        wrong = in_file(name, line, "The file is not UTF-8 text.", "Save it in your editor as UTF-8.")
    problems.append(wrong)
    return None


def load_toml(file: str, text: str, report: Report) -> tuple[Mapping[str, Any], KeyPlace] | None:
    """The tables of a file and its place; None when it cannot be read, with the mistake in the report."""
    loaded = _load(file, text, report)
    report.blind = report.blind or loaded is None
    return loaded


def _load(file: str, text: str, report: Report) -> tuple[Mapping[str, Any], KeyPlace] | None:
    for number, row in enumerate(text.split("\n"), 1):
        if len(row) > _MAX_LINE or row.count(".") > _MAX_DOTS:
            report.problems.append(
                in_file(
                    file,
                    number,
                    "The line is too long.",
                    msg("Keep it under {most} characters.", most=_MAX_LINE),
                )
            )
            return None
    unix = text.replace("\r\n", "\n")
    try:
        tables = tomllib.loads(unix)
    except tomllib.TOMLDecodeError as error:
        report.problems.append(syntax_problem(file, text, str(error)))
        return None
    except RecursionError:
        report.problems.append(in_file(file, 0, "The values are nested too deeply."))
        return None
    return tables, KeyPlace(file, (), KeyLines(unix), report)


def syntax_problem(file: str, text: str, message: str) -> Diagnostic:
    """The sentence and the line of a TOML syntax error."""
    match = _AT_LINE.search(message)
    line = int(match.group(1)) if match and match.group(1) else text.count("\n") + 1
    raw = _AT_LINE.sub("", message).rstrip(".")
    reason = next((words for start, words in _SYNTAX.items() if raw.startswith(start)), raw)
    return in_file(
        file,
        line,
        msg("This is not valid TOML: {reason}.", reason=reason),
        "Put text in quotation marks and lists in square brackets.",
    )

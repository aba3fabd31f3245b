"""The language rules as data: how a rule is written, read and refused, and what it is asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from htpm_studio.campaign.model import AUDIENCES, Audience, Observance
from htpm_studio.errors import Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.helpline import USUAL, Helpline
from htpm_studio.toml.source import TomlReport, bounded_text, load_toml

Level = Literal["error", "warning", "info"]
Role = Literal["text", "post", "notes", "alt", "article", "legal", "title", "file"]
LEVELS: tuple[Level, ...] = get_args(Level)
ROLES: tuple[Role, ...] = get_args(Role)
SCHEMA = 1
LARGEST = 256 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class LanguageRule:
    """One rule, equal to itself alone; the fields are explained at the top of the file that holds them."""

    id: str
    level: Level
    kind: Literal["pattern", "check"]
    title: str
    why: str
    suggest: str
    sentence: str
    source: str
    check: str = ""
    pattern: re.Pattern[str] | None = None
    unless_before: re.Pattern[str] | None = None
    unless_block: re.Pattern[str] | None = None
    unless_overlaps: tuple[str, ...] = ()
    only_in: tuple[Role, ...] = ()
    not_in: tuple[Role, ...] = ()
    only_for: tuple[Audience, ...] = ()
    swap: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    swap_sentence: str | None = None
    language: str = ""
    topic: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def asks(self, role: Role, language: str, audience: Audience = "public") -> bool:
        """Whether the rule looks at texts of that role in that language, spoken to that audience."""
        spoken = self.language in ("", language) and (not self.only_for or audience in self.only_for)
        return spoken and role not in self.not_in and (not self.only_in or role in self.only_in)


@dataclass(frozen=True, slots=True)
class RulePassage:
    """One text to read: the piece and field it is in, its role, and what is around it.

    `block` is what a reader sees together with it (the whole page); empty means that each paragraph is alone.
    `audience` is who it speaks to.
    """

    piece: str
    field: str
    text: str
    role: Role = "text"
    block: str = ""
    audience: Audience = "public"


@dataclass(frozen=True, slots=True)
class RuleContext:
    """What the rules compare with: titles of things that others published, hashtags (the month's first), the day.

    `language` is the one that the texts are written in, `helplines` are those whose numbers must be right,
    `topics` what they are about, `emergency` is the campaign's sentence about danger.
    """

    titles: frozenset[str] = frozenset()
    hashtags: tuple[str, ...] = ()
    today: date = date.max
    language: str = "en"
    helplines: tuple[Helpline, ...] = USUAL
    topics: tuple[str, ...] = Observance().topics
    emergency: str = ""

    def has(self, rule: LanguageRule) -> bool:
        """Whether a rule is about what the texts are about."""
        return not rule.topic or rule.topic in self.topics

    def filled(self, sentence: str) -> str:
        """A sentence that a rule offers, with the campaign's own number and its own words about danger."""
        return sentence.replace("{hotline}", self.helplines[0].printed).replace("{emergency}", self.emergency).strip()


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """Where a rule applies: which, how bad, where (characters `start` to `end` of a field), why, and better words.

    It is not a `Diagnostic`, because it is about letters and not about a kit: all matches of a rule in a piece become
    one `Check`, and the editor underlines each.
    `better` is the text of the whole field with the suggestion in place; None when a person has to write it.
    """

    rule: str
    level: Level
    piece: str
    field: str
    start: int
    end: int
    match: str
    reason: str
    suggest: str
    sentence: str
    better: str | None = None


_PATTERNS = ("pattern", "unless_before", "unless_block")
_LISTS = ("unless_overlaps", "only_in", "not_in", "only_for")
_TABLES = ("swap", "values")
_WORDS = ("id", "level", "kind", "title", "why", "suggest", "sentence", "source")
_OPTIONAL = ("check", "swap_sentence", "ignore_case", "language", "topic")


def read_rules(path: Path, checks: Sequence[str] = ()) -> tuple[LanguageRule, ...]:
    """The rules of a file; raises Problems with every mistake in it. `checks` are the names that `check` may have."""
    report = TomlReport()
    text = bounded_text(path, path.name, LARGEST, report.problems)
    loaded = None if text is None else load_toml(path.name, text, report)
    if loaded is None:
        raise Problems(path.name, report.problems)
    data, place = loaded
    rows = data.get("rule", [])
    if data.get("schema") != SCHEMA or not isinstance(rows, list) or not rows:
        place.wrong(msg("The file needs schema = {schema} and at least one [[rule]].", schema=SCHEMA))
        rows = []
    rules: list[LanguageRule] = []
    for index, row in enumerate(rows):
        found = list(_mistakes(row, checks, {rule.id for rule in rules}))
        for key, message in found:
            place.child("rule", index, key).wrong(message)
        if not found:
            rules.append(_rule(row))
    if report.problems:
        raise Problems(path.name, report.problems)
    return tuple(rules)


def _mistakes(row: Any, checks: Sequence[str], seen: set[str]) -> list[tuple[str, str]]:
    if not isinstance(row, dict):
        return [("id", "A rule is a table.")]
    known = {*_WORDS, *_PATTERNS, *_LISTS, *_TABLES, *_OPTIONAL}
    found = [(key, f'There is no key "{key}" in a rule.') for key in row if key not in known]
    found += [(key, f'The rule needs "{key}", a text.') for key in _WORDS if not isinstance(row.get(key), str)]
    if row.get("level") not in LEVELS:
        found.append(("level", f"The level is one of {', '.join(LEVELS)}."))
    if row.get("kind") == "pattern" and "pattern" not in row:
        found.append(("kind", "A rule of this kind needs a pattern."))
    if row.get("kind") == "check" and checks and row.get("check") not in checks:
        found.append(("check", f"The check is one of {', '.join(checks)}."))
    if row.get("kind") not in ("pattern", "check"):
        found.append(("kind", "The kind is pattern or check."))
    if row.get("id") in seen:
        found.append(("id", f"There are two rules {row['id']}."))
    for key in ("only_in", "not_in"):
        if any(role not in ROLES for role in row.get(key, ())):
            found.append((key, f"The roles are {', '.join(ROLES)}."))
    if any(audience not in AUDIENCES for audience in row.get("only_for", ())):
        found.append(("only_for", f"The audiences are {', '.join(AUDIENCES)}."))
    found += [(key, problem) for key in _PATTERNS if (problem := _no_pattern(row.get(key, "")))]
    values = row.get("values", {})
    if row.get("kind") == "check" and isinstance(values, dict):
        found += [("values", problem) for text in (*values, *values.values()) if (problem := _no_pattern(text))]
    return found


def _no_pattern(text: Any) -> str:
    try:
        re.compile(text)
    except (re.error, TypeError) as error:
        return f"This is not a pattern: {error}."
    return ""


def _rule(row: Mapping[str, Any]) -> LanguageRule:
    flags = re.IGNORECASE if row.get("ignore_case", True) else re.RegexFlag(0)
    made = {key: value for key, value in row.items() if key != "ignore_case"}
    made |= {key: re.compile(row[key], flags) for key in _PATTERNS if key in row}
    made |= {key: tuple(row[key]) for key in _LISTS if key in row}
    made |= {key: MappingProxyType(dict(row[key])) for key in _TABLES if key in row}
    return LanguageRule(**made)

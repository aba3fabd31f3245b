"""The language rules as data: how a rule is written, read and refused, and what it is asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from htpm_studio.campaign.model import Audience, Observance
from htpm_studio.decoding.declaration_file import check_schema
from htpm_studio.decoding.decode import Check, Decoder
from htpm_studio.decoding.source import KeyPlace, Report, bounded_text, load_toml
from htpm_studio.decoding.values import Form
from htpm_studio.errors import InputError, Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.helpline import USUAL, Helpline

Level = Literal["error", "warning", "info"]
Role = Literal["text", "post", "notes", "alt", "article", "legal", "title", "file"]
LEVELS: tuple[Level, ...] = get_args(Level)
ROLES: tuple[Role, ...] = get_args(Role)
LARGEST = 256 * 1024


def compiled(text: str) -> re.Pattern[str]:
    """A pattern without regard to capitals; raises InputError for what is none."""
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise InputError(msg("This is not a pattern: {reason}.", reason=error)) from error


Pattern = Annotated[re.Pattern[str], Form(str, compiled, lambda pattern: pattern.pattern)]


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
    pattern: Pattern | None = None
    unless_before: Pattern | None = None
    unless_block: Pattern | None = None
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


@dataclass(frozen=True, slots=True, eq=False)
class _Row(LanguageRule):
    """A rule as it is written."""

    ignore_case: bool = True


@dataclass(frozen=True, slots=True)
class _File:
    """The whole file."""

    schema: int
    rule: tuple[_Row, ...]


_PATTERNS = ("pattern", "unless_before", "unless_block")


def read_rules(path: Path, checks: Sequence[str] = ()) -> tuple[LanguageRule, ...]:
    """The rules of a file; raises Problems with every mistake in it. `checks` are the names that `check` may have."""
    report = Report()
    text = bounded_text(path, path.name, LARGEST, report.problems)
    loaded = None if text is None else load_toml(path.name, text, report)
    ours: Mapping[type, Check] = {_File: check_schema, _Row: partial(_check_row, checks=checks)}
    found = Decoder(ours, _any_text, filled=False).table(_File, *loaded) if loaded else None
    if found is None or report.problems:
        raise Problems(path.name, report.problems)
    return tuple(map(_rule, found.rule))


def _check_row(row: _Row, place: KeyPlace, *, checks: Sequence[str]) -> None:
    place.child("id").once("rule", row.id)
    if row.kind == "pattern" and row.pattern is None:
        place.missing("pattern")
    if row.kind == "check" and checks:
        place.child("check").one_of(row.check, checks)
    for text in (*row.values, *row.values.values()) if row.kind == "check" else ():
        try:
            compiled(text)
        except InputError as error:
            place.child("values").wrong(error.message)


def _rule(row: _Row) -> LanguageRule:
    made = {item.name: getattr(row, item.name) for item in fields(LanguageRule)}
    if not row.ignore_case:
        made |= {key: re.compile(made[key].pattern) for key in _PATTERNS if made[key]}
    return LanguageRule(**made)


def _any_text(_text: str, _place: KeyPlace) -> None:
    """The rules are the program's own, and a pattern may have any letter."""

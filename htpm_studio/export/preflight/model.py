"""What a check says: a sentence about one place of a kit, and what can be done about it as data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from htpm_studio.errors import Message
from htpm_studio.export.kit.edits import FINE
from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Edits, Project

Group = Literal["fix", "look", "fixed"]
OPEN_GROUPS: tuple[Group, ...] = ("fix", "look")
Opens = Literal["", "editor", "record", "pictures", "name", "logo", "design", "lines"]
GROUPS: tuple[Group, ...] = get_args(Group)
GROUP_TITLES: Mapping[Group, str] = {
    "fix": "Fix before you publish",
    "look": "Worth a look",
    "fixed": "Fixed for you",
}


@dataclass(frozen=True, slots=True)
class Change:
    """An edit to make: the new text of a field, or None to follow the kit again."""

    piece: str
    field: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Fix:
    """A button: changes to make at once, a place to open, or (`fine`) the mark that nothing is to be done."""

    label: Message
    changes: tuple[Change, ...] = ()
    opens: Opens = ""
    fine: bool = False


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address: as it is printed, as a browser takes it, and the mark that a person opened it, if it has one."""

    address: str
    url: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing for a person to do: a row of the list of checks, made of a `Diagnostic` or of matches of a rule.

    It is not a `Diagnostic` itself, because it has a life of its own: it keeps its `id` while what it is about stays
    the same, can be fixed with a button, called fine with a reason, and found again.

    `piece` is "" when it is about the whole kit; `blocked` pieces are left out of an export.
    `target` is what a fix opens beside the piece (a photo's hash); `safe` are the changes that make the piece safe
    when it is exported as it is; `asks_reason` says that calling it fine wants a reason. `suggest` are words to use
    instead, `better` is the whole text of the field with them. `links` are the addresses that it is about.
    """

    id: str
    group: Group
    code: str
    title: str
    sentence: Message
    piece: str = ""
    field: str = ""
    target: str = ""
    reason: str = ""
    fixes: tuple[Fix, ...] = ()
    safe: tuple[Change, ...] = ()
    blocked: bool = False
    asks_reason: bool = False
    at: int = 0
    suggest: str = ""
    better: str = ""
    links: tuple[WebAddress, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What is kept when the user calls it fine: its id, or a mark for each of its addresses."""
        return tuple(link.mark for link in self.links if link.mark) or (self.id,)

    @property
    def simple(self) -> bool:
        """Whether its first button puts it right at once."""
        return bool(self.fixes) and bool(self.fixes[0].changes)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All checks of a kit in the order in which they are shown; what the user called fine is kept apart."""

    checks: tuple[Check, ...] = ()
    fine: tuple[Check, ...] = ()

    def group(self, group: Group) -> tuple[Check, ...]:
        """The checks of one group."""
        return tuple(check for check in self.checks if check.group == group)

    @property
    def count(self) -> int:
        """How many want a person: all but those that were fixed."""
        return sum(1 for check in self.checks if check.group != "fixed")

    @property
    def must_fix(self) -> bool:
        """Whether something has to be fixed before the kit is published."""
        return any(check.group == "fix" for check in self.checks)

    def pieces(self) -> Mapping[str, tuple[Check, ...]]:
        """The checks that want a person, by piece."""
        found: dict[str, tuple[Check, ...]] = {}
        for check in self.checks:
            if check.group != "fixed" and check.piece:
                found[check.piece] = (*found.get(check.piece, ()), check)
        return found


def check_id(code: str, *parts: str) -> str:
    """A short name of a check that stays the same while what it found stays the same."""
    return f"{code}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:10]}"


def applied(project: Project, changes: tuple[Change, ...]) -> Project:
    """The project with changes made."""
    edits: Edits = project.edits
    for change in changes:
        edits = edits.changed(change.piece, change.field, change.text)
    return replace(project, edits=edits)


def joined(reports: Iterable[CheckReport]) -> CheckReport:
    """The checks of several kits; what is said of all of them is there once."""
    checks: dict[str, Check] = {}
    fine: dict[str, Check] = {}
    for report in reports:
        checks = {check.id: check for check in report.checks} | checks
        fine = {check.id: check for check in report.fine} | fine
    ordered = sorted(checks.values(), key=lambda check: GROUPS.index(check.group))
    return CheckReport(tuple(ordered), tuple(check for name, check in fine.items() if name not in checks))


def called_fine(project: Project, check: Check, place: str, reason: str = "", marks: tuple[str, ...] = ()) -> Project:
    """The project in which a check counts as seen, or only some of its marks.

    `place` is the piece that keeps the marks of checks about the whole kit.
    """
    edits = project.edits
    for mark in marks or check.marks:
        edits = edits.changed(check.piece or place, FINE + mark, reason.strip() or "yes")
    return replace(project, edits=edits)


def called_open(project: Project, checks: Iterable[Check]) -> Project:
    """The project in which these checks are looked at again, wherever their marks are kept."""
    gone = {FINE + mark for check in checks for mark in check.marks}
    edits = project.edits
    for edit in project.edits.items:
        if edit.field in gone:
            edits = edits.changed(edit.piece, edit.field, None)
    return replace(project, edits=edits)

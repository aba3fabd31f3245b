"""What a toolkit is for: the name of the observance, its month and day, its helpline. What cannot be told is asked."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from htpm_studio.campaign.model import Campaign, Hotline
from htpm_studio.campaign.toolkit.blocks import DocumentBlock
from htpm_studio.campaign.toolkit.helplines import FoundHelpline, calls_for_help, find_helplines, phones_in
from htpm_studio.campaign.toolkit.phrases import sentences
from htpm_studio.errors import InputError, Message, join_messages, msg
from htpm_studio.frozen import dataclass

OPENING = 3
MONTHS = tuple(month_name)
"""The months in English, each at its number."""

_MONTH_WORD = "|".join(MONTHS[1:])
_DATE = re.compile(rf"\b({_MONTH_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?!\d)")
_DATED = re.compile(rf"\b({_MONTH_WORD})\.?(?: \d{{1,2}}(?!\d)|,? 20\d\d)")
_PLAIN = re.compile(rf"\b({'|'.join(name for name in MONTHS[1:] if name not in ('March', 'May'))})\b")
_LINK = r"(?:and|&|of|for|the|in|on|against|to|from|with)"
_CAPITAL = r"[A-Z][\w’'-]*"
_KIND = "Awareness|Prevention|Action|Remembrance|Recognition|Education|Safety|Rights|Memorial"
_NAMES = (
    re.compile(rf"\b(?:{_CAPITAL} (?:{_LINK} )*){{1,7}}?(?:{_KIND}) (?:Month|Week|Day)\b"),
    re.compile(
        rf"\b(?:National|International|World|Global) (?:{_CAPITAL} )*?(?:Month|Week|Day)(?: (?:Against|{_LINK})"
        rf"(?: {_LINK})*(?: {_CAPITAL}(?: {_LINK})*)+)"
    ),
)
_TAIL = re.compile(rf"(?: {_LINK})+\Z")
_LEAD = re.compile(
    r"\A(?:(?:The|This|Our|Your|Each|Every|A|For|About|During|In|On|Of|Today|Observe|Join|Welcome|Toolkit|Campaign|Guide|And|"
    rf"Week|It|Its|Is|Why|{_MONTH_WORD})\b(?:,? 20\d\d)? ?)+"
)
_DAY_NAME = re.compile(rf"\b((?:{_CAPITAL} ){{1,5}}(?:Day|Monday|Tuesday|Wednesday|Thursday|Friday))\b")
_GENERIC = frozenset(["national", "international", "world", "global", "month", "week", "day"]) | {
    word.lower() for word in _KIND.split("|")
}
_EMERGENCY = re.compile(r"\b(?:911|999|112|000|111)\b")
_DANGER = re.compile(r"\b(?:emergenc|danger)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user says about a toolkit; empty where nobody was asked. `helpline` may be "Name=number"."""

    name: str = ""
    month: int = 0
    helpline: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the document does not say clearly; `choices` are the answers that it suggests."""

    about: Literal["name", "month", "helpline"]
    sentence: Message
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a toolkit is for. `ours` says that it is the observance of the built-in campaign, with its helpline.

    `day` is the day that people take part in (0: none), `day_name` what it is called, `day_text` the sentence that says
    so. `emergency` is the number for emergencies that the document gives. `questions` are still open.
    """

    ours: bool
    name: str
    month: int
    day: int = 0
    day_name: str = ""
    day_text: str = ""
    helpline: FoundHelpline | None = None
    others: tuple[Hotline, ...] = ()
    emergency: str = ""
    about: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether the observance is one day rather than a month or week."""
        return re.search(r"\bDay\b", self.name) is not None


def find_setting(blocks: Sequence[DocumentBlock], ours: Campaign, answers: Answers = Answers()) -> Setting:  # noqa: B008
    """What a document is for, with the questions that it leaves open."""
    names = _names(blocks)
    name = answers.name.strip() or next(iter(names), "")
    months = _months(blocks)
    month = answers.month or _clear_month(months)
    if _is_ours(name, answers.month or next(iter(months), 0), ours):
        return Setting(True, ours.month.name, ours.observance.month, ours.observance.day)
    questions: list[Question] = []
    if not name:
        questions.append(Question("name", msg("It does not say for which month, week or day it is."), names))
    if not month:
        choices = tuple(MONTHS[one] for one in months)
        questions.append(Question("month", msg("It does not say clearly in which month that is."), choices))
    found = find_helplines(blocks)
    helpline = _chosen(blocks, found, answers.helpline)
    if helpline is None:
        sentence = (
            msg("It names several telephone numbers. Which one is the helpline?")
            if found
            else msg("It names no helpline.")
        )
        questions.append(Question("helpline", sentence, tuple(one.label for one in found)))
    day, day_name, day_text = _day(blocks, name, month)
    others = tuple(
        one.hotline for one in found if one.named and helpline and one.hotline.number != helpline.hotline.number
    )
    return Setting(
        False, name, month, day, day_name, day_text, helpline, others, _emergency(blocks), _about(blocks, name),
        tuple(questions),
    )  # fmt: skip


def refuse_open(setting: Setting, name: str) -> None:
    """Raise InputError while something about a toolkit is open, saying what to give."""
    if not setting.questions:
        return
    first = setting.questions[0]
    asked = msg("{name} is not the built-in campaign’s toolkit. {question}", name=name, question=first.sentence)
    ways: dict[str, Message] = {
        "name": msg('Say it with --observance "Name of the Month".'),
        "month": msg("Say it with --month 10."),
        "helpline": msg('Say it with --helpline "Name=1-800-555-0100".'),
    }
    offered = [msg("It may be one of these: {choices}.", choices="; ".join(first.choices[:6]))] if first.choices else []
    raise InputError(asked, join_messages((ways[first.about], *offered)))


# ------------------------------------------------------------------ name


def _names(blocks: Sequence[DocumentBlock]) -> tuple[str, ...]:
    """The names of observances in a document, the likeliest first: those of titles and headings, and often said."""
    weights: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for index, block in enumerate(blocks):
        text = block.text.title() if block.text.isupper() else block.text
        for name in _names_in(text[:2_000]):
            key = _core(name)
            weights[key] += 6 if index < OPENING else 3 if block.kind == "heading" else 1
            spelled[key] = max(spelled.get(key, name), name, key=len)
    return tuple(spelled[key] for key, _ in weights.most_common())


def _names_in(text: str) -> Iterator[str]:
    for pattern in _NAMES:
        for found in pattern.finditer(text):
            name = _TAIL.sub("", _LEAD.sub("", found.group()))
            if len(name.split()) > 2 or re.match(r"(?:World|International|National|Global) ", name):
                yield name


def _core(name: str) -> str:
    return re.sub(r"^national ", "", name.casefold())


def _is_ours(name: str, month: int, ours: Campaign) -> bool:
    """Whether a toolkit is for the built-in campaign: by its name, or where it has none by its month."""
    same_month = month in (0, ours.observance.month)
    if not name:
        return same_month
    if _core(name) == _core(ours.month.name):
        return True
    days = {_core(event.name) for event in ours.month.events}
    alike = _topic(ours.month.name) <= _topic(name) and "month" in name.casefold()
    return same_month and (alike or _core(name) in days)


def _topic(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - _GENERIC


# ------------------------------------------------------------------ month and day


def _months(blocks: Sequence[DocumentBlock]) -> dict[int, int]:
    """The months that a document is for, the likeliest first, with how much speaks for each."""
    weights: Counter[int] = Counter()
    for index, block in enumerate(blocks):
        head = index < OPENING or block.kind == "heading"
        weights.update({MONTHS.index(word): 4 if head else 1 for word in _DATED.findall(block.text[:2_000])})
        if head:
            weights.update({MONTHS.index(word): 3 for word in _PLAIN.findall(block.text)})
        elif "Month" in block.text:
            weights.update(MONTHS.index(word) for word in _PLAIN.findall(block.text[:2_000]))
    return dict(weights.most_common())


def _clear_month(months: dict[int, int]) -> int:
    """The month that clearly more speaks for than for any other; 0 where there is none."""
    rows = list(months.items())
    if not rows or (len(rows) > 1 and rows[0][1] < 2 * rows[1][1]):
        return 0
    return rows[0][0]


def _day(blocks: Sequence[DocumentBlock], name: str, month: int) -> tuple[int, str, str]:
    """The day that people take part in, its name, and the sentence that says so; 0 where there is none."""
    is_day = re.search(r"\bDay\b", name) is not None
    # A sentence says it better than a title.
    for block in sorted(blocks, key=lambda one: one.kind == "heading" or one is blocks[0]):
        for row in sentences(block.text[:2_000]):
            found = next((one for one in _DATE.finditer(row) if MONTHS.index(one.group(1)) == month), None)
            if found is None or re.match(r"\s*[-\u2013\u2014]", row[found.end() :]):
                continue
            if is_day and (_core(name) in _core(row) or block is blocks[0] or _core(name) in _core(blocks[0].text)):
                return int(found.group(2)), name, row if _core(name) in _core(row) else ""
            if not is_day and (named := _DAY_NAME.search(row)) and _usable_day(named.group(1)):
                return int(found.group(2)), _LEAD.sub("", named.group(1)), row
    return 0, "", ""


def _usable_day(name: str) -> bool:
    words = _LEAD.sub("", name).split()
    return len(words) > 1 and not re.match(rf"(?:{_MONTH_WORD})\b", words[0])


# ------------------------------------------------------------------ helpline


def _chosen(blocks: Sequence[DocumentBlock], found: Sequence[FoundHelpline], said: str) -> FoundHelpline | None:
    """The helpline that the user names, else the only one that the document calls so."""
    if said:
        name, _, number = said.rpartition("=")
        number = next((one for _, _, one in phones_in(number.strip())), number.strip())
        wanted = re.sub(r"\D", "", number)[-10:]
        known = next((one for one in found if wanted and re.sub(r"\D", "", one.hotline.number)[-10:] == wanted), None)
        known = known or next((one for one in found if said.casefold().strip() in one.label.casefold()), None)
        return known or FoundHelpline(Hotline(number, name=name.strip()), True, "")
    named = [one for one in found if one.named]
    if len(named) == 1:
        return named[0]
    if not named and len(found) == 1 and calls_for_help(blocks, found[0].hotline.number):
        return found[0]
    return None


def _emergency(blocks: Sequence[DocumentBlock]) -> str:
    counted = Counter(
        number for block in blocks if _DANGER.search(block.text) for number in _EMERGENCY.findall(block.text)
    )
    return counted.most_common(1)[0][0] if counted else ""


def _about(blocks: Sequence[DocumentBlock], name: str) -> str:
    """The first paragraph that says what the observance is, in the document's own words."""
    rows = (block.text for block in blocks if block.kind == "paragraph" and "#" not in block.text)
    return next((row for row in rows if 80 <= len(row) <= 700 and _core(name) in row.casefold()), "")

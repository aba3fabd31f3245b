"""Labels of posts: the network, the day and the file name that a toolkit prints beside the words. They are data."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from htpm_studio.campaign.toolkit_import.blocks import NO_LABELS, PostLabels
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, without_dates
from htpm_studio.campaign.toolkit_import.vocabulary import label_of, platforms_in
from htpm_studio.frozen import dataclass

NUMBERED = re.compile(
    r"^(?:sample |suggested )?(?:post|message|option|caption|tweet|publicaci\u00f3n|mensaje)\s*(?:no\.? ?|#)?\d{0,3}"
    r"\s*(?:\((?P<about>[^()]{1,60})\))?\s*[:.)\u2013-]*\s*",
    re.IGNORECASE,
)
_COLON = re.compile(r"^(?P<label>[^:]{1,60}?)\s*:(?!//)\s*(?P<rest>.*)$")
_DASH = re.compile(r"^(?P<label>.{1,40}?)\s+[\u2013\u2014-]\s+(?P<rest>.+)$")
_FILE = re.compile(r"\b[\w-]{1,80}\.(?:png|jpe?g|gif|svg|pdf|mp4|webp|tiff?|psd|ai)\b", re.IGNORECASE)
_MOST = 4

Sort = Literal["platform", "dates", "file", "text", "alt", "number", "tail", "other"]


@dataclass(frozen=True, slots=True)
class LabeledText:
    """Words without the labels before them; `sorts` says which labels there were."""

    words: str
    labels: PostLabels = NO_LABELS
    sorts: tuple[Sort, ...] = ()


def without_labels(text: str) -> LabeledText:
    """The labels at the beginning of a text taken off."""
    found = LabeledText(text)
    for _ in range(_MOST):
        more = _one(found.words)
        if more is None:
            break
        found = LabeledText(more.words, found.labels.joined(more.labels), (*found.sorts, *more.sorts))
    return found


def _one(text: str) -> LabeledText | None:
    if names := platforms_in(text) if len(text) <= 60 else ():
        return LabeledText("", PostLabels(names), ("platform",))
    days = dates_in(text) if len(text) <= 60 else None
    if days and len(without_dates(text)) <= 3:
        return LabeledText("", PostLabels(dates=(days[2], days[3])), ("dates",))
    if file := _FILE.fullmatch(text.strip("()[] ")):
        return LabeledText("", PostLabels(files=(file.group(),)), ("file",))
    if (number := NUMBERED.match(text)) and number.group() and _is_number(number.group(), text):
        return _qualified(number.group("about") or "", text[number.end() :])
    for pattern in (_COLON, _DASH):
        if (split := pattern.match(text)) and (found := _split(split, colon=pattern is _COLON)):
            return found
    return None


def _is_number(label: str, text: str) -> bool:
    """Whether "Post 3" is a label: with a number or a mark, and not the verb of a sentence."""
    return bool(re.search(r"\d|[:)]", label)) or label.strip() == text.strip()


def _qualified(about: str, rest: str) -> LabeledText:
    """What is in round brackets after "Post 3"."""
    days = dates_in(about)
    dates = (days[2], days[3]) if days else None
    names = tuple(name for part in re.split(r"[,;]", about) for name in platforms_in(part))
    return LabeledText(rest, PostLabels(names, dates), ("number",))


def _split(found: re.Match[str], *, colon: bool) -> LabeledText | None:
    label, rest = found.group("label"), found.group("rest")
    if names := platforms_in(label):
        return LabeledText(rest, PostLabels(names), ("platform",))
    days = dates_in(label)
    if days and len(without_dates(label)) <= 3:
        return LabeledText(rest, PostLabels(dates=(days[2], days[3])), ("dates",))
    return _by_word(label, rest) if colon else None


def _by_word(label: str, rest: str) -> LabeledText | None:
    sort = label_of(label)
    match sort:
        case "platform" if names := platforms_in(rest):
            return LabeledText("", PostLabels(names), ("platform",))
        case "dates" if days := dates_in(rest):
            return LabeledText("", PostLabels(dates=(days[2], days[3])), ("dates",))
        case "file":
            return LabeledText("", PostLabels(files=tuple(_FILE.findall(rest)) or ((rest,) if rest else ())), ("file",))
        case "text":
            return LabeledText(rest, PostLabels(), ("text",))
        case "alt":
            return LabeledText("", PostLabels(), ("alt",))
        case "link" | "hashtags":
            return LabeledText(rest, PostLabels(), ("tail",))
    return None


def with_files(labels: PostLabels, text: str) -> PostLabels:
    """Labels with the file names of a cell."""
    names = _FILE.findall(text) or ([text.strip()] if text.strip() else [])
    return replace(labels, files=(*labels.files, *names))

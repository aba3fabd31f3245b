"""Web addresses in a text that are almost a helpline's: letters of other scripts, typos, other endings, parts more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from htpm_studio.hotline.distance import MAX_DISTANCE, distance
from htpm_studio.hotline.folding import Folded, fold, typed
from htpm_studio.hotline.helpline import SHAPES, Helpline

_ENDINGS = "org|com|net|info|us|gov|edu|co|io|biz|ca|mx|help|online|site|web|app|ogr|rog|orq"
_DOT = r"(?:\.|\u00b7|\u2022|\u2219|\u22c5|\u2027|\u3002|[\[({]\s?(?:\.|dot|punto)\s?[\])}]|\s(?:dot|punto)\s)"
_AFTER = re.compile(rf"{_DOT}([a-z0-9-]+(?:\.[a-z0-9-]+)*)(@[a-z0-9.-]+)?")
_AFTER_APART = re.compile(rf"(?:\s*{_DOT}\s*|\s?[,:;_/-]\s?|\s)({_ENDINGS})\b|({_ENDINGS})\b")
_BEFORE = re.compile(r"[a-z0-9.-]*\Z")
_MARKS = re.compile(r"[\W_]+")
_PLAIN_SHAPES = SHAPES | {code: None for code in range(128) if not chr(code).isalnum()}
"""Drops marks and maps letters to their shapes in one step, for texts in ASCII."""

_WORDS = re.compile(r"[^\W_]+")
_CODED = re.compile(r"(?:[a-z0-9-]+\.)*xn--[a-z0-9-]+(?:\.[a-z0-9-]+)*")

_TYPED = re.compile(r"(?:\bwww\.|//)\Z")
_WORDS_OF_NAME = 3
"""The hotline's name in fewer words, or after "www.", is an address with a space in it; in prose it has three."""

_LONGEST_HOST = 253
Span = tuple[int, int]


def may_have_address(text: str, line: Helpline) -> bool:
    """Whether a folded text in ASCII has any part of the helpline's address."""
    squashed = text.translate(_PLAIN_SHAPES)
    near = any(chunk in squashed for _, chunk in line.chunks)
    return near or "xn--" in text or (bool(line.remembered) and all(part in text for part in line.remembered))


def find_addresses(text: str, folded: Folded, line: Helpline) -> list[Span]:
    """Where almost the helpline's address is in a folded text; `text` is what was written."""
    found: list[Span] = []
    for span in (*_near_names(folded.text, line), *_likely(folded.text, line), *_coded(folded.text, line)):
        start, end = folded.written(*span)
        if not _is_right(text[start:end], line) and not any(a < span[1] and span[0] < b for a, b in found):
            found.append(span)
    return found


def _is_right(written: str, line: Helpline) -> bool:
    host = typed(written).replace("\u3002", ".").removeprefix("www.")
    return host == line.host or host in line.others


def _near_names(text: str, line: Helpline) -> Iterator[Span]:
    """Hosts whose name is within a letter or two of the helpline's, written together or in parts."""
    squashed = text.translate(_PLAIN_SHAPES) if text.isascii() else _MARKS.sub("", text).translate(SHAPES)
    if not any(chunk in squashed for _, chunk in line.chunks):
        return
    words = list(_WORDS.finditer(text))
    for first, last in _name_windows([word.group() for word in words], squashed, line):
        start, end = words[first].start(), words[last].end()
        gaps = {text[left.end() : right.start()] for left, right in pairwise(words[first : last + 1])}
        if span := _host_around(text, start, end, gaps, line):
            yield span
    long, joined = _joined(line)
    for word in long.finditer(text):
        found = joined.fullmatch(word.group())
        if found and text[word.start() - 1 : word.start()] != "#" and _is_near(found.group(1), line):
            yield word.span()


@lru_cache(maxsize=64)
def _joined(line: Helpline) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that are long enough, and those of them that may be the name with an ending and no dot between them."""
    fewest, most = len(line.name) - line.name_edits, len(line.name) + line.name_edits
    return re.compile(rf"(?<![^\W_])[^\W_]{{{fewest},}}"), re.compile(rf"(.{{{fewest},{most}}}?)(?:{_ENDINGS})")


def _name_windows(words: Sequence[str], squashed: str, line: Helpline) -> list[tuple[int, int]]:
    """First and last word of each row of words that together are almost the name, the closest where several are."""
    borders = [0, *accumulate(map(len, words))]
    starts = {at: index for index, at in enumerate(borders[:-1])}
    ends = {at: index for index, at in enumerate(borders[1:])}
    found: dict[tuple[int, int], int] = {}
    length, most = len(line.name), line.name_edits
    for offset, chunk in line.chunks:
        for place in re.finditer(re.escape(chunk), squashed):
            begin = place.start() - offset
            for start in range(begin - most, begin + most + 1):
                for end in range(start + length - most, start + length + most + 1):
                    if (
                        start in starts
                        and end in ends
                        and (edits := distance(squashed[start:end], line.shaped)) <= most
                    ):
                        found[starts[start], ends[end]] = edits
    closest = sorted(found, key=lambda window: found[window])
    return [span for index, span in enumerate(closest) if not any(_meet(span, better) for better in closest[:index])]


def _meet(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] <= other[1] and other[0] <= span[1]


def _is_near(name: str, line: Helpline) -> bool:
    return distance(name.translate(SHAPES), line.shaped) <= line.name_edits


def _host_around(text: str, start: int, end: int, gaps: set[str], line: Helpline) -> Span | None:
    """The whole host around its name; None where the name is no address: in prose, as a hashtag, before no ending.

    A short name in parts is always prose.
    """
    if gaps and line.name_edits < MAX_DISTANCE:
        return None
    spaced = any(gap.isspace() for gap in gaps)
    found = None if spaced else _BEFORE.search(text[max(0, start - _LONGEST_HOST) : start])
    before = found.group() if found else ""
    after = _AFTER.match(text, end)
    if after:
        right_name = spaced and all(gap.isspace() for gap in gaps) and after.group(1) == line.ending
        broken = line.hotline and (_TYPED.search(text[:start]) or len(text[start:end].split()) < _WORDS_OF_NAME)
        return None if right_name and not broken else (start - len(before), after.end())
    if spaced or text[start - 1 : start] in ("#", "@"):
        return None
    apart = _AFTER_APART.match(text, end)
    if apart and (
        apart.group(1) != line.ending
        or typed(text[start:end]) != line.name
        or not apart.group().strip().startswith(".")
        or (line.hotline and any(char.isspace() for char in apart.group()))
    ):
        return start - len(before), apart.end()
    return None


@lru_cache(maxsize=64)
def _remembered(parts: tuple[str, ...]) -> re.Pattern[str]:
    """A host in which these parts of words come after each other."""
    middle = r"[a-z0-9-]{0,40}".join(map(re.escape, parts))
    return re.compile(
        rf"(?:[a-z0-9-]{{1,60}}\.){{0,4}}[a-z0-9-]{{0,40}}{middle}[a-z0-9-]{{0,20}}(?:\.[a-z0-9-]{{2,20}}){{1,4}}"
    )


def _likely(text: str, line: Helpline) -> Iterator[Span]:
    """Hosts with the words by which people remember the address."""
    if line.remembered and all(part in text for part in line.remembered):
        yield from (found.span() for found in _remembered(line.remembered).finditer(text))


def _coded(text: str, line: Helpline) -> Iterator[Span]:
    """Hosts in the ASCII form of other scripts, where they look like the helpline's."""
    if "xn--" not in text or not line.name_edits:
        return
    for found in _CODED.finditer(text):
        host = ".".join(_decoded(label) for label in found.group().split("."))
        name = re.sub(r"[^a-z0-9]", "", fold(host).text.rpartition(".")[0].removeprefix("www."))
        if _is_near(name, line):
            yield found.span()


def _decoded(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except (UnicodeError, ValueError):
        return label

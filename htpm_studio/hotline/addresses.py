"""Web addresses in a text that are almost the hotline's: letters of other scripts, typos, other endings, parts more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from htpm_studio.hotline.distance import MAX_DISTANCE, distance
from htpm_studio.hotline.folding import Folded, fold, typed

HOST = "humantraffickinghotline.org"
OTHERS = frozenset({"canadianhumantraffickinghotline.ca"})
"""Hotlines of other countries whose address holds this one."""

_NAME, _, _ENDING = HOST.rpartition(".")
_SHAPES = str.maketrans("01!|l345789", "oiiiieastbg")
_SHAPED = _NAME.translate(_SHAPES)
_CHUNKS = tuple((at, _SHAPED[at : at + 8]) for at in (0, 8, 16))
"""Two edits leave one of three parts as it is."""

_ENDINGS = "org|com|net|info|us|gov|edu|co|io|biz|ca|mx|help|online|site|web|app|ogr|rog|orq"
_DOT = r"(?:\.|\u00b7|\u2022|\u2219|\u22c5|\u2027|\u3002|[\[({]\s?(?:\.|dot|punto)\s?[\])}]|\s(?:dot|punto)\s)"
_AFTER = re.compile(rf"{_DOT}([a-z0-9-]+(?:\.[a-z0-9-]+)*)(@[a-z0-9.-]+)?")
_AFTER_APART = re.compile(rf"(?:\s*{_DOT}\s*|\s?[,:;_-]\s?|\s)({_ENDINGS})\b|({_ENDINGS})\b")
_JOINED = re.compile(rf"(.{{21,25}}?)(?:{_ENDINGS})")
_BEFORE = re.compile(r"[a-z0-9.-]*\Z")
_MARKS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_LIKELY = re.compile(
    r"(?:[a-z0-9-]{1,60}\.){0,4}[a-z0-9-]{0,40}traf[a-z0-9-]{0,40}line[a-z0-9-]{0,20}(?:\.[a-z0-9-]{2,20}){1,4}"
)
_CODED = re.compile(r"(?:[a-z0-9-]+\.)*xn--[a-z0-9-]+(?:\.[a-z0-9-]+)*")

_LONGEST_HOST = 253
Span = tuple[int, int]


def find_addresses(text: str, folded: Folded) -> list[Span]:
    """Where almost the hotline's address is in a folded text; `text` is what was written."""
    found: list[Span] = []
    for span in (*_near_names(folded.text), *_likely(folded.text), *_coded(folded.text)):
        start, end = folded.written(*span)
        if not _is_right(text[start:end]) and not any(a < span[1] and span[0] < b for a, b in found):
            found.append(span)
    return found


def _is_right(written: str) -> bool:
    host = typed(written).replace("\u3002", ".").removeprefix("www.")
    return host == HOST or host in OTHERS


def _near_names(text: str) -> Iterator[Span]:
    """Hosts whose name is within two letters of the hotline's, written together or in parts."""
    squashed = _MARKS.sub("", text).translate(_SHAPES)
    if not any(chunk in squashed for _, chunk in _CHUNKS):
        return
    words = list(_WORDS.finditer(text))
    for first, last in _name_windows([word.group() for word in words], squashed):
        start, end = words[first].start(), words[last].end()
        gaps = {text[one.end() : two.start()] for one, two in pairwise(words[first : last + 1])}
        if span := _host_around(text, start, end, gaps):
            yield span
    for word in words:
        joined = _JOINED.fullmatch(word.group())
        if joined and text[word.start() - 1 : word.start()] != "#" and _is_near(joined.group(1).translate(_SHAPES)):
            yield word.span()


def _name_windows(words: Sequence[str], squashed: str) -> list[tuple[int, int]]:
    """First and last word of each row of words that together are almost the name, the closest where several are."""
    borders = [0, *accumulate(map(len, words))]
    starts = {at: index for index, at in enumerate(borders[:-1])}
    ends = {at: index for index, at in enumerate(borders[1:])}
    found: dict[tuple[int, int], int] = {}
    for offset, chunk in _CHUNKS:
        for place in re.finditer(re.escape(chunk), squashed):
            begin = place.start() - offset
            for start in range(begin - MAX_DISTANCE, begin + MAX_DISTANCE + 1):
                for end in range(start + len(_NAME) - MAX_DISTANCE, start + len(_NAME) + MAX_DISTANCE + 1):
                    if (
                        start in starts
                        and end in ends
                        and (edits := distance(squashed[start:end], _SHAPED)) <= MAX_DISTANCE
                    ):
                        found[starts[start], ends[end]] = edits
    closest = sorted(found, key=lambda window: found[window])
    return [one for index, one in enumerate(closest) if not any(_meet(one, better) for better in closest[:index])]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_near(name: str) -> bool:
    return distance(name, _SHAPED) <= MAX_DISTANCE


def _host_around(text: str, start: int, end: int, gaps: set[str]) -> Span | None:
    """The whole host around its name; None where the name is no address: in prose, as a hashtag, before no ending."""
    spaced = any(gap.isspace() for gap in gaps)
    before = "" if spaced else _BEFORE.search(text[max(0, start - _LONGEST_HOST) : start]).group()  # type: ignore[union-attr]
    after = _AFTER.match(text, end)
    if after:
        right_name = spaced and all(gap.isspace() for gap in gaps) and after.group(1) == _ENDING
        return None if right_name else (start - len(before), after.end())
    if spaced or text[start - 1 : start] in ("#", "@"):
        return None
    apart = _AFTER_APART.match(text, end)
    if apart and (
        apart.group(1) != _ENDING or typed(text[start:end]) != _NAME or not apart.group().strip().startswith(".")
    ):
        return start - len(before), apart.end()
    return None


def _likely(text: str) -> Iterator[Span]:
    """Hosts that speak of trafficking and a line, as people remember the address."""
    if "traf" in text:
        yield from (found.span() for found in _LIKELY.finditer(text))


def _coded(text: str) -> Iterator[Span]:
    """Hosts in the ASCII form of other scripts, where they look like the hotline's."""
    if "xn--" not in text:
        return
    for found in _CODED.finditer(text):
        host = ".".join(_decoded(label) for label in found.group().split("."))
        name = re.sub(r"[^a-z0-9]", "", fold(host).text.rpartition(".")[0].removeprefix("www.")).translate(_SHAPES)
        if _is_near(name):
            yield found.span()


def _decoded(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except (UnicodeError, ValueError):
        return label

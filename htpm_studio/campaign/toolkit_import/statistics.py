"""A sentence with a number as a statistic: the lead, the number, its label and the rest, with no word lost.

The fields read one after the other are the sentence again. Who counted, and when, goes into the source line; where the
toolkit does not say so, the source line says that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from htpm_studio.campaign.model import Post
from htpm_studio.campaign.toolkit_import.text_splitting import LEAST_WORDS, fits_alone, has_tail, sentences

NUMBER, UNIT, TEXT, LEAD, SOURCE = 6, 28, 120, 48, 130
NOT_NAMED = "not named in the toolkit of"
"""What the source line says where the toolkit is silent; a check looks for these words."""

_WORDS = MappingProxyType(
    {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
)
_COUNTED = "|".join((r"\d{1,3}", *_WORDS))
_DIGITS = r"\$?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_NUMBER = re.compile(
    rf"(?<![\w$.,/-])(?:(?P<percent>{_DIGITS})(?:\s?%|\s(?:percent|per cent)\b)"
    rf"|(?P<scaled>{_DIGITS})(?=\s(?:thousand|million|billion|trillion)\s)"
    rf"|(?P<some>{_COUNTED})\s(?:in|out of)\s(?:every\s)?(?P<all>{_COUNTED})(?=\s)"
    r"|(?P<plain>\d{1,3}(?:,\d{3})+)(?=\s[a-z]))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS = frozenset(
    re.split(
        r"\s+",
        """
        a about after among and any are aren't as at be became been before believe between by came can come could did
        do each every experience face feel felt for from gave get go got had has have if in into is isn't it knew know
        lack live lived lost made make may might must need never no not of on or over own per report reported said saw
        say see should since than that the their them they think this through to told took under use used using want
        was went were when where which while who whose will with within without work would
        """.strip(),
    )
)
"""Words that no label goes on with: what follows says something about it."""

_OF = re.compile(r"(?:of|in) (?:all |the |our |those |these )?", re.IGNORECASE)
_BEFORE = (
    re.compile(r"^(?:the |a |an )?(?P<who>[^,;:]{3,90}?) (?:estimates?|estimated|reports?|reported|finds?|found|says?|"
               r"said|shows?|showed|counts?|counted) that ", re.IGNORECASE),
    re.compile(r"^according to (?:the |a |an )?(?P<who>[^,;:]{3,90}), ", re.IGNORECASE),
)  # fmt: skip
_AFTER = (
    re.compile(r",? \((?:source: )?(?P<who>[^()]{0,80}\b(?:19|20)\d\d)\)(?P<end>[.!?]?)$", re.IGNORECASE),
    re.compile(
        r", (?:the |a |an )?(?P<who>[^,;:()]{0,60}\b(?:study|survey|report|count)\b[^,;:()]{0,60}?) "
        r"(?:found|finds|says|said|shows|showed)(?P<end>[.!?]?)$",
        re.IGNORECASE,
    ),
    re.compile(
        r",? according to (?:the |a |an )?(?P<who>[^,;:()]{3,90}?(?:,? (?:19|20)\d\d)?)(?P<end>[.!?]?)$", re.IGNORECASE
    ),
)
_SAID = re.compile(r"^\(?sources?: ?(?P<who>.{3,110}?)\)?[.]?$", re.IGNORECASE)


def statistic_in(words: str, year: int) -> dict[str, str] | None:
    """The fields of a graphic for the first sentence with a number that fits one; None where there is none.

    `year` is the toolkit's. An empty eyebrow leaves room for the week's.
    """
    rows = sentences(words)
    named = next((found.group("who") for row in rows if (found := _SAID.match(row))), "")
    for row in rows:
        if not _SAID.match(row) and (fields := _split(row, named, year)):
            return fields
    return None


def names_no_source(text: str) -> bool:
    """Whether a source line says that the toolkit names no source or no year."""
    return NOT_NAMED in text


def holds_number(text: str) -> bool:
    """Whether a text says how many: a share, a large number, one in so many."""
    return _NUMBER.search(text) is not None


def source_line(words: str, year: int) -> str:
    """Who counted and when, for the first number of a text; or that the toolkit of that year does not say so."""
    rows = sentences(words)
    named = next((found.group("who") for row in rows if (found := _SAID.match(row))), "")
    row = next((sentence for sentence in rows if holds_number(sentence)), words)
    return _source(_without_source(row)[1] or named, row, year)


def post_with_number(words: str, posts: Sequence[Post]) -> Post | None:
    """The post of ours whose statistic a text gives too: same number, same label."""
    plain = re.sub(r"\s+", " ", words.casefold())
    for post in posts:
        fields = post.graphic.fields
        both = f"{fields.get('number', '')} {fields.get('unit', '')}".casefold()
        if post.graphic.template == "social/statistic" and re.search(rf"(?<![\w.,]){re.escape(both)}(?!\w)", plain):
            return post
    return None


def without_source(sentence: str) -> str:
    """A sentence with a number as a sentence that does not say who counted."""
    bare = _without_source(sentence)[0]
    return f"{bare[:1].upper()}{bare[1:]}"


def _split(sentence: str, named: str, year: int) -> dict[str, str] | None:
    """One sentence in its parts, each as long as its field may be."""
    bare, who = _without_source(sentence)
    found = _NUMBER.search(bare)
    if not found or has_tail(bare) or not fits_alone(bare):
        return None
    unit, text = _label(bare[found.end() :].strip().rstrip(":"), scaled=found["scaled"] is not None)
    fields = {
        "eyebrow": bare[: found.start()].strip(),
        "number": _number(found),
        "unit": unit,
        "text": text,
        "source": _source(who or named, sentence, year),
    }
    limits = {"eyebrow": LEAD, "number": NUMBER, "unit": UNIT, "text": TEXT, "source": SOURCE}
    fits = all(len(fields[name]) <= most for name, most in limits.items())
    return fields if fits and unit and len(text.split()) >= LEAST_WORDS - 1 else None


def _number(found: re.Match[str]) -> str:
    if found["percent"]:
        return f"{found['percent']}%"
    if found["some"]:
        some, every = (str(_WORDS.get(found[name].lower(), found[name])) for name in ("some", "all"))
        return f"{some} in {every}"
    return found["scaled"] or found["plain"]


def _label(rest: str, *, scaled: bool) -> tuple[str, str]:
    """What is counted, and the rest of the sentence: the label ends before a word that begins something else."""
    words = rest.split()
    if not words or not words[0][:1].isalpha():
        return "", ""
    begin = 1 if scaled else 0
    if found := _OF.match(" ".join(words[begin:])):
        begin += len(found.group().split())
    count = begin
    while count < len(words) and _goes_on(words[count], first=count == begin):
        count += 1
        if not words[count - 1][-1].isalnum() or len(" ".join(words[: count + 1])) > UNIT:
            break
    count = max(min(count, len(words) - LEAST_WORDS + 1), begin)
    return (" ".join(words[:count]), " ".join(words[count:])) if count > begin else ("", "")


def _goes_on(word: str, *, first: bool) -> bool:
    """Whether a word may belong to the label: "displaced people" does, "people worked" ends after its first word."""
    past = word.endswith("ed") and len(word) > len("need") and not first
    return word.lower() not in _ENDS and word[:1].isalpha() and not past


def _without_source(sentence: str) -> tuple[str, str]:
    for pattern in _BEFORE:
        if (found := pattern.search(sentence)) and not _NUMBER.search(found["who"]):
            return sentence[found.end() :], found["who"]
    for pattern in _AFTER:
        if (found := pattern.search(sentence)) and not _NUMBER.search(found["who"]):
            return f"{sentence[: found.start()]}{found['end']}", found["who"]
    return sentence, ""


def _source(who: str, sentence: str, year: int) -> str:
    inside = _YEAR.search(sentence)
    if not who:
        return f"Source {NOT_NAMED} {year}" if inside else f"Source and year {NOT_NAMED} {year}"
    who = f"{who[:1].upper()}{who[1:]}"
    if _YEAR.search(who):
        return f"Source: {who}"
    return f"Source: {who}, {inside.group()}" if inside else f"Source: {who}; year {NOT_NAMED} {year}"

"""A sentence with a number as a statistic: the lead, the number, its label and the rest, with no word lost.

The fields read one after the other are the sentence again. Who counted, and when, goes into the source line; where the
toolkit does not say so, the source line says that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from htpm_studio.campaign.model import Post
from htpm_studio.campaign.toolkit.phrases import LEAST_WORDS, has_tail, sentences

NUMBER, UNIT, TEXT, LEAD, SOURCE = 6, 28, 120, 48, 130
NO_SOURCE, NO_YEAR = "source is not named", "year is not named"
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
    (
        "a about after among and any are aren't as at be became been before believe between by can come could did do "
        "each every experience face feel felt for from get go got had has have if in into is isn't it know knew lack "
        "live lived lost made make may might must need never no not of on or over own per report reported said saw say "
        "see should since than that the their them they think this through to told under use used using want was were "
        "when where which while who whose will with within without work would"
    ).split()
)
_OF = re.compile(r"of (?:all |the |our |those |these )?", re.IGNORECASE)
_BEFORE = (
    re.compile(r"^(?:the |a |an )?(?P<who>[^,;:]{3,90}?) (?:estimates?|estimated|reports?|reported|finds?|found|says?|"
               r"said|shows?|showed|counts?|counted) that ", re.IGNORECASE),
    re.compile(r"^according to (?:the |a |an )?(?P<who>[^,;:]{3,90}), ", re.IGNORECASE),
)  # fmt: skip
_AFTER = (
    re.compile(r",? \((?:source: )?(?P<who>[^()]{0,80}\b(?:19|20)\d\d)\)(?P<end>[.!?]?)$", re.IGNORECASE),
    re.compile(r",? according to (?:the |a |an )?(?P<who>[^,;:()]{3,90}?)(?P<end>[.!?]?)$", re.IGNORECASE),
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
    return NO_SOURCE in text or NO_YEAR in text


def post_with_number(words: str, posts: Sequence[Post]) -> Post | None:
    """The post of ours whose statistic a text gives too: same number, same label."""
    said = re.sub(r"\s+", " ", words.casefold())
    for post in posts:
        fields = post.graphic.fields
        both = f"{fields.get('number', '')} {fields.get('unit', '')}".casefold()
        if post.graphic.template == "social/statistic" and re.search(rf"(?<![\w.,]){re.escape(both)}(?!\w)", said):
            return post
    return None


def _split(sentence: str, named: str, year: int) -> dict[str, str] | None:
    """One sentence in its parts, each as long as its field may be."""
    bare, who = _without_source(sentence)
    found = _NUMBER.search(bare)
    if not found or has_tail(bare):
        return None
    unit, text = _label(bare[found.end() :].strip(), "" if found["scaled"] is None else " ")
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


def _label(rest: str, scale: str) -> tuple[str, str]:
    """What is counted, and the rest of the sentence: the label ends before a word that begins something else."""
    words = rest.split()
    if not words or not words[0][:1].isalpha():
        return "", ""
    begin = 1 if scale else 0
    if found := _OF.match(rest):
        begin = len(found.group().split())
    count = begin
    while count < len(words) and words[count].lower() not in _ENDS and words[count][:1].isalpha():
        count += 1
        if not words[count - 1][-1].isalnum() or len(" ".join(words[: count + 1])) > UNIT:
            break
    return (" ".join(words[:count]), " ".join(words[count:])) if count > begin else ("", "")


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
        missing = f"The {NO_SOURCE}" if inside else f"Its {NO_SOURCE}, its {NO_YEAR}"
        return f"{missing} in the toolkit of {year}"
    who = f"{who[:1].upper()}{who[1:]}"
    if _YEAR.search(who):
        return f"Source: {who}"
    return f"Source: {who}, {inside.group()}" if inside else f"Source: {who}; its {NO_YEAR} in the toolkit of {year}"

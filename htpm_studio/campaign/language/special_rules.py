"""The language rules that need more than a pattern: each a function from a rule and a text to what it found."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from htpm_studio.campaign.language.readability import grade, words
from htpm_studio.campaign.language.rules import LanguageRule, RuleContext, RuleMatch, RulePassage
from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.errors import Message, msg
from htpm_studio.hotline.guard import find_near_misses
from htpm_studio.languages.declared import known_language, month_number

_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"#])|\n+")
_NOT_READ = re.compile(r"#\w+")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”\")]*|\n+")
_IN_DECK = "/deck/"
MOST_ASKED = 20
"""How many places of one term in one text are looked at."""
_LETTERS = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 6
"""The fewest words of a sentence that reports something; a shorter one is the label of an event."""


def advice(
    rule: LanguageRule, passage: RulePassage, span: tuple[int, int], better: str | None = None, **values: str
) -> RuleMatch:
    """A finding of a rule at a place in a text; `values` fill its sentence beyond {match} and {suggest}."""
    match = values.pop("match", passage.text[slice(*span)])
    filled = {"match": match, "suggest": _suggestion(rule), "places": in_places(rule, 1)} | values
    return RuleMatch(
        rule.id, rule.level, passage.piece, passage.field, *span, match, rule.why, filled["suggest"],
        msg(rule.sentence, **filled), better,
    )  # fmt: skip


def _suggestion(rule: LanguageRule) -> str:
    """What a rule suggests: words of the text's language where its sentence quotes them, else part of the sentence."""
    return rule.suggest if "“{suggest}”" in rule.sentence else msg(rule.suggest)


def in_places(rule: LanguageRule, count: int) -> Message | str:
    """In how many places, in the language of the rule."""
    if patterns := known_language(rule.language).in_places:
        return patterns[count > 1].replace("{n}", str(count))
    return msg("in 1 place") if count == 1 else msg("in {n} places", n=count)


def without_sentence(text: str, span: tuple[int, int], instead: str) -> str:
    """The text with the sentence around a span replaced, or taken out when `instead` is empty."""
    starts = [0, *(found.end() for found in _SENTENCE_BREAK.finditer(text))]
    ends = [*(found.start() for found in _SENTENCE_BREAK.finditer(text)), len(text)]
    first = max(start for start in starts if start <= span[0])
    last = min(end for end in ends if end >= span[1])
    if instead and instead in text:
        instead = ""
    left, right = text[:first].rstrip(" "), text[last:].lstrip(" ")
    if not instead and left.endswith("\n"):
        right = right.removeprefix("\n")
    return " ".join(part for part in (left, instead, right) if part).replace(" \n", "\n").replace("\n ", "\n").strip()


def paragraph(passage: RulePassage, at: int) -> str:
    """The text that readers see around a place: the block of the passage, else its paragraph."""
    if passage.block:
        return passage.block
    start = passage.text.rfind("\n", 0, at) + 1
    end = passage.text.find("\n", at)
    return passage.text[start : len(passage.text) if end < 0 else end]


def places(rule: LanguageRule, text: str) -> Iterator[re.Match[str]]:
    """Every match of the rule's pattern."""
    return rule.pattern.finditer(text) if rule.pattern else iter(())


def _number_has_source(rule: LanguageRule, passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W11: a source and a year in the same paragraph or on the same page, and no word that one of them is missing."""
    for found in places(rule, passage.text):
        around = paragraph(passage, found.start())
        before = passage.text[max(0, found.start() - 4) : found.end()]
        if re.search(rule.values["own"], before, re.IGNORECASE):
            continue
        named = re.search(rule.values["named"], around, re.IGNORECASE)
        missing = re.search(rule.values["missing"], around, re.IGNORECASE)
        if missing or not (named and re.search(rule.values["year"], around)):
            yield advice(rule, passage, found.span(), without_sentence(passage.text, found.span(), ""))


def _hashtags(rule: LanguageRule, passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W14: distinct hashtags are counted, so that one used twice is one."""
    found = list(places(rule, passage.text))
    seen = list(dict.fromkeys(tag.group().casefold() for tag in found))
    most = int(rule.values["most"])
    if len(seen) > most:
        extra = [tag for tag in found if tag.group().casefold() in seen[most:]]
        better = passage.text
        for tag in reversed(extra):
            better = better[: tag.start()].rstrip() + better[tag.end() :]
        yield advice(rule, passage, extra[0].span(), better.strip(), places=str(len(seen)))


def _camel_case(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    """W14b: long hashtags in lower case, with the right writing where it is known."""
    right = {tag.casefold(): tag for tag in known.hashtags}
    for found in places(rule, passage.text):
        tag = right.get(found.group()[1:].casefold())
        better = passage.text[: found.start()] + f"#{tag}" + passage.text[found.end() :] if tag else None
        yield advice(rule, passage, found.span(), better)


def _primary_first(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    """W14c: the month's own hashtag before the others."""
    found = next(places(rule, passage.text), None)
    if found and known.hashtags and found.group()[1:].casefold() != known.hashtags[0].casefold():
        yield advice(rule, passage, found.span(), suggest=f"#{known.hashtags[0]}")


def _hotline(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    """W15: numbers that are almost the hotline's or another helpline's, and others in its place: somebody decides."""
    for near_miss in find_near_misses(passage.text, known.helplines):
        better = passage.text[: near_miss.start] + near_miss.right + passage.text[near_miss.end :]
        span = near_miss.start, near_miss.end
        told = advice(rule, passage, span, None if near_miss.beside else better, suggest=near_miss.right)
        yield replace(told, sentence=near_miss.sentence) if near_miss.beside or near_miss.site else told


def _keypad_word(rule: LanguageRule, passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W24: a telephone number in letters, with its digits nowhere in the same paragraph or on the same page."""
    for found in places(rule, passage.text):
        digits = _digits(found.group())
        if digits not in re.sub(r"[\s().-]", "", paragraph(passage, found.start())):
            digits_named = (
                f"{digits[:-10]}-{digits[-10:-7]}-{digits[-7:-4]}-{digits[-4:]}".lstrip("-") if digits[9:] else digits
            )
            better = f"{passage.text[: found.end()]} ({digits_named}){passage.text[found.end() :]}"
            yield advice(rule, passage, found.span(), better, suggest=f"{found.group()} ({digits_named})")


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word.translate(_KEYPAD))


def _story(rule: LanguageRule, passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W16: somebody's age; with a name and a place beside it a person can be found, which is an error."""
    for found in places(rule, passage.text):
        around = paragraph(passage, found.start())
        if rule.unless_block and rule.unless_block.search(around):
            continue
        told = advice(rule, passage, found.span())
        named = all(re.search(rule.values[name], around, re.IGNORECASE) for name in ("name", "place"))
        yield _harder(told) if named else told


def _harder(told: RuleMatch) -> RuleMatch:
    sentence = msg("{words} Name, place and age together point to one person.", words=told.sentence)
    return replace(told, level="error", sentence=sentence)


def _reading_level(rule: LanguageRule, passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W18: the grade of a page or a longer text without its addresses; asked once a page, at its first field."""
    text = _NOT_READ.sub("", ADDRESS.sub("", passage.block or passage.text))
    if passage.block and not passage.block.startswith(passage.text):
        return
    if len(words(text)) < int(rule.values["words"]):
        return
    reached = grade(text, rule.language)
    if reached > int(rule.values["grade"]) + 0.5:
        yield advice(rule, passage, (0, len(passage.text)), match=str(round(reached)))


def _date_over(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    """D1: a day or month before today that is not shown as history; a month may be sourced elsewhere on its page.

    The period of a study, or a year long past, is what a sentence reports unless it invites somebody.
    """
    for found in places(rule, passage.text):
        day = _day_of(found.groupdict())
        around = paragraph(passage if found["month5"] else replace(passage, block=""), found.start())
        if day is None or day >= known.today or (rule.unless_block and rule.unless_block.search(around)):
            continue
        if _reports(rule, passage.text, found, long_past=day.year < known.today.year - 1):
            continue
        yield advice(rule, passage, found.span(), without_sentence(passage.text, found.span(), ""))


def _reports(rule: LanguageRule, text: str, found: re.Match[str], *, long_past: bool) -> bool:
    """True if a sentence reports the past: it has enough words, names a period or an early year, and invites nobody."""
    sentence = next(match.group() for match in _SENTENCE.finditer(text) if match.end() > found.start())
    if len(_LETTERS.findall(sentence)) < _FEWEST_WORDS or re.search(rule.values["invites"], sentence, re.IGNORECASE):
        return False
    before, after = text[: found.start()], text[found.end() :]
    opens = re.search(rule.values["from"], before, re.IGNORECASE) and re.match(rule.values["to"], after, re.IGNORECASE)
    ends = re.search(rule.values["goes_on"], before, re.IGNORECASE)
    return long_past or bool(opens or ends)


def _day_of(groups: Mapping[str, str | None]) -> date | None:
    """The day of a match of D1; the last one of the month where only a month is named."""
    for suffix in ("", "2", "3", "4", "5", "6"):
        year, month, day = (groups.get(f"{name}{suffix}") for name in ("year", "month", "day"))
        if year and month:
            number = int(month) if month.isdigit() else month_number(month)
            try:
                return date(int(year), number, int(day or monthrange(int(year), number)[1]))
            except ValueError:
                return None
    return None


def _labor_mentioned(rule: LanguageRule, passages: Iterable[RulePassage], _known: RuleContext) -> Iterator[RuleMatch]:
    """W8b: labor trafficking somewhere in the kit."""
    if rule.pattern and not any(rule.pattern.search(passage.text) for passage in passages):
        yield advice(rule, RulePassage("", "", ""), (0, 0))


def _explained(rule: LanguageRule, passages: Iterable[RulePassage], known: RuleContext) -> Iterator[RuleMatch]:
    """W25: a term of the field with none of its explanatory words near it where it is said for the first time.

    A deck is read slide by slide, a slide with its notes; any other piece as a whole.
    """
    texts: dict[str, dict[str, list[RulePassage]]] = {}
    for passage in passages:
        if rule.asks(passage.role, known.language, passage.audience):
            deck, _, slide = passage.piece.rpartition("/") if _IN_DECK in passage.piece else (passage.piece, "", "")
            texts.setdefault(deck, {}).setdefault(slide, []).append(passage)
    for slides in texts.values():
        for term, explanation in rule.values.items():
            yield from _unexplained(rule, list(slides.values()), term, explanation)


def _places(term: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(term, text, re.IGNORECASE)


def _unexplained(
    rule: LanguageRule, slides: Iterable[list[RulePassage]], term: str, explanation: str
) -> Iterator[RuleMatch]:
    for slide in slides:
        found = [(passage, place) for passage in slide for place in islice(_places(term, passage.text), MOST_ASKED)]
        if not found:
            continue
        if not any(
            re.search(explanation, _around(passage.text, place.span()), re.IGNORECASE) for passage, place in found
        ):
            passage, first = found[0]
            yield advice(rule, passage, first.span())
        return


def _around(text: str, span: tuple[int, int]) -> str:
    """The sentence of a place without the place itself, with the sentences before and after it."""
    sentences = [found.span() for found in _SENTENCE.finditer(text)]
    at = next((index for index, (_, end) in enumerate(sentences) if end > span[0]), 0)
    start, end = sentences[max(0, at - 1)][0], sentences[min(len(sentences) - 1, at + 1)][1]
    return f"{text[start : span[0]]} {text[span[1] : max(end, span[1])]}"


def said_elsewhere(line: str, elsewhere: str) -> bool:
    """W19: whether what a line of a graphic says is also in its caption or description.

    That is so when at least a third of its longer words are there, in any form that begins with the same five
    letters. A label of one or two words says nothing on its own.
    """
    stems = {word.casefold()[:5] for word in _LETTERS.findall(elsewhere)}
    longer = [word.casefold()[:5] for word in _LETTERS.findall(line) if len(word) > 3]
    return len(longer) < 3 or sum(word in stems for word in longer) * 3 >= len(longer)


def _nothing(_rule: LanguageRule, _passage: RulePassage, _known: RuleContext) -> Iterator[RuleMatch]:
    """W19 compares a graphic with its caption, and H1 needs whole pieces: the kit's own checks do both."""
    return iter(())


CHECKS: Mapping[str, Callable[[LanguageRule, RulePassage, RuleContext], Iterator[RuleMatch]]] = {
    "number_has_source": _number_has_source, "hashtags": _hashtags, "camel_case": _camel_case,
    "primary_first": _primary_first, "hotline": _hotline, "story": _story, "reading_level": _reading_level,
    "date_over": _date_over, "graphic_repeated": _nothing, "keypad_word": _keypad_word,
    "second_lines": _nothing,
}  # fmt: skip
SET_CHECKS: Mapping[str, Callable[[LanguageRule, Iterable[RulePassage], RuleContext], Iterator[RuleMatch]]] = {
    "labor_mentioned": _labor_mentioned, "explained": _explained,
}  # fmt: skip

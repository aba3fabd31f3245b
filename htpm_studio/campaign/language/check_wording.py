"""Texts read against the language rules: what could hurt or mislead, where it is, and what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from htpm_studio.campaign.language.rules import LanguageRule, RuleContext, RuleMatch, RulePassage, read_rules
from htpm_studio.campaign.language.special_rules import CHECKS, SET_CHECKS, advice, paragraph, places, without_sentence

BEFORE = 60
MOST_FOUND = 20
"""The most findings of one rule in one text."""

_QUOTED = re.compile(r"[“\"]([^”\"\n]{3,300})[”\"]")


def load_rules(path: Path) -> tuple[LanguageRule, ...]:
    """The language rules of a file; raises Problems with every mistake in it."""
    return read_rules(path, (*CHECKS, *SET_CHECKS))


def check_wording(
    passages: Sequence[RulePassage], rules: Sequence[LanguageRule], known: RuleContext
) -> tuple[RuleMatch, ...]:
    """Everything that the rules find in the texts of a kit, text by text, then what the kit as a whole lacks."""
    rules = [rule for rule in rules if known.has(rule)]
    found = [match for passage in passages for match in check_passage(passage, rules, known)]
    for rule in rules:
        if rule.check in SET_CHECKS and passages and rule.asks("text", known.language):
            found += SET_CHECKS[rule.check](rule, passages, known)
    return tuple(found)


def check_passage(passage: RulePassage, rules: Sequence[LanguageRule], known: RuleContext) -> tuple[RuleMatch, ...]:
    """Everything that the rules find in one text, in the order in which it appears.

    The name of something that others published is not ours to change: its own field has the role "title", and in
    running text it is in quotation marks and is one of the known titles.
    """
    rules = tuple(rule for rule in rules if known.has(rule))
    return _found(passage, rules, known) if passage.text.strip() else ()


@lru_cache(maxsize=4096)
def _found(passage: RulePassage, rules: tuple[LanguageRule, ...], known: RuleContext) -> tuple[RuleMatch, ...]:
    titles = (match for match in _QUOTED.finditer(passage.text) if match.group(1).strip(" .,") in known.titles)
    quoted = [title.span(1) for title in titles]
    found: list[RuleMatch] = []
    spans: dict[str, list[tuple[int, int]]] = {}
    for rule in sorted(rules, key=lambda rule: bool(rule.unless_overlaps)):  # after those that can silence it
        if not rule.asks(passage.role, known.language, passage.audience) or rule.check in SET_CHECKS:
            continue
        for match in islice(_asked(rule, passage, known), MOST_FOUND):
            span = (match.start, match.end)
            spared = any(_overlap(span, other) for name in rule.unless_overlaps for other in spans.get(name, ()))
            if spared or ("title" in rule.not_in and any(_overlap(span, title) for title in quoted)):
                continue
            spans.setdefault(rule.id, []).append(span)
            found.append(match)
    return tuple(sorted(found, key=lambda match: (match.start, match.rule)))


def _asked(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    return CHECKS[rule.check](rule, passage, known) if rule.kind == "check" else _matches(rule, passage, known)


def _matches(rule: LanguageRule, passage: RulePassage, known: RuleContext) -> Iterator[RuleMatch]:
    for match in places(rule, passage.text):
        before = passage.text[max(0, match.start() - BEFORE) : match.start()]
        if rule.unless_before and rule.unless_before.search(before):
            continue
        if rule.unless_block and rule.unless_block.search(paragraph(passage, match.start())):
            continue
        yield advice(rule, passage, match.span(), _better(rule, passage.text, match, known))


def _better(rule: LanguageRule, text: str, match: re.Match[str], known: RuleContext) -> str | None:
    if rule.swap_sentence is not None:
        return without_sentence(text, match.span(), known.filled(rule.swap_sentence))
    words = rule.swap.get(" ".join(match.group().lower().split()), rule.swap.get("*"))
    if words is None:
        return None
    if match.group()[0].isupper():
        words = words[0].upper() + words[1:]
    return text[: match.start()] + words + text[match.end() :]


def _overlap(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]

"""In which language resources are: said after a title that stands alone, and once for a whole list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from htpm_studio.campaign.model import Resource
from htpm_studio.campaign.strings import Strings


def only_in_english(words: Strings, one: Resource) -> bool:
    """Whether a resource in a text of another language is only in English, as its pack or its description says."""
    return bool(words.copy.in_english) and (one.in_english or f"({words.copy.in_english}" in one.about)


def language_mark(words: Strings, one: Resource) -> str:
    """The mark after a title that appears without its description."""
    return f" ({words.copy.in_english})" if only_in_english(words, one) else ""


def said_once(words: Strings, rows: Iterable[Resource]) -> tuple[str, tuple[Resource, ...]]:
    """A sentence on the language of a list, and its rows without what that sentence says; "" where there is none."""
    found = tuple(rows)
    if not words.copy.in_english_list or not any(only_in_english(words, resource) for resource in found):
        return "", found
    return words.copy.in_english_list, tuple(_in_list(words, resource) for resource in found)


def _in_list(words: Strings, one: Resource) -> Resource:
    if only_in_english(words, one):
        return replace(one, about=one.about.replace(f" ({words.copy.in_english})", ""))
    told = words.copy.in_english in one.about or words.copy.in_spanish in one.about
    return one if told else replace(one, title=f"{one.title} ({words.copy.in_spanish})")

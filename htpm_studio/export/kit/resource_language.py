"""In which language resources are: said after a title that stands alone, and once for a whole list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from htpm_studio.campaign.model import Resource
from htpm_studio.campaign.strings import Strings


def only_in_english(words: Strings, resource: Resource) -> bool:
    """Whether a resource in a text of another language is only in English, as its pack or its description says."""
    return bool(words.copy.in_english) and (resource.in_english or f"({words.copy.in_english}" in resource.about)


def language_mark(words: Strings, resource: Resource) -> str:
    """The mark after a title that appears without its description."""
    return f" ({words.copy.in_english})" if only_in_english(words, resource) else ""


def language_sentence(words: Strings, rows: Iterable[Resource]) -> tuple[str, tuple[Resource, ...]]:
    """A sentence on the language of a list, and its rows without what that sentence says; "" where there is none."""
    found = tuple(rows)
    if not words.copy.in_english_list or not any(only_in_english(words, resource) for resource in found):
        return "", found
    return words.copy.in_english_list, tuple(_in_list(words, resource) for resource in found)


def _in_list(words: Strings, resource: Resource) -> Resource:
    if only_in_english(words, resource):
        return replace(resource, about=resource.about.replace(f" ({words.copy.in_english})", ""))
    told = words.copy.in_english in resource.about or words.copy.in_spanish in resource.about
    return resource if told else replace(resource, title=f"{resource.title} ({words.copy.in_spanish})")

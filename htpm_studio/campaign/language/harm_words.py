"""Whether words are about harm: beside them nobody in a photo may be taken for somebody it happened to.

A slide, a graphic or a handout is about harm where the campaign says so (`illustrated`), which is for what only a
reader can tell, or where one of its words begins as a language's `harm` says. Both hold for the user's own words too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from htpm_studio.languages.declared import languages


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of harmless phrases and of words about harm in every language: any text may quote another."""
    known = languages().values()
    harmless = "|".join(re.escape(name) for language in known for name in language.harmless)
    return re.compile(harmless or r"(?!)"), re.compile(
        r"\b(?:" + "|".join(re.escape(stem) for language in known for stem in language.harm) + ")"
    )


def about_harm(texts: Iterable[str], names: Iterable[str] = ()) -> bool:
    """Whether one of the texts has a word about harm; `names` are left out of them, such as that of the month."""
    return _are_about_harm(tuple(texts), tuple(names))


# The window asks it of every piece of a month after each change, and few texts are others then.
@lru_cache(maxsize=2000)
def _are_about_harm(texts: tuple[str, ...], names: tuple[str, ...]) -> bool:
    harmless, harm = _patterns()
    text = harmless.sub(" ", " \n ".join(map(_plain, texts)))
    for name in names:
        text = text.replace(_plain(name), " ") if name.strip() else text
    return harm.search(text) is not None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))

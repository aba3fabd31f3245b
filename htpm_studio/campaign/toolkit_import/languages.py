"""Documents that say everything in two languages: which lines are in the one of the kit, and which are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.sections import section_head
from htpm_studio.campaign.toolkit_import.text_splitting import TAG
from htpm_studio.campaign.toolkit_import.vocabulary import folded, language_named, vocabulary
from htpm_studio.errors import InputError, msg
from htpm_studio.languages.declared import languages

LEAST_LINES, LEAST_SHARE, LEAST_HITS = 6, 0.25, 2
NEAR, REACH = 2, 40
LAST_LATIN, OTHER_LETTERS = "\u0250", "other"

TWO_LANGUAGES = msg(
    "The document says everything in two languages. The kit takes the first one; lines in the other one are listed."
)


def spoken(text: str) -> str:
    """The language of a text by its small words and its letters; "" where they do not say it clearly.

    All that is not in Latin letters is one language here: kits cannot be in any of those.
    """
    letters = [char for char in text[:2_000] if char.isalpha()]
    if 2 * sum(char > LAST_LATIN for char in letters) > len(letters):
        return OTHER_LETTERS
    words = folded(TAG.sub(" ", ADDRESS.sub(" ", text[:2_000]))).split()
    small = {**vocabulary().languages, **vocabulary().other_languages}
    hits = Counter({language: sum(word in known for word in words) for language, known in small.items()})
    for language, own in vocabulary().letters.items():
        hits[language] += LEAST_HITS * any(letter in text.casefold() for letter in own)
    (best, most), (_, next_most) = hits.most_common(2)
    return best if most >= LEAST_HITS and most > next_most else ""


def in_one_language(blocks: Sequence[DocumentBlock]) -> tuple[list[DocumentBlock], str]:
    """The blocks, those of a second language marked as foreign, and the language that is kept; "" for no second one.

    The kit is in the first language of the document that kits can be in.
    """
    kits = tuple(vocabulary().languages)
    marked = [block.language for block in blocks if block.language]
    told = _with_headings(blocks, [block.language or spoken(block.text) for block in blocks])
    clear = Counter(language for language in told if language)
    if len(clear) < 2 or not any(clear[language] for language in kits):
        return list(blocks), ""
    (_, most), (_, second) = clear.most_common(2)
    if len(set(marked)) < 2 and (second < LEAST_LINES or second < LEAST_SHARE * (most + second)):
        return list(blocks), ""
    kept = next(language for language in (*marked, *told) if language in kits)
    return [
        replace(block, kind="foreign") if _is_foreign(told, at, kept) else block for at, block in enumerate(blocks)
    ], kept


def _with_headings(blocks: Sequence[DocumentBlock], told: Sequence[str]) -> list[str]:
    """The languages with that of the heading above, where a heading is the name of one: "Espa\u00f1ol"."""
    made: list[str] = []
    under, level = "", 0
    for block, language in zip(blocks, told, strict=True):
        named = language_named(block.text) if block.kind in ("heading", "paragraph") else ""
        if named:
            under, level = named, block.level
        elif block.kind == "heading" and (section_head(block.text) or 0 < block.level <= level):
            under = ""
        made.append(named or block.language or under or language)
    return made


def _is_foreign(told: Sequence[str], at: int, kept: str) -> bool:
    """Whether a line is in another language; one that does not show it is where all lines near it are."""
    if told[at]:
        return told[at] != kept
    before = [language for language in told[max(0, at - REACH) : at] if language][-NEAR:]
    after = [language for language in told[at + 1 : at + REACH] if language][:NEAR]
    return len(before) == NEAR and kept not in (*before, *after)


def refuse_other_language(name: str, blocks: Iterable[DocumentBlock]) -> None:
    """Raise InputError for a document in a language that kits cannot be in, or in letters of which they have none."""
    texts = [block.text for block in blocks if block.kind != "furniture"]
    counted = Counter(language for text in texts if (language := spoken(text)))
    ours = sum(counted[language] for language in vocabulary().languages)
    if max(counted.values(), default=0) > max(2 * ours, 1):
        known = ", ".join(languages()[language].name for language in vocabulary().languages)
        raise InputError(
            msg("{name} is in a language in which no kits are made.", name=name),
            msg("Choose the toolkit in one of these: {known}.", known=known),
        )

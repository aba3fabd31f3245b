"""How hard a text is to read, as a US school grade: Flesch-Kincaid in English, Crawford in Spanish."""

from __future__ import annotations

import re

from htpm_studio.languages.declared import SOURCE, languages

_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$")
_SPANISH_VOWELS = re.compile(r"[aeiouyáéíóúü]+")
_SPANISH_CONSONANT = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])|y(?=[aeiouáéíóú])")
_SPANISH_NUCLEUS = re.compile(r"[aeoáéóíú]")


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, without a silent ending; 1 at least."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has: strong vowels and accented weak ones, a diphthong counts as one."""
    groups = _SPANISH_VOWELS.findall(_SPANISH_CONSONANT.sub("-", word.lower()))
    return max(1, sum(max(1, len(_SPANISH_NUCLEUS.findall(group))) for group in groups))


def grade(text: str, language: str = SOURCE) -> float:
    """The grade of a text; 0 for an empty one, and in a language without a formula. A line counts as a sentence.

    Flesch-Kincaid (1975); for Spanish Alan N. Crawford, "Fórmula y gráfico para determinar la comprensibilidad de
    textos de nivel primario en castellano" (1984), made for grades 1 to 6.
    """
    found = words(text)
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    formula = known.reading if (known := languages().get(language)) else ""
    if not found or not formula:
        return 0.0
    if formula == "crawford":
        return max(0.0, 4.9 * sum(map(spanish_syllables, found)) / len(found) - 20.5 * sentences / len(found) - 3.407)
    return 0.39 * len(found) / sentences + 11.8 * sum(map(syllables, found)) / len(found) - 15.59

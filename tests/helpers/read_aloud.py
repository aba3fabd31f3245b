"""Text as a trainer says it: numbers to call digit by digit, addresses with their dots, names in place of blanks."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?<![\w.,$/-])(?:1-)?\d{3}-(?:\d{3}-\d{4}|THE-LOST|RUNAWAY)(?!\w)|\b(?:2-1-1|211|911|988|711|233733)\b"
)
_ADDRESS = re.compile(r"(?<![\w@.-])(?:[\w-]+\.)+(?:com|gov|org)\b(?:/[\w-]+)*", re.IGNORECASE)
_BLANK = re.compile(r"\(([^()]*)\)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPELLED = frozenset({"acf", "dhs", "ftc", "hhs", "jflwg", "ncmec", "otip"})
"""Parts of addresses that nobody reads as a word."""

_DOT, _SLASH = {"en": "dot", "es": "punto"}, {"en": "slash", "es": "diagonal"}
_FILLED = {
    "en": {
        "your name": "Ana Morales",
        "your role": "the outreach coordinator here",
        "name": "Luis",
        "am or am not": "am",
        "your policy": "that I report it when a child may be in danger or someone may be harmed",
    },
    "es": {
        "su nombre": "Ana Morales",
        "su cargo": "la coordinadora de enlace comunitario",
        "nombre": "Luis",
        "debo o no debo": "debo",
        "me obliga o no me obliga": "me obliga",
        "su política": "que debo reportar si un menor o cualquier otra persona puede estar en peligro",
    },
}
"""What a trainer says where the notes have a blank to fill, by how it begins; the longest beginning counts."""

_SIGNS = {
    "en": (
        (r"24/7", "24 7"),
        (r"\$(\d+)", r"\1 dollars"),
        (r"#", "hashtag "),
        (r" \+ ", " and "),
        (r"“|”", ""),
    ),
    "es": (
        (r"24/7", "24 7"),
        (r"(?<=\d),(?=\d{3})", ""),
        (r"(\d)\.(\d)", r"\1 punto \2"),
        (r"\$(\d+)", r"\1 dólares"),
        (r"#", "etiqueta "),
        (r" \+ ", " y "),
        (r"EE\. ?UU\.", "Estados Unidos"),
        (r"“|”", ""),
    ),
}
"""What voices read in another way than people."""


def as_said(text: str, language: str) -> str:
    """The words of a text of notes or slides as they are said aloud."""
    said = _ADDRESS.sub(lambda found: _address(found[0], language), text)
    said = _NUMBER.sub(lambda found: _number(found[0]), said)
    said = _BLANK.sub(lambda found: _filled(found[1], language), said)
    for pattern, words in _SIGNS[language]:
        said = re.sub(pattern, words, said)
    return re.sub(r" +(?=[,.;:])", "", " ".join(said.split()))


def _number(number: str) -> str:
    groups = (
        [" ".join(group) if group.isdigit() else group.lower() for group in number.split("-")]
        if len(number) > 6
        else [" ".join(number.replace("-", ""))]
    )
    return ", ".join(groups).replace("the, lost", "the lost")


def _address(address: str, language: str) -> str:
    names = [_letters(part) for part in re.split(r"[./]", address)]
    marks = [_DOT[language] if mark == "." else _SLASH[language] for mark in re.findall(r"[./]", address)]
    return " ".join(word for pair in zip(names, [*marks, ""], strict=True) for word in pair if word)


def _letters(part: str) -> str:
    if part.lower() in _SPELLED or part.isdigit():
        return " ".join(part)
    return _CAMEL.sub(" ", part).replace("-", " ")


def _filled(blank: str, language: str) -> str:
    choices = _FILLED[language]
    fit = [start for start in choices if blank.lower().startswith(start)]
    return choices[max(fit, key=len)] if fit else f", {blank},"

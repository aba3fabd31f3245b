"""Blanks of a sample text, such as [CITY] or ____: filled with the organization's name, or the sentence is left out."""

from __future__ import annotations

import re
from dataclasses import replace

from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_splitting import sentences

ORGANIZATION = "{org}"
_WANTED = (
    "city|town|county|state|tribe|community|organi[sz]ation|org|agency|company|coalition|name|title|date|time|day|month"
    "|year|place|location|address|venue|phone|number|e-?mail|website|url|link|insert|your|contact|spokesperson|official"
    "|first|last|mayor|governor|quote|department|school|church|event|logo|handle|tbd|partner|ciudad|condado|estado"
    "|organizaci[oó]n|nombre|cargo|fecha|hora|lugar|direcci[oó]n|tel[eé]fono|correo|enlace|sitio|inserte|su|portavoz"
    "|cita|evento|escuela|comunidad|alcalde|alcaldesa|tribu|agencia|municipio|jurisdicci[oó]n|jurisdiction"
)
_BLANK = re.compile(
    rf"\[(?=[^\[\]\n]*\b(?i:{_WANTED})s?\b)[^\[\]\n]{{1,80}}\]|\[(?=[A-Z])[A-Z][A-Z /&’'-]{{1,40}}\]|_{{2,}}"
    rf"|<(?=[^<>\n]*\b(?i:{_WANTED})\b)[^<>\n/=]{{1,60}}>"
    r"|\((?i:insert|inserte|name of|nombre de)\b[^()\n]{1,60}\)"
    rf"|\{{+(?=[^{{}}\n]*\b(?i:{_WANTED})\b)(?!(?:org|year|official|office|jurisdiction)\}})[^{{}}\n]{{1,60}}\}}+"
    rf"|\(+(?:\s*\b(?i:{_WANTED})\b)+\s*\)+"
    r"|\b(?:INSERT|INSERTE)(?: [A-Z]{2,}){1,6}\b|\bX{3,}\b|\bX{1,2}:X{2}\b|\bTBD\b"
)
"""What is to be filled in; brackets around other words, as in a quotation, are none."""

_OF_US = re.compile(
    r"\W*(?:(?:insert|the|your|our|name|of|here|inserte|el|la|su|nombre|de|nuestra)\b\W*)*"
    r"(?:organi[sz]ation|org|agency|company|coalition|organizaci[oó]n|agencia|coalici[oó]n)"
    r"(?:[’']s)?(?:\W+(?:name|here|aqu[ií]))*\W*",
    re.IGNORECASE,
)
_MARK = ("B\x01", "\x01")
_MARKED = re.compile(r"B\x01(\d+)\x01")
"""What stands for a blank while a text is taken apart: a sentence may begin with it."""

_DATELINE = re.compile(r"\A\s*\[[^\[\]\n]{1,60}\](?:,\s*\[[^\[\]\n]{1,60}\])*\s*[-\u2013\u2014]+\s*")
_LAND = r"(?:City|County|State|Town|Village|Tribe|Parish|Ciudad|Condado|Estado|Municipio)"
_JURISDICTION = re.compile(
    rf"(?:\b[Tt]he |\b(?:el|la) )?{_LAND}(?:\s*/\s*{_LAND})* (?:of|de) (?:_{{3,}}|\[[^\[\]\n]{{1,60}}\])"
    rf"|(?:\b[Tt]he )?\[(?i:[^\[\]\n]*\b(?:city|county|state|town|jurisdiction|ciudad|condado|estado)\b)[^\[\]\n]*\]"
)
_OFFICIAL = re.compile(r"(?<=\bI, )(?:_{3,}|\[[^\[\]\n]{1,60}\])|(?<=\b[Yy]o, )(?:_{3,}|\[[^\[\]\n]{1,60}\])")


def without_blanks(findings: RecognizedToolkit) -> tuple[RecognizedToolkit, list[str]]:
    """The findings with their blanks filled or gone, and a sentence for each one that is gone."""
    items: list[ToolkitItem] = []
    notes: list[str] = []
    for item in findings.items:
        made, left_out = _filled(item) if item.use else (item, [])
        items.append(made)
        notes += left_out
    about, _ = _of_text(findings.setting.about)
    day_text, _ = _of_text(findings.setting.day_text)
    setting = replace(findings.setting, about=about, day_text=day_text)
    return replace(findings, items=tuple(items), setting=setting), notes


def _filled(item: ToolkitItem) -> tuple[ToolkitItem, list[str]]:
    text, gone = _of_text(item.text, signed=item.kind == "proclamation")
    head, about = (_of_text(words)[0] for words in (item.head, item.about))
    notes = [f"The {item.kind} at {item.place} has a blank to fill in, so this was left out: “{row}”" for row in gone]
    return replace(item, text=text, head=head, about=about, use=bool(text) or not item.text), notes


def _of_text(text: str, *, signed: bool = False) -> tuple[str, list[str]]:
    """A text with its blanks filled, without the sentences in which one is left, and those sentences."""
    if not _BLANK.search(text):
        return text, []
    text = _DATELINE.sub("", text)
    if signed:
        text = _OFFICIAL.sub("{official}", _JURISDICTION.sub("{jurisdiction}", text))
    text = _BLANK.sub(lambda found: ORGANIZATION if _OF_US.fullmatch(found.group()) else found.group(), text)
    blanks: list[str] = []

    def marked(found: re.Match[str]) -> str:
        blanks.append(found.group())
        return f"{_MARK[0]}{len(blanks) - 1}{_MARK[1]}"

    def unmarked(row: str) -> str:
        return _MARKED.sub(lambda found: blanks[int(found[1])], row)

    rows = sentences(re.sub(r"\{\w+\}|" + _BLANK.pattern, marked, text))
    gone = [row for row in rows if any(_BLANK.fullmatch(blanks[int(match[1])]) for match in _MARKED.finditer(row))]
    return " ".join(unmarked(row) for row in rows if row not in gone), [unmarked(row) for row in gone]

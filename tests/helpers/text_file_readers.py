"""Readers for the files with words, written from the rules of their formats and not from the writers."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

from htpm_studio.scene.nodes import OfficeTheme
from htpm_studio.scene.writing import Inks, Paragraph, Span, Writing, plain
from htpm_studio.units import Size

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INKS = Inks("#FFFFFF", "#EEF5F5", "#10201F", "#4A5A59", "#0F5C5C", "#B0C4C4", "#0B3B3B", "#FFFFFF", "#F5AE45")
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
THEME = OfficeTheme("Riverbend", tuple((slot, "#0F5C5C") for slot in SLOTS), (), "Georgia", "Arial")


def writing(*blocks: Paragraph, mail: bool = False) -> Writing:
    """A text with these blocks."""
    return Writing(
        "A title", "Riverbend", "en-US", blocks, INKS, THEME, Size(612, 792), preview="In short.", for_mail=mail
    )


def sample() -> tuple[Paragraph, ...]:
    """One block of each kind, with signs that mean something in some format."""
    return (
        plain("title", "A title"),
        plain("lead", "Lead"),
        plain("head", "Heading & more"),
        plain("when", "Monday, January 4, 2027"),
        plain("subhead", "Smaller"),
        plain("label", "For X"),
        plain("text", "First line\nsecond <line> – it’s “here”"),
        Paragraph(
            "item", (Span("Strong. ", strong=True), Span("Read "), Span("the page", "https://example.org/a?b=1&c"))
        ),
        plain("item", "Another"),
        Paragraph("call", (Span("Call "), Span("1-888-373-7888", "tel:+18883737888"), Span("."))),
        Paragraph("clause", (Span("Whereas,", strong=True), Span(" in "), Span("Name of the city", blank=True))),
        Paragraph("button", (Span("More", "https://example.org"),)),
        plain("sign", "Date"),
        plain("note", "Small print"),
    )


def calendar_lines(data: bytes) -> list[tuple[str, dict[str, str], str]]:
    """Name, parameters and unescaped value of each content line (RFC 5545, 3.1); checks length and line ends."""
    assert data.endswith(b"\r\n")
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in raw)
    assert all(b"\n" not in line and b"\r" not in line for line in raw)
    for line in raw:
        line.decode()  # no letter is cut through
    unfolded: list[bytes] = []
    for line in raw:
        if line.startswith((b" ", b"\t")):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    return [_content(line.decode()) for line in unfolded]


def _content(line: str) -> tuple[str, dict[str, str], str]:
    head, _, value = line.partition(":")
    name, *parameters = head.split(";")
    pairs = dict(parameter.split("=", 1) for parameter in parameters)
    return name, pairs, unescaped(value)


def unescaped(value: str) -> str:
    """A text value (3.3.11) as it was meant."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], value, flags=re.DOTALL)


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar; each property of an event is there once."""
    found: list[dict[str, str]] = []
    inside = False
    for name, _, value in calendar_lines(data):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
            inside = True
        elif (name, value) == ("END", "VEVENT"):
            inside = False
        elif inside:
            assert name not in found[-1]
            found[-1][name] = value
    return found


def day(value: str) -> dt.date:
    """A date as a calendar writes it, of a time its day."""
    return dt.datetime.strptime(value[:8], "%Y%m%d").replace(tzinfo=dt.UTC).date()


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    rows = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        rows.append((style.get(f"{W}val", "") if style is not None else "Normal", "".join(_words(paragraph))))
    return rows


def _words(paragraph: ElementTree.Element) -> list[str]:
    return [_SIGNS.get(part.tag) or part.text or "" for part in paragraph.iter() if part.tag in _SPOKEN]


_SIGNS = {f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
_SPOKEN = frozenset({f"{W}t", *_SIGNS})

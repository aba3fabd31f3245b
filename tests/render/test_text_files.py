"""Files with words, each read back by the rules of its own format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image

from htpm_studio.errors import StudioError
from htpm_studio.paths import assets
from htpm_studio.project.palette import contrast
from htpm_studio.render.writing.csv_table import render_csv
from htpm_studio.render.writing.docx import render_docx
from htpm_studio.render.writing.email_html import ABOVE_HELP, EDGE, render_mail
from htpm_studio.render.writing.ics import folded, render_ics
from htpm_studio.render.writing.plain import render_txt
from htpm_studio.render.writing.web_html import render_web
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.scene.writing import (
    Appointment,
    EventCalendar,
    Letterhead,
    Paragraph,
    Span,
    Table,
    WebLook,
    plain,
)
from htpm_studio.text.fonts import FontBook
from tests.helpers.text_file_readers import INKS, W, calendar_lines, events, paragraphs, sample, unescaped, writing

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
CALENDAR_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300)


class Tags(HTMLParser):
    """Every tag with its attributes; complains about one that is not closed."""

    VOID = frozenset({"meta", "img", "br", "hr", "link"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


# ---------------------------------------------------------------- tables


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_a_table_comes_back_and_no_cell_is_a_formula(rows: list[tuple[str, str]]) -> None:
    read = rows_of(render_csv(Table(("One", "Two"), tuple(rows))))
    assert read[0] == ["One", "Two"]
    for row, before in zip(read[1:], rows, strict=True):
        for cell, text in zip(row, before, strict=True):
            assert cell.removeprefix("'") == text.removeprefix("'")
            assert not re.match(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_a_table_for_a_program_says_exactly_what_it_was_given(rows: list[tuple[str, str]]) -> None:
    assert rows_of(render_csv(Table(("A", "B"), tuple(rows), for_people=False)))[1:] == [list(row) for row in rows]


def test_every_field_is_quoted_and_lines_end_as_programs_want_them() -> None:
    data = render_csv(Table(("Text", "Day"), (('He said "hi", once', "2027-01-04"),)))
    assert data == b'\xef\xbb\xbf"Text","Day"\r\n"He said ""hi"", once","2027-01-04"\r\n'


# ---------------------------------------------------------------- calendars


SAVED = dt.datetime(2026, 12, 24, 8, 15)


def event_calendar(*appointments: Appointment) -> EventCalendar:
    return EventCalendar("A month", "en", SAVED, appointments)


def one_day(text: str) -> Appointment:
    return Appointment("id-1", dt.date(2027, 1, 11), dt.date(2027, 1, 11), text, text, "https://example.org", "Post")


@given(CALENDAR_TEXT)
def test_a_calendar_says_what_it_was_given(text: str) -> None:
    event = events(render_ics(event_calendar(one_day(text))))[0]
    assert event["SUMMARY"] == text
    assert event.get("DESCRIPTION", "") == text


@given(TEXT)
def test_lines_are_folded_at_75_octets_and_never_through_a_letter(text: str) -> None:
    for line in folded(text.replace("\r", "").replace("\n", "")).removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_control_characters_never_reach_a_calendar() -> None:
    data = render_ics(event_calendar(one_day("a\x00b\x07c\td\r\ne\x7f")))
    assert events(data)[0]["SUMMARY"] == "abc d\ne"


def test_a_calendar_has_what_the_rules_ask_for() -> None:
    lines = calendar_lines(render_ics(event_calendar(one_day("x"))))
    assert lines[0][::2] == ("BEGIN", "VCALENDAR")
    assert lines[-1][::2] == ("END", "VCALENDAR")
    assert ("VERSION", {}, "2.0") in lines
    assert {name for name, _, _ in lines} >= {"PRODID", "UID", "DTSTAMP"}
    assert [parameters for name, parameters, _ in lines if name == "DTSTART"] == [{"VALUE": "DATE"}]
    assert unescaped(r"a\, b\; c\\ d\ne") == "a, b; c\\ d\ne"


# ---------------------------------------------------------------- Word


def test_a_word_file_passes_the_audit(tmp_path: Path) -> None:
    target = tmp_path / "text.docx"
    target.write_bytes(render_docx(writing(*sample())))
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [error.description for error in result.errors] == []


def test_a_word_file_has_real_styles_in_reading_order() -> None:
    rows = paragraphs(render_docx(writing(*sample())))
    assert [style for style, _ in rows[:5]] == ["Title", "Subtitle", "Heading1", "Date", "Heading2"]
    assert ("ListBullet", "Strong. Read the page") in rows
    assert ("Normal", "First line\nsecond <line> – it’s “here”") in rows
    assert ("Clause", "Whereas, in [Name of the city]") in rows


def test_a_word_file_names_its_language_title_and_links() -> None:
    data = render_docx(writing(*sample()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
        dates = {info.date_time for info in archive.infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert 'w:val="en-US"' in parts["word/styles.xml"]
    assert "<dc:title>A title</dc:title>" in parts["docProps/core.xml"]
    relations = parts["word/_rels/document.xml.rels"]
    assert 'Target="https://example.org/a?b=1&amp;c"' in relations
    assert 'Target="tel:+18883737888"' in relations
    styles = ElementTree.fromstring(parts["word/styles.xml"])
    levels = [level.get(f"{W}val") for level in styles.iter(f"{W}outlineLvl")]
    assert levels == ["0", "1"]


@given(st.text(max_size=200))
def test_any_text_makes_a_readable_word_file(text: str) -> None:
    data = render_docx(writing(plain("title", "T"), plain("text", text)))
    kept = "".join(sign for sign in text if sign in "\n\t" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    shown = "".join(paragraphs(data)[1][1].split())
    assert shown == "".join(re.sub("[\x7f\ufffe\uffff]", "", kept).split())


def test_a_link_with_an_unusual_scheme_is_refused() -> None:
    with pytest.raises(StudioError, match="not a web address"):
        render_docx(writing(Paragraph("text", (Span("x", "file:///etc/passwd"),))))


# ---------------------------------------------------------------- HTML


def test_a_mail_keeps_to_what_mail_programs_know() -> None:
    data = render_mail(writing(*sample(), mail=True))
    page = data.decode("ascii")
    assert len(data) < 90_000  # Gmail cuts a mail off at 102,000 bytes.
    tags = Tags(page)
    names = {name for name, _ in tags.found}
    assert not names & {"script", "link", "form", "svg", "iframe", "button", "video"}
    assert "data:" not in page
    without = re.sub(r"<style>.*?</style>", "", page)
    assert without.count("color:") > 20  # Every look is inline: rules only change it on dark screens and phones.
    rules = re.search(r"<style>(.*?)</style>", page)
    assert rules
    assert set(re.findall(r"@media \((.*?)\)", rules[1])) == {"prefers-color-scheme:dark", "max-width:520px"}
    assert all(attributes.get("role") == "presentation" for name, attributes in tags.found if name == "table")
    assert [name for name, _ in tags.found].count("h1") == 1
    assert "second <line>" in tags.words


def test_the_words_of_a_mail_can_be_read() -> None:
    page = render_mail(writing(*sample(), mail=True)).decode()
    grounds = {INKS.paper, INKS.soft}
    for color in set(re.findall(r"(?<!-)color:(#[0-9A-F]{6})", page)) - {INKS.on_deep}:
        assert all(contrast(color, ground) >= 4.5 for ground in grounds), color
    assert contrast(INKS.on_deep, INKS.deep) >= 4.5


def test_a_web_page_is_one_article_with_one_heading_of_the_first_rank() -> None:
    page = render_web(writing(*sample())).decode("ascii")
    tags = Tags(page)
    names = [name for name, _ in tags.found]
    assert (names.count("h1"), names.count("article"), names.count("ul"), names.count("li")) == (1, 1, 1, 2)
    assert "script" not in names
    assert ("html", {"lang": "en-US"}) in tags.found
    assert ("a", {"href": "https://example.org/a?b=1&c"}) in tags.found


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_no_text_breaks_out_of_html(text: str) -> None:
    for render in (render_mail, render_web):
        tags = Tags(
            render(writing(plain("title", text), Paragraph("text", (Span(text, "https://example.org"),)))).decode()
        )
        assert "script" not in {name for name, _ in tags.found}
        assert text in tags.words


def test_a_web_page_suits_dark_screens_and_paper() -> None:
    page = render_web(writing(*sample())).decode()
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page
    assert contrast(INKS.on_deep, INKS.deep) >= 4.5


def test_a_web_page_asks_no_server_for_anything_and_says_where_help_is() -> None:
    shown = io.BytesIO()
    Image.new("RGB", (320, 200), "#808080").save(shown, "JPEG")
    picture = PictureSource("shown", "jpeg", shown.getvalue(), (320, 200))
    face = FontBook(assets() / "fonts").face("Head")
    blocks = (
        plain("title", "Safe & sound"),
        plain("text", "What it is."),
        plain("head", "Week by week"),
        plain("week", "January 1-3: Know"),
        plain("this-week", "January 4-10: Ask"),
        Paragraph("number", (Span("86%", strong=True), Span(" of it"))),
        plain("source", "Source: A count, 2025."),
        Paragraph("step", (Span("Ask. ", strong=True), Span("Listen."))),
        plain("help", "Where help is"),
        Paragraph("way", (Span("Call: "), Span("1-888-373-7888", "tel:+18883737888"))),
        plain("call", "Call 1-888-373-7888."),
        plain("note", "Small"),
    )
    look = WebLook("#0B3B3B", "#FFFFFF", face, "Georgia,serif", "Three people talk.", "Skip to the text")
    text = replace(writing(*blocks), web=look, pictures=(picture,), letterhead=Letterhead(picture))
    page = render_web(text).decode("ascii")
    tags = Tags(page)
    asked = [value for name, found in tags.found for key, value in found.items() if key in ("src", "srcset")]
    assert all(value.startswith("data:image/") for value in asked)
    assert re.findall(r"url\(\"?(.{10})", page) == ["data:font/"]
    assert len(page) < 300_000
    alts = [found["alt"] for name, found in tags.found if name == "img"]
    assert alts == ["Riverbend", "Three people talk."]
    assert [name for name, _ in tags.found if name in ("h1", "h2", "h3")] == ["h1", "h2", "h2"]
    assert [found for name, found in tags.found if name == "li" and "aria-current" in found] == [
        {"aria-current": "true"}
    ]
    assert ("a", {"href": "tel:+18883737888"}) in tags.found
    assert "Call:" not in tags.words
    assert {name for name, _ in tags.found} >= {"header", "main", "article", "section", "footer"}
    assert render_txt(text).decode().count("1-888-373-7888") == 1


def test_a_font_of_the_user_is_named_and_not_given_on() -> None:
    face = replace(FontBook(assets() / "fonts").face("Head"), family="House Sans", held=b"")
    own = replace(face, held=face.read())
    look = WebLook("#0B3B3B", "#FFFFFF", own, "Arial,sans-serif", "", "Skip")
    page = render_web(replace(writing(plain("title", "T")), web=look)).decode()
    assert "font/ttf" not in page
    assert '"House Sans",Arial,sans-serif' in page


@pytest.mark.parametrize(("last", "room"), [("step", 1), ("button", 0)])
def test_where_help_is_in_a_mail_keeps_clear_of_what_is_above_it(last: Literal["step", "button"], room: int) -> None:
    above = Paragraph(last, (Span("Learn.", "https://example.org"),))
    page = render_mail(writing(plain("title", "T"), above, plain("help", "Where help is"), mail=True)).decode()
    assert page.count(f'padding:{ABOVE_HELP}px {EDGE}px 0;"></td>') == room

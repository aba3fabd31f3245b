"""Files with words, each read back by the rules of its own format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from hashlib import blake2b
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
from htpm_studio.project.oklch import contrast
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
    Masthead,
    Paragraph,
    Span,
    Table,
    WebLook,
    plain,
)
from htpm_studio.text.fonts import FontBook
from htpm_studio.units import Size
from tests.helpers.text_file_readers import INKS, W, calendar_lines, day, events, paragraphs, sample, unescaped, writing

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


def test_a_post_has_its_time_and_a_later_calendar_replaces_an_earlier_one() -> None:
    post = replace(one_day("x"), at=dt.time(9, 30))
    first = events(render_ics(event_calendar(post)))[0]
    later = events(render_ics(replace(event_calendar(post), stamp=SAVED + dt.timedelta(seconds=2))))[0]
    assert (first["DTSTART"], first["DURATION"]) == ("20270111T093000", "PT15M")
    assert first["UID"] == later["UID"]
    assert first["DTSTAMP"] == first["LAST-MODIFIED"] == "20261224T081500Z"
    assert later["LAST-MODIFIED"] > first["LAST-MODIFIED"]
    assert 0 <= int(first["SEQUENCE"]) < int(later["SEQUENCE"]) < 2**31


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


def test_an_entry_of_whole_days_ends_on_the_day_after() -> None:
    week = Appointment("w", dt.date(2027, 1, 25), dt.date(2027, 1, 31), "Week", "")
    event = events(render_ics(event_calendar(week)))[0]
    assert (day(event["DTSTART"]), day(event["DTEND"])) == (dt.date(2027, 1, 25), dt.date(2027, 2, 1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert "DESCRIPTION" not in event


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


def test_where_help_is_and_the_lines_to_sign_on_stay_with_what_follows() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(writing(*sample())))) as archive:
        styles = ElementTree.fromstring(archive.read("word/styles.xml"))
    kept = {style.get(f"{W}styleId") for style in styles if style.find(f"{W}pPr/{W}keepNext") is not None}
    assert {"Help", "Signature"} <= kept


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
    own = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style") if style.get(f"{W}customStyle")}
    assert own == {"Clause", "Help", "Letterhead", "SmallPrint", "TextLabel"}


@given(st.text(max_size=200))
def test_any_text_makes_a_readable_word_file(text: str) -> None:
    data = render_docx(writing(plain("title", "T"), plain("text", text)))
    kept = "".join(sign for sign in text if sign in "\n\t" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    shown = "".join(paragraphs(data)[1][1].split())
    assert shown == "".join(re.sub("[\x7f\ufffe\uffff]", "", kept).split())


def test_a_link_with_an_unusual_scheme_is_refused() -> None:
    with pytest.raises(StudioError, match="not a web address"):
        render_docx(writing(Paragraph("text", (Span("x", "file:///etc/passwd"),))))


# ---------------------------------------------------------------- plain text


def test_plain_text_keeps_paragraphs_whole_and_names_addresses() -> None:
    text = render_txt(writing(*sample())).decode()
    assert text.startswith("A title\n=======\n")
    assert "For X\nFirst line\nsecond" in text
    assert "- Strong. Read the page (https://example.org/a?b=1&c)\n- Another" in text
    assert "Call 1-888-373-7888." in text
    assert "[Name of the city]" in text
    assert "\n\n\n\n" not in text
    ends = render_txt(writing(Paragraph("item", (Span("Ask at the market. ", strong=True), Span(""))))).decode()
    assert ends == "- Ask at the market.\n"


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


def test_the_picture_of_a_mail_says_its_words() -> None:
    masthead = Masthead("newsletter-top.png", 'Riverbend & "friends"', Size(1200, 400))
    page = render_mail(writing(plain("title", "T"))).decode()
    assert "<img" not in page
    assert "Riverbend</p>" in page
    mail = writing(plain("title", "T"))
    tags = Tags(render_mail(replace(mail, masthead=masthead)).decode())
    picture = next(attributes for name, attributes in tags.found if name == "img")
    assert (picture["src"], picture["alt"]) == ("newsletter-top.png", 'Riverbend & "friends"')
    assert (picture["width"], picture["height"]) == ("600", "200")


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


def test_a_word_file_has_a_letterhead_and_a_text_for_somebody_else_to_proclaim_has_none() -> None:
    def header(text: tuple[Paragraph, ...]) -> str:
        with zipfile.ZipFile(io.BytesIO(render_docx(replace(writing(*text), author="Harbor Aid")))) as file:
            words = ElementTree.fromstring(file.read("word/header1.xml")).iter(f"{W}t")
            return "".join(one.text or "" for one in words)

    assert header((plain("text", "Ask. Listen."),)) == "Harbor Aid"
    assert header((plain("clause", "Whereas neighbors matter,"),)) == ""


@pytest.mark.parametrize(
    ("shape", "wide", "high"), [((1000, 100), 236, 23.6), ((300, 600), 23, 46), ((400, 400), 46, 46)]
)
def test_a_letterhead_has_the_logo_at_an_even_size_with_the_name_as_its_description(
    shape: tuple[int, int], wide: float, high: float, tmp_path: Path
) -> None:
    logo = io.BytesIO()
    Image.new("RGB", shape, "#7B0323").save(logo, "PNG")
    source = PictureSource("0" * 63 + str(shape[0] % 7), "png", logo.getvalue(), shape)
    text = replace(
        writing(plain("text", "Ask. Listen.")), author="Harbor Aid", letterhead=Letterhead(source, named=True)
    )
    data = render_docx(text)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        heads = [ElementTree.fromstring(file.read(f"word/header{number}.xml")) for number in (1, 2)]
        assert [one for one in file.namelist() if "media" in one] == ["word/media/logo.png"]
    for head, scale in zip(heads, (1.0, 0.6), strict=True):
        drawn = next(one for one in head.iter() if one.tag.endswith("}docPr"))
        extent = next(one for one in head.iter() if one.tag.endswith("}extent"))
        assert drawn.get("descr") == "Harbor Aid"
        assert int(extent.get("cx", "0")) / 12700 == pytest.approx(wide * scale, abs=0.6)
        assert int(extent.get("cy", "0")) / 12700 == pytest.approx(high * scale, abs=0.6)
        assert "".join(one.text or "" for one in head.iter(f"{W}t")).strip() == "Harbor Aid"
    target = tmp_path / "text.docx"
    target.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [error.description for error in result.errors] == []


def test_a_logo_that_paper_hides_is_on_a_plate() -> None:
    logo = io.BytesIO()
    Image.new("RGBA", (200, 100), "#FFFFFF80").save(logo, "PNG")
    source = PictureSource("1" * 64, "png", logo.getvalue(), (200, 100))
    data = render_docx(replace(writing(plain("text", "Ask.")), letterhead=Letterhead(source, plate="#123456")))
    with zipfile.ZipFile(io.BytesIO(data)) as file, Image.open(io.BytesIO(file.read("word/media/logo.png"))) as shown:
        assert shown.convert("RGB").getpixel((1, 1)) == (0x12, 0x34, 0x56)


def test_a_web_page_suits_dark_screens_and_paper() -> None:
    page = render_web(writing(*sample())).decode()
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page
    assert contrast(INKS.on_deep, INKS.deep) >= 4.5


def test_each_kind_of_text_file_keeps_what_is_written_in_it() -> None:
    """A changed digest says that such files are written differently: look at one, then write the digest down anew."""
    file = io.BytesIO()
    Image.new("RGB", (320, 200), "#808080").save(file, "PNG")
    shown = PictureSource("shown", "png", file.getvalue(), (320, 200))
    every = (
        *sample(),
        plain("picture", "A grey field"),
        plain("week", "One: two"),
        plain("this-week", "Three: four"),
        Paragraph("number", (Span("5", strong=True), Span(" of ten"))),
        plain("source", "Source: A count, 2025."),
        Paragraph("step", (Span("Ask. ", strong=True), Span("Listen."))),
        plain("help", "Where help is"),
        Paragraph("way", (Span("Call: "), Span("1-888-373-7888", "tel:+18883737888"))),
        plain("call", "Call 1"),
        plain("sign", "Name"),
        plain("note", "N"),
    )
    text = replace(
        writing(*every), pictures=(shown,), letterhead=Letterhead(shown, named=True, plate="#112233"),
        masthead=Masthead("top.png", "A name", Size(600, 120)), preview="Seen in lists", subject="About it",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(render_docx(text))) as archive:
        word = {
            name: archive.read(name) for name in archive.namelist() if name.startswith("word/") and name.endswith("ml")
        }
    calendar = render_ics(event_calendar(one_day("One day"), replace(one_day("A post"), at=dt.time(9, 30))))
    files = {
        **word, "mail": render_mail(replace(text, for_mail=True)), "web": render_web(text),
        "txt": render_txt(text), "ics": calendar,
    }  # fmt: skip
    assert {kind: blake2b(data, digest_size=4).hexdigest() for kind, data in files.items()} == {
        "word/document.xml": "8d4700ff",
        "word/fontTable.xml": "1a0fd862",
        "word/footer1.xml": "4fe2d0a0",
        "word/header1.xml": "aacd5347",
        "word/header2.xml": "aacd5347",
        "word/numbering.xml": "21bb8cc6",
        "word/settings.xml": "791e25e4",
        "word/styles.xml": "cce21990",
        "word/theme/theme1.xml": "b3c3d763",
        "mail": "fcade7c7",
        "web": "81827219",
        "txt": "03cbef5a",
        "ics": "92fcfe36",
    }  # fmt: skip


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


def test_what_to_do_is_numbered_in_a_mail_and_the_number_to_call_has_a_line_of_its_own() -> None:
    blocks = (
        plain("title", "T"),
        Paragraph("step", (Span("Ask. ", strong=True), Span("Listen."))),
        Paragraph("step", (Span("Learn. ", strong=True), Span("Read."))),
        plain("help", "Where help is"),
        Paragraph("way", (Span("Call: "), Span("1-888-373-7888", "tel:+18883737888"))),
        plain("call", "Call."),
    )
    page = render_mail(writing(*blocks, mail=True)).decode()
    assert re.findall(r">(\d)</td>", page) == ["1", "2"]
    number = re.search(r"<p[^>]*><a href=\"tel:\+18883737888\" style=\"([^\"]*)\"", page)
    assert number
    assert "white-space:nowrap" in number[1]
    assert "font-size:33px" in number[1]
    assert page.count("background-image:linear-gradient(#0B3B3B,#0B3B3B)") == 2  # Its head, and where help is.


@pytest.mark.parametrize(("last", "room"), [("step", 1), ("button", 0)])
def test_where_help_is_in_a_mail_keeps_clear_of_what_is_above_it(last: Literal["step", "button"], room: int) -> None:
    above = Paragraph(last, (Span("Learn.", "https://example.org"),))
    page = render_mail(writing(plain("title", "T"), above, plain("help", "Where help is"), mail=True)).decode()
    assert page.count(f'padding:{ABOVE_HELP}px {EDGE}px 0;"></td>') == room

"""What each block of a text becomes in a Word file, a mail, a web page, plain text and a calendar."""

from __future__ import annotations

import base64
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb
from PIL import Image

from htpm_studio.paths import assets
from htpm_studio.render.writing.docx import render_docx
from htpm_studio.render.writing.email_html import render_mail
from htpm_studio.render.writing.html_spans import spans, way
from htpm_studio.render.writing.ics import escaped, folded, render_ics
from htpm_studio.render.writing.plain import render_txt
from htpm_studio.render.writing.web_font import head_width
from htpm_studio.render.writing.web_html import render_web
from htpm_studio.scene.nodes import UNDATED, Face, PictureSource
from htpm_studio.scene.writing import (
    Appointment,
    BlockKind,
    EventCalendar,
    Letterhead,
    Masthead,
    Paragraph,
    Span,
    WebLook,
    Writing,
    plain,
)
from htpm_studio.text.fonts import FontBook
from htpm_studio.units import Size
from tests.helpers.text_file_readers import INKS, W, paragraphs, writing

ARABIC = "\u0645\u0631\u062d\u0628\u0627"


def logo(wide: int, high: int, color: str = "#7B0323", mode: str = "RGB") -> PictureSource:
    target = io.BytesIO()
    Image.new(mode, (wide, high), color).save(target, "PNG")
    return PictureSource(f"{wide} {high} {color}", "png", target.getvalue(), (wide, high))


def word(text: Writing, part: str = "document") -> Any:
    with zipfile.ZipFile(io.BytesIO(render_docx(text))) as file:
        return ElementTree.fromstring(file.read(f"word/{part}.xml"))


def tags(element: Any) -> list[str]:
    return [one.tag.removeprefix(W) for one in element.iter()][1:]


# ------------------------------------------------------------------ Word


def runs(*blocks: Paragraph) -> list[tuple[list[str], str]]:
    """What each run of a text is besides its words, and its words."""
    return [
        (
            [one.tag.removeprefix(W) for one in run.iterfind(f"{W}rPr/*")],
            "".join(
                "-" if one.tag == f"{W}noBreakHyphen" else "|" if one.tag == f"{W}br" else one.text or "" for one in run
            ),
        )
        for run in word(writing(*blocks)).iter(f"{W}r")
    ]


def test_strong_words_links_and_words_from_the_right_have_looks_of_their_own() -> None:
    rows = [
        (plain("text", "One\ntwo"), [([], "One|two")]),
        (Paragraph("text", (Span("One", strong=True), Span("two"))), [(["b"], "One"), ([], "two")]),
        (Paragraph("text", (Span("One", "https://a.org"),)), [(["rStyle"], "One")]),
        (Paragraph("text", (Span("One", "https://a.org", strong=True),)), [(["rStyle", "b"], "One")]),
        (Paragraph("text", (Span(ARABIC, strong=True),)), [(["b", "bCs", "rtl"], ARABIC)]),
        (plain("text", f"One {ARABIC}"), [([], "One"), (["rtl"], f" {ARABIC}")]),
        (Paragraph("text", (Span("City", blank=True),)), [([], "[City]")]),
    ]
    assert runs(*(block for block, _ in rows)) == [run for _, made in rows for run in made]


def test_a_paragraph_from_the_right_says_so() -> None:
    kinds: tuple[BlockKind, ...] = ("text", "title")
    made = word(writing(*(plain(kind, text) for kind in kinds for text in ("One", ARABIC, f"One {ARABIC}"))))
    assert ["bidi" in tags(one) for one in made.iter(f"{W}p")] == [False, True, False] * 2
    assert ["pPr" in tags(one) for one in made.iter(f"{W}p")] == [False, True, False, True, True, True]


def test_a_telephone_number_does_not_break_at_its_hyphens() -> None:
    bound = {
        "1-888-373-7888": 3, "1-800-GIVE-HELP": 3, "1-888-ABC-1": 3, "well-known": 0, "2-day": 0, "-1": 0, "1-": 0,
    }  # fmt: skip
    data = render_docx(writing(*(plain("text", text) for text in bound)))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        made = ElementTree.fromstring(file.read("word/document.xml"))
    assert [tags(one).count("noBreakHyphen") for one in made.iter(f"{W}p")] == list(bound.values())
    assert [text for _, text in paragraphs(data)] == list(bound)
    assert all(one.text for one in made.iter(f"{W}t"))


def test_places_to_fill_in_are_numbered_and_named() -> None:
    made = word(writing(Paragraph("text", (Span("City", blank=True), Span(" and "), Span("Date", blank=True)))))
    assert [one.get(f"{W}val") for one in made.iter(f"{W}alias")] == ["City", "Date"]
    assert [one.get(f"{W}val") for one in made.iter(f"{W}tag")] == ["field-1", "field-2"]


def test_the_foot_of_a_word_file_says_who_what_and_which_page() -> None:
    def said(author: str) -> str:
        return "".join(
            one.text or "" for one in word(replace(writing(plain("text", "x")), author=author), "footer1").iter(f"{W}t")
        )

    assert said("Riverbend") == "Riverbend \u00b7 A title \u00b7 1"
    assert said("") == "A title \u00b7 1"


def test_paper_is_in_twentieths_of_a_point() -> None:
    size = next(word(replace(writing(plain("text", "x")), paper=Size(595.3, 841.9))).iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


def test_pictures_of_a_word_file_are_220_points_wide_and_keep_their_form() -> None:
    jpeg = replace(logo(300, 150), kind="jpeg", key="jpeg")
    text = writing(plain("picture", "One"), plain("text", "x"), plain("picture", "Two"))
    made = word(replace(text, pictures=(logo(300, 600), jpeg)))
    extents = [one for one in made.iter() if one.tag.endswith("}extent")]
    assert [(one.get("cx"), one.get("cy")) for one in extents] == [("2794000", "5588000"), ("2794000", "1397000")]
    about = [one for one in made.iter() if one.tag.endswith("}docPr")]
    assert [(one.get("id"), one.get("descr")) for one in about] == [("1", "One"), ("2", "Two")]
    with zipfile.ZipFile(io.BytesIO(render_docx(replace(text, pictures=(logo(300, 600), jpeg))))) as file:
        assert [name for name in file.namelist() if "media" in name] == [
            "word/media/image1.png",
            "word/media/image2.jpg",
        ]


def head(number: int = 1, **more: Any) -> tuple[str, list[str]]:
    """The words at the head of a page, and the ids of its pictures."""
    made = word(replace(writing(plain("text", "x")), **more), f"header{number}")
    about = [one.get("id") for one in made.iter() if one.tag.endswith("}docPr")]
    return "".join(one.text or "" for one in made.iter(f"{W}t")), about


def test_the_head_of_a_page_has_the_name_unless_the_logo_says_it() -> None:
    source = logo(300, 100)
    assert head() == head(2) == ("Riverbend", [])
    assert head(letterhead=Letterhead(source)) == ("", ["9001"])
    assert head(letterhead=Letterhead(source, named=True)) == ("\u2002Riverbend", ["9001"])
    assert head(2, letterhead=Letterhead(source)) == ("", ["9002"])
    sizes = []
    for number in (1, 2):
        made = word(replace(writing(plain("text", "x")), letterhead=Letterhead(logo(300, 600))), f"header{number}")
        sizes += [(one.get("cx"), one.get("cy")) for one in made.iter() if one.tag.endswith("}extent")]
    assert sizes == [("292100", "584200"), ("175260", "350520")], "23 x 46 points, then six tenths of them"
    silent = writing(plain("text", "x"), plain("clause", "Whereas")).blocks
    assert head(letterhead=Letterhead(source, named=True), blocks=silent) == ("", [])
    assert "pPr" not in tags(word(replace(writing(), blocks=silent), "header1"))
    assert "pPr" in tags(word(writing(plain("text", "x")), "header1"))


def shown(mark: Letterhead) -> Image.Image:
    data = render_docx(replace(writing(plain("text", "x")), letterhead=mark))
    with zipfile.ZipFile(io.BytesIO(data)) as file, Image.open(io.BytesIO(file.read("word/media/logo.png"))) as image:
        image.load()
        return image


def test_a_logo_has_three_pixels_a_point_and_its_plate_a_seventh_more_around_it() -> None:
    plain_, plated = shown(Letterhead(logo(300, 600))), shown(Letterhead(logo(300, 600), plate="#123456"))
    assert plain_.size == (69, 138)
    edge = round(0.14 * 69) + 3
    assert plated.size == (69 + 2 * edge, 138 + 2 * edge)
    corners = [plated.convert("RGB").getpixel(at) for at in ((edge - 1, edge), (edge, edge), (edge + 68, edge + 137))]
    assert corners == [(0x12, 0x34, 0x56), (0x7B, 0x03, 0x23), (0x7B, 0x03, 0x23)]
    clear = shown(Letterhead(logo(90, 90, "#00000000", "RGBA"), plate="#123456"))
    assert clear.convert("RGB").getpixel((60, 60)) == (0x12, 0x34, 0x56)


# ------------------------------------------------------------------ HTML


def test_words_are_escaped_and_numbers_and_short_addresses_stay_whole() -> None:
    whole = '<span style="white-space:nowrap">{}</span>'
    for text, made in (
        ("a < b & c", "a &lt; b &amp; c"), ("One\ntwo", "One<br>two"),
        ("1-888-373-7888", whole.format("1-888-373-7888")),
        ("See a.org/b-c now", f"See {whole.format('a.org/b-c')} now"), ("a.org", "a.org"), ("me@a.org", "me@a.org"),
        ("a.org/" + "b" * 26, whole.format("a.org/" + "b" * 26)), ("a.org/" + "b" * 27, "a.org/" + "b" * 27),
        ("well-known", "well-known"), ("1-2 and 3-4", f"{whole.format('1-2')} and {whole.format('3-4')}"),
    ):  # fmt: skip
        assert spans((Span(text),)) == made


def test_links_and_strong_words_are_marked() -> None:
    link = Span("x", "https://a.org/?a=1&b", strong=True)
    assert spans((link,)) == '<strong><a href="https://a.org/?a=1&amp;b">x</a></strong>'
    assert spans((link,), "color:red", "link").count(' style="color:red" class="link"') == 1
    assert spans((Span("x"), Span("y", strong=True)), "color:red", "link") == "x<strong>y</strong>"
    assert (way("One"), way(ARABIC)) == ("", ' dir="rtl"')


def face() -> Face:
    return FontBook(assets() / "fonts").face("Head")


def look(drawn: Face | None = None) -> WebLook:
    return WebLook("#101010", "#F0F0F0", drawn or face(), "Georgia,serif", "Three people", "Skip")


def web(*blocks: Paragraph, **more: Any) -> str:
    return render_web(replace(writing(*blocks), **more)).decode()


def inside(page: str) -> str:
    return page[page.index('<article lang="en-US">') + 23 : page.index("</article>")].strip()


def test_each_part_of_a_web_page_is_in_a_band_of_its_own() -> None:
    kinds: tuple[BlockKind, ...] = ("title", "lead", "text", "number", "help", "way", "call", "head")
    words = ("T", "L", "x", "5", "H", "Call: 1", "Call.", "Y")
    page = inside(web(*(plain(kind, said) for kind, said in zip(kinds, words, strict=True))))
    assert re.findall(r'class="(kit-(?:hero|band|help|w kit-part[^"]*))"', page) == [
        "kit-hero", "kit-w kit-part kit-intro", "kit-band", "kit-help", "kit-w kit-part",
    ]  # fmt: skip
    assert "<h1>T</h1>\n<p>L</p>" in page
    helped = page[page.index("kit-help") :]
    assert helped.index("<h2>H</h2>") < helped.index("<p>Call.</p>") < helped.index('<ul class="kit-ways">')
    assert "<li>Call: 1</li>" in helped


def test_a_heading_begins_a_section_of_its_own() -> None:
    def sections(*kinds: BlockKind) -> list[str]:
        return re.findall(r"<(section|div) class=\"kit-w kit-part", web(*(plain(kind, "x") for kind in kinds)))

    assert sections("text", "head", "text", "head", "text") == ["div", "section", "section"]
    assert sections("head", "text") == ["section"]
    assert sections("text", "text") == ["div"]


def test_small_print_at_the_end_is_the_foot_of_the_page_and_elsewhere_it_is_not() -> None:
    page = web(plain("text", "x"), plain("note", "N"))
    assert page.index("</article>") < page.index('<footer class="kit-foot">') < page.index('<p class="kit-small">N</p>')
    middle = web(plain("note", "N"), plain("text", "x"))
    assert middle.index('<footer class="kit-foot">') < middle.index("</article>")
    assert inside(web()) == ""


def test_lists_of_a_web_page_are_lists_and_a_label_has_a_line_of_its_own() -> None:
    page = web(
        plain("item", "a: b"),
        plain("item", "c"),
        plain("step", "d"),
        plain("week", "One: "),
        plain("this-week", "Two:"),
    )
    assert re.sub(r"\n", "", inside(page)).split('">', 1)[1].removesuffix("</div>") == (
        '<ul><li>a: b</li><li>c</li></ul><ul class="kit-steps"><li>d</li></ul>'
        '<ol class="kit-weeks"><li>One</li><li aria-current="true">Two</li></ol>'
    )


@pytest.mark.parametrize(("number", "size"), [("86 mil", "kit-n"), ("86 mill", "kit-n kit-long")])
def test_a_long_number_is_set_smaller(number: str, size: str) -> None:
    page = web(Paragraph("number", (Span(number, strong=True), Span(" of it"))))
    assert f'<span class="{size}">{number}</span> <span>of it</span>' in page


def test_the_sender_of_a_web_page_is_a_logo_or_a_name() -> None:
    assert '<b class="kit-sender" dir="auto">Riverbend</b>' in web(plain("text", "x"))
    bare = web(plain("text", "x"), letterhead=Letterhead(logo(300, 600)))
    assert ('alt="Riverbend" width="23" height="46">' in bare, 'aria-hidden="true">Riverbend' in bare) == (True, False)
    data = re.findall(r'<img src="data:image/png;base64,([^"]+)"', bare)[0]
    assert Image.open(io.BytesIO(base64.b64decode(data))).size == (46, 92), "two pixels a point"
    told = web(plain("text", "x"), letterhead=Letterhead(logo(300, 600), named=True, plate="#123456"))
    assert 'style="background:#123456;padding:8px 10px"' in told
    assert '<b dir="auto" aria-hidden="true">Riverbend</b>' in told


def test_a_web_page_with_a_look_has_its_ground_its_picture_and_a_way_past_its_head() -> None:
    page = web(plain("title", "T"), web=look(), pictures=(logo(320, 200),))
    assert "--ground:#101010;--on-ground:#F0F0F0;" in page
    assert "--round:90px;--art:calc(100% - 36px);" in page
    assert '<a class="kit-skip" href="#kit-text">Skip</a>' in page
    assert 'alt="Three people" width="320" height="200">' in page
    assert "--heads:Headline,Georgia,serif;" in page
    assert "--round:0;--art:auto;" in web(plain("title", "T"), web=replace(look(), square=True))
    bare = web(plain("title", "T"), pictures=(logo(320, 200),))
    assert "--ground:#0B3B3B;--on-ground:#FFFFFF;" in bare
    assert ("--heads:Georgia,serif;--size:54px;--round:90px;--art:calc(100% - 36px);" in bare) is True
    assert ("kit-skip" in bare.split("</style>")[1], "<img" in bare) == (False, False)
    assert "<img" not in web(plain("title", "T"), web=look())


def test_a_web_page_has_the_letters_of_its_headlines_and_no_others() -> None:
    page = web(plain("title", "Ab"), plain("head", "c"), plain("number", "5"), plain("text", "xyz"), web=look())
    data = base64.b64decode(re.findall(r"data:font/ttf;base64,([^\"]+)", page)[0])
    assert set(map(chr, hb.Face(hb.Blob(data)).unicodes)) == set("Abc5")


def test_headlines_of_a_narrow_face_are_larger_within_bounds() -> None:
    sizes = []
    for name in ("Archivo-Cond800", "Fraunces-Head600", "Bricolage-800", "Nunito-800"):
        drawn = Face(name, assets() / "fonts" / f"{name}.ttf", name)
        page = web(plain("title", "T"), web=look(drawn))
        sizes.append((head_width(drawn), int(re.findall(r"--size:(\d+)px", page)[0])))
    assert [size for _, size in sorted(sizes)] == sorted((size for _, size in sizes), reverse=True)
    assert all(size in (50, 78) or size == round(54 * 0.54 / width) for width, size in sizes)
    assert len({size for _, size in sizes}) > 2
    assert {size for _, size in sizes} <= set(range(50, 79))


# ------------------------------------------------------------------ mails


def mail(*blocks: Paragraph, **more: Any) -> str:
    page = render_mail(replace(writing(*blocks, mail=True), **more)).decode()
    return page[page.index("<body") :]


def looks(page: str, tag: str) -> list[dict[str, str]]:
    """The styles of all elements of a kind, in their order."""
    found = re.findall(rf"<{tag}\b[^>]*style=\"([^\"]*)\"", page)
    return [dict(one.split(":", 1) for one in look.rstrip(";").split(";")) for look in found]


def test_headings_of_a_mail_have_ranks_and_sizes() -> None:
    page = mail(plain("title", "T"), plain("head", "H"), plain("subhead", "S"))
    sizes = [(one["font-size"], one["line-height"]) for tag in ("h1", "h2", "h3") for one in looks(page, tag)]
    assert sizes == [("34px", "39px"), ("25px", "28px"), ("18px", "21px")]
    families = [looks(page, tag)[0]["font-family"].partition(",")[0] for tag in ("h1", "h2", "h3")]
    assert families == ["Georgia", "Georgia", "Arial"]
    assert re.findall(r'class="in" style="padding:(\d+)px', page) == ["34", "28", "16"]


def test_quiet_words_of_a_mail_are_muted() -> None:
    page = mail(plain("lead", "L"), plain("when", "W"), plain("note", "N"), plain("text", "x"))
    found = [(one["font-size"], one["line-height"], one["color"]) for one in looks(page, "p")[1:]]
    assert found == [
        ("17px", "24px", INKS.muted), ("15px", "22px", INKS.muted), ("14px", "21px", INKS.muted),
        ("17px", "26px", INKS.ink),
    ]  # fmt: skip


def test_steps_of_a_mail_are_numbered_over_all_its_parts() -> None:
    page = mail(plain("step", "a"), plain("text", "x"), plain("step", "b"), plain("item", "c"))
    assert re.findall(r">(\d)</td>", page) == ["1", "2"]
    assert page.count("&bull;") == 1
    assert ("<p" in page, ' dir="rtl" style="margin:0;' in mail(plain("text", ARABIC))) == (True, True)


def test_the_masthead_of_a_mail_is_a_name_or_a_picture_as_wide_as_it() -> None:
    assert '<p style="margin:0;' in mail(plain("text", "x"))
    assert '<p dir="rtl" style="margin:0;' in mail(plain("text", "x"), author=ARABIC)
    top = mail(plain("text", "x"), masthead=Masthead("top.png", "A name", Size(900, 300)))
    assert '<img src="top.png" width="600" height="200" alt="A name"' in top
    assert ">Riverbend<" not in top


CALL = Paragraph("way", (Span("Call: "), Span("1", "tel:1")))
TEXT = Paragraph("way", (Span("Text: "), Span("2", "sms:2")))


def test_all_of_where_help_is_comes_together_and_the_first_number_is_the_largest() -> None:
    page = mail(plain("text", "x"), plain("help", "H"), CALL, plain("text", "y"), TEXT, plain("call", "Call."))
    assert page.index(">H<") < page.index(">Call<") < page.index(">Text: ") < page.index(">Call.<") < page.index(">y<")
    links = dict(re.findall(r'<a href="([^"]+)" style="([^"]+)"', page))
    assert ("font-size:33px" in links["tel:1"], "font-size:33px" in links["sms:2"]) == (True, False)
    assert "text-decoration:underline" in links["sms:2"]
    rows = looks(page[page.index(">Call<") :], "p")[1:3]
    assert [(one["margin"], one["font-size"], one["line-height"]) for one in rows] == [
        ("0", "17px", "26px"), ("14px 0 0", "15px", "24px"),
    ]  # fmt: skip
    assert page.count(">H<") == 1


def test_a_font_of_the_sender_comes_before_those_that_every_mail_program_has() -> None:
    theme = replace(writing().theme, heading_font="House's", body_font="Georgia")
    page = mail(plain("title", "T"), plain("text", "x"), theme=theme)
    assert looks(page, "h1")[0]["font-family"] == "'Houses',Arial,Helvetica,sans-serif"
    assert looks(page, "p")[1]["font-family"] == "Georgia,'Times New Roman',serif"


# ------------------------------------------------------------------ plain text


def txt(*blocks: Paragraph) -> str:
    return render_txt(writing(*blocks)).decode()


def test_blocks_of_plain_text_are_parted_and_rows_of_a_list_are_not() -> None:
    assert txt(plain("text", "a"), plain("text", "b")) == "a\n\nb\n"
    assert txt(plain("head", "A"), plain("when", "b"), plain("head", "C")) == "A\n-\nb\n\n\nC\n-\n"
    assert txt(plain("item", "a"), plain("step", "b"), plain("week", "c")) == "- a\n- b\n- c\n"
    assert txt(plain("label", "A"), plain("item", "b"), plain("text", "c")) == "A\n- b\n\nc\n"
    assert txt(plain("number", "5"), plain("source", "S")) == "5\nS\n"
    assert txt(plain("sign", "A"), plain("sign", "B")) == f"\n{'_' * 36}  A\n\n{'_' * 36}  B\n"
    assert txt(plain("help", "H"), plain("way", "W"), plain("call", "Call.")) == "Call.\n"
    assert txt() == "\n"


@pytest.mark.parametrize(("long", "rule"), [(3, 3), (72, 72), (73, 72)])
def test_the_line_below_a_title_is_as_long_as_it_up_to_a_bound(long: int, rule: int) -> None:
    assert txt(plain("title", "x" * long)) == f"{'x' * long}\n{'=' * rule}\n"


@pytest.mark.parametrize(
    ("text", "url", "made"),
    [
        ("the page", "https://a.org", "the page (https://a.org)"), ("a.org", "https://www.a.org/", "a.org"),
        ("see a.org/b", "http://a.org/b", "see a.org/b"), ("Call", "tel:1", "Call"), ("Mail", "mailto:a@b.org", "Mail"),
    ],
)  # fmt: skip
def test_an_address_follows_its_words_unless_they_say_it(text: str, url: str, made: str) -> None:
    assert txt(Paragraph("text", (Span(text, url),))) == f"{made}\n"


# ------------------------------------------------------------------ calendars


def calendar(**more: Any) -> list[str]:
    one = Appointment("id", dt.date(2027, 1, 11), dt.date(2027, 1, 12), "T", "x", "https://a.org", "Post")
    stamp = more.pop("stamp", UNDATED)
    return render_ics(EventCalendar("A; month", "en", stamp, (replace(one, **more),))).decode().split("\r\n")


def test_an_entry_says_what_it_has_and_nothing_else() -> None:
    full = calendar()
    assert full[:6] == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HTPM Studio//Calendar//EN", "CALSCALE:GREGORIAN",
        "NAME:A\\; month",
        "X-WR-CALNAME:A\\; month",
    ]  # fmt: skip
    assert full[-5:] == ["CATEGORIES:Post", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""]
    assert {"DTSTART;VALUE=DATE:20270111", "DTEND;VALUE=DATE:20270113", "DESCRIPTION:x", "URL:https://a.org"} <= set(
        full
    )
    bare = calendar(text="", url="", category="")
    assert {one.partition(":")[0] for one in full} - {one.partition(":")[0] for one in bare} == {
        "DESCRIPTION", "URL", "CATEGORIES",
    }  # fmt: skip
    timed = calendar(at=dt.time(10, 5))
    assert ("DTSTART:20270111T100500" in timed, "DURATION:PT15M" in timed, any("DTEND" in one for one in timed)) == (
        True, True, False,
    )  # fmt: skip


def test_each_two_seconds_later_is_the_next_version_of_an_entry() -> None:
    def version(seconds: int) -> str:
        return next(one for one in calendar(stamp=UNDATED + dt.timedelta(seconds=seconds)) if one.startswith("SEQ"))

    assert [version(after) for after in (0, 1, 2, 5)] == [f"SEQUENCE:{number}" for number in (0, 0, 1, 2)]


def test_control_characters_go_and_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a\\b;c,d\ne\r\nf\tg\x7fh\x1fi j") == "a\\\\b\\;c\\,d\\ne\\nf ghi j"


@pytest.mark.parametrize(("letters", "rows"), [(75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])])
def test_a_line_has_75_octets_at_most_with_the_space_at_its_start(letters: int, rows: list[int]) -> None:
    made = folded("x" * letters)
    assert [len(one) for one in made.removesuffix(b"\r\n").split(b"\r\n")] == rows
    assert made.endswith(b"\r\n")
    assert [len(one) for one in folded("x" * 74 + "\u00e9").split(b"\r\n")] == [74, 3, 0]

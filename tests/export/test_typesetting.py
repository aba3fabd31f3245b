"""What a careful typesetter does: curly quotes, numbers in one piece, white paper, one left edge, even pages."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.quotes import typographic
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign, bundled_resources

NAME = "Maria's House O'Neil"
RESOURCES = bundled_resources()


@cache
def kit(week: int, language: str = "en") -> Kit:
    campaign = bundled_campaign(language)
    project = Project(Brand(NAME), week, 2027, language=language)
    return build_kit(project, campaign, RESOURCES, Options(papers=("letter",), extras=("plain",)), date(2026, 11, 25))


def spec(of: Kit, path: str) -> FileSpec:
    return next(one for one in plan(of) if one.path.endswith(path))


def pages(of: Kit, path: str) -> list[Page]:
    return [compose(page, of.page_inputs).page for page in pages_of(spec(of, path), of.page_inputs)]


def written(of: Kit, path: str) -> bytes:
    specs = of.cached("words", lambda: with_words(of, tuple(one for one in plan(of) if one.medium == "copy")))
    found = next(one for one in (*specs, *plan(of)) if one.path.endswith(path))
    return render_file(found, of.inputs, JobContext()).data


# ------------------------------------------------------------------ quotes


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('It\'s a "real" one', "It’s a “real” one"),
        ("the '90s and students' rights", "the ’90s and students’ rights"),
        ('11" x 17" and 5\' tall, she said "24".', '11" x 17" and 5\' tall, she said “24”.'),
        ("it's at https://x.org/it's, #Don'tStop or a@b'c.org", "it’s at https://x.org/it's, #Don'tStop or a@b'c.org"),
        ('Print at 100% ("Actual size", not "Fit").', "Print at 100% (“Actual size”, not “Fit”)."),
        ('"¿Qué?", dijo ella: "\'Nada\'"', "“¿Qué?”, dijo ella: “‘Nada’”"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
    ],
)
def test_quotes_and_apostrophes_are_printed_curly(typed: str, printed: str) -> None:
    assert typographic(typed) == printed


def test_a_name_stays_as_its_owner_writes_it() -> None:
    assert typographic(f"{NAME}'s day isn't over", [NAME]) == f"{NAME}’s day isn’t over"


def test_own_words_are_set_in_curly_quotes_in_files_and_on_pages() -> None:
    of = kit(1)
    mine = (
        Edits()
        .changed("w1/copy/web", "paragraphs.0", 'We\'re here: "ask us".')
        .changed("w1/print/flyer", "head", "You're not alone")
    )
    changed = replace(of, project=replace(of.project, edits=mine))
    assert "We’re here: “ask us”." in written(changed, "web-page.txt").decode()
    said = {block.text.replace("\u00a0", " ") for block in texts(pages(changed, "print/letter/flyer.pdf")[0])}
    assert "You’re not alone" in said
    assert NAME in said


# ------------------------------------------------------------------ files that other programs break


@pytest.mark.parametrize("path", ["newsletter.html", "web-page.html"])
def test_a_browser_cannot_break_the_hotline_number(path: str) -> None:
    page = written(kit(4), path).decode("ascii")
    number = kit(4).campaign.hotline.number
    body = page.partition("<body")[2]
    assert f'<span style="white-space:nowrap">{number}</span>' in body
    assert len(re.findall(re.escape(number), re.sub(r'href="[^"]*"', "", body))) == body.count(f'nowrap">{number}<')


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "path", ["newsletter.html", "web-page.html", "guide.docx", "training-deck.pptx", "training-plain.pptx"]
)
def test_few_spaces_are_no_break_spaces_where_people_edit(path: str, language: str) -> None:
    data = written(kit(2, language), path)
    parts = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if re.search(r"/(slide\d+|document)\.xml", name)]
    text = " ".join(html.unescape(re.sub(r"(?s)<style.*?</style>|<[^>]*>", "", part.decode())) for part in parts)
    assert 0 < text.count("\u00a0") < 0.03 * len(re.findall(r"[ \u00a0]+", text))


def test_word_cannot_break_the_hotline_number() -> None:
    with zipfile.ZipFile(io.BytesIO(written(kit(4), "week-guide.docx"))) as archive:
        document = archive.read("word/document.xml").decode()
    number = kit(4).campaign.hotline.number
    assert number not in document
    parts = r"</w:t><w:noBreakHyphen\s*/><w:t xml:space=\"preserve\">".join(number.split("-"))
    assert re.search(parts, document)


def test_texts_for_networks_keep_plain_spaces() -> None:
    assert "\u00a0" not in written(kit(4), "posts.txt").decode()


# ------------------------------------------------------------------ too long, too short


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("piece", ["letter/table-tent.pdf", "letter/table-tents-2up.pdf"])
def test_a_table_tent_says_911_on_each_face(piece: str, language: str) -> None:
    of = kit(1, language)
    said = [block.text.replace("\u00a0", " ") for page in pages(of, f"print/{piece}") for block in texts(page)]
    numbers = said.count(of.campaign.hotline.number)
    assert numbers
    assert said.count(of.campaign.words.emergency) == numbers

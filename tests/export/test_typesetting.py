"""What a careful typesetter does: curly quotes, numbers in one piece, white paper, one left edge, even pages."""

from __future__ import annotations

import csv
import io
import itertools
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest

from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import Group, Page, Shape
from htpm_studio.scene.quotes import typographic
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import SAMPLE_OF_KITS, sampled

ROOT = Path(__file__).parents[2]
NAME = "Maria's House O'Neil"
RESOURCES = bundled_resources()


@cache
def kit(week: int, language: str = "en") -> Kit:
    campaign = bundled_campaign(language)
    project = Project(Brand(NAME), week, 2027, language=language)
    return build_kit(project, campaign, RESOURCES, Options(papers=("letter",)), date(2026, 11, 25))


@cache
def kit_with_logo(week: int, language: str, paper: Literal["letter", "a4"]) -> Kit:
    campaign = bundled_campaign(language)
    circle = '<circle cx="4.5" cy="4.5" r="4" fill="#0b6e69"/>'
    mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{circle}</svg>'.encode()
    brand = Brand("Riverside Family Services", logo=read_picture("logo.svg", mark))
    return build_kit(
        Project(brand, week, 2027, language=language),
        campaign,
        RESOURCES,
        Options(papers=(paper,)),
        date(2026, 11, 25),
    )


def spec(of: Kit, path: str) -> FileSpec:
    return next(one for one in plan(of) if one.path.endswith(path))


def pages(of: Kit, path: str) -> list[Page]:
    return [compose(page, of).page for page in pages_of(spec(of, path), of)]


def written(of: Kit, path: str) -> bytes:
    specs = of.once("words", lambda: with_words(of, tuple(one for one in plan(of) if one.medium == "copy")))
    return render_file(next(one for one in specs if one.path.endswith(path)), of, JobContext()).data


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


def set_words(path: str, text: str) -> str:
    """What is set by a typographer: lines of a calendar are whole, and text messages keep the letters of telephones."""
    if path.endswith(".ics"):
        return text.replace("\r\n ", "")
    if not path.endswith(".csv"):
        return text
    head, *rows = csv.reader(io.StringIO(text))
    messages = next(at for at, name in enumerate(head) if name in ("Text message", "Mensaje de texto"))
    return "\n".join(cell for row in rows for at, cell in enumerate(row) if at != messages)


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_no_file_of_words_has_a_typed_apostrophe(week: int, language: str) -> None:
    files = ("web-page.txt", "week-guide.txt", "posts.txt", "posts.csv", "calendar.ics", "newsletter.txt")
    typed = {
        path: re.findall(r".{0,20}\w'\w.{0,9}|(?<=\s)'\w+", text)
        for path in files
        if (text := set_words(path, written(kit(week, language), path).decode("utf-8-sig")).replace(NAME, ""))
    }
    assert typed == {path: [] for path in files}


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
def test_a_browser_cannot_break_the_hotline_number_or_a_small_word_from_the_next(path: str) -> None:
    page = written(kit(4), path).decode("ascii")
    number = kit(4).campaign.hotline.number
    body = page.partition("<body")[2]
    assert f'<span style="white-space:nowrap">{number}</span>' in body
    assert len(re.findall(re.escape(number), re.sub(r'href="[^"]*"', "", body))) == body.count(f'nowrap">{number}<')
    prose = " ".join(re.findall(r"<(?:p|li|h1|h2|h3)\b[^>]*>(.*?)</", body))
    bound, loose = (len(re.findall(rf"\b(?:of|the|to|in|and){space}", prose)) for space in ("&#160;", " "))
    assert bound > 5 * loose


def test_word_cannot_break_the_hotline_number() -> None:
    with zipfile.ZipFile(io.BytesIO(written(kit(4), "week-guide.docx"))) as archive:
        document = archive.read("word/document.xml").decode()
    number = kit(4).campaign.hotline.number
    assert number not in document
    parts = r"</w:t><w:noBreakHyphen\s*/><w:t xml:space=\"preserve\">".join(number.split("-"))
    assert re.search(parts, document)


def test_texts_for_networks_keep_plain_spaces() -> None:
    assert "\u00a0" not in written(kit(4), "posts.txt").decode()


# ------------------------------------------------------------------ paper


@pytest.mark.parametrize("path", ["flyer.pdf", "resource-list.pdf", "checklist.pdf", "sign-in.pdf"])
def test_bare_paper_takes_no_ink(path: str) -> None:
    document = pypdfium2.PdfDocument(render_file(spec(kit(1), f"letter/{path}"), kit(1), JobContext()).data)
    for page in document:
        pixels = page.render(scale=0.5, grayscale=True).to_pil()
        wide, high = pixels.size
        edges = ((0, 0, wide, 4), (0, high - 4, wide, high), (0, 0, 4, high), (wide - 4, 0, wide, high))
        assert {pixels.crop(edge).getextrema() for edge in edges} == {(255, 255)}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_checklist_has_one_left_edge(language: str) -> None:
    page = pages(kit(1, language), "print/letter/checklist.pdf")[0]
    edges = {
        round(block.box.x, 1)
        for block in texts(page)
        if block.text in {NAME}
        or block.style.name == "title"
        or block.text == kit(1, language).campaign.words.help_head
    }
    numbers = [node.box.x for node in walk(page.nodes) if isinstance(node, Shape) and node.box.width == 26.4]
    assert len({*edges, *(round(x, 1) for x in numbers[:3])}) == 1


def test_a_page_of_resources_has_one_rule_at_its_top_and_no_hole_at_its_end() -> None:
    made = pages(kit(4), "print/letter/resource-list.pdf")
    for page in made[1:]:
        rules = sorted(node.box.y for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "rule")
        assert all(below - above > 30 for above, below in itertools.pairwise(rules))
    for page in made[:-1]:
        last = max(block.box.bottom for block in texts(page) if block.tag in {"P", "H3"} and block.box.y < 730)
        assert last > 650


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
@pytest.mark.parametrize("paper", ["letter/poster.pdf", "letter/poster-11x17.pdf"])
def test_line_art_of_a_poster_keeps_clear_of_its_text(week: int, language: str, paper: str) -> None:
    page = pages(kit(week, language), f"print/{paper}")[0]
    lead = next(block for block in texts(page) if block.style.name == "lead")
    head = min(
        node.box.y
        for node in walk(page.nodes)
        if isinstance(node, Shape) and node.name == "head" and node.box.y > lead.box.y
    )
    assert head - lead.lines[-1].baseline > 0.9 * lead.style.size


# ------------------------------------------------------------------ a screen in a lobby


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_slides_of_a_loop_are_read_across_a_room_and_have_no_numbers(week: int, language: str) -> None:
    of = kit(week, language)
    loop = spec(of, f"week-{week}-loop-deck.pptx")
    assert not [finding for page in pages_of(loop, of) for finding in compose(page, of).findings]
    for page in pages(of, loop.path):
        blocks = list(texts(page))
        assert not [block for block in blocks if block.slot == "number"]
        if page.layout == "deck/checklist":
            assert min(block.style.size for block in blocks if block.tag == "LBody") >= 38


@pytest.mark.parametrize("week", [2, 3, 4])
def test_columns_of_few_words_fill_their_panels(week: int) -> None:
    page = next(one for one in pages(kit(week), f"week-{week}-short-deck.pptx") if one.layout == "deck/two_columns")
    items = [block for block in texts(page) if block.tag in ("LBody", "TD")]
    assert min(block.style.size for block in items) > 21


# ------------------------------------------------------------------ too long, too short


def lines_of(page: Page, slot: str) -> list[str]:
    block = next(one for one in texts(page) if one.slot == slot)
    return [line.text for line in block.lines]


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_help_slides_end_their_lines_by_meaning(week: int, language: str) -> None:
    of = kit(week, language)
    for deck in ("training", "short", "loop"):
        for page in pages(of, f"week-{week}-{deck}-deck.pptx"):
            if page.layout != "deck/help":
                continue
            for slot in ("body", "body-2"):
                lines = lines_of(page, slot)
                assert not [line for line in lines[:-1] if line.endswith(("don’t", "not", " no"))], lines
                assert len(lines[-1]) >= len("call 911."), lines


@pytest.mark.parametrize("language", sampled(("en", "es"), "es"))
def test_help_slides_of_all_loops_have_one_size(language: str) -> None:
    sizes = set()
    for week in (1, 2, 3, 4, 5):
        page = next(
            one for one in pages(kit(week, language), f"week-{week}-loop-deck.pptx") if one.layout == "deck/help"
        )
        sizes.add(tuple(round(one.style.size, 1) for one in texts(page) if one.slot in {"title", "body", "body-2"}))
        assert " " in lines_of(page, "title")[0].replace("\u00a0", " "), lines_of(page, "title")
    assert len(sizes) == 1


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_a_text_beside_an_icon_is_level_with_it(week: int, language: str) -> None:
    of = kit(week, language)
    for deck in ("training", "short"):
        for page in pages(of, f"week-{week}-{deck}-deck.pptx"):
            if page.layout not in {"deck/checklist", "deck/notice"}:
                continue
            icons = [one for one in walk(page.nodes) if isinstance(one, Group) and one.name.startswith("icon")]
            for block in texts(page):
                beside = [one for one in icons if one.box.y < block.box.center[1] < one.box.bottom]
                near = [one for one in beside if 0 < block.box.x - one.box.right < 30]
                if block.slot.startswith("body") and near:
                    shown = (block.lines[0].baseline + block.lines[-1].baseline) / 2 - 0.35 * block.style.size
                    assert abs(shown - near[0].box.center[1]) < 4, (block.text, shown, near[0].box)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("piece", ["letter/table-tent.pdf", "letter/table-tents-2up.pdf"])
def test_a_table_tent_says_911_on_each_face(piece: str, language: str) -> None:
    of = kit(1, language)
    said = [block.text.replace("\u00a0", " ") for page in pages(of, f"print/{piece}") for block in texts(page)]
    numbers = said.count(of.campaign.hotline.number)
    assert numbers
    assert said.count(of.campaign.words.emergency) == numbers


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_the_checklist_has_air_above_the_help_band(week: int, language: str) -> None:
    of = kit_with_logo(week, language, "letter")
    page = pages(of, "print/letter/checklist.pdf")[0]
    blocks = list(texts(page))
    safe = next(one for one in blocks if one.text.replace("\u00a0", " ") == of.campaign.words.stay_safe)
    band = next(one for one in walk(page.nodes) if isinstance(one, Group | Shape) and one.name == "hotline")
    assert band.box.y - safe.lines[-1].baseline > 1.8 * safe.style.size


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_number_beside_long_words_is_as_large_as_others(language: str) -> None:
    sizes = []
    for week in (3, 4):
        of = kit(week, language)
        for one in plan(of):
            if one.medium == "social" and "/landscape/" in one.path and one.format == "png":
                page = compose(one.pages[0], of).page
                if page.layout in compositions_of("social/statistic"):
                    sizes.append(next(block.style.size for block in texts(page) if block.slot == "title"))
    assert len(sizes) == 2
    assert max(sizes) < 1.1 * min(sizes)


@pytest.mark.parametrize(
    ("paper", "language"), sampled(itertools.product(("letter", "a4"), ("en", "es")), ("letter", "es"))
)
def test_large_checklists_of_all_weeks_have_two_pages(paper: Literal["letter", "a4"], language: str) -> None:
    for week in (1, 2, 3, 4, 5):
        of = kit_with_logo(week, language, paper)
        assert len(pages(of, f"{paper}/checklist-large-print.pdf")) == 2

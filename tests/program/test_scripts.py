"""Names in other scripts: order, joined letters, lines, files, and one sentence for what cannot be drawn."""

# ruff: noqa: RUF001

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.cli.commands import main
from htpm_studio.export.batch.partner_batch import open_batch
from htpm_studio.export.batch.run_batch import check_rows
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.kit import sender_checks
from htpm_studio.export.preflight.missing_letters import (
    MISSING_LETTERS,
    is_undrawable,
    names_finding,
)
from htpm_studio.export.preflight.pages import page_checks
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow as Row
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Partner, Project
from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pptx.deck import render_pptx
from htpm_studio.render.writing.docx import render_docx
from htpm_studio.render.writing.web_html import render_web
from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.nodes import Document, Page, TextBlock
from htpm_studio.scene.walk import texts
from htpm_studio.scene.writing import Paragraph, Span
from htpm_studio.text.flow import TextSetting, flow
from htpm_studio.text.runs import visual_order
from htpm_studio.text.shaping import clean, shape
from tests.helpers.deck_slides import FACES, FONTS, TEAL, slide
from tests.helpers.pdf_reading import elements, extracted, opened
from tests.helpers.pptx_pages import deck
from tests.helpers.social_pages import SAMPLES, faults, made
from tests.helpers.sweeps import cases, sampled
from tests.helpers.text_file_readers import writing

HEBREW, ARABIC = "מרכז התקווה", "مركز الأمل المجتمعي"
NAMES = (
    HEBREW, ARABIC, "Centro Esperanza – مركز الأمل", "आशा केंद्र", "희망 센터", "希望之家", "希望之家協會",
    "希望の家センター",
    "ศูนย์ความหวัง", "Nhà Hy Vọng", "Центр Надежды", "Κέντρο Ελπίδας", "Հույսի կենտրոն", "የተስፋ ማዕከል", "იმედის ცენტრი",
    "আশা কেন্দ্র", "આશા કેન્દ્ર", "ਆਸ ਕੇਂਦਰ", "நம்பிக்கை மையம்", "ఆశ కేంద్రం", "មជ្ឈមណ្ឌល", "ສູນຫວັງ",
    "မျှော်လင့်ချက်", "مرکز امید", "مرکزِ اُمید",
)  # fmt: skip
UNKNOWN = "𓀀"


def piece(name: str) -> Page:
    return made("social/help", "square", SAMPLES["social/help"], replace(TEAL, organization=name)).page


def sender(page: Page) -> TextBlock:
    return next(block for block in texts(page) if block.name == "org")


def seen(text: str, *, right_to_left: bool = False) -> str:
    """The characters as they lie from left to right, spaces left out."""
    shaped = shape(text, "PublicSans-600", FONTS, right_to_left=right_to_left)
    placed = [
        (run.start + offset, run.text[cluster])
        for run in shaped.runs
        for offset, cluster in zip(run.offsets, run.clusters, strict=True)
    ]
    return "".join(char for _, char in sorted(placed, key=lambda one: one[0]) if char != " ")


# ------------------------------------------------------------------ fonts


@pytest.mark.parametrize("face", sampled(FACES, *FACES[::4]))
def test_every_face_sets_the_names_whole(face: str) -> None:
    for name in NAMES:
        shaped = shape(name, face, FONTS)
        assert shaped.missing == ""
        assert "".join(run.text for run in shaped.runs) == name
        assert all(glyph for run in shaped.runs for glyph in run.glyphs)


@pytest.mark.parametrize("name", sampled(NAMES, *NAMES[::3]))
def test_a_name_fits_its_piece(name: str) -> None:
    composed = made("social/help", "square", SAMPLES["social/help"], replace(TEAL, organization=name))
    assert composed.findings == ()
    assert faults(composed.page, "square") == []
    lines = sender(composed.page).lines
    drawn = "".join(run.text for line in lines for run in line.runs)
    assert drawn.replace(" ", "") == name.replace(" ", "")


# ------------------------------------------------------------------ order


@pytest.mark.parametrize(
    ("text", "left_to_right", "right_to_left"),
    [
        ("אבג", "גבא", "גבא"),
        ("אב גד", "דגבא", "דגבא"),
        ("abc אבג 12", "abc12גבא", "12גבאabc"),
        ("אב (HOPE) 24", "בא(HOPE)24", "24(HOPE)בא"),
        ("abc (אבג) 5", "abc(גבא)5", "5(גבא)abc"),
    ],
)
def test_words_lie_in_the_order_of_the_bidirectional_algorithm(
    text: str, left_to_right: str, right_to_left: str
) -> None:
    plain = str.maketrans("()", "||")
    assert seen(text).translate(plain) == left_to_right.translate(plain)
    assert seen(text, right_to_left=True).translate(plain) == right_to_left.translate(plain)


@given(st.text("אבגمرك abcDE0123٤٥()[]-+,.:/$%«»\u05b4\u064e–", max_size=30), st.booleans())
@cases(300)
def test_the_order_is_that_of_the_library(text: str, backward: bool) -> None:
    places = visual_order(text, right_to_left=backward)
    assert "".join(text[index] for index, _ in places) == get_display(text, base_dir="R" if backward else "L")


@given(st.text("אבגمركز abcé आशा केंद्र 希望の ศูนย์ 𓀀😀\u0301\u200d\ufe0f0123()–", max_size=24), st.booleans())
@cases(200)
def test_what_is_not_drawn_is_named_and_no_box_is_drawn(text: str, backward: bool) -> None:
    cleaned = clean(text)
    shaped = shape(cleaned, "PublicSans-600", FONTS, right_to_left=backward)
    assert all(glyph for run in shaped.runs for glyph in run.glyphs)
    drawn = set("".join(run.text for run in shaped.runs)) | set(shaped.missing)
    assert set(cleaned) - drawn <= set("\u200d\ufe0f")
    ends = sorted((run.start, run.start + run.width) for run in shaped.runs)
    assert all(abs(one[1] - two[0]) < 1e-6 for one, two in pairwise(ends))
    assert shaped.width == pytest.approx(sum(run.width for run in shaped.runs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEBREW, True),
        ("(HOPE) מרכז", False),
        ("מרכז התקווה (HOPE) 24/7", True),
        ("מרכז invites everyone to an evening about fair work", False),
        ("Centro – مركز الأمل المجتمعي الكبير", False),
        ("12 מרכז", True),
        ("Hope", False),
    ],
)
def test_a_paragraph_reads_as_its_first_letter_and_most_others(text: str, expected: bool) -> None:
    assert reads_right_to_left(text) is expected


# ------------------------------------------------------------------ shaping


def test_arabic_letters_join_and_lam_alef_is_one_glyph() -> None:
    middle, alone = shape("ببب", "PublicSans-600", FONTS).runs[0], shape("ب", "PublicSans-600", FONTS).runs[0]
    assert len(set(middle.glyphs)) == 3
    assert alone.glyphs[0] not in middle.glyphs
    assert len(shape("لا", "PublicSans-600", FONTS).runs[0].glyphs) == 1


def test_tracking_parts_letters_that_stand_alone_and_none_that_join() -> None:
    wide = TextSetting("PublicSans-600", 20, 2.0, "none")
    plain = TextSetting("PublicSans-600", 20, 0.0, "none")
    assert flow("abcd", 500, wide, FONTS).width - flow("abcd", 500, plain, FONTS).width == pytest.approx(6.0)
    assert flow(ARABIC, 500, wide, FONTS).width == pytest.approx(flow(ARABIC, 500, plain, FONTS).width)


# ------------------------------------------------------------------ lines


def test_a_word_that_is_too_wide_is_cut_between_what_readers_see_as_letters() -> None:
    marks = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0901-\u0903\u093e-\u094d]")
    for word in ("ศูนย์ความหวังศูนย์ความหวัง", "केंद्रकेंद्रकेंद्र"):
        done = flow(word, 60, TextSetting("PublicSans-600", 20, 0.0, "greedy"), FONTS)
        assert done.overfull
        assert "".join(done.lines) == word
        assert not any(marks.match(line) for line in done.lines)


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("name", [HEBREW, ARABIC, "आशा केंद्र", "希望之家"])
def test_a_name_is_found_in_the_pdf_as_it_was_typed(name: str) -> None:
    data = render_pdf(Document("Title", "Author", "en-US", (piece(name),)))
    assert name in extracted(data)


def test_a_reader_of_the_pdf_hears_hebrew_in_order() -> None:
    data = render_pdf(Document("Title", "Author", "en-US", (piece(HEBREW),)))
    told = [str(one.ActualText) for one in elements(opened(data)) if "/ActualText" in one]
    assert told == [HEBREW]


def test_slides_hold_the_name_in_reading_order_and_say_its_direction() -> None:
    page = slide("deck/title", {"head": "Fair work"}, replace(TEAL, organization=HEBREW)).page
    data = render_pptx(deck(page))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    paragraphs = [found for part in parts for found in re.findall(r"<a:p>.*?</a:p>", part) if HEBREW in found]
    assert paragraphs
    assert all('rtl="1"' in found for found in paragraphs)
    assert all('rtl="1"' not in found for part in parts for found in re.findall(r"<a:p>.*?</a:p>", part)
               if HEBREW not in found)  # fmt: skip
    theme = next(part for part in parts if "<a:theme " in part)
    assert '<a:font script="Hebr"' in theme


def test_documents_and_web_pages_say_the_direction() -> None:
    blocks = (Paragraph("text", (Span(HEBREW),)), Paragraph("text", (Span("Join "), Span(HEBREW, strong=True))))
    with zipfile.ZipFile(BytesIO(render_docx(writing(*blocks)))) as archive:
        document = archive.read("word/document.xml").decode()
    whole, inside = re.findall(r"<w:p>.*?</w:p>", document)[:2]
    assert "<w:bidi" in whole
    assert "<w:rtl" in whole
    assert "<w:bidi" not in inside
    assert re.search(r"<w:bCs ?/><w:rtl ?/></w:rPr><w:t[^>]*>" + HEBREW, inside)
    page = render_web(writing(*blocks)).decode()
    assert page.count('<p dir="rtl">') == 1


# ------------------------------------------------------------------ what cannot be drawn


def test_names_that_lose_letters_are_one_finding() -> None:
    brand = Brand(f"Hope {UNKNOWN}", partners=(Partner("😀 Help"), Partner(HEBREW)))
    found = names_finding(Project(brand, 2, 2027, theme=f"Together {UNKNOWN}"), FONTS)
    assert found is not None
    assert found.letters == f"{UNKNOWN}😀"
    for words in (f"{UNKNOWN} (U+13000)", "your organization", "“😀 Help”", "theme line"):
        assert words in found.message
    assert names_finding(Project(Brand(ARABIC), 2, 2027), FONTS) is None


def test_a_name_is_undrawable_when_no_letter_of_it_is_left() -> None:
    assert is_undrawable(f"{UNKNOWN} – {UNKNOWN}", FONTS)
    assert not is_undrawable(f"{UNKNOWN} Hope", FONTS)
    assert not is_undrawable(HEBREW, FONTS)


def test_the_checks_name_the_letters_once_at_the_name(tmp_path: Path) -> None:
    row = Row(2, organization=f"Hope {UNKNOWN}")
    source = KitSource(dt.date(2026, 11, 25), year=2027)
    request = ExportRequest(source, tmp_path, (2,), partners=(row,), logos=tmp_path)
    kit = open_batch(request, paths.folders()).kit(row, Brand(row.organization), 2)
    specs = [spec for spec in plan(kit) if spec.medium == "background"]
    (check,) = sender_checks(kit)
    assert (check.group, check.code, check.fixes[0].opens) == ("fix", MISSING_LETTERS, "name")
    found = list(page_checks(kit, specs, {}, PageBuilder(), JobContext()))
    assert not any(one.code == MISSING_LETTERS for one in found)


ARGS = ["export", "--week", "2", "--only", "background"]


def test_the_command_says_once_what_it_cannot_draw_and_makes_the_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*ARGS, "--org", f"Hope {UNKNOWN}"]) == 1
    out, err = capsys.readouterr()
    assert err.count("U+13000") == 1
    assert len(err.strip().splitlines()) == 1
    assert "The kit is ready" in out
    page = next(tmp_path.rglob("review.txt")).read_text(encoding="utf-8")
    assert page.count("U+13000") == 1


def test_a_name_that_would_be_empty_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*ARGS, "--org", UNKNOWN * 3]) == 2
    assert "cannot be drawn" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_row_whose_name_would_be_empty_is_a_mistake_of_that_row(tmp_path: Path) -> None:
    rows = (Row(2, organization=UNKNOWN), Row(3, organization=HEBREW))
    source = KitSource(dt.date(2026, 11, 25), year=2027)
    request = ExportRequest(source, tmp_path / "kits", (2,), partners=rows, logos=tmp_path)
    first, second = check_rows(open_batch(request, paths.folders()), JobContext())
    assert [mistake.field for mistake in first] == ["organization"]
    assert second == ()

"""The pairs of fonts: declared, complete, alike in size, and in force in every kind of file."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.written import written
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import PAIRS, Brand, Pair, Project
from htpm_studio.scene.walk import texts
from htpm_studio.text.fonts import ROLES
from htpm_studio.text.shaping import shape
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import FONTS, TEAL
from tests.helpers.font_files import changed, read, true_type, variable
from tests.helpers.social_pages import SAMPLES, SIZES, faults, made

CAMPAIGN = bundled_campaign()
TODAY = dt.date(2026, 11, 27)


def kit(brand: Brand) -> Kit:
    return build_kit(Project(brand, 2, 2027), CAMPAIGN, bundled_resources(), Options(), TODAY)


def spec(of: Kit, path: str) -> FileSpec:
    return next(one for one in plan(of) if one.path.startswith(path))


def in_pair(pair: Pair) -> PageTheme:
    fonts = FONTS.set_in(pair)
    return replace(TEAL, fonts=fonts, styles=TEAL.styles.fitted(fonts))


# ------------------------------------------------------------------ declared and complete


@pytest.mark.parametrize("pair", PAIRS)
def test_every_role_of_every_pair_has_letters_for_both_languages(pair: Pair) -> None:
    book = FONTS.set_in(pair)
    for role in ROLES:
        data = book.data(role)
        shaped = shape("¿Área señal? Über “naïve” – 1.234 €…", role, book)
        assert {run.face for run in shaped.runs} == {data.face}, role
        assert 0.6 < data.cap_height < 0.8


@pytest.mark.parametrize("pair", PAIRS)
def test_the_hotline_number_has_figures_of_one_width(pair: Pair) -> None:
    book = FONTS.set_in(pair)
    assert len({round(shape(digit, "Text-800", book).width, 6) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("canvas", SIZES)
def test_a_graphic_is_sound_in_every_pair(pair: Pair, canvas: str) -> None:
    for template in ("social/help", "social/statistic"):
        composed = made(template, canvas, SAMPLES[template], in_pair(pair))
        assert composed.findings == ()
        assert faults(composed.page, canvas) == []


# ------------------------------------------------------------------ in force


def faces(of: Kit, path: str) -> set[str]:
    page = compose(spec(of, path).pages[0], of.page_inputs).page
    return {run.face.name for block in texts(page) for line in block.lines for run in line.runs}


def test_own_fonts_are_in_pictures_and_named_in_decks_and_start_here_says_what_to_install() -> None:
    own = kit(Brand("Acme", heading_font=read(true_type()).faces, text_font=read(variable(), "text").faces))
    assert all(name.startswith("Own-") for name in faces(own, "social/square/"))
    deck = render_file(spec(own, "deck/week-2-short"), own.inputs, JobContext())
    with zipfile.ZipFile(io.BytesIO(deck.data)) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        slide = archive.read("ppt/slides/slide2.xml").decode()
    assert f'typeface="Acme Display" panose="{own.project.brand.heading_font[0].kind}"' in theme
    assert 'typeface="Acme Text"' in theme
    assert "Georgia" not in theme + slide
    page = start_here(own, [deck], {}).decode()
    assert "use Acme Display, Acme Text. Install it" in page
    assert "Install it" not in start_here(kit(Brand("Acme")), [], {}).decode()


def test_fields_to_fill_in_have_a_font_that_may_be_given_on() -> None:
    def to_view(font: TTFont) -> None:
        font["OS/2"].fsType = 4

    closed = read(changed(true_type(), to_view)).faces
    assert FONTS.set_in("warm", (), read(true_type()).faces).form_face("Text-400").name.startswith("Own-")
    assert FONTS.set_in("warm", (), closed).form_face("Text-400").name == "PublicSans-400"


def test_a_deck_fits_also_where_the_own_font_is_missing() -> None:
    book = FONTS.set_in("warm", (), read(variable(), "text").faces)
    usual, own = FONTS.wider("Arimo-400"), book.wider("OfficeText-400")
    assert all(own[letter] >= width for letter, width in usual.items())


def test_word_files_and_mail_name_the_own_fonts() -> None:
    own = kit(Brand("Acme", heading_font=read(true_type()).faces, text_font=read(variable(), "text").faces))
    specs = {one.path: one.words for one in with_words(own, plan(own)) if one.words is not None and not one.slides}
    word = next(words for path, words in specs.items() if path.endswith(".docx"))
    with zipfile.ZipFile(io.BytesIO(written(word, "docx"))) as archive:
        styles = archive.read("word/styles.xml").decode()
        table = archive.read("word/fontTable.xml").decode()
    assert styles.count('w:ascii="Acme Display"') == 3, "two kinds of headings and the name in the letterhead"
    assert 'w:ascii="Acme Text"' in styles
    assert "Georgia" not in styles + table
    mail = written(specs["copy/newsletter.html"], "html").decode()
    assert "font-family:'Acme Display',Arial" in mail
    assert "font-family:'Acme Text',Arial" in mail

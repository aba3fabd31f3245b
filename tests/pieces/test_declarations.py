"""Pieces: each is a folder that declares all of it, kits follow from that, and a mistake is named with its line."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.compose.schema import GROUNDS
from htpm_studio.errors import Problems
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.read_pieces import read_pieces
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

RESOURCES = bundled_resources()
PIECES = pieces()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the templates that a test may change and must put back."""
    return Path(shutil.copytree(paths.templates(), tmp_path_factory.mktemp("pieces") / "templates"))


def test_every_template_belongs_to_one_piece_of_its_medium() -> None:
    of_pieces = [template for piece in PIECES.by_id.values() for template in piece.templates]
    assert sorted(of_pieces) == sorted(RESOURCES.library.templates)


def test_every_page_that_a_piece_names_serves_its_sizes() -> None:
    for piece in PIECES.of("print"):
        for file in piece.spec.file:
            for on, page in ((on, page) for on in (file.letter, file.a4) for page in file.pages):
                assert on.size in RESOURCES.library.template(piece.template(page)).canvases, piece.id


def test_a_piece_lies_on_its_sheet_in_its_own_size() -> None:
    for piece in PIECES.of("print"):
        for on in (on for file in piece.spec.file for on in (file.letter, file.a4) if on.sheet):
            sheet, size = PIECES.sheets.sheets[on.sheet], page_sizes()[on.size].size
            assert (sheet.width, sheet.height) == pytest.approx((size.width, size.height), abs=0.3), on.sheet


def test_every_piece_speaks_english_and_spanish() -> None:
    both = {"en", "es"}
    for piece in PIECES.by_id.values():
        assert not piece.spec.words or both <= set(piece.spec.words), piece.id
        assert all(both <= set(side.title) for side in piece.spec.page.values()), piece.id
        assert not piece.spec.sample or both <= set(piece.spec.sample), piece.id
        assert all(both <= set(file.amount.why) for file in piece.spec.file if file.amount), piece.id
        counted = (words for file in piece.spec.file for words in (file.kind, file.one, file.many) if words)
        assert all(both <= set(words) for words in counted), piece.id
        assert all(bool(file.one) == bool(file.many) for file in piece.spec.file), piece.id
    assert all(both <= set(words) for stock in PIECES.common.stock.values() for words in (stock.letter, stock.a4))


def test_every_design_of_a_post_has_grounds() -> None:
    for piece in PIECES.of("social"):
        assert piece.spec.grounds, piece.id
        assert set(piece.spec.grounds) <= set(GROUNDS), piece.id


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_printed_file_of_a_kit_is_one_that_a_piece_declares(language: str) -> None:
    project = Project(Brand("Riverbend"), 2, 2027, language=language)
    campaign = bundled_campaign(language)
    kit = build_kit(project, campaign, RESOURCES, Options(("print",)), date(2027, 1, 4))
    made = [spec.print_file for spec in plan(kit)]
    assert all(file in made for piece in PIECES.of("print") for file in piece.spec.file)
    assert all(spec.title and "{" not in spec.title for spec in plan(kit))
    for page in (page for spec in plan(kit) for page in spec.pages):
        piece = PIECES.with_template(page.template)
        assert piece is not None
        for name in piece.spec.page[page.template.partition("/")[2]].content:
            assert page.content[name], f"{page.template} says nothing in {name}"


def test_a_campaign_says_some_words_in_its_own_way_and_a_language_without_words_has_english_ones() -> None:
    words = bundled_campaign("en").translations
    assert words["es"].print["seal"] == PIECES.words("es")["seal"] != PIECES.words("en")["seal"]
    assert PIECES.words("xx") == PIECES.words("en")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("flyer", "order = 10", "oder = 10", 'flyer/piece.toml:2: There is no key "oder" here. Did you mean order?'),
        ("flyer", 'entry = "handout"', 'entry = "handouts"', 'flyer/piece.toml:4: entry cannot be "handouts". Did you'),
        (
            "flyer",
            '{ entry = "handout" }',
            '"handout"',
            ':4: takes must be a table, not "handout". Write takes = { entry',
        ),
        ("flyer", "[page.flyer-large]", "[page.flier-large]", "no file flier-large.xml. Did you mean flyer-large?"),
        ("flyer", 'fields_of = "flyer"', 'fields_of = "flier"', 'There is no page "flier" here. Did you mean flyer?'),
        ("flyer", 'pages = ["flyer"]', 'pages = ["fliers"]', 'There is no page "fliers" here. Did you mean flyer?'),
        (
            "flyer",
            'size = "letter-large"',
            'size = "leter-large"',
            'no page size "leter-large" for print. Did you mean',
        ),
        ("flyer", 'kind = "scene"', 'kind = "scenery"', 'kind cannot be "scenery". Did you mean scene?'),
        ("flyer", "least = 2", 'least = "2"', "least must be a whole number"),
        ("hotline-cards", 'sheet = "card-8up"', 'sheet = "card-9up"', 'There is no sheet "card-9up". Did you mean'),
        ("hotline-cards", "width = 3.5", "width = 3.6", "The pieces on the sheet card-10up overlap."),
        ("hotline-cards", "x0 = 0.75", "x0 = 2.75", "The pieces on the sheet card-10up run off the page."),
        ("hotline-cards", "rows = 5", "rows = 500", "rows must be a whole number from 1 to 50, not 500."),
        ("hotline-cards", "width = 3.5", "width = 0.0", "of a piece on the sheet card-10up must be above 0."),
        ("hotline-cards", "width = 3.5", "width = nan", "The lengths of the sheet card-10up must be from 0 to 2000."),
        ("hotline-cards", 'page = "letter"', 'page = "legal"', '"legal" is not a sheet of paper.'),
        ("hotline-cards", 'unit = "in"', 'unit = "cm"', 'unit cannot be "cm".'),
        ("hotline-cards", 'id = "card-10up-a4"', 'id = "card-10up"', 'The sheet "card-10up" is declared twice.'),
        (
            "table-tent",
            'tent_head = "Pregunte',
            'tent_haed = "Pregunte',
            'no "tent_haed" in English. Did you mean tent_',
        ),
        ("poster", 'stock = "shop"', 'stock = "shops"', 'There is no stock "shops". Did you mean shop?'),
        ("poster", 'presets = ["table"]', 'presets = ["tables"]', '"tables". Did you mean table?'),
        ("flyer", "shop = true", "first = true", 'Write presets = ["table"] in [file.amount]'),
        ("bookmark", "least = 4", "instead = true", "what has no presets is in no order"),
        ("sign-in", 'lines = "rows"', 'lines = "row"', 'There are no rows "row" here. Did you mean rows?'),
        (
            "tear-off",
            "{words.print.tear_off_head}",
            "{words.print.tear_off_haed}",
            'says "tear_off_haed". Did you mean',
        ),
        ("tear-off", "schema = 1", "schema = 2", "tear-off/piece.toml:1: schema must be 1."),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_nearest_name(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    path = folder / "print" / file / "piece.toml"
    usual = path.read_text(encoding="utf-8")
    assert old in usual
    try:
        path.write_text(usual.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(Problems) as caught:
            read_pieces(folder, page_sizes())
    finally:
        path.write_text(usual, encoding="utf-8")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "deck/bullets",
            "new_slide = 10",
            "new_slide = -1",
            "piece.toml:4: new_slide must be a whole number from 0 to",
        ),
        ("deck/bullets", "new_slide = 10", "new_slides = 10", 'There is no key "new_slides" here. Did you mean new_'),
        ("deck/bullets", "[sample.en]", "[sample.fr]", "needs sample text. Add [sample.en]."),
        ("social/help", "schema = 1", "schema = 1\nnew_slide = 5", "Only a slide layout can be offered"),
        ("print/proclamation", "legal = true", 'legal = "yes"', "legal must be true or false"),
        (
            "social/close-up",
            'photos = "photo"',
            'photos = "foto"',
            'There is no piece "foto" here. Did you mean photo?',
        ),
        (
            "social/close-up",
            'photos = "photo"',
            'photos = "quote"',
            '"quote" does not take all the words of "close-up".',
        ),
        (
            "social/close-up",
            'also = "statement"',
            'also = "statment"',
            'piece.toml:9: There is no piece "statment" here. Did you mean statement?',
        ),
        (
            "social/close-up",
            'also = "statement"',
            'also = "quote"',
            '"quote" does not take all the words of "close-up".',
        ),
        ("social/close-up", '["person"]', '["people"]', 'piece.toml:13: registers cannot be "people"'),
        ("social/quote", "quote = 90", "qoute = 90", 'quote has no field "qoute". Did you mean quote?'),
        ("social/quote", "quote = 90", "quote = 0", "quote must be a whole number from 1 to"),
    ],
)
def test_a_wrong_layout_for_new_slides_legal_piece_piece_for_photos_or_register_is_named(
    file: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(paths.templates(), tmp_path / "templates"))
    path = copy / file / "piece.toml"
    usual = path.read_text(encoding="utf-8")
    assert old in usual
    path.write_text(usual.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_pieces(copy, page_sizes())
    assert said in str(caught.value)


def test_mistakes_of_all_files_are_reported_at_once(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "templates"))
    for name in ("flyer", "checklist"):
        (copy / "print" / name / "piece.toml").write_text("schema = ", encoding="utf-8")
    (copy / "print/words.toml").unlink()
    with pytest.raises(Problems) as caught:
        read_pieces(copy, page_sizes())
    files = {problem.file for problem in caught.value.problems}
    assert {"print/flyer/piece.toml", "print/checklist/piece.toml", "print/words.toml"} <= files


def test_a_page_that_no_piece_names_is_a_mistake(folder: Path) -> None:
    extra = folder / "print/flyer/leaflet.xml"
    extra.write_text("<template/>", encoding="utf-8")
    try:
        with pytest.raises(Problems, match=r"leaflet\.xml is not a page of this piece"):
            read_pieces(folder, page_sizes())
    finally:
        extra.unlink()

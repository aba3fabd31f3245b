"""The user's own page sizes and pieces: the same folders as the program's, and a broken one stops nothing."""

from __future__ import annotations

import pickle
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.compose.context import Value
from htpm_studio.compose.piece_checks import content_names
from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import StudioError
from htpm_studio.export.decks.every_week import in_every_week
from htpm_studio.export.decks.file_specs import deck_pages
from htpm_studio.export.decks.slides import layouts_for, unfilled, with_new_slide
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.editable import editable_fields
from htpm_studio.export.kit.edits import TEMPLATE
from htpm_studio.export.kit.feed_mix import grounds_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.preflight.passages import page_texts
from htpm_studio.export.prints.plan import print_plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.run.render_task import KitWork
from htpm_studio.pieces.declared import bundled, page_sizes, pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign
from tests.helpers.own_folder import write_own_folder
from tests.helpers.sweeps import cases

STYLES = read_style_sheet(paths.templates() / "styles.toml").names()
SIZES, HELLO = "sizes.toml", "social/hello/piece.toml"
TAG, BACK = "print/my-tag/piece.toml", "print/my-tag/my-tag-back.xml"
NO_EDITS = Edits()
POST = "w2/social/w2-rights"


def kit_with(folder: Path, language: str = "en", edits: Edits = NO_EDITS) -> Kit:
    resources = load_resources(replace(paths.folders(), own_templates=folder))
    project = Project(Brand("Riverbend"), 2, 2027, language=language, edits=edits)
    return build_kit(project, bundled_campaign(language), resources, Options(("social", "print")), date(2027, 1, 3))


def read(folder: Path) -> Library:
    return load_library(paths.templates(), STYLES, folder)


def mistakes(folder: Path) -> str:
    return "\n".join(str(problem) for problem in read(folder).problems)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_own_folder(tmp_path / "templates")


# ------------------------------------------------------------------ using


def test_a_size_of_the_users_has_every_post_and_an_editable_file(folder: Path) -> None:
    kit = kit_with(folder)
    assert kit.resources.library.problems == ()
    own = [spec for spec in plan(kit) if spec.path.startswith("social/my-banner/")]
    usual = [spec for spec in plan(kit) if spec.path.startswith("social/landscape/")]
    assert len(own) == len(usual) > 0
    assert "social/editable/my-banner.pptx" in {spec.path for spec in plan(kit)}
    for spec in own:
        page = compose(spec.pages[0], kit.page_inputs).page
        assert (page.size.width, page.size.height) == (1500, 500)
    assert render_file(own[0], kit.inputs, JobContext()).data.startswith(b"\x89PNG")


def test_a_piece_of_the_users_is_printed_on_both_papers_in_its_language(folder: Path) -> None:
    for language, said in (("en", "My name is"), ("es", "Me llamo")):
        kit = kit_with(folder, language)
        specs = [spec for spec in plan(kit) if spec.path.endswith("/my-tags.pdf")]
        assert [spec.path for spec in specs] == ["print/letter/my-tags.pdf", "print/a4/my-tags.pdf"]
        front, back = specs[0].pages
        blocks = {block.text.replace("\xa0", " ") for block in texts(compose(front, kit.page_inputs).page)}
        assert {said, kit.campaign.hotline.number} <= blocks
        assert back.template == "print/my-tag-back"
        assert render_file(specs[0], kit.inputs, JobContext()).data.startswith(b"%PDF")


def tags(kit: Kit) -> list[FileSpec]:
    """The file of the user's printed piece, if there is one."""
    return [spec for spec in printed(kit, "letter") if spec.path.endswith("my-tags.pdf")]


def test_a_design_of_the_users_for_posts_has_its_own_fields_and_grounds(folder: Path) -> None:
    kit = kit_with(folder, edits=Edits().changed(POST, TEMPLATE, "social/hello"))
    page = next(spec.pages[0] for spec in plan(kit) if spec.piece == POST)
    assert page.template == "social/hello"
    limits = {field.name: field.limit for field in editable_fields(page, page, kit.resources.library)}
    assert limits["sub"] == 33
    assert grounds_of("social/hello") == ("panel", "deep")
    assert page.content["ground"] in ("panel", "deep")


def renamed(folder: Path, piece: str, name: str, old: str, new: str) -> Path:
    """A piece of the program in the user's folder under another name; its declaration."""
    medium, usual = piece.split("/")
    own = Path(shutil.copytree(paths.templates() / piece, folder / medium / name))
    (own / f"{usual}.xml").rename(own / f"{name}.xml")
    for path in own.iterdir():
        text = path.read_text(encoding="utf-8")
        text = text.replace(f"{medium}/{usual}", f"{medium}/{name}").replace(f"[page.{usual}", f"[page.{name}")
        path.write_text(text, encoding="utf-8")
    change(own / "piece.toml", old, new)
    return own / "piece.toml"


def test_a_slide_layout_of_the_users_is_offered_for_new_slides_and_goes_into_every_week(folder: Path) -> None:
    declared = renamed(folder, "deck/checklist", "pledge", "new_slide = 30", "new_slide = 35")
    text = declared.read_text(encoding="utf-8")
    declared.write_text(text.partition("[sample.es]")[0], encoding="utf-8")
    kit = kit_with(folder, "es")
    assert pieces().new_slides()[2:5] == ("deck/checklist", "deck/pledge", "deck/steps")
    edits, piece = with_new_slide(kit, "w2/deck/short/2", "deck/pledge")
    changed = replace(kit, project=replace(kit.project, edits=edits))
    assert layouts_for(changed, piece) == pieces().new_slides()
    page = next(page for page in deck_pages(changed, kit.week.deck("short")) if page.piece == piece)
    assert page.template == "deck/pledge"
    assert unfilled(changed, page).startswith("Título"), "what a heading says in another layout"
    assert [one.message for one in compose(page, changed.page_inputs).findings] == []
    assert in_every_week(changed, piece).added == (1, 3, 4, 5)
    change(declared, "new_slide = 35", "new_slide = 0")
    assert "deck/pledge" not in layouts_for(kit_with(folder), piece)
    assert "deck/pledge" not in pieces().new_slides()
    assert "deck/pledge" in pieces().by_id


def test_words_of_a_legal_piece_of_the_users_are_read_as_those_of_official_papers(folder: Path) -> None:
    def roles() -> set[str]:
        kit = kit_with(folder)
        return {one.role for page in page_texts(kit, tags(kit)) for one in page.passages}

    assert roles() == {"text"}
    change(folder / TAG, "order = 500", "order = 500\nlegal = true")
    assert roles() == {"legal"}


def test_nothing_of_a_folder_is_left_when_another_one_is_read(folder: Path, tmp_path: Path) -> None:
    read(folder)
    assert "my-banner" in page_sizes()
    assert "print/my-tag" in pieces().by_id
    read(tmp_path / "nowhere")
    assert list(page_sizes()) == list(bundled().sizes)
    assert pieces() == bundled().pieces
    # The window may still paint a page of the size that has just gone.
    assert page_sizes()["my-banner"].size.width == 1500


def test_what_the_guide_shows_can_be_typed_as_it_is(tmp_path: Path) -> None:
    chapter = (paths.bundled("docs", Path(paths.__file__), None) / "guide/10-templates.md").read_text(encoding="utf-8")
    blocks = [dedent(block).strip() for block in re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", chapter, re.MULTILINE)]
    pin, tag = (next(block for block in blocks if f'id = "{name}"' in block) for name in ("pin", "my-tag"))
    piece = next(block for block in blocks if "[[file]]" in block)
    front = next(block for block in blocks if 'id="print/my-tag-front"' in block)
    design = next(block for block in blocks if 'id="social/hello"' in block)
    files = {
        SIZES: f"{pin}\n\n{tag}\n", TAG: piece, "print/my-tag/my-tag-front.xml": front,
        BACK: front.replace("my-tag-front", "my-tag-back"), "hello.xml": design,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for language in ("en", "es"):
        kit = kit_with(tmp_path, language)
        assert kit.resources.library.problems == ()
        specs = {spec.path: spec for spec in plan(kit)}
        assert any(path.startswith("social/pin/") for path in specs)
        for paper in ("letter", "a4"):
            made = render_file(specs[f"print/{paper}/my-tags.pdf"], kit.inputs, JobContext())
            assert made.data.startswith(b"%PDF")
            assert [finding for finding in made.findings if finding.severity == "error"] == []


# ------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (SIZES, "width = 1500", "widht = 1500", 'sizes.toml:3: The key width is missing.'),
        (SIZES, 'shape = "wide"', 'shape = "widee"', 'sizes.toml:11: shape cannot be "widee". Did you mean wide?'),
        (SIZES, "width = 1500", "width = 150000", "sizes.toml:7: width is more than 4000 points."),
        (SIZES, "width = 1500", "width = inf", "sizes.toml:7: width is more than 4000 points."),
        (SIZES, "unit = 9", "unit = 0.001", "sizes.toml:9: The shorter side of the page has 5e+05 units."),
        (SIZES, 'id = "my-banner"', 'id = "square"', "The program has a page size square already."),
        (SIZES, 'id = "my-banner"', 'id = "../up"', '"../up" cannot be the id of a page size.'),
        (SIZES, 'id = "my-banner"', 'id = "editable"', '"editable" cannot be the id of a page size.'),
        (SIZES, 'scale = "social"', 'scale = "socail"', 'no type scale "socail". Did you mean social?'),
        (SIZES, 'medium = "social"', 'medium = "deck"', 'sizes.toml:6: "deck" has one size only.'),
        (SIZES, "most = 976_000", "scale = 900", "The scale of a picture is above 0 and at most 4.0"),
        (TAG, "order = 500", "oder = 500", 'piece.toml:2: There is no key "oder" here. Did you'),
        (TAG, 'text = "words"', 'entry = "post"', 'A piece of print cannot take "post".'),
        (TAG, 'size = "my-tag"', 'size = "my-tga"', 'There is no page size "my-tga" for print. Did you'),
        (TAG, "print.my_tag_head", "print.tag_haed", "says \"tag_haed\". Did you mean my_tag_head?"),
        (TAG, 'my_tag_title = "Gaf', 'goes_on = "Gaf', 'There is no "goes_on" in English.'),
        (TAG, 'name = "my-tags"', 'name = "bookmarks"', '"bookmarks" is a file of two pieces.'),
        (TAG, 'id = "my-tag-8up"', 'id = "card-8up"', 'The sheet "card-8up" is declared twice.'),
        (TAG, 'sheet = "my-tag-8up" }', 'sheet = "tent-fold" }', "tents on the sheet tent-fold show one page"),
        (TAG, "each = 1.0", "each = 1e300", "each must be a number from 0 to 1000"),
        (TAG, "each = 1.0", "each = nan", "each must be a number from 0 to 1000"),
        (TAG, "takes", "languages = 99\ntakes", "languages must be a whole number from 1 to 4, not 99."),
        (TAG, '[page.my-tag-back.content]\nhead = ', "[page.my-tag-back.content]\nhaed = ",
         "my-tag-back.xml needs head, which nothing fills."),
        (BACK, 'canvases="my-tag"', 'canvases="card"', "my-tag-back.xml does not serve the size my-tag."),
        (BACK, "print/my-tag-back", "print/tag-bakc", "Its page my-tag-back cannot be drawn"),
        (BACK, "</column>", "", "my-tag-back.xml:4: This is not well-formed XML"),
        (TAG, 'head = "{words.print.my_tag_head}"', 'head = "{words.hotlin}"',
         'There is nothing called "words.hotlin"; did you mean "words.hotline"?'),
        (TAG, 'head = "{words.print.my_tag_head}"', 'head = "{week.title}"', 'There is nothing called "week.title"'),
        (TAG, 'head = "{words.print.my_tag_head}"', 'head = "{no|{words.call}}"', "Braces in braces cannot be filled"),
        (TAG, 'title = "{words.print.my_tag_title}"', 'title = "{no|{week.title}}"', "Braces in braces cannot be"),
        (TAG, '"my-tag-back"]', '"my-tag-front"]', "A page cannot be its own back."),
        (TAG, 'text = "words"', 'entry = "handout"', "A piece that takes handout cannot lie on a sheet."),
        (TAG, 'text = "words"', 'list = "tally"', "A piece that takes tally has one page in each file."),
        (TAG, "order = 500", 'order = 500\nflow = "rows"', "What goes on to further pages has one page"),
        (TAG, "[page.my-tag-back.content]",
         "[page.my-tag-back.rows]\nlines = { letter = 2, a4 = 2 }\n[page.my-tag-back.content]",
         "my-tag-back has rows, so its file has one page in one language."),
        (BACK, '<text style="title"', '<text style="title" if="org.wide"',
         "It needs head, but a condition can hide it on pages of the size my-tag. Write head? in fields"),
        (HELLO, '"panel"', '"pannel"', 'pannel is not a ground; did you mean "panel"?'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_and_alone_left_out(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder / file, old, new)
    found = mistakes(folder)
    assert said in found
    assert [one for one in found.splitlines() if not re.match(r"\S+:[1-9]\d*: ", one)] == [], "each says its line"
    left = {"print/my-tag", "social/hello"} & set(pieces().by_id)
    if file == SIZES:
        assert "my-banner" not in page_sizes()
        assert left == {"social/hello"}
    else:
        assert "my-banner" in page_sizes()
        assert left == {"print/my-tag", "social/hello"} - {file.rpartition("/")[0]}


def test_a_piece_cannot_take_the_name_of_one_of_the_program(folder: Path) -> None:
    (folder / "print/my-tag").rename(folder / "print/flyer")
    assert "print/flyer/piece.toml: The program has a piece print/flyer already." in mistakes(folder)
    assert pieces().by_id["print/flyer"] == bundled().pieces.by_id["print/flyer"]


def test_what_content_may_name_is_what_each_kit_fills(folder: Path) -> None:
    def names(values: Mapping[str, Value], above: str = "") -> Iterator[str]:
        for name, value in values.items():
            if isinstance(value, Mapping):
                yield from names(value, f"{above}{name}.")
            else:
                yield f"{above}{name}"

    assert set(names(shared_values(kit_with(folder)))) == content_names()


def test_files_that_are_no_declarations_are_named(folder: Path) -> None:
    (folder / SIZES).write_bytes(b"\xff\xfe\x00")
    (folder / TAG).write_bytes(b"#" * 200_000)
    found = mistakes(folder)
    assert "sizes.toml:1: The file is not UTF-8 text." in found
    assert "print/my-tag/piece.toml: The file is larger than 100 kB." in found


VALUES = st.sampled_from([
    "0", "-1", "1", "3", "1e9", "nan", "-inf", '""', '"x"', '"letter"', "[]", "{}", "true", "[[0, 0, 1, 1]]", '"../x"',
    "{ en = 1 }",
    '{ en = "x" }', "{ letter = 1, a4 = 1 }", '"{words.print.my_tag_head}"', '["my-tag-front"]', "99999999999999",
])  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 200), VALUES), min_size=1, max_size=3))
@cases(8, few=3)
def test_whatever_is_declared_a_kit_comes_out(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, str]]
) -> None:
    folder = write_own_folder(tmp_path_factory.mktemp("own"))
    files = [folder / SIZES, folder / TAG, folder / HELLO]
    rows = [(path, row) for path in files for row in path.read_text(encoding="utf-8").splitlines() if " = " in row]
    for at, value in changes:
        path, row = rows[at % len(rows)]
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(row, f"{row.partition(' = ')[0]} = {value}", 1), encoding="utf-8")
    kit = kit_with(folder, edits=Edits().changed(POST, TEMPLATE, "social/hello"))
    specs = [one for one in plan(kit) if "my-banner" in one.path or "my-tag" in one.path or one.piece == POST]
    for page in (spec.pages[0] for spec in specs):
        try:
            compose(page, kit.page_inputs)
        except StudioError as error:
            pytest.fail(str(error))
    print_plan(kit, tags(kit), 40)


def test_a_process_of_its_own_draws_sizes_and_pieces_of_the_user_too(folder: Path) -> None:
    kit = kit_with(folder)
    own = [spec for spec in plan(kit) if spec.path in ("print/letter/my-tags.pdf", "social/editable/my-banner.pptx")]
    parcel = Parcel(KitWork(kit.inputs, own))
    packed = parcel.packed()
    here = [render_file(spec, kit.inputs, JobContext()).data for spec in own]
    load_resources(replace(paths.folders(), own_templates=None))
    assert "my-banner" not in page_sizes()
    there = pickle.loads(packed)
    assert "my-banner" in page_sizes()
    assert [render_file(spec, there.inputs, JobContext()).data for spec in there.specs] == here

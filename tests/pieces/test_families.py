"""Families of designs: read from their folders, every mistake with its file, line and the nearest right name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.compose.decorations import MOST_CELLS, draw
from htpm_studio.compose.family_templates import FamilyDesign, load_families, program_mistakes
from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import Patch
from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import Problems
from htpm_studio.pieces.declared import bundled, families
from htpm_studio.pieces.families import BASE, FAMILIES, FAMILY, read_families
from htpm_studio.project.model import STYLES
from htpm_studio.units import Size
from tests.helpers.own_family import write_family

SHEET = read_style_sheet(paths.templates() / "styles.toml")
FACES = paths.assets() / "fonts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder of templates with one family."""
    return write_family(tmp_path)


def read(folder: Path) -> tuple[dict[str, FamilyDesign], tuple[str, ...]]:
    """What is read of the family in that folder, and what is wrong with it."""
    own = folder.parent.parent
    designs = load_families(load_library(paths.templates(), SHEET.names(), own), SHEET)
    return dict(designs), tuple(str(problem) for problem in designs[BASE].library.problems)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_first_family_of_the_program_draws_every_piece() -> None:
    first, *others = bundled().families.values()
    assert first.id == BASE
    assert set(first.spec.styles) == set(STYLES)
    for family in (first, *others):
        assert {"en", "es"} <= set(family.spec.title), family.id
        assert {"en", "es"} <= set(family.spec.about), family.id
        if list(family.fonts_folder.glob("*.ttf")):
            assert list(family.fonts_folder.glob("OFL*.txt")), f"{family.id} has no license beside its fonts"


def test_the_programs_own_pages_and_parts_have_no_mistake() -> None:
    """No start looks for them: this test and the command `templates` do."""
    designs = load_families(load_library(paths.templates(), SHEET.names()), SHEET)
    assert program_mistakes(designs) == []
    usual = designs[BASE]
    broken = replace(usual.library.templates["print/flyer"], fields=())
    spoilt = replace(usual, library=replace(usual.library, bundled={**usual.library.bundled, broken.id: broken}))
    found = program_mistakes({**designs, BASE: spoilt})
    assert found
    assert all("print/flyer" in str(one) and "has no field" in str(one) for one in found)


def test_a_family_draws_its_own_pages_and_inherits_the_others(folder: Path) -> None:
    designs, problems = read(folder)
    assert problems == ()
    assert list(designs)[-1] == "placard"
    placard, base = designs["placard"], designs[BASE]
    assert set(placard.library.templates) == set(base.library.templates)
    assert placard.library.template("social/statement").file == "families/placard/social/statement.xml"
    assert placard.library.template("social/event") == base.library.template("social/event")
    assert placard.styles.style("social", "display").size == 11
    assert placard.styles.style("social", "display").floor == base.styles.style("social", "display").floor
    assert placard.styles.style("social", "list").face == "Second"
    assert "list" not in base.styles.scales["social"]
    assert placard.grounds == {"statement": ("panel",)}


def test_inherited_pages_are_drawn_with_the_parts_of_the_family(folder: Path) -> None:
    part = (
        '<parts><part name="foot-note" note="" align="right" wide="38"><row height="3" fill="accent"/></part></parts>'
    )
    (folder / "parts.xml").write_text(part, encoding="utf-8")
    placard = read(folder)[0]["placard"]
    event = placard.library.template("social/event")
    assert placard.library.parts_for(event)["foot-note"].file == "families/placard/parts.xml"


def mistakes() -> Iterator[tuple[str, str, str, str]]:
    """A file of the family, what is changed in it, and what is said of that."""
    yield FAMILY, "styles = [", 'stiles = ["a"]\nstyles = [', "family.toml:6: There is no key"
    yield FAMILY, '"calm"]', '"loud"]', 'styles cannot be "loud"'
    yield FAMILY, '["classic", "calm"]', '["calm"]', "Every family has the style classic"
    yield (
        FAMILY,
        "schema = 1",
        'schema = 1\nbase = "common-tread"',
        'no family "common-tread". Did you mean common-thread?',
    )
    yield FAMILY, '"social/help"', '"social/halp"', "There is no design"
    yield FAMILY, '"Archivo-Cond800"', '"Archivo-Cond80"', "Did you mean Archivo-Cond800?"
    yield FAMILY, '"Archivo-Cond800"', '"../Archivo-Cond800"', "There is no font called"
    yield FAMILY, "statement = [", "statment = [", "Did you mean statement?"
    yield FAMILY, "[grounds]", '[registers]\nstatment = ["wall"]\n\n[grounds]', "Did you mean statement?"
    yield FAMILY, "[grounds]", '[registers]\nstatement = ["wal"]\n\n[grounds]', 'statement cannot be "wal"'
    yield FAMILY, '["panel"]', '["pannel"]', 'pannel is not a ground; did you mean "panel"?'
    yield FAMILY, 'en = "Placard"', f'en = "{"P" * 31}"', "en is longer than 30 characters"
    yield FAMILY, "schema = 1", "schema = 1\n[", "This is not valid TOML"
    yield "styles.toml", "size = 11", "size = 900", "styles.toml:2: size must be a number from 0.5 to 60"
    yield "styles.toml", "[social]", "[socal]", 'There is no type scale "socal". Did you mean social?'
    yield "styles.toml", '"Second"', '"Secnd"', 'styles.toml:3: face cannot be "Secnd". Did you mean'
    yield (
        "styles.toml",
        "leading = 1.1, floor = 40 }\n[social-live]",
        "floor = 40 }\n[social-live]",
        "The key leading is missing",
    )
    yield "styles.toml", "floor = 40 }\n[social-live]", "floor = 4 }\n[social-live]", "below 20 points"
    yield "styles.toml", "[social-live]\nlist", "[social-live]\nlest", "[social-live] has no style list"
    yield FAMILY, '["tiles", "thread"]', '["tyles"]', 'There is no drawing tyles; did you mean "tiles"?'
    yield (
        "tiles/half.svg",
        'class="light"',
        'class="lite"',
        'half.svg:2: class="lite" is not a tone; did you mean "light"?',
    )
    yield "tiles/half.svg", "<path", "<text", "half.svg:2: A tile has no <text>. Use path, rect and circle."
    yield "tiles/half.svg", 'd="M0', 'onload="x" d="M0', '<path> has no attribute "onload"'
    yield "tiles/half.svg", "M0 0H10V10Z", "M0 0A1 x", "The path of a shape cannot be read"
    yield "tiles/half.svg", "M0 0H10V10Z", "M0 0" + "H9V9" * 1001, "longer than 4000 letters"
    yield "tiles/half.svg", "M0 0H10V10Z", "M0 0" + "H9V9" * 300, "with 400 steps at most"
    yield "tiles/half.svg", "M0 0H10V10Z", "M0 0L1e9 1e300Z", "reaches too far"
    yield "tiles/half.svg", "0 0 10 10", "0 0 10 20", "A tile is a square"
    yield "tiles/half.svg", "<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', "A document type is not allowed here"
    yield "tiles/half.svg", "</svg>", "", "This is not well-formed XML"
    yield "tiles/half.svg", 'width="10"', 'width="1e99"', "width must be a number"
    yield "tiles/half.svg", "</svg>", "<!--" + "-" * 20_000 + "</svg>", "larger than 20 kB"
    yield "social/statement.xml", 'style="list"', 'style="lust"', 'style="lust" is not a text style'
    yield "social/statement.xml", 'id="social/statement"', 'id="social/statment"', 'did you mean "social/statement"?'
    yield "social/statement.xml", "square tall wide", "square tall", "it must also cover landscape"
    yield (
        "social/statement.xml",
        'id="social/statement"',
        'id="social/event"',
        "social/event leaves out month, day, weekday, which the page of its base shows.",
    )
    yield "social/statement.xml", "<foot-band", "<foot-bend", 'did you mean "foot-band"?'


@pytest.mark.parametrize(("file", "old", "new", "said"), list(mistakes()), ids=lambda value: value[:24])
def test_a_family_with_a_mistake_is_left_out_and_the_mistake_is_named(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    change(folder / file, old, new)
    designs, problems = read(folder)
    assert "placard" not in designs
    assert any(said in problem and problem.startswith(f"families/placard/{file}:") for problem in problems), problems


def test_a_font_of_the_users_family_is_checked_and_made_plain_like_any_font_that_comes_in(folder: Path) -> None:
    (folder / "fonts").mkdir()
    font = folder / "fonts" / "Acme-700.ttf"
    change(folder / FAMILY, '"Archivo-Cond800"', '"Acme-700"')
    font.write_bytes((FACES / "Bitter-700.ttf").read_bytes())
    designs, problems = read(folder)
    assert problems == ()
    placard = designs["placard"]
    assert placard.fonts.head[0].startswith("Own-")
    assert [face.weight for face in placard.faces] == [700]
    assert folder / "fonts" not in placard.font_folders, "nothing later meets the original"
    font.write_bytes(b"\0\1\0\0" + bytes(3000))
    designs, problems = read(folder)
    assert "placard" not in designs
    assert any(
        "families/placard/fonts/Acme-700.ttf" in one and "another file of the font" in one for one in problems
    ), problems


def test_tiles_are_laid_out_from_a_seed_and_within_bounds(folder: Path) -> None:
    tiles = read(folder)[0]["placard"].tiles
    assert len(tiles) == 2
    leaf = DrawingLeaf("tiles", "deep", 10.0, 2, 7, {"size": 4.0}, tiles=tiles)
    marks = draw(leaf, Size(400, 120))
    assert marks == draw(leaf, Size(400, 120)) != draw(replace(leaf, seed=8), Size(400, 120))
    points = [value for mark in marks if isinstance(mark, Patch) for step in mark.segments for value in step.points]
    assert min(points) >= 0
    assert max(points[0::2]) <= 400
    assert max(points[1::2]) <= 120
    many = draw(replace(leaf, numbers={"size": 1.0}), Size(4000, 4000))
    assert len(many) <= 1.2 * MOST_CELLS * max(map(len, tiles))
    assert draw(replace(leaf, tiles=()), Size(400, 120)) == []


def test_a_part_takes_what_pages_of_the_base_give_to_it(folder: Path) -> None:
    (folder / "parts.xml").write_text(
        '<parts><part name="foot-band"><row height="9"/></part></parts>', encoding="utf-8"
    )
    designs, problems = read(folder)
    assert "placard" not in designs
    assert any(
        'families/placard/parts.xml:1: The part "foot-band" needs the attribute "note"' in one for one in problems
    )


def test_no_family_of_the_user_takes_the_place_of_one_of_the_program(folder: Path) -> None:
    folder.rename(folder.with_name(BASE))
    problems = read(folder.with_name(BASE))[1]
    assert any(f"The program has a family {BASE} already" in one for one in problems)
    assert not families()[BASE].own


def test_mistakes_in_families_of_the_program_are_told_together(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_family(tmp_path, name)
        change(tmp_path / FAMILIES / name / FAMILY, "order = 20", 'order = "20"')
    with pytest.raises(Problems) as caught:
        read_families(tmp_path, bundled().pieces, FACES)
    assert [problem.file for problem in caught.value.problems] == [
        f"{FAMILIES}/{one}/{FAMILY}" for one in ("one", "two")
    ]

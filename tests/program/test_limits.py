"""What is read from outside is limited: the largest that is allowed is taken, and one more is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree

from htpm_studio.campaign.toolkit_import import blocks, reading, text_reader
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.report import _begins
from htpm_studio.campaign.toolkit_import.sections import Section, section_head
from htpm_studio.compose import template_file
from htpm_studio.errors import InputError
from htpm_studio.export.folder.kit_folder import _noted
from htpm_studio.export.sources import certificate_names, kit_source
from htpm_studio.export.sources.certificate_names import names_from_text
from htpm_studio.project import image_format, own_fonts, svg_budget, svg_clean, svg_styles, table_file
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.image_format import check_size
from htpm_studio.project.model import MOST_PARTNERS, Official, clean_organization

SVG = "http://www.w3.org/2000/svg"


def tags(count: int, deep: int = 1) -> bytes:
    """A drawing with so many parts, one chain of them nested so deep."""
    chain = "<g>" * (deep - 1) + "</g>" * (deep - 1)
    rest = "<g/>" * (count - deep)
    return f'<svg xmlns="{SVG}">{chain}{rest}</svg>'.encode()


def shape(data: bytes) -> None:
    svg_clean._check_shape("a.svg", etree.fromstring(data))


def template(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (path := Path(folder) / "a.xml").write_bytes(data)
        problems = template_file.read_template_file(path, "a.xml", own=True)[2]
    if any("more than" in one.message or "longer than" in one.message for one in problems):
        raise InputError(problems[0].message)


def paragraphs(count: int, letters: int = 1) -> None:
    blocks.source("a.txt", [DocumentBlock("paragraph", "x" * letters)] * count)


def signed(letters: int) -> None:
    kit_source.checked_official(Official("x" * letters))


def rows(count: int) -> None:
    list(table_file.rows_of("a.csv", "a,b\n" * count, "a list"))


def painted(body: str) -> None:
    svg_budget.check_budget("a.svg", etree.fromstring(f'<svg xmlns="{SVG}">{body}</svg>'.encode(), HUGE), 100)


def colored(colors: tuple[str, ...]) -> None:
    kit_source.read_project(
        kit_source.KitSource(dt.date(2026, 11, 25), organization="Riverbend Coalition", colors=colors)
    )


HUGE = etree.XMLParser(huge_tree=True)
LAYER = '<g opacity=".9"/>'  # the drawing itself is one too
LIMITS: dict[str, tuple[Callable[[int], object], int]] = {
    "partners": (lambda size: kit_source.read_partners(("Name",) * size), MOST_PARTNERS),
    "letters of a theme line": (lambda size: kit_source._theme("x" * size), kit_source.LONGEST_THEME),
    "letters of a name": (lambda size: clean_organization("x" * size), MAX_NAME),
    "letters of an official's name": (signed, MAX_NAME),
    "parts of a drawing": (lambda size: shape(tags(size)), svg_clean.MAX_ELEMENTS),
    "parts in each other": (lambda size: shape(tags(size, size)), svg_clean.MAX_DEPTH),
    "a coordinate": (lambda size: svg_clean._check_numbers("a.svg", f"1 -{size}"), svg_clean.MAX_NUMBER),
    "boxes of a template": (lambda size: template(tags(size)), template_file.MOST_ELEMENTS),
    "boxes in each other": (lambda size: template(tags(size, size)), template_file.DEEPEST),
    "letters of a value": (lambda size: template(f'<a b="{"x" * size}"/>'.encode()), template_file.LONGEST_VALUE),
    "blocks of a toolkit": (paragraphs, blocks.MAX_BLOCKS),
    "letters of a toolkit": (lambda size: paragraphs(1, size), blocks.MAX_DOCUMENT),
    "bytes of a text": (lambda size: reading._text("a.txt", b"x" * size), reading.MAX_TEXT_BYTES),
    "rows of a list": (rows, table_file.MAX_ROWS),
    "style rules of a drawing": (
        lambda size: list(svg_styles._read_sheets("a.svg", [".a{}" * size])),
        svg_styles.MAX_RULES,
    ),
    "letters of a style sheet": (lambda size: svg_styles._checked("a.svg", "x" * size), svg_styles.MAX_SHEET),
    "shapes of a drawing": (lambda size: painted("<rect/>" * size), svg_budget.MAX_SHAPES),
    "shapes that are seen through": (lambda size: painted('<rect fill-opacity=".5"/>' * size), svg_budget.MAX_SOFT),
    "layers of a drawing": (lambda size: painted(LAYER * (size - 1)), svg_budget.MAX_LAYERS),
    "letters of outlines": (lambda size: painted(f'<path d="M{"0" * (size - 1)}"/>'), svg_budget.MAX_OUTLINE),
    "bytes of a web font that is unpacked": (
        lambda size: own_fonts._check_form("a.woff", b"wOFF" + bytes(12) + size.to_bytes(4, "big")),
        own_fonts.MAX_UNPACKED,
    ),
    "names on certificates": (lambda size: names_from_text("Ana\n" * size), certificate_names.MOST_NAMES),
    "letters of a name on a certificate": (lambda size: names_from_text("x" * size), certificate_names.LONGEST_NAME),
    "colors of a sender": (lambda size: colored(("#0F5C5C",) * size), kit_source.MOST_COLORS),
    "pixels of a side of a picture": (lambda size: check_size("a.png", (size, 1)), image_format.MAX_SIDE),
    "rows of 10,000 pixels": (lambda size: check_size("a.png", (10_000, size)), image_format.MAX_PIXELS // 10_000),
}


@pytest.mark.parametrize("what", LIMITS)
def test_the_largest_that_is_allowed_is_taken_and_one_more_is_refused(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_file, "MAX_ROWS", 20)  # a limit that takes a while to reach
    take, most = LIMITS[what]
    most = 20 if what == "rows of a list" else most
    take(most)
    with pytest.raises(InputError):
        take(most + 1)


def test_a_text_has_so_many_lines_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MAX_LINES", 3)
    assert text_reader.read_text("a.txt", "one\n\n\nfour", markdown=False).blocks
    with pytest.raises(InputError):
        text_reader.read_text("a.txt", "one\n\n\n\nfive", markdown=False)


def test_a_drawing_holds_eight_pictures_and_no_ninth(tmp_path: Path) -> None:
    del tmp_path

    def drawing(pictures: int) -> None:
        svg_clean.clean_svg("a.svg", etree.fromstring(f'<svg xmlns="{SVG}">{"<image/>" * pictures}</svg>'.encode()))

    drawing(svg_clean.MAX_IMAGES)
    with pytest.raises(InputError, match="more than 8 embedded pictures"):
        drawing(svg_clean.MAX_IMAGES + 1)


def test_a_heading_with_dates_names_a_week_unless_it_says_much_else() -> None:
    assert section_head("x" * 40 + " January 6-12") == Section(0, "x" * 40, ((1, 6), (1, 12)), named=False)
    assert section_head("x" * 41 + " January 6-12") is None


def test_a_quoted_text_has_seventy_letters_at_most() -> None:
    assert _begins("x" * 70) == f'"{"x" * 70}"'
    assert _begins("x" * 71) == f'"{"x" * 69}…"'


def test_what_a_kit_says_of_itself_is_cut_to_a_sentence() -> None:
    row = {"findings": [{"message": "m" * 1_001, "code": "c" * 61, "level": "error", "files": ["a.png"]}]}
    (check,) = _noted(row, "A kit")
    assert (len(str(check.sentence)), len(check.code), check.group) == (1_000, 60, "fix")

"""The last touch to words: curly quotes everywhere but in names, and numbers kept whole where nobody copies them."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.typeset import POSTS, typeset
from htpm_studio.project.model import Brand, Official, Partner, Project
from htpm_studio.scene.writing import Inks, Paragraph, Span, Table, Writing, plain
from htpm_studio.text.glue import NBSP
from htpm_studio.units import Size
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit() -> Kit:
    brand = Brand('"Elm" House', ("#0F5C5C",), None, (Partner("O'Hara's", None),), "it's.example")
    project = Project(brand, 2, 2027, official=Official("D'Arcy", "Mayor's office", "Queen's County"))
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def set_as(kind: str, group: str, *blocks: Paragraph) -> tuple[Paragraph, ...]:
    colors, paper = Inks(*["#000000"] * len(fields(Inks))), Size(612, 792)
    words = Writing("It's", "Elm", "en", blocks, colors, kit().office_theme, paper, preview="It's near")
    made = typeset(words, kit().own_names, kind, group)
    assert isinstance(made, Writing)
    assert (made.title, made.preview) == ("It’s", "It’s near")
    return made.blocks


def test_all_names_that_the_user_gave_are_kept_as_they_are_written() -> None:
    assert kit().own_names == (
        '"Elm" House', "it's.example", "O'Hara's", "D'Arcy", "Mayor's office", "Queen's County",
    )  # fmt: skip
    (block,) = set_as("txt", "web", plain("text", 'It\'s "good" at "Elm" House and O\'Hara\'s.'))
    assert block.text == "It’s “good” at \"Elm\" House and O'Hara's."


def test_a_quotation_goes_on_in_the_next_span_and_each_span_keeps_its_words() -> None:
    (block,) = set_as("txt", "web", Paragraph("text", (Span('She said "we', strong=True), Span(' can" twice.'))))
    assert [(span.text, span.strong) for span in block.spans] == [("She said “we", True), (" can” twice.", False)]


@pytest.mark.parametrize(
    ("kind", "group", "bound"),
    [("docx", "web", True), ("html", "web", True), ("txt", "web", False), ("docx", POSTS, False)],
)
def test_numbers_are_bound_in_files_whose_lines_another_program_breaks_and_never_in_posts(
    kind: str, group: str, bound: bool
) -> None:
    (block,) = set_as(kind, group, plain("text", "Help is here 24 hours a day"))
    assert block.text == f"Help is here 24{NBSP if bound else ' '}hours a day"


def test_the_cells_of_a_table_have_curly_quotes_too() -> None:
    made = typeset(Table(("t",), (("It's", "a"), ('"b"', "c"))), kit().own_names, "csv", "posts")
    assert isinstance(made, Table)
    assert made.rows == (("It’s", "a"), ("“b”", "c"))

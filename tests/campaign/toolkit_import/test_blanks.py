"""Blanks of a sample text never leave an import: they are filled, or their sentence is left out and named."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blanks import without_blanks
from htpm_studio.campaign.toolkit_import.results import Kind, RecognizedToolkit, ToolkitItem


def filled(text: str, kind: Kind = "newsletter") -> tuple[str, int]:
    """The text of an item without blanks ("" where it is not used), and how many sentences were left out."""
    found, notes = without_blanks(RecognizedToolkit("a", 2027, (ToolkitItem(1, kind, text),)))
    return (found.items[0].text if found.items[0].use else ""), len(notes)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("[Organization] joins communities. Come along.", "{org} joins communities. Come along."),
        ("[CITY] - [Your Organization’s Name] tests homes.", "{org} tests homes."),
        ("(insert name of organization) tests homes.", "{org} tests homes."),
        ("“We test,” said [Name, Title]. Homes are safer.", "Homes are safer."),
        ("Meet us at ____ on [DATE]. Bring a friend.", "Bring a friend."),
        ("Visite [ENLACE]. [Nombre de su organización] le espera.", "{org} le espera."),
        ("<Insert link here> Read on.", ""),
        ("Call {{phone}} now. Read on.", "Read on."),
        ("“[They] believed me,” she said.", "“[They] believed me,” she said."),
        ("A study [1] found it.", "A study [1] found it."),
    ],
)
def test_blanks_are_filled_or_their_sentence_is_left_out(text: str, made: str) -> None:
    assert filled(text)[0] == made


def test_what_is_left_out_is_named_each_time() -> None:
    assert filled("Said [NAME]. On [DATE]. Done.") == ("Done.", 2)


@pytest.mark.parametrize(
    ("clause", "made"),
    [
        ("BE IT RESOLVED that the City of ____ observes June 3.",
         "BE IT RESOLVED that {jurisdiction} observes June 3."),
        ("NOW, THEREFORE, I, [Name], of the [City/County], proclaim it.",
         "NOW, THEREFORE, I, {official}, of {jurisdiction}, proclaim it."),
    ],
)  # fmt: skip
def test_a_proclamation_has_the_place_and_the_name_of_whoever_signs(clause: str, made: str) -> None:
    assert filled(clause, "proclamation") == (made, 0)

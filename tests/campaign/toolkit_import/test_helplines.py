"""Telephone numbers of a toolkit: which are numbers of a helpline, how they are printed, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.helplines import calls_for_help, find_helplines, phones_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 1-888-555-0100.", ["1-888-555-0100"]),
        ("Call 888 555 0100 or 212-555-0199", ["1-888-555-0100", "212-555-0199"]),
        ("1-800-555-HELP (4357)", ["1-800-555-4357"]),
        ("(212) 555-0199", ["212-555-0199"]),
        ("0800 555 0100", ["0800 555 0100"]),  # of another country, as it was written
        ("555-0100", ["555-0100"]),  # seven digits are the fewest
        ("116 123", []),
        ("on 2027-01-11 we call", []),
        ("Fax: 212-555-0100", []),
        ("Washington, DC 20500-1234", []),
        ("2-212-555-0100", []),
        ("911", []),
        ("+44 20 7946 0958", ["+44 20 7946 0958"]),  # a number of another country is read whole
        ("+44 (0)20 7946 0958", ["+44 (0)20 7946 0958"]),
        ("+33 1 23 45 67 89", ["+33 1 23 45 67 89"]),
        ("+498005550100", ["+498005550100"]),
        ("+1 888 555 0100", ["1-888-555-0100"]),
        ("01 23 45 67 89", []),  # or it stays words; half of it never is a number
        ("030 123 456 78", []),
        ("12 7946 0958", []),
    ],
)
def test_numbers_are_told_from_days_codes_and_faxes_and_printed_in_groups(text: str, numbers: list[str]) -> None:
    found = list(phones_in(text))
    assert [number for _, _, number in found] == numbers
    if len(found) == 1:
        start, end, _ = found[0]
        assert (text[:start] + text[end:]).strip(" .") in ("", "Call")


@pytest.mark.parametrize("hours", ["24/7", "24 hours a day", "24 horas"])
@pytest.mark.parametrize("number", ["1-888-555-0100", "0800 555 0100", "+44 20 7946 0958"])
def test_hours_after_a_number_are_not_a_part_of_it(number: str, hours: str) -> None:
    assert [found for _, _, found in phones_in(f"Call {number} {hours}")] == [number]


def paragraph(text: str, kind: str = "paragraph") -> DocumentBlock:
    return DocumentBlock("heading" if kind == "heading" else "paragraph", text, line=3)


def numbers(*texts: str) -> list[str]:
    return [one.hotline.number for one in find_helplines([paragraph(text) for text in texts])]


HOPE, CARE = ("212-555-0103", "55501", "HOPE", "Hope Help Line"), ("212-555-0104", "55502", "CARE", "Care Help Line")


def test_a_link_is_of_the_helpline_in_whose_words_it_is() -> None:
    links = (DocumentLink("Hope", "https://hope.org"), DocumentLink("Care", "https://care.org"))
    block = replace(paragraph("Hope Help Line 212-555-0103, Care Help Line 212-555-0104"), links=links)
    assert [one.hotline.web for one in find_helplines([block])] == ["https://hope.org", "https://care.org"]
    picture = replace(paragraph("Hope Help Line 212-555-0103"), links=(DocumentLink("", "https://hope.org"),))
    assert [one.hotline.web for one in find_helplines([picture])] == ["https://hope.org"]


def test_people_are_told_to_call_where_one_paragraph_with_the_number_does_so() -> None:
    call, bare = paragraph("Call 212-555-0103."), paragraph("212-555-0103")
    assert calls_for_help([bare, call], "212-555-0103")
    assert not calls_for_help([bare, paragraph("Call us.")], "212-555-0103")
    assert not calls_for_help([call], "212-555-0104")


def test_a_heading_ends_what_is_said_of_a_helpline() -> None:
    line, address = paragraph("Hope Help Line: 1-800-555-0111"), paragraph("Ask a cook today: example.org/a")
    assert [one.hotline.web for one in find_helplines([line, paragraph("Week 1", "heading"), address])] == [""]
    below = [line, paragraph("hopeline.example.org"), paragraph("Week 1", "heading"), address]
    assert [one.hotline.web for one in find_helplines(below)] == ["https://hopeline.example.org"]

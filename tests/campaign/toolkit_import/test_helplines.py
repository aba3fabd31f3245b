"""Telephone numbers of a toolkit: which are numbers of a helpline, how they are printed, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Hotline
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.helplines import _is_tty, calls_for_help, find_helplines, phones_in
from htpm_studio.campaign.toolkit_import.text_reader import read_text


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


def test_what_a_number_is_for_is_told_from_the_twelve_letters_before_it() -> None:
    near, far = "Fax ....... 212-555-0100", "Fax ........ 212-555-0100"
    assert list(phones_in(near)) == []
    assert list(phones_in(far)) == [(13, 25, "212-555-0100")]
    for text, tty in ((near.replace("Fax", "TTY"), True), (far.replace("Fax", "TTY"), False)):
        (phone,) = phones_in(text)
        assert _is_tty(text, phone) is tty


@pytest.mark.parametrize("hours", ["24/7", "24 hours a day", "24 horas"])
@pytest.mark.parametrize("number", ["1-888-555-0100", "0800 555 0100", "+44 20 7946 0958"])
def test_hours_after_a_number_are_not_a_part_of_it(number: str, hours: str) -> None:
    assert [found for _, _, found in phones_in(f"Call {number} {hours}")] == [number]


def paragraph(text: str, kind: str = "paragraph") -> DocumentBlock:
    return DocumentBlock("heading" if kind == "heading" else "paragraph", text, line=3)


def test_what_a_document_says_of_a_helpline_is_found_beside_its_number() -> None:
    said = (
        "Call the National Hope Hotline at 1-800-555-0100 (TTY: 711-555-0199) or text HOPE to 55501. It is free and "
        "confidential, 24 hours a day. Chat at https://a.org/chat."
    )
    (one,) = find_helplines([paragraph(said), paragraph("Again the Hope Hotline: 800-555-0100.")])
    assert one.hotline == Hotline(
        "1-800-555-0100", "55501", "HOPE", web="https://a.org", chat="https://a.org/chat", name="National Hope Hotline"
    )
    assert (one.named, one.count) == (True, 2)
    assert one.traits == {"free", "confidential", "hours"}
    assert one.label == "National Hope Hotline: 1-800-555-0100"


def test_helplines_come_first_and_then_what_is_named_most() -> None:
    rows = [
        paragraph("Ask 212-555-0101."),
        paragraph("Ask 212-555-0102 or 212-555-0102."),
        paragraph("The Hope Line 212-555-0103"),
    ]
    found = find_helplines(rows)
    assert [(one.hotline.number, one.count, one.named) for one in found] == [
        ("212-555-0103", 1, True), ("212-555-0102", 2, False), ("212-555-0101", 1, False),
    ]  # fmt: skip
    assert found[1].label == "212-555-0102 (line 3)"


def test_the_name_is_the_nearest_before_then_after_then_the_heading() -> None:
    def name(*rows: DocumentBlock) -> str:
        (found,) = find_helplines(rows)
        return found.hotline.name

    assert name(paragraph("First Help Line was before, now Second Hope Line: 212-555-0103")) == "Second Hope Line"
    assert name(paragraph("212-555-0103 is the Third Help Line")) == "Third Help Line"
    heading, other = paragraph("Fourth Help Line", "heading"), paragraph("Words.")
    assert name(heading, paragraph("212-555-0103")) == "Fourth Help Line"
    assert name(heading, other, other, other, paragraph("212-555-0103")) == "Fourth Help Line"
    assert name(heading, other, other, other, other, paragraph("212-555-0103")) == ""
    assert name(paragraph("Hotline: 212-555-0103")) == ""  # one word is no name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Help for teens: love at home, ", "love at home"),
        ("Call Childhope at ", "Childhope"),
        ("Questions about a friend? Contact The Lantern Project (", "The Lantern Project"),
        ("Llame a Casa Esperanza al ", "Casa Esperanza"),
        ("You can call us at ", ""),
        ("Need help? Call ", ""),
        ("Free and confidential: ", ""),
        ("Talk to somebody who listens well at ", ""),
        ("We answer at all hours of the day and night: ", ""),
    ],
)
def test_a_number_without_the_word_helpline_has_the_name_right_before_it(before: str, name: str) -> None:
    (found,) = find_helplines([paragraph(f"{before}212-555-0103.")])
    assert (found.hotline.name, found.named) == (name, False)


def test_a_name_stays_inside_its_sentence() -> None:
    def name(text: str) -> str:
        (found,) = find_helplines([paragraph(text)])
        return found.hotline.name

    assert name("This Is For You. Hope Help Line: 212-555-0103") == "Hope Help Line"
    assert name("The U.S. Hope Line at 212-555-0103") == "U.S. Hope Line"
    assert name("The St. Mary Help Line, 212-555-0103") == "St. Mary Help Line"


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [("text HOPE to 55501", "55501", "HOPE"), ("text 55501 (HOPE)", "55501", "HOPE"), ("texting: 55501", "55501", ""),
     ("text us", "", "")],
)  # fmt: skip
def test_text_numbers_may_have_a_word(text: str, number: str, word: str) -> None:
    (found,) = find_helplines([paragraph(f"Hope Help Line 212-555-0103 or {text}")])
    assert (found.hotline.text_number, found.hotline.text_keyword) == (number, word)


def test_what_is_said_further_on_counts_up_to_three_paragraphs() -> None:
    more = [paragraph("Words.")] * 2
    (found,) = find_helplines([paragraph("Hope Help Line 212-555-0103"), *more, paragraph("It is free.")])
    assert found.traits == {"free"}
    (found,) = find_helplines([paragraph("Hope Help Line 212-555-0103"), *more, *more, paragraph("It is free.")])
    assert found.traits == set()


def numbers(*texts: str) -> list[str]:
    return [one.hotline.number for one in find_helplines([paragraph(text) for text in texts])]


def test_a_number_of_three_digits_counts_where_it_comes_first_or_no_other_is_called_a_helpline() -> None:
    named, unnamed = "Hope Help Line: 212-555-0103", "Office: 212-555-0104"
    assert numbers("Call 988.", named) == ["212-555-0103", "988"]
    assert numbers(named, "Call 988.") == ["212-555-0103"]
    assert numbers(unnamed, "Call 988.") == ["988", "212-555-0104"]
    assert numbers(named, unnamed, "Call 988.") == ["212-555-0103", "212-555-0104"]
    assert numbers(f"{named}, or call 988") == ["212-555-0103"]


def test_each_of_several_numbers_of_a_paragraph_has_what_is_between_it_and_the_next() -> None:
    text = "Hope Help Line: 212-555-0103, text HOPE to 55501. Care Help Line: 212-555-0104, text CARE to 55502."
    first, second = (one.hotline for one in find_helplines([paragraph(text)]))
    assert (first.name, first.text_keyword) == ("Hope Help Line", "HOPE")
    assert (second.name, second.text_keyword) == ("Care Help Line", "CARE")


HOPE, CARE = ("212-555-0103", "55501", "HOPE", "Hope Help Line"), ("212-555-0104", "55502", "CARE", "Care Help Line")
NAMELESS = (HOPE[0], "55501", "HOPE", ""), (CARE[0], "55502", "CARE", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (("Hope Help Line: text HOPE to 55501 or call 212-555-0103. "
         "Care Help Line: text CARE to 55502 or call 212-555-0104."), (HOPE, CARE)),
        (("Hope Help Line: call 212-555-0103 or text HOPE to 55501. "
         "Care Help Line: call 212-555-0104 or text CARE to 55502."), (HOPE, CARE)),
        (("Hope Help Line: text HOPE to 55501 or call 212-555-0103; "
         "Care Help Line: call 212-555-0104 or text CARE to 55502"), (HOPE, CARE)),
        (("Hope Help Line: text HOPE to 55501 or call 212-555-0103, "
         "Care Help Line: text CARE to 55502 or call 212-555-0104"), (HOPE, CARE)),
        ("Hope Help Line 212-555-0103 or text HOPE to 55501 Care Help Line 212-555-0104 or text CARE to 55502",
         (HOPE, CARE)),
        (("Hope Help Line: call 212-555-0103. It is free. Text HOPE to 55501, or Care Help Line: call 212-555-0104, "
         "text CARE to 55502"), (HOPE, CARE)),
        (("Text HOPE to 55501 or call the Hope Help Line at 212-555-0103. "
         "Text CARE to 55502 or call the Care Help Line at 212-555-0104."), (HOPE, CARE)),
        ("212-555-0103 (Hope Help Line), text HOPE to 55501; 212-555-0104 (Care Help Line), text CARE to 55502",
         (HOPE, CARE)),
        (("212-555-0103 is the Hope Help Line. Text HOPE to 55501. 212-555-0104 is the Care Help Line. "
         "Text CARE to 55502."), (HOPE, CARE)),
        ("Text HOPE to 55501 or tel. 212-555-0103. Text CARE to 55502 or tel. 212-555-0104.", NAMELESS),
        ("212-555-0103 (Hope Help Line), 212-555-0104 (Care Help Line), text CARE to 55502",
         ((HOPE[0], "", "", HOPE[3]), CARE)),
    ],
)  # fmt: skip
def test_no_helpline_has_the_text_number_of_another_one(text: str, said: tuple[tuple[str, ...], ...]) -> None:
    found = [one.hotline for one in find_helplines([paragraph(text)])]
    assert tuple((one.number, one.text_number, one.text_keyword, one.name) for one in found) == said


@pytest.mark.parametrize("words", ["from 9 a.m. Eastern", "by tel. Mondays", "(Dr. Ana, St. Ann, the U.S. Office)"])
def test_a_short_form_ends_no_sentence(words: str) -> None:
    text = f"Hope Help Line 212-555-0103 {words} or text HOPE to 55501 or call 212-555-0104"
    (hope, _) = find_helplines([paragraph(text)])
    assert (hope.hotline.name, hope.hotline.text_keyword) == ("Hope Help Line", "HOPE")


@pytest.mark.parametrize(
    "text",
    [
        "Hope Help Line https://hope.org 212-555-0103, Care Help Line https://care.org 212-555-0104",
        "Hope Help Line 212-555-0103 https://hope.org, Care Help Line 212-555-0104 https://care.org",
        "Hope Help Line 212-555-0103 https://hope.org | Care Help Line https://care.org 212-555-0104",
    ],
)
def test_no_helpline_has_the_address_of_another_one(text: str) -> None:
    found = [one.hotline for one in find_helplines([paragraph(text)])]
    assert [(one.name, one.web) for one in found] == [
        ("Hope Help Line", "https://hope.org"), ("Care Help Line", "https://care.org"),
    ]  # fmt: skip


def test_a_link_is_of_the_helpline_in_whose_words_it_is() -> None:
    links = (DocumentLink("Hope", "https://hope.org"), DocumentLink("Care", "https://care.org"))
    block = replace(paragraph("Hope Help Line 212-555-0103, Care Help Line 212-555-0104"), links=links)
    assert [one.hotline.web for one in find_helplines([block])] == ["https://hope.org", "https://care.org"]
    picture = replace(paragraph("Hope Help Line 212-555-0103"), links=(DocumentLink("", "https://hope.org"),))
    assert [one.hotline.web for one in find_helplines([picture])] == ["https://hope.org"]


def test_a_number_of_three_digits_has_its_own_words_and_shares_those_that_nothing_parts() -> None:
    def said(text: str) -> dict[str, str]:
        return {one.hotline.number: one.hotline.text_keyword for one in find_helplines([paragraph(text)])}

    assert said("Call 988. Hope Help Line: text HOPE to 55501 or call 212-555-0103.") == {
        "988": "", "212-555-0103": "HOPE",
    }  # fmt: skip
    assert said("Hope Help Line: call 988 or 212-555-0103, or text HOPE to 55501.") == {
        "988": "HOPE", "212-555-0103": "HOPE",
    }  # fmt: skip


def test_what_stands_before_a_number_in_other_paragraphs_says_nothing_of_it() -> None:
    hope = "Hope Help Line: 212-555-0103"
    for before in ("It is free.", "Text CARE to 55502."):
        (found,) = find_helplines([paragraph(before), paragraph(hope)])
        assert (found.traits, found.hotline.text_number) == (frozenset(), "")
    (found,) = find_helplines([paragraph(hope), paragraph("It is free.", "heading")])
    assert found.traits == set(), "a heading is about what is below it"
    found, _ = find_helplines([paragraph(hope), paragraph("Care Help Line: 212-555-0104. It is free.")])
    assert found.traits == set()


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Call One Two Three Four Five at ", "One Two Three Four Five"),
        ("Call One Two Three Four Five Six at ", ""),
        ("Call The House of Hope at ", "The House of Hope"),
        ("Call House somewhere at ", ""),
        ("Ask. At: ", ""),
    ],
)
def test_a_name_before_a_number_has_at_most_five_words_with_capitals(before: str, name: str) -> None:
    (found,) = find_helplines([paragraph(f"{before}212-555-0103.")])
    assert found.hotline.name == name


def test_people_are_told_to_call_where_one_paragraph_with_the_number_does_so() -> None:
    call, bare = paragraph("Call 212-555-0103."), paragraph("212-555-0103")
    assert calls_for_help([bare, call], "212-555-0103")
    assert not calls_for_help([bare, paragraph("Call us.")], "212-555-0103")
    assert not calls_for_help([call], "212-555-0104")


@pytest.mark.parametrize(
    ("action", "section", "name", "named"),
    [
        ("Put the State Radon Helpline, 1-800-555-0100, in your phone.", "State Radon Helpline: 1-800-555-0100",
         "State Radon Helpline", True),
        ("Save the number of the Hope Helpline, 1-800-555-0100.", "Call 1-800-555-0100.", "", True),
        ("“The Night Helpline at 1-800-555-0100 saved me,” says Rosa.", "Call 1-800-555-0100.", "", True),
        ("Call the Hope Line at 1-800-555-0100 today. #Hope", "Hope Helpline: 1-800-555-0100", "Hope Helpline", True),
        ("Plant a tree.", "Save Our Homes Helpline: 1-800-555-0100", "", False),
    ],
)  # fmt: skip
def test_a_helpline_is_never_called_after_an_action_a_post_or_a_quotation(
    action: str, section: str, name: str, named: bool
) -> None:
    text = f"### Take action\n\n- {action}\n\n## If you need help\n\n{section}\n"
    (found,) = find_helplines(read_text("toolkit.md", text, markdown=True).blocks)
    assert (found.hotline.name, found.named) == (name, named)


def test_the_site_of_a_helpline_is_not_that_of_a_post_below_an_action() -> None:
    action = "### Take action\n\n- Put the 988 Lifeline, 988, in your phone.\n\n### Posts\n\nAsk: example.org/ask #Ask"
    text = f"{action}\n\n## Get help\n\nCrisis Lifeline: call or text 988, or chat at lifeline.example.net.\n"
    (found,) = find_helplines(read_text("toolkit.md", text, markdown=True).blocks)
    assert (found.hotline.name, found.hotline.web) == ("Crisis Lifeline", "https://lifeline.example.net")

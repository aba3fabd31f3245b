"""Resources of a week: titles, addresses and groups, and what is said of them, in lists, in rows and below headings."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text

WEEK = "# Toolkit 2028\n\n## Week 2: January 3-9, 2028\n\n### Resources\n\n"
UNSORTED = "No heading says whether it is to learn from or to act on."
A, B = "https://example.org/a", "https://example.org/b"


def read(*lines: str, head: str = "#### Learn") -> list[ToolkitItem]:
    """What lines among the resources of a week became."""
    text = WEEK + "\n\n".join((head, *lines))
    return [
        one
        for one in recognize(read_text("toolkit.md", text, markdown=True)).items
        if one.kind not in ("week", "heading")
    ]


def told(*lines: str, head: str = "#### Learn") -> list[tuple[str, ...]]:
    """Title, address and what is said about it; of a line that is no resource its kind and its words."""
    return [
        (one.text, one.links[0].target, one.about) if one.kind == "resource" else (one.kind, one.text)
        for one in read(*lines, head=head)
    ]


def test_resources_are_to_learn_from_or_to_act_on_as_the_heading_says_and_else_likely_to_learn_from() -> None:
    lines = (f"- [Fair Hiring Guide]({A})", f"- Night Work (example.org/b)\n\n[A Short Course]({B})")
    for head, group in (("#### Learn", "learn"), ("#### Take Action", "act")):
        found = read(*lines, head=head)
        assert [(one.group, one.certainty, one.reason) for one in found[:2]] == [(group, "sure", "")] * 2
        assert (found[2].certainty, found[2].reason) == ("likely", "It is a line with an address, and not in a list.")
    found = read(*lines, head="")
    assert [(one.group, one.certainty, one.reason) for one in found] == [("learn", "likely", UNSORTED)] * 3


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"- [Fair Hiring]({A}) – It shows how.", ("Fair Hiring", A, "It shows how")),
        (f"- [Fair Hiring]({A}) and [Night Work]({B})", ("Fair Hiring and Night Work", "", "")),
        (f"- See [Fair Hiring]({A})", ("See Fair Hiring", A, "")),
        (f"- Fair Hiring: [open]({A})", ("Fair Hiring", A, "")),
        (f"- [open]({A}) Fair Hiring", ("open Fair Hiring", A, "")),
        ("- Fair Hiring (example.org/a)", ("Fair Hiring", "example.org/a", "")),
        ("- Fair Hiring | example.org/a", ("Fair Hiring", "example.org/a", "")),
        (f"- Fair Hiring: example.org/a [open]({B})", ("Fair Hiring: open", "example.org/a", "")),
        ("- Fair Hiring (2nd edition)", ("Fair Hiring (2nd edition)", "", "")),
        ("- Who hires fairly?", ("Who hires fairly?", "", "")),
        ("- Fair", ("Fair", "", "")),
        ("- Fai", ("other", "Fai")),
        (f"- {'x' * 250}", ("x" * 250, "", "")),
        (f"- {'x' * 251}", ("other", "x" * 251)),
        ("These are for all of you.", ("aside", "These are for all of you.")),
    ],
)
def test_a_line_is_a_title_its_address_and_what_is_said_after_it(line: str, found: tuple[str, ...]) -> None:
    assert told(line) == [found]


# ------------------------------------------------------------------ below a title


def test_the_words_below_a_title_say_what_it_is_about_and_lines_of_a_list_only_after_a_colon() -> None:
    title = "#### Guide to Fair Hiring"
    assert told(title, "It is long.", "It has:", "- nine chapters", "- one table", "Read it all.") == [
        ("Guide to Fair Hiring", "", "It is long. It has: nine chapters one table Read it all."),
    ]  # fmt: skip
    assert told(title, "It is long.", "- Night Work (example.org/b)") == [
        ("Guide to Fair Hiring", "", "It is long."), ("Night Work", "example.org/b", ""),
    ]  # fmt: skip
    assert told(title, "- Night Work (example.org/b)") == [("Night Work", "example.org/b", "")]


def test_the_address_of_a_title_is_the_one_that_has_its_words_or_else_the_printed_one() -> None:
    title = "#### Guide to Fair Hiring"
    said = f"Read the [Guide]({A}) or [something else]({B})."
    assert told(title, said) == [("Guide to Fair Hiring", A, "Read the Guide or something else.")]
    assert told(title, f"It is at example.org/c and [there]({B}).") == [
        ("Guide to Fair Hiring", "example.org/c", "It is at example.org/c and there."),
    ]  # fmt: skip
    assert told(title, f"It is [there]({B}).") == [("Guide to Fair Hiring", "", "It is there.")]


def test_whom_to_call_is_no_resource_but_a_title_with_an_address_may_have_a_number() -> None:
    title, call = "#### Guide to Fair Hiring", "Call 1-800-555-0100 for a copy."
    assert told(title, call) == [("aside", call)]
    assert told(title, f"{call} example.org/a") == [("Guide to Fair Hiring", "example.org/a", f"{call} example.org/a")]
    linked = f"{call} It is in the [Guide]({A})."
    assert told(title, linked) == [("Guide to Fair Hiring", A, f"{call} It is in the Guide.")]


def test_a_title_is_that_of_its_own_week() -> None:
    again = "## Week 3: January 10-16, 2028\n\n### Resources\n\n#### Learn"
    title = "#### Guide to Fair Hiring"
    found = read(title, "It is long.", again, title, "It is short.", "Read it all.")
    assert [(one.week, one.about) for one in found] == [(2, "It is long."), (3, "It is short. Read it all.")]
    assert len(read("- Fair Hiring (example.org/a)", again, "- Fair Hiring (example.org/a)")) == 2


# ------------------------------------------------------------------ rows


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| Fair Hiring | example.org/a | Note |", [("Fair Hiring", "example.org/a", "Note")]),
        ("| example.org/a | Fair Hiring | How to hire |", [("Fair Hiring", "example.org/a", "How to hire")]),
        (f"| Fair Hiring | [Night]({A}) | see example.org/b |", [("Fair Hiring", "example.org/b", "Night")]),
        (f"| [Fair Hiring]({A}) | How to hire | Read |", [("Fair Hiring", A, "How to hire")]),
        ("| Read | How to hire |", [("How to hire", "", "")]),
        ("| Note | Link |", []),
        ("|  |  |", []),
    ],
)
def test_a_row_has_a_title_an_address_and_what_is_said_of_it_in_any_order(
    row: str, found: list[tuple[str, ...]]
) -> None:
    assert told(row) == found


def test_a_cell_of_a_row_may_say_its_group() -> None:
    assert [one.group for one in read("| Fair Hiring | Act |", "| Night Work | Read |", "| Act | Two |")] == [
        "act", "learn", "learn",
    ]  # fmt: skip

"""Lines of plain text and of Markdown as blocks: what goes on in the next line, what is an item, what a heading."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.text_reader import MOST_HEADING, looks_like_heading, read_text


def plain(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in read_text("x", text, markdown=False).blocks]


def marked(text: str) -> list[tuple[str, int, str]]:
    return [(one.kind, one.level, one.text) for one in read_text("x", text, markdown=True).blocks]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Doors that open", True), ("3 doors that open", True), ("doors that open", False), ("Doors.", False),
        ("Doors;", False), ("Visit example.org", False), ("Doors #Open", False), ("@Doors", False),
        ("Is it safe?", False),
        ("What can you do?", True), ("\u201cDoors\u201d", True), ("\u2014", False), ("", False),
        ("D".ljust(MOST_HEADING, "x"), True), ("D".ljust(MOST_HEADING + 1, "x"), False),
    ],
)  # fmt: skip
def test_a_line_alone_is_a_heading_where_it_is_short_begins_large_and_does_not_end_like_a_sentence(
    line: str, heading: bool
) -> None:
    assert looks_like_heading(line) is heading


# ------------------------------------------------------------------ lines that a program broke


def row(letters: int) -> str:
    return ("we ask " * 30)[: letters - 1].rstrip().ljust(letters, "x")


@pytest.mark.parametrize(
    ("widths", "known"),
    [
        ((60, 60, 60), True), ((60, 60), False), ((60, 60, 40), True), ((60, 60, 39), False), ((50, 50, 50), True),
        ((49, 49, 49), False), ((100, 100, 100), True), ((101, 101, 101), False),
    ],
)  # fmt: skip
def test_three_lines_of_nearly_one_width_that_break_in_sentences_show_where_lines_break(
    widths: tuple[int, ...], known: bool
) -> None:
    rows = [f"{row(width)}\n{row(9)}." for width in widths]
    # The long line is among short ones and the next one begins large, so that only the width says that they are one.
    last = f"Short.\nW{row(max(widths) - 3)} A\nOhio is there."
    assert plain("\n\n".join([*rows, last]))[-1][1].startswith("W") is known


def test_a_line_goes_on_in_the_next_one_where_the_next_word_had_no_room() -> None:
    rows = "\n\n".join([f"{row(60)}\nand so on."] * 3)
    for first, one in ((56, True), (55, False)):
        found = plain(f"{rows}\n\nShort.\nW{row(first - 1)}\nOhio is there.")
        assert found[-1][1].startswith("W") is one


# ------------------------------------------------------------------ plain text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Part one ..... 3\n- Ask a cook\n  and listen\n- Ask two", [
            ("contents", "Part one ..... 3"), ("item", "Ask a cook and listen"), ("item", "Ask two"),
        ]),
        ("- Ask a cook\nand listen.", [("item", "Ask a cook"), ("paragraph", "and listen.")]),
        ("Words first.\n  and more.", [("paragraph", "Words first. and more.")]),
        ("Doors\n\nthat open", [("paragraph", "Doors that open")]),
        ("Doors.\n\nthat open", [("paragraph", "Doors."), ("paragraph", "that open")]),
        ("- Doors\n\nthat open", [("item", "Doors"), ("paragraph", "that open")]),
        ("Doors\n\nexample.org/a", [("heading", "Doors"), ("paragraph", "example.org/a")]),
        ("Ask a cook.\n#Open #Doors", [("paragraph", "Ask a cook. #Open #Doors")]),
        ("#Open #Doors\n#More", [("paragraph", "#Open #Doors"), ("paragraph", "#More")]),
        ("Ask a cook.\nListen.", [("paragraph", "Ask a cook."), ("paragraph", "Listen.")]),
        ("Back to top\nDoors open\nand shut.", [("heading", "Back to top"), ("paragraph", "Doors open and shut.")]),
        ("Doors that open\nBack to top", [("heading", "Doors that open"), ("heading", "Back to top")]),
        ("Ask a cook.\nFacebook: Ask two.\nand three.", [
            ("paragraph", "Ask a cook."), ("paragraph", "Facebook: Ask two. and three."),
        ]),
        ("\u2605 Doors\n\u2605 Gates", [("item", "Doors"), ("item", "Gates")]),
        ("\u2605 Doors\n\u2602 Gates", [("heading", "\u2605 Doors"), ("heading", "\u2602 Gates")]),
    ],
)  # fmt: skip
def test_lines_of_plain_text_are_items_headings_or_go_on(text: str, found: list[tuple[str, str]]) -> None:
    assert [(kind, words) for kind, words in plain(text)] == found


@pytest.mark.parametrize(("letters", "one"), [(45, True), (44, False)])
def test_lines_of_45_letters_are_wrapped_and_shorter_ones_stand_alone(letters: int, one: bool) -> None:
    text = f"W{row(letters - 1)}\nOhio is near and far from here, as they all say.\nEnd."
    assert (len(plain(text)) == 1) is one
    other = f"Ohio is near and far from here, as they all say.\nW{row(letters - 1)}\nEnd."
    assert (len(plain(other)) == 1) is one


def test_an_item_of_plain_text_is_deep_where_it_is_not_at_the_edge_and_keeps_the_links_of_its_lines() -> None:
    first, second = read_text("x", "- One\n - [Two](https://a.org)\n  [three](https://b.org)", markdown=False).blocks
    assert (first.level, second.level, second.text) == (0, 1, "Two three")
    assert [link.target for link in second.links] == ["https://a.org", "https://b.org"]


# ------------------------------------------------------------------ Markdown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doors\n=====", [("heading", 1, "Doors")]),
        ("Doors\n-----", [("heading", 2, "Doors")]),
        ("### Doors ###", [("heading", 3, "Doors")]),
        ("**Doors**", [("heading", 7, "Doors")]),
        ("**Doors:**", [("paragraph", 0, "Doors:")]),
        ("**What can you do?**", [("heading", 7, "What can you do?")]),
        ("Words\n**Doors**", [("paragraph", 0, "Words Doors")]),
        ("- a\n  - b\n    - c\n\t- d", [("item", 0, "a"), ("item", 1, "b"), ("item", 2, "c"), ("item", 2, "d")]),
        (f"- a\n{' ' * 20}- b", [("item", 0, "a"), ("item", 5, "b")]),
        ("- a\n- b\n- c\n  more\n- d", [("item", 0, "a"), ("item", 0, "b"), ("item", 0, "c more"), ("item", 0, "d")]),
        ("- a\nmore", [("item", 0, "a"), ("paragraph", 0, "more")]),
        ("Words\n> quoted\n> more\nagain", [("paragraph", 0, "Words quoted more again")]),
        ("Words.\n> Quoted\n> more.\nAgain", [
            ("paragraph", 0, "Words."), ("paragraph", 0, "Quoted more."), ("paragraph", 0, "Again"),
        ]),
        ("> One.\n>\n> Two.", [("paragraph", 0, "One."), ("paragraph", 0, "Two.")]),
        ("| a | b |\n|---|---|\n| c<br>d | e |", [("row", 0, "a b"), ("row", 0, "c d e")]),
        ("```\n# Doors\n```\n# Gates", [("paragraph", 0, "# Doors"), ("heading", 1, "Gates")]),
        ("```\nDoors\n~~~\nGates\n```\n# End", [
            ("paragraph", 0, "Doors"), ("paragraph", 0, "~~~"), ("paragraph", 0, "Gates"), ("heading", 1, "End"),
        ]),
        ("<!-- gone -->Doors<!-- gone", [("paragraph", 0, "Doors<!-- gone")]),
        ("Doors --> Gates", [("paragraph", 0, "Doors --> Gates")]),
    ],
)  # fmt: skip
def test_lines_of_markdown_are_what_their_marks_say(text: str, found: list[tuple[str, int, str]]) -> None:
    assert marked(text) == found


def test_an_item_of_markdown_keeps_the_links_of_its_lines() -> None:
    (item,) = read_text("x", "- [Two](https://a.org)\n  [three](https://b.org) [here](#a)", markdown=True).blocks
    assert [(link.text, link.target) for link in item.links] == [
        ("Two", "https://a.org"), ("three", "https://b.org"), ("here", ""),
    ]  # fmt: skip

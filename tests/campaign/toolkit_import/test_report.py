"""What an import says of a document: the numbers, what there is instead of posts, and each line in its list."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.report import found_instead, refuse_without_posts, report_text, summary
from htpm_studio.campaign.toolkit_import.results import (
    OF_PAGE,
    Certainty,
    Kind,
    MissingPart,
    RecognizedToolkit,
    ToolkitItem,
)
from htpm_studio.errors import InputError


def item(kind: Kind, text: str = "Words", week: int = 0, certainty: Certainty = "sure", **more: object) -> ToolkitItem:
    use = kind not in ("other", "aside", "heading")
    return ToolkitItem(1, kind, text, week, certainty=certainty, use=use, line=3, **more)  # type: ignore[arg-type]


def toolkit(*items: ToolkitItem) -> RecognizedToolkit:
    return RecognizedToolkit("a.md", 2028, items)


def test_the_summary_counts_weeks_with_posts_and_what_is_used() -> None:
    unused = ToolkitItem(1, "post", "Words", 3, use=False)
    assert summary(toolkit()) == "Found in a.md for 2028: 0 weeks."
    assert summary(toolkit(item("post", week=1), item("action", week=2), unused)) == (
        "Found in a.md for 2028: 1 week, 1 action, 1 post."
    )
    two = (item("post", week=1), item("post", week=2), item("goal"), item("goal"), item("theme"))
    assert summary(toolkit(*two)) == "Found in a.md for 2028: 2 weeks, 2 goals, 2 posts."


def test_a_document_without_posts_is_refused_with_what_is_in_it() -> None:
    refuse_without_posts(toolkit(item("post", week=1)))
    with pytest.raises(InputError) as refused:
        refuse_without_posts(toolkit(item("action", week=1)))
    assert str(refused.value.hint).endswith("Found: actions: 1.")


def test_what_is_there_instead_of_posts_is_counted_and_named() -> None:
    lines = [item("heading", f"Head {at}") for at in range(6)]
    rows = (item("week"), item("action"), item("resource"), item("other"), item("aside"), item("passage"), *lines)
    heads = ", ".join(f'"Head {at}"' for at in range(5))
    assert str(found_instead(toolkit(*rows))) == (
        f"weeks: 1; actions: 1; resources: 1; other lines: 3; headings: {heads}."
    )
    assert str(found_instead(toolkit(item("goal")))) == str(found_instead(toolkit())) == "no text."
    page = [item("aside", f"Menu {at}", reason=OF_PAGE) for at in range(6)]
    menu = ", ".join(f'"Menu {at}"' for at in range(5))
    assert str(found_instead(toolkit(*page))) == (
        f"6 lines of the menus and notices of a web page, such as {menu}, and none of a toolkit."
    )
    assert str(found_instead(toolkit(*page, item("week")))) == "weeks: 1; other lines: 6."


def test_each_line_is_in_the_list_of_what_became_of_it() -> None:
    found = toolkit(
        item("post", "Sure", 2, platforms=("X",), files=("a.png",)), item("heading", "Heading"),
        item("action", "Likely", 2, "likely", reason="Why."), item("aside", "Aside", 0, "likely"),
        item("other", "Other", 0, "unsure", reason="No."),
    )  # fmt: skip
    sections = {part.partition(": ")[0]: part.splitlines()[1:] for part in report_text(found, ["Note."]).split("\n\n")}
    assert list(sections.items())[1:] == [
        ("To review", ['- line 3: No. "Other"']),
        ("What was changed, and what comes from the built-in campaign", ["- Note."]),
        ("Likely, but not certain", ['- line 3, week 2, action: Why. "Likely"']),
        ("Read and not needed in a kit", ['- line 3, aside: "Aside"']),
        ("Headings, labels and heads of tables", ['- line 3, heading: "Heading"']),
        ("In its place, for certain", ['- line 3, week 2, post: "Sure" (X, a.png)']),
    ]


def test_an_item_belongs_to_the_page_by_its_reason_and_has_one_day_or_none() -> None:
    assert item("aside", reason=OF_PAGE).of_page
    assert not item("aside").of_page
    assert not item("other", reason=OF_PAGE).of_page
    assert [item("post", dates=dates).day for dates in (((1, 5), (1, 5)), ((1, 5), (1, 6)), None)] == [5, None, None]
    assert ToolkitItem(1, "post", "a", page=2, line=3).place == "page 2"


def test_findings_give_what_is_used_of_a_kind_and_of_a_week() -> None:
    rows = (
        item("post", "A", 1),
        item("post", "B", 2),
        item("action", "C", 3),
        ToolkitItem(1, "post", "D", 4, use=False),
    )
    found = toolkit(*rows, item("goal", "E", 5))
    assert [one.text for one in found.of("post")] == ["A", "B"]
    assert [one.text for one in found.of("post", 2)] == ["B"]
    assert found.weeks == (1, 2, 3)
    assert [MissingPart("week", 3).id, MissingPart("day").id] == ["week-3", "day"]

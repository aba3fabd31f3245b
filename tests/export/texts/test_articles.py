"""What the web page and the newsletter of a week name of its resources and actions, in which order, and how many."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from htpm_studio.campaign.model import Action, LinkStatus, Resource
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.texts.articles import newsletter_blocks, web_blocks
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit_with(resources: tuple[Resource, ...] = (), actions: tuple[Action, ...] = ()) -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    return replace(kit, week=replace(kit.week, resources=resources, actions=actions))


def to_read(name: str, url: str = "", search: str = "", about: str = "") -> Resource:
    status: LinkStatus = "verified" if url else "unknown"
    return Resource(name, f"Title of {name}", "brief", "learn", status, about, url=url, search=search)


def read_next(kit: Kit) -> list[str]:
    """The things to read on the web page, by name."""
    fields = [field for block in web_blocks(kit) for field in block.fields]
    return [field.removeprefix("learn.") for field in fields if field.startswith("learn.")]


def said(kit: Kit, field: str) -> str:
    """The words of one paragraph of the web page."""
    block = next(block for block in web_blocks(kit) if field in block.fields)
    return "".join(span.text for span in block.spans)


def test_what_has_an_address_or_can_be_searched_for_is_named_and_what_has_neither_is_not() -> None:
    kit = kit_with((to_read("lost"), to_read("searched", search="acf.gov"), to_read("linked", "https://example.org")))
    assert read_next(kit) == ["linked", "searched"]


def test_at_most_three_things_to_read_are_named_and_those_with_an_address_first() -> None:
    searched = tuple(to_read(f"searched-{at}", search="acf.gov") for at in range(3))
    linked = tuple(to_read(f"linked-{at}", f"https://example.org/{at}") for at in range(2))
    assert read_next(kit_with((*searched, *linked))) == ["linked-0", "linked-1", "searched-0"]
    assert [block for block in web_blocks(kit_with()) if "learn" in block.fields] == []


def test_what_an_action_leads_to_is_not_named_again_among_the_things_to_read() -> None:
    resources = (to_read("one", "https://example.org/1"), to_read("two", "https://example.org/2"))
    action = Action("sign", "Sign", "Sign it.", resources=("one",))
    assert read_next(kit_with(resources, (action,))) == ["two"]


def test_what_something_is_about_and_where_to_search_for_it_are_sentences_of_their_own() -> None:
    about = "A guide for cooks."
    found = (to_read("a", "https://a.org"), to_read("b", "https://b.org", about=about), to_read("c", search="acf.gov"))
    kit = kit_with(found)
    assert said(kit, "learn.a") == "Title of a"
    assert said(kit, "learn.b") == f"Title of b. {about}"
    assert said(kit, "learn.c").startswith("Title of c. ")
    assert said(kit, "learn.c").endswith("acf.gov.")
    both = said(kit_with((to_read("c", search="acf.gov", about=about),)), "learn.c")
    assert both.startswith(f"Title of c. {about} ")


def test_at_most_three_actions_are_named_on_page_and_mail() -> None:
    kit = kit_with(actions=tuple(Action(f"act-{at}", f"Act {at}", f"Do it {at} times.") for at in range(5)))
    for blocks in (web_blocks(kit), newsletter_blocks(kit)):
        fields = [field for block in blocks for field in block.fields]
        assert [field for field in fields if field.startswith("actions.")] == [f"actions.act-{at}" for at in range(3)]


def test_an_action_that_begins_with_its_own_name_does_not_say_it_twice() -> None:
    kit = kit_with(actions=(Action("a", "Ask a cook.", "Ask a cook today."), Action("b", "Listen", "Then wait.")))
    assert said(kit, "actions.a") == "Ask a cook today."
    assert said(kit, "actions.b") == "Listen. Then wait."


def test_each_week_of_the_month_is_a_row_with_strong_dates_and_that_of_this_week_is_told_apart() -> None:
    kit = kit_with()
    rows = [block for block in web_blocks(kit) if block.kind in ("week", "this-week")]
    assert [row.kind for row in rows] == ["week", "this-week", *["week"] * (len(kit.schedule.weeks) - 2)]
    assert {tuple(span.strong for span in row.spans) for row in rows} == {(True, False)}
    assert rows[1].spans[1].text == kit.campaign.announced_week(2).title
    assert rows[1].fields == ("weeks.2",)


def test_the_number_of_the_page_is_strong_and_its_source_follows_with_who_counted() -> None:
    kit = kit_with()
    one = (*kit.week.statistics, *kit.campaign.month.statistics)[0]
    blocks = web_blocks(kit)
    at = next(at for at, block in enumerate(blocks) if block.kind == "number")
    assert [(span.text, span.strong) for span in blocks[at].spans] == [
        (one.number, True), (f" {one.unit} {one.text}", False),
    ]  # fmt: skip
    assert blocks[at + 1].kind == "source"
    assert blocks[at + 1].text == f"{kit.campaign.words.source}: {one.source}. {one.note}".rstrip()


def test_the_mark_that_ends_an_action_is_set_as_its_words_are() -> None:
    kit = kit_with(actions=(Action("a", "Ask a cook", "Ask a cook."), Action("b", "Why wait", "Why wait? Ask today.")))
    spans = {block.fields[0]: block.spans for block in web_blocks(kit) if block.fields}
    assert [(span.text, span.strong) for span in spans["actions.a"]] == [("Ask a cook.", True)]
    assert [(span.text, span.strong) for span in spans["actions.b"]] == [("Why wait?", True), (" Ask today.", False)]

"""One week of a toolkit as a week of a kit: which of ours it is like, and what of its own words it keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Action, Resource, Week
from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.make_week import (
    day_names,
    kind_of,
    make_actions,
    make_resources,
    make_week,
    needed_resources,
    short_action,
    topic_of,
    week_like,
    with_linked,
)
from htpm_studio.campaign.toolkit_import.results import Kind, RecognizedToolkit, ToolkitItem
from tests.helpers.bundled import bundled_campaign


def item(kind: Kind, text: str = "", week: int = 2, **more: str) -> ToolkitItem:
    return ToolkitItem(1, kind, text, week, head=more.get("head", ""), group=more.get("group", ""))


def toolkit(*items: ToolkitItem) -> RecognizedToolkit:
    return RecognizedToolkit("toolkit.md", 2028, items)


def passage(text: str, head: str = "", group: str = "") -> ToolkitItem:
    return item("passage", text, head=head, group=group)


def topics(*weeks: tuple[str, str, str]) -> tuple[Week, ...]:
    ours = bundled_campaign().weeks
    return tuple(
        replace(one, title=title, connect=connect, strengthen=strengthen)
        for one, (title, connect, strengthen) in zip(ours, weeks, strict=False)
    )


def test_the_longest_of_what_a_toolkit_says_of_a_topic_counts() -> None:
    said = [item("week", head=head, group="connect") for head in ("Farms", "Farms and kitchens", "Work")]
    other = item("week", head="A longer one, of another topic", group="strengthen")
    assert topic_of(toolkit(*said, other), 2, "connect") == "Farms and kitchens"
    assert topic_of(toolkit(*said), 3, "connect") == topic_of(toolkit(), 2, "connect") == ""


OURS = topics(("Basics", "", ""), ("Farms", "Seasonal farm work", "Safe housing"), ("Care", "Night care staff", ""))


def like(head: str, group: str = "connect", week: int = 2) -> int:
    found = week_like(toolkit(item("week", head=head, group=group, week=week)), week, OURS)
    return found.number if found else 0


def test_a_week_is_like_that_of_ours_with_half_of_the_words_of_its_topic_in_common() -> None:
    assert like("Seasonal farm work") == 2
    assert like("Care staff at night") == 3
    assert like("Seasonal farm") == 2
    assert like("Seasonal bakery") == 0  # one of four words
    assert like("Safe housing", "strengthen") == 0
    assert like("Seasonal farm work, safe housing", "") == 2


def test_the_first_week_is_ours_where_it_introduces_the_month_or_is_the_only_one_without_a_topic() -> None:
    for head in ("Introduction", "The Basics", "Kick-off", "How it begins", "What is trafficking"):
        assert (like(head, "", 1), like(head, "", 2)) == (1, 0)
    other = item("week", head="Farms", week=2)
    first = week_like(toolkit(item("week", week=1), other), 1, OURS)
    assert first is OURS[0]
    assert week_like(toolkit(item("week", week=1), item("week", week=2)), 1, OURS) is None
    assert week_like(toolkit(item("week", week=2), item("week", head="Farms", week=3)), 2, OURS) is None


def test_the_short_form_of_an_action_is_its_first_sentence_where_that_is_short() -> None:
    assert short_action("Ask #who picks. Then act.") == "Ask who picks"
    assert short_action("x" * 56) == "x" * 56
    assert short_action("x" * 57, "Ours") == "Ours"
    assert short_action("x" * 91) == "x" * 91


def test_the_day_of_the_month_is_named_by_its_name_or_its_date() -> None:
    names = day_names(bundled_campaign())
    assert names is not None
    for text in ("Wear blue on January 11", "#WearBlueDay", "wear blue"):
        assert names.search(text), text
    for text in ("January 11-17", "January 11 \u2013 17", "January 112", "January 12"):
        assert not names.search(text), text
    campaign = bundled_campaign()
    no_day = replace(campaign.info, observance=replace(campaign.observance, day=0))
    assert day_names(replace(campaign, info=no_day)) is None
    assert day_names(replace(campaign, month=replace(campaign.month, events=()))) is None


def made_actions(*texts: str, ours: Iterable[Action] = (), taken: Iterable[str] = ()) -> list[tuple[str, str]]:
    items = [ToolkitItem(1, "action", text, 2) for text in texts]
    week = replace(OURS[1], actions=tuple(ours))
    found = make_actions(items, week, bundled_campaign(), (), 2028, set(taken))
    return [(one.id, one.short) for one in found]


def test_an_action_that_shares_a_fifth_of_its_words_with_ours_has_its_id_once() -> None:
    ours = Action("ours", "Our short form", "Teach staff about signs", ())
    long = "Teach every single member of the staff about the signs that they may see at work"
    assert made_actions(long, ours=[ours]) == [("ours", "Our short form")]
    assert made_actions("Plant trees beside the river", ours=[ours])[0][0] != "ours"
    first, second = made_actions(long, long, ours=[ours])
    assert first[0] == "ours"
    assert second[0] != "ours"
    assert made_actions(long, ours=[ours], taken=["ours"])[0][0] != "ours"


def test_an_action_knows_the_resources_that_it_links_its_year_and_its_day() -> None:
    known = Resource("guide", "Guide to Farms", "guidance", "learn", "likely", "", "", "https://example.org")
    link, other = DocumentLink("Guide to Farms", "https://example.org/x"), DocumentLink("Another", "https://a.org")
    text = "Wear blue on January 11 in the year 2028"
    (made,) = make_actions(
        [ToolkitItem(1, "action", text, 2, links=(link, other))], None, bundled_campaign(), [known], 2028, set()
    )
    assert (made.resources, made.only_year, made.only_day) == (("guide",), 2028, 11)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Fact Sheets", "fact sheet"), ("Training: A Guide", "training"), ("A Long Training: Guide", "training"),
        ("A Guide", "guidance"), ("Guidebook", "website"), ("Night Care: Facts", "website"), ("", "website"),
        ("SOAR Online for All", "training"), ("x" * 59 + ": Guide", "guidance"), ("Report: x", "report"),
    ],
)  # fmt: skip
def test_a_title_says_what_sort_of_thing_it_is(title: str, kind: str) -> None:
    assert kind_of(title) == kind


OUR_GUIDE = Resource(
    "guide", "Guide to Farms", "toolkit", "learn", "verified", "Our words", "ACF", "https://example.org/a"
)


def made_resource(target: str, about: str = "", title: str = "Guide to farms", group: str = "learn") -> Resource:
    row = ToolkitItem(1, "resource", title, 2, group=group, links=(DocumentLink(title, target),), about=about)
    (made,) = make_resources([row], replace(OURS[1], resources=(OUR_GUIDE,)), set())
    return made


def test_a_resource_that_we_know_by_title_and_address_keeps_what_we_know_of_it() -> None:
    assert made_resource("https://example.org/a") == replace(OUR_GUIDE, title="Guide to farms")
    assert made_resource("") == replace(OUR_GUIDE, title="Guide to farms")
    assert made_resource("", "Their words", group="act") == replace(
        OUR_GUIDE, title="Guide to farms", about="Their words", group="act"
    )
    other = made_resource("https://example.org/b", "Their words")
    assert (other.id, other.kind, other.url, other.status) == ("guide", "guidance", "https://example.org/b", "likely")
    unknown = made_resource("", title="Another Guide")
    assert (unknown.id, unknown.url, unknown.status) == ("another-guide", "", "unknown")


def test_what_a_resource_is_about_has_240_letters_or_its_first_sentence() -> None:
    assert made_resource("https://example.org/b", "x" * 240).about == "x" * 240
    assert made_resource("https://example.org/b", "Short. X" + "x" * 233).about == "Short."


def test_a_resource_whose_id_is_taken_gets_another() -> None:
    taken = {"guide"}
    row = ToolkitItem(1, "resource", "Guide to Farms", 2)
    (made,) = make_resources([row], replace(OURS[1], resources=(OUR_GUIDE,)), taken)
    assert (made.id, taken) == ("guide-to-farms", {"guide", "guide-to-farms"})


def test_addresses_of_ours_on_a_slide_that_is_taken_over_bring_their_resources_once() -> None:
    week = bundled_campaign().week(2)
    bare = replace(week, resources=(), handouts=(), posts=(), decks=())
    slide = replace(week.decks[0].slides[0], fields={"items": ("a", "example.org/a")})
    shown = replace(bare, decks=(replace(week.decks[0], slides=(slide,)),))
    other = replace(OUR_GUIDE, id="other", url="https://example.org/b")
    weeks = (replace(week, resources=(OUR_GUIDE, other)), replace(week, resources=(OUR_GUIDE,)))
    ours = replace(bundled_campaign(), weeks=weeks)
    addresses, taken = set[str](), {"guide"}
    (found,) = needed_resources(shown, ours, addresses, taken)
    assert (found.id, found.url) == ("guide-to-farms", "https://example.org/a")
    assert addresses == {"example.org/a"}
    assert needed_resources(shown, ours, addresses, taken) == ()
    assert needed_resources(replace(shown, resources=(OUR_GUIDE,)), ours, set(), set()) == ()
    assert needed_resources(bare, ours, set(), set()) == ()


def test_of_several_actions_of_ours_it_is_the_one_with_the_most_words_in_common() -> None:
    some = Action("some", "Some", "Teach staff about signs of debt", ())
    most = Action("most", "Most", "Teach staff about signs at work", ())
    for ours in ([some, most], [most, some]):
        assert made_actions("Teach the staff about the signs that they see at work", ours=ours)[0][0] == "most"


# ------------------------------------------------------------------ a whole week


def whole_week(*items: ToolkitItem, like: Week | None = None, number: int = 2) -> Week:
    return make_week(toolkit(*items), number, like, bundled_campaign(), (), set())


@pytest.mark.parametrize(
    ("heads", "known", "title"),
    [
        ((("Doors", ""), ("Gates", ""), ("Farms", "connect")), False, "Gates"),
        ((("Farms", "connect"), ("Care", "strengthen")), False, "Farms"),
        ((("x" * 61, "connect"), ("Care", "strengthen")), False, "Care"),
        ((), False, "Week 2"),
        ((("Farms", "connect"),), True, "Ours"),
        ((("Gates", ""), ("Farms", "connect")), True, "Gates"),
    ],
)
def test_a_week_has_its_last_title_that_of_ours_its_topics_or_its_number(
    heads: tuple[tuple[str, str], ...], known: bool, title: str
) -> None:
    like = replace(OURS[1], title="Ours", short="Short") if known else None
    made = whole_week(*(item("week", head=head, group=group) for head, group in heads), like=like)
    assert made.title == title
    assert made.short == ("Short" if title == "Ours" else title)


def test_a_week_without_passages_is_about_its_topic_its_first_post_or_its_title() -> None:
    head, topic = item("week", head="Gates"), item("week", head="Farms", group="connect")
    post = item("post", "Workers on farms are often far from any help. Ask them how they are. #Open")
    assert whole_week(head, topic, post).idea == "Farms"
    assert whole_week(head, post).idea == "Workers on farms are often far from any help. Ask them how they are."
    assert whole_week(head).idea == "Gates"
    assert whole_week(head, passage("One. More.", "First"), like=OURS[1]).idea == OURS[1].idea
    assert whole_week(passage("Farms are far.", group="idea"), like=OURS[1]).idea == "Farms are far."
    assert len(whole_week(passage("x" * 3_901, group="idea")).idea) == 3_900
    assert len(whole_week(item("action", "x" * 3_901)).actions[0].text) == 3_900


def test_a_week_is_like_ours_only_by_half_of_the_words_and_an_empty_first_week_only_among_others() -> None:
    one = topics(("", "Seasonal farm work", ""))
    half = item("week", head="Seasonal farm jobs", group="connect")
    assert week_like(toolkit(half), 2, one) is one[0], "two of four words are half"
    less = item("week", head="Seasonal farm jobs, dairy", group="connect")
    assert week_like(toolkit(less), 2, one) is None
    head = item("week", head="Basics", group="connect", week=1)
    assert week_like(toolkit(head), 1, OURS) is OURS[0]
    mixed = [item("week", week=1), item("week", head="Farms", week=2), item("week", week=3)]
    assert week_like(toolkit(*mixed), 1, OURS) is OURS[0]


def test_an_action_is_short_in_56_letters_and_else_in_its_first_whole_words() -> None:
    assert short_action(f"{'x' * 55}.") == "x" * 55
    assert short_action(f"{'x' * 56}.", "Ours") == "Ours"
    assert short_action(f"{'x' * 56}. Then act.") == "x" * 56


def test_a_colon_far_inside_a_title_names_no_sort_of_thing() -> None:
    assert kind_of(f"Report {'x' * 52}: Guide") == "report"
    assert kind_of(f"Toolkit: {'x' * 60} guide") == "toolkit"


def test_a_week_of_ours_brings_the_resources_of_our_month_that_its_actions_link() -> None:
    base = bundled_campaign()
    month = replace(base.month, resources=(OUR_GUIDE, replace(OUR_GUIDE, id="shared"), replace(OUR_GUIDE, id="no")))
    action = Action("a", "Ask", "Ask.", ("guide", "shared", "own"))
    own = replace(OUR_GUIDE, id="own")
    week = replace(OURS[1], actions=(action,), resources=(own,))
    taken = {"guide"}
    made = with_linked(week, [replace(OUR_GUIDE, id="shared")], replace(base, month=month), taken)
    assert [one.id for one in made.resources] == ["own", "guide-to-farms"]
    assert made.actions[0].resources == ("guide-to-farms", "shared", "own")
    assert taken == {"guide", "guide-to-farms"}

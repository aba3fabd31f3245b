"""What the web page and the newsletter of a week name of its resources and actions, in which order, and how many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from htpm_studio.campaign.dates import awareness_day
from htpm_studio.campaign.model import Action, LinkStatus, Resource
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.articles import newsletter_blocks, newsletter_of, proclamation_blocks, web_blocks
from htpm_studio.project.model import Brand, Official, Project
from htpm_studio.scene.writing import Paragraph
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


def test_at_most_three_things_to_read_are_named_and_none_without_an_address() -> None:
    kit = kit_with((to_read("lost"), to_read("searched", search="acf.gov"), to_read("linked", "https://example.org")))
    assert read_next(kit) == ["linked"]
    linked = tuple(to_read(f"linked-{at}", f"https://example.org/{at}") for at in range(4))
    assert read_next(kit_with(linked)) == ["linked-0", "linked-1", "linked-2"]
    assert [block for block in web_blocks(kit_with()) if "learn" in block.fields] == []


def test_what_an_action_leads_to_is_not_named_again_among_the_things_to_read() -> None:
    resources = (to_read("one", "https://example.org/1"), to_read("two", "https://example.org/2"))
    action = Action("sign", "Sign", "Sign it.", resources=("one",))
    assert read_next(kit_with(resources, (action,))) == ["two"]


def test_at_most_three_actions_are_named_on_page_and_mail() -> None:
    kit = kit_with(actions=tuple(Action(f"act-{at}", f"Act {at}", f"Do it {at} times.") for at in range(5)))
    for blocks in (web_blocks(kit), newsletter_blocks(kit)):
        fields = [field for block in blocks for field in block.fields]
        assert [field for field in fields if field.startswith("actions.")] == [f"actions.act-{at}" for at in range(3)]


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


# ------------------------------------------------------------------ days that are over, ways to help, what is missing


def in_week(number: int) -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), number, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def of_month(kit: Kit, **more: Any) -> Kit:
    return replace(kit, campaign=replace(kit.campaign, month=replace(kit.campaign.month, **more)))


def words_of(blocks: Iterable[Paragraph]) -> dict[str, str]:
    """The words of each block that can be changed, by its first field."""
    return {block.fields[0]: block.text for block in blocks if block.fields}


def test_nobody_is_invited_to_a_day_that_is_over_in_the_week_of_the_kit() -> None:
    web = in_week(2).campaign.month.web
    day = awareness_day(in_week(2).schedule)
    for number in range(1, 6):
        kit = in_week(number)
        kit = of_month(kit, web=replace(web, paragraphs=("Come on {day_date}.", "Any time.")))
        over = day < kit.dates.first
        shown = {name for name in words_of(web_blocks(kit)) if name.startswith("paragraphs.")}
        assert shown == ({"paragraphs.1"} if over else {"paragraphs.0", "paragraphs.1"}), number
    assert {day < in_week(number).dates.first for number in range(1, 6)} == {True, False}


def test_an_action_of_a_day_that_is_over_is_not_asked_for() -> None:
    late = Action("late", "Late", "Do it late.", only_day=30)
    early = Action("early", "Early", "Do it early.", only_day=2)
    shown = words_of(web_blocks(kit_with(actions=(early, late, Action("any", "Any", "Any day.")))))
    assert [name for name in shown if name.startswith("actions.")] == ["actions.late", "actions.any"]
    first = kit_with(actions=(replace(early, only_day=kit_with().dates.first.day),))
    assert "actions.early" in words_of(web_blocks(first)), "the week begins with it"
    assert "actions" not in words_of(web_blocks(kit_with(actions=(early,))))


def test_the_newsletter_of_a_week_has_its_own_opening_and_that_of_the_month_stands_in() -> None:
    kit = in_week(2)
    assert kit.week.letter is not None
    letter = replace(kit.week.letter, head="Ours", paragraphs=("One.",))
    month = replace(kit.campaign.month.newsletter, head="Theirs", paragraphs=("A.", "Come on {day_date}.", "C."))
    own = of_month(replace(kit, week=replace(kit.week, letter=letter)), newsletter=month)
    assert newsletter_of(own).head == "Ours"
    mail = words_of(newsletter_blocks(own))
    assert (mail["head"], mail["paragraphs.0"]) == ("Ours", "One.")
    assert "paragraphs.1" in mail, "the day of the month is there in any case"
    assert "paragraphs.2" not in mail
    edits = own.project.edits.changed("w2/copy/newsletter", "paragraphs.2", "Mine.")
    assert "paragraphs.2" in words_of(newsletter_blocks(replace(own, project=replace(own.project, edits=edits))))
    bare = replace(own, week=replace(own.week, letter=None))
    assert newsletter_of(bare).head == "Theirs"
    assert words_of(newsletter_blocks(bare))["paragraphs.2"] == "C."


def test_an_action_leads_to_one_link_which_no_other_has_and_says_its_language() -> None:
    english = f"A guide ({bundled_campaign('es').words.copy.in_english})."
    found = (to_read("a", "https://a.org", about=english), to_read("b", search="b.gov"), to_read("c", "https://c.org"))
    again = Action("again", "Again", "Act again.", resources=("a", "b", "c"))
    kit = kit_with(found, (Action("act", "Act", "Act today.", resources=("b", "a", "c")), again))
    spans = next(block.spans for block in web_blocks(kit) if "actions.act" in block.fields)
    assert [(span.text, span.url) for span in spans if span.url] == [("Title of a", "https://a.org")]
    assert "".join(span.text for span in spans) == "Act today. See: Title of a."
    assert said(kit, "actions.again") == "Again. Act again. See: Title of c."
    copy = replace(kit.campaign.words.copy, in_english="in English")
    marked = replace(kit, campaign=replace(kit.campaign, words=replace(kit.campaign.words, copy=copy)))
    about = replace(found[0], about="A guide (in English).")
    marked = replace(marked, week=replace(marked.week, resources=(about,)))
    assert said(marked, "actions.act").endswith("Title of a (in English).")
    declared = replace(found[0], about="A guide.", in_english=True)
    marked = replace(marked, week=replace(marked.week, resources=(declared,)))
    assert said(marked, "actions.act").endswith("Title of a (in English).")
    plain = replace(marked, week=replace(marked.week, resources=(found[0],)))
    assert said(plain, "actions.act").endswith("Title of a.")


def test_the_end_names_every_way_to_the_hotline_and_who_is_near() -> None:
    kit = in_week(2)

    def end(local: str = "", contact: str = "", **hotline: str) -> list[Paragraph]:
        info = replace(kit.campaign.info, hotline=replace(kit.campaign.hotline, **hotline))  # type: ignore[arg-type]
        brand = replace(kit.project.brand, local_number=local, contact=contact)
        made = replace(kit, campaign=replace(kit.campaign, info=info), project=replace(kit.project, brand=brand))
        return [block for block in web_blocks(made) if block.kind in ("way", "call", "note")]

    assert [block.kind for block in end()] == ["way", "way", "way", "call", "note", "note"]
    assert [block.kind for block in end(text_number="", web="")] == ["way", "call", "note", "note"]
    call, sender, _ = end(text_number="", web="", local="555-0100", contact="a.org")[1:]
    assert "555-0100" in call.text
    assert sender.text == "Riverbend Coalition · a.org"
    assert [span.url for span in call.spans if span.url] == [kit.campaign.hotline.dialed]
    usual = end()[3]
    assert "555-0100" not in usual.text
    assert not usual.text.endswith("  ")


def test_a_proclamation_has_blanks_for_what_is_not_known_and_names_for_what_is() -> None:
    kit = in_week(2)

    def kinds(**official: str) -> list[str]:
        made = replace(kit, project=replace(kit.project, official=Official(**official)))
        blocks = list(proclamation_blocks(made))
        assert blocks[0].kind == "title"
        lead = next(block for block in blocks if block.kind == "lead")
        return [lead.text if not any(span.blank for span in lead.spans) else "", *(
            block.text for block in blocks if block.kind == "sign"
        )]  # fmt: skip

    words = kit.campaign.words.copy
    assert kinds() == ["", words.day, words.signature, words.name]
    place, day, name = kinds(name="Ana Ruiz", office="Mayor", jurisdiction="Riverbend")
    assert "Riverbend" in place
    assert (day, "Ana Ruiz" in name) == (words.day, True)
    clauses = [block.spans for block in proclamation_blocks(kit) if block.kind == "clause"]
    assert clauses[0][0].strong
    assert clauses[0][0].text == "WHEREAS,"
    witness = len([one for one in proclamation_blocks(kit) if "witness" in one.fields])
    form = replace(kit.campaign.month.proclamation, witness="")
    assert witness == 1
    assert not [one for one in proclamation_blocks(of_month(kit, proclamation=form)) if "witness" in one.fields]

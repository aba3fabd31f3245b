"""The month of a toolkit: what it says itself, and neutral words where it says nothing."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.campaign.model import Article, Month, Observance, PrintedWeeks
from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.make_month import (
    _article,
    _filled_in,
    _often,
    _printed,
    _proclamation,
    _theme,
    _told_more,
    make_info,
    make_month,
)
from htpm_studio.campaign.toolkit_import.purpose import BUILT_IN, Setting
from htpm_studio.campaign.toolkit_import.results import Day, Kind, MissingPart, PartName, RecognizedToolkit, ToolkitItem
from tests.helpers.bundled import bundled_campaign

OURS = bundled_campaign()


def item(
    kind: Kind, text: str = "", week: int = 0, group: str = "", *, dates: tuple[Day, Day] | None = None
) -> ToolkitItem:
    return ToolkitItem(1, kind, text, week, group=group, dates=dates)


def toolkit(*items: ToolkitItem) -> RecognizedToolkit:
    return RecognizedToolkit("toolkit.md", 2028, items)


def hashtags(*texts: str, posts: tuple[str, ...] = (), first: str = "") -> tuple[str, tuple[str, ...]]:
    said = [item("hashtag", text, group="first" if text == first else "") for text in texts]
    neutral = replace(OURS.info, primary_hashtag="OfTheMonth", secondary_hashtags=())
    made = make_info(toolkit(*said, *(item("post", text, 2) for text in posts)), OURS.info, neutral)
    return made.primary_hashtag, made.secondary_hashtags


def test_the_first_hashtag_is_the_one_that_the_toolkit_names_then_that_of_most_posts_then_any_other() -> None:
    assert hashtags("EndIt", "Open", first="Open") == ("Open", ("EndIt",))
    assert hashtags("EndIt", posts=("a #Open", "b #Open")) == ("Open", ("EndIt",))
    assert hashtags("EndIt", "Open") == ("EndIt", ("Open",))
    assert hashtags() == ("OfTheMonth", ())
    assert hashtags("12345", "O", "x" * 31, "endtrafic", "endtrafi", "End", "End") == ("endtrafi", ("End",))
    assert hashtags("988Saves", "Únete", "ПрипинитиТоргівлю") == ("988Saves", ("Únete", "ПрипинитиТоргівлю"))
    assert len(hashtags(*(f"Tag{number}" for number in range(22)))[1]) == 20


def test_a_hashtag_is_that_of_the_posts_where_two_and_a_third_of_them_have_it() -> None:
    def often(*texts: str) -> str:
        return _often(toolkit(*(item("post", text, 2) for text in texts)))

    assert often("a #Open", "b #Open", "c", "d", "e", "f") == "Open"
    assert often("a #Open", "b #Open", "c", "d", "e", "f", "g") == ""
    assert often("a #Open #Open", "b") == often() == ""
    assert often("a #open", "b #Open") == often("a #12", "b #12") == ""


def test_weeks_have_the_days_that_are_printed_where_they_are_in_order() -> None:
    known = Observance(month=1, day=11, printed=(PrintedWeeks(2027, (1,), (7,)), PrintedWeeks(2028, (2,), (8,))))

    def printed(*weeks: tuple[int, Day, Day]) -> tuple[PrintedWeeks, ...]:
        return _printed(toolkit(*(item("week", week=number, dates=(a, b)) for number, a, b in weeks)), known)

    assert printed() == known.printed
    assert printed((1, (1, 3), (1, 9)), (2, (1, 10), (1, 16)), (2, (1, 17), (1, 18))) == (
        known.printed[0], PrintedWeeks(2028, (3, 10), (9, 16)),
    )  # fmt: skip
    assert printed((2, (1, 10), (1, 10)))[-1] == PrintedWeeks(2028, (10,), (10,), (2,))
    assert printed((2, (1, 10), (1, 9))) == known.printed
    assert printed((2, (7, 10), (7, 12))) == known.printed


def test_the_theme_is_a_line_with_its_first_sentence_as_its_name() -> None:
    def theme(title: str, text: str = "") -> tuple[str, str, str] | None:
        made = _theme(toolkit(item("theme", title, group="title"), item("theme", text, group="text")), OURS.month)
        return (made.short, made.line, made.text) if made else None

    plain = next(one.text for one in OURS.month.themes if one.year is None)
    assert theme("Doors that open", "Words.") == ("Doors that open", "Doors that open.", "Words.")
    assert theme("Open doors. Let people in", "Words.") == ("Open doors", "Let people in.", "Words.")
    assert theme("Doors that open!", "") == ("Doors that open!", "Doors that open!", plain)
    assert theme("", "Words.") is None
    assert _theme(toolkit(), OURS.month) is None


def test_a_proclamation_has_clauses_and_an_end() -> None:
    ours = OURS.month.proclamation
    rows = [item("proclamation", text) for text in ("WHEREAS, one; and", "Please change it.", "Now, therefore, two.")]
    made = _proclamation(rows, ours, 2028)
    assert made == replace(ours, clauses=("WHEREAS, one; and",), resolution="Now, therefore, two.")
    assert _proclamation(rows[:2], ours, 2028) == replace(ours, clauses=("WHEREAS, one; and",))
    assert _proclamation(rows[1:], ours, 2028) is None


ARTICLE = replace(OURS.month.newsletter, head="Ours", summary="Our summary", url="https://example.org/ours")


def article(*texts: str, head: str = "", link: str = "") -> Article | None:
    rows = [item("web", head, group="head")] if head else []
    rows += [replace(item("web", text), links=(DocumentLink("x", link),) if link else ()) for text in texts]
    return _article(rows, ARTICLE, 2028)


def test_an_article_has_its_own_words_and_what_it_does_not_say_is_ours() -> None:
    assert article("One. Two.", head="Theirs", link="https://example.org/a") == replace(
        ARTICLE, head="Theirs", summary="One.", paragraphs=("One. Two.",), url="https://example.org/a"
    )
    assert article("One.") == replace(ARTICLE, summary="One.", paragraphs=("One.",))
    assert article(head="Theirs") is None
    assert article() is None


def test_the_summary_of_an_article_is_a_sentence_of_200_letters_at_most() -> None:
    whole, long = f"{'x' * 199}.", f"{'x' * 200}."
    first, second, none = (article(*texts) for texts in ((whole,), (long, "Two is short."), (long,)))
    assert first is not None
    assert second is not None
    assert none is not None
    assert (first.summary, second.summary, none.summary) == (whole, "Two is short.", "Our summary")


def test_parts_that_the_toolkit_does_not_say_are_named_by_where_they_come_from() -> None:
    keeps = replace(toolkit(), keeps=frozenset({MissingPart("theme")}))
    assert _filled_in(keeps, ["theme", "web", "goals"]) == [
        "From the built-in campaign, because the toolkit has nothing like it: theme.",
        "In neutral words or left out, because the toolkit has nothing like it: web text, goals.",
    ]
    assert _filled_in(keeps, []) == []


def test_the_theme_is_not_also_the_topic_of_the_month() -> None:
    for head, last in (("Doors", "The topics: Doors."), ("Open", "This year\u2019s theme: {theme_short}.")):
        items = (ToolkitItem(0, "theme", "Open", group="title"), ToolkitItem(0, "week", "Day 1", 1, head=head))
        month = _told_more(OURS.month, RecognizedToolkit("x", 2028, items), "en")
        assert month.newsletter.paragraphs[-1] == last


def test_a_neutral_month_has_the_paragraph_of_the_toolkit_and_the_topics_of_its_weeks() -> None:
    weeks = [
        replace(item("week", week=number), head=head) for number, head in enumerate(("Farms.", "Care", "Farms"), 1)
    ]
    topic = replace(item("week", week=1, group="connect"), head="No topic")
    known = toolkit(*weeks, topic)
    news, web = OURS.month.newsletter.paragraphs, OURS.month.web.paragraphs
    made = _told_more(OURS.month, known, "en")
    assert (made.about, made.newsletter.paragraphs, made.web.paragraphs) == (
        OURS.month.about, (*news, "The topics: Farms; Care."), (*web, "The topics: Farms; Care."),
    )  # fmt: skip
    about = replace(known, setting=replace(known.setting, about="It is about work."))
    made = _told_more(OURS.month, about, "es")
    assert (made.about, made.newsletter.paragraphs, made.web.paragraphs) == (
        "It is about work.", (*news, "It is about work.", "Los temas: Farms; Care."), (*web, "It is about work."),
    )  # fmt: skip
    assert _told_more(OURS.month, toolkit(), "en") == OURS.month


# ------------------------------------------------------------------ a whole month


OFFICE = "It comes from the Office on Trafficking in Persons."


def month(*items: ToolkitItem, language: str = "en", keeps: tuple[PartName, ...] = ()) -> Month:
    base = bundled_campaign(language)
    findings = replace(toolkit(*items), keeps=frozenset(MissingPart(name) for name in keeps))
    return make_month(findings, base, base.month)[0]


def test_the_credit_names_the_office_of_the_official_toolkit_in_english_alone() -> None:
    plain = f"Adapted from the 2028 {OURS.month.name} toolkit"
    said = (item("aside", "Ask."), item("aside", OFFICE))
    assert month(item("aside", "Ask.")).credit == f"{plain}."
    assert month(*said).credit == f"{plain} of the Office on Trafficking in Persons."
    assert month(*said, language="es").credit.endswith(f": {bundled_campaign('es').month.name}.")


def test_a_theme_of_the_toolkit_takes_the_place_of_ours_for_its_year_alone() -> None:
    ours = OURS.month.themes
    dated = replace(ours[0], title="Of that year", year=2028)
    base = replace(OURS, month=replace(OURS.month, themes=(dated, *ours)))
    for items, titles in (
        ((item("theme", "Doors that open", group="title"),), ["Doors that open", *(one.title for one in ours)]),
        ((), ["Of that year", *(one.title for one in ours)]),
    ):
        findings = replace(toolkit(*items), keeps=frozenset((MissingPart("theme"),)))
        made = make_month(findings, base, base.month)[0]
        known = [one.title for one in made.themes if one.year != 2028 or one.title in titles]
        assert known == titles


def test_what_the_toolkit_says_comes_before_what_is_kept_of_ours() -> None:
    assert month(item("goal", "Fewer are harmed.")).goals == ("Fewer are harmed.",)
    assert month(keeps=("goals",)).goals == OURS.month.goals
    newsletter = month(item("newsletter", "Ask a cook today.")).newsletter
    assert newsletter.paragraphs == ("Ask a cook today.",)
    assert month(item("web", "Ask a cook today.")).web.paragraphs == ("Ask a cook today.",)


def test_a_kit_has_a_day_where_the_toolkit_names_one_or_the_user_keeps_ours() -> None:
    def day(named: int, *keeps: PartName) -> int:
        findings = replace(toolkit(), setting=replace(BUILT_IN, day=named))
        findings = replace(findings, keeps=frozenset(MissingPart(name) for name in keeps))
        return make_info(findings, OURS.info, OURS.info).observance.day

    assert (day(0), day(11), day(0, "day"), day(11, "day")) == (0, 11, 11, 11)


def test_the_day_of_another_observance_is_said_with_its_month() -> None:
    setting = Setting(ours=False, name="Safe Homes Month", month=12, day=9, day_name="Safe Day", helpline=None)
    made = make_month(replace(toolkit(), setting=setting), OURS, OURS.month)[0]
    assert [(one.day, one.name, one.text) for one in made.events] == [(9, "Safe Day", "Safe Day: December 9.")]
    sentence = replace(setting, day_text="Wear green on #SafeDay.")
    made = make_month(replace(toolkit(), setting=sentence), OURS, OURS.month)[0]
    assert [(one.text, one.hashtag) for one in made.events] == [("Wear green on #SafeDay.", "SafeDay")]

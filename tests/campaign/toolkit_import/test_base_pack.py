"""What a campaign of another observance begins with: its day or month, and the ways to reach its helpline."""

from __future__ import annotations

import tomllib

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Hotline
from htpm_studio.campaign.toolkit_import.base_pack import MOST_TAG, SHORT, _info, _values
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline
from htpm_studio.campaign.toolkit_import.purpose import Setting

SAID = {
    "call": "Call {number}", "call_by_name": "Call {the_name} ({name}) at {number}",
    "text": "text {text}", "text_word": "text {keyword} to {text}", "chat": "chat {chat}",
    "web": "visit {web}", "or": " or ", "call_the_helpline": "Call", "hours": "24 hours", "free": "Free",
    "confidential": "Confidential", "both": "Both", "otherwise": "Otherwise.", "emergency": "Call {emergency}.",
    "emergency_unknown": "Call for help.", "line": "Helpline", "chat_label": "Chat", "web_label": "Web",
    "in_month": "in {month}", "in_month_of": "in {month} {year}", "on_day": "on {month} {day}",
    "on_day_of": "on {month} {day}, {year}", "title_month": "{month}", "title_day": "{month} {day}",
    "proclaimed_month": "{month} as {the_name}", "proclaimed_day": "{month} {day} as {the_name}", "day": "Day",
    "articles": [("World .*Day", "the {name}")], "helpline_articles": [("", "the {name}")],
}  # fmt: skip
MONTHS = ("January", "February", "March", *("April",) * 7, "November", "December")


def values(setting: Setting) -> dict[str, str]:
    return _values(setting, 2027, SAID, MONTHS)


@pytest.mark.parametrize(
    ("name", "day", "when"),
    [("Water Day", 22, "on March 22"), ("Water Day", 0, "in March"), ("Water Month", 22, "in March")],
)
def test_only_a_day_whose_date_is_known_is_called_by_its_date(name: str, day: int, when: str) -> None:
    found = values(Setting(ours=False, name=name, month=3, day=day))
    assert found["when_any"] == when
    assert found["proclaimed_title"] == when.removeprefix("on ").removeprefix("in ")
    assert found["year"] == "2027"


def test_the_month_before_january_is_december() -> None:
    assert values(Setting(ours=False, name="A", month=1))["month_before"] == "December"
    assert values(Setting(ours=False, name="A", month=2))["month_before"] == "January"
    assert values(Setting(ours=False, name="A", month=12))["month_before"] == "November"


def test_names_that_want_an_article_get_one() -> None:
    found = values(Setting(ours=False, name="World Water Day", month=3))
    assert (found["the_name"], found["The_name"]) == ("the World Water Day", "The World Water Day")
    assert values(Setting(ours=False, name="Water Month", month=3))["The_name"] == "Water Month"


@pytest.mark.parametrize(
    ("name", "in_a_sentence"),
    [
        ("World Day Against Trafficking in Persons", "the World Day Against Trafficking in Persons"),
        ("International Day of Peace", "the International Day of Peace"),
        ("National Crime Victims’ Rights Week of Action", "the National Crime Victims’ Rights Week of Action"),
        ("World AIDS Day", "World AIDS Day"),
        ("World Water Week", "World Water Week"),
        ("Human Trafficking Prevention Month", "Human Trafficking Prevention Month"),
    ],
)
def test_english_days_named_for_a_cause_have_an_article(name: str, in_a_sentence: str) -> None:
    sentences = tomllib.loads((paths.assets() / "observance" / "en" / "sentences.toml").read_text("utf-8"))
    said = {**SAID, "articles": sentences["articles"]}
    assert _values(Setting(ours=False, name=name, month=3), 2027, said, MONTHS)["the_name"] == in_a_sentence


@pytest.mark.parametrize(
    ("name", "in_a_sentence"),
    [
        ("Hope Help Line", "the Hope Help Line"),
        ("Hope Hotline", "the Hope Hotline"),
        ("Center for Hope", "the Center for Hope"),
        ("Childhope", "Childhope"),
    ],
)
def test_only_what_is_called_a_line_has_an_article(name: str, in_a_sentence: str) -> None:
    sentences = tomllib.loads((paths.assets() / "observance" / "en" / "sentences.toml").read_text("utf-8"))
    said = {**SAID, "helpline_articles": sentences["helpline_articles"]}
    line = FoundHelpline(Hotline("1", name=name), named=True, place="")
    setting = Setting(ours=False, name="Water Month", month=3, helpline=line)
    assert _values(setting, 2027, said, MONTHS)["the_helpline"] == in_a_sentence


@pytest.mark.parametrize(
    ("line", "reach"),
    [
        (Hotline("1"), "Call 1"),
        (Hotline("1", text_number="2"), "Call 1 or text 2"),
        (Hotline("1", text_number="2", text_keyword="GO"), "Call 1 or text GO to 2"),
        (Hotline("1", text_number="2", chat="https://a.org/chat", web="b.org"), "Call 1, text 2 or chat a.org/chat"),
        (Hotline("1", web="https://b.org"), "Call 1 or visit b.org"),
    ],
)
def test_the_ways_to_a_helpline_are_one_sentence(line: Hotline, reach: str) -> None:
    found = values(Setting(ours=False, name="A", month=3, helpline=FoundHelpline(line, True, "")))
    assert found["Reach"] == reach
    assert found["Reach_by_name"] == reach
    assert found["web_label"] == ("Chat" if line.chat else "Web")


def test_a_helpline_with_a_name_is_called_by_it_where_nothing_else_names_it() -> None:
    line = FoundHelpline(Hotline("1", name="Hope Line", text_number="2"), True, "")
    found = values(Setting(ours=False, name="A", month=3, helpline=line))
    assert found["Reach"] == "Call 1 or text 2"
    assert found["Reach_by_name"] == "Call the Hope Line (Hope Line) at 1 or text 2"


@pytest.mark.parametrize(
    ("traits", "note"),
    [
        ((), "Otherwise."), (("free",), "Free."), (("confidential",), "Confidential."), (("hours",), "24 hours."),
        (("free", "confidential"), "Both."), (("free", "hours"), "Free, 24 hours."),
    ],
)  # fmt: skip
def test_nothing_is_promised_that_the_document_does_not_say(traits: tuple[str, ...], note: str) -> None:
    line = FoundHelpline(Hotline("1"), True, "", traits=frozenset(traits))
    assert values(Setting(ours=False, name="A", month=3, helpline=line))["help_note"] == note


def test_without_a_helpline_the_words_are_neutral_and_the_emergency_number_is_that_of_the_document() -> None:
    found = values(Setting(ours=False, name="A", month=3))
    assert (found["helpline"], found["number"], found["day_name"]) == ("Helpline", "", "Day")
    assert found["emergency"] == "Call for help."
    assert values(Setting(ours=False, name="A", month=3, emergency="112", day_name="Blue")) | {
        "emergency": "Call 112.", "day_name": "Blue",
    } == values(Setting(ours=False, name="A", month=3, emergency="112", day_name="Blue"))  # fmt: skip


def test_a_long_name_is_shortened_and_a_tag_is_made_of_its_words() -> None:
    long = "National Awareness and Prevention of Water Waste in Schools Month"
    found = values(Setting(ours=False, name=long, month=3))
    assert found["full_name"] == long
    assert len(found["name_short"]) <= SHORT
    assert values(Setting(ours=False, name="x" * SHORT, month=3))["name_short"] == "x" * SHORT
    line = FoundHelpline(Hotline("1", name="National Center for Missing & Exploited Children"), named=True, place="")
    known = values(Setting(ours=False, name="Water Month", month=3, helpline=line))
    assert known["helpline_short"] == known["helpline"], "a name is whole where there is room"
    info = _info(Setting(ours=False, name=long, month=3, day=5), 2027)
    assert info.primary_hashtag == "NationalAwarenessAndPrevention"
    assert len(info.primary_hashtag) <= MOST_TAG
    assert (info.schema, info.observance.month, info.observance.day, info.observance.topics) == (1, 3, 5, ())


@pytest.mark.parametrize(
    ("name", "number", "about"),
    [
        ("Human Trafficking Month", "1-800-555-0100", True),
        ("Día Mundial contra la Trata de Personas", "1-800-555-0100", True),
        ("End Forced Labor Month", "1-888-373-7888", True),
        ("Suicide Prevention Month", "988", False),
        ("Mes de Prevención del Maltrato", "1-800-555-0100", False),
    ],
)
def test_a_campaign_says_whether_it_is_about_trafficking_by_its_name_or_by_its_hotline(
    name: str, number: str, about: bool
) -> None:
    line = FoundHelpline(Hotline(number), named=True, place="")
    assert _info(Setting(ours=False, name=name, month=3, helpline=line), 2027).observance.about_trafficking is about

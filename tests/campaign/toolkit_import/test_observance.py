"""What a toolkit is for: how much each title, heading and sentence speaks for a name, a month, a day and a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Hotline
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline
from htpm_studio.campaign.toolkit_import.observance import (
    _about,
    _chosen,
    _clear_month,
    _day,
    _emergency,
    _is_ours,
    _months,
    _names,
    _our_day,
    _usual_emergency,
    find_setting,
    of_campaign,
    other_helpline,
    refuse_open,
)
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign

OURS = bundled_campaign()
STALKING, BULLYING = "Stalking Awareness Month", "Bullying Prevention Week"


def heading(text: str) -> DocumentBlock:
    return DocumentBlock("heading", text, 1)


def said(*texts: str) -> list[DocumentBlock]:
    return [DocumentBlock("paragraph", text) for text in texts]


OPENING = said("One.", "Two.", "Three.")
"""What says nothing, so that what follows is no opening."""


# ------------------------------------------------------------------ name


def test_a_title_speaks_for_a_name_like_two_headings_or_six_sentences() -> None:
    title = said(f"{STALKING} Toolkit", "Two.", "Three.")
    assert _names([*title, heading(BULLYING)])[0] == STALKING
    assert _names([*title, *[heading(BULLYING)] * 3])[0] == BULLYING
    assert _names([*title, *said(BULLYING) * 5])[0] == STALKING
    assert _names([*title, *said(BULLYING) * 7])[0] == BULLYING
    assert _names([*OPENING, *said(f"It is {STALKING}."), heading(BULLYING)])[0] == BULLYING
    assert _names([*OPENING, *said(f"It is {STALKING}.") * 4, heading(BULLYING)])[0] == STALKING


def test_the_third_line_still_belongs_to_the_opening_and_the_fourth_does_not() -> None:
    for place, name in ((2, STALKING), (3, BULLYING)):
        lines = said("One.", "Two.", "Three.", "Four.")
        lines[place] = said(STALKING)[0]
        assert _names([*lines, *said(BULLYING) * 2])[0] == name


def test_a_name_is_spelled_as_it_is_in_full_and_a_title_in_capitals_as_a_title() -> None:
    assert _names(said(STALKING, f"National {STALKING}")) == (f"National {STALKING}",)
    assert _names(said(STALKING.upper())) == (STALKING,)
    assert _names(said("Nothing of the kind.")) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Welcome to the Stalking Awareness Month Toolkit", STALKING),
        ("January 2028 Stalking Awareness Month", STALKING),
        ("World Day Against Child Labor in 2028", "World Day Against Child Labor"),
        ("National Day of Remembrance", "National Day of Remembrance"),
        ("Mes de la Prevención del Acoso", "Mes de la Prevención del Acoso"),
        ("mes de la prevención del acoso en enero", "mes de la prevención del acoso"),
        ("día mundial contra la trata de personas. Más", "día mundial contra la trata de personas"),
        ("Awareness Month", None),
    ],
)
def test_a_name_is_without_what_leads_to_it_and_follows_it(text: str, name: str | None) -> None:
    assert _names(said(text)) == (() if name is None else (name,))


@pytest.mark.parametrize(
    ("name", "month", "ours"),
    [
        ("", 0, True), ("", 1, True), ("", 2, False), (OURS.month.name, 7, True),
        (f"National {OURS.month.name}", 7, True),
        ("Human Trafficking Awareness Month", 1, True), ("Human Trafficking Awareness Month", 2, False),
        ("Human Trafficking Awareness Week", 1, False), (STALKING, 1, False), (STALKING, 0, False),
    ],
)  # fmt: skip
def test_a_toolkit_is_ours_by_its_name_and_by_its_month_where_the_name_is_only_like_ours(
    name: str, month: int, ours: bool
) -> None:
    assert _is_ours(name, month, OURS) is ours


def test_a_day_of_our_month_is_ours_in_our_month() -> None:
    for event in OURS.month.events:
        assert _is_ours(event.name, 1, OURS)
        assert not _is_ours(event.name, 5, OURS)


# ------------------------------------------------------------------ month


def test_a_date_of_a_title_speaks_for_a_month_four_times_as_much_as_one_of_a_sentence() -> None:
    assert _months(said("October 4", "Two.", "Three.")) == {10: 4 + 3}
    assert _months([*OPENING, heading("October 2028")]) == {10: 4 + 3}
    assert _months([*OPENING, *said("It is on October 4.")]) == {10: 1}
    assert _months([*OPENING, *said("El 4 de octubre")]) == {10: 1}
    assert _months([*OPENING, *said("On Oct 4 we meet.")]) == {10: 1}


def test_a_month_without_a_day_counts_in_titles_and_beside_the_word_month() -> None:
    assert _months([*OPENING, heading("In October")]) == {10: 3}
    assert _months([*OPENING, *said("In October we meet.")]) == {}
    assert _months([*OPENING, *said("October is Safety Month, October!")]) == {10: 2}
    assert _months([*OPENING, *said("Mes de octubre")]) == {10: 1}
    assert _months([*OPENING, heading("You may march")]) == {}
    assert _months([*OPENING, heading("You May March")]) == {}


def test_when_a_document_was_changed_says_nothing_about_its_month() -> None:
    assert _months(said("Updated March 4, 2028", "Two.", "Three.")) == {}


@pytest.mark.parametrize(
    ("months", "clear"),
    [({}, 0), ({10: 1}, 10), ({10: 4, 2: 2}, 10), ({10: 5, 2: 3}, 0), ({10: 4, 2: 2, 3: 2}, 10), ({10: 3, 2: 3}, 0)],
)
def test_a_month_is_clear_where_twice_as_much_speaks_for_it(months: dict[int, int], clear: int) -> None:
    assert _clear_month(months) == clear


# ------------------------------------------------------------------ day


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Wear Purple Day is October 19.", (19, "Wear Purple Day", "Wear Purple Day is October 19.")),
        ("Join Wear Purple Thursday on October 19th.", (19, "Wear Purple Thursday", None)),
        ("The Wear Purple Day is on 19 de octubre", (19, "Wear Purple Day", None)),
        ("Wear Purple Day is October 19-21.", (0, "", "")),
        ("Wear Purple Day is October 19 – 21.", (0, "", "")),
        ("Wear Purple Day is November 19.", (0, "", "")),
        ("October Day is October 19.", (0, "", "")),
        ("Day is October 19.", (0, "", "")),
        ("We meet on October 19.", (0, "", "")),
    ],
)
def test_the_day_of_a_month_is_named_with_its_date_in_one_sentence(
    row: str, found: tuple[int, str, str | None]
) -> None:
    number, name, text = _day([*said("One."), *said(row)], STALKING, 10)
    assert (number, name) == found[:2]
    assert text == (row if found[2] is None else found[2])


def test_a_sentence_says_the_day_better_than_a_heading_or_the_title() -> None:
    blocks = [
        heading("Wear Purple Day October 1"),
        heading("Wear Red Day October 2"),
        *said("Wear Blue Day is October 3."),
    ]
    assert _day(blocks, STALKING, 10)[:2] == (3, "Wear Blue Day")
    assert _day(blocks[:2], STALKING, 10)[:2] == (1, "Wear Purple Day")
    assert _day([*said("Wear Purple Day October 1"), blocks[2]], STALKING, 10)[:2] == (3, "Wear Blue Day")


def test_an_observance_of_one_day_is_on_the_date_beside_its_name_or_below_the_title_with_it() -> None:
    name = "World Day Against Child Labor"
    row = f"{name} is June 12."
    assert _day(said("One.", row), name, 6) == (12, name, row)
    assert _day(said(f"{name} Toolkit", "We meet on June 12."), name, 6) == (12, name, "")
    assert _day(said("June 12", "Two."), name, 6) == (12, name, "")
    assert _day(said("One.", "We meet on June 12."), name, 6) == (0, "", "")


def test_our_day_is_named_by_its_name_or_its_short_one_and_a_sentence_says_it() -> None:
    event = next(one for one in OURS.month.events if one.day == OURS.observance.day)
    sentence = f"Wear it on {event.name.lower()}!"
    assert _our_day([heading(event.name), *said(sentence)], OURS) == (event.day, event.name, sentence)
    assert _our_day([heading(f"{event.name}.")], OURS) == (event.day, event.name, "")
    assert _our_day(said(event.name), OURS) == (event.day, event.name, "")
    assert _our_day(said("Nothing."), OURS) == (0, "", "")
    elsewhere = replace(OURS, info=replace(OURS.info, observance=replace(OURS.observance, day=29)))
    assert _our_day(said(sentence), elsewhere) == (0, "", "")


# ------------------------------------------------------------------ helpline


def line(number: str, label: str = "", *, named: bool = True) -> FoundHelpline:
    return FoundHelpline(Hotline(number, name=label), named, "")


def test_the_helpline_is_the_one_that_the_user_names_by_number_or_by_words() -> None:
    first, second = line("1-800-555-0111", "Safe Line"), line("1-800-555-0122", "Night Line")
    assert _chosen([], [first, second], "1-800-555-0122") == second
    assert _chosen([], [first, second], "Other=(800) 555-0122") == second
    assert _chosen([], [first, second], "night") == second
    new = _chosen([], [first, second], " New Line =1-800-555-0133")
    assert new is not None
    assert (new.hotline.number, new.hotline.name, new.named) == ("1-800-555-0133", "New Line", True)


def test_without_an_answer_it_is_the_only_one_that_is_called_so_or_the_only_one_to_call() -> None:
    named, other = line("1-800-555-0111"), line("1-800-555-0122", named=False)
    assert _chosen([], [named, other], "") == named
    assert _chosen([], [named, replace(other, named=True)], "") is None
    assert _chosen(said("Call 1-800-555-0122 for help."), [other], "") == other
    assert _chosen(said("1-800-555-0122"), [other], "") is None
    assert _chosen(said("Call 1-800-555-0122 for help."), [other, replace(named, named=False)], "") is None


def test_the_number_for_emergencies_is_the_one_named_most_beside_a_danger() -> None:
    assert _emergency(said("In an emergency call 999.", "In danger call 112 or 112.", "911")) == "112"
    assert _emergency(said("Room 911")) == ""
    assert _emergency(said("En peligro: 911")) == "911"


@pytest.mark.parametrize(
    ("number", "emergency"),
    [("1-800-555-0111", "911"), ("+1-800-555-0111", "911"), ("800-555-0111", "911"), ("100-555-0111", ""),
     ("800-155-0111", ""), ("0800-555-0111", ""), ("116 006", "")],
)  # fmt: skip
def test_a_number_of_north_america_has_the_emergency_number_of_there(number: str, emergency: str) -> None:
    assert _usual_emergency(number) == emergency


def test_what_it_is_about_is_the_first_paragraph_of_80_to_700_letters_with_its_name() -> None:
    for length, found in ((79, False), (80, True), (700, True), (701, False)):
        row = f"{STALKING} is ".ljust(length, "x")
        assert _about([heading(row), *said("x" * 100, row)], STALKING) == (row if found else "")
    assert _about(said(f"{STALKING} #Open ".ljust(100, "x")), STALKING) == ""


def test_what_is_open_is_asked_with_what_the_document_suggests() -> None:
    blocks = [*said(f"{STALKING} 2028", "January 4", "October 4"), *said("Call 1-800-555-0111 or 1-800-555-0122.")]
    found = find_setting(blocks, OURS)
    assert [(one.about, one.choices) for one in found.questions] == [
        ("month", ("January", "October")), ("helpline", ("1-800-555-0111 (line 0)", "1-800-555-0122 (line 0)")),
    ]  # fmt: skip
    answered = find_setting(blocks, OURS, Answers(month=10, helpline="1-800-555-0111"))
    assert answered.questions == ()
    assert (answered.ours, answered.name, answered.month, answered.emergency) == (False, STALKING, 10, "911")
    unnamed = find_setting(said("On October 4", "We meet."), OURS)
    assert [(one.about, str(one.sentence)) for one in unnamed.questions] == [
        ("name", "It does not say for which month, week or day it is."), ("helpline", "It names no helpline."),
    ]  # fmt: skip


def test_our_campaign_says_when_it_is_and_whom_to_call() -> None:
    found = of_campaign(OURS)
    assert (found.ours, found.name, found.month, found.day) == (True, OURS.month.name, 1, OURS.observance.day)
    assert (found.emergency, found.questions) == ("911", ())
    assert found.day_name in [event.name for event in OURS.month.events]
    assert found.helpline is not None
    assert found.helpline.named
    assert found.helpline.hotline.number == OURS.hotline.number


def test_a_document_of_ours_with_another_helpline_alone_is_told_that_ours_is_shown() -> None:
    setting = of_campaign(OURS)
    other = said("Call the Safe Night Helpline at 1-800-555-0111.")
    (sentence,) = other_helpline(other, setting)
    assert "1-800-555-0111" in str(sentence)
    assert other_helpline([*other, *said(f"Call {OURS.hotline.number}.")], setting) == ()
    assert other_helpline(said("Nothing."), setting) == other_helpline(other, replace(setting, ours=False)) == ()


# ------------------------------------------------------------------ what is asked and what is said


PLAIN = "Ask a cook who works at night how she is, and listen to what she says about it all."


def test_what_our_campaign_is_about_is_said_though_its_name_is_in_small_letters() -> None:
    about = f"each january is {OURS.month.name.casefold()}, and everybody can take part in it at home or at work."
    assert find_setting(said(PLAIN, about), OURS).about == about
    assert find_setting(said(PLAIN, "It is about human trafficking."), OURS).about == ""


def test_a_document_without_a_name_is_ours_where_it_has_our_words_our_day_or_our_number() -> None:
    other = "Call the Safe Night Helpline at 1-800-555-0111."
    asked = find_setting(said("We meet."), OURS)
    assert not asked.ours
    assert asked.questions[0].about == "name"
    assert find_setting(said("We meet on #WearBlueDay."), OURS).ours
    assert find_setting(said("Hablamos de la trata."), OURS).ours
    assert not find_setting(said("We meet.", other), OURS).ours
    assert not find_setting(said("We meet.", other, "It is about human kindness."), OURS).ours
    assert find_setting(said("We meet.", other, "It is about human trafficking."), OURS).ours
    assert find_setting(said("We meet.", other, f"Call the Night Helpline at {OURS.hotline.number}."), OURS).ours


def test_other_helplines_are_those_that_are_called_so_but_for_the_chosen_one() -> None:
    lines = (
        f"{STALKING}, October 4", "Call the Safe Helpline at 1-800-555-0111.",
        "Call the Night Helpline at 1-800-555-0122.", "Office: 1-800-555-0133",
    )  # fmt: skip
    found = find_setting(said(*lines), OURS, Answers(helpline="1-800-555-0111"))
    assert found.helpline is not None
    assert found.helpline.hotline.number == "1-800-555-0111"
    assert [one.number for one in found.others] == ["1-800-555-0122"]


def test_what_is_open_is_asked_with_the_option_that_says_it() -> None:
    refuse_open(of_campaign(OURS), "a.pdf")
    for lines, option in (
        (("On October 4", "Call the Safe Helpline at 1-800-555-0111."), "--observance"),
        ((f"{STALKING}", "Call the Safe Helpline at 1-800-555-0111."), "--month 10"),
        ((f"{STALKING}, October 4",), "--helpline"),
    ):
        with pytest.raises(InputError, match="is not the built-in campaign") as refused:
            refuse_open(find_setting(said(*lines), OURS), "a.pdf")
        assert option in str(refused.value.hint)


def test_titles_without_capitals_are_read_in_the_opening() -> None:
    title = "mes nacional de la prevenci\u00f3n del acoso"
    assert _names([*said("One.", "Two."), *said(title)]) == (title,)
    assert _names([*OPENING, *said(title)]) == ()
    assert _names([*OPENING, heading(title)]) == (title,)
    for letters, names in ((200, 1), (201, 0)):
        assert len(_names(said(f"safe {'x' * (letters - 10)} week"))) == names


def test_a_section_that_is_called_like_a_part_of_the_observance_has_its_day() -> None:
    name = "World Elder Abuse Awareness Day"
    assert _day(said("One.", "Thursday 6/15: World Day"), name, 6) == (15, name, "")
    assert _day(said("One.", "Thursday 6/15: Day"), name, 6) == (0, "", ""), "one word says too little"
    assert _day(said("One.", "Thursday 6/15: Elder Abuse"), name, 6) == (0, "", ""), "it is no day"
    assert _day(said("One.", "6/15-6/16: World Day"), name, 6) == (0, "", "")
    assert _day(said("One.", "Thursday 6/15: World Day"), name, 7) == (0, "", "")
    assert _day(said("One.", "Thursday 6/15: Safe Day"), name, 6) == (0, "", "")


def test_a_heading_does_not_say_what_an_observance_is_about() -> None:
    assert _about([heading(f"{STALKING} is ".ljust(100, "x"))], STALKING) == ""


def test_the_helpline_that_the_user_names_is_ours_though_it_is_written_without_its_one() -> None:
    setting = of_campaign(OURS)
    assert other_helpline(said("Nothing."), setting, f"Line={OURS.hotline.number.removeprefix('1-')}") == ()
    (sentence,) = other_helpline(said("Nothing."), setting, "Line=1-800-555-0111")
    assert "is not used as the helpline" in str(sentence)


def test_our_helpline_has_the_name_that_the_words_give_it_where_it_has_none_of_its_own() -> None:
    named = replace(OURS, info=replace(OURS.info, hotline=replace(OURS.hotline, name="Night Line")))
    for campaign, name in ((OURS, OURS.hotline.name or OURS.words.hotline_name), (named, "Night Line")):
        found = of_campaign(campaign).helpline
        assert found is not None
        assert found.hotline.name == name

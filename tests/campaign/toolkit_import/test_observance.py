"""What a toolkit is for: how much each title, heading and sentence speaks for a name, a month, a day and a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.observance import (
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


def said(*texts: str) -> list[DocumentBlock]:
    return [DocumentBlock("paragraph", text) for text in texts]


@pytest.mark.parametrize(
    ("answer", "number", "name"),
    [
        ("1-800-555-0122", "1-800-555-0122", "Night Helpline"),
        ("Other=(800) 555-0122", "1-800-555-0122", "Night Helpline"),
        ("night", "1-800-555-0122", "Night Helpline"),
        (" New Line =1-800-555-0133", "1-800-555-0133", "New Line"),
    ],
)
def test_the_helpline_is_the_one_that_the_user_names_by_number_or_by_words(answer: str, number: str, name: str) -> None:
    lines = ("Call the Safe Helpline at 1-800-555-0111.", "Call the Night Helpline at 1-800-555-0122.")
    found = find_setting(said(f"{STALKING}, October 4", *lines), OURS, Answers(helpline=answer)).helpline
    assert found is not None
    assert (found.hotline.number, found.hotline.name, found.named) == (number, name, True)


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


def test_our_helpline_has_the_name_that_the_words_give_it_where_it_has_none_of_its_own() -> None:
    named = replace(OURS, info=replace(OURS.info, hotline=replace(OURS.hotline, name="Night Line")))
    for campaign, name in ((OURS, OURS.hotline.name or OURS.words.hotline_name), (named, "Night Line")):
        found = of_campaign(campaign).helpline
        assert found is not None
        assert found.hotline.name == name


@pytest.mark.parametrize(
    ("lines", "noted"),
    [
        ("Need help? Valley Safe Line: 1-800-555-0163.", True),
        ("Valley Safe Line: 1-800-555-0163. National Human Trafficking Hotline: 1-888-373-7888.", False),
        ("Order prints at 1-800-555-0163.", False),
        ("", False),
    ],
)
def test_a_toolkit_of_our_month_with_another_helpline_is_told_which_number_kits_show(lines: str, noted: bool) -> None:
    blocks = said("Human Trafficking Prevention Month 2028", lines)
    notes = other_helpline(blocks, find_setting(blocks, OURS))
    assert [("1-800-555-0163" in note, "1-888-373-7888" in note) for note in notes] == [(True, True)] * noted


def test_a_toolkit_of_another_month_or_without_a_helpline_is_told_nothing() -> None:
    other, setting = said("Call the Safe Night Helpline at 1-800-555-0111."), of_campaign(OURS)
    assert len(other_helpline(other, setting)) == 1
    assert other_helpline(other, replace(setting, ours=False)) == ()
    assert other_helpline(other, replace(setting, helpline=None)) == ()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Valley Safe Line=1-800-555-0163", True),
        ("1-888-373-7888", False),
        ("(888) 373-7888", False),
        ("Line=888-373-7888", False),
        ("", False),
    ],
)
def test_a_helpline_that_the_user_gives_for_our_month_is_said_not_to_be_used(given: str, told: bool) -> None:
    blocks = said("Human Trafficking Prevention Month 2028")
    notes = other_helpline(blocks, find_setting(blocks, OURS), given)
    assert [given in note and "1-888-373-7888" in note for note in notes] == [True] * told

"""What every training is for, and how one can tell whether it got there: in five weeks and both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.campaign.pack import PARTS, read_pack
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.session import Session
from htpm_studio.campaign.session_slides import with_session
from htpm_studio.pieces.declared import pieces
from tests.helpers.bundled import PACK, bundled_campaign

ONE_MESSAGE = set(" .,:;?¿!¡-éèùìòñÑÉ") | set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
"""Letters of which 160 are one text message (GSM 03.38); one of any others makes it 70."""


@pytest.fixture(scope="module", params=["en", "es"])
def campaign(request: pytest.FixtureRequest) -> Campaign:
    """The bundled pack in each language."""
    return bundled_campaign(request.param)


def session_of(week: Week) -> Session:
    assert week.session is not None, week.number
    return week.session


def test_every_objective_is_checked_or_practiced_and_asked_about_later(campaign: Campaign) -> None:
    for week in campaign.weeks:
        session = session_of(week)
        assert len(set(session.objectives)) == len(set(session.evaluation)) == len(session.checks) == 3
        checked = {check.objective for check in session.checks}
        assert len(checked) >= 2, week.number
        assert {check.answer for check in session.checks} == {"true", "depends", "no"}, week.number


def test_a_reason_begins_with_the_answer_that_is_on_the_slide(campaign: Campaign) -> None:
    words = pieces().words(campaign.language)
    for week in campaign.weeks:
        for check in session_of(week).checks:
            assert check.reason.startswith(words[f"check_{check.answer}"] + "."), check.reason


def test_both_languages_ask_the_same_in_the_same_minutes() -> None:
    for ours, theirs in zip(bundled_campaign("en").weeks, bundled_campaign("es").weeks, strict=True):
        one, other = session_of(ours), session_of(theirs)
        assert [(check.answer, check.objective) for check in one.checks] == [
            (check.answer, check.objective) for check in other.checks
        ]
        assert one.practice.scenario == other.practice.scenario


def test_what_is_asked_later_is_one_text_message_without_names(campaign: Campaign) -> None:
    for week in campaign.weeks:
        message = session_of(week).follow_up.message
        assert len(message) <= 160
        assert set(message) <= ONE_MESSAGE, week.number


def test_slides_of_the_session_are_where_they_are_used_and_leave_the_numbers_of_the_others(campaign: Campaign) -> None:
    for week in campaign.weeks:
        deck = week.deck("training")
        names = list(deck.named)
        assert names[names.index("objectives") - 1 : names.index("check") + 2] == ["4", "objectives", "check", "5"]
        layouts = [slide.layout for slide in deck.slides]
        at = layouts.index("deck/discussion")
        assert names[at - 1] == "scenario"
        assert names[at + 1] == "check-again"
        assert deck.named["check-again"].fields["items"] == deck.named["check"].fields["items"]
        for check in session_of(week).checks:
            assert check.reason in deck.named["check-again"].notes
            assert check.reason not in deck.named["check"].notes
        numbers = [name for name in names if name.isdigit()]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_training_has_the_slides_of_its_session_once() -> None:
    week = bundled_campaign().week(2)
    deck = week.deck("training")
    assert with_session(deck, session_of(week), "en") is deck
    bare = replace(deck, slides=tuple(slide for slide in deck.slides if slide.name in ("", "examples")))
    assert with_session(bare, session_of(week), "en") == deck


def test_a_pack_without_sessions_has_none_and_no_slides_of_them() -> None:
    assert "session" in PARTS
    texts = tuple((name, text) for name, text in pack_texts(PACK) if not name.endswith("-session.toml"))
    week = read_pack(texts, "en").week(2)
    assert week.session is None
    assert {"deck/check", "deck/scenario"}.isdisjoint(slide.layout for slide in week.deck("training").slides)

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest

from htpm_studio.errors import InputError
from htpm_studio.project.model import (
    Brand,
    Consent,
    Edits,
    Photo,
    Project,
    WeekDates,
    check_week_dates,
    clean_organization,
    clean_text,
    style_named,
)
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.weeks import WEEK_NUMBERS, check_week

PICTURE = PictureSource("a" * 64, "png", b"", (1, 1))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Riverbend \t Coalition\n", "Riverbend Coalition"),
        ("Riverbend\u00a0Coalition", "Riverbend Coalition"),
        ("Riverbend\x00\x07 Coalition\x7f", "Riverbend Coalition"),
        ("\u202eRiverbend\u202c \u2066Coalition\u2069", "Riverbend Coalition"),
        ("Riverbend\u200b\ufeff\u00ad", "Riverbend"),
        ("Coalicio\u0301n", "Coalici\u00f3n"),
        ("\ud800Riverbend\ue000", "Riverbend"),
        ("\u0646\u06cc\u200c\u0645", "\u0646\u06cc\u200c\u0645"),
        ('Ünïted & "Sons" <b>', 'Ünïted & "Sons" <b>'),
    ],
)
def test_names_are_cleaned_and_otherwise_kept(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned
    assert clean_organization(text) == cleaned


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b", "\u200d", "\u202e\u202c", "\x00"])
def test_names_that_show_nothing_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="is empty"):
        clean_organization(text)


def test_names_have_at_most_120_characters() -> None:
    assert clean_organization("x" * 120) == "x" * 120
    with pytest.raises(InputError, match="has 121 characters"):
        clean_organization("x" * 121)


def test_styles_have_names_in_any_case_and_no_others() -> None:
    assert [style_named(name) for name in (" Calm ", "CLASSIC")] == ["calm", "classic"]
    with pytest.raises(InputError, match="There is no style") as caught:
        style_named("bold")
    assert "classic or calm" in caught.value.hint


def test_weeks_are_one_to_six() -> None:
    assert [check_week(week) for week in WEEK_NUMBERS] == [1, 2, 3, 4, 5, 6]
    for week in (0, 7, -1):
        with pytest.raises(InputError, match="There is no week") as caught:
            check_week(week)
        assert "1 to 6" in caught.value.hint


def test_consent_holds_through_its_last_day() -> None:
    consent = Consent("Ana", date(2027, 1, 31))
    assert consent.holds(date(2027, 1, 31))
    assert not consent.holds(date(2027, 2, 1))
    assert Consent("Ana").holds(date(2099, 1, 1))


def test_edits_are_values_that_keep_one_text_a_field() -> None:
    edits = Edits().changed("b", "head", "B").changed("a", "head", "A").changed("b", "head", "C")
    assert edits == Edits.from_mapping({"a": {"head": "A"}, "b": {"head": "C"}})
    assert edits.text("b", "head") == "C"
    assert edits.text("b", "sub") is None
    assert edits.to_mapping() == {"a": {"head": "A"}, "b": {"head": "C"}}
    assert edits.changed("b", "head", None).changed("a", "head", None) == Edits()
    assert edits.changed("x", "y", "").text("x", "y") == ""


def test_a_project_is_a_value_that_can_be_sent_to_another_process() -> None:
    photo = Photo(PICTURE, "a.png")
    project = Project(Brand("Riverbend"), 2, 2027).with_photo(photo)
    assert pickle.loads(pickle.dumps(project)) == project
    assert hash(project) == hash(pickle.loads(pickle.dumps(project)))
    again = project.with_photo(Photo(PICTURE, "a.png", alt="A team"))
    assert [one.alt for one in again.photos] == ["A team"]
    assert photo.focus == (0.5, 0.4)


@pytest.mark.parametrize(
    ("last", "words"),
    [(5, ""), (35, ""), (36, "would have more than 31 days"), (4, "ends before it begins")],
)
def test_the_days_of_a_week_are_in_order_and_at_most_31(last: int, words: str) -> None:
    first = date(2027, 1, 5)
    dates = WeekDates(2, first, first.replace(day=1) + timedelta(days=last - 1))
    if not words:
        assert check_week_dates(dates) == dates
        return
    with pytest.raises(InputError, match=f"Week 2 {words}"):
        check_week_dates(dates)

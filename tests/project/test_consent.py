"""Whether a photo may be used, what its record lacks, and what it is called; what a project remembers of its user."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from htpm_studio.errors import InputError
from htpm_studio.project.brand_file import is_brand_file, open_brand, save_brand
from htpm_studio.project.consent import ends_soon, gaps, status, usable
from htpm_studio.project.model import (
    LONGEST_SLIDE,
    MOST_REHEARSED,
    Brand,
    Consent,
    DrawnPeople,
    FixedPerson,
    Official,
    Photo,
    Project,
    WeekDates,
    with_mix,
)
from htpm_studio.project.photo_names import owner_name, shared_name
from htpm_studio.scene.nodes import PictureSource

DAY = date(2027, 1, 10)
WHOLE = Consent("Ana", DAY, "Folder 2", "signed", ("guardian", "child"))
PHOTO = Photo(PictureSource("a" * 64, "png", b"", (1, 1)), "ana at the fair.jpg", people="staff")


def said(**more: object) -> str:
    return status(replace(PHOTO, **more), DAY)  # type: ignore[arg-type]


def test_a_photo_is_used_where_its_record_allows_it() -> None:
    late = replace(WHOLE, until=DAY - timedelta(days=1))
    assert said(consent=WHOLE) == "ready"
    assert said(consent=WHOLE, withdrawn=True) == said(people="nobody", withdrawn=True) == "withdrawn"
    assert said(people="nobody") == said(people="nobody", consent=late) == "ready"
    assert said(consent=late) == said(consent=late, people="") == "ended"
    assert said(people="") == "unsaid"
    assert said(people="", consent=Consent("Ana")) == "ready"
    assert said() == said(consent=Consent("Ana")) == said(people="unsure", consent=WHOLE) == "missing"
    new = Photo(PHOTO.source, "new.jpg")
    assert (status(new, DAY), usable(new, DAY), new.placed) == ("unsaid", True, False), "it may be in any piece"
    used = {word: usable(replace(PHOTO, **more), DAY) for word, more in (  # type: ignore[arg-type]
        ("ready", {"consent": WHOLE}), ("unsaid", {"people": ""}), ("missing", {}), ("ended", {"consent": late}),
        ("withdrawn", {"withdrawn": True, "people": "nobody"}),
    )}  # fmt: skip
    assert used == {"ready": True, "unsaid": True, "missing": False, "ended": False, "withdrawn": False}


def test_a_record_lacks_what_nobody_wrote_down() -> None:
    def lacks(consent: Consent | None, people: str = "staff") -> tuple[str, ...]:
        return gaps(replace(PHOTO, people=people, consent=consent))  # type: ignore[arg-type]

    assert lacks(WHOLE) == lacks(WHOLE, "child") == ()
    assert lacks(None) == lacks(Consent("Ana")) == ("kind", "record")
    assert lacks(replace(WHOLE, kind="")) == ("kind",)
    assert lacks(replace(WHOLE, record=" \t")) == ("record",)
    assert lacks(WHOLE, "") == lacks(WHOLE, "unsure") == ("people",)
    assert lacks(replace(WHOLE, agreed=("child",)), "child") == ("guardian",)
    assert lacks(replace(WHOLE, agreed=()), "child") == ("guardian", "child")
    assert lacks(None, "child") == ("kind", "record", "guardian", "child")
    assert lacks(replace(WHOLE, agreed=())) == ()


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_consent_ends_soon_within_60_days(days: int, soon: bool) -> None:
    photo = replace(PHOTO, consent=replace(WHOLE, until=DAY + timedelta(days=days)))
    assert ends_soon(photo, DAY) is soon
    assert not ends_soon(replace(photo, people="nobody"), DAY)
    assert not ends_soon(replace(photo, consent=replace(WHOLE, until=None)), DAY)
    assert not ends_soon(replace(photo, consent=None), DAY)


def test_a_photo_is_called_by_its_file_for_its_owner_and_by_a_number_for_others() -> None:
    other = replace(PHOTO, source=replace(PHOTO.source, key="b" * 64), name=".jpg")
    project = Project(Brand("Elm"), 1, 2027, (PHOTO, other))
    assert [owner_name(one) for one in (PHOTO, other, replace(PHOTO, name=""))] == ["ana at the fair", ".jpg", ""]
    assert [shared_name(project, one) for one in (PHOTO, other)] == ["1", "2"]
    assert shared_name(replace(project, photos=(other,)), PHOTO) == ""


def test_a_brand_file_holds_a_brand(tmp_path: Path) -> None:
    path = tmp_path / "elm.HTPMBRAND"
    brand = Brand("Elm", ("#0F5C5C",), contact="elm.example", family="broadside")
    save_brand(brand, path)
    assert open_brand(path) == brand
    assert [is_brand_file(Path(name)) for name in (path.name, "elm.htpm", "htpmbrand")] == [True, False, False]


# ------------------------------------------------------------------ what a project remembers


def test_a_week_has_another_mix_until_it_has_the_first_again() -> None:
    project = Project(Brand("Elm"), 1, 2027).with_mix(3, 2).with_mix(1, 5)
    assert project.mixes == ((1, 5), (3, 2))
    assert [project.mix_of(week) for week in (1, 2, 3)] == [5, 0, 2]
    assert project.with_mix(1, 0).mixes == ((3, 2),)
    assert with_mix(project, 4).mixes == tuple((week, 4) for week in range(1, 7))
    assert with_mix(project, 0).mixes == ()


def test_the_last_rehearsal_of_each_deck_is_kept_the_newest_first_and_not_too_many() -> None:
    project = Project(Brand("Elm"), 1, 2027)
    for number in range(MOST_REHEARSED + 2):
        project = project.with_rehearsal(f"deck {number}", {"a": 10.0})
    project = project.with_rehearsal("deck 5", {"a": 61.4, "b": 1e9})
    assert len(project.rehearsals) == MOST_REHEARSED
    assert [one.deck for one in project.rehearsals[:2]] == ["deck 5", f"deck {MOST_REHEARSED + 1}"]
    assert project.rehearsed("deck 5") == {"a": 61, "b": LONGEST_SLIDE}
    assert project.rehearsed("deck 0") == {}


def test_own_days_of_a_week_are_those_of_the_year_of_the_kit() -> None:
    project = Project(Brand("Elm"), 1, 2027)
    days = (date(2027, 1, 11), date(2027, 1, 17))
    before = WeekDates(2, date(2026, 1, 12), date(2026, 1, 18))
    made = replace(project, week_dates=(before,)).with_week_dates(2, days).with_week_dates(1, (days[0], days[0]))
    assert made.week_dates == (WeekDates(1, days[0], days[0]), before, WeekDates(2, *days))
    assert made.with_week_dates(2, None).week_dates == (WeekDates(1, days[0], days[0]), before)
    assert made.with_week_dates(2, (days[1], days[1])).week_dates[-1] == WeekDates(2, days[1], days[1])
    with pytest.raises(InputError, match="The dates of week 2 are in 2026") as caught:
        project.with_week_dates(2, (before.first, before.last))
    assert "2027" in caught.value.hint


def test_a_place_in_a_drawing_has_one_person_at_most() -> None:
    people = DrawnPeople().with_person("field", 2, "ana").with_person("field", 1, "ben").with_person("field", 2, "eva")
    assert people.fixed == (FixedPerson("field", 1, "ben"), FixedPerson("field", 2, "eva"))
    assert people.with_person("field", 1, None).with_person("road", 2, None).fixed == (FixedPerson("field", 2, "eva"),)


def test_what_is_left_open_of_an_official_comes_from_another() -> None:
    other = Official("Eva", "Mayor", "Elm")
    assert Official("Ana").over(other) == Official("Ana", "Mayor", "Elm")
    assert Official("", "Chair", "Oak").over(other) == Official("Eva", "Chair", "Oak")

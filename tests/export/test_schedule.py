"""The days of the focus weeks: the user's own, joined ones, and what comes with the week that holds a day."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio.campaign.model import Week
from htpm_studio.cli.commands import main
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.schedule import dated_campaign
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.planned_posts import planned_posts
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Official, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.text_file_readers import day, events, paragraphs

CAMPAIGN = bundled_campaign()
SPANISH = bundled_campaign("es")
RESOURCES = bundled_resources()
BLUE, RIGHTS = "w2/social/w2-wear-blue", "w2/social/w2-rights"
NATION = "Confederated Tribes and Bands of the Example Nation"
BOTH = (dt.date(2027, 1, 1), dt.date(2027, 1, 10))


def january(number: int, year: int = 2027) -> dt.date:
    return dt.date(year, 1, number)


def project_of(week: int = 1, year: int = 2027, edits: Edits | None = None) -> Project:
    return Project(Brand("Riverbend"), week, year, edits=edits or Edits())


def kit_of(project: Project) -> Kit:
    campaign = SPANISH if project.language == "es" else CAMPAIGN
    return build_kit(project, campaign, RESOURCES, Options(("copy",)), january(1))


def said(kit: Kit, path: str) -> bytes:
    (order,) = with_words(kit, [one for one in plan(kit) if one.path == path])
    return render_file(order, kit.inputs, JobContext()).data


def planner(kit: Kit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said(kit, "copy/planner.csv").decode("utf-8-sig"), newline="")))


# ---------------------------------------------------------------- own days


def test_own_days_are_in_every_text_of_the_kit() -> None:
    kit = kit_of(project_of().with_week_dates(1, BOTH))
    assert kit.values["week_dates"] == "January 1\u201310, 2027"
    assert kit.values["week_end"] == "January 10"
    assert "January 1\u201310, 2027" in said(kit, "copy/posts.txt").decode()
    web = said(kit, "copy/web-page.txt").decode()
    assert "January 1\u201310, 2027: " in web
    assert "January 4\u201310, 2027: " in web
    week = events(said(kit, "copy/calendar.ics"))[0]
    assert (day(week["DTSTART"]), day(week["DTEND"])) == (january(1), january(11))
    posts = [row["Date"] for row in planner(kit) if row["Time"]]
    assert (min(posts), max(posts)) == ("2027-01-02", "2027-01-09")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (january(10), january(3), "ends before it begins"),
        (january(4), dt.date(2027, 2, 4), "more than 31 days"),
        (january(1, 2028), january(5, 2028), "are in 2028"),
    ],
)
def test_days_that_make_no_week_are_refused(first: dt.date, last: dt.date, words: str) -> None:
    with pytest.raises(InputError, match=words):
        project_of().with_week_dates(1, (first, last))


# ---------------------------------------------------------------- Wear Blue Day


@pytest.mark.parametrize(("year", "week"), [(2025, 2), (2027, 3), (2028, 3), (2030, 2)])
def test_wear_blue_day_comes_with_the_week_that_holds_it(year: int, week: int) -> None:
    for number in range(1, 6):
        kit = kit_of(project_of(number, year))
        assert any(post.id == "w2-wear-blue" for post in kit.week.posts) == (number == week)
        assert any(action.id == "wear-blue" for action in kit.week.actions) == (number == week)
    kit = kit_of(project_of(week, year))
    assert "Wear blue on January 11" in said(kit, "copy/newsletter.txt").decode()
    assert "dhs.gov/blue-campaign/wearblueday" in said(kit, "copy/newsletter.txt").decode()


def test_a_switch_adds_wear_blue_day_to_other_weeks_and_the_month_has_it_once() -> None:
    project = replace(project_of(5), wear_blue=(5,))
    assert kit_of(project).week.posts[-1].id == "w2-wear-blue"
    blue = [post for post in planned_posts(project, CAMPAIGN) if post.fixed]
    assert [(post.piece, post.day, post.week) for post in blue] == [(BLUE, january(11), 3)]


BLUE_WORDS = {"en": "January 11", "es": "11 de enero"}


def speaks_of_blue(week: Week, language: str) -> bool:
    """Whether a slide, its notes or a handout of the week speaks of Wear Blue Day."""
    slides = [slide for deck in week.decks for slide in deck.slides]
    texts = [str(one.fields) for one in (*slides, *week.handouts)] + [slide.notes for slide in slides]
    return any(BLUE_WORDS[language] in text or "WearBlueDay" in text for text in texts)


SCHEDULES: list[tuple[int, dict[int, tuple[int, int]], list[int]]] = [
    (2025, {}, [2]),
    (2027, {}, [3]),
    (2027, {1: (1, 10), 2: (4, 10)}, [3]),
    (2027, {1: (1, 10), 2: (11, 17), 3: (18, 24)}, [2]),
    (2027, {1: (1, 17), 2: (1, 17)}, [1, 2, 3]),
    (2027, {1: (4, 11), 2: (12, 17), 3: (18, 24)}, [1]),
    (2027, {2: (12, 17), 3: (18, 24)}, []),
    (2027, {2: (4, 8), 3: (12, 17)}, [2]),
]
"""A year, own days of weeks, and the weeks that ask people to wear blue: none where the day is over by then."""


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("year", "own", "weeks"), SCHEDULES)
def test_slides_and_handouts_ask_to_wear_blue_in_the_week_that_has_the_day_before_it(
    year: int, own: dict[int, tuple[int, int]], weeks: list[int], language: str
) -> None:
    project = replace(project_of(1, year), language=language)
    for number, (first, last) in own.items():
        project = project.with_week_dates(number, (january(first, year), january(last, year)))
    campaign = dated_campaign(project, SPANISH if language == "es" else CAMPAIGN)
    assert [week.number for week in campaign.weeks if speaks_of_blue(week, language)] == weeks


# ---------------------------------------------------------------- who signs the proclamation


def test_who_signs_is_in_form_and_document() -> None:
    official = Official("Alexandra Montgomery", "Tribal Chair", NATION)
    for language in ("en", "es"):
        kit = kit_of(replace(project_of(), language=language, official=official))
        for path in ("copy/proclamation.txt", "copy/proclamation.docx"):
            data = said(kit, path)
            text = data.decode("utf-8-sig") if path.endswith("txt") else "\n".join(t for _, t in paragraphs(data))
            text = text.replace("\xa0", " ")
            assert text.count(NATION) == 3
            assert "Alexandra Montgomery, Tribal Chair" in text
            assert kit.campaign.month.proclamation.witness in text
            assert "____ " not in text.partition("NOW")[2].partition("Signed")[0]


# ---------------------------------------------------------------- command line


def test_a_kit_is_exported_with_days_wear_blue_and_an_official(tmp_path: Path) -> None:
    options = ["--org", "Riverbend", "--week", "1", "--year", "2027", "--only", "copy", "--out", str(tmp_path)]
    more = ["--week-dates", "1=2027-01-01..2027-01-10", "--wear-blue", "--official", "Ana Li", "--office", "Mayor"]
    assert main(["export", *options, *more, "--jurisdiction", "Springfield"]) == 0
    (folder,) = (one for one in tmp_path.iterdir() if one.is_dir())
    posts = (folder / "copy" / "posts.txt").read_text(encoding="utf-8")
    assert "January 1\u201310, 2027" in posts
    assert "#WearBlueDay" in posts
    assert "Ana Li, Mayor of Springfield" in (folder / "copy" / "proclamation.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("7=2027-01-01..2027-01-10", "There is no week 7."),
        ("1=2028-01-01..2028-01-10", "The dates of week 1 are in 2028."),
        ("1=2027-01-10..2027-01-01", "Week 1 ends before it begins."),
        ("1=soon", '"1=soon" does not say when a week is.'),
    ],
)
def test_a_mistake_in_days_is_one_sentence(given: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--org", "R", "--week", "1", "--year", "2027", "--week-dates", given]) == 2
    assert words in capsys.readouterr().err

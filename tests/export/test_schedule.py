"""The days of the focus weeks: the user's own, joined ones, and what comes with the week that holds a day."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio.campaign.dates import FocusWeek, Schedule
from htpm_studio.campaign.holidays import holidays
from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.cli.commands import main
from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import DAY
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.schedule import dated_campaign
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.sources.kit_source import week_dates_of
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.planned_posts import planned_posts, spread_evenly
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.codec import JsonDecoder, encode_project
from htpm_studio.project.model import Brand, Edits, Official, Project, WeekDates
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.text_file_readers import day, events, paragraphs

ROOT = Path(__file__).parents[2]
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
    return render_file(order, kit, JobContext()).data


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


def test_own_days_hold_for_their_year_only() -> None:
    project = replace(project_of().with_week_dates(1, BOTH), year=2028)
    assert kit_of(project).dates == FocusWeek(1, january(1, 2028), january(2, 2028))
    assert kit_of(replace(project, year=2027)).dates.last == january(10)


def test_usual_days_come_back() -> None:
    project = project_of().with_week_dates(1, BOTH)
    assert project.with_week_dates(1, None) == project_of()


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


def test_a_kit_file_keeps_days_wear_blue_and_who_signs() -> None:
    project = replace(project_of().with_week_dates(1, BOTH), wear_blue=(1,), official=Official("A", "Mayor", NATION))
    data = encode_project(project, "test")
    assert JsonDecoder("kit.htpm", lambda _name: None).project(data) == project
    assert not {"week_dates", "wear_blue", "official"} & set(encode_project(project_of(), "test"))


def test_a_kit_file_with_impossible_days_says_where() -> None:
    data = encode_project(project_of(), "test")
    data["week_dates"] = [{"week": 1, "first": "2027-01-09", "last": "2027-01-02"}, {"week": 7, "first": "soon"}]
    decoder = JsonDecoder("kit.htpm", lambda _name: None)
    assert decoder.project(data) is None
    told = " ".join(str(problem.message) for problem in decoder.problems)
    assert "$.week_dates[0] cannot be used: Week 1 ends before it begins." in told
    assert "$.week_dates[1].week" in told


# ---------------------------------------------------------------- joining


def test_a_first_week_of_a_holiday_and_a_weekend_is_joined_with_the_next() -> None:
    schedule = Schedule(2027)
    assert schedule.too_short() == FocusWeek(1, january(1), january(3))
    assert schedule.joined(1) == FocusWeek(1, january(1), january(10))
    assert Schedule(2029).too_short() == FocusWeek(5, january(29, 2029), january(31, 2029))
    assert Schedule(2029).joined(5).first == january(22, 2029)


def test_nobody_is_asked_about_a_week_that_is_long_enough_or_decided_on() -> None:
    assert Schedule(2025).too_short() is None
    assert Schedule(2027, (FocusWeek(1, january(1), january(3)),)).too_short() is None


# ---------------------------------------------------------------- holidays


def test_holidays_are_all_day_marks_of_planner_and_calendar() -> None:
    kit = kit_of(project_of(4))
    rows = {row["What"]: row["Date"] for row in planner(kit)}
    assert rows["New Year\u2019s Day"] == "2027-01-01"
    assert rows["Birthday of Martin Luther King, Jr."] == "2027-01-18"
    assert rows["Human Trafficking Awareness Day"] == "2027-01-11"
    marks = [one for one in events(said(kit, "copy/calendar.ics")) if one.get("CATEGORIES") == "Federal holiday"]
    assert [day(one["DTSTART"]) for one in marks] == [january(1), january(18)]


def test_no_post_falls_on_a_holiday_by_itself() -> None:
    for year in range(2024, 2034):
        project = project_of(year=year)
        for plan_ in (project, spread_evenly(project, CAMPAIGN)):
            days = {post.day for post in planned_posts(plan_, CAMPAIGN) if post.day}
            assert not days & {holiday.day for holiday in holidays(year)}


def test_the_plan_says_when_a_post_is_on_a_holiday() -> None:
    piece = "w4/social/w4-report-it"
    kit = kit_of(project_of(4, edits=Edits().changed(piece, DAY, "2027-01-18")))
    closed = "ederal holiday, federal offices are closed: Birthday of Martin Luther King, Jr."
    assert closed in said(kit, "copy/posts.txt").decode()
    row = next(row for row in planner(kit) if row["Date"] == "2027-01-18" and row["Time"])
    assert closed in row["Text"]


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


def test_own_days_take_wear_blue_day_along() -> None:
    project = project_of(2).with_week_dates(2, (january(4), january(11))).with_week_dates(3, (january(12), january(17)))
    assert any(post.id == "w2-wear-blue" for post in kit_of(project).week.posts)
    assert not any(post.id == "w2-wear-blue" for post in kit_of(replace(project, week=3)).week.posts)


def test_a_day_that_no_week_holds_stays_with_its_home_week() -> None:
    project = project_of(2).with_week_dates(3, (january(12), january(17)))
    assert any(post.id == "w2-wear-blue" for post in kit_of(project).week.posts)


def test_a_switch_adds_wear_blue_day_to_other_weeks_and_the_month_has_it_once() -> None:
    project = replace(project_of(5), wear_blue=(5,))
    assert kit_of(project).week.posts[-1].id == "w2-wear-blue"
    blue = [post for post in planned_posts(project, CAMPAIGN) if post.fixed]
    assert [(post.piece, post.day, post.week) for post in blue] == [(BLUE, january(11), 3)]


def test_own_words_of_the_post_go_with_it_to_another_week() -> None:
    kit = kit_of(project_of(3, edits=Edits().changed(BLUE, "caption", "Blue it is. #WearBlueDay")))
    assert "Blue it is. #WearBlueDay" in said(kit, "copy/posts.txt").decode()


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


@pytest.mark.parametrize("campaign", [CAMPAIGN, SPANISH])
def test_what_a_piece_says_on_other_days_has_the_same_places(campaign: Campaign) -> None:
    """Own words for a line of a list stay with that line, whenever the week is."""
    for week in campaign.weeks:
        pieces = [*(slide for deck in week.decks for slide in deck.slides), *week.handouts]
        for piece in pieces:
            other = piece.dated.fields if piece.dated else {}
            for name, value in other.items():
                assert places_in(value) == places_in(piece.fields[name]), (week.number, name)


def places_in(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: places_in(inner) for name, inner in value.items()}
    return [places_in(inner) for inner in value] if isinstance(value, tuple) else str


def test_the_resource_of_the_day_goes_with_it() -> None:
    def has(number: int, year: int) -> bool:
        return any(one.id == "wear-blue-day" for one in kit_of(project_of(number, year)).week.resources)

    assert [number for number in range(1, 6) if has(number, 2025)] == [2]
    assert [number for number in range(1, 6) if has(number, 2027)] == [3]


# ---------------------------------------------------------------- the newsletter of each week


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_week_has_a_newsletter_with_its_own_subject_and_opening(language: str) -> None:
    mails = [said(kit_of(replace(project_of(week), language=language)), "copy/newsletter.txt").decode("utf-8-sig")
             for week in range(1, 6)]  # fmt: skip
    rows = [[line for line in mail.splitlines() if line.strip()] for mail in mails]
    for at in (0, 1, 2, 4):  # subject, preview line, title; below its rule the opening
        assert len({row[at] for row in rows}) == 5, at


def test_words_that_the_user_gave_the_newsletter_of_the_month_stay_in_that_of_the_week() -> None:
    edits = Edits()
    for at in range(5):
        edits = edits.changed("w4/copy/newsletter", f"paragraphs.{at}", f"Our own words {at}.")
    mail = said(kit_of(project_of(4, edits=edits)), "copy/newsletter.txt").decode()
    assert [at for at in range(5) if f"Our own words {at}." in mail] == [0, 1, 2, 3, 4]
    assert "wear blue" not in mail


def test_the_newsletter_invites_to_wear_blue_until_the_day_is_over() -> None:
    mails = {week: said(kit_of(project_of(week)), "copy/newsletter.txt").decode() for week in range(1, 6)}
    assert [week for week, mail in mails.items() if "people across the country wear blue" in mail] == [1, 2]
    assert [week for week, mail in mails.items() if "Wear blue on January 11" in mail] == [3]


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


def test_an_office_that_is_not_known_stays_a_blank() -> None:
    text = said(kit_of(project_of()), "copy/proclamation.txt").decode("utf-8-sig")
    assert "I, ____________________, ____________________ of ____________________" in text
    assert "IN WITNESS WHEREOF" in text
    assert "  Signature\n" in text


# ---------------------------------------------------------------- command line


def test_days_are_read_from_the_command_line() -> None:
    assert week_dates_of("1=2027-01-01..2027-01-10") == (1, *BOTH)
    for wrong in ("", "1", "1=2027-01-01", "one=2027-01-01..2027-01-10", "1=2027-01-32..2027-02-01", "1=a..b", "1=2=3"):
        with pytest.raises(InputError, match="does not say when a week is"):
            week_dates_of(wrong)


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


def test_dates_of_weeks_are_sorted() -> None:
    project = project_of().with_week_dates(3, (january(9), january(12))).with_week_dates(1, BOTH)
    assert project.week_dates == (WeekDates(1, *BOTH), WeekDates(3, january(9), january(12)))

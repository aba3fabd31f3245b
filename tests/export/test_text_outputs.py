"""The words that go with a kit: what is in each file, for any week and year, with the user's own words."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio.campaign.networks import too_much
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.export.kit.edits import DAY, LEFT_OUT, POSTED, YES
from htpm_studio.export.kit.kit import Kit, build_kit
from htpm_studio.export.kit.sentences import ended
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.run.executors import executor_for
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.results import KitResult
from htpm_studio.export.texts.planned_posts import NOT_PLANNED, network_field
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign
from tests.helpers.copy_kits import CAMPAIGN, RESOURCES, RIGHTS, WITH_PICTURES, WORDS_ONLY, kit_of, texts
from tests.helpers.sweeps import SAMPLE_OF_WEEKS, WEEKS, sampled
from tests.helpers.text_file_readers import day, events

ROOT = Path(__file__).parents[2]
HOTLINE = "1-888-373-7888"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def calendar(kit: Kit) -> list[dict[str, str]]:
    return events(texts(kit)["copy/calendar.ics"].encode())


def everywhere(found: Mapping[str, str], words: str) -> Sequence[str]:
    return [name for name, text in found.items() if words in text]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> KitResult:
    """A kit of words and square pictures."""
    folder = tmp_path_factory.mktemp("copy")
    kit = kit_of(options=WITH_PICTURES)
    return export_kit(kit, folder, JobContext(), wanted=lambda spec: spec.medium == "copy" or "/square/" in spec.path)


# ---------------------------------------------------------------- every week, any year


@pytest.mark.parametrize(
    ("week", "year"), sampled(product(WEEKS, (2025, 2026, 2027, 2033)), (2, 2027), (4, 2025), (5, 2027))
)
def test_every_week_of_any_year_has_all_its_words(week: int, year: int) -> None:
    found = texts(kit_of(week, year))
    assert set(found) >= {
        "copy/posts.txt", "copy/posts.docx", "copy/posts.csv", "copy/newsletter.html", "copy/newsletter.txt",
        "copy/web-page.html", "copy/web-page.txt", "copy/proclamation.docx", "copy/proclamation.txt",
        "copy/calendar.ics", "copy/planner.csv", "copy/buffer/x.csv", "copy/buffer/facebook.csv",
        "copy/week-guide.docx", "copy/week-guide.txt",
    }  # fmt: skip
    for name, text in found.items():
        days = re.findall(r"\b(?:January|February) \d{1,2}(?:–\d{1,2})?, (20\d\d)\b", text)
        assert set(days) <= {str(year)}, name
        assert not re.search(r"\{\w*\}", text), name
    assert len(found["copy/newsletter.html"].encode()) < 90_000


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_every_text_fits_its_network_and_has_two_hashtags_at_most(week: int) -> None:
    kit = kit_of(week)
    rows = table(texts(kit)["copy/posts.csv"])
    assert len(rows) == len(kit.week.posts)
    for row in rows:
        for network in RESOURCES.networks.networks:
            assert not too_much(row[network.name], network)
            tags = re.findall(r"(?<!\S)#(\w+)", row[network.name])
            assert len(tags) <= 2
            assert all(tag[0].isupper() for tag in tags)
        assert row["Description for screen readers"]
        assert dt.date.fromisoformat(row["Date"]).month == 1


def test_public_texts_show_the_hotline() -> None:
    found = texts(kit_of())
    for name in ("copy/newsletter.html", "copy/newsletter.txt", "copy/web-page.html", "copy/web-page.txt"):
        assert HOTLINE in found[name]
    assert 'href="tel:+18883737888"' in found["copy/newsletter.html"]


def test_a_post_of_another_year_is_left_out() -> None:
    assert everywhere(texts(kit_of(5)), "February 5, 2025") == []
    assert "copy/posts.txt" in everywhere(texts(kit_of(5, 2025)), "February 5, 2025")


def test_the_web_page_names_voices_of_freedom() -> None:
    assert "Voices of Freedom" in texts(kit_of(1))["copy/web-page.txt"]


@pytest.mark.parametrize("week", SAMPLE_OF_WEEKS)
def test_the_guide_holds_all_that_the_week_says(week: int) -> None:
    kit = kit_of(week)
    guide = " ".join(texts(kit)["copy/week-guide.txt"].split())
    said = [kit.week.idea, *kit.week.talking_points, *kit.week.questions, *(one.text for one in kit.week.actions)]
    said += [text for passage in kit.week.connecting for text in (passage.head, *passage.paragraphs)]
    said += [one.title for one in kit.week.resources]
    said += [one.source for one in kit.week.statistics]
    month, info = kit.campaign.month, kit.campaign.info
    said += [month.about, *month.goals, kit.campaign.theme(kit.year).text, *month.voices.paragraphs]
    said += [f"#{tag}" for tag in (info.primary_hashtag, *info.secondary_hashtags)]
    said += ["Monday, January 11, 2027. Wear blue.", "runs #WearBlueDay. dhs.gov/blue-campaign/wearblueday"]
    said += [*month.about_hotline.paragraphs, HOTLINE]
    assert [text for text in said if " ".join(fill(text, kit.values).split()) not in guide] == []
    for one in kit.week.resources:
        row = guide.partition(f"{ended(one.title)} {one.about}")[2].partition(" - ")[0]
        assert (f"Search for this title at {one.search}" in row) != one.linkable
        assert not one.linkable or bare_address(one.url) in row


def test_the_guide_in_spanish_says_all_that_the_english_one_says() -> None:
    spanish = bundled_campaign("es")
    project = Project(Brand("Riverbend"), 2, 2027, language="es")
    guide = texts(build_kit(project, spanish, RESOURCES, WORDS_ONLY, dt.date(2026, 11, 25)))["copy/week-guide.txt"]
    assert "Guía de la semana 2: El trabajo justo protege" in guide
    copy = spanish.words.copy
    heads = (copy.connecting, copy.talking_points, copy.numbers, spanish.words.questions, spanish.words.learn)
    assert all(f"\n{head}\n---" in guide for head in heads)
    assert "Sobre la Línea Nacional contra la Trata de Personas" in guide
    # The call for a day and what to do on it do not begin alike.
    calls = [event.call.partition(".")[0] for event in spanish.month.events]
    assert [guide.count(call) for call in calls if call in guide] == [1]


def test_an_action_whose_short_form_begins_it_is_reported_once() -> None:
    kit = kit_of(2)
    words = "Ask growers at your market how their crews are hired, and by whom."
    action = replace(kit.week.actions[0], short="Ask growers at your market", text=words, resources=())
    page = texts(replace(kit, week=replace(kit.week, actions=(action,))))["copy/web-page.txt"]
    assert f"- {words}\n" in page
    assert page.count("Ask growers") == 1


def test_a_title_without_an_address_is_in_the_guide_alone() -> None:
    kit = kit_of(4)
    blog = next(one for one in kit.week.resources if one.search)
    found = texts(replace(kit, week=replace(kit.week, actions=(), resources=(blog,))))
    assert f"Search for this title at {blog.search}" in found["copy/week-guide.txt"]
    assert all(blog.title not in found[f"copy/{name}.txt"] for name in ("web-page", "newsletter"))


def test_a_spanish_mail_says_which_titles_are_in_english_only() -> None:
    project = Project(Brand("Riverbend"), 4, 2027, language="es")
    kit = build_kit(project, bundled_campaign("es"), RESOURCES, WORDS_ONLY, dt.date(2026, 11, 25))
    found = texts(kit)
    for name in ("newsletter", "web-page"):
        text = " ".join(found[f"copy/{name}.txt"].split())
        assert re.search(r"\. Vea: [^.]+ \(https://[^)]+\) \(en inglés\)\.", text)
        assert "Más sobre el mes (en inglés) (https://" in text
    guide = found["copy/week-guide.txt"]
    assert guide.count(kit.campaign.words.copy.in_english_list) == 2
    assert "Take It Down (en español)" in guide


def test_a_title_of_which_no_site_is_known_is_only_searched_for() -> None:
    kit = kit_of(4)
    blog = replace(kit.week.resources[0], search="")
    found = texts(replace(kit, week=replace(kit.week, actions=(), resources=(blog,))))
    assert "Search for this title." in found["copy/week-guide.txt"]
    assert blog.title not in found["copy/web-page.txt"]


def test_a_resource_without_more_words_ends_with_its_title() -> None:
    kit = kit_of(2)
    resource = next(one for one in kit.week.resources if one.linkable and one.group == "learn")
    bare = replace(kit.week, actions=(), resources=(replace(resource, about=""),))
    assert ". \n" not in texts(replace(kit, week=bare))["copy/web-page.txt"]


# ---------------------------------------------------------------- the user's own words


def test_what_the_user_wrote_comes_out_everywhere() -> None:
    mine = "Our own words for this post. #EndTrafficking"
    found = texts(kit_of(edits=Edits().changed(RIGHTS, "caption", mine)))
    named = set(everywhere(found, mine))
    assert named >= {"copy/posts.txt", "copy/posts.docx", "copy/posts.csv", "copy/planner.csv", "copy/buffer/x.csv"}
    assert everywhere(found, "You can quit a job, even if you owe money") == []


def test_a_text_for_one_network_stays_with_it() -> None:
    mine = "Only for X. #EndTrafficking"
    found = texts(kit_of(edits=Edits().changed(RIGHTS, network_field("x"), mine)))
    assert mine in found["copy/buffer/x.csv"]
    assert mine not in found["copy/buffer/facebook.csv"]
    assert f"For X ({len(mine)} / 280)\n{mine}\n" in found["copy/posts.txt"]


def test_a_text_that_fits_nowhere_is_said_to() -> None:
    long = "Far too long. " * 30
    kit = kit_of(edits=Edits().changed(RIGHTS, network_field("x"), long))
    found = texts(kit)
    assert long.strip() not in found["copy/buffer/x.csv"]
    assert "No version is short enough for X." in found["copy/posts.txt"]
    assert "No version is short enough for X." in found["copy/planner.csv"]
    (row,) = [row for row in table(found["copy/posts.csv"]) if not row["X"]]
    assert row["Post"] == "You have the right to work safely"


def test_a_long_text_of_the_user_leaves_the_short_one_to_networks_that_take_less() -> None:
    mine = ("We wrote this ourselves. " * 18).strip()
    found = texts(kit_of(edits=Edits().changed(RIGHTS, "caption", mine)))
    assert mine in found["copy/buffer/facebook.csv"]
    for network in ("x", "bluesky"):
        assert "“You owe us, so you can’t quit.”" in found[f"copy/buffer/{network}.csv"]
    assert "Bluesky" in found["copy/planner.csv"]


def test_an_export_uses_the_short_text_where_the_own_one_is_too_long(tmp_path: Path) -> None:
    kit = kit_of(edits=Edits().changed(RIGHTS, network_field("x"), "Far too long. " * 30))
    done = export_kit(kit, tmp_path, JobContext())
    text = (done.folder / "copy" / "buffer" / "x.csv").read_text(encoding="utf-8-sig")
    assert "“You owe us, so you can’t quit.”" in text
    assert done.needs_attention


def test_days_follow_the_calendar_of_the_window() -> None:
    edits = Edits().changed(RIGHTS, DAY, "2027-01-09").changed("w2/social/w2-debt", DAY, NOT_PLANNED)
    kit = kit_of(edits=edits.changed("w2/social/w2-buy-with-care", POSTED, YES))
    found = texts(kit)
    days = {event["SUMMARY"]: day(event["DTSTART"]) for event in calendar(kit)}
    assert days["Post: You have the right to work safely"] == dt.date(2027, 1, 9)
    assert "Post: Does what you owe grow while you work?" not in days
    assert (
        "Does what you owe grow while you work?\n--------------------------------------\nNo date yet"
        in found["copy/posts.txt"]
    )
    assert "They said you owe" not in found["copy/buffer/x.csv"]
    assert "Three questions" not in found["copy/buffer/x.csv"]
    rows = [row for row in table(found["copy/planner.csv"]) if row["Done"]]
    assert [row["What"] for row in rows] == ["Post: Three questions before you buy"]


def test_a_post_that_was_left_out_is_nowhere() -> None:
    found = texts(kit_of(edits=Edits().changed(RIGHTS, LEFT_OUT, YES)))
    assert everywhere(found, "You have the right to work safely") == []


def test_a_post_with_a_wrong_hotline_is_held_back_and_named() -> None:
    kit = kit_of(edits=Edits().changed(RIGHTS, "caption", "Call 1-888-373-7880. #EndTrafficking"))
    _, findings = block_unsafe(kit, plan(kit))
    assert [finding.severity for finding in findings] == ["error"]
    assert "You have the right to work safely" in findings[0].message
    assert everywhere(texts(kit), "373-7880") == []


def test_an_article_without_the_hotline_is_held_back() -> None:
    month = CAMPAIGN.month
    silent = replace(CAMPAIGN, month=replace(month, newsletter=replace(month.newsletter, call="Call somebody.")))
    specs, findings = block_unsafe(replace(kit_of(), campaign=silent), plan(kit_of()))
    assert [finding.message for finding in findings] == ["“Newsletter” was left out. The hotline number is missing."]
    assert {spec.group for spec in specs} == {
        "posts", "messages", "web", "guide", "facilitator-guide", "evaluation", "follow-up", "proclamation", "calendar",
    }  # fmt: skip


def test_a_formula_stays_a_text_for_people_and_whole_for_a_scheduler() -> None:
    mine = '=HYPERLINK("https://example.org") #EndTrafficking'
    found = texts(kit_of(edits=Edits().changed(RIGHTS, "caption", mine)))
    assert f"'{mine}" in {row["Facebook"] for row in table(found["copy/posts.csv"])}
    assert mine in {row["Text"] for row in table(found["copy/buffer/facebook.csv"])}


# ---------------------------------------------------------------- calendar and schedulers


@pytest.mark.parametrize("year", [2027, 2100])
def test_the_calendar_has_the_week_the_day_and_every_post(year: int) -> None:
    kit = kit_of(2, year)
    found = calendar(kit)
    week = kit.dates
    assert (day(found[0]["DTSTART"]), day(found[0]["DTEND"])) == (week.first, week.last + dt.timedelta(days=1))
    assert [event["SUMMARY"] for event in found if day(event["DTSTART"]) == dt.date(year, 1, 11)][:1] == [
        "Human Trafficking Awareness Day"
    ]
    posts = [event for event in found if event.get("CATEGORIES") == "Post"]
    assert len(posts) == 8
    assert all(day(post["DTSTART"]).month == 1 and post["DESCRIPTION"] for post in posts)


def test_entries_keep_their_ids_and_differ_between_senders() -> None:
    changed = kit_of(edits=Edits().changed(RIGHTS, "caption", "New. #EndTrafficking"))
    first, second, other = ([one["UID"] for one in calendar(kit)] for kit in (kit_of(), changed, kit_of(name="B")))
    assert first == second
    assert len(set(first)) == len(first)
    assert not set(first) & set(other)


def test_each_save_makes_the_calendar_newer_for_calendar_programs() -> None:
    kits = [replace(kit_of(), project=replace(kit_of().project, saves=saves)) for saves in (0, 1, 2)]
    events_of = [calendar(kit)[0] for kit in kits]
    assert [events_of[0][name] for name in ("DTSTAMP", "LAST-MODIFIED")] == ["20260101T000000Z"] * 2
    assert [int(event["SEQUENCE"]) - int(events_of[0]["SEQUENCE"]) for event in events_of] == [0, 1, 2]
    assert sorted(event["DTSTAMP"] for event in events_of) == [event["DTSTAMP"] for event in events_of]


def test_buffer_gets_its_own_columns_and_times() -> None:
    rows = table(texts(kit_of(two_forms=True))["copy/buffer/linkedin.csv"])
    assert list(rows[0]) == ["Text", "Image URL", "Tags", "Posting Time"]
    assert all(re.fullmatch(r"2027-01-\d\d 10:(00|30)", row["Posting Time"]) for row in rows)
    assert len(rows) == 8


def test_posts_have_the_usual_time_or_one_of_their_own() -> None:
    edits = Edits().changed("kit", "@time", "08:15").changed(RIGHTS, "@time", "18:30").changed("w2/x", "@time", "soon")
    found = texts(kit_of(edits=edits))
    times = [row["Posting Time"].split(" ")[1] for row in table(found["copy/buffer/x.csv"])]
    assert sorted(set(times)) == ["08:15", "18:30"]
    assert times.count("18:30") == 1
    planned = [row["Time"] for row in table(found["copy/planner.csv"])]
    assert sorted(set(planned)) == ["", "08:15", "18:30"]
    broken = kit_of(edits=Edits().changed("kit", "@time", "25:99").changed(RIGHTS, "@time", "soon"))
    assert {row["Posting Time"].split(" ")[1] for row in table(texts(broken)["copy/buffer/x.csv"])} == {
        "10:00",
        "10:30",
    }


def test_an_invitation_to_a_day_that_is_over_is_left_out() -> None:
    assert "people across the country wear blue" in texts(kit_of(1))["copy/newsletter.txt"]
    assert "people across the country wear blue" not in texts(kit_of(4))["copy/newsletter.txt"]


def test_a_sender_without_a_name_leaves_no_hole_in_a_sentence() -> None:
    found = texts(kit_of(name=""))
    assert "This week, our organization looks at" in found["copy/newsletter.txt"]


# ---------------------------------------------------------------- a whole kit


def test_only_pictures_of_the_kit_are_named(result: KitResult) -> None:
    text = (result.folder / "copy" / "posts.txt").read_text(encoding="utf-8")
    named = re.findall(r"social/\S+", text)
    assert len(named) == 8
    assert all((result.folder / name).is_file() for name in named)
    assert "social/" not in texts(kit_of())["copy/posts.txt"]


def test_the_start_page_has_every_post_ready_to_copy(result: KitResult) -> None:
    page = (result.folder / "START-HERE.html").read_text(encoding="utf-8")
    assert page.count("<details>") == 8
    assert re.search(r"For X \(1\d\d / 280\), Bluesky \(1\d\d / 300\)", page)
    assert re.search(r"For Bluesky \(\d+ \+ \d+ \+ \d+ / 300\): 3/3", page)
    folder = result.folder / "copy"
    there = {path.relative_to(result.folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(re.findall(r'href="(copy/[^"]+)"', page)) == there
    assert page.count("<textarea") == page.count("data-copy=")


def test_the_list_of_files_knows_the_posts(result: KitResult) -> None:
    posts = json.loads((result.folder / "kit.json").read_text(encoding="utf-8"))["posts"]
    assert len(posts) == 8
    assert posts[0]["day"] == "2027-01-04"
    assert posts[0]["pictures"] == ["social/square/01-w2-week-begins.png"]
    assert set(posts[0]["texts"]) == {network.id for network in RESOURCES.networks.texts}


@pytest.mark.usefixtures("composed_anew")
def test_the_same_kit_gives_the_same_words(tmp_path: Path) -> None:
    with executor_for(3) as pool:
        first, second = (
            export_kit(kit_of(), tmp_path / name, JobContext(), executor=executor).folder
            for name, executor in (("a", pool), ("b", None))
        )
    for path in first.rglob("*.*"):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path.name


def test_words_that_stay_together_in_a_headline_of_the_web_page_fit_a_phone() -> None:
    page = texts(kit_of(1, name="Harbor Prevention Coalition"))["copy/web-page.html"]
    heads = re.findall(r"<h[123]>(.*?)</h[123]>", page)
    assert heads
    assert max(len(unit) for head in heads for unit in head.replace("&#160;", "\u00a0").split(" ")) <= 16
    assert "h1{font-size:clamp(" in page


def test_a_spanish_text_says_which_pages_are_in_english() -> None:
    project = Project(Brand("Riverbend"), 2, 2027, language="es")
    kit = build_kit(project, bundled_campaign("es"), RESOURCES, WORDS_ONLY, dt.date(2026, 11, 25))
    found = texts(kit)
    for name in ("newsletter", "web-page"):
        page = re.sub(r"\s+", " ", re.sub("<.*?>", "", found[f"copy/{name}.html"].replace("&#160;", " ")))
        assert "List of Goods Produced by Child Labor or Forced Labor (en ingl&#233;s)." in page, name


def test_the_newsletter_names_the_picture_that_comes_with_it(result: KitResult) -> None:
    page = (result.folder / "copy" / "newsletter.html").read_text(encoding="utf-8")
    header = next((result.folder / "copy").glob("newsletter-header.*"))
    assert f'<img src="{header.name}" width="600" height="272"' in page
    assert f"{CAMPAIGN.week(2).title}." in page.replace("&#160;", " ").partition("</table>")[0]
    with Image.open(header) as shown:
        assert shown.size == (1200, 544)

"""The words that go with a kit: what is in each file, for any week and year, with the user's own words."""

from __future__ import annotations

import csv
import datetime as dt
import io
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
from htpm_studio.export.kit.edits import LEFT_OUT, YES
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import ended
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.run.executors import executor_for
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.results import KitResult
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Edits
from tests.helpers.copy_kits import CAMPAIGN, RESOURCES, RIGHTS, WITH_PICTURES, kit_of, texts
from tests.helpers.sweeps import SAMPLE_OF_WEEKS, WEEKS, sampled
from tests.helpers.text_file_readers import events

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


# ---------------------------------------------------------------- the user's own words


def test_what_the_user_wrote_comes_out_everywhere() -> None:
    mine = "Our own words for this post. #EndTrafficking"
    found = texts(kit_of(edits=Edits().changed(RIGHTS, "caption", mine)))
    named = set(everywhere(found, mine))
    assert named >= {"copy/posts.txt", "copy/posts.docx", "copy/posts.csv", "copy/planner.csv", "copy/buffer/x.csv"}
    assert everywhere(found, "You can quit a job, even if you owe money") == []


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


def test_entries_keep_their_ids_and_differ_between_senders() -> None:
    changed = kit_of(edits=Edits().changed(RIGHTS, "caption", "New. #EndTrafficking"))
    first, second, other = ([one["UID"] for one in calendar(kit)] for kit in (kit_of(), changed, kit_of(name="B")))
    assert first == second
    assert len(set(first)) == len(first)
    assert not set(first) & set(other)


# ---------------------------------------------------------------- a whole kit


def test_only_pictures_of_the_kit_are_named(result: KitResult) -> None:
    text = (result.folder / "copy" / "posts.txt").read_text(encoding="utf-8")
    named = re.findall(r"social/\S+", text)
    assert len(named) == 8
    assert all((result.folder / name).is_file() for name in named)
    assert "social/" not in texts(kit_of())["copy/posts.txt"]


def test_the_start_page_leads_to_every_text(result: KitResult) -> None:
    page = (result.folder / "START-HERE.html").read_text(encoding="utf-8")
    folder = result.folder / "copy"
    there = {path.relative_to(result.folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(re.findall(r'href="(copy/[^"]+)"', page)) == there


@pytest.mark.slow
@pytest.mark.usefixtures("composed_anew")
def test_the_same_kit_gives_the_same_words(tmp_path: Path) -> None:
    with executor_for(3) as pool:
        first, second = (
            export_kit(kit_of(), tmp_path / name, JobContext(), executor=executor).folder
            for name, executor in (("a", pool), ("b", None))
        )
    for path in first.rglob("*.*"):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path.name


def test_the_newsletter_names_the_picture_that_comes_with_it(result: KitResult) -> None:
    page = (result.folder / "copy" / "newsletter.html").read_text(encoding="utf-8")
    header = next((result.folder / "copy").glob("newsletter-header.*"))
    assert f'<img src="{header.name}" width="600" height="272"' in page
    assert f"{CAMPAIGN.week(2).title}." in page.replace("&#160;", " ").partition("</table>")[0]
    with Image.open(header) as shown:
        assert shown.size == (1200, 544)

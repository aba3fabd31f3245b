"""A kit can carry its campaign: one file on a stick is complete, and every command speaks from what it carries."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.migrate import renewed
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.campaign.toolkit_import.toml_text import file_text
from htpm_studio.errors import Problems
from htpm_studio.export.preflight import report
from htpm_studio.export.preflight.run_checks import run_checks
from htpm_studio.export.sources.campaigns import campaign_of, month_of, pack_for
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import save_project
from tests.helpers.bundled import bundled_campaign

BUNDLED = paths.assets() / "campaigns" / "htpm"
PROJECT = Project(Brand("Riverbend Coalition"), 2, 2027)


@pytest.fixture
def own(tmp_path: Path) -> PackTexts:
    """The built-in pack with another name for week 2."""
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "pack"))
    week = folder / "en" / "week-2.toml"
    text = week.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title = "))
    week.write_text(text.replace(title, 'title = "Orchard work"', 1), encoding="utf-8")
    return pack_texts(folder)


def test_the_month_of_a_kit_is_that_of_its_own_campaign() -> None:
    assert month_of(PROJECT, paths.assets()) == 1
    texts = pack_texts(BUNDLED)

    def month(line: str) -> int | None:
        pack = tuple((name, re.sub(r"(?m)^month = 1$", line, text)) for name, text in texts)
        assert (pack != texts) == (line != "month = 1")
        return month_of(replace(PROJECT, pack=pack), paths.assets())

    assert [month(line) for line in ("month = 1", "month = 3", "month = 13", "month = ")] == [1, 3, None, None]
    assert month_of(replace(PROJECT, pack=(("en/week-2.toml", ""),)), paths.assets()) is None


@pytest.mark.parametrize(
    "name", ["../en/week-1.toml", "en/../../x.toml", "EN/week-1.toml", "readme.txt", "en/a/b.toml"]
)
def test_only_pack_files_are_carried(name: str, tmp_path: Path) -> None:
    with pytest.raises(Problems, match="must be the name of a file of a campaign pack"):
        save_project(replace(PROJECT, pack=((name, "x = 1"),)), tmp_path / "kit.htpm")


def test_what_was_named_comes_before_what_is_carried(own: PackTexts, tmp_path: Path) -> None:
    project = replace(PROJECT, pack=own)
    assert pack_for(tmp_path, project, paths.assets()) == tmp_path
    assert pack_for(None, project, paths.assets()) == own
    assert pack_for(None, PROJECT, paths.assets()) == BUNDLED


def test_checks_read_what_the_kit_carries(own: PackTexts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "page_checks", lambda *_args: ())  # other tests compose its pages
    save_project(replace(PROJECT, pack=own), tmp_path / "kit.htpm")
    source = KitSource(dt.date(2026, 11, 25), tmp_path / "kit.htpm")
    done = run_checks(source, JobContext(), folders=paths.folders(), week=2)
    assert [one.title for one in done] == ["Week 2: Orchard work"]


def test_a_carried_pack_with_mistakes_is_named(own: PackTexts) -> None:
    broken = tuple((name, "title = 3\n" if name == "en/week-2.toml" else text) for name, text in own)
    with pytest.raises(Problems, match="The campaign pack in this kit"):
        campaign_of(replace(PROJECT, pack=broken), bundled_campaign(), paths.assets())


def without(own: PackTexts, file: str, key: str) -> PackTexts:
    """The pack as a program wrote it that did not know a key yet, such as "card" or "copy.goals"."""

    def older(text: str) -> str:
        values = tomllib.loads(text)
        table, _, name = key.rpartition(".")
        del (values[table] if table else values)[name]
        return file_text("An older program wrote this.", values)

    return tuple((name, older(text) if name == file else text) for name, text in own)


@pytest.mark.parametrize(("file", "key"), [
    ("en/words.toml", "card"), ("es/words.toml", "hotline"), ("en/campaign.toml", "about_hotline"),
    ("en/words.toml", "copy.goals"),
])  # fmt: skip
def test_a_pack_of_an_older_program_is_completed(own: PackTexts, file: str, key: str) -> None:
    older = without(own, file, key)
    with pytest.raises(Problems):
        read_pack(older, "en")
    campaign = campaign_of(replace(PROJECT, pack=older), bundled_campaign(), paths.assets())
    assert campaign == read_pack(own, "en")


def test_a_folder_of_an_older_program_gets_the_labels_that_it_lacks(own: PackTexts, tmp_path: Path) -> None:
    for name, text in without(without(own, "en/words.toml", "copy.goals"), "en/campaign.toml", "about_hotline"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:  # Labels are the program's, texts are the campaign's.
        read_pack(pack_for(tmp_path, None, paths.assets()), "en")
    assert ["about_hotline" in one.message for one in caught.value.problems] == [True]
    complete = dict(own)["en/campaign.toml"]
    (tmp_path / "en" / "campaign.toml").write_text(complete, encoding="utf-8")
    assert read_pack(pack_for(tmp_path, None, paths.assets()), "en") == read_pack(own, "en")


def test_words_that_the_program_no_longer_says_are_left_out(own: PackTexts) -> None:
    word = 'limit = "Limit"\nwords = "Text"'
    older = tuple(
        (name, text.replace('words = "Text"', word) if name == "en/words.toml" else text) for name, text in own
    )
    assert older != own
    with pytest.raises(Problems):
        read_pack(older, "en")
    assert read_pack(renewed(older, pack_texts(BUNDLED)), "en") == read_pack(own, "en")


def test_what_a_campaign_may_do_without_is_not_added_from_ours(own: PackTexts) -> None:
    without_voices = without(own, "en/campaign.toml", "voices")
    campaign = campaign_of(replace(PROJECT, pack=without_voices), bundled_campaign(), paths.assets())
    assert campaign.month.voices is None

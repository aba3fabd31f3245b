"""Every number of the campaign is a fact with a source and an age, and an old one is reported."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.facts import overdue, says
from htpm_studio.campaign.language.check_wording import load_rules
from htpm_studio.campaign.model import Campaign, Fact
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.cli.commands import main
from htpm_studio.errors import Problems
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.facts import FACT_OLD
from htpm_studio.export.preflight.report import gather, make_safe, preflight
from htpm_studio.export.sources.fact_list import fact_uses
from htpm_studio.pieces.declared import pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

BUNDLED = paths.assets() / "campaigns" / "htpm"
FACT = Fact(
    "sample", ("27.6", "86 %"), "27.6 million people", "2021", "A publisher", 2022, "https://example.org/report",
    "verified", "2026-01-01", "2027-01-01", "the next edition",
)  # fmt: skip

PLAIN = Options()


@cache
def resources() -> Resources:
    return bundled_resources()


def kit_of(
    language: str, week: int, today: dt.date, facts: tuple[Fact, ...] | None = None, options: Options = PLAIN
) -> Kit:
    campaign: Campaign = bundled_campaign(language)
    if facts is not None:
        campaign = replace(campaign, facts=facts)
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    return build_kit(project, campaign, resources(), options, today)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("27.6 million people", True), ("In 2021: 27.6.", True), ("86\u00a0% of it", True), ("86\u202f% of it", True),
        ("127.6 million", False), ("27.65 million", False), ("1,27.6", False), ("276", False), ("86 of them", False),
    ],
)  # fmt: skip
def test_a_text_says_a_fact_when_it_holds_the_whole_number(text: str, said: bool) -> None:
    assert says(FACT, text) is said


def test_a_fact_is_overdue_from_the_day_on_which_the_next_number_is_expected() -> None:
    assert overdue([FACT], dt.date(2026, 12, 31)) == ()
    assert overdue([FACT], dt.date(2027, 1, 1)) == (FACT,)


def test_no_fact_of_the_built_in_campaign_is_overdue_today() -> None:
    old = [f"{fact.id}: {fact.successor}" for fact in overdue(bundled_campaign().facts, dt.date.today())]
    assert old == [], "look these numbers up, then change facts.toml and every text that says them"


def test_every_fact_is_used_in_every_language() -> None:
    for fact, places in fact_uses(None, paths.assets(), JobContext()).items():
        assert {place.partition("/")[0] for place in places} == set(languages(BUNDLED)), fact.id


def numbers(kit: Kit) -> Iterator[tuple[str, str]]:
    """Each place that rule W11 calls a number, with the text around it."""
    rules = [rule for rule in load_rules(paths.assets() / "language-rules.toml") if rule.id.startswith("W11")]
    specs = [spec for spec in plan(kit) if not spec.repeats]
    legend = pieces().words(kit.campaign.language)["patch_is"].partition("{")[0]
    for passage in gather(kit, specs).passages:
        for rule in rules:
            if rule.pattern and rule.asks(passage.role, kit.campaign.language):
                for found in rule.pattern.finditer(passage.text):
                    if passage.text[: found.start()].endswith(legend):
                        continue  # what a patch of a drawn number is worth
                    yield found.group(), passage.text[max(0, found.start() - 8) : found.end() + 8]


@pytest.mark.parametrize("language", languages(BUNDLED))
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_every_number_in_the_texts_is_a_fact(language: str, week: int) -> None:
    kit = kit_of(language, week, dt.date(2026, 11, 27))
    stray = {around for _, around in numbers(kit) if not any(says(fact, around) for fact in kit.campaign.facts)}
    charted = {f": {point.count / 1e6:.1f} mill" for fact in kit.campaign.facts if fact.chart for point in fact.series}
    assert {around for around in stray if not any(part in around for part in charted)} == set()


def test_an_old_number_is_a_check_that_names_its_successor_and_where_it_appears() -> None:
    kit = kit_of("en", 1, dt.date(2027, 1, 5), (FACT,), Options(("deck",)))
    report = preflight(kit, bundled_tools())
    found = [check for check in report.checks if check.code == FACT_OLD]
    assert [check.group for check in found] == ["look"]
    assert "the next edition" in found[0].sentence
    assert "2027-01-01" in found[0].sentence
    assert "Slide" in found[0].reason


def test_an_export_warns_of_an_old_number_and_of_a_fresh_one_says_nothing() -> None:
    tools = bundled_tools()
    _, old = make_safe(kit_of("en", 1, dt.date(2027, 1, 5), (FACT,)), tools)
    _, fresh = make_safe(kit_of("en", 1, dt.date(2026, 12, 5), (FACT,)), tools)
    assert [(one.severity, one.code) for one in old] == [("warning", FACT_OLD)]
    assert fresh == []


def test_a_kit_that_says_none_of_the_old_numbers_is_left_alone() -> None:
    unused = replace(FACT, figures=("99.9",))
    _, findings = make_safe(kit_of("en", 1, dt.date(2027, 1, 5), (unused,)), bundled_tools())
    assert findings == []


def test_the_command_lists_every_fact_with_source_and_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts"]) == 0
    shown = capsys.readouterr().out
    for fact in bundled_campaign().facts:
        assert fact.value in shown.replace("\n", " ") or fact.value[:40] in shown
        assert fact.due in shown
        assert all(f"{point.label}: {point.count:,}" in shown for point in fact.series)


def test_the_command_says_with_its_status_that_a_number_is_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = Path(shutil.copytree(BUNDLED, tmp_path / "pack"))
    sheet = pack / "facts.toml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace('due = "20', 'due = "19'), encoding="utf-8")
    assert main(["facts", "--campaign", str(pack), "--json"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["overdue"] for row in rows} == {True}


def test_mistakes_in_the_list_are_named_with_their_line(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(BUNDLED, tmp_path / "pack"))
    sheet = pack / "facts.toml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace('due = "2027-09-01"', 'due = "soon"', 1), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_pack(pack, "en")
    line = text[: text.index('due = "2027-09-01"')].count("\n") + 1
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [("facts.toml", line)]


def test_a_series_agrees_with_its_number_and_its_years_follow_each_other() -> None:
    facts = {fact.id: fact for fact in bundled_campaign().facts}
    kinds = facts["forced-labor-worldwide"].series
    assert abs(sum(point.count for point in kinds) - 27_600_000) <= 100_000, "rounded parts of a rounded sum"
    for name, last in (("cybertipline-reports", 20_500_000), ("homelessness", 745_652)):
        series = facts[name].series
        assert series[-1].count == last
        assert [point.label for point in series] == sorted({point.label for point in series})


@pytest.mark.parametrize("wrong", ['label = "2020"', 'label = "2019", count = 0 }, { label = "1999"'])
def test_a_series_with_a_double_label_or_without_a_count_is_refused(tmp_path: Path, wrong: str) -> None:
    pack = Path(shutil.copytree(BUNDLED, tmp_path / "pack"))
    sheet = pack / "facts.toml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace('label = "2019"', wrong, 1), encoding="utf-8")
    with pytest.raises(Problems, match="each with a label"):
        read_pack(pack, "en")


def test_a_pack_that_a_kit_carries_keeps_its_facts_and_one_without_them_reads_well() -> None:
    texts = pack_texts(BUNDLED)
    assert read_pack(texts, "es").facts == bundled_campaign("es").facts
    assert read_pack(tuple(row for row in texts if row[0] != "facts.toml"), "en").facts == ()

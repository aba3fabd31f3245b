"""A kit for another month or day: its own name, dates and helpline everywhere, and no word, number or date of ours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.report import load_tools, make_safe
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.sources.toolkit_import import pack_of, read_toolkit
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Official, Project
from htpm_studio.scene.nodes import Group, Link, Picture
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_resources
from tests.helpers.kit_search import texts_of
from tests.helpers.sweeps import sampled
from tests.helpers.toolkits import toolkit_file

TODAY = dt.date(2027, 3, 1)
DAY = toolkit_file("libraries.md").decode()
OURS = re.compile(
    r"human trafficking|trafficking prevention|forced ?labor|wear ?blue|blue campaign|\bjanuary\b|partner2prevent"
    r"|endtrafficking|voices of freedom|\botip\b(?!\w)|acf\.(?:hhs\.)?gov|look beneath|soar online|connecting the dots"
    r"|888\W{0,3}373|373\W{0,3}7888|233733|befree|humantraffickinghotline|\bfive weeks\b|more than 200 languages"
    r"|national human|\bhtpm\b(?!.?studio)",
    re.IGNORECASE,
)
TOPIC = re.compile(r"traffick|exploit", re.IGNORECASE)
"""What a kit that is about something else does not say, either."""

_PICTURE = re.compile(r"data:[a-z]+/[a-z+]+;base64,[A-Za-z0-9+/=]+")
CASES = (("month.docx", (OURS, TOPIC)), ("day.md", (OURS,)))


def quiet() -> JobContext:
    return JobContext(lambda _progress: None)


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Campaign]:
    """What the real import makes of the two documents."""
    folder = tmp_path_factory.mktemp("toolkits")
    found: dict[str, Campaign] = {}
    for name, data in (("month.docx", toolkit_file("harbor.docx")), ("day.md", toolkit_file("libraries.md"))):
        (folder / name).write_bytes(data)
        made = pack_of(read_toolkit(folder / name, quiet(), paths.assets()), paths.assets())
        found[name] = read_pack(made.texts, "en")
    return found


_KITS: dict[tuple[str, int], Kit] = {}


def kit_of(campaign: Campaign, week: int) -> Kit:
    known = (campaign.month.name, week)
    if known not in _KITS:
        _KITS[known] = _kit(campaign, week)
    return _KITS[known]


def _kit(campaign: Campaign, week: int) -> Kit:
    official = Official("Dana Whitfield", "Mayor", "Harbor County")
    project = Project(Brand("Harbor County Library"), week, 2027, official=official)
    return build_kit(project, campaign, bundled_resources(), Options(), TODAY)


def said(kit: Kit) -> Iterator[tuple[str, str]]:
    """Everything that the files of a kit say: words, pages, what is read aloud, and what programs show beside them."""
    for spec in with_words(kit, plan(kit)):
        yield spec.path, "\n".join((spec.path, spec.title, spec.alt, spec.caption))
        if spec.words is not None:
            yield spec.path, "\n".join((*spec.words.said, *spec.words.beside))
        for page in pages_of(spec, kit.page_inputs) if spec.format in ("pdf", "png") else ():
            yield spec.path, "\n".join((page.info.title, page.info.notes, page.info.name))
            yield spec.path, "\n".join(_shown(compose(page, kit.page_inputs).page.nodes))


def _shown(nodes: object) -> Iterator[str]:
    for node in walk(nodes):  # type: ignore[arg-type]
        if isinstance(node, Picture | Group):
            yield node.alt
        elif isinstance(node, Link):
            yield f"{node.url} {node.description}"


@pytest.mark.parametrize(("name", "patterns"), sampled(CASES, CASES[0]))
def test_a_kit_of_another_observance_says_nothing_of_ours(
    name: str, patterns: tuple[re.Pattern[str], ...], campaigns: Mapping[str, Campaign]
) -> None:
    kit = kit_of(campaigns[name], 1)
    found = [(path, one.group()) for path, text in said(kit) for pattern in patterns for one in pattern.finditer(text)]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "patterns"), CASES)
def test_no_file_of_such_a_kit_holds_anything_of_ours(
    name: str, patterns: tuple[re.Pattern[str], ...], campaigns: Mapping[str, Campaign], tmp_path: Path
) -> None:
    for week in campaigns[name].weeks:
        export_kit(kit_of(campaigns[name], week.number), tmp_path, quiet())
    read = [(path, _PICTURE.sub("", text)) for path, text in texts_of(tmp_path)]
    found = [(path, one.group()) for path, text in read for pattern in patterns for one in pattern.finditer(text)]
    assert found == []
    assert any("1-800-555-0142" in text or "08000 555 0199" in text for _, text in read)


def test_a_word_that_is_texted_is_named_with_its_number(campaigns: Mapping[str, Campaign]) -> None:
    kit = kit_of(campaigns["month.docx"], 1)
    card = next(spec for spec in plan(kit) if spec.path.endswith("letter/hotline-cards.pdf"))
    shown = [
        block.text for page in pages_of(card, kit.page_inputs) for block in texts(compose(page, kit.page_inputs).page)
    ]
    assert "SAFE to 55512" in shown


def test_a_helpline_without_texting_and_address_leaves_no_empty_place(campaigns: Mapping[str, Campaign]) -> None:
    kit = kit_of(campaigns["day.md"], 1)
    for spec in (one for one in plan(kit) if one.medium == "print" and "letter" in one.path):
        shown = [
            block.text.strip()
            for page in pages_of(spec, kit.page_inputs)
            for block in texts(compose(page, kit.page_inputs).page)
        ]
        assert not {"Text", "Chat", "Web"} & set(shown), spec.path


LIFELINE = """# Suicide Prevention Month 2027

## Week 1 (September 6-12): Talk

Confronting stigma starts with one conversation. About 50% of us know somebody.

### Actions

* Confront stigma in your workplace.

### Posts

Confront stigma: ask a friend directly today. Meet us on March 3, 2026. #AskToday

## If you need help

988 Suicide & Crisis Lifeline: call or text 988.
"""


def test_nothing_of_another_cause_is_replaced_without_the_user(tmp_path: Path) -> None:
    (tmp_path / "toolkit.md").write_text(LIFELINE, encoding="utf-8")
    campaign = pack_of(read_toolkit(tmp_path / "toolkit.md", quiet(), paths.assets()), paths.assets()).campaign
    kit = _kit(campaign, 1)
    safe, findings = make_safe(kit, load_tools(paths.assets()))
    assert safe == kit
    assert {finding.code for finding in findings} == {"W11"}, "what is wrong with numbers is still said"


def test_the_hotline_of_this_programs_cause_stops_a_kit_of_another_and_names_the_file(
    campaigns: Mapping[str, Campaign],
) -> None:
    campaign = campaigns["month.docx"]
    words = replace(campaign.words, help_lead="Call 1-888-373-7888.")
    kit = _kit(replace(campaign, words=words), 1)
    specs = [spec for spec in plan(kit) if spec.path == "print/letter/hotline-cards.pdf"]
    with pytest.raises(InputError, match=r"print/letter/hotline-cards\.pdf shows the hotline 1-888-373-7888"):
        block_unsafe(kit, specs)
    week = replace(campaign.week(1), idea="Call 1-888-373-7888 about trafficking.")
    meant = _kit(replace(campaign, words=words, weeks=(week,)), 1)
    assert block_unsafe(meant, specs)[0], "who writes it into the toolkit means it"


# ------------------------------------------------------------------ questions


def refused(text: str, tmp_path: Path, answers: Answers = Answers()) -> str:  # noqa: B008
    (tmp_path / "toolkit.md").write_text(text, encoding="utf-8")
    findings = read_toolkit(tmp_path / "toolkit.md", quiet(), paths.assets(), answers=answers)
    with pytest.raises(InputError) as caught:
        pack_of(findings, paths.assets())
    return f"{caught.value.message} {caught.value.hint}"


def test_of_two_helplines_the_user_says_which_it_is(tmp_path: Path) -> None:
    text = DAY.replace("press office, 020 5550 0110", "call the Museum Helpline, 020 5550 0110")
    said = refused(text, tmp_path)
    assert "Which one is the helpline?" in said
    assert "--helpline" in said
    assert "Freedom Listens Helpline: 08000 555 0199; Museum Helpline: 020 5550 0110" in said
    findings = read_toolkit(tmp_path / "toolkit.md", quiet(), paths.assets(), answers=Answers(helpline="Museum"))
    campaign = pack_of(findings, paths.assets()).campaign
    assert campaign.hotline.number == "020 5550 0110"
    assert [one.number for one in campaign.info.helplines] == ["08000 555 0199"]

"""A kit for another month or day: its own name, dates and helpline everywhere, and no word, number or date of ours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign, Hotline
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.toolkit_import.make_posts import MAX_ID
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
from htpm_studio.scene.nodes import Group, Link, Page, Picture, Shape
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
        for page in pages_of(spec, kit) if spec.format in ("pdf", "png") else ():
            yield spec.path, "\n".join((page.info.title, page.info.notes, page.info.name))
            yield spec.path, "\n".join(_shown(compose(page, kit).page.nodes))


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


def test_month_day_and_helpline_come_from_the_document(campaigns: Mapping[str, Campaign]) -> None:
    month, day = campaigns["month.docx"], campaigns["day.md"]
    assert (month.month.name, month.observance.month, month.observance.day) == (
        "Domestic Violence Awareness Month", 10, 21,
    )  # fmt: skip
    assert (day.month.name, day.observance.month, day.observance.day) == (
        "World Day Against Trafficking in Persons", 7, 30,
    )  # fmt: skip
    assert (month.hotline.number, month.hotline.text_number, month.hotline.text_keyword) == (
        "1-800-555-0142", "55512", "SAFE",
    )  # fmt: skip
    assert (day.hotline.number, day.hotline.text_number, day.hotline.web) == ("08000 555 0199", "", "")
    assert month.words.emergency == "In immediate danger, call 911."
    assert day.words.emergency == "In immediate danger, call 112."
    assert month.words.help_note == "Free and confidential, 24 hours a day."
    assert day.words.help_note == "Free."


def test_its_weeks_are_on_the_days_that_it_prints(campaigns: Mapping[str, Campaign]) -> None:
    schedule = kit_of(campaigns["month.docx"], 1).schedule
    assert [(week.first, week.last) for week in schedule.weeks] == [
        (dt.date(2027, 10, 4), dt.date(2027, 10, 10)), (dt.date(2027, 10, 18), dt.date(2027, 10, 24)),
    ]  # fmt: skip
    assert kit_of(campaigns["day.md"], 2).values["day_date"] == "July 30, 2027"


def test_a_word_that_is_texted_is_named_with_its_number(campaigns: Mapping[str, Campaign]) -> None:
    kit = kit_of(campaigns["month.docx"], 1)
    card = next(spec for spec in plan(kit) if spec.path.endswith("letter/hotline-cards.pdf"))
    shown = [block.text for page in pages_of(card, kit) for block in texts(compose(page, kit).page)]
    assert "SAFE to 55512" in shown


def test_a_helpline_without_texting_and_address_leaves_no_empty_place(campaigns: Mapping[str, Campaign]) -> None:
    kit = kit_of(campaigns["day.md"], 1)
    for spec in (one for one in plan(kit) if one.medium == "print" and "letter" in one.path):
        shown = [block.text.strip() for page in pages_of(spec, kit) for block in texts(compose(page, kit).page)]
        assert not {"Text", "Chat", "Web"} & set(shown), spec.path


def test_the_files_of_a_post_have_its_whole_name(campaigns: Mapping[str, Campaign]) -> None:
    campaign = campaigns["month.docx"]
    name = f"w1{'-neighbors' * 5}-together"[:MAX_ID]
    posts = (replace(campaign.week(1).posts[0], id=name), *campaign.week(1).posts[1:])
    weeks = tuple(replace(one, posts=posts) if one.number == 1 else one for one in campaign.weeks)
    paths_of = [spec.path for spec in plan(_kit(replace(campaign, weeks=weeks), 1)) if spec.medium == "social"]
    assert len(name) == MAX_ID
    assert any(path.endswith(f"-{name}.png") for path in paths_of)


def test_posts_take_the_design_of_what_they_say(campaigns: Mapping[str, Campaign]) -> None:
    first, second = campaigns["month.docx"].weeks
    assert [post.graphic.template for post in first.posts] == [
        "social/statement", "social/statistic", "social/steps", "social/question",
    ]  # fmt: skip
    assert [post.graphic.template for post in second.posts] == ["social/event", "social/quote"]
    assert campaigns["day.md"].weeks[0].posts[1].graphic.fields["fact"] == "It happens in towns like ours."


def test_decks_of_an_import_have_the_shape_of_ours(campaigns: Mapping[str, Campaign]) -> None:
    layouts = [slide.layout.removeprefix("deck/") for slide in campaigns["month.docx"].week(1).deck("training").slides]
    assert layouts == [
        "title", "notice", "help", "agenda", "photo_text", "statistic", "bullets", "discussion", "resources", "help",
        "closing",
    ]  # fmt: skip


def test_the_loop_says_what_posts_say_and_the_poster_has_the_line_of_the_month(
    campaigns: Mapping[str, Campaign],
) -> None:
    campaign = campaigns["month.docx"]
    week, theme = campaign.week(1), campaign.month.themes[0]
    said = [slide.fields["head"] for slide in week.deck("loop").slides if slide.layout == "deck/section"]
    assert said
    assert all(any(post.text.startswith(str(head)) for post in week.posts) for head in said)
    assert week.handout("poster").fields["head"] == theme.title.removesuffix(".")
    assert any(row.startswith("This year’s theme: {theme") for row in campaign.month.newsletter.paragraphs)


def test_what_a_title_says_after_its_colon_is_not_said_again(campaigns: Mapping[str, Campaign]) -> None:
    week = campaigns["month.docx"].week(1)
    (sheet,) = (one for one in week.handouts if one.template == "print/resources")
    rows: Any = sheet.fields["items"]
    assert next(row["title"] for row in rows) == "Early Signs Checklist: One page to print"
    assert not any("text" in row for row in rows)


@pytest.mark.parametrize("family", ["common-thread", "broadside", "quilt"])
def test_the_ways_to_reach_a_helpline_stay_on_their_panel(family: str, campaigns: Mapping[str, Campaign]) -> None:
    """A word that is texted to a number, and an address, are together wider than those of the built-in campaign."""
    project = Project(Brand("Harbor County Library", family=family), 1, 2027)
    kit = build_kit(project, campaigns["month.docx"], bundled_resources(), Options(), TODAY)
    spec = next(one for one in plan(kit) if one.path == "print/letter/resources.pdf")
    page = compose(spec.pages[0], kit).page
    edge = page.size.width - min(node.box.x for node in texts(page))
    for text in texts(page):
        assert all(line.x + line.width <= edge + 0.5 for line in text.lines), text.text


def a_page(campaign: Campaign, family: str, path: str) -> Page:
    """The last page of a file of the first week."""
    resources = bundled_resources().in_family(family)
    kit = build_kit(Project(Brand("Harbor", family=family), 1, 2027), campaign, resources, Options(), TODAY)
    spec = next(one for one in plan(kit) if one.path == path)
    return compose(spec.pages[-1], kit).page


@pytest.mark.parametrize("family", ["common-thread", "broadside", "quilt"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_one_resource_fills_its_sheet(family: str, paper: str, campaigns: Mapping[str, Campaign]) -> None:
    campaign = campaigns["month.docx"]
    week = campaign.week(1)
    sheets = tuple(
        replace(one, fields={**one.fields, "items": ({"title": "Early Signs", "url": "example.org/signs"},)})
        if one.id == "resources"
        else one
        for one in week.handouts
    )
    weeks = tuple(replace(one, handouts=sheets) if one.number == 1 else one for one in campaign.weeks)
    page = a_page(replace(campaign, weeks=weeks), family, f"print/{paper}/resources.pdf")
    (code,) = (node for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "quiet zone")
    assert code.box.height > page.size.height / 4


@pytest.mark.parametrize("family", ["common-thread", "broadside", "quilt"])
def test_a_card_with_one_number_names_no_way_to_reach_it_after_it(
    family: str, campaigns: Mapping[str, Campaign]
) -> None:
    """Several ways are told apart by their words; one number has a sign alone, and is larger."""
    several = campaigns["month.docx"]
    line = Hotline(several.hotline.number, name=several.hotline.name)
    alone = replace(several, info=replace(several.info, hotline=line))
    word = several.words.call
    sizes = []
    for campaign, told in ((several, True), (alone, False)):
        page = a_page(campaign, family, "print/letter/hotline-cards.pdf")
        assert (word in [text.text for text in texts(page)]) is told
        sizes.append(next(text.style.size for text in texts(page) if text.text == campaign.hotline.number))
    assert sizes[1] > sizes[0]


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


def test_a_toolkit_of_another_observance_without_a_year_is_asked_for_it(tmp_path: Path) -> None:
    post = "Learn the signs today: example.org/x #Safe"
    text = f"# Safety Awareness Month\n\n## Week 1: October 4-10\n\n### Posts\n\n{post}\n"
    assert "does not say for which year it is" in refused(text, tmp_path)


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


def test_a_document_without_a_helpline_is_asked_for_one(tmp_path: Path) -> None:
    text = DAY.replace("Freedom Listens Helpline: 08000 555 0199. The call is free. ", "").replace(
        ", 020 5550 0110", ""
    )
    assert "It names no helpline." in refused(text, tmp_path)
    given = Answers(helpline="Quiet Line=1-800-555-0100")
    findings = read_toolkit(tmp_path / "toolkit.md", quiet(), paths.assets(), answers=given)
    hotline = pack_of(findings, paths.assets()).campaign.hotline
    assert (hotline.name, hotline.number) == ("Quiet Line", "1-800-555-0100")


def test_a_month_that_is_not_clear_is_asked_for(tmp_path: Path) -> None:
    said = refused(DAY.replace("July", "summer").replace("# World", "# 2027: World", 1), tmp_path)
    assert "in which month" in said
    assert "--month" in said


def test_letters_of_the_keypad_are_digits_and_a_tty_number_is_no_second_helpline(tmp_path: Path) -> None:
    line = "Quiet Steps Hotline: 1-800-555-SAFE (7233), TTY 1-800-555-0224, text START to 88788, day or night."
    text = DAY.replace("Freedom Listens Helpline: 08000 555 0199. The call is free.", line)
    (tmp_path / "toolkit.md").write_text(text.replace(", 020 5550 0110", ""), encoding="utf-8")
    hotline = pack_of(read_toolkit(tmp_path / "toolkit.md", quiet(), paths.assets()), paths.assets()).campaign.hotline
    assert (hotline.name, hotline.number) == ("Quiet Steps Hotline", "1-800-555-7233")
    assert (hotline.text_number, hotline.text_keyword) == ("88788", "START")

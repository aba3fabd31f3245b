"""What an editor promises of the built-in campaign in each language: one word for one thing, one tone a piece."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign, Handout, Resource, Slide, Week
from htpm_studio.campaign.pack import languages
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.compose.compose_page import compose_page
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.articles import newsletter_blocks, web_blocks
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.walk import texts as texts_of
from tests.helpers.bundled import bundled_campaign, bundled_resources

BUNDLED = paths.assets() / "campaigns" / "htpm"
RESOURCES = bundled_resources()
SPANISH = bundled_campaign("es")
ALSO_IN_SPANISH = frozenset(
    {
        "hotline", "help", "help-available", "recognizing-signs", "wage-and-hour",
        "look-materials", "worker-rights", "dial-211", "ready-plan", "runaway-safeline", "cybertipline",
        "lifeline-988", "take-it-down", "take-it-down-act", "stop-ncii", "domestic-violence-hotline", "law-help",
        "un-guiding-principles", "oecd-guidance", "farmworker-card", "soar", "soar-online",
    }
)  # fmt: skip
"""Resources that are not only in English."""
MARKS = 70
"""How often the Spanish campaign says "(en inglés)" at most; it was 252 times once."""
TO_ADULTS = re.compile(
    r"\b(?:usted|llame|escriba|chatee|haga|hable|planee|decida|presione|use|guarde|su teléfono)\b", re.I
)
TO_TEENS = re.compile(r"\b(?:tú|tu|tus|llama al|detente|cuéntalo|cuéntaselo|puedes|mereces|haz)\b", re.IGNORECASE)


@pytest.fixture(scope="module", params=languages(BUNDLED))
def campaign(request: pytest.FixtureRequest) -> Campaign:
    """The bundled pack in each language."""
    return bundled_campaign(request.param)


def texts(value: object) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts(inner)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from texts(getattr(value, entry.name))


def kit_of(language: str, week: int) -> Kit:
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), RESOURCES, Options(), dt.date(2026, 11, 25))


def shown(kit: Kit, page: PageSpec) -> str:
    made = compose_page(page.template, page.canvas, page.content, kit.look, kit.resources.library, page.info)
    return " ".join(" ".join(block.text.split()) for block in texts_of(made.page))


# ---------------------------------------------------------------- tone


@pytest.mark.parametrize("week", [3, 4])
def test_a_spanish_piece_for_teens_says_tu_on_every_page_and_usted_on_none(week: int) -> None:
    kit = kit_of("es", week)
    pieces = {f"w{week}/social/{post.id}" for post in kit.week.posts if post.tone == "teen"}
    pieces |= {f"w{week}/print/{one.id}" for one in kit.week.handouts if one.tone == "teen"}
    decks = tuple(f"w{week}/deck/{deck.id}/" for deck in kit.week.decks if deck.tone == "teen")
    said: dict[str, str] = {}
    for spec in plan(kit):
        for page in spec.pages:
            piece = page.piece or spec.piece
            if piece in pieces or piece.startswith(decks or ("no deck",)):
                said[f"{piece} {page.template} {page.canvas}"] = shown(kit, page)
    assert len({name.split()[0] for name in said}) >= len(pieces) + 5 * len(decks)
    assert [(name, found.group()) for name, text in said.items() if (found := TO_ADULTS.search(text))] == []
    assert week != 4 or sum("Si hay peligro inmediato, llama al 911." in text for text in said.values()) >= 5


def test_pieces_for_adults_never_say_tu_outside_quotation_marks() -> None:
    quoted = re.compile(r"“[^”]*”")
    for week in SPANISH.weeks:
        pieces = [*(one for one in week.posts), *week.handouts, *(deck for deck in week.decks if deck.id != "training")]
        for piece in pieces:
            if piece.tone == "adult":
                said = " ".join(quoted.sub("", text) for text in texts(piece) if not text.startswith("Tiempo:"))
                assert TO_TEENS.findall(said) == [], (week.number, piece.id)


def test_posts_and_pieces_have_the_same_tone_in_every_language(campaign: Campaign) -> None:
    def tones(one: Campaign) -> list[tuple[int, str, str]]:
        return [
            (week.number, piece.id, piece.tone)
            for week in one.weeks
            for piece in (*week.posts, *week.handouts, *week.decks)
        ]

    assert tones(campaign) == tones(bundled_campaign())
    assert sum(tone == "teen" for _, _, tone in tones(campaign)) == 6


# ---------------------------------------------------------------- one word for one thing


def test_the_line_on_what_to_do_in_danger_is_one(campaign: Campaign) -> None:
    words = campaign.words
    for week in campaign.weeks:
        for deck in week.decks:
            own = words.for_teens() if deck.tone == "teen" else words
            expected = own.emergency if deck.id == "loop" else words.warning
            told = [slide.fields["warning"] for slide in deck.slides if slide.layout == "deck/help"]
            assert set(told) == {expected}, (week.number, deck.id)
    danger = re.compile(r"(?<![a-záéí] )\b(?:In danger now|En peligro inmediato|Si hay peligro:)")
    assert [text for text in texts(campaign) if danger.search(text)] == []


def test_names_have_one_spelling(campaign: Campaign) -> None:
    said = list(texts(campaign))
    assert [text for text in said if re.search(r"Take it Down|Take It Down Act", text)] == []
    if campaign.language == "es":
        assert [text for text in said if "National Domestic Violence Hotline" in text] == []
        names = {
            found for text in said for found in re.findall(r"Línea[^.:,]{0,12} contra la Violencia Doméstica", text)
        }
        assert names == {"Línea Nacional contra la Violencia Doméstica"}


def test_the_theme_has_one_wording_and_no_bullet_ends_in_its_period(campaign: Campaign) -> None:
    theme = campaign.theme(2027)
    assert theme.title == theme.line == f"{theme.short}."
    for week in campaign.weeks:
        items = [text for deck in week.decks for slide in deck.slides for text in texts(slide.fields.get("items", ()))]
        assert [text for text in items if "{theme}" in text] == []
        assert sum("{theme_short}" in text for text in items) == 1
    assert not kit_of(campaign.language, 1).values["theme_short"].endswith(".")


def test_quotation_marks_and_apostrophes_are_typographic(campaign: Campaign) -> None:
    for value in (campaign.month, campaign.words, campaign.weeks):
        assert [text for text in texts(value) if "'" in text or '"' in text] == []


# ---------------------------------------------------------------- resources


def test_every_resource_only_in_english_says_so_in_spanish() -> None:
    marked = {one.id for one in _resources(SPANISH) if one.in_english}
    assert {one.id for one in _resources(SPANISH)} - marked == ALSO_IN_SPANISH
    assert [one.id for one in _resources(SPANISH) if "(en inglés" in one.about] == []
    rows = [row for week in SPANISH.weeks for piece in _pieces(week) for row in _rows(piece.fields.get("items", ()))]
    english = {bare_address(one.url) for one in _resources(SPANISH) if one.id in marked and one.url}
    english -= {bare_address(one.url) for one in _resources(SPANISH) if one.id in ALSO_IN_SPANISH}
    assert len(rows) > 50
    assert [row["title"] for row in rows if row["url"] in english and "(en inglés" not in f"{row['text']}"] == []


def test_few_sentences_send_a_spanish_reader_to_an_english_page() -> None:
    marks = sum(text.count("(en inglés") for part in (SPANISH.month, SPANISH.weeks) for text in texts(part))
    assert marks <= MARKS


def test_a_spanish_text_names_the_spanish_page_of_whatever_has_one() -> None:
    pages = {bare_address(one.url): bare_address(page) for one in _resources(SPANISH) for _, page in one.pages}
    before = {bare_address(one.url) for one in _resources(bundled_campaign())} - {*map(bare_address, _urls(SPANISH))}
    assert len(pages) >= 6
    assert {*pages.values()} <= {*map(bare_address, _urls(SPANISH))}
    for text in (*texts(SPANISH.month), *texts(SPANISH.weeks)):
        found = {found.rstrip(".,").removeprefix("www.") for found in re.findall(r"[\w.-]+\.(?:gov|org)[\w/.-]*", text)}
        assert not found & before, text
    assert SPANISH.hotline.web.endswith("/es")
    assert not bundled_campaign().hotline.web.endswith("/es")


def test_a_card_has_the_page_of_the_hotline_in_the_language_of_each_column() -> None:
    kit = kit_of("en", 2)
    cards = [spec for spec in plan(kit) if spec.path == "print/letter/hotline-cards.pdf"]
    said = {page.language: shown(kit, page) for spec in cards for page in spec.pages if "inside" in page.template}
    assert "humantraffickinghotline.org/es" in said["es"]
    assert "humantraffickinghotline.org/es" not in said["en"]


def test_no_post_for_people_at_risk_ends_in_another_language() -> None:
    posts = [post for week in SPANISH.weeks for post in week.posts if post.audience == "at-risk"]
    assert len(posts) >= 9
    assert [
        post.id for post in posts for text in (post.text, post.short) if text.rstrip(" :.").endswith("inglés)")
    ] == []


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_no_two_things_on_a_slide_or_sheet_show_the_same_address(campaign: Campaign, week: int) -> None:
    kit = kit_of(campaign.language, week)
    seen = 0
    for spec in plan(kit):
        for page in (
            spec.pages if spec.format != "potx" else ()
        ):  # a sample of the template has one address, over and over
            for name in ("items", "rows"):
                listed = [str(row.get("address") or row["url"]) for row in _rows(page.content.get(name, ()))]
                text = shown(kit, page) if listed and page.template.startswith("deck/") else ""
                assert len(set(listed)) == len(listed), (page.template, listed)
                assert not text or all(address in text for address in listed), (page.template, listed, text)
                seen += len(listed)
    assert seen > 30


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_an_article_names_one_link_for_an_action_and_says_which_language_it_is_in(week: int) -> None:
    kit = kit_of("es", week)
    known = {one.title: one for one in (*kit.campaign.month.resources, *kit.week.resources)}
    for blocks in (newsletter_blocks(kit), web_blocks(kit)):
        steps = [block for block in blocks if block.kind == "step"]
        links = [[span for span in block.spans if span.url] for block in steps]
        assert len(steps) == 3
        assert all(len(found) <= 1 for found in links)
        urls = [found[0].url for found in links if found]
        assert len(set(urls)) == len(urls) > 0
        for block in steps:
            for at, span in enumerate(block.spans):
                if span.url:
                    mark = " (en inglés)" if known[span.text].in_english else ""
                    assert (span.url, block.spans[at + 1].text) == (known[span.text].url, f"{mark}.")


def _resources(campaign: Campaign) -> list[Resource]:
    return [*campaign.month.resources, *(one for week in campaign.weeks for one in week.resources)]


def _urls(campaign: Campaign) -> list[str]:
    return [one.url for one in _resources(campaign) if one.url]


def _pieces(week: Week) -> list[Slide | Handout]:
    return [*(slide for deck in week.decks for slide in deck.slides), *week.handouts]


def _rows(items: object) -> Iterator[Mapping[str, object]]:
    for one in items if isinstance(items, tuple) else ():
        if isinstance(one, Mapping) and one.get("url"):
            yield one


# ---------------------------------------------------------------- for trainers


def test_every_talk_says_how_to_give_it_online_and_alone(campaign: Campaign) -> None:
    online, alone, either = {
        "en": ("Online: ", "If you present alone: ", "Online or alone: "),
        "es": ("En línea: ", "Si presenta a solas: ", "En línea o a solas: "),
    }[campaign.language]
    for week in campaign.weeks:
        opening = week.deck("training").slides
        assert sum(row.startswith(online) for row in opening[0].notes.splitlines()) == 1, week.number
        assert sum(row.startswith(alone) for row in opening[1].notes.splitlines()) == 1, week.number
        assert sum(row.startswith(either) for row in week.deck("short").slides[0].notes.splitlines()) == 1, week.number

"""Which words are about harm, and that the campaign says so of each of its pieces, alike in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.harm_words import about_harm
from htpm_studio.campaign.model import Campaign
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.photo_placement import takes_picture
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

PACK = paths.assets() / "campaigns" / "htpm"
CAMPAIGNS = {language: bundled_campaign(language) for language in ("en", "es")}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return build_kit(
        Project(Brand("Riverbend"), 1, 2027), CAMPAIGNS["en"], bundled_resources(), Options(),
        dt.date(2026, 11, 25),
    )  # fmt: skip


def pieces(campaign: Campaign) -> Iterator[tuple[str, str, Fields, bool]]:
    for week in campaign.weeks:
        for deck in week.decks:
            for number, slide in enumerate(deck.slides, 1):
                yield f"w{week.number} {deck.id} {number}", slide.layout, slide.fields, slide.illustrated
        for post in week.posts:
            yield f"w{week.number} {post.id}", post.graphic.template, post.graphic.fields, post.graphic.illustrated
        for handout in week.handouts:
            yield f"w{week.number} {handout.id}", handout.template, handout.fields, handout.illustrated


def words(value: FieldValue, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if name not in ("picture", "icon", "url"):
            yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from words(inner, name)
    else:
        for key, inner in value.items():
            yield from words(inner, key)


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_piece_with_a_picture_and_words_about_harm_says_so(language: str, kit: Kit) -> None:
    campaign = CAMPAIGNS[language]
    unsaid = [
        name
        for name, template, fields, said in pieces(campaign)
        if takes_picture(kit, template) and not said and about_harm(words(fields), (campaign.month.name,))
    ]
    assert unsaid == []


def test_both_languages_say_the_same_of_each_piece(kit: Kit) -> None:
    said = {
        language: {
            (name, template) for name, template, _, harm in pieces(campaign) if harm and takes_picture(kit, template)
        }
        for language, campaign in CAMPAIGNS.items()
    }
    assert said["en"] == said["es"]
    assert {name.partition(" ")[0] for name, _ in said["en"]} == {"w1", "w2", "w3", "w4", "w5"}


@pytest.mark.parametrize(
    "text",
    ["You never owe anyone work or sex.", "Human trafficking can happen here.", "SURVIVORS speak", "Did it hurt?",
     "Si alguien le amenaza", "La trata laboral", "¿La trata dañó su crédito?", "Personas sobrevivientes"],
)  # fmt: skip
def test_words_about_harm_are_found(text: str) -> None:
    assert about_harm([text])


@pytest.mark.parametrize(
    "text",
    ["Fair work keeps people safe", "Charm and pharmacy", "A group of neighbors", "Strong connections make us safer",
     "El trabajo justo protege", "Una comunidad preparada", "Se trata de escuchar a la gente"],
)  # fmt: skip
def test_other_words_are_not(text: str) -> None:
    assert not about_harm([text])


def test_the_name_of_the_month_does_not_count() -> None:
    for campaign in CAMPAIGNS.values():
        name = campaign.month.name
        assert not about_harm([f"{name} 2027"], (name,))
    assert not about_harm(["Mes de la Prevención de la Trata 2027", "Human Trafficking Prevention Month 2027"])
    assert about_harm(["The month against modern slavery"])
    assert not about_harm(["The month against modern slavery"], ("The month against modern slavery",))

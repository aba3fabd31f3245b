"""The notes of the decks: whoever has never seen the topic can teach from them, and a series of five does not bore."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from htpm_studio.campaign.model import Campaign, Deck
from tests.helpers.bundled import bundled_campaign

LONGEST = 1500
"""As many characters as a printed page of notes takes at 12 points."""
SAME_ON_PURPOSE = {
    "Human trafficking is the use of force, fraud or coercion to compel someone into labor or commercial sex.",
    (
        "La trata de personas es el uso de la fuerza, el fraude o la coerción para obligar a alguien a trabajar o a "
        "participar en actos sexuales comerciales."
    ),
    "Con menores de 18 años, todo acto sexual comercial es trata.",
    "Before you describe a person or a place, ask what may be passed on, and to whom.",
    "Antes de describir a una persona o un lugar, pregunten qué datos puede compartir la línea, y con quién.",
}
"""The definition says the same each time, and so does what the hotline may pass on."""
WORDS = {
    "en": (
        "Say:",
        "Ask:",
        "If someone leaves:",
        "If someone stays",
        "If someone approaches",
        "Stop, Observe, Ask, Respond",
    ),
    "es": ("Diga:", "Pregunte:", "Si alguien sale:", "Si alguien se queda", "Si alguien se le acerca", "Stop, Observe"),
}


@pytest.fixture(scope="module", params=["en", "es"])
def campaign(request: pytest.FixtureRequest) -> Campaign:
    """The bundled pack in each language."""
    return bundled_campaign(request.param)


def decks(campaign: Campaign, deck: str) -> list[Deck]:
    return [week.deck(deck) for week in campaign.weeks]


def test_every_training_says_what_to_do_when_someone_leaves_or_says_something(campaign: Campaign) -> None:
    _, _, leaves, stays, comes, _ = WORDS[campaign.language]
    for deck in decks(campaign, "training"):
        assert leaves in deck.slides[1].notes
        assert stays in deck.slides[-2].notes
    for deck in decks(campaign, "short"):
        assert comes in deck.slides[-2].notes


def test_soar_is_spelled_out_in_every_deck_that_names_it(campaign: Campaign) -> None:
    spelled = WORDS[campaign.language][-1]
    for deck in (*decks(campaign, "training"), *decks(campaign, "short")):
        said = " ".join(f"{slide.fields} {slide.notes}" for slide in deck.slides)
        assert "SOAR" not in said or spelled in said, deck.title


def test_five_trainings_in_a_row_do_not_say_the_same_sentences(campaign: Campaign) -> None:
    """What is said to the group; short phrases and what is for the trainer alone may come again."""
    said, asked, *_ = WORDS[campaign.language]
    weeks: defaultdict[str, set[int]] = defaultdict(set)
    for number, deck in enumerate(decks(campaign, "training"), 1):
        rows = [row for slide in deck.slides for row in slide.notes.splitlines() if row.startswith((said, asked))]
        for row in rows:
            for sentence in re.split(r"(?<=[.?!:]) ", row.split(":", 1)[1].strip()):
                if len(sentence.split()) >= 10:
                    weeks[sentence].add(number)
    assert {sentence for sentence, found in weeks.items() if len(found) > 1} <= SAME_ON_PURPOSE


def test_slides_of_five_trainings_have_titles_of_their_own_where_they_teach(campaign: Campaign) -> None:
    for layout in ("deck/statistic", "deck/section", "deck/photo_text", "deck/quote", "deck/closing"):
        shown = [
            slide.fields for deck in decks(campaign, "training") for slide in deck.slides if slide.layout == layout
        ]
        heads = [f"{one.get('head') or one.get('quote') or one.get('number')}" for one in shown]
        assert len(heads) == len(set(heads)), layout


def test_notes_fit_a_printed_page(campaign: Campaign) -> None:
    for week in campaign.weeks:
        for deck in week.decks:
            assert max(len(slide.notes) for slide in deck.slides) <= LONGEST, deck.title

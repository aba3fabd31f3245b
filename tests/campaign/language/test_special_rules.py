"""Rules that count, compare and read: sources, ages, days, reading levels, and what is said beside a graphic."""

from __future__ import annotations

import datetime as dt

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.check_wording import check_passage, load_rules
from htpm_studio.campaign.language.rules import RuleContext, RulePassage
from htpm_studio.campaign.language.special_rules import in_places, said_elsewhere


@pytest.mark.parametrize(
    ("line", "elsewhere", "said"),
    [
        ("Cooks listen today", "Listen.", True),  # one of three longer words is a third
        ("Cooks listen today often", "Listen.", False),  # one of four is less
        ("Cooks listen today often", "Listen often.", True),
        ("Cooks listen today", "", False),
        ("Cooks listening today", "They listened.", True),  # the same five letters
        ("Cooks today", "", True),  # a label of two words says nothing on its own
        ("We are all in it", "", True),  # words of three letters do not count
        ("Cook with care", "", False),  # words of four do
        ("COOKS LISTEN TODAY", "listen", True),
    ],
)
def test_a_third_of_the_longer_words_is_enough(line: str, elsewhere: str, said: bool) -> None:
    assert said_elsewhere(line, elsewhere) is said


RULES = load_rules(paths.assets() / "language-rules.toml")
TODAY = dt.date(2026, 11, 25)


def found(name: str, text: str, block: str = "") -> list[tuple[str, str]]:
    """The level and the words of what a rule finds in a text that is in a block of a page."""
    rules = [rule for rule in RULES if rule.id == name]
    passage = RulePassage("piece", "field", text, "text", block)
    return [(one.level, one.match) for one in check_passage(passage, rules, RuleContext(today=TODAY))]


def test_in_how_many_places_is_said_in_the_language_of_the_rule() -> None:
    english = next(rule for rule in RULES if rule.language == "en")
    spanish = next(rule for rule in RULES if rule.language == "es")
    assert [str(in_places(english, count)) for count in (1, 2)] == ["in 1 place", "in 2 places"]
    assert [str(in_places(spanish, count)) for count in (1, 2)] == ["en 1 lugar", "en 2 lugares"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 83% are women.", ["83%"]), ("About 83% are women, a 2024 study found.", []),
        ("About 83% are women, a study found.", ["83%"]), ("About 83% were women in 2024.", ["83%"]),
        ("About 83% (study, 2024; year not named in the toolkit) are women.", ["83%"]),
        ("We are here at 100%.", []), ("A study of 2024.\nAbout 83% are women.", ["83%"]),
    ],
)  # fmt: skip
def test_a_number_needs_a_source_and_a_year_in_its_paragraph(text: str, words: list[str]) -> None:
    assert [match for _, match in found("W11", text)] == words


def test_a_number_may_have_its_source_elsewhere_in_its_block() -> None:
    assert found("W11", "About 83% are women.", "About 83% are women.\nSource: A study, 2024") == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Maria was 16 years old.", ["warning"]), ("A cook aged 16 in Ohio.", ["warning"]),
        ("Maria was 16 years old in Ohio.", ["error"]), ("Maria was 16 years old in May.", ["warning"]),
        ("Maria, a composite, was 16 years old in Ohio.", []),
    ],
)  # fmt: skip
def test_an_age_points_to_a_person_where_a_name_and_a_place_are_beside_it(text: str, levels: list[str]) -> None:
    assert [level for level, _ in found("W16", text)] == levels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Join us on November 24, 2026.", ["November 24, 2026"]), ("Join us on November 25, 2026.", []),
        ("Join us on 2026-11-24.", ["2026-11-24"]), ("Join us on 11/24/2026.", ["11/24/2026"]),
        ("Join us in October 2026.", ["October 2026"]), ("Join us in November 2026.", []),
        ("Join us on February 30, 2026.", []), ("It was published on November 24, 2026.", []),
        ("Venga el 24 de noviembre de 2026.", ["24 de noviembre de 2026"]),
        ("Patients were asked at seven clinics from August 2022 to August 2023.", []),
        ("Se preguntó a pacientes de siete clínicas entre el 3 de mayo de 2026 y el 4 de octubre de 2026.", []),
        ("In March 2021, a team asked 200 people at clinics.", []),
        ("Join us at the clinics from August 2022 to August 2023.", ["August 2022", "August 2023"]),
        ("In October 2026, a team asks people at clinics.", ["October 2026"]), ("March 2021: our week", ["March 2021"]),
    ],
)  # fmt: skip
def test_a_day_is_over_when_it_is_before_today_and_a_month_when_its_last_day_is(text: str, words: list[str]) -> None:
    assert [match for _, match in found("D1", text)] == words


def test_only_a_month_may_have_its_source_elsewhere_in_its_block() -> None:
    source = "Source: A study"
    assert found("D1", "In October 2026", f"In October 2026\n{source}") == []
    assert len(found("D1", "On October 2, 2026", f"On October 2, 2026\n{source}")) == 1


def test_how_hard_a_page_reads_is_asked_once_at_its_first_field() -> None:
    rule = next(one for one in RULES if one.check == "reading_level" and one.language == "en")
    least = int(rule.values["words"])
    hard = " ".join(["institutional responsibility necessitates comprehensive interdisciplinary consideration"] * least)
    words = hard.split()
    assert len(found(rule.id, " ".join(words[:least]) + ".")) == 1
    assert found(rule.id, " ".join(words[: least - 1]) + ".") == []
    assert found(rule.id, "Ask a cook. " * least) == []
    assert len(found(rule.id, "Institutional", f"Institutional {hard}.")) == 1
    assert found(rule.id, "responsibility", f"Institutional {hard}.") == []

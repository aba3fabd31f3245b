"""The language rules: a planted mistake of each kind is found, explained and put right; our own words are clean."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.campaign.language import rules
from htpm_studio.campaign.language.check_wording import check_passage, check_wording, load_rules
from htpm_studio.campaign.language.readability import grade, spanish_syllables, syllables
from htpm_studio.campaign.language.rules import Role, RuleContext, RuleMatch, RulePassage
from htpm_studio.campaign.language.special_rules import said_elsewhere, without_sentence
from htpm_studio.campaign.model import Audience
from htpm_studio.errors import Problems, in_words_of
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.passages import kit_passages, known_of, page_texts
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.effort import effort
from tests.helpers.sweeps import SAMPLE_OF_KITS

RULES = load_rules(paths.assets() / "language-rules.toml")
DANGER = "In immediate danger, call 911."
DANGER_ES = "Si hay peligro inmediato, llame al 911."
KNOWN = RuleContext(
    frozenset({"Victims of Trafficking Act"}), ("Partner2Prevent", "EndTrafficking"), dt.date(2026, 11, 25),
    emergency=DANGER,
)  # fmt: skip
LANGUAGES = {"en": KNOWN, "es": replace(KNOWN, language="es", emergency=DANGER_ES)}
SPANISH_KNOWN = LANGUAGES["es"]
SAID: dict[str, list[list[Any]]] = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "wording.toml").read_text(encoding="utf-8")
)
"""Sentences and what the rules say of them; the comments in the file tell what is in a row."""


def rows(name: str, most: int) -> list[list[Any]]:
    """The sentences of one sort, with nothing where a row says nothing."""
    return [[*row, *[None] * (most - len(row))] for row in SAID[name]]


def found(text: str, role: Role = "text", known: RuleContext = KNOWN, audience: Audience = "public") -> list[RuleMatch]:
    passage = RulePassage("p", "f", text, role, audience=audience)
    return [one for one in check_passage(passage, RULES, known) if one.level != "info"]


@pytest.mark.parametrize(
    ("language", "rule", "role", "text", "better"), rows("planted", 5), ids=lambda value: str(value)[:30]
)
def test_a_planted_mistake_is_found_and_put_right(
    language: str, rule: str, role: Role, text: str, better: str | None
) -> None:
    told = [one for one in found(text, role, LANGUAGES[language]) if one.rule == rule]
    assert len(told) == 1
    one = told[0]
    assert text[one.start : one.end] == one.match != ""
    assert one.reason
    assert one.suggest
    assert "{" not in one.sentence
    assert one.better == better


def test_what_is_suggested_is_said_in_the_language_of_the_window_and_what_is_quoted_in_that_of_the_text() -> None:
    spanish = {"the full address": "la dirección completa"}
    (hidden,) = found("Learn who picks it: bit.ly/3abC", "post")
    assert "la dirección completa" in in_words_of(hidden.sentence, lambda text: spanish.get(text, text))
    (quoted,) = found("End modern-day slavery now.")
    said = in_words_of(quoted.sentence, lambda text: text if "{" in text else "otra cosa")
    assert "“human trafficking or forced labor”" in said


@pytest.mark.parametrize(("language", "audience", "rule", "role", "text", "better"), rows("aimed", 6))
def test_words_for_others_than_the_readers_of_a_piece_are_found(
    language: str, audience: Audience, rule: str, role: Role, text: str, better: str | None
) -> None:
    known = LANGUAGES[language]
    told = [one for one in found(text, role, known, audience) if one.rule == rule]
    assert [one.better for one in told] == [better]
    assert [one for one in found(text, role, known, "public") if one.rule == rule] == []


@pytest.mark.parametrize("audience", ["public", "professional"])
@pytest.mark.parametrize(("language", "rule", "text"), rows("for_others", 3))
def test_words_for_people_at_risk_are_found_in_a_piece_for_people_around(
    language: str, rule: str, text: str, audience: Audience
) -> None:
    assert [one.rule for one in found(text, known=LANGUAGES[language], audience=audience)] == [rule]
    assert found(text, known=LANGUAGES[language], audience="at-risk") == []


@pytest.mark.parametrize(("audience", "text"), rows("for_readers", 2))
def test_words_for_the_readers_of_a_piece_are_left_alone(audience: Audience, text: str) -> None:
    assert found(text, audience=audience) == []


@pytest.mark.parametrize(("language", "role", "text"), rows("allowed", 3), ids=lambda value: str(value)[:40])
def test_what_is_right_is_left_alone(language: str, role: Role, text: str) -> None:
    assert found(text, role, LANGUAGES[language]) == []


def test_the_title_of_others_is_exempt_by_its_marks_and_not_by_luck() -> None:
    assert found("Read the “Victims of Trafficking Act”.") == []
    assert [one.rule for one in found("Read the Victims of Trafficking Act.")] == ["W5"]
    assert [one.rule for one in found("Read “Victims of Something Else”.")] == ["W5"]
    assert [one.rule for one in found("“Victims of Trafficking Act” helps victims.")] == ["W5"]


def test_one_place_is_not_reported_twice() -> None:
    assert [one.rule for one in found("Give victims a voice. Rescue the girls.")] == ["W3", "W9"]


def test_name_place_and_age_together_are_an_error() -> None:
    assert [one.level for one in found("Maria was 15 years old and lived in Dayton.")] == ["error"]
    assert [one.level for one in found("Someone aged 15 asked.")] == ["warning"]
    assert found("A composite story: Maria was 15 years old and lived in Dayton.") == []


def test_a_number_on_a_page_may_have_its_source_elsewhere_on_it() -> None:
    alone = RulePassage("p", "number", "86%", "text", "86%\nof forced labor")
    assert [one.rule for one in check_passage(alone, RULES, KNOWN)] == ["W11"]
    sourced = replace(alone, block="86%\nof forced labor\nSource: International Labour Organization, 2022")
    assert check_passage(sourced, RULES, KNOWN) == ()


def test_a_kit_that_never_names_labor_trafficking_gets_a_finding() -> None:
    silent = [RulePassage("p", "f", "Learn about sex trafficking.")]
    assert [one.rule for one in check_wording(silent, RULES, KNOWN)] == ["W8b"]
    assert check_wording([*silent, RulePassage("p", "g", "And labor trafficking.")], RULES, KNOWN) == ()
    spanish = [RulePassage("p", "f", "Conozca la trata sexual.")]
    assert [one.rule for one in check_wording(spanish, RULES, SPANISH_KNOWN)] == ["W8b-es"]
    assert check_wording([*spanish, RulePassage("p", "g", "Y la trata laboral.")], RULES, SPANISH_KNOWN) == ()


def _hints(text: str, known: RuleContext = KNOWN) -> list[RuleMatch]:
    return [one for one in check_passage(RulePassage("p", "f", text), RULES, known) if one.level == "info"]


@pytest.mark.parametrize(("language", "bare", "explained"), rows("terms", 3))
def test_a_term_of_the_field_is_explained_where_it_first_appears(language: str, bare: str, explained: str) -> None:
    def told(*texts: str, audience: Audience = "professional", role: Role = "notes") -> list[str]:
        slides = [
            RulePassage(f"w1/deck/training/{n}", "notes", text, role, "", audience) for n, text in enumerate(texts)
        ]
        found = check_wording(slides, RULES, replace(KNOWN, language=language))
        return [f"{one.piece[-1]} {one.rule.partition('-')[0]}" for one in found if one.rule.startswith("W25")]

    assert told(explained) == told(explained, bare) == told("Nothing.", explained) == []
    assert told(bare) == told(bare, explained) == ["0 W25"]
    assert told("Nothing.", bare) == ["1 W25"]
    assert told(bare, audience="at-risk") == told(bare, role="post") == told(bare, role="title") == []


@pytest.mark.parametrize("between", ["", "Nobody knows. "])
@pytest.mark.parametrize(
    "text",
    [
        "Grooming is rising. {}It means building trust to exploit someone.",
        "They are building trust to exploit someone. {}That is grooming.",
    ],
)
def test_a_term_is_explained_in_its_sentence_or_in_the_one_before_or_after(text: str, between: str) -> None:
    passage = RulePassage("w1/deck/training/1", "notes", text.format(between), "notes", "", "professional")
    told = [one.rule for one in check_wording([passage], RULES, KNOWN)]
    assert ("W25" in told) is bool(between)


def test_a_term_may_be_explained_beside_it_on_the_same_slide_only() -> None:
    first = RulePassage("w1/deck/training/1", "head", "Grooming", "text", "", "professional")
    notes = replace(first, field="notes", text="Say: Grooming means building trust to exploit someone.", role="notes")
    assert [one.rule for one in check_wording([first], RULES, KNOWN) if one.rule == "W25"] == ["W25"]
    assert [one.rule for one in check_wording([first, notes], RULES, KNOWN) if one.rule == "W25"] == []


def test_hints_are_only_hints() -> None:
    told = check_passage(RulePassage("p", "f", "Join in. #EndTrafficking", "post"), RULES, KNOWN)
    assert [(one.rule, one.level) for one in told] == [("W14c", "info")]
    plain = [
        *_hints("It opens the door to help and fills a gap in services."),
        *_hints("Cierre la brecha.", SPANISH_KNOWN),
    ]
    assert [one.rule for one in plain] == ["W22b", "W22b", "W22b-es"]
    assert plain[-1].better == "Cierre la necesidad."
    hard = "Notwithstanding considerations, institutional stakeholders operationalise interventions. " * 12
    assert [one.rule for one in check_passage(RulePassage("p", "f", hard), RULES, KNOWN)] == ["W18"]
    hard = "La implementación interinstitucional de procedimientos organizacionales estandarizados, " * 12
    assert [one.rule for one in check_passage(RulePassage("p", "f", hard), RULES, SPANISH_KNOWN)] == ["W18-es"]


def test_the_sentence_around_a_place_can_go() -> None:
    assert without_sentence("One. Two here. Three.", (5, 8), "") == "One. Three."
    assert without_sentence("First line\nsecond one\nthird", (11, 17), "") == "First line\nthird"
    assert without_sentence("Only this.", (0, 4), "") == ""


def test_words_of_a_graphic_are_said_elsewhere_or_not() -> None:
    assert said_elsewhere("Explain changes early", "We explained changes.")
    assert not said_elsewhere("Explain changes early", "A table with five people.")
    assert said_elsewhere("CE credits", "Nothing")


def test_reading_level_rises_with_long_words() -> None:
    assert syllables("made") == 1
    assert syllables("trafficking") == 3
    assert grade("") == 0
    assert grade("The cat sat.") < 2 < grade("Institutional considerations necessitate organization.")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("sol", 1), ("quien", 1), ("y", 1), ("ciudad", 2), ("país", 2), ("guerra", 2), ("leer", 2)],
        *[("había", 3), ("línea", 3), ("ayuda", 3), ("Uruguay", 3), ("averigüe", 4), ("aéreo", 4)],
    ],
)
def test_spanish_syllables_are_counted(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_a_spanish_text_has_the_grade_of_crawford() -> None:
    # 10 words, 2 sentences, 18 syllables: 4.9 * 1.8 - 20.5 * 0.2 - 3.407.
    text = "La casa tiene una puerta. Mi madre canta una nana."
    assert grade(text, "es") == pytest.approx(1.313, abs=0.001)
    assert grade("", "es") == 0


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_our_own_texts_are_clean(week: int, language: str) -> None:
    """Hints count as well: plain words, and the month's hashtag first."""
    campaign = bundled_campaign(language)
    resources = bundled_resources()
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    kit = build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25))
    passages = kit_passages(kit, page_texts(kit, plan(kit)))
    assert len(passages) > 200
    told = check_wording(passages, RULES, known_of(kit))
    assert [(one.rule, one.piece, one.field, one.match) for one in told] == []


# ---------------------------------------------------------------- the file

GOOD = """schema = 1
[[rule]]
id = "A"
level = "error"
kind = "pattern"
title = "t"
pattern = 'x'
why = "w"
suggest = "s"
sentence = "{match}"
source = "us"
"""
BAD = [
    ("schema = 2\n" + GOOD[11:], "schema must be 1."),
    (GOOD.replace('"error"', '"awful"'), ':4: level cannot be "awful".'),
    (GOOD.replace("'x'", "'('"), ":7: pattern cannot be used: This is not a pattern"),
    (GOOD.replace('why = "w"\n', ""), ":2: The key why is missing."),
    (GOOD + 'colour = "red"\n', ':12: There is no key "colour"'),
    (GOOD + 'not_in = ["poem"]\n', ':12: not_in cannot be "poem". Known names: alt, article'),
    (GOOD + GOOD[11:], ':13: The rule "A" is used twice.'),
    (GOOD.replace('"pattern"\ntitle', '"check"\ncheck = "magic"\ntitle'), 'check cannot be "magic".'),
    (GOOD.replace('"pattern"\ntitle', '"check"\ntitle') + "[rule.values]\n'(' = 'x'\n", "This is not a pattern"),
    ("not toml", "not valid TOML"),
    ("schema = 1\n", "The key rule is missing."),
    ("schema = 1\nrule = 'x'\n", "rule must be a list"),
    ("schema = 1\nrule = ['x']\n", "rule must be a table"),
]


@pytest.mark.parametrize(("text", "words"), BAD, ids=[words[:25] for _, words in BAD])
def test_a_mistake_in_the_rules_is_named_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_rules(path)
    assert words in str(caught.value)


def test_a_rule_of_a_pattern_may_have_values_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(GOOD + "[rule.values]\n'(' = 'x'\n", encoding="utf-8")
    assert [rule.id for rule in load_rules(path)] == ["A"]


def test_rules_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "big.toml").write_bytes(b"#" * 300_000)
    for name in ("none.toml", "big.toml"):
        with pytest.raises(Problems):
            load_rules(tmp_path / name)


def test_every_rule_of_ours_is_asked_somewhere() -> None:
    planted = {row[1] for row in (*SAID["planted"], *SAID["for_others"])} | {row[2] for row in SAID["aimed"]}
    planted |= {"W8b", "W8b-es", "W14c", "W18", "W18-es", "W19", "W22b", "W22b-es", "W25", "W25-es", "H1", "H1-es"}
    assert {rule.id for rule in RULES} == planted
    assert all(rule.source for rule in RULES)


@pytest.mark.parametrize("text", ["1 in " * 4000, "January 1, 2020. " * 1100, "victims " * 2500, "1-" * 10000])
def test_a_hostile_text_takes_no_time(text: str) -> None:
    def check() -> None:
        assert len(found(text, "post")) <= 40

    assert effort(check) < 60


# ---------------------------------------------------------------- any text at all

INSIDE_IS_FINE = {"W11", "W13", "W13-es", "W14", "W14b", "W15", "W17b", "W24", "D1"}
"""Rules about numbers, marks and dates, which are not words."""

PLAIN = (
    "soldier pandemic Europe boundary untied engaged barbershop broken nuance boundless chainsaw tiedown "
    "monstrous shocked victimless confrontation follower childhood teenage juvenile voice sale solder sealed "
    "neighbor bakery meeting calendar January Tuesday school nurse heroine innuendo abundance smug snack "
    "evening horizon"
)
NEUTRAL_SPANISH = (
    "salvado Salvador enclave inventario vencido sigla confrontación secuela mujeril niñez jovial horror "
    "monstera epidemiólogo vecina escuela enero martes trabajo comida puente esquina victoria rescoldo"
)


@given(st.lists(st.sampled_from(PLAIN.split()), min_size=1, max_size=12))
def test_neutral_words_and_words_inside_others_are_left_alone(words: list[str]) -> None:
    for role in ("text", "post", "notes", "article", "alt", "file"):
        assert found(" ".join(words), role) == []


@given(st.lists(st.sampled_from(NEUTRAL_SPANISH.split()), min_size=1, max_size=12))
def test_neutral_spanish_words_are_left_alone(words: list[str]) -> None:
    for role in ("text", "post", "alt", "file"):
        assert found(" ".join(words), role, SPANISH_KNOWN) == []


@given(st.sampled_from([row for row in SAID["planted"] if row[1] not in INSIDE_IS_FINE]))
def test_a_rule_does_not_fire_inside_a_longer_word(row: list[Any]) -> None:
    language, rule, role, text, *_ = row
    known = LANGUAGES[language]
    (told,) = [one for one in found(text, role, known) if one.rule == rule]
    inside = f"{text[: told.start]}qu{told.match}qu{text[told.end :]}"
    assert [one for one in found(inside, role, known) if one.rule == rule] == []


@given(st.text(max_size=400), st.sampled_from(get_args(Role)), st.sampled_from([KNOWN, SPANISH_KNOWN]))
def test_any_text_can_be_read(text: str, role: Role, known: RuleContext) -> None:
    for one in check_passage(RulePassage("p", "f", text, role), RULES, known):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.sentence
        assert one.reason
        assert one.suggest


@given(
    st.lists(st.sampled_from([row[3] for row in SAID["planted"]] + PLAIN.split()), max_size=8),
    st.sampled_from(" \n"),
)
def test_mistakes_beside_each_other_are_read_as_well(parts: list[str], between: str) -> None:
    text = between.join(parts)
    for one in check_passage(RulePassage("p", "f", text, "post"), RULES, KNOWN):
        # A page that is hard to read is marked as a whole; its match is the grade.
        assert one.match == text[one.start : one.end] or (one.match.isdigit() and one.rule == "W18")


def test_a_file_of_rules_is_read_up_to_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, ours = tmp_path / "rules.toml", (paths.assets() / "language-rules.toml").read_bytes()
    path.write_bytes(ours)
    monkeypatch.setattr(rules, "LARGEST", len(ours))
    assert len(load_rules(path)) == len(load_rules(paths.assets() / "language-rules.toml"))
    monkeypatch.setattr(rules, "LARGEST", len(ours) - 1)
    with pytest.raises(Problems, match="larger than") as caught:
        load_rules(path)
    assert [problem.line for problem in caught.value.problems] == [0]


def test_what_every_campaign_is_read_against_offers_no_words_of_a_cause() -> None:
    shared = [rule for rule in RULES if not rule.topic]
    offered = [(rule.id, text) for rule in shared for text in (rule.swap_sentence or "", *rule.swap.values())]
    assert [one for one in offered if re.search(r"traffick|trata\b|exploit|\d", one[1], re.IGNORECASE)] == []
    elsewhere = replace(KNOWN, topics=())
    for text in ("Confront stigma at work.", "Rescue a swimmer.", "The average age is 13.", "A myth about homes sold."):
        assert check_wording([RulePassage("a", "b", text)], RULES, elsewhere) == ()

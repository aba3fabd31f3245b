"""The language rules: a planted mistake of each kind is found, explained and put right; our own words are clean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.campaign.language import rules
from htpm_studio.campaign.language.check_wording import check_passage, check_wording, load_rules
from htpm_studio.campaign.language.readability import grade, spanish_syllables, syllables
from htpm_studio.campaign.language.rules import Role, RuleContext, RuleMatch, RulePassage
from htpm_studio.campaign.language.special_rules import _around, said_elsewhere, without_sentence
from htpm_studio.campaign.model import Audience
from htpm_studio.errors import Problems, in_words_of
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.passages import kit_passages, known_of, page_texts
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.effort import effort

RULES = load_rules(paths.assets() / "language-rules.toml")
DANGER = "In immediate danger, call 911."
DANGER_ES = "Si hay peligro inmediato, llame al 911."
KNOWN = RuleContext(
    frozenset({"Victims of Trafficking Act"}), ("Partner2Prevent", "EndTrafficking"), dt.date(2026, 11, 25),
    emergency=DANGER,
)  # fmt: skip
SAFETY = f"For everyone’s safety, don’t confront anyone. Call 1-888-373-7888. {DANGER}"
SAFETY_ES = f"Por la seguridad de todos, no confronte a nadie. Llame al 1-888-373-7888. {DANGER_ES}"
SPANISH_KNOWN = replace(KNOWN, language="es", emergency=DANGER_ES)

PLANTED: list[tuple[str, Role, str, str | None]] = [
    ("W1", "text", "Stop child prostitution.", "Stop sex trafficking of children."),
    ("W2", "text", "Heroes needed.", "Allies needed."),
    ("W2", "text", "Help us save them today.", None),
    ("W3", "post", "We speak for the voiceless.", "We speak for people with lived experience."),
    ("W4", "text", "End modern-day slavery now.", "End human trafficking now."),
    ("W5", "notes", "Victims need care.", "People who have experienced trafficking need care."),
    ("W6", "text", "Trafficked women live here.", "Women who have experienced trafficking live here."),
    ("W7", "text", "A shocking case.", None),
    ("W8", "text", "Sex work is the problem.", None),
    ("W9", "text", "Look around. Confront the driver. Then go.", f"Look around. {SAFETY} Then go."),
    ("W9", "post", "Rescue a girl tonight.", SAFETY),
    ("W10", "text", "A white van may wait.", None),
    ("W11", "text", "About 83% are women. Learn more.", "Learn more."),
    ("W11", "post", "1 in 4 people know it.", ""),
    ("W12", "text", "The average age of entry is 13. Read on.", "Read on."),
    ("W13", "text", "36 million children. Reports, 2023.", None),
    ("W14", "post", "Join #Partner2Prevent #EndTrafficking #January.", "Join #Partner2Prevent #EndTrafficking."),
    ("W14b", "post", "Join #partner2prevent now.", "Join #Partner2Prevent now."),
    ("W15", "post", "Call 1-888-373-7889.", "Call 1-888-373-7888."),
    ("W15", "notes", "Text 233738.", "Text 233733."),
    ("W15", "text", "See humantraffickinghotline.com.", "See humantraffickinghotline.org."),
    ("W16", "text", "A 15-year-old asked for help.", None),
    ("W17", "alt", "A survivor at a window.", None),
    ("W17b", "alt", "Image of a table.", None),
    ("D1", "text", "Come on February 5, 2025. Bring a friend.", "Bring a friend."),
    ("D1", "post", "Webinar 2025-02-05", ""),
    ("D1", "post", "January 2025 is our month. Join in.", "Join in."),
    ("L1", "post", "Learn who picks it: bit.ly/3abC", None),
    ("W21", "text", "Human trafficking is using force, fraud or coercion to make someone work or have sex.", None),
    ("W21", "notes", "Compelling is the point: they are compelled into labor or sex.", None),
    ("W21", "article", "Under 18, any sex act is trafficking.", None),
    ("W22", "post", "Talk to a grown-up about it.", "Talk to an adult about it."),
    ("W22", "text", "Call a trained listener.", "Call a trained advocate."),
    ("W22", "text", "Think twice before you answer.", None),
    ("W22", "notes", "Do not step in yourself, please.", None),
    ("H2", "post", "Stop. Don’t pay. Block the account and tell someone.", None),
    ("H2", "text", "Don’t answer, block, and show someone.", None),
    ("H3", "notes", "A T visa can let survivors stay and work. Ask an attorney.", None),
    ("W26", "text", "Train your buyers.", None),
    ("W24", "post", "Call 1-800-RUNAWAY any time.", "Call 1-800-RUNAWAY (1-800-786-2929) any time."),
    ("W24", "text", "Report it: 1-800-THE-LOST.", "Report it: 1-800-THE-LOST (1-800-843-5678)."),
    ("W24", "notes", "Text BEFREE today.", "Text BEFREE (233733) today."),
    ("I1", "alt", "Two hands in chains.", None),
    ("I1", "file", "girl hand over her mouth jpg", None),
    ("I2", "alt", "A crying child.", None),
    ("I3", "file", "red light street jpg", None),
    ("I4", "alt", "A silhouette at a window.", None),
]  # fmt: skip

SPANISH: list[tuple[str, Role, str, str | None]] = [
    ("W1-es", "text", "Alto a la prostitución infantil.", "Alto a la explotación sexual de menores."),
    ("W2-es", "text", "Ayude a rescatarlas hoy.", None),
    ("W3-es", "post", "Somos la voz de los sin voz.", None),
    ("W4-es", "text", "Fin a la esclavitud ya.", "Fin a la trata de personas ya."),
    ("W5-es", "text", "Víctimas con derechos.", "Personas que han vivido la trata con derechos."),
    ("W6-es", "text", "Mujeres tratadas viven aquí.", None),
    ("W7-es", "text", "Un caso espeluznante.", None),
    ("W8-es", "text", "El trabajo sexual es el problema.", None),
    ("W9-es", "text", "Confronte al chofer.", SAFETY_ES),
    ("W10-es", "text", "Una camioneta blanca espera.", None),
    ("W11", "text", "1 de cada 4 lo sabe. Lea más.", "Lea más."),
    ("W12-es", "text", "La edad promedio es de 13 años. Lea más.", "Lea más."),
    ("W13-es", "text", "Son 36 millones de niños. Reportes, según NCMEC, 2023.", None),
    ("W21-es", "text", "La trata es el uso de la fuerza para obligar a trabajo o sexo.", None),
    ("W21-es", "notes", "Con menores de 18 años, todo acto sexual es trata.", None),
    ("W22-es", "text", "Cada persona joven cuenta.", None),
    ("W22-es", "post", "Hable con una persona mayor de confianza.", None),
    ("H2-es", "post", "No pagues. Bloquea la cuenta y cuéntalo.", None),
    ("H3-es", "notes", "Una visa T permite quedarse y trabajar. Hay abogados.", None),
    ("W26-es", "text", "Capacite a los compradores.", None),
    ("W15", "post", "Llame al 1-888-373-7889.", "Llame al 1-888-373-7888."),
    ("W24", "post", "Llame al 1-800-THE-LOST.", "Llame al 1-800-THE-LOST (1-800-843-5678)."),
    ("D1", "text", "Venga el 5 de febrero de 2025. Traiga a alguien.", "Traiga a alguien."),
]  # fmt: skip


AIMED: list[tuple[RuleContext, Audience, str, Role, str, str | None]] = [
    (KNOWN, "at-risk", "W20", "text", "You have options. For everyone’s safety, don’t confront anyone.",
     f"You have options. {DANGER}"),
    (KNOWN, "at-risk", "W20", "post", "Please do not step in. We listen.", f"{DANGER} We listen."),
    (KNOWN, "at-risk", "W20", "text", "Confront the driver.", DANGER),
    (KNOWN, "at-risk", "H4", "post", "You have rights here whatever your immigration status.", None),
    (SPANISH_KNOWN, "at-risk", "H4-es", "post", "Tiene derechos sea cual sea su situación migratoria.", None),
    (KNOWN, "at-risk", "W20", "text", "Noticed something?", DANGER),
    (SPANISH_KNOWN, "at-risk", "W20-es", "text", "Por la seguridad de todos, llame.", DANGER_ES),
    (SPANISH_KNOWN, "at-risk", "W20-es", "post", "No intervenga. Llame.", f"{DANGER_ES} Llame."),
    (KNOWN, "at-risk", "W20", "text", "Worried about a friend? Call.", f"{DANGER} Call."),
    (SPANISH_KNOWN, "at-risk", "W20-es", "text", "¿Le preocupa una amiga?", DANGER_ES),
]  # fmt: skip

FOR_OTHERS = [
    (KNOWN, "W20b", "If this is happening to you, call."),
    (KNOWN, "W20b", "Does something feel wrong? Talk to someone."),
    (KNOWN, "W20b", "Your boss keeps the documents."),
    (KNOWN, "W20b", "You can leave a job at any time."),
    (KNOWN, "W20b", "Your pay, documents and phone are yours."),
    (KNOWN, "W20b", "Is someone controlling your money?"),
    (KNOWN, "W20b", "Images taken before you turned 18: free help."),
    (SPANISH_KNOWN, "W20b-es", "Si esto le pasa, llame."),
    (SPANISH_KNOWN, "W20b-es", "¿Algo no le parece bien? Hable."),
    (SPANISH_KNOWN, "W20b-es", "¿Alguien controla su dinero?"),
    (SPANISH_KNOWN, "W20b-es", "Su sueldo es suyo."),
    (SPANISH_KNOWN, "W20b-es", "Nadie puede obligarle a trabajar."),
]


def found(text: str, role: Role = "text", known: RuleContext = KNOWN, audience: Audience = "public") -> list[RuleMatch]:
    passage = RulePassage("p", "f", text, role, audience=audience)
    return [one for one in check_passage(passage, RULES, known) if one.level != "info"]


@pytest.mark.parametrize(
    ("known", "rule", "role", "text", "better"),
    [(KNOWN, *row) for row in PLANTED] + [(SPANISH_KNOWN, *row) for row in SPANISH],
    ids=lambda value: "" if isinstance(value, RuleContext) else str(value)[:30],
)
def test_a_planted_mistake_is_found_and_put_right(
    known: RuleContext, rule: str, role: Role, text: str, better: str | None
) -> None:
    told = [one for one in found(text, role, known) if one.rule == rule]
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


@pytest.mark.parametrize(("known", "audience", "rule", "role", "text", "better"), AIMED)
def test_words_for_others_than_the_readers_of_a_piece_are_found(
    known: RuleContext, audience: Audience, rule: str, role: Role, text: str, better: str | None
) -> None:
    told = [one for one in found(text, role, known, audience) if one.rule == rule]
    assert [one.better for one in told] == [better]
    assert [one for one in found(text, role, known, "public") if one.rule == rule] == []


@pytest.mark.parametrize("audience", ["public", "professional"])
@pytest.mark.parametrize(("known", "rule", "text"), FOR_OTHERS)
def test_words_for_people_at_risk_are_found_in_a_piece_for_people_around(
    known: RuleContext, rule: str, text: str, audience: Audience
) -> None:
    assert [one.rule for one in found(text, known=known, audience=audience)] == [rule]
    assert found(text, known=known, audience="at-risk") == []


@pytest.mark.parametrize(
    ("audience", "text"),
    [
        ("public", "Worried about someone’s job? Ask the hotline. You don’t need proof."),
        ("public", "Say: “You don’t owe anyone anything. Is someone controlling your money?”"),
        ("public", "Taking someone’s pay, documents or phone is a way to control them."),
        ("at-risk", "In immediate danger, call 911. A step in the right direction: you decide what to share."),
        ("at-risk", "Nobody may force you to work or to have sex: not for money, food or a debt."),
        ("at-risk", "You don’t owe anyone work or sex."),
        ("professional", "For everyone’s safety, don’t confront anyone."),
        ("professional", "Say: “You don’t owe anyone anything. If this is happening to you, we can talk.”"),
    ],
)
def test_words_for_the_readers_of_a_piece_are_left_alone(audience: Audience, text: str) -> None:
    assert found(text, audience=audience) == []


ALLOWED: list[tuple[Role, str]] = [
    ("text", "Trafficking is using force, fraud or coercion to compel someone into labor or commercial sex."),
    ("text", "Labor and sex trafficking happen here. Under 18, any commercial sex act is trafficking."),
    ("notes", "Say: 1-800-THE-LOST, which is 1-800-843-5678; 1-800-RUNAWAY (1-800-786-2929)."),
    ("text", "Text 233733 (BEFREE). Report harm: 1-800-843-5678 (THE-LOST)."),
    ("text", "Do not confront anyone, and never follow them."),
    ("text", "Please do not attempt a rescue."),
    ("text", "It is a myth that kidnapping is how it starts."),
    ("text", "A soldier in Europe talks of a pandemic and heroin."),
    ("text", "27.6 million people (International Labour Organization, Global Estimates, 2022)."),
    ("text", "Print at 100 % on card."),
    ("text", "Free, 24 hours a day, in more than 200 languages. TTY 711."),
    ("text", "Ten things in ten minutes, over 100 talks, one in ten minutes."),
    ("text", "The working group was formed on 29 October 2024."),
    ("text", "Come on January 11, 2027."),
    ("post", "The whole list: habit.ly/list and example.org/t.ly/about"),
    ("post", "Call 888-3737-888, 1 (888) 373 7888 or 1-888-539-2373. #EndTrafficking"),
    ("post", "One tag twice: #WearBlueDay #WearBlueDay #EndTrafficking"),
    ("post", "acf.hhs.gov/otip/index.html#explore has it."),
    ("legal", "Services for victims of slavery."),
    ("title", "Victims and Modern Slavery"),
    ("alt", "Drawing: a cook and a nurse."),
    ("text", "For every victim/survivor."),
    ("text", "771 thousand people on one night in January 2024 (HUD report, 2024)."),
    ("text", "Supply chains, tied hands and bars: words about pictures are not pictures."),
    ("alt", "Drawing: a bridge in Europe; people untied a boat."),
    ("file", "supply chain workshop barbecue jpg"),
]  # fmt: skip

ALLOWED_SPANISH: list[tuple[Role, str]] = [
    ("text", "La trata es el uso de la fuerza para someter a alguien a trabajo o a actos sexuales comerciales."),
    ("text", "Con menores de 18 años, todo acto sexual comercial es trata. Los jóvenes hablan."),
    ("text", "Por favor, no intervenga usted. No siga a la persona."),
    ("text", "Siga a la página siguiente. En El Salvador hay ayuda."),
    ("text", "Es un mito que todo empieza con un secuestro."),
    ("text", "27.6 millones de personas (Organización Internacional del Trabajo, 2022)."),
    ("text", "The victims of shocking slavery: English words are not asked about here."),
    ("legal", "Servicios para víctimas de esclavitud."),
    ("post", "Llame al 1-888-373-7888. #Partner2Prevent #EndTrafficking"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "text"), ALLOWED, ids=lambda value: str(value)[:40])
def test_what_is_right_is_left_alone(role: Role, text: str) -> None:
    assert found(text, role) == []


@pytest.mark.parametrize(("role", "text"), ALLOWED_SPANISH, ids=lambda value: str(value)[:40])
def test_what_is_right_in_spanish_is_left_alone(role: Role, text: str) -> None:
    assert found(text, role, SPANISH_KNOWN) == []


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


TERMS = [
    ("en", "Watch for grooming.", "Grooming means building trust to exploit someone."),
    ("en", "Sextortion is rising.", "Sextortion is a threat to share an image."),
    ("en", "Ask about a T visa.", "A T visa can let eligible survivors stay."),
    ("en", "Debt bondage is common.", "They say you still owe them. That is debt bondage."),
    ("en", "We do universal education.", "Universal education: every patient hears the same."),
    ("en", "Be trauma-informed.", "Trauma-informed care begins with safety and choice."),
    ("en", "Apply for vacatur.", "Vacatur clears a record."),
    ("en", "I am a mandated reporter.", "I am a mandated reporter: the law requires me to report."),
    ("es", "Soy reportante obligatoria.", "Soy reportante obligatoria: la ley me obliga a reportar el abuso."),
    ("es", "La sextorsión crece.", "La sextorsión es amenazar con una imagen."),
    ("es", "Trabaje con enfoque en el trauma.", "Un enfoque en el trauma: seguridad y opciones."),
]


@pytest.mark.parametrize(("language", "bare", "explained"), TERMS)
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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
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
    ("schema = 2\n" + GOOD[11:], "schema = 1"),
    (GOOD.replace('"error"', '"awful"'), ":4: The level is one of error, warning, info."),
    (GOOD.replace("'x'", "'('"), ":7: This is not a pattern"),
    (GOOD.replace('why = "w"\n', ""), 'needs "why"'),
    (GOOD + 'colour = "red"\n', ':12: There is no key "colour"'),
    (GOOD + 'not_in = ["poem"]\n', "The roles are"),
    (GOOD + GOOD[11:], "two rules A"),
    (GOOD.replace('"pattern"\ntitle', '"check"\ncheck = "magic"\ntitle'), "The check is one of"),
    (GOOD.replace('"pattern"\ntitle', '"check"\ntitle') + "[rule.values]\n'(' = 'x'\n", "This is not a pattern"),
    ("not toml", "not valid TOML"),
    ("schema = 1\n", "at least one [[rule]]"),
    ("schema = 1\nrule = 'x'\n", "at least one [[rule]]"),
    ("schema = 1\nrule = ['x']\n", "A rule is a table."),
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
    planted = {rule for rule, *_ in (*PLANTED, *SPANISH)} | {row[2] for row in AIMED} | {row[1] for row in FOR_OTHERS}
    planted |= {"W8b", "W8b-es", "W14c", "W18", "W18-es", "W19", "W22b", "W22b-es", "W25", "W25-es", "H1", "H1-es"}
    assert {rule.id for rule in RULES} == planted
    assert all(rule.source for rule in RULES)


@pytest.mark.parametrize(
    ("term", "around"),
    [
        ("T visa", "Before it.  The   is one. After it."),
        ("First", " . Before it."),
        ("Last", "After it.   one."),
    ],
)
def test_a_term_is_explained_in_its_sentence_or_in_the_one_before_or_after(term: str, around: str) -> None:
    text = "First. Before it. The T visa is one. After it. Last one."
    at = text.index(term)
    assert _around(text, (at, at + len(term))).split() == around.split()


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


@given(st.sampled_from([row for row in (*PLANTED, *SPANISH) if row[0] not in INSIDE_IS_FINE]))
def test_a_rule_does_not_fire_inside_a_longer_word(row: tuple[str, Role, str, str | None]) -> None:
    rule, role, text, _ = row
    known = SPANISH_KNOWN if row in SPANISH else KNOWN
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
    st.lists(st.sampled_from([row[2] for row in (*PLANTED, *SPANISH)] + PLAIN.split()), max_size=8),
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

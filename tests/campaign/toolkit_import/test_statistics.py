"""A sentence with a number in its parts: lead, number, label, the rest, and who counted."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.statistics import (
    LEAD,
    NUMBER,
    SOURCE,
    TEXT,
    UNIT,
    holds_number,
    names_no_source,
    source_line,
    statistic_in,
    without_source,
)

SILENT = "not named in the toolkit of 2026"


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "About 27.6 million people are in forced labor on any given day (ILO, 2021).",
            ("About", "27.6", "million people", "are in forced labor on any given day.", "Source: ILO, 2021"),
        ),
        (
            "In 2022, one in four children was alone, according to UNODC.",
            ("In 2022,", "1 in 4", "children", "was alone.", "Source: UNODC, 2022"),
        ),
        (
            "The ILO estimates that 50 million people lived so in 2021.",
            ("", "50", "million people", "lived so in 2021.", "Source: ILO, 2021"),
        ),
        (
            "77% of displaced people worked without papers.",
            ("", "77%", "of displaced people", "worked without papers.", f"Source and year {SILENT}"),
        ),
        (
            "Nearly 1 out of every 3 survivors in the study never told anyone, a 2019 survey found.",
            ("Nearly", "1 in 3", "survivors", "in the study never told anyone.", "Source: 2019 survey"),
        ),
        (
            "More than 10,300 cases of all kinds were reported. Source: a hotline, 2021",
            ("More than", "10,300", "cases", "of all kinds were reported.", "Source: A hotline, 2021"),
        ),
        (
            "In 2020, 20 percent of the seasonal, and later all other workers stayed.",
            ("In 2020,", "20%", "of the seasonal,", "and later all other workers stayed.", f"Source {SILENT}"),
        ),
        (
            "According to the bureau, 12 percent of people who work nights never rest.",
            ("", "12%", "of people", "who work nights never rest.", f"Source: Bureau; year {SILENT}"),
        ),
    ],
)  # fmt: skip
def test_the_parts_of_a_sentence_say_it_again_and_who_counted(sentence: str, parts: tuple[str, ...]) -> None:
    found = statistic_in(sentence, 2026)
    assert found is not None
    assert tuple(found.values()) == parts
    assert source_line(sentence, 2026) == parts[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Call us.",
        "Half of them stay.",
        "20 percent a year goes by fast.",
        "30% left us.",
        "5% of all.",
        "12% of never rest at night at all.",
        "3 million never rest at night.",
    ],
)
def test_a_sentence_without_a_number_a_label_or_enough_words_is_no_statistic(sentence: str) -> None:
    assert statistic_in(sentence, 2026) is None


def test_every_part_is_as_long_as_its_field_at_most() -> None:
    def with_lead(letters: int) -> str:
        return f"{'x' * letters} 12% of people never rest at night."

    assert statistic_in(with_lead(LEAD), 2026) is not None
    assert statistic_in(with_lead(LEAD + 1), 2026) is None

    def with_text(letters: int) -> str:
        return f"12% of people never rest {'x' * (letters - len('never rest .'))}."

    found = statistic_in(with_text(TEXT), 2026)
    assert found is not None
    assert len(found["text"]) == TEXT
    assert statistic_in(with_text(TEXT + 1), 2026) is None

    def with_unit(letters: int) -> str:
        return f"12% of {'x' * (letters - len('of '))} never rest at night."

    found = statistic_in(with_unit(UNIT), 2026)
    assert found is not None
    assert len(found["unit"]) == UNIT
    assert statistic_in(with_unit(UNIT + 1), 2026) is None
    assert statistic_in("10,300 people never rest at night.", 2026) is not None
    assert len("10,300") == NUMBER
    assert statistic_in("100,300 people never rest at night.", 2026) is None
    assert SOURCE == 130


def test_a_label_ends_before_it_is_too_long_and_leaves_enough_words() -> None:
    found = statistic_in("12% of young farm and factory helpers without any papers never rest.", 2026)
    assert found is not None
    assert (found["unit"], found["text"]) == ("of young farm", "and factory helpers without any papers never rest.")
    found = statistic_in("12% of tall blond quiet seasonal helpers elsewhere never rest.", 2026)
    assert found is not None
    assert found["unit"] == "of tall blond quiet seasonal"
    found = statistic_in("12% of people sleep too little.", 2026)
    assert found is not None
    assert (found["unit"], found["text"]) == ("of people sleep", "too little.")


def test_a_sentence_stands_without_its_source_and_numbers_are_found_in_words() -> None:
    assert without_source("According to ILO, two in three people stay.") == "Two in three people stay."
    assert [holds_number(text) for text in ("two in three people", "1,200 people", "5 people", "$5 a day")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert names_no_source("Source not named in the toolkit of 2026")
    assert not names_no_source("Source: ILO, 2021")

"""Which language a line is in, and which lines of a document in two languages are not in that of the kit."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import BlockKind, DocumentBlock
from htpm_studio.campaign.toolkit_import.languages import in_one_language, refuse_other_language, spoken
from htpm_studio.campaign.toolkit_import.vocabulary import language_named
from htpm_studio.errors import InputError

EN = "The card is for the people of the town."
ES = "La tarjeta es para las personas de la ciudad."
FR = "La carte est pour les gens dans la ville."


def block(text: str, kind: BlockKind = "paragraph", level: int = 0, language: str = "") -> DocumentBlock:
    return DocumentBlock(kind, text, level, language=language)


def foreign(*blocks: DocumentBlock) -> tuple[list[int], str]:
    """The places of the lines that are in another language than the one that is kept, and that one."""
    found, kept = in_one_language(blocks)
    return [at for at, one in enumerate(found) if one.kind == "foreign"], kept


def lines(*texts: str) -> list[DocumentBlock]:
    return [block(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La carte est pour les personnes qui travaillent.", "fr"), ("\u0627\u0644\u0648\u0642\u0627", "other"),
        ("the card", ""), ("the card of", "en"), ("la tarjeta de", ""), ("\u00bfla tarjeta?", "es"),
        ("\u0430\u0431\u0432\u0433 abcd", ""), ("\u0430\u0431\u0432\u0433\u0434 abcd", "other"), ("", ""), ("2028", ""),
        ("the #of example.org/of", ""),
    ],
)  # fmt: skip
def test_a_language_shows_in_two_small_words_more_than_in_any_other(text: str, language: str) -> None:
    assert spoken(text) == language


def test_six_lines_and_a_quarter_of_all_make_a_second_language() -> None:
    assert foreign(*lines(*[EN] * 18, *[ES] * 6)) == ([*range(18, 24)], "en")
    assert foreign(*lines(*[EN] * 19, *[ES] * 6)) == ([], ""), "less than a quarter"
    assert foreign(*lines(*[EN] * 6, *[ES] * 5)) == ([], ""), "five lines"
    assert foreign(*lines(*[ES] * 6, *[EN] * 6)) == ([*range(6, 12)], "es"), "the first one is kept"
    assert foreign(*lines(*[FR] * 6, *[EN] * 6)) == ([*range(6)], "en"), "kits are in English or in Spanish"
    assert foreign(*lines(*[FR] * 9)) == ([], "")


def test_columns_that_name_two_languages_need_no_more_lines() -> None:
    marked = [block("Card", language="en"), block("Tarjeta", language="es")]
    assert foreign(*marked) == ([1], "en")
    assert foreign(block("Card", language="en"), block(ES)) == ([], "")
    assert foreign(block("Tarjeta", language="es"), block("Card", language="en")) == ([1], "es")


def test_a_heading_that_is_the_name_of_a_language_counts_up_to_the_next_of_its_rank_or_section() -> None:
    short = ["Card", "Door", "Gate", "Bag", "Bus", "Cup"]
    spanish = block("Espa\u00f1ol", "heading", 2)
    first = lines(*[EN] * 6)
    assert foreign(*first, spanish, *lines(*short)) == ([*range(6, 13)], "en")
    deeper = [*first, spanish, *lines(*short[:4]), block("More", "heading", 3), *lines(*short[4:])]
    assert foreign(*deeper) == ([*range(6, 14)], "en")
    assert foreign(*first, spanish, *lines(*short), block("More", "heading", 2), *lines(EN, EN))[0] == [*range(6, 13)]
    week = [*first, spanish, *lines(*short), block("Week 2", "heading", 3), *lines(EN, EN)]
    assert foreign(*week)[0] == [*range(6, 13)]
    item = [*first, block("Espa\u00f1ol", "item"), *lines(*short)]
    assert foreign(*item) == ([], ""), "an item names none"
    assert foreign(*first, block("Espa\u00f1ol"), *lines(*short))[0] == [*range(6, 13)], "a paragraph does"


def test_a_line_that_shows_no_language_is_in_that_of_all_lines_near_it() -> None:
    def at(before: list[str], after: list[str]) -> bool:
        blocks = lines(*[EN] * 6, *before, "Card", *after, *[EN] * 6, *[ES] * 6)
        return 6 + len(before) in foreign(*blocks)[0]

    assert not at([ES, ES], [ES]), "the second line below it is not"
    assert at([ES, ES], [ES, ES])
    assert at([EN, ES, ES], [ES, ES, EN])
    assert not at([ES, ES], [EN])
    assert not at([EN, ES], [ES, ES])
    assert at([ES, ES, "Door"], [ES, ES]), "others that show none are passed over"
    start = lines("Card", *[ES] * 6, *[EN] * 6)
    assert foreign(*start) == ([*range(7, 13)], "es")
    assert 0 not in foreign(*lines("Card", *[FR] * 6, *[EN] * 6))[0], "nothing is before it"


@pytest.mark.parametrize(
    ("texts", "refused"),
    [((FR, FR), True), ((FR,), False), ((FR, FR, EN), False), ((FR, FR, FR, EN), True), ((EN, ES), False), ((), False)],
)
def test_a_document_that_is_mostly_in_another_language_is_refused(texts: tuple[str, ...], refused: bool) -> None:
    blocks = [*lines(*texts), *[block(FR, "furniture")] * 9]
    if refused:
        with pytest.raises(InputError, match="in which no kits are made"):
            refuse_other_language("a.pdf", blocks)
    else:
        refuse_other_language("a.pdf", blocks)


def test_the_heads_of_columns_name_languages() -> None:
    heads = ("English", "En espa\u00f1ol", "Spanish / Espa\u00f1ol", "Posts", "English / Espa\u00f1ol")
    assert [language_named(head) for head in heads] == ["en", "es", "es", "", ""]
    assert [language_named("English".ljust(letters)) for letters in (40, 41)] == ["en", ""]

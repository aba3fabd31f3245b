"""What a toolkit says in tables, under headings of its own and in pieces is found as well as what is in lists."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.make_pack import make_pack, renumbered
from htpm_studio.campaign.toolkit_import.pdf_reader import read_pdf
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import MissingPart, RecognizedToolkit
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import alike
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign


def found(text: str) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=True))


def test_the_topic_of_another_of_our_weeks_brings_its_decks_with_the_number_of_this_week() -> None:
    ours = bundled_campaign()
    like = ours.week(4)
    text = (
        f"# Toolkit 2028\n\n# Week 2: January 3-9, 2028\n\nConnecting the Dots: {like.connect}\n\n"
        "## Social Media Content\n\n### Training\n\nAsk who picks the apples near you: example.org/a #Open\n"
    )
    findings = replace(found(text), keeps=frozenset((MissingPart("decks", 2),)))
    made = make_pack(findings, ours, pack_texts(paths.assets() / "campaigns" / "htpm")).campaign.week(2)
    assert [len(deck.slides) for deck in made.decks] == [len(deck.slides) for deck in like.decks]
    assert "Week 4" not in str(made.decks)


def test_a_week_with_another_number_says_that_number_and_nothing_else_changes() -> None:
    week, words = bundled_campaign().week(2), bundled_campaign().words
    again = renumbered(renumbered(week, 5, words), 2, words)
    assert again == week
    assert renumbered(week, 5, words).eyebrow == week.eyebrow.replace("Week 2", "Week 5")


def test_topics_without_words_have_nothing_in_common() -> None:
    assert alike("", "") == alike("Fair work", "") == alike("", "Fair work") == 0.0
    assert alike("Fair work", "Fair work") == 1.0


@pytest.mark.parametrize(("letters", "reads"), [(39, False), (40, True)])
def test_a_page_of_a_pdf_has_at_least_forty_letters(letters: int, reads: bool) -> None:
    file = io.BytesIO()
    page = Canvas(file)
    page.drawString(72, 700, "x" * letters)
    page.save()
    if reads:
        assert read_pdf("a.pdf", file.getvalue()).blocks
    else:
        with pytest.raises(InputError, match="pictures of pages, not text"):
            read_pdf("a.pdf", file.getvalue())

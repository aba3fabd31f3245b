"""What makes toolkits of small groups hard to read: tables of PDFs, tables that only arrange, Spanish, Sundays."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.pdf_reader import TABLES, read_pdf
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers import rough_toolkits
from tests.helpers.rough_toolkits import RUNAWAY, coalition
from tests.helpers.toolkit_score import score
from tests.helpers.twelve_forms import world_day

BASE = ParagraphStyle("base", fontName="Helvetica", fontSize=9, leading=11)
BIG = ParagraphStyle("big", BASE, fontName="Helvetica-Bold", fontSize=16, leading=20)
POSTS = (
    ("Date", "Platform", "Post copy", "Image"),
    ("February 1", "Facebook", "Respect is a language. Learn ten words of it: example.org/ten #TenWords", "ten.png"),
    ("February 3", "Instagram", "Ask a teen what a good friend does. Then listen to the list. #TenWords", "list.png"),
    ("February 5", "X", "No is a full sentence. #TenWords", "no.png"),
)


def posts_pdf(style: list[tuple[object, ...]]) -> bytes:
    stream = io.BytesIO()
    rows = [[Paragraph(cell, BASE) for cell in row] for row in POSTS]
    story = [Paragraph(text, BIG) for text in ("Respect Awareness Month 2027", "Week 1: February 1-7", "Sample posts")]
    table = Table(rows, [60, 60, 260, 80], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *style]))
    SimpleDocTemplate(stream, pagesize=letter, invariant=1).build([*story, table])
    return stream.getvalue()


@pytest.mark.parametrize("place", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("drawn", [(), (("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),)], ids=["bare", "ruled"])
def test_labels_beside_words_need_no_drawn_lines(
    place: str, drawn: tuple[tuple[object, ...], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        rough_toolkits, "TableStyle", lambda _: TableStyle([("VALIGN", (0, 0), (-1, -1), place), *drawn])
    )
    found = recognize(read_pdf("coalition.pdf", coalition()))
    assert score(found, RUNAWAY).missed == ()


def test_a_table_of_posts_with_drawn_lines_is_read_cell_by_cell() -> None:
    found = recognize(read_pdf("posts.pdf", posts_pdf([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])))
    assert [(item.text, item.platforms, item.files, item.dates) for item in found.of("post")] == [
        (words, (network,), (file,), ((2, int(day.split()[1])),) * 2) for day, network, words, file in POSTS[1:]
    ]
    assert TABLES not in found.notes


def test_a_table_of_posts_without_lines_is_warned_about() -> None:
    assert TABLES in recognize(read_pdf("posts.pdf", posts_pdf([]))).notes


def test_a_text_box_in_a_cell_is_read_once() -> None:
    word = rough_toolkits._Boxes()
    word.box("A sentence in a box")
    box = word.body.pop()
    word.layout((word.xml("Week 1: Boxes", "Heading1"), box))
    said = [block.text for block in read_docx("x.docx", word.data()).blocks]
    assert " ".join(said).count("A sentence in a box") == 1


def of_text(text: str) -> RecognizedToolkit:
    return in_weeks(recognize(read_text("x.txt", text, markdown=False)))


def test_pictures_before_lines_are_the_marks_of_a_list() -> None:
    found = of_text(
        "Safe Month 2027\n\nWeek 1: Begin\n\nWhat you can do\n\n\u2705 Ask a neighbor in\n\u2705 Read the card aloud"
        "\n\nPosts\n\n\u2705 Read the card today: example.org/card #Safe\n"
    )
    assert [item.text for item in found.of("action")] == ["Ask a neighbor in", "Read the card aloud"]
    assert found.of("post")[0].text.startswith("\u2705")


def test_titles_in_capitals_are_said_quietly_but_for_names() -> None:
    found = of_text(
        "Safe Month 2027\n\nWEEK 1: TEENS IN OHIO AND THE LGBTQ CENTER\n\nPeople in Ohio know the LGBTQ center."
        "\n\nPosts\n\nVisit the center today: example.org/center #Safe\n"
    )
    assert found.of("week")[0].head == "Teens in Ohio and the LGBTQ center"


def test_weeks_that_are_named_by_their_sundays_go_on_to_the_next_one() -> None:
    found = in_weeks(recognize(read_text("x.txt", rough_toolkits.churches().decode(), markdown=False)))
    spans = [item.dates for item in found.of("week")]
    assert spans == [((10, 3), (10, 9)), ((10, 10), (10, 16)), ((10, 17), (10, 23))]
    assert any("one day for each week" in note for note in found.notes)


def test_days_in_one_week_have_the_theme_as_title_and_a_passage_each() -> None:
    found = in_weeks(recognize(read_docx("world-day.docx", world_day())))
    assert {item.head for item in found.of("week")} == {"Leave No One Unseen"}
    heads = [item.head for item in found.of("passage", 1)]
    assert heads[:3] == ["Seafarers", "Domestic workers", "Builders"]


# ------------------------------------------------------------------ other observances


@pytest.fixture(scope="module")
def ours() -> Campaign:
    return read_pack(paths.assets() / "campaigns" / "htpm", "es")


def test_a_spanish_toolkit_says_its_month_helpline_and_emergency_number(ours: Campaign) -> None:
    found = find_setting(read_docx("x.docx", rough_toolkits.hospital()).blocks, ours)
    assert (found.ours, found.questions) == (False, ())
    assert (found.name, found.month) == (rough_toolkits.HOSPITAL.observance, 10)
    assert found.helpline is not None
    assert found.helpline.hotline.name == "L\u00ednea de Ayuda del Valle"
    assert found.helpline.traits == {"free", "confidential", "hours"}
    assert found.emergency == "911"


@pytest.mark.parametrize(("number", "emergency"), [("1-800-555-0142", "911"), ("08000 555 0199", "")])
def test_only_a_north_american_helpline_means_911(ours: Campaign, number: str, emergency: str) -> None:
    text = f"Elder Safety Awareness Month, June 2027\n\nCall the Valley Safe Line at {number}."
    assert find_setting(read_text("x.txt", text, markdown=False).blocks, ours).emergency == emergency


# ------------------------------------------------------------------ neutral words


def keys(value: object, path: str = "") -> Iterator[str]:
    """Where values are in a file, lists with their length."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from keys(one, f"{path}.{name}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for at, one in enumerate(value):
            yield from keys(one, f"{path}[{at}]")
    else:
        yield path


@pytest.mark.parametrize("name", ["campaign", "sentences", "week-1", "week-1-decks", "week-1-handouts", "words"])
def test_neutral_words_in_spanish_say_all_that_the_english_ones_say(name: str) -> None:
    folder = paths.assets() / "observance"
    english, spanish = (
        tomllib.loads((folder / language / f"{name}.toml").read_text(encoding="utf-8")) for language in ("en", "es")
    )
    assert list(keys(spanish)) == list(keys(english))

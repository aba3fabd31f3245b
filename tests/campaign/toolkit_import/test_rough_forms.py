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
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers.toolkit_score import score
from tests.helpers.toolkits import toolkit_file, truths, values

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


@pytest.mark.parametrize("name", ["top-bare", "top-ruled", "middle-bare", "middle-ruled"])
def test_labels_beside_words_need_no_drawn_lines(name: str) -> None:
    (truth,) = (one for one in truths() if one.file == "coalition.pdf")
    assert score(recognize(read_pdf("coalition.pdf", toolkit_file(f"coalition-{name}.pdf"))), truth).missed == ()


def test_a_table_of_posts_with_drawn_lines_is_read_cell_by_cell() -> None:
    found = recognize(read_pdf("posts.pdf", posts_pdf([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])))
    assert [(item.text, item.platforms, item.files, item.dates) for item in found.of("post")] == [
        (words, (network,), (file,), ((2, int(day.split()[1])),) * 2) for day, network, words, file in POSTS[1:]
    ]
    assert TABLES not in found.notes


def test_a_table_of_posts_without_lines_is_warned_about() -> None:
    assert TABLES in recognize(read_pdf("posts.pdf", posts_pdf([]))).notes


# ------------------------------------------------------------------ other observances


@pytest.fixture(scope="module")
def ours() -> Campaign:
    return read_pack(paths.assets() / "campaigns" / "htpm", "es")


def test_a_spanish_toolkit_says_its_month_helpline_and_emergency_number(ours: Campaign) -> None:
    found = find_setting(read_docx("x.docx", toolkit_file("hospital.docx")).blocks, ours)
    assert (found.ours, found.questions) == (False, ())
    assert (found.name, found.month) == (values("hospital")["observance"], 10)
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

"""What was badly read at first contact: mail, fences, two languages, merged tables, calendars over the new year."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.campaign.toolkit_import.languages import refuse_other_language, spoken
from htpm_studio.campaign.toolkit_import.mail_text import without_quotes
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.pdf_lines import PdfLine, in_reading_order
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import Day, RecognizedToolkit
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, section_head
from htpm_studio.campaign.toolkit_import.table_blocks import flattened
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import slug, with_detail
from htpm_studio.campaign.toolkit_import.vocabulary import language_named
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign
from tests.helpers.word_document import document, paragraph


def of_markdown(text: str) -> RecognizedToolkit:
    return recognize(read_text("x.md", text, markdown=True))


def row(*cells: str) -> DocumentBlock:
    return DocumentBlock("row", " ".join(cells), cells=cells)


# ------------------------------------------------------------------ mail and fences


MAIL = "From: Ana <a@example.org>\nSubject: Fwd: kit\n\nSee below.\n\n-- \nAna\n(555) 010-0100\n"


def test_heads_and_signatures_of_mail_are_no_part_of_a_toolkit() -> None:
    blocks = read_text("x.txt", MAIL, markdown=False).blocks
    assert [one.text for one in blocks if one.kind != "furniture"] == ["See below."]


def test_quoted_lines_lose_their_marks_and_keep_their_numbers() -> None:
    text, of_mail = without_quotes(f"{MAIL}\n> Week 1\n>\n> - Ask\n>> older\n")
    assert text.split("\n")[-5:] == ["Week 1", "", "- Ask", "older", ""]
    assert of_mail == {1, 2, 6, 7, 8, 9}


@pytest.mark.parametrize(
    "wrote", ["On May 2, 2028, Ana <a@example.org> wrote:", "El martes 2 de mayo, Ana escribi\u00f3:"]
)
def test_an_answered_mail_is_left_out_and_what_comes_after_it_is_not(wrote: str) -> None:
    text = f"From: a\nSubject: b\n\n> Hello there\n> {wrote}\n>> older words\n>> more of them\n> Goodbye\n"
    _, of_mail = without_quotes(text)
    assert of_mail == {1, 2, 5, 6, 7}


def test_text_that_is_no_mail_keeps_every_line() -> None:
    text = "Date: October 1-7\nTo: everyone\n\n> A quotation\n\n--\n\nMore\nand more\nand more\nand more"
    assert without_quotes(text) == (text, frozenset())


def test_lines_that_a_program_broke_are_one_and_short_lines_are_not() -> None:
    text = (
        "To do:\n1) Ask the library to hang the card with the number beside the\ncopier.\n2) Call.\n\n"
        "A neighbor who looks in every day is worth more than any machine that\nanybody can buy, and costs\nless.\n\n"
        "Look for the purple chairs at the corner of the market. Somebody will\nbe there all day.\nNo ticket needed.\n"
    )
    said = [one.text for one in read_text("x.txt", text, markdown=False).blocks]
    assert said[1] == "Ask the library to hang the card with the number beside the copier."
    assert said[-2:] == [
        "Look for the purple chairs at the corner of the market. Somebody will be there all day.", "No ticket needed.",
    ]  # fmt: skip


# ------------------------------------------------------------------ tables


def test_a_cell_across_a_table_is_the_title_of_what_is_below_it() -> None:
    found = flattened([
        row("Date", "Channel", "Copy"), row("Week 1: Doors", "", ""), row("6/1", "Facebook", "Open one."),
        row("Week 2: Bags", "", ""), row("6/8", "Instagram", "Pack one."),
    ])  # fmt: skip
    assert [(one.kind, one.text) for one in found] == [
        ("contents", "Date Channel Copy"), ("heading", "Week 1: Doors"), ("paragraph", "Open one."),
        ("heading", "Week 2: Bags"), ("paragraph", "Pack one."),
    ]  # fmt: skip
    assert [one.level for one in found if one.kind == "heading"] == [IN_TABLE, IN_TABLE]


def test_labels_that_come_again_and_again_say_what_is_beside_them_though_nobody_knows_them() -> None:
    table = [
        row("Week 1: A", ""),
        row("Chin up", "Ask a friend."),
        row("Hands on", "Hang it up."),
        row("Week 2: B", ""),
    ]
    found = flattened([*table, row("Chin up", "Ask again."), row("Hands on", "Take it down.")])
    assert [one.text for one in found if one.kind == "heading"] == [
        "Week 1: A", "Chin up", "Hands on", "Week 2: B", "Chin up", "Hands on",
    ]  # fmt: skip


def test_a_network_between_a_label_and_its_words_is_that_of_the_post() -> None:
    found = flattened(
        [row("Actions", "", "Ask."), row("Posts", "Facebook", "Say it aloud today."), row("Posts", "X", "Short one.")]
    )
    assert [(one.text, one.labels.platforms) for one in found if one.labels] == [
        ("Say it aloud today.", ("Facebook",)), ("Short one.", ("X",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "detail", "said"),
    [
        ("Put it up:", "beside the door", "Put it up: beside the door"),
        ("Put it up: beside the door", "at the Gym", "Put it up: beside the door, at the Gym"),
        ("Ask a friend", "and listen", "Ask a friend, and listen"),
        ("Ask a friend", "Bring tea", "Ask a friend. Bring tea"),
        ("Ask a friend.", "Bring tea.", "Ask a friend. Bring tea."),
    ],
)
def test_lists_in_lists_are_sentences(text: str, detail: str, said: str) -> None:
    assert with_detail(text, detail) == said


def test_a_table_with_more_columns_than_word_can_have_is_refused() -> None:
    body = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc><w:tc/></w:tr></w:tbl>'
    with pytest.raises(InputError, match="much longer"):
        read_docx("x.docx", document(body))


# ------------------------------------------------------------------ lines and columns


def test_manual_line_breaks_part_labels_from_words_and_keep_words_together() -> None:
    heads = paragraph("Safe Month 2027", "T"), paragraph("Week 1: Begin", "T"), paragraph("Captions", "H2")
    rows = (
        "Facebook|Ask who lives|next door:|example.org/a|#Safe",
        "[Image: door.png]",
        "Instagram|Say hello on the stairs. #Safe",
        "[Image: stairs.png]",
    )
    broken = (paragraph(row.replace("|", "</w:t><w:br/><w:t>")) for row in rows)
    found = recognize(read_docx("x.docx", document("".join((*heads, *broken)))))
    assert [(item.text, item.platforms, item.files) for item in found.of("post")] == [
        ("Ask who lives next door: example.org/a #Safe", ("Facebook",), ("door.png",)),
        ("Say hello on the stairs. #Safe", ("Instagram",), ("stairs.png",)),
    ]


@pytest.mark.parametrize(
    ("text", "title", "dates"),
    [
        ("Week of June 5: In the fields", "In the fields", ((6, 5), (6, 11))),
        ("Semana del 28 de junio: El campo", "El campo", ((6, 28), (7, 4))),
        ("June 5: In the fields", "In the fields", ((6, 5), (6, 5))),
    ],
)
def test_a_week_that_is_named_by_its_first_day_has_seven(text: str, title: str, dates: tuple[Day, Day]) -> None:
    head = section_head(text)
    assert head is not None
    assert (head.title, head.dates) == (title, dates)


def test_two_bold_heads_side_by_side_are_over_columns_however_short() -> None:
    def line(text: str, left: float, top: float, *, bold: bool = False) -> PdfLine:
        return PdfLine(text, left, top - 10, left + 5 * len(text), top, 11.0, bold, 1)

    lines = [
        line("About the week", 50, 700),
        line("Try this", 60, 660, bold=True), line("Post this", 300, 660, bold=True),
        line("Learn three", 60, 640), line("Start there:", 300, 640), line("sentences.", 60, 626),
        line("An hour left?", 50, 590), line("Read on", 50, 570),
    ]  # fmt: skip
    assert [one.text for one in in_reading_order(lines)] == [
        "About the week", "Try this", "Learn three", "sentences.", "Post this", "Start there:", "An hour left?",
        "Read on",
    ]  # fmt: skip
    table = [
        line("Link", 60, 660, bold=True),
        line("Text", 300, 660, bold=True),
        line("a.org", 60, 640),
        line("Go", 300, 640),
    ]
    assert [one.text for one in in_reading_order(table)] == ["Link", "Text", "a.org", "Go"]


# ------------------------------------------------------------------ languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The card is for the people who work in the kitchen.", "en"),
        ("La tarjeta es para las personas que trabajan.", "es"),
        ("La carte est pour les personnes qui travaillent dans la cuisine.", "fr"),
        ("\u0627\u0644\u0648\u0642\u0627\u064a\u0629", "other"),
        ("Know the number", ""),
    ],
)
def test_small_words_and_letters_show_a_language(text: str, language: str) -> None:
    assert spoken(text) == language


def test_the_heads_of_columns_name_languages() -> None:
    heads = ("English", "En espa\u00f1ol", "Spanish / Espa\u00f1ol", "Posts", "English / Espa\u00f1ol")
    assert [language_named(head) for head in heads] == ["en", "es", "es", "", ""]


@pytest.mark.parametrize(
    "text",
    [
        "La carte est pour les gens.\n\nElle est dans la cuisine avec les autres.",
        "\u05d7\u05d5\u05d3\u05e9\n\n\u05e9\u05d1\u05d5\u05e2",
    ],
)
def test_a_document_in_no_language_of_kits_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="a language other than"):
        refuse_other_language("x.txt", read_text("x.txt", text, markdown=False).blocks)


# ------------------------------------------------------------------ what it is for


OVER = "# Safe Nights Campaign: December 6, 2027 \u2013 January 16, 2028\n\nCall Safe Nights Line, 1-800-555-0158.\n"


def test_a_campaign_over_the_new_year_is_of_the_year_and_month_in_which_it_begins() -> None:
    text = f"{OVER}\n## Week 5: Papers (January 3\u20139)\n\n### Posts\n\nLend your copier: example.org/a #Safe\n"
    blocks = read_text("x.md", text, markdown=True).blocks
    setting = find_setting(blocks, bundled_campaign())
    assert (setting.ours, setting.name, setting.month) == (False, "Safe Nights Campaign", 12)
    found = of_markdown(text)
    assert (found.year, found.of("week")[0].dates) == (2027, ((1, 3), (1, 9)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call or text 988, the Suicide & Crisis Lifeline.", ["Suicide & Crisis Lifeline: 988"]),
        ("Llame al 988, la L\u00ednea de Crisis.", ["L\u00ednea de Crisis: 988"]),
        ("Safe Line: 1-800-555-0100. In crisis, call 988.", ["Safe Line: 1-800-555-0100"]),
        ("We reached 988 people in 2027.", []),
        ("Call 911.", []),
    ],
)
def test_a_helpline_of_three_digits_is_found_where_people_are_told_to_call_it(text: str, numbers: list[str]) -> None:
    blocks = read_text("x.txt", f"Suicide Prevention Month, September 2027\n\n{text}", markdown=False).blocks
    setting = find_setting(blocks, bundled_campaign())
    assert ([setting.helpline.label] if setting.helpline else []) == numbers


def test_the_last_day_of_a_span_is_not_the_day_of_the_observance() -> None:
    text = (
        "D\u00eda Mundial de las Personas Refugiadas 2028\n\nSemana 1, del 5 al 9 de junio\n\nSemana 2, 20 de junio\n"
    )
    assert find_setting(read_text("x.txt", text, markdown=False).blocks, bundled_campaign("es")).day == 20


def test_the_day_of_an_observance_is_that_of_the_part_that_is_called_like_it() -> None:
    text = "World Elder Abuse Awareness Day 2028\n\nWEDNESDAY 6/14: Visits\n\nTHURSDAY 6/15: World Day\n"
    assert find_setting(read_text("x.txt", text, markdown=False).blocks, bundled_campaign()).day == 15


def test_a_telephone_number_is_no_part_of_a_name_that_is_made_of_words() -> None:
    assert slug("Write 1-800-RUNAWAY on the card", 40) == "write-on-the-card"
    assert slug("Call 555-010-0177 today", 40) == "call-today"
    assert slug("Ask 800 people", 40) == "ask-800-people"

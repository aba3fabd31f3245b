"""What a session needs: facilitator guide, participant handout, evaluation form and certificates, from the deck."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pptx import Presentation

from htpm_studio.campaign.language.check_wording import check_wording
from htpm_studio.campaign.language.rules import RuleContext
from htpm_studio.cli.commands import main
from htpm_studio.errors import InputError
from htpm_studio.export.decks.spoken import Spoken, spoken
from htpm_studio.export.kit.edits import NOTES, piece_id
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder, page_count, pages_of
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.passages import kit_passages
from htpm_studio.export.prints.guide_pages import guide_rows, handout_rows, session_slides, training_of
from htpm_studio.export.prints.plan import print_plan
from htpm_studio.export.run.render_file import NOT_SHOWN, render_file
from htpm_studio.export.run.render_task import preview
from htpm_studio.export.sources.certificate_names import LONGEST_NAME, MOST_NAMES, names_from_file, names_from_text
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.nodes import Page, Picture, PictureSource, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import POINTS_PER_MM
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.sweeps import SAMPLE_OF_KITS

NAMES = (
    "Maria Alejandra Johnson",
    "محمد عبد الله الحسيني",
    "王小明",
    "நரேந்திர குமார்",
    "ដារា សុខ",
    "Maria Alejandra Johnson",
)
LANGUAGES = ("en", "es")
WEEKS = (1, 2, 3, 4, 5)


def kit_of(week: int = 2, language: str = "en", *, names: tuple[str, ...] = (), edits: Edits | None = None) -> Kit:
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language, edits=edits or Edits())
    options = Options(names=names)
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kit_of()


def spec(kit: Kit, path: str) -> FileSpec:
    return next(one for one in plan(kit) if one.path == path)


def data(kit: Kit, path: str) -> bytes:
    (made,) = (one for one in with_words(kit, [spec(kit, path)]) if one.path == path)
    return render_file(made, kit, JobContext()).data


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


def pages(kit: Kit, path: str) -> list[Page]:
    builder = PageBuilder()
    return [builder.compose(page, kit).page for page in pages_of(spec(kit, path), kit)]


# ------------------------------------------------------------------ notes in parts


def test_notes_come_apart_by_their_labels_and_their_time_is_left_out() -> None:
    notes = "\nTime: 10 minutes: seven in groups, three to report.\nSay: Hello: all.\nIf someone leaves: Go on.\n"
    assert list(spoken(notes)) == [
        Spoken("", "Seven in groups, three to report."),
        Spoken("Say", "Hello: all."),
        Spoken("If someone leaves", "Go on."),
    ]
    assert [one.what_if for one in spoken(notes)] == [False, False, True]
    assert [one.label for one in spoken("Tiempo: 2 minutos.\nSi alguien sale: Siga.")] == ["Si alguien sale"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_the_guide_says_all_that_the_notes_say_and_its_minutes_are_those_of_the_deck(week: int, language: str) -> None:
    kit = kit_of(week, language)
    deck = training_of(kit)
    assert deck is not None
    rows: list[Any] = list(guide_rows(kit))
    said = [str(say["text"]) for row in rows for say in row.get("says", ())]
    assert said == [one.text for slide in session_slides(kit) for one in slide.notes]
    assert sum(slide.minutes for slide in session_slides(kit)) == deck.minutes
    parts = next(row["parts"] for row in rows if "parts" in row)
    assert sum(int(str(part["minutes"])) for part in parts) == deck.minutes
    slides = [row["slide"] for row in rows if "slide" in row]
    assert slides == [str(number) for number in range(1, len(deck.slides) + 1)]


def test_other_notes_and_minutes_of_a_slide_are_in_the_guide() -> None:
    piece = piece_id(kit_of(), "deck/training/1")
    changed = kit_of(edits=Edits().changed(piece, NOTES, "Time: 7 minutes.\nSay: Good evening, neighbors."))
    slide = session_slides(changed)[0]
    assert (slide.minutes, slide.notes) == (7, (Spoken("Say", "Good evening, neighbors."),))


# ------------------------------------------------------------------ guide and handout as files


@pytest.mark.parametrize("path", ["print/letter/facilitator-guide.pdf", "print/a4/facilitator-guide.pdf"])
def test_the_guide_is_tagged_and_shows_every_slide_with_its_title(kit: Kit, path: str) -> None:
    made = pages(kit, path)
    shown = [node for page in made for node in walk(page.nodes) if isinstance(node, Picture) and node.name != "logo"]
    assert [node.alt for node in shown] == [slide.title for slide in session_slides(kit)]
    with pikepdf.open(io.BytesIO(data(kit, path))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == len(made)


@pytest.mark.slow
def test_a_guide_with_an_hour_of_speech_is_made_however_long_it_gets() -> None:
    edits, count = Edits(), len(session_slides(kit_of()))
    for slide in session_slides(kit_of()):
        edits = edits.changed(slide.page.piece, NOTES, "Say: Good evening.\n" * 40)
    made = pages(kit_of(edits=edits), "print/letter/facilitator-guide.pdf")
    assert sum(block.text == "Good evening." for page in made for block in texts(page)) == 40 * count


def test_the_picture_of_a_slide_is_made_once(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, pictured = list[Page](), page_builder._pictured

    def counted(page: Page, wide: int) -> PictureSource:
        drawn.append(page)
        return pictured(page, wide)

    monkeypatch.setattr(page_builder, "_pictured", counted)
    builder = PageBuilder()
    for name in ("facilitator-guide", "participant-handout"):
        for page in pages_of(spec(kit, f"print/letter/{name}.pdf"), kit):
            builder.compose(page, kit)
    assert len(drawn) == len(session_slides(kit))


def test_what_is_read_in_the_guide_has_12_points(kit: Kit) -> None:
    for page in pages(kit, "print/letter/facilitator-guide.pdf"):
        assert [block.text for block in texts(page) if len(block.text) > 60 and block.style.size < 11.99] == []


def test_the_guide_begins_with_a_whole_page_and_has_room_for_the_names_of_the_day() -> None:
    kit = kit_of(5, "es")
    first = PageBuilder().compose(pages_of(spec(kit, "print/letter/facilitator-guide.pdf"), kit)[0], kit).page
    assert kit.campaign.words.print["guide_local"] in {block.text for block in texts(first)}
    rules = [node.box.y for node in walk(first.nodes) if isinstance(node, Shape) and node.name == "rule"]
    assert max(rules) > 0.86 * first.size.height


def test_the_word_guide_has_a_picture_and_the_words_of_each_slide(kit: Kit) -> None:
    with zipfile.ZipFile(io.BytesIO(data(kit, "copy/facilitator-guide.docx"))) as file:
        pictures = [name for name in file.namelist() if name.startswith("word/media/")]
        document = file.read("word/document.xml").decode()
    slides = session_slides(kit)
    assert len(pictures) == len(slides)
    assert re.findall(r'<wp:docPr id="\d+" name="Picture \d+" descr="([^"]+)"', document.replace("\u00a0", " ")) == [
        slide.title for slide in slides
    ]
    assert "Few people" in document or "step by step" in document.replace("\u00a0", " ")
    assert "Written for practice" in document.replace("\u00a0", " ")


@pytest.mark.parametrize(("path", "least"), [("participant-handout", 12.0), ("participant-handout-large-print", 18.0)])
def test_a_handout_is_large_enough_to_read_and_has_room_to_write(kit: Kit, path: str, least: float) -> None:
    made = pages(kit, f"print/letter/{path}.pdf")
    read = [block for page in made for block in texts(page) if len(block.text) > 30]
    assert [block.text for block in read if block.style.size < least - 0.01] == []
    rules = [node for page in made for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "rule"]
    assert len(rules) > 20


def test_a_handout_in_large_print_fits_in_spanish_too() -> None:
    """“Diapositiva 10” is wide: on two lines it made the rows of its page too high."""
    kit, builder = kit_of(2, "es"), PageBuilder()
    for paper in ("letter", "a4"):
        made = [
            builder.compose(page, kit)
            for page in pages_of(spec(kit, f"print/{paper}/participant-handout-large-print.pdf"), kit)
        ]
        assert [finding.message for one in made for finding in one.findings] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["participant-handout", "participant-handout-large-print"])
def test_no_page_of_a_handout_with_something_to_note_is_left_half_empty(name: str, language: str) -> None:
    """Lines to write on take up what is left: most pages of the large print were half empty."""
    for page in pages(kit_of(3, language), f"print/letter/{name}.pdf"):
        drawn = [node.box.y for node in walk(page.nodes) if isinstance(node, Shape | TextBlock)]
        rules = [node.box.y for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "rule"]
        if len(rules) > 2:
            assert min(y for y in drawn if y > max(rules) + 1) - max(rules) < 64, page.name


def test_codes_of_a_handout_are_20_millimeters(kit: Kit) -> None:
    zones = [
        node.box
        for page in pages(kit, "print/letter/participant-handout.pdf")
        for node in walk(page.nodes)
        if isinstance(node, Shape) and node.name == "quiet zone"
    ]
    assert len(zones) == 6
    assert all(zone.width >= 26 * POINTS_PER_MM for zone in zones)  # with the quiet zone around it


def test_a_handout_keeps_the_good_answers_to_the_guide(kit: Kit) -> None:
    handout, guide = (
        words_of(data(kit, f"print/a4/{name}.pdf")) for name in ("participant-handout", "facilitator-guide")
    )
    for scenario in kit.week.scenarios:
        assert scenario.head in handout
        assert scenario.head in guide
        first = " ".join(scenario.listen[0].split()[:4])
        assert first not in handout
        assert first in guide


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_the_guide_says_which_scenario_is_the_one_on_the_slide(week: int, language: str) -> None:
    kit = kit_of(week, language)
    assert kit.week.session is not None
    (slide,) = (str(one.number) for one in session_slides(kit) if one.page.template.endswith("/scenario"))
    said = kit.campaign.words.print["practice_same"].replace("{n}", slide)
    same = [row["same"] for row in guide_rows(kit) if "scenario" in row]
    assert same == [said if kit.week.session.practice.scenario == one.id else "" for one in kit.week.scenarios]
    assert all("same" not in row for row in handout_rows(kit))


def test_a_section_slide_is_on_the_handout_where_no_other_slide_tells_its_part() -> None:
    base = bundled_campaign()
    week = base.announced_week(2)
    deck = week.deck("training")
    (divider,) = (one for one in deck.slides if one.layout == "deck/section")
    for part, handed in ((divider.section, False), ("A part of its own", True)):
        slides = tuple(replace(one, section=part) if one is divider else one for one in deck.slides)
        decks = tuple(replace(one, slides=slides) if one is deck else one for one in week.decks)
        weeks = tuple(replace(one, decks=decks) if one.number == 2 else one for one in base.weeks)
        project = Project(Brand("Riverbend Coalition"), 2, 2027)
        changed = replace(base, weeks=weeks)
        kit = build_kit(project, changed, bundled_resources(), Options(), dt.date(2027, 1, 3))
        assert (divider.title in [row.get("title") for row in handout_rows(kit)]) == handed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_a_handout_has_lines_where_there_is_something_to_note_and_says_a_number_in_one_sentence(
    week: int, language: str
) -> None:
    slides = {str(one.number): one.page for one in session_slides(kit_of(week, language))}
    rows: list[Any] = [row for row in handout_rows(kit_of(week, language)) if "slide" in row]
    names = {str(row["slide"]): slides[row["slide"]].template.rpartition("/")[2] for row in rows}
    bare = [row["slide"] for row in rows if "lines" not in row]
    assert {names[number] for number in bare} - {"checklist"} == {"notice", "help"}
    assert "check" not in names.values()  # its answers are in the guide
    assert [slides[number].piece for number in bare if names[number] == "checklist"] == [
        f"w{week}/deck/training/objectives"
    ]
    for row in rows:
        if names[row["slide"]] == "statistic":
            assert row["parts"][0]["text"] == slides[row["slide"]].content["text"]


def test_the_heads_of_the_figure_on_a_certificate_are_whole(kit: Kit) -> None:
    (page, *_) = pages(kit, "print/letter/certificate.pdf")
    frame = next(node.box for node in walk(page.nodes) if isinstance(node, Shape) and node.box.height > 500)
    heads = [node.box for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "head"]
    assert len(heads) == 5
    assert all(frame.x <= head.x and head.x + head.width <= frame.x + frame.width for head in heads)


# ------------------------------------------------------------------ scenarios


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_each_training_has_a_scenario_on_labor_and_one_on_sex_trafficking(week: int, language: str) -> None:
    kit = kit_of(week, language)
    assert [one.form for one in kit.week.scenarios] == ["labor", "sex"]
    assert all(one.text.startswith({"en": "Imagine ", "es": "Imagine que "}[language]) for one in kit.week.scenarios)
    assert all(len(one.questions) == 3 and len(one.listen) in (4, 5) for one in kit.week.scenarios)


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_each_scenario_in_a_handout_says_that_it_is_practice_and_may_be_left_out(week: int, language: str) -> None:
    kit = kit_of(week, language)
    handout = words_of(data(kit, "print/letter/participant-handout.pdf"))
    words = kit.campaign.words.print
    assert kit.week.session is not None
    count = len({scenario.id for scenario in kit.week.scenarios} | {kit.week.session.practice.scenario})
    assert handout.count(words["practice_note"]) == count
    assert handout.count(words["practice_opt_out"]) == count


def test_the_language_rules_read_scenarios(kit: Kit) -> None:
    blamed = replace(kit.week.scenarios[0], text="Imagine that a prostitute was rescued by a hero.")
    other = replace(kit, week=replace(kit.week, scenarios=(blamed,)))
    known = RuleContext(frozenset(), (), other.today, "en")
    found = check_wording(kit_passages(other, ()), bundled_tools().rules, known)
    assert any(one.field.startswith("scenarios.0") for one in found)


# ------------------------------------------------------------------ evaluation


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_and_online_form_ask_the_same(language: str) -> None:
    edits = Edits().changed("w2/print/evaluation", "questions.0", "Which step is yours?")
    kit = kit_of(2, language, edits=edits)
    words = kit.campaign.words.print
    paper = words_of(data(kit, "print/letter/evaluation.pdf"))
    online = data(kit, "copy/evaluation.txt").decode()
    assert kit.week.session is not None
    for asked in (words["eval_item_3"], words["eval_item_5"], *kit.week.session.evaluation):
        assert asked in paper
        assert f"- {asked}" in online
    for asked in (words["eval_question_2"], words["eval_later"]):
        assert asked in paper
        assert asked in online
    assert "Which step is yours?" in paper
    assert kit.campaign.hotline.number in paper
    assert kit.campaign.hotline.number in online


# ------------------------------------------------------------------ certificates and sign-in


def fields(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(field.TU) for field in opened.Root.AcroForm.Fields]


def test_a_certificate_without_names_is_filled_in(kit: Kit) -> None:
    assert fields(data(kit, "print/letter/certificate.pdf")) == ["Full name", "Date and place"]
    (slide,) = Presentation(io.BytesIO(data(kit, "print/letter/certificate.pptx"))).slides
    typed_over = {shape.text_frame.text.replace("\u00a0", " ") for shape in slide.placeholders}
    assert {"Full name", "Certificate of attendance"} < typed_over


@pytest.mark.parametrize("family", ["broadside", "common-thread", "quilt"])
def test_a_certificate_in_powerpoint_is_measured_in_the_fonts_that_it_names(family: str) -> None:
    """In others, its words would need more lines than there is room for."""
    project = Project(Brand("Riverbend Coalition", family=family), 2, 2027)
    campaign, resources = bundled_campaign(), bundled_resources().in_family(family)
    kit = build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25))
    (page,) = (page_builder.compose(one, kit).page for one in spec(kit, "print/letter/certificate.pptx").pages)
    faces = {node.style.face.name.partition("-")[0] for node in walk(page.nodes) if isinstance(node, TextBlock)}
    assert faces <= {"Gelasio", "Arimo", "ArimoNarrow"}, "as wide as Georgia, Arial and Arial Narrow"


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_each_name_has_a_certificate_in_whatever_script(paper: str) -> None:
    kit = kit_of(names=NAMES)
    made = render_file(spec(kit, f"print/{paper}/certificate.pdf"), kit, JobContext())
    assert made.findings == ()
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(pdf) == len(NAMES)
        said = [page.get_textpage().get_text_range() for page in pdf]
    assert "Maria Alejandra Johnson" in said[0]
    assert "王小明" in said[2]
    deck = Presentation(io.BytesIO(data(kit, f"print/{paper}/certificate.pptx")))
    for name, slide in zip(NAMES, deck.slides, strict=True):
        written = {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        assert name in {text.replace("\u00a0", " ") for text in written}


@pytest.mark.parametrize("name", ["Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegel " * 4, "王" * 60, "नरेन्द्र " * 6])
def test_the_longest_names_fit_a_certificate(name: str) -> None:
    kit = kit_of(names=(name[:LONGEST_NAME].strip(),))
    for path in ("certificate.pdf", "certificate.pptx"):
        assert render_file(spec(kit, f"print/letter/{path}"), kit, JobContext()).findings == ()


def test_certificates_are_printed_once_on_one_side() -> None:
    kit = kit_of(names=NAMES)
    (line,) = print_plan(kit, [spec(kit, "print/letter/certificate.pdf")], 40)
    assert (line.pieces, line.sheets, line.sides, line.paper) == (1, len(NAMES), 1, "Letter")
    assert page_count(line.spec, kit) == len(NAMES)


@pytest.mark.slow
def test_names_are_nowhere_but_on_certificates(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("Name\nZebedee Quillfeather\nNgozi Okonkwo\n", encoding="utf-8")
    asked = ["export", "--week", "2", "--org", "Riverbend", "--only", "print", "--paper", "letter", "--year", "2027"]
    assert main([*asked, "--certificate-names", str(tmp_path / "names.csv"), "--out", str(tmp_path / "kit")]) == 0
    (folder,) = (tmp_path / "kit").iterdir()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert words_of(files["print/letter/certificate.pdf"]).count("Zebedee Quillfeather") == 1
    for name in ("kit.json", "START-HERE.html"):
        assert b"Quillfeather" not in files[name]
    listed = json.loads(files["kit.json"])
    assert "Zebedee" not in json.dumps(listed, ensure_ascii=False)
    assert "Quillfeather" not in repr(Options(names=("Zebedee Quillfeather",)))


def test_neither_a_preview_nor_a_finding_that_is_passed_on_reveals_a_name() -> None:
    usual, longest = (kit_of(names=(name,)) for name in ("Zebedee Quillfeather", "W" * LONGEST_NAME))
    certificates = [(spec(kit, "print/letter/certificate.pdf"), kit) for kit in (usual, longest)]
    assert len({preview(certificate, kit, PageBuilder()) for certificate, kit in certificates}) == 1
    made = render_file(*certificates[1], JobContext())
    assert [(str(one.message)[:4], one.text, one.shared) for one in made.findings] == [("“WWW", "", NOT_SHOWN)]


def test_lists_of_names_are_read_as_people_keep_them(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_bytes('\ufeffFull name;Town\nJosé  Núñez;Springfield\n;\n"O’Brien, Pat";\n'.encode())
    assert names_from_file(table) == ("José Núñez", "O’Brien, Pat")
    assert names_from_text("Nombre\nAna Ruiz\n\n  王小明 \n") == ("Ana Ruiz", "王小明")
    assert names_from_text("Johnson, Maria\nPark, Jin") == ("Johnson, Maria", "Park, Jin")
    assert names_from_text("First name\tTown\nAna\tSpringfield\n") == ("Ana",)
    assert names_from_text(" \n") == ()


@pytest.mark.parametrize("tab", ["", "\tSpringfield"])
def test_a_name_that_is_too_long_is_found_in_the_row_that_is_named_below_empty_rows(tab: str, tmp_path: Path) -> None:
    text = f"\nName{tab}\n\n\nAna Li{tab}\n\n{'A' * (LONGEST_NAME + 1)}{tab}\n"
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    for read in (lambda: names_from_text(text), lambda: names_from_file(tmp_path / "list.csv")):
        with pytest.raises(InputError) as error:
            read()
        assert "row 7" in error.value.hint


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(f"Name {number}" for number in range(MOST_NAMES + 1)), "more than 500 names"),
        ("A" * (LONGEST_NAME + 1), "more than 60 letters"),
        ("Name\n", "has no names"),
    ],
)
def test_a_list_that_cannot_be_used_is_named(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=why):
        names_from_text(text)
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"list\.csv .*{why}"):
        names_from_file(tmp_path / "list.csv")


@pytest.mark.parametrize(("paper", "rows"), [("letter", 13), ("a4", 15)])
def test_every_line_of_the_sign_in_sheet_can_be_filled_in(kit: Kit, paper: str, rows: int) -> None:
    labels = fields(data(kit, f"print/{paper}/sign-in.pdf"))
    assert labels[:3] == ["Event", "Place", "Date"]
    assert len(labels) == 3 + 2 * rows == len(set(labels))
    assert "First name or initials (optional), 1" in labels


def test_what_a_slide_says_wrongly_keeps_the_guide_back() -> None:
    kit = kit_of(edits=Edits().changed(piece_id(kit_of(), "deck/training/6"), "text", "Call 1-888-373-7889."))
    kept = {one.path for one in block_unsafe(kit, plan(kit))[0]}
    assert "print/letter/facilitator-guide.pdf" not in kept
    assert "copy/facilitator-guide.docx" not in kept
    assert "print/letter/evaluation.pdf" in kept

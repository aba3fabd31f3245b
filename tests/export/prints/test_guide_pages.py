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
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder, pages_of
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.passages import kit_passages
from htpm_studio.export.prints.guide_pages import guide_rows, handout_rows, session_slides, training_of
from htpm_studio.export.run.render_file import NOT_SHOWN, render_file
from htpm_studio.export.run.render_task import preview
from htpm_studio.export.sources.certificate_names import LONGEST_NAME, MOST_NAMES, names_from_file, names_from_text
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.nodes import Page, Picture
from htpm_studio.scene.walk import walk
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


def kit_of(
    week: int = 2,
    language: str = "en",
    *,
    names: tuple[str, ...] = (),
    edits: Edits | None = None,
    family: str = "common-thread",
) -> Kit:
    brand = Brand("Riverbend Coalition", family=family)
    project = Project(brand, week, 2027, language=language, edits=edits or Edits())
    options = Options(names=names)
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kit_of()


def spec(kit: Kit, path: str) -> FileSpec:
    return next(one for one in plan(kit) if one.path == path)


def data(kit: Kit, path: str) -> bytes:
    (made,) = (one for one in with_words(kit, [spec(kit, path)]) if one.path == path)
    return render_file(made, kit.inputs, JobContext()).data


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


def pages(kit: Kit, path: str) -> list[Page]:
    builder = PageBuilder()
    return [builder.compose(page, kit.page_inputs).page for page in pages_of(spec(kit, path), kit.page_inputs)]


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


# ------------------------------------------------------------------ guide and handout as files


@pytest.mark.parametrize("path", ["print/letter/facilitator-guide.pdf", "print/a4/facilitator-guide.pdf"])
def test_the_guide_is_tagged_and_shows_every_slide_with_its_title(kit: Kit, path: str) -> None:
    made = pages(kit, path)
    shown = [node for page in made for node in walk(page.nodes) if isinstance(node, Picture) and node.name != "logo"]
    assert [node.alt for node in shown] == [slide.title for slide in session_slides(kit)]
    with pikepdf.open(io.BytesIO(data(kit, path))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == len(made)


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


@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
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


# ------------------------------------------------------------------ scenarios


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", sorted(families()))
def test_the_evaluation_can_be_filled_in_on_a_screen(family: str, language: str) -> None:
    kit = kit_of(2, language, family=family)
    words, session = kit.campaign.words.print, kit.week.session
    assert session is not None
    asked = [f"{words['eval_item_3']} {words['eval_scale']}", f"{words['eval_item_5']} {words['eval_scale']}"]
    asked += [f"{gain} {words[when]}: {words['eval_scale']}" for gain in session.evaluation
              for when in ("eval_before", "eval_now")]  # fmt: skip
    lines = [f"{words[question]} {line}" for question in ("eval_step", "eval_question_2") for line in (1, 2)]
    with pikepdf.open(io.BytesIO(data(kit, "print/letter/evaluation.pdf"))) as opened:
        found = list(opened.Root.AcroForm.Fields)
        assert [str(field.TU) for field in found] == [*asked, *lines]
        assert [len(field.Kids) for field in found[: len(asked)]] == [5] * len(asked)
        assert {str(field.FT) for field in found[len(asked) :]} == {"/Tx"}
        assert str(opened.pages[0].Tabs) == "/S"


# ------------------------------------------------------------------ certificates and sign-in


def fields(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(field.TU) for field in opened.Root.AcroForm.Fields]


def test_a_certificate_without_names_is_filled_in(kit: Kit) -> None:
    assert fields(data(kit, "print/letter/certificate.pdf")) == ["Full name", "Date and place"]
    (slide,) = Presentation(io.BytesIO(data(kit, "print/letter/certificate.pptx"))).slides
    typed_over = {shape.text_frame.text.replace("\u00a0", " ") for shape in slide.placeholders}
    assert {"Full name", "Certificate of attendance"} < typed_over


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_each_name_has_a_certificate_in_whatever_script(paper: str) -> None:
    kit = kit_of(names=NAMES)
    made = render_file(spec(kit, f"print/{paper}/certificate.pdf"), kit.inputs, JobContext())
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
    assert len({preview(certificate, kit.page_inputs, PageBuilder()) for certificate, kit in certificates}) == 1
    made = render_file(certificates[1][0], certificates[1][1].inputs, JobContext())
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


@pytest.mark.parametrize("name", ["Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegel " * 4, "王" * 60, "नरेन्द्र " * 6])
def test_the_longest_names_fit_a_certificate(name: str) -> None:
    kit = kit_of(names=(name[:LONGEST_NAME].strip(),))
    for path in ("certificate.pdf", "certificate.pptx"):
        assert render_file(spec(kit, f"print/letter/{path}"), kit.inputs, JobContext()).findings == ()

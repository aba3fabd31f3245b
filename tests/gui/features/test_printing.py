"""Printing: real size to a tenth of a millimetre, copies, sheets, both sides, the test page, and Save as PDF."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import page_count
from htpm_studio.export.pages.selection import a_sheet, printed
from htpm_studio.export.prints.plan import handed_out, pieces_for, print_plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.printing import printer as printing
from htpm_studio.gui.features.printing.panel import PrintPage
from htpm_studio.gui.features.printing.printer import (
    PrintJob,
    print_jobs,
    print_test_page,
    printed_image,
    printed_pages,
)
from htpm_studio.processes.jobs import JobContext
from htpm_studio.units import POINTS_PER_MM
from tests.gui.parts import controllers_of

LOOK = 600 / 72
"""Pixels for a point when a page is looked at: 0.04 mm each."""

TENTH = 0.1 * POINTS_PER_MM


class Duplex(QPrinter):
    """Remembers what it was asked about its sides; a file has none."""

    told: QPrinter.DuplexMode | None = None

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.told = duplex
        super().setDuplex(duplex)


def to_file(path: Path) -> Duplex:
    printer = Duplex(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def gray_pages(data: bytes) -> Iterator[Any]:
    """Every page as an array of brightness, in 600 dots to the inch."""
    numpy = pytest.importorskip("numpy", reason="Wine lacks a function that it calls")
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            yield numpy.asarray(page.render(scale=LOOK, grayscale=True).to_numpy()).squeeze()
            page.close()
    finally:
        document.close()


def count_of_pages(data: bytes) -> int:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return len(document)


def edges(dark: Any) -> tuple[float, float]:
    """Where a dark line or block begins and ends, in points."""
    found = dark.nonzero()[0]
    return float(found[0]) / LOOK, float(found[-1] + 1) / LOOK


def spec_of(kit: Kit, paper: str, *, sheet: bool) -> FileSpec:
    return next(spec for spec in printed(kit, paper) if bool(spec.sheet) is sheet)


@pytest.fixture
def kit(workspace: Workspace) -> Kit:
    return workspace.document.kit()


# ------------------------------------------------------------------ real size


@pytest.mark.parametrize(("paper", "wide", "high"), [("letter", 612.0, 792.0), ("a4", 595.276, 841.89)])
def test_the_test_page_has_the_real_size(qapp: object, tmp_path: Path, paper: str, wide: float, high: float) -> None:
    print_test_page(to_file(tmp_path / "test.pdf"), paper)
    (page,) = gray_pages((tmp_path / "test.pdf").read_bytes())
    dark = page < 128
    assert abs(page.shape[1] / LOOK - wide) < 0.5
    assert abs(page.shape[0] / LOOK - high) < 0.5
    # The frame: a quarter inch from every edge, measured to the middle of its line.
    row, column = dark[round(6 * 72 * LOOK)], dark[:, round(6.5 * 72 * LOOK)]
    for place, first, last in ((row, 18.0, wide - 18), (column, 18.0, high - 18)):
        start, end = edges(place)
        assert abs(start + 0.25 - first) < TENTH
        assert abs(end - 0.25 - last) < TENTH
    # The square: one inch, and the ruler: four inches.
    square = dark[round(4.7 * 72 * LOOK), round(60 * LOOK) : round(150 * LOOK)]
    start, end = edges(square)
    assert abs(end - start - 0.5 - 72) < TENTH
    ruler = dark[round(144 * LOOK)]
    ruler = ruler[round(60 * LOOK) : round(365 * LOOK)]
    start, end = edges(ruler)
    assert abs(end - start - 4 * 72) < TENTH + 0.5


@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
def test_what_is_printed_lies_where_it_lies_in_the_exported_file(kit: Kit, tmp_path: Path, paper: str) -> None:
    spec = spec_of(kit, paper, sheet=True)
    sheets = print_jobs(to_file(tmp_path / "out.pdf"), [PrintJob(spec, 1)], kit, JobContext(), gray=False)
    assert sheets == 1
    exported = list(gray_pages(render_file(spec, kit.inputs, JobContext()).data))
    paper_pages = list(gray_pages((tmp_path / "out.pdf").read_bytes()))
    assert len(exported) == len(paper_pages) == 2
    block = kit.resources.sheets.sheets[spec.sheet].block
    for page in (exported[0], paper_pages[0]):
        dark = page < 150
        across = edges(dark.mean(axis=0) > 0.7)
        down = edges(dark.mean(axis=1) > 0.7)
        bleed = kit.resources.sheets.sheets[spec.sheet].bleed
        assert abs(across[0] - (block.x - bleed)) < TENTH
        assert abs(across[1] - (block.right + bleed)) < TENTH
        assert abs(down[0] - (block.y - bleed)) < TENTH
        assert abs(down[1] - (block.bottom + bleed)) < TENTH


def test_pages_have_300_dots_to_the_inch_and_gray_is_gray(kit: Kit) -> None:
    (page,) = printed_pages(spec_of(kit, "letter", sheet=False), kit, JobContext())
    color, gray = printed_image(page, gray=False), printed_image(page, gray=True)
    assert (color.width(), color.height()) == (gray.width(), gray.height()) == (2550, 3300)
    assert gray.isGrayscale()
    assert not color.isGrayscale()


# ------------------------------------------------------------------ jobs


def test_copies_sides_and_names_are_passed_to_the_printer(kit: Kit, tmp_path: Path) -> None:
    cards, flyer = spec_of(kit, "letter", sheet=True), spec_of(kit, "letter", sheet=False)
    printer, steps = to_file(tmp_path / "out.pdf"), []
    context = JobContext(lambda step: steps.append((step.done, step.total, step.label)))
    assert print_jobs(printer, [PrintJob(flyer, 3)], kit, context, gray=True) == 3
    assert count_of_pages((tmp_path / "out.pdf").read_bytes()) == 3  # a file cannot make copies itself
    assert printer.told == QPrinter.DuplexMode.DuplexNone
    assert printer.docName() == flyer.title
    assert steps == [(0, 1, flyer.title)]
    assert print_jobs(printer, [PrintJob(cards, 2)], kit, JobContext(), gray=False) == 2
    told: QPrinter.DuplexMode = printer.told
    assert told == QPrinter.DuplexMode.DuplexLongSide
    assert count_of_pages((tmp_path / "out.pdf").read_bytes()) == 4
    assert (page_count(cards, kit.page_inputs), page_count(flyer, kit.page_inputs)) == (2, 1)
    assert (a_sheet(cards, kit), a_sheet(flyer, kit)) == (10, 1)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_start_is_a_sentence(kit: Kit, tmp_path: Path) -> None:
    for attempt in (
        lambda printer: print_jobs(
            printer, [PrintJob(spec_of(kit, "a4", sheet=False), 1)], kit, JobContext(), gray=False
        ),
        lambda printer: print_test_page(printer, "a4"),
    ):
        with pytest.raises(StudioError, match="did not start"):
            attempt(to_file(tmp_path / "no folder" / "out.pdf"))


def test_printing_can_be_stopped(kit: Kit, tmp_path: Path) -> None:
    context = JobContext()
    context.cancel()
    job = PrintJob(spec_of(kit, "letter", sheet=False), 1)
    with pytest.raises(Cancelled):
        print_jobs(to_file(tmp_path / "out.pdf"), [job], kit, context, gray=False)


# ------------------------------------------------------------------ the panel


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PrintPage:
    monkeypatch.setattr(printing, "printers", lambda: ("Office",))
    made = PrintPage(workspace, controllers_of(workspace).exporter, controllers_of(workspace).editor)
    qtbot.addWidget(made)
    made.paper.setCurrentIndex(0)
    made.make_printer = lambda: to_file(tmp_path / "printed.pdf")
    made.ask_printer = lambda _printer: True
    return made


def wait_for(qtbot: QtBot, page: PrintPage) -> None:
    qtbot.waitUntil(lambda: page.task is None, timeout=20_000)


def only(page: PrintPage, group: str) -> None:
    for name, row in page.rows.items():
        row.box.setChecked(name == group)


def test_what_nearly_every_event_hands_out_is_ticked_at_first(page: PrintPage, kit: Kit) -> None:
    first = {"flyer", "checklist", "hotline-cards"}
    assert {group for group, row in page.rows.items() if row.box.isChecked()} == first
    others = [spec for spec in printed(kit, "letter") if spec.group not in first]
    assert handed_out(others) == {spec.group for spec in others}


def test_handouts_are_ticked_and_sheets_are_counted(page: PrintPage, kit: Kit) -> None:
    specs = printed(kit, "letter")
    assert list(page.rows) == [spec.group for spec in specs]
    cards = spec_of(kit, "letter", sheet=True)
    row = page.rows[cards.group]
    only(page, cards.group)
    row.count.setValue(100)
    assert row.sheets.text() == "10 sheets of paper, 10 on each, both sides"
    assert page.print.text() == "Print 10 sheets"
    row.count.setValue(7)
    assert page.print.text() == "Print 1 sheet"
    row.box.setChecked(False)
    assert not row.count.isEnabled()
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()
    page.paper.setCurrentIndex(1)
    page.paper.activated.emit(1)
    assert {spec.path.split("/")[1] for spec in page.specs} == {"a4"}


def test_the_form_that_the_editor_shows_is_ticked_alone_with_its_number(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, kit: Kit
) -> None:
    cards = spec_of(kit, "a4", sheet=True)
    editor = controllers_of(workspace).editor
    editor.open(cards.piece)
    assert editor.now is not None
    tile = next(one for one in editor.now.tiles if cards.pages[0] == one.page)
    editor.show_view(tile.key)
    editor.in_front = True
    workspace.set_settings(replace(workspace.settings, print_count=100))
    page.show()
    shown = editor.now.spec
    assert [group for group, row in page.rows.items() if row.box.isChecked()] == [shown.group]
    assert page.paper.currentData() == shown.path.split("/")[1]
    assert page.rows[shown.group].count.value() == 100


def test_what_is_selected_on_the_board_is_ticked(qtbot: QtBot, page: PrintPage, workspace: Workspace, kit: Kit) -> None:
    first, *others = printed(kit, "letter")
    workspace.select((first.piece,))
    page.show()
    assert page.rows[first.group].box.isChecked()
    for spec in others:
        assert page.rows[spec.group].box.isChecked() is (spec.piece == first.piece)
    page.tick(("w2/social/nothing-to-print",))
    assert page.rows[first.group].box.isChecked()


def test_the_printers_window_shows_how_many_sheets_and_may_change_it(
    qtbot: QtBot, page: PrintPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, sent = [], []
    monkeypatch.setattr(printing, "print_jobs", lambda _printer, jobs, *_, **__: sent.append(jobs[0].copies) or 1)
    cards = next(spec for spec in page.specs if spec.sheet)
    for group, row in page.rows.items():
        row.box.setChecked(group == cards.group)
    page.rows[cards.group].count.setValue(100)

    def ask(printer: QPrinter) -> bool:
        shown.append(printer.copyCount())
        printer.setCopyCount(12)
        return True

    page.ask_printer = ask
    page.print_now()
    wait_for(qtbot, page)
    assert (shown, sent) == ([10], [12])


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_print_goes_through_the_printers_window(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, kit: Kit
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    flyer = spec_of(kit, "letter", sheet=False)
    only(page, flyer.group)
    page.rows[flyer.group].count.setValue(2)
    asked: list[object] = []
    page.ask_printer = lambda printer: asked.append(printer) or False  # type: ignore[func-returns-value]
    page.print.click()
    workspace.print_wanted.emit()
    assert len(asked) == 2
    assert page.task is None
    page.ask_printer = lambda _printer: True
    page.print.click()
    assert not page.print.isEnabled()
    wait_for(qtbot, page)
    assert said == ["2 sheets were sent to the printer."]
    assert workspace.settings.print_count == 2
    assert count_of_pages((tmp_path / "printed.pdf").read_bytes()) == 2
    page.test.click()
    wait_for(qtbot, page)
    assert said[-1] == "The test page was sent to the printer."
    page.make_printer = lambda: to_file(tmp_path / "no folder" / "x.pdf")
    page.test.click()
    wait_for(qtbot, page)
    assert said[-1].startswith("Nothing was printed. The printer did not start.")


@pytest.mark.skipif(sys.platform == "win32", reason="there it takes a real printer and not a file")
def test_the_systems_window_has_the_right_paper_and_no_page_range(
    page: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: seen.append(self) or 0)
    printer = to_file(tmp_path / "x.pdf")
    assert not page.choose_printer(printer)
    assert not seen[0].testOption(QPrintDialog.PrintDialogOption.PrintPageRange)


def test_without_a_printer_there_is_save_as_pdf(page: PrintPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printers", tuple)
    page.refresh()
    assert not page.print.isEnabled()
    assert page.print.toolTip() == "No printer is set up. Save as PDF instead."
    assert page.save.isEnabled()
    assert page.advice.text() == page.print.toolTip()
    assert not page.area.isAncestorOf(page.advice)  # it is in sight wherever the list is scrolled to


def test_print_without_a_printer_puts_the_keyboard_on_save_as_pdf(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", tuple)
    page.resize(392, 480)
    page.show()
    last = page.specs[-1]
    workspace.select((last.piece,))
    page.take()
    workspace.print_wanted.emit()
    assert page.focusWidget() is page.save
    box = page.rows[last.group].box
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())


def test_saved_pdfs_are_the_exported_files(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit
) -> None:
    flyer = spec_of(kit, "letter", sheet=False)
    only(page, flyer.group)
    target = tmp_path / "my flyer.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save.click()
    assert page.task is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save.click()
    wait_for(qtbot, page)
    assert target.read_bytes() == render_file(flyer, kit.inputs, JobContext()).data
    for name, row in page.rows.items():
        row.box.setChecked(name in (flyer.group, "checklist"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    (tmp_path / "flyer.pdf").write_text("mine")
    page.save.click()
    wait_for(qtbot, page)
    assert (tmp_path / "flyer.pdf").read_text() == "mine"
    assert (tmp_path / "flyer-2.pdf").read_bytes() == target.read_bytes()
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    only(page, flyer.group)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    page.save.click()
    wait_for(qtbot, page)
    assert said[-1].startswith("The PDF could not be saved. The folder ")
    assert page.advice.text() == said[-1]
    page.save.click()
    assert page.advice.text() != said[-1]
    wait_for(qtbot, page)


def test_printing_has_a_way_to_stop(qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    assert page.stop.isHidden()
    page.print.click()
    assert page.print.isHidden()
    assert not page.stop.isHidden()
    page.stop.click()
    wait_for(qtbot, page)
    assert said == ["Stopped."]
    assert (page.print.isHidden(), page.stop.isHidden()) == (False, True)


def test_a_sheet_of_another_size_than_the_printers_paper_says_so(page: PrintPage) -> None:
    big = [words for row in page.rows.values() if "size" in (words := row.sheets.text())]
    assert big == ["10 sheets of paper, size 11 × 17"]
    page.paper.setCurrentIndex(1)
    page.refresh()
    assert page.rows["poster-big"].sheets.text() == "10 sheets of paper, size A3"
    assert page.rows["table-tent"].sheets.text() == "10 sheets of paper"


def test_the_panel_follows_the_week_and_the_words(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, kit: Kit
) -> None:
    flyer = spec_of(kit, "letter", sheet=False)
    workspace.document.edit("Change heading", flyer.piece, "head", "Our own heading")
    qtbot.waitUntil(lambda: page.rows[flyer.group].box.accessibleName() == "Our own heading", timeout=2000)
    workspace.document.open_week(3)
    groups = {spec.group for spec in plan(workspace.document.kit()) if spec.medium == "print"}
    qtbot.waitUntil(lambda: {spec.group for spec in page.specs} == groups, timeout=2000)
    assert all(row.isVisibleTo(page) is (group in groups) for group, row in page.rows.items())


def test_sizes_come_from_the_canvases(qapp: object) -> None:
    assert printing.paper_size("letter").width == 612
    assert printing.default_paper() in ("letter", "a4")


def test_numbers_follow_from_how_many_people_come_and_ticks_stay(page: PrintPage, kit: Kit) -> None:
    page.rows["checklist"].box.setChecked(False)
    page.rows["hotline-cards-8up"].box.setChecked(True)
    ticked = {group for group, row in page.rows.items() if row.box.isChecked()}
    page.people.setValue(40)
    page.people_button.click()
    assert {group for group, row in page.rows.items() if row.box.isChecked()} == ticked
    assert page.rows["hotline-cards"].count.value() == 80
    assert page.rows["hotline-cards-8up"].count.value() == 80  # in place of the others, it is as many
    assert page.rows["hotline-cards"].sheets.text() == "8 sheets of paper, 10 on each, both sides"
    page.usual.click()
    specs = {spec.group: spec for spec in printed(kit, "letter")}
    assert {group for group, row in page.rows.items() if not row.box.isChecked()} == {
        group for group, spec in specs.items() if pieces_for(spec, 40) == 0
    }
    assert page.rows["resource-list"].sheets.text() == "8 sheets of paper, both sides"
    sheets = sum(line.sheets for line in print_plan(kit, specs.values(), 40) if not line.instead)
    assert page.print.text() == f"Print {sheets} sheets"


def test_all_none_and_only_this_tick_several_at_once(page: PrintPage) -> None:
    page.every.click()
    assert all(row.box.isChecked() for row in page.rows.values())
    page.none.click()
    assert not any(row.box.isChecked() for row in page.rows.values())
    page.every.click()
    page.rows["poster"].alone.click()
    assert [group for group, row in page.rows.items() if row.box.isChecked()] == ["poster"]


def test_a_note_beside_saved_pdfs_says_how_to_print_them(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    workspace.info_wanted.connect(lambda text, _button, _act: said.append(text))
    page.none.click()
    for group, count in (("flyer", 20), ("hotline-cards", 45)):
        page.rows[group].box.setChecked(True)
        page.rows[group].count.setValue(count)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.save.click()
    wait_for(qtbot, page)
    note = (tmp_path / "print-list.txt").read_text(encoding="utf-8")
    assert note.startswith("Riverbend Coalition: Fair work keeps people safe\n")
    assert "flyer.pdf\n    Fair work keeps people safe\n    20 copies, one side, Letter, 20 sheets of paper" in note
    assert "    5 copies, both sides (flip on the long edge), Letter, 5 sheets of paper" in note
    assert "    10 on each sheet, 45 wanted" in note
    assert note.endswith("Together\n    Letter: 25 sheets of paper\n")
    assert said == ["Saved: 2 files. The note print-list.txt says how many copies to print and on how many sides."]
    page.rows["flyer"].alone.click()
    page.rows["flyer"].count.setValue(1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "one.pdf"), ""))
    page.save.click()
    wait_for(qtbot, page)
    assert not (tmp_path / "one-print-list.txt").exists()  # a single sheet explains itself
    assert said[-1] == "Saved: 1 file."


def test_after_saving_the_focus_is_on_the_button_again(
    qtbot: QtBot, page: PrintPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show()
    page.activateWindow()
    page.rows["flyer"].alone.click()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "one.pdf"), ""))
    page.save.setFocus()
    page.save.click()
    assert page.window().focusWidget() is page.stop
    wait_for(qtbot, page)
    assert page.window().focusWidget() is page.save


# ------------------------------------------------------------------ names on certificates


def test_names_typed_into_the_panel_are_on_certificates_and_in_no_project(
    workspace: Workspace, page: PrintPage, tmp_path: Path
) -> None:
    panel = page
    names, project = panel.names, workspace.document.project
    assert "one certificate to fill in" in names.note.text()
    names.field.setPlainText("Maria Johnson\nAna Ruiz\n")
    names.take()
    assert list(workspace.document.names) == ["Maria Johnson", "Ana Ruiz"]
    assert names.note.text().startswith("2 certificates")
    panel.refresh()
    spec = next(one for one in panel.specs if one.group == "certificate")
    assert [page.content.get("participant") for page in spec.pages] == ["Maria Johnson", "Ana Ruiz"]
    assert panel.rows["certificate"].count.value() == 1
    assert panel.rows["certificate"].sheets.text() == "2 sheets of paper"
    assert workspace.document.project == project
    (tmp_path / "list.csv").write_text("Name;Town\nKim Park;Springfield\n", encoding="utf-8")
    names.take_file(tmp_path / "list.csv")
    assert list(workspace.document.names) == ["Kim Park"]
    names.field.setPlainText("\n".join(f"Name {number}" for number in range(501)))
    names.take()
    assert "more than 500 names" in names.note.text()
    assert list(workspace.document.names) == ["Kim Park"]


def test_a_page_across_its_paper_is_printed_in_landscape(kit: Kit, tmp_path: Path) -> None:
    (spec,) = (one for one in printed(kit, "letter") if one.group == "certificate")
    assert printing.other_paper(spec, "letter") == ""
    printer = to_file(tmp_path / "certificate.pdf")
    print_jobs(printer, [PrintJob(spec, 1)], kit, JobContext(), gray=False)
    with pypdfium2.PdfDocument(tmp_path / "certificate.pdf") as pdf:
        assert pdf[0].get_size() == pytest.approx((792, 612), abs=0.5)

"""Printing: real size to a tenth of a millimetre, copies, both sides, the test page, and the order with its PDFs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import page_count
from htpm_studio.export.pages.selection import a_sheet, printed
from htpm_studio.export.prints.plan import in_presets, print_plan
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
from htpm_studio.gui.i18n import path_words
from htpm_studio.pieces.model import PRESETS
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


def groups_of(page: PrintPage) -> list[str]:
    return [line.spec.group for line in page.lines]


def saving_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_sixty_people_are_ordered_for_in_four_actions(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    workspace.info_wanted.connect(lambda text, _button, _act: said.append(text))
    saving_to(tmp_path, monkeypatch)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=2000)
    page.save.setFocus()
    page.setFocus()
    qtbot.waitUntil(lambda: page.people.lineEdit().selectedText() == "40", timeout=2000)
    qtbot.keyClicks(page.people, "60")
    qtbot.mouseClick(page.choices[("table",)], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    wait_for(qtbot, page)
    (words,) = said
    assert words.startswith(f"Saved in {path_words(tmp_path)}: 3 files. The list week-2-print-list.txt says")
    assert {path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".txt")} == {
        "week-2-letter-paper.pdf", "week-2-letter-card-stock.pdf", "week-2-11-x-17-shop.pdf", "week-2-print-list.txt",
    }  # fmt: skip
    assert count_of_pages((tmp_path / "week-2-letter-card-stock.pdf").read_bytes()) == 2 * 20
    note = (tmp_path / "week-2-print-list.txt").read_text(encoding="utf-8").splitlines()
    assert note[0] == "Riverbend Coalition: Fair work keeps people safe"
    assert note[2:6] == ["What to buy", *(f"    {row}" for row in page.buy.text().splitlines())]
    assert page.buy.text().splitlines() == [
        "1 ream of Letter paper, 20 lb (130 sheets)",
        "20 sheets of Letter card stock, 80 lb cover: Hotline cards, Table tents",
        "2 posters, 11 × 17: order at a copy shop",
    ]
    assert workspace.settings.print_people == 60


def test_a_preset_orders_what_the_pieces_say(page: PrintPage, kit: Kit) -> None:
    specs = printed(kit, "letter")
    for presets, chip in page.choices.items():
        chip.click()
        assert groups_of(page) == [spec.group for spec in in_presets(specs, presets)]
        assert [one for one in page.choices.values() if one.isChecked()] == [chip]
        sheets = sum(line.sheets for line in print_plan(kit, in_presets(specs, presets), page.people.value()))
        assert page.print.text() == f"Print {sheets} sheets"


def test_prints_for_copiers_are_in_one_ink_until_that_is_undone(
    qtbot: QtBot, page: PrintPage, workspace: Workspace
) -> None:
    def inked() -> list[str]:
        return [spec.group for spec in page.specs if any(one.one_ink for one in spec.pages)]

    qtbot.keyClick(page.one_ink, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: {"poster", "flyer", "tear-off", "hotline-cards"} <= set(inked()), timeout=5000)
    assert "checklist" not in inked()
    workspace.document.stack.undo()
    qtbot.waitUntil(lambda: not inked() and not page.one_ink.isChecked(), timeout=5000)


def test_a_row_says_kind_pieces_and_sheets(page: PrintPage) -> None:
    page.people.setValue(60)
    row = page.rows["hotline-cards"]
    assert (row.kind.text(), row.amount.text(), row.count.value()) == ("Hotline cards", "120 cards, 12 sheets", 120)
    assert row.count.accessibleName() == "How many: Hotline cards"
    assert row.count.accessibleDescription() == "120 cards, 12 sheets"
    assert row.remove.accessibleName() == "Remove: Hotline cards"
    assert page.rows["poster-big"].amount.text() == "2 posters, 2 sheets, 11\u00a0×\u00a017"
    page.paper.setCurrentIndex(1)
    page.paper.activated.emit(1)
    assert page.rows["poster-big"].amount.text() == "2 posters, 2 sheets, A3"
    assert {line.spec.path.split("/")[1] for line in page.lines} == {"a4"}


def test_numbers_are_changed_pieces_removed_and_others_added(qtbot: QtBot, page: PrintPage) -> None:
    page.show()
    before = groups_of(page)
    page.rows["hotline-cards"].count.setValue(75)
    assert page.rows["hotline-cards"].amount.text() == "75 cards, 8 sheets"
    page.rows["flyer"].remove.click()
    assert groups_of(page) == before[1:]
    assert page.focusWidget() is page.rows[before[1]].remove
    menu = page.add.menu()
    menu.aboutToShow.emit()
    assert "Flyer" in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == "Bookmarks").trigger()
    assert groups_of(page) == [*before[1:-1], "bookmarks", before[-1]]
    assert page.rows["bookmarks"].count.value() == 20
    page.people.setValue(60)
    assert (page.rows["bookmarks"].count.value(), page.rows["hotline-cards"].count.value()) == (30, 120)
    for group in groups_of(page):
        page.rows[group].remove.click()
    assert page.focusWidget() is page.add
    assert not page.save.isEnabled()
    assert not page.each.isEnabled()
    page.choices[("table",)].click()
    assert groups_of(page) == before


def test_tab_goes_down_the_order_as_it_stands(qtbot: QtBot, page: PrintPage) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=2000)
    menu = page.add.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Poster").trigger()
    page.choices[PRESETS[:1]].setFocus()
    met = []
    while page.focusWidget() is not page.add:
        page.focusNextChild()
        met.append(page.focusWidget())
    rows = [page.rows[group] for group in groups_of(page)]
    assert page.rows["poster"] in rows[1:-1]
    assert met == [*(part for row in rows for part in (row.count, row.remove)), page.add]


def test_pictures_come_from_the_render_service_of_the_board(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show()
    qtbot.waitUntil(
        lambda: all(not page.rows[name].picture.pixmap().isNull() for name in groups_of(page)), timeout=9000
    )
    wanted: list[int] = []
    monkeypatch.setattr(workspace.renderer, "want", lambda pictures, _group: wanted.append(len(pictures)))
    page.rows["flyer"].count.setValue(5)
    assert wanted == [0]


def test_the_form_that_the_editor_shows_is_ordered_alone_with_its_number(
    page: PrintPage, workspace: Workspace, kit: Kit
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
    assert [(line.spec.group, line.pieces) for line in page.lines] == [(shown.group, 100)]
    assert page.paper.currentData() == shown.path.split("/")[1]
    assert not any(chip.isChecked() for chip in page.choices.values())


def test_what_is_selected_on_the_board_is_ordered(page: PrintPage, workspace: Workspace, kit: Kit) -> None:
    first, *_ = specs = printed(kit, "letter")
    workspace.select((first.piece,))
    page.show()
    wanted = [spec.group for spec in specs if spec.piece == first.piece]
    assert groups_of(page) == wanted
    workspace.select(("w2/social/nothing-to-print",))
    page.take()
    assert groups_of(page) == wanted


def test_the_printers_window_shows_how_many_sheets_and_may_change_it(
    qtbot: QtBot, page: PrintPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, sent = [], []
    monkeypatch.setattr(printing, "print_jobs", lambda _printer, jobs, *_, **__: sent.append(jobs[0].copies) or 1)
    page.order(("hotline-cards",), 100)

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
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    page.order(("flyer",), 2)
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
    assert count_of_pages((tmp_path / "printed.pdf").read_bytes()) == 2
    page.test.click()
    wait_for(qtbot, page)
    assert said[-1] == "The test page was sent to the printer."
    page.make_printer = lambda: to_file(tmp_path / "no folder" / "x.pdf")
    page.test.click()
    wait_for(qtbot, page)
    assert said[-1].startswith("Nothing was printed. The printer did not start.")
    assert page.advice.text() == said[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="there it takes a real printer and not a file")
def test_the_systems_window_has_the_right_paper_and_no_page_range(
    page: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: seen.append(self) or 0)
    printer = to_file(tmp_path / "x.pdf")
    assert not page.choose_printer(printer)
    assert not seen[0].testOption(QPrintDialog.PrintDialogOption.PrintPageRange)


def test_without_a_printer_pdfs_are_saved(
    page: PrintPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", tuple)
    page.show()
    assert not page.print.isEnabled()
    assert page.print.toolTip() == "No printer is set up. Save PDFs instead."
    assert not page.notice.isVisible()
    workspace.print_wanted.emit()
    assert page.focusWidget() is page.save


def test_the_month_is_ordered_and_saved_for_each_week(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_to(tmp_path, monkeypatch)
    exporter = controllers_of(workspace).exporter
    page.order(("flyer",), 25)
    alone = page.buy.text()
    exporter.want_every_week(True)
    page.refresh()
    assert page.weeks.text() == "For each of 5 weeks. The numbers are those of one week."
    assert ("25 sheets" in alone, "125 sheets" in page.buy.text()) == (True, True)
    page.save.click()
    wait_for(qtbot, page)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [f"week-{n}-letter-paper.pdf" for n in range(1, 6)]
    first, second = ((tmp_path / f"week-{n}-letter-paper.pdf").read_bytes() for n in (1, 2))
    assert first != second


def test_each_piece_is_saved_as_the_exported_file(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit
) -> None:
    page.order(("flyer", "hotline-cards"), 25)
    saving_to(Path(), monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.each.click()
    assert page.task is None
    saving_to(tmp_path, monkeypatch)
    (tmp_path / "week-2-flyer.pdf").write_text("mine")
    page.each.click()
    wait_for(qtbot, page)
    assert (tmp_path / "week-2-flyer.pdf").read_text() == "mine"
    flyer = spec_of(kit, "letter", sheet=False)
    assert (tmp_path / "week-2-flyer-2.pdf").read_bytes() == render_file(flyer, kit.inputs, JobContext()).data
    note = (tmp_path / "week-2-print-list.txt").read_text(encoding="utf-8")
    assert (
        "week-2-flyer-2.pdf\n    Print it 25 times; one side; Letter paper, 20 lb; 25 sheets\n    Flyer: 25 flyers"
        in note
    )
    assert "    Print it 3 times; both sides (flip on the long edge)" in note
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    saving_to(tmp_path / "no", monkeypatch)
    page.each.click()
    wait_for(qtbot, page)
    assert said[-1].startswith("The PDF could not be saved. The folder ")
    assert page.advice.text() == said[-1]
    assert not page.notice.isHidden()
    page.each.click()
    assert page.advice.text() != said[-1]
    wait_for(qtbot, page)


def test_a_piece_that_may_not_be_printed_as_it_is_is_named(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    flyer = spec_of(kit, "letter", sheet=False)
    workspace.document.edit("Change heading", flyer.piece, "head", "Call 1-888-373-7889")
    page.refresh()
    page.order(("flyer", "checklist"), 2)
    saving_to(tmp_path, monkeypatch)
    page.save.click()
    wait_for(qtbot, page)
    assert said[-1].startswith("The PDF could not be saved. ")
    assert not list(tmp_path.glob("*.pdf"))


def test_printing_has_a_way_to_stop(qtbot: QtBot, page: PrintPage, workspace: Workspace) -> None:
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


def test_the_order_follows_the_week(qtbot: QtBot, page: PrintPage, workspace: Workspace) -> None:
    workspace.document.open_week(3)
    wanted = in_presets(printed(workspace.document.kit(), "letter"), page.presets)
    qtbot.waitUntil(lambda: tuple(line.spec for line in page.lines) == wanted, timeout=2000)
    assert [group for group, row in page.rows.items() if row.isVisibleTo(page)] == [spec.group for spec in wanted]


def test_after_saving_the_focus_is_on_the_button_again(
    qtbot: QtBot, page: PrintPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show()
    page.activateWindow()
    page.order(("flyer",), 1)
    saving_to(tmp_path, monkeypatch)
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
    assert names.isHidden()
    panel.choices[("training",)].click()
    assert not names.isHidden()
    assert "certificate" not in groups_of(panel)
    panel.choices[("table",)].click()
    assert "one certificate to fill in" in names.note.text()
    names.field.setPlainText("Maria Johnson\nAna Ruiz\n")
    names.take()
    assert list(workspace.document.names) == ["Maria Johnson", "Ana Ruiz"]
    assert names.note.text().startswith("2 certificates")
    panel.refresh()
    assert "certificate" not in groups_of(panel)
    panel.choices[("training",)].click()
    (line,) = (line for line in panel.lines if line.spec.group == "certificate")
    assert [page.content.get("participant") for page in line.spec.pages] == ["Maria Johnson", "Ana Ruiz"]
    assert panel.rows["certificate"].amount.text() == "2 certificates, 2 sheets"
    assert not panel.rows["certificate"].count.isEnabled()
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

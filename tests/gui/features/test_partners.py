"""Partner kits in the window: lists by drop, file and paste, rows to fix, making, stopping, going on, closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.kit import EXTRAS
from htpm_studio.export.pages.selection import ON_REQUEST, Selection
from htpm_studio.export.sources.partners import EXAMPLE
from htpm_studio.gui.controllers.export import OWN
from htpm_studio.gui.core.dnd import Dropped
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.partners.controller import PartnersCommands, PartnersController, PartnersPlan
from htpm_studio.gui.features.partners.logos import SIZE
from htpm_studio.gui.features.partners.page import PartnersPage
from htpm_studio.gui.features.partners.preview import is_wide
from htpm_studio.gui.features.partners.sheet import SheetModel
from htpm_studio.gui.features.partners.table import LOGO, STATUS, PartnerModel, row_words
from htpm_studio.gui.i18n import path_words
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.palette import derive_palette
from tests.gui.parts import controllers_of

LIST = (
    "organization,logo,color,web,notes\n"
    "Lakeside Network,,#2B5F8A,lakeside.example,x\n"
    "Hillcrest Alliance,hill.png,,,\n"
    "Pine Valley Forum,pine.png,,,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (700, 300), "#5A3E78").save(tmp_path / "hill.png")
    (tmp_path / "partners.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> PartnersController:
    made = controllers_of(workspace).partners
    made.set_plan(PartnersPlan("backgrounds", (2,), tmp_path / "kits"))
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, desk: PartnersController) -> PartnersPage:
    made = PartnersPage(workspace, controllers_of(workspace).partners)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def checked(qtbot: QtBot, desk: PartnersController) -> None:
    qtbot.waitUntil(lambda: bool(desk.rows) and not desk.count("checking"), timeout=10_000)


def states(desk: PartnersController) -> list[str]:
    return [row.state for row in desk.rows]


def finished(qtbot: QtBot, desk: PartnersController) -> None:
    qtbot.waitUntil(lambda: not desk.running, timeout=30_000)


# ------------------------------------------------------------------ lists


def test_a_dropped_list_opens_the_page_and_is_checked(
    qtbot: QtBot, workspace: Workspace, desk: PartnersController, folder: Path
) -> None:
    wanted: list[str] = []
    workspace.page_wanted.connect(wanted.append)
    workspace.files_dropped.emit(Dropped((folder / "hill.png",), ""))
    assert wanted == []
    workspace.files_dropped.emit(Dropped((folder / "partners.csv",), ""))
    checked(qtbot, desk)
    assert wanted == ["partners"]
    assert states(desk) == ["ready", "ready", "fix"]
    assert desk.rows[2].needs_logo
    assert desk.unused == ("notes",)


def test_the_first_list_is_about_the_open_week(
    qtbot: QtBot, workspace: Workspace, desk: PartnersController, folder: Path
) -> None:
    workspace.document.open_week(3)
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    assert desk.plan.weeks == (3,)
    desk.set_plan(replace(desk.plan, weeks=None))
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    assert desk.plan.weeks is None


def test_a_list_that_cannot_be_read_is_said_on_the_page(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.csv").write_text("")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.start.choose.click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(folder / "empty.csv"), ""))
    page.start.choose.click()
    qtbot.waitUntil(lambda: "does not list any organizations" in page.start.trouble.text(), timeout=5000)
    assert page.pages.currentIndex() == 0
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(folder / "partners.csv"), ""))
    page.start.choose.click()
    checked(qtbot, desk)
    assert page.pages.currentIndex() == 1
    assert (page.counts.text(), page.fix.text()) == ("3 rows, 2 ready", "1 to fix")
    assert page.make.text() == "Make 2 kits"
    assert "notes" in page.state.text()


def test_a_table_is_pasted(qtbot: QtBot, page: PartnersPage, desk: PartnersController) -> None:
    QGuiApplication.clipboard().setText("organization\tcolour\nLakeside\t#123456\n")
    page.start.paste.click()
    checked(qtbot, desk)
    assert [row.partner.color for row in desk.rows] == ["#123456"]
    QGuiApplication.clipboard().setText("organization\nHill\nDale\n")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(desk.rows) == 2, timeout=5000)
    checked(qtbot, desk)


def test_the_example_is_saved_or_says_why_not(
    page: PartnersPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    for chosen in ("", str(tmp_path / "no" / "p.csv"), str(tmp_path / "p.csv")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, one=chosen: (one, ""))
        page.start.example.click()
    assert len(said) == 2
    assert said[1].startswith(f"Saved: {tmp_path}")
    assert (tmp_path / "p.csv").read_text(encoding="utf-8") == EXAMPLE


# ------------------------------------------------------------------ columns

AGENCIES = (
    "Agency,Contact,Website,Picture\nLakeside,Ana Ruiz,lakeside.example,hill.png\nPine,Ben Ode,pine.example,pine.png\n"
)


def asked(qtbot: QtBot, desk: PartnersController, folder: Path, text: str, encoding: str = "utf-8") -> None:
    (folder / "agencies.csv").write_text(text, encoding=encoding)
    desk.load(folder / "agencies.csv")
    qtbot.waitUntil(lambda: desk.asked is not None, timeout=5000)


def test_a_list_with_other_headings_is_asked_about_and_one_button_takes_it(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    asked(qtbot, desk, folder, AGENCIES.replace(",", ";"), "utf-16")
    question = page.question
    assert page.pages.currentWidget() is question
    assert [choice.currentText() for choice in question.choices.values()] == [
        "Name", "Not used", "Contact line", "Logo",
    ]  # fmt: skip
    assert question.choices[0].accessibleName() == "What is in the column Agency"
    assert "Ana Ruiz" in question.choices[1].accessibleDescription()
    assert not page.foot.isVisibleTo(page)
    question.use.click()
    checked(qtbot, desk)
    assert page.pages.currentIndex() == 1
    assert [row.partner.organization for row in desk.rows] == ["Lakeside", "Pine"]
    assert [row.partner.contact for row in desk.rows] == ["lakeside.example", "pine.example"]
    assert desk.unused == ("Contact",)


def test_a_column_that_is_chosen_twice_is_the_last_one(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    asked(qtbot, desk, folder, AGENCIES)
    question = page.question
    first, second = question.choices[0], question.choices[1]
    second.setCurrentIndex(second.findData("organization"))
    second.activated.emit(second.currentIndex())
    assert (first.currentText(), second.currentText()) == ("Not used", "Name")
    second.setCurrentIndex(second.findData(""))
    second.activated.emit(second.currentIndex())
    assert not question.use.isEnabled()
    assert "Choose “Name”" in question.trouble.text()
    first.setCurrentIndex(first.findData("organization"))
    first.activated.emit(first.currentIndex())
    assert question.use.isEnabled()
    assert not question.box.isVisibleTo(page)


def test_the_first_row_may_be_an_organization(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    asked(qtbot, desk, folder, "Grace Church\nHope House\n")
    assert page.question.headed.isVisibleTo(page)
    assert page.question.headed.isChecked()
    page.question.headed.click()
    qtbot.waitUntil(lambda: desk.asked is not None and not desk.asked.table.headed, timeout=5000)
    assert not page.question.headed.isChecked()
    page.question.use.click()
    checked(qtbot, desk)
    assert [row.partner.organization for row in desk.rows] == ["Grace Church", "Hope House"]


def test_the_question_is_left_for_what_was_there(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.show()
    asked(qtbot, desk, folder, AGENCIES)
    page.window().activateWindow()
    qtbot.waitUntil(page.question.use.hasFocus)
    assert not page.question.headed.isVisibleTo(page)
    qtbot.keyClick(page.question.use, Qt.Key.Key_Escape)
    assert page.pages.currentIndex() == 0
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    asked(qtbot, desk, folder, AGENCIES)
    page.question.cancel.click()
    assert page.pages.currentIndex() == 1
    assert len(desk.rows) == 3


# ------------------------------------------------------------------ rows


def test_the_two_ways_out_are_never_cut(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.resize(792, 500)
    page.show()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    table = page.table
    place = table.model().index(2, STATUS)
    box = table.indexWidget(place)
    buttons = box.findChildren(QPushButton)
    for wide in (792, 600, 1400):
        page.resize(wide, 500)
        QApplication.processEvents()
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert all(box.rect().contains(button.geometry()) for button in buttons)
        assert table.rowHeight(2) >= box.height()
    assert table.rowHeight(2) < 2 * buttons[0].height()  # beside each other where there is room


def test_a_missing_logo_has_two_ways_out(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    place = page.table.model().index(2, STATUS)
    assert page.table.indexWidget(place) is not None
    assert page.table.indexWidget(place.siblingAtRow(0)) is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.find_logo(2)
    assert states(desk)[2] == "fix"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(folder / "hill.png"), ""))
    page.show()
    page.activateWindow()
    button = page.table.indexWidget(place).findChildren(QPushButton)[0]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    page.find_logo(2)
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 2
    checked(qtbot, desk)
    assert states(desk) == ["ready"] * 3
    assert page.table.indexWidget(place) is None
    entries = {action.text(): action for action in page.menu_of(2).actions()}
    assert list(entries) == ["Find the logo…", "Continue without a logo"]
    entries["Continue without a logo"].trigger()
    checked(qtbot, desk)
    assert desk.rows[2].partner.logo == ""
    assert page.make.text() == "Make 3 kits"


def test_cells_are_written_in_and_rows_added(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.add.click()
    checked(qtbot, desk)
    model = page.table.model()
    assert isinstance(model, PartnerModel)
    assert states(desk) == ["fix"]
    assert model.data(model.index(0, 0)) == "Name is missing"
    assert model.setData(model.index(0, 0), "  New   Group ")
    checked(qtbot, desk)
    assert desk.rows[0].partner.organization == "New Group"
    assert states(desk) == ["ready"]
    assert model.setData(model.index(0, 4), "teal-ish")
    checked(qtbot, desk)
    assert "teal-ish" in model.data(model.index(0, STATUS))
    assert "is not a color" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole) == "Main color: teal-ish"
    assert not model.setData(model.index(0, STATUS), "Done")


def test_only_the_rows_to_fix_are_shown_and_all_again(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    model = page.table.rows
    page.fix.click()
    assert (model.rowCount(), model.index(0, 0).data(), page.fix.text()) == (1, "Pine Valley Forum", "Show all rows")
    assert page.preview.title.text() == "Pine Valley Forum"
    assert page.table.with_buttons() == {0}
    assert model.setData(model.index(0, 2), "804-555-0101")
    assert desk.rows[2].partner.phone == "804-555-0101"
    checked(qtbot, desk)
    page.table.indexWidget(model.index(0, STATUS)).findChildren(QPushButton)[1].click()
    checked(qtbot, desk)
    assert states(desk) == ["ready"] * 3
    assert model.rowCount() == 1, "a row that is mended stays where it is"
    page.fix.click()
    assert model.rowCount() == 3
    assert page.table.currentIndex().row() == 2
    assert not page.fix.isVisibleTo(page)
    desk.change(0, color="teal-ish")
    checked(qtbot, desk)
    page.fix.click()
    page.add.click()
    assert model.rowCount() == 4
    checked(qtbot, desk)
    page.fix.click()
    assert model.rowCount() == 2
    desk.load(folder / "partners.csv")
    qtbot.waitUntil(lambda: model.rowCount() == 3, timeout=5000)


def test_logos_are_pictures_and_their_files_are_said(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.show()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    logo = page.table.rows.index(1, LOGO)
    qtbot.waitUntil(lambda: page.table.logos.icon(desk.rows[1].partner) is not None, timeout=5000)
    assert logo.data() == ""
    assert logo.data(Qt.ItemDataRole.EditRole) == logo.data(Qt.ItemDataRole.ToolTipRole) == "hill.png"
    assert logo.data(Qt.ItemDataRole.AccessibleTextRole) == "Logo: hill.png"
    icon = logo.data(Qt.ItemDataRole.DecorationRole)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        shown = icon.pixmap(SIZE, 3.0, mode).toImage()
        assert shown.pixelColor(shown.rect().center()).name().upper() == "#5A3E78"
    assert logo.siblingAtRow(2).data() == "pine.png not found"


# ------------------------------------------------------------------ all of them


def test_the_sheet_draws_what_is_in_sight_and_marks_what_is_broken(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    text = "organization,logo,color\nHill,,#123456\nPine,pine.png,\n"
    text += "".join(f"Group {number},,\n" for number in range(400))
    (folder / "long.csv").write_text(text)
    page.show()
    desk.load(folder / "long.csv")
    checked(qtbot, desk)
    page.all.click()
    sheet = cast("SheetModel", page.sheet.model())
    assert (page.looking, page.all.text(), page.fix.isVisibleTo(page)) == (True, "Back to the list", False)
    assert sheet.rowCount() == 402
    qtbot.waitUntil(lambda: sheet.picture(0) is not None and sheet.picture(2) is not None, timeout=20_000)
    assert sheet.picture(0) != sheet.picture(2), "each has its own look"
    assert sheet.picture(1) is None
    assert sheet.picture(401) is None
    assert "not found" in sheet.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "not found" in sheet.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    page.sheet.scrollToBottom()
    qtbot.waitUntil(lambda: sheet.picture(401) is not None, timeout=20_000)
    page.sheet.setCurrentIndex(sheet.index(1))
    assert page.preview.title.text() == "Pine"
    desk.load(folder / "partners.csv")
    qtbot.waitUntil(lambda: len(desk.rows) == 3 and not page.looking, timeout=5000)


def test_a_picture_leads_to_its_row_by_mouse_and_key(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.show()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.fix.click()
    command = page.command_slots()["partner_sheet"]
    command()
    assert page.looking
    assert page.sheet.currentIndex().row() == 2
    page.sheet.setCurrentIndex(page.sheet.model().index(1, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    assert not page.looking
    assert page.table.rows.place(page.table.currentIndex().row()) == 1
    command()
    page.window().activateWindow()
    qtbot.waitUntil(page.sheet.hasFocus)
    qtbot.keyClick(page.sheet, Qt.Key.Key_Escape)
    assert not page.looking
    assert page.table.currentIndex().row() == 1
    command()
    command()
    assert not page.looking


def test_a_change_of_the_kit_draws_the_sheet_anew(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, workspace: Workspace, folder: Path
) -> None:
    page.show()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.all.click()
    sheet = cast("SheetModel", page.sheet.model())
    qtbot.waitUntil(lambda: sheet.picture(1) is not None, timeout=20_000)
    before = sheet.picture(1)
    project = workspace.document.project
    workspace.document.change("family", replace(project, brand=replace(project.brand, family="broadside")))
    qtbot.waitUntil(lambda: sheet.picture(1) not in (None, before), timeout=20_000)


def test_space_ticks_a_row(qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    model = page.table.model()
    page.table.selectionModel().setCurrentIndex(model.index(1, 2), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert not desk.rows[1].ticked
    assert page.make.text() == "Make 1 kit"
    assert model.data(model.index(1, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert desk.rows[1].ticked
    assert model.data(model.index(2, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_the_preview_has_the_look_of_the_row(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    qtbot.waitUntil(lambda: len(page.preview.pictures) == 6, timeout=10_000)
    first = page.preview.pictures[0]
    assert [is_wide(shown.image) for shown in page.preview.pictures] == [True, True, False, False, False, False]
    names = [label.accessibleName() for label in page.preview.labels]
    assert len(set(names)) == len(names) == 6
    assert all(names)
    page.table.selectRow(1)
    changed = lambda: bool(page.preview.pictures) and page.preview.pictures[0].image != first.image  # noqa: E731
    qtbot.waitUntil(changed, timeout=10_000)
    assert page.preview.title.text() == "Hillcrest Alliance"
    page.table.selectRow(2)
    assert page.preview.pictures == ()
    assert page.preview.note.text() == row_words(desk.rows[2]) != "", "what is wrong stands where the pictures would"
    page.resize(700, 600)
    page.show()
    assert not page.preview.isVisibleTo(page)
    assert page.table.isColumnHidden(3)


def test_the_time_and_the_size_follow_the_rows_and_the_plan(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    size, seconds = desk.estimate()
    assert size > 0 < seconds
    assert page.preview.estimate.text().startswith("About ")
    assert "kit" not in page.preview.estimate.text(), "the number of kits stands on the button alone"
    desk.tick(0, on=False)
    half = desk.estimate()
    assert half[0] == size / 2
    assert half[1] == pytest.approx(seconds / 2)
    assert page.make.text() == "Make 1 kit"
    desk.set_plan(replace(desk.plan, set_name="kit"))
    assert desk.estimate()[0] > size
    desk.tick(1, on=False)
    assert page.preview.estimate.isHidden()


# ------------------------------------------------------------------ making


def test_kits_are_made_row_by_row_and_kept_the_next_time(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(Path(url.toLocalFile()))) or True)
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.make.click()
    assert desk.running
    assert page.stop.isVisibleTo(page)
    assert not page.add.isEnabled()
    assert not page.table.model().flags(page.table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    finished(qtbot, desk)
    assert states(desk) == ["made", "made", "fix"]
    assert sorted(path.name for path in (folder / "kits").iterdir()) == ["hillcrest-alliance", "lakeside-network"]
    assert page.table.model().data(page.table.model().index(0, STATUS)) == "Done, 10 files"
    assert page.state.text() == f"2 kits are ready: {path_words(folder / 'kits')}"
    page.open_folder.click()
    page.menu_of(0).actions()[0].trigger()
    assert opened == [folder / "kits", folder / "kits" / "lakeside-network"]
    desk.change(2, logo="")
    checked(qtbot, desk)
    page.make.click()
    finished(qtbot, desk)
    assert states(desk) == ["there", "there", "made"]


def test_the_focus_goes_from_make_to_stop_and_back(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    page.show()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.window().activateWindow()
    page.make.setFocus()
    qtbot.waitUntil(page.make.hasFocus)
    qtbot.keyClick(page.make, Qt.Key.Key_Space)
    assert desk.running
    assert page.stop.hasFocus()
    finished(qtbot, desk)
    assert page.make.hasFocus()


def test_stop_keeps_finished_kits_and_goes_on_later(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.make.click()
    qtbot.waitUntil(lambda: desk.count("made") >= 1, timeout=20_000)
    page.stop.click()
    finished(qtbot, desk)
    if not (folder / "kits" / "hillcrest-alliance").exists():  # else it was faster than the button
        assert states(desk) == ["made", "ready", "fix"]
        assert [path.name for path in (folder / "kits").iterdir()] == ["lakeside-network"]
        assert page.make.text() == "Go on"
        assert page.make.toolTip() == "1 of 2 kits already exist."
    page.make.click()
    finished(qtbot, desk)
    assert states(desk)[:2] in (["there", "made"], ["there", "there"])


def test_a_folder_that_cannot_be_used_is_said(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    desk.set_plan(replace(desk.plan, out=folder / "partners.csv"))
    page.make.click()
    finished(qtbot, desk)
    assert "is a file, not a folder" in page.state.text()
    assert states(desk) == ["ready", "ready", "fix"]


def test_pieces_weeks_and_folder_are_chosen_below(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    page.pieces.setCurrentIndex(page.pieces.findData("deck"))
    page.weeks.setCurrentIndex(page.weeks.count() - 1)
    page.weeks.activated.emit(page.weeks.currentIndex())
    assert (desk.plan.set_name, desk.plan.weeks) == ("deck", None)
    page.pieces.setCurrentIndex(page.pieces.findData(OWN))
    page.again.click()
    plain = Selection(without=ON_REQUEST - {EXTRAS["plain"]})
    controllers_of(page.workspace).export_choice.show(OWN, plain, ())
    request = desk.request(desk.chosen())
    assert request.force
    assert request.selection.without == plain.without
    assert "plain" in request.options.extras
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.change.click()
    assert desk.plan.out == folder / "kits"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder / "other"))
    page.change.click()
    assert desk.plan.out == folder / "other"
    checked(qtbot, desk)


# ------------------------------------------------------------------ the window


def test_closing_asks_while_kits_are_made(
    qtbot: QtBot, desk: PartnersController, window: MainWindow, folder: Path
) -> None:
    attached = PartnersCommands(window, controllers_of(window.workspace).partners)
    asked: list[str] = []
    attached.ask = lambda _window, words: asked.append(words) or "stay"  # type: ignore[func-returns-value,assignment,return-value]
    assert attached.may_close()
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    desk.make()
    assert not window.close()
    assert asked == ["2 partner kits have not been made yet."]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "count", lambda *_states: 1)
        assert not attached.may_close()
    assert asked[1:] == ["1 partner kit has not been made yet."]
    attached.ask = lambda parent, words: "stop"
    assert window.close()


def test_finish_then_quit_closes_by_itself(
    qtbot: QtBot, desk: PartnersController, window: MainWindow, folder: Path
) -> None:
    attached = PartnersCommands(window, controllers_of(window.workspace).partners)
    attached.ask = lambda parent, words: "finish"
    closed: list[bool] = []
    desk.load(folder / "partners.csv")
    checked(qtbot, desk)
    desk.make()
    assert not window.close()
    window.on_close(lambda: bool(closed.append(True)) or True)
    finished(qtbot, desk)
    qtbot.waitUntil(lambda: closed == [True], timeout=5000)
    assert (folder / "kits" / "hillcrest-alliance").is_dir()


def test_a_color_that_was_changed_for_reading_is_said(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(
        "organization,color\nMaple,#F2C300\nDeep,#123A5E\nNight,#000000\n", encoding="utf-8"
    )
    desk.load(tmp_path / "list.csv")
    checked(qtbot, desk)
    model = page.table.model()
    words = [str(model.index(row, STATUS).data()) for row in range(3)]
    palettes = [derive_palette(row.partner.color)["panel"] == row.partner.color for row in desk.rows]
    assert [text == "Ready" for text in words] == palettes
    assert {text.removeprefix("Ready, color ") for text in words} & {"darkened", "lightened"}
    changed = next(row for row in range(3) if words[row] != "Ready")
    assert "so that text on it can be read" in model.index(changed, STATUS).data(Qt.ItemDataRole.ToolTipRole)


def test_a_long_list_has_buttons_only_where_somebody_looks(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    text = "organization,logo\n" + "".join(f"Group {number},none.png\n" for number in range(1500))
    (folder / "long.csv").write_text(text)
    desk.load(folder / "long.csv")
    checked(qtbot, desk)
    assert desk.count("fix") == 1500
    assert 0 < len(page.table.with_buttons()) < 100
    page.table.scrollToBottom()
    assert 1499 in page.table.with_buttons()
    assert len(page.table.with_buttons()) < 100


def test_a_row_that_is_mended_by_hand_has_its_columns_again(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    (folder / "odd.csv").write_text("organization,week\nA,2,more\n")
    desk.load(folder / "odd.csv")
    checked(qtbot, desk)
    assert desk.count("fix") == 1
    desk.change(0, organization="A, more")
    qtbot.waitUntil(lambda: desk.count("ready") == 1)


def test_a_logo_that_turns_out_damaged_is_said_after_the_first_look(
    qtbot: QtBot, page: PartnersPage, desk: PartnersController, folder: Path
) -> None:
    (folder / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    (folder / "odd.csv").write_text("organization,logo\nA,cut.png\n")
    desk.load(folder / "odd.csv")
    qtbot.waitUntil(lambda: desk.count("fix") == 1)
    assert "damaged" in desk.rows[0].mistakes[0].message

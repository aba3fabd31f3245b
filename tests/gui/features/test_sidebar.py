from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.export.pages.catalogue import missing_media
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.page import BrandPage
from htpm_studio.gui.features.sidebar.panel import ChoicesPanel
from htpm_studio.gui.features.sidebar.start_page import EVERY, StartPage
from htpm_studio.gui.pickers.logo_drop import LogoDrop
from htpm_studio.gui.widgets.labels import LettersNote
from htpm_studio.project.model import Brand
from htpm_studio.project.pictures import read_picture
from tests.gui.parts import controllers_of, restart
from tests.gui.pictures_fixtures import Stage, write_logo
from tests.gui.session_fixtures import png


@pytest.fixture(autouse=True)
def small_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny thumbnails: drawing the scenes large would take most of the time of these tests."""
    monkeypatch.setattr("htpm_studio.gui.core.picture_thumbnails.SIDE", 64)


@pytest.fixture
def document(document: KitDocument) -> KitDocument:
    restart(document, replace(document.project, brand=Brand("")))
    return document


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Stage:
    stage = Stage(workspace)
    qtbot.addWidget(stage)
    stage.show()
    return stage


@pytest.fixture
def logo_file(tmp_path: Path) -> Path:
    return write_logo(tmp_path / "logo.png")


@pytest.fixture
def panel(qtbot: QtBot, window: Stage) -> ChoicesPanel:
    window.show_left("choices")
    made = window.left.page("choices")
    assert isinstance(made, ChoicesPanel)
    qtbot.waitUntil(made.isVisible)
    return made


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    widget.dropEvent(event)


def settle(qtbot: QtBot, logo: LogoDrop) -> None:
    qtbot.waitUntil(lambda: not logo.busy, timeout=5000)


def test_flow_1_type_the_name_and_drop_the_logo(
    qtbot: QtBot, window: Stage, workspace: Workspace, logo_file: Path
) -> None:
    window.show_left("start")
    page = window.left.page("start")
    assert isinstance(page, StartPage)
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    exported: list[bool] = []
    action = QAction("Export", window)
    action.triggered.connect(lambda: exported.append(True))
    workspace.actions["export_now"] = action
    window.activateWindow()
    qtbot.waitUntil(page.name.hasFocus)
    qtbot.keyClicks(page.name, "Riverbend Coalition")
    drop(page.logo, logo_file)
    settle(qtbot, page.logo)
    brand = workspace.document.project.brand
    assert brand.organization == "Riverbend Coalition"
    assert brand.logo is not None
    assert brand.colors[0] == "#124E66"
    assert said[0].startswith("Colors taken from the logo. ")
    assert workspace.document.stack.count() == 2
    qtbot.mouseClick(page.export, Qt.MouseButton.LeftButton)
    assert exported == [True]
    assert window.left.name == "choices"


def test_typing_is_live_and_one_step_until_a_pause(qtbot: QtBot, panel: ChoicesPanel, document: KitDocument) -> None:
    name = panel.organization.name
    qtbot.keyClicks(name, "River")
    assert document.kit().look.organization == "River"
    qtbot.keyClicks(name, " bend ")
    assert name.text() == "River bend "
    assert document.project.brand.organization == "River bend"
    assert document.stack.count() == 1
    qtbot.waitUntil(lambda: not name.pause.isActive(), timeout=2000)
    qtbot.keyClicks(name, "X")
    assert document.stack.count() == 2
    assert document.stack.undoText() == "Change name"


def test_letters_that_cannot_be_drawn_are_named_at_the_field(qtbot: QtBot, panel: ChoicesPanel) -> None:
    name = panel.organization.name
    note = panel.organization.findChildren(LettersNote)[0]
    for text, shown in (("Hope 𓀀", True), ("מרכז התקווה", False)):
        QGuiApplication.clipboard().setText(text)
        name.selectAll()
        name.paste()
        assert name.text() == text
        assert note.isVisible() is shown
        assert ("𓀀 (U+13000)" in note.text()) is shown


def test_undo_in_a_field_is_the_undo_of_the_kit(qtbot: QtBot, panel: ChoicesPanel, document: KitDocument) -> None:
    name = panel.organization.name
    qtbot.keyClicks(name, "Abc")
    qtbot.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (name.text(), document.project.brand.organization, document.stack.count()) == ("", "", 1)
    document.stack.redo()
    assert name.text() == "Abc"


def test_every_field_writes_its_part_of_the_project(qtbot: QtBot, panel: ChoicesPanel, document: KitDocument) -> None:
    qtbot.keyClicks(panel.organization.contact, "riverbend.example")
    qtbot.keyClicks(panel.organization.number, "555-0100")
    qtbot.keyClicks(panel.campaign.theme, "See the links.")
    panel.campaign.year.setValue(2028)
    project = document.project
    assert (project.brand.contact, project.brand.local_number) == ("riverbend.example", "555-0100")
    assert (project.theme, project.year) == ("See the links.", 2028)
    assert document.kit().values["theme"] == "See the links."
    assert "2025" in panel.campaign.note.text()
    while document.stack.canUndo():
        document.stack.undo()
    assert (panel.campaign.year.value(), panel.campaign.theme.text()) == (2027, "")
    assert panel.organization.contact.text() == ""


def test_another_language_of_the_kit_is_a_step_and_says_what_is_missing(
    panel: ChoicesPanel, document: KitDocument
) -> None:
    language, english = panel.campaign.language, document.kit().week.title
    language.activated.emit(language.findData("en"))
    assert document.stack.count() == 0
    language.setCurrentIndex(language.findData("es"))
    language.activated.emit(language.findData("es"))
    assert document.campaign.language == "es"
    assert document.kit().week.title != english
    lacking = missing_media(document.kit())
    assert [sentence in panel.campaign.note.text() for sentence in lacking] == [True] * len(lacking)
    document.stack.undo()
    assert (document.campaign.language, language.currentData()) == ("en", "en")
    assert not any(sentence in panel.campaign.note.text() for sentence in lacking)


def test_the_first_page_offers_the_language_too(qtbot: QtBot, workspace: Workspace) -> None:
    page = StartPage(workspace, controllers_of(workspace).pictures, controllers_of(workspace).exporter)
    qtbot.addWidget(page)
    page.show()
    page.language.setFocus()
    page.language.setCurrentIndex(page.language.findText("Español"))
    page.language.activated.emit(page.language.currentIndex())
    assert workspace.document.project.language == "es"
    assert workspace.document.kit().week.short in page.week.currentText()
    workspace.document.stack.undo()
    assert page.language.currentText() == "English"
    assert workspace.document.kit().week.short in page.week.currentText()


def test_only_the_coming_week_is_said_to_be_chosen_from_the_date(qtbot: QtBot, workspace: Workspace) -> None:
    page = StartPage(workspace, controllers_of(workspace).pictures, controllers_of(workspace).exporter)
    qtbot.addWidget(page)
    page.show()
    assert workspace.document.project.week == 2
    assert page.by_date.isVisible()
    workspace.document.open_week(4)
    assert not page.by_date.isVisible()


def test_a_language_without_texts_cannot_be_chosen(panel: ChoicesPanel, document: KitDocument) -> None:
    texts = tuple(row for row in pack_texts(paths.assets() / "campaigns" / "htpm") if not row[0].startswith("es/"))
    document.change("Use another campaign", replace(document.project, pack=texts))
    spanish = panel.campaign.language.model().index(panel.campaign.language.findData("es"), 0)
    assert not spanish.flags() & Qt.ItemFlag.ItemIsEnabled
    reason = spanish.data(Qt.ItemDataRole.DisplayRole)
    assert reason == "Español: this campaign has no texts in it"
    assert panel.campaign.language.accessibleDescription() == reason
    gray = panel.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert spanish.data(Qt.ItemDataRole.ForegroundRole).color() == gray
    document.stack.undo()
    assert spanish.data(Qt.ItemDataRole.DisplayRole) == "Español"
    assert panel.campaign.language.accessibleDescription() == ""


def test_fields_have_names(panel: ChoicesPanel) -> None:
    for section in (panel.campaign, panel.organization):
        fields = [one for one in section.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for field in fields:
            inside = field.parent() is panel.campaign.year or field.window() is not panel.window()
            assert field.accessibleName() or inside, field


def test_a_file_that_is_no_logo_says_why_and_changes_nothing(
    qtbot: QtBot, panel: ChoicesPanel, document: KitDocument, tmp_path: Path
) -> None:
    bad = tmp_path / "logo.png"
    bad.write_bytes(b"nothing at all")
    logo = panel.organization.logo
    before = logo.heightForWidth(240)
    drop(logo, bad)
    settle(qtbot, logo)
    assert logo.sentence.startswith("logo.png")
    assert logo.accessibleDescription() == logo.sentence
    assert logo.heightForWidth(240) > before
    assert document.stack.count() == 0


def test_enter_asks_for_a_file_and_cancel_changes_nothing(
    qtbot: QtBot, panel: ChoicesPanel, document: KitDocument, logo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["", str(logo_file)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (answers.pop(0), ""))
    logo = panel.organization.logo
    qtbot.keyClick(logo, Qt.Key.Key_Return)
    assert not logo.busy
    qtbot.mouseClick(logo, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    settle(qtbot, logo)
    assert document.project.brand.logo is not None
    qtbot.keyClick(logo, Qt.Key.Key_Delete)
    assert document.project.brand.logo is None
    assert document.stack.undoText() == "Remove logo"


def test_a_logo_can_be_pasted_as_a_picture(qtbot: QtBot, panel: ChoicesPanel, document: KitDocument) -> None:
    logo = panel.organization.logo
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(logo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert logo.sentence.startswith("There is no picture to paste")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill("#883366")
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(logo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, logo)
    assert document.project.brand.colors == ("#883366",)
    assert logo.sentence.startswith("Soft above")


def test_the_newest_logo_wins(
    qtbot: QtBot, panel: ChoicesPanel, document: KitDocument, tmp_path: Path, logo_file: Path
) -> None:
    other = tmp_path / "other.png"
    image = QImage(640, 640, QImage.Format.Format_RGB32)
    image.fill("#AA0000")
    image.save(str(other))
    logo = panel.organization.logo
    logo.take(logo_file)
    logo.take(other)
    settle(qtbot, logo)
    qtbot.wait(50)
    assert document.project.brand.colors == ("#AA0000",)
    assert document.stack.count() == 1


def test_swatches_follow_the_brand(panel: ChoicesPanel, document: KitDocument) -> None:
    before = panel.brand.swatches.colors
    brand = replace(document.project.brand, colors=("#802040",))
    document.change("Change main color", replace(document.project, brand=brand))
    assert panel.brand.swatches.colors != before
    assert panel.brand.swatches.colors[0] in panel.brand.swatches.accessibleName()


def test_a_picture_selects_the_pieces_that_use_it(qtbot: QtBot, panel: ChoicesPanel, workspace: Workspace) -> None:
    tiles = [tile for tile in panel.pictures.tiles if tile.entry is not None and tile.entry.uses]
    qtbot.mouseClick(tiles[0], Qt.MouseButton.LeftButton)
    assert tiles[0].entry is not None
    assert workspace.selection == controllers_of(workspace).pictures.usage().of(tiles[0].entry.key)
    assert workspace.selection


def test_the_library_opens_and_the_last_tile_adds(
    qtbot: QtBot, panel: ChoicesPanel, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def cancel(*_args: object) -> tuple[list[str], str]:
        asked.append("asked")
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", cancel)
    with qtbot.waitSignal(workspace.page_wanted) as wanted:
        qtbot.mouseClick(panel.pictures.open, Qt.MouseButton.LeftButton)
    assert wanted.args == ["pictures"]
    plus = next(tile for tile in panel.pictures.tiles if tile.entry is None and tile.isVisible())
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    assert asked == ["asked"]


def test_the_first_page_shows_its_button_in_a_low_window_too(qtbot: QtBot, workspace: Workspace) -> None:
    page = StartPage(workspace, controllers_of(workspace).pictures, controllers_of(workspace).exporter)
    qtbot.addWidget(page)
    page.resize(page.PREFERRED_WIDTH, 560)
    page.show()
    assert page.export.visibleRegion().boundingRect() == page.export.rect()


def complete(workspace: Workspace) -> None:
    """Give the kit a name and a logo."""
    project = workspace.document.project
    brand = replace(project.brand, organization="Riverbend", logo=read_picture("logo", png("#0F5C5C")))
    workspace.document.change("Name and logo", replace(project, brand=brand))


def test_the_start_page_stays_until_name_and_logo_are_there(qtbot: QtBot, window: Stage, workspace: Workspace) -> None:
    page = start_page(window)
    workspace.select(("w2/x",))
    workspace.opened.emit("w2/x")
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    assert window.left.name == "start"
    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert window.left.name == "choices"


def test_the_button_names_the_week_or_all_of_the_month_and_writes_that(window: Stage, workspace: Workspace) -> None:
    page, exporter = start_page(window), controllers_of(workspace).exporter
    assert (page.week.itemText(0), page.export.text()) == ("All of January, 5 weeks", "Export week 2")
    page.week.setCurrentIndex(0)
    page.week.activated.emit(0)
    assert page.export.text() == "Export all of January"
    assert exporter.set_request("kit").weeks == exporter.ready_weeks()
    page.week.setCurrentIndex(3)
    page.week.activated.emit(3)
    assert page.export.text() == "Export week 3"
    assert exporter.set_request("kit").weeks == (3,)


def test_the_start_page_gives_way_when_a_piece_is_selected(qtbot: QtBot, window: Stage, workspace: Workspace) -> None:
    window.show_left("start")
    complete(workspace)
    workspace.select(())
    assert window.left.name == "start"
    workspace.select(("w2/x",))
    assert window.left.name == "start", "it may be the first click of two"
    qtbot.waitUntil(lambda: window.left.name == "choices")


def start_page(window: Stage) -> StartPage:
    window.show_left("start")
    page = window.left.page("start")
    assert isinstance(page, StartPage)
    return page


def test_the_first_page_leads_to_colors_and_style_and_back(qtbot: QtBot, window: Stage, document: KitDocument) -> None:
    page = start_page(window)
    assert page.marks[3].text() == "4"
    qtbot.mouseClick(page.brand.styles.cards["bold"], Qt.MouseButton.LeftButton)
    assert document.project.brand.style == "bold"
    assert page.marks[3].accessibleName() == "done"
    qtbot.mouseClick(page.change, Qt.MouseButton.LeftButton)
    assert window.left.name == "brand"
    brand = window.left.page("brand")
    assert isinstance(brand, BrandPage)
    qtbot.keyClick(brand, Qt.Key.Key_Escape)
    assert window.left.name == "start"


def test_the_first_page_has_web_address_local_number_and_year(
    qtbot: QtBot, window: Stage, document: KitDocument
) -> None:
    page = start_page(window)
    assert not page.contact.isVisible()
    page.details.setFocus()
    qtbot.keyClick(page.details, Qt.Key.Key_Space)
    assert page.details.accessibleDescription() == "open"
    qtbot.keyClicks(page.contact, "riverbend.example")
    qtbot.keyClicks(page.number, "555-0100")
    page.year.setValue(2028)
    project = document.project
    assert (project.brand.contact, project.brand.local_number, project.year) == ("riverbend.example", "555-0100", 2028)
    qtbot.keyClick(page.details, Qt.Key.Key_Space)
    assert not page.contact.isVisible()


def test_every_export_brings_the_usual_panel_also_one_from_elsewhere(window: Stage, workspace: Workspace) -> None:
    start_page(window)
    complete(workspace)
    exporter = controllers_of(workspace).exporter
    exporter.changed.emit()
    assert window.left.name == "start"
    exporter.state = "running"
    exporter.changed.emit()
    assert window.left.name == "choices"
    window.show_left("brand")
    exporter.changed.emit()
    assert window.left.name == "brand"


def test_weeks_without_texts_cannot_be_chosen(window: Stage, document: KitDocument) -> None:
    window.show_left("start")
    page = window.left.page("start")
    assert isinstance(page, StartPage)
    ready = {week.number for week in document.campaign.weeks if week.ready}
    for row in range(page.week.count()):
        enabled = bool(page.week.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
        assert enabled == (page.week.itemData(row) in {EVERY, *ready})
    assert page.week.currentData() == 2


def test_the_menu_of_the_logo(panel: ChoicesPanel, document: KitDocument) -> None:
    menu = panel.organization.logo.menu()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Choose a file…", "Paste"]
    menu.deleteLater()


# ------------------------------------------------------------------ what is dropped where


def enters(widget: QWidget, name: str, folder: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / name))])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    widget.hover(over=False)  # type: ignore[attr-defined]
    return event.isAccepted()


@pytest.mark.parametrize(
    ("name", "logo", "pictures"),
    [
        ("river.jpg", True, True), ("logo.pdf", True, False), ("folder", False, True), ("song.mp3", True, True),
        ("kit.htpm", False, False), ("own.htpmbrand", False, False), ("list.csv", False, False),
        ("list.xlsx", False, False), ("toolkit.docx", False, False), ("notes.txt", False, False),
    ],
)  # fmt: skip
def test_places_for_pictures_leave_kits_lists_and_toolkits_to_the_window(
    panel: ChoicesPanel, tmp_path: Path, name: str, logo: bool, pictures: bool
) -> None:
    (tmp_path / "folder").mkdir()
    assert enters(panel.organization.logo, name, tmp_path) == logo
    assert enters(panel.pictures, name, tmp_path) == pictures


def test_a_piece_that_is_dragged_over_the_panel_does_not_become_the_logo(
    panel: ChoicesPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDropEvent, "source", lambda _event: panel)
    assert not enters(panel.organization.logo, "piece.png", tmp_path)
    assert not enters(panel.pictures, "piece.png", tmp_path)


def test_the_seal_of_an_agency_asks_for_a_permission_that_can_be_ticked(
    qtbot: QtBot, panel: ChoicesPanel, tmp_path: Path
) -> None:
    logo = panel.organization.logo
    drop(logo, write_logo(tmp_path / "county-seal.png"))
    settle(qtbot, logo)
    assert logo.sentence == "Use an agency seal only with written permission."
    assert logo.permitted.isVisible()
    assert logo.rect().contains(logo.permitted.geometry())
    high = logo.heightForWidth(256)
    qtbot.mouseClick(logo.permitted, Qt.MouseButton.LeftButton, pos=QPoint(10, logo.permitted.height() // 2))
    assert (logo.sentence, logo.permitted.isVisible()) == ("", False)
    assert logo.heightForWidth(256) < high
    drop(logo, write_logo(tmp_path / "county.png"))
    settle(qtbot, logo)
    assert logo.permitted.isHidden()


def test_a_pdf_on_the_logo_says_how_it_becomes_one(qtbot: QtBot, panel: ChoicesPanel, tmp_path: Path) -> None:
    path = tmp_path / "logo.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    logo = panel.organization.logo
    drop(logo, path)
    settle(qtbot, logo)
    assert "SVG or PNG" in logo.sentence

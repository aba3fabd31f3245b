"""The import of a toolkit in the window: read, looked through with keys and mouse, made the campaign of the kit."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from htpm_studio.campaign.toolkit_import.results import KINDS
from htpm_studio.campaign.toolkit_import.vocabulary import area_of
from htpm_studio.gui.controllers.campaign_switch import SPOKEN, OwnWorkDialog
from htpm_studio.gui.core.dnd import SORTS, sort_of
from htpm_studio.gui.core.tiles import sections
from htpm_studio.gui.features.toolkit_import.controller import ImportController
from htpm_studio.gui.features.toolkit_import.model import FOUND, KIND, NOTICED, RESULT
from htpm_studio.gui.features.toolkit_import.page import ImportPage
from htpm_studio.gui.features.toolkit_import.panel import PLACES
from htpm_studio.gui.features.toolkit_import.rows import KIND_NAMES, REASONS, RESULT_NAMES, RESULTS
from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.import_fixtures import desk, number_of, panel_of, read_in
from tests.helpers.toolkits import toolkit_file

__all__ = ["desk"]
STRAY = "A sentence without any link among the posts."


@pytest.fixture
def toolkit(tmp_path: Path) -> Path:
    """A toolkit of 2028 with one thing that has no place."""
    path = tmp_path / "toolkit.md"
    head = "#### Public Awareness"
    path.write_text(toolkit_file("doors.md").decode().replace(head, f"{head}\n\n{STRAY}", 1), encoding="utf-8")
    return path


@pytest.fixture
def read(qtbot: QtBot, window: MainWindow, toolkit: Path) -> Iterator[ImportPage]:
    """The page with the toolkit in it, in a window that is shown."""
    yield read_in(qtbot, window, toolkit)
    window.hide()


# ------------------------------------------------------------------ reading


def test_the_page_begins_with_choosing(window: MainWindow) -> None:
    window.workspace.actions["import"].trigger()
    page = window.center.page("import")
    assert isinstance(page, ImportPage)
    assert page.pages.currentIndex() == 0
    assert page.steps[0].text() == "1 Choose the file"


def test_the_keyboard_goes_on_in_the_table_when_the_file_was_read(
    qtbot: QtBot, window: MainWindow, desk: ImportController, toolkit: Path
) -> None:
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.workspace.actions["import"].trigger()
    page = window.center.page("import")
    assert isinstance(page, ImportPage)
    page.choose.setFocus()
    qtbot.waitUntil(page.choose.hasFocus)
    desk.read(toolkit)
    qtbot.waitUntil(lambda: not desk.busy and page.table.hasFocus(), timeout=20_000)
    window.hide()


def test_what_was_found_is_shown_with_its_numbers(read: ImportPage, desk: ImportController, window: MainWindow) -> None:
    assert read.pages.currentIndex() == 1
    assert "toolkit.md, 2028. Posts: 11, actions: 11, resources: 11" in read.summary.text()
    assert "Still open: 1." in read.summary.text()
    assert read.chips["call"].text() == "Your call 1"
    assert read.chips["over"].isHidden()
    assert window.right.name == "found"
    assert desk.chosen == sum(row.item.use for row in desk.rows) > 40


def test_the_panel_of_a_row_leaves_the_button_free(qtbot: QtBot, read: ImportPage, window: MainWindow) -> None:
    window.resize(1440, 900)
    window.workspace.panel_wanted.emit("found")
    qtbot.waitUntil(window.right_card.isVisible)
    for part in (read.use, read.year):
        place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        card = QRect(window.right_card.mapTo(window, QPoint(0, 0)), window.right_card.size())
        assert not card.intersects(place)


def test_the_year_can_be_another_one(qtbot: QtBot, read: ImportPage, desk: ImportController) -> None:
    assert read.year.value() == 2028
    read.year.setValue(2029)
    read.year.editingFinished.emit()
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    assert desk.findings is not None
    assert desk.findings.year == 2029
    assert "toolkit.md, 2029." in read.summary.text()


def test_only_what_is_asked_for_is_shown(read: ImportPage, desk: ImportController) -> None:
    read.chips["call"].click()
    assert [row.item.text for row in (desk.rows[number] for number in desk.shown())] == [STRAY]
    assert read.table.rows.rowCount() == 1
    assert desk.row is not None
    assert desk.row.item.text == STRAY
    read.chips[None].click()
    assert read.table.rows.rowCount() > 40


def test_a_file_that_cannot_be_read_says_why(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    (tmp_path / "toolkit.docx").write_bytes(b"no")
    window.workspace.actions["import"].trigger()
    desk.read(tmp_path / "toolkit.docx")
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    page = window.center.page("import")
    assert isinstance(page, ImportPage)
    assert "is not a Word document" in page.state.text()
    assert page.pages.currentIndex() == 0
    assert page.choose.isEnabled()


def test_a_document_without_a_year_is_for_the_year_of_the_kit(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    (tmp_path / "toolkit.md").write_text(
        "# Week 1\n\n## Social media\n\nAsk who picks the apples: example.org/a #OpenDoors"
    )
    window.workspace.actions["import"].trigger()
    desk.read(tmp_path / "toolkit.md")
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    page = window.center.page("import")
    assert isinstance(page, ImportPage)
    assert "2027" in page.summary.text()
    assert "does not name a year" in page.summary.text()


def test_a_document_dropped_on_the_window_is_read(
    qtbot: QtBot, window: MainWindow, desk: ImportController, toolkit: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(toolkit))])
    spot = window.center.mapTo(window, QPoint(300, 300))
    assert window.dropper.over(data, spot)
    assert window.dropper.drop(data, spot)
    qtbot.waitUntil(lambda: desk.findings is not None and not desk.busy, timeout=20_000)
    assert window.center.name == "import"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt", "a.md", "A.PDF"])
def test_every_kind_that_can_be_read_can_be_dropped(name: str) -> None:
    assert sort_of([Path(name)]) == "document"
    assert ".html" not in SORTS


# ------------------------------------------------------------------ deciding


def test_space_ticks_enter_goes_on_k_and_n_decide(qtbot: QtBot, read: ImportPage, desk: ImportController) -> None:
    table = read.table
    first = desk.current
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not desk.rows[first].item.use
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert desk.rows[first].item.use
    second = desk.current
    assert second != first
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert not desk.rows[second].item.use
    third = desk.current
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.current not in (first, second, third)
    assert table.rows.number_at(table.currentIndex().row()) == desk.current


def test_a_row_without_a_place_cannot_be_taken_until_it_has_one(
    qtbot: QtBot, read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    number = number_of(desk, STRAY)
    desk.open(number)
    panel = panel_of(window)
    assert not panel.take.isEnabled()
    qtbot.keyClick(read.table, Qt.Key.Key_Space)
    assert not desk.rows[number].item.use
    panel.kind.setCurrentIndex(next(at for at, place in enumerate(PLACES) if place == ("action", "")))
    panel.week.setCurrentIndex(panel.week.findData(4))
    panel.week.activated.emit(panel.week.currentIndex())
    row = desk.rows[number]
    assert (row.item.kind, row.item.week, row.item.use, row.result) == ("action", 4, True, "new")
    assert desk.open_calls == 0
    assert "Still open" not in read.summary.text()


def test_words_can_be_changed_and_are_counted(read: ImportPage, desk: ImportController, window: MainWindow) -> None:
    number = number_of(desk, "Ask tonight, and listen")
    desk.open(number)
    panel = panel_of(window)
    assert panel.counter.text().endswith("/ 280")
    panel.words.setPlainText("Ask tonight: example.org/listen #OpenDoors")
    assert desk.rows[number].item.text == "Ask tonight: example.org/listen #OpenDoors"
    assert panel.said.text() == desk.rows[number].was.text
    panel.words.setPlainText("")
    assert not desk.rows[number].item.use


def test_a_row_can_be_made_what_it_was(read: ImportPage, desk: ImportController, window: MainWindow) -> None:
    panel = panel_of(window)
    for text in ("Ask tonight, and listen", STRAY):
        number = number_of(desk, text)
        before = desk.rows[number]
        desk.open(number)
        assert panel.again.isHidden()
        desk.write(number, "Other words: example.org/listen #OpenDoors")
        desk.place(number, "action", 5)
        assert not panel.again.isHidden()
        panel.again.click()
        assert desk.rows[number] == before
        assert panel.again.isHidden()


def test_the_panel_goes_from_row_to_row(read: ImportPage, desk: ImportController, window: MainWindow) -> None:
    panel, first = panel_of(window), desk.current
    panel.after.click()
    assert desk.current != first
    panel.before.click()
    assert desk.current == first
    panel.keep.click()
    assert not desk.rows[first].item.use


def test_each_cell_says_what_it_is_to_a_screen_reader(read: ImportPage) -> None:
    model = read.table.rows
    spoken = [model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(RESULT + 1)]
    assert all(": " in words for words in spoken)
    assert model.flags(model.index(0, KIND)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index(0, FOUND)) & Qt.ItemFlag.ItemIsUserCheckable
    assert all(button.accessibleName() or button.text() for button in read.findChildren(QToolButton))


def test_a_narrow_table_does_without_what_we_noticed(read: ImportPage) -> None:
    read.table.resize(500, 300)
    assert read.table.isColumnHidden(NOTICED)
    read.table.resize(1_000, 300)
    assert not read.table.isColumnHidden(NOTICED)


def test_leaving_the_page_closes_its_panel(read: ImportPage, window: MainWindow) -> None:
    window.workspace.page_wanted.emit("board")
    assert not window.shows_panel("found")
    window.workspace.page_wanted.emit("import")
    assert window.shows_panel("found")


# ------------------------------------------------------------------ using


def test_with_large_text_the_table_stays_in_front_until_a_row_is_opened(read: ImportPage, window: MainWindow) -> None:
    workspace = window.workspace
    workspace.set_settings(replace(workspace.settings, text_scale=200))
    window.show_panel("")
    assert window.width_class == "compact"
    assert read.isVisible()
    read.table.opened.emit()
    assert window.right_card.name == "found"
    window.bar.back_wanted.emit()
    assert not window.right_card.name
    assert read.isVisible()
    assert window.center.name == "import"


def test_the_toolkit_becomes_the_campaign_in_one_step(
    qtbot: QtBot, read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    document = window.workspace.document
    before = document.project
    desk.tick(number_of(desk, "See who hires well"), on=False)
    read.use.click()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    assert desk.error == ""
    assert window.center.name == "board"
    assert document.project.year == 2028
    captions = [post.caption() for post in document.campaign.week(2).posts]
    assert len(captions) == 2
    assert not any("hires well" in caption for caption in captions)
    assert document.stack.undo_text() == "Use the toolkit toolkit.md"
    assert document.kit(2).week.title == "Human Trafficking and Seasonal Farm Work"
    document.stack.undo()
    assert document.project == before


def asked_about(qtbot: QtBot, read: ImportPage, desk: ImportController) -> OwnWorkDialog:
    read.use.click()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    assert desk.question is not None
    return desk.question


@pytest.fixture
def own_work(window: MainWindow) -> tuple[str, str]:
    """A post with own work, and a text with own work."""
    document = window.workspace.document
    post, text = f"w2/social/{document.campaign.week(2).posts[0].id}", "w2/copy/newsletter"
    document.edit("Change headline", post, "head", "My own headline")
    document.edit("Change day", post, "@day", "2027-01-08")
    document.edit("Change text", text, "paragraphs.0", "My own words")
    return post, text


def test_own_work_is_asked_about_before_anything_happens(
    qtbot: QtBot, own_work: tuple[str, str], read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    document, (post, text) = window.workspace.document, own_work
    before = document.project
    dialog = asked_about(qtbot, read, desk)
    assert document.project == before
    assert dialog.kept() == {post, text}
    assert dialog.item_of(post).text(0) == "Week 2: My own headline"
    assert dialog.item_of(post).text(1) == "day, headline"
    assert "Select to keep the post" in dialog.item_of(post).data(0, SPOKEN)
    dialog.item_of(post).setText(1, "words, picture, design, colors of the photo, description, post text")
    assert dialog.list.columnWidth(0) >= dialog.list.columnWidth(1)
    dialog.back.click()
    assert document.project == before
    qtbot.waitUntil(read.use.isEnabled)


def test_own_work_that_is_kept_comes_along_in_one_step(
    qtbot: QtBot, own_work: tuple[str, str], read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    document, (post, text) = window.workspace.document, own_work
    before = document.project
    dialog = asked_about(qtbot, read, desk)
    dialog.list.setCurrentItem(dialog.item_of(text))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.kept() == {post}
    dialog.use.click()
    assert document.campaign.week(2).posts[-1].id == post.rpartition("/")[2]
    assert document.project.edits.text(post, "head") == "My own headline"
    assert document.project.edits.text(text, "paragraphs.0") is None
    assert any(tile.title == "My own headline" for section in sections(document.kit(2)) for tile in section.tiles)
    document.stack.undo()
    assert document.project == before


def test_own_work_that_is_not_kept_goes_with_its_post(
    qtbot: QtBot, own_work: tuple[str, str], read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    document, (post, _) = window.workspace.document, own_work
    dialog = asked_about(qtbot, read, desk)
    dialog.item_of(post).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.use.click()
    assert len(document.campaign.week(2).posts) == 3
    assert document.project.edits.text(post, "head") is None


def test_without_posts_the_kit_stays_as_it_is(
    qtbot: QtBot, read: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    before = window.workspace.document.project
    for number, row in enumerate(desk.rows):
        if row.item.kind == "post":
            desk.tick(number, on=False)
    desk.use()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    assert "No week with posts" in desk.error
    assert "No week with posts" in read.summary.text()
    assert window.workspace.document.project == before


def test_what_the_kit_says_already_is_the_same_afterwards(
    qtbot: QtBot, read: ImportPage, desk: ImportController, toolkit: Path
) -> None:
    assert desk.counts()["new"] > 20
    desk.use()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    desk.read(toolkit)
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    posts = [row.result for row in desk.rows if row.item.kind == "post"]
    assert set(posts) == {"same"}


def test_every_reason_of_the_engine_can_be_translated() -> None:
    folder = Path(area_of.__code__.co_filename).parent
    said: set[str] = set()
    for name in ("recognize.py", "results.py", "parser_state.py", "resource_blocks.py", "post_blocks.py"):
        tree = ast.parse((folder / name).read_text("utf-8"))
        parts = [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Assign)]
        values = [inner.value for part in parts for inner in ast.walk(part) if isinstance(inner, ast.Constant)]
        said |= {value for value in values if isinstance(value, str) and value.endswith(".") and len(value) > 8}
    assert said == set(REASONS)


def test_the_tables_of_words_are_complete() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    assert set(RESULT_NAMES) == set(RESULTS)


# ---------------------------------------------------------------- another observance


def test_what_a_toolkit_of_another_observance_leaves_open_is_asked_before_it_can_be_used(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    path = tmp_path / "day.md"
    text = toolkit_file("libraries.md").decode()
    path.write_text(text.replace("press office, 020", "call the Museum Helpline, 020"), encoding="utf-8")
    page = read_in(qtbot, window, path)
    row = page.setting
    assert row.isVisible()
    assert "Which one is the helpline?" in row.words.text()
    assert (row.name.text(), row.month.currentData()) == ("World Day Against Trafficking in Persons", 7)
    assert desk.counts()["changed"] == 0  # nothing in the kit is for that day
    assert not page.use.isEnabled()
    row.helpline.setCurrentIndex(1)
    row.helpline.activated.emit(1)
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    assert desk.findings is not None
    assert desk.findings.setting is not None
    assert desk.findings.setting.helpline is not None
    assert desk.findings.setting.helpline.hotline.number == "020 5550 0110"
    assert page.use.isEnabled()
    window.hide()


def test_a_toolkit_of_the_built_in_campaign_is_not_asked_about(read: ImportPage) -> None:
    assert not read.setting.isVisible()

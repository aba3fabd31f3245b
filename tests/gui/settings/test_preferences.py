from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QDesktopServices, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from htpm_studio import __main__ as start
from htpm_studio import __version__, paths
from htpm_studio.export.kit.kit import Kit, build_kit
from htpm_studio.gui.app import RESTART, new_project, run, show_whole, start_again
from htpm_studio.gui.core.appearance import Appearance, apply_appearance
from htpm_studio.gui.core.settings import Settings, read_settings, write_settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.help.about import LICENSED, About, license_text
from htpm_studio.gui.help.topics import Help
from htpm_studio.gui.i18n import use_language
from htpm_studio.gui.settings.keeper import SettingsKeeper
from htpm_studio.gui.settings.window import KEYS_PAGE, Preferences
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.style import contrast_theme
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast
from htpm_studio.project.store import save_project
from tests.gui.parts import controllers_of, make_window
from tests.gui.session_fixtures import TODAY

pytestmark = pytest.mark.usefixtures("plain_application")


@pytest.fixture
def full(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window as the program makes it, in an empty home folder."""
    made = make_window(qapp, None, TODAY)
    yield made
    away(made)


@pytest.fixture
def dialog(full: MainWindow) -> Preferences:
    full.workspace.actions["preferences"].trigger()
    found = full.findChild(Preferences)
    assert isinstance(found, Preferences)
    return found


def away(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ------------------------------------------------------------------ preferences


def test_every_preference_applies_at_once_and_is_kept(qtbot: QtBot, full: MainWindow, dialog: Preferences) -> None:
    workspace = full.workspace
    dialog.themes.buttons["dark"].click()
    assert workspace.theme.dark
    changes: list[int] = []
    workspace.settings_changed.connect(lambda: changes.append(workspace.settings.text_scale))
    dialog.text_size.setFocus()
    for step in (110, 120, 130):
        qtbot.keyClick(dialog.text_size, Qt.Key.Key_Right)
        assert dialog.percent.text() == f"{step}%"
    qtbot.waitUntil(lambda: workspace.settings.text_scale == 130)
    assert changes == [130], "one new layout for a row of keys"
    assert QApplication.font().pointSizeF() == pytest.approx(
        float(QApplication.instance().property("base_points")) * 1.3
    )
    dialog.motion.click()
    dialog.paper.buttons["a4"].click()
    qtbot.waitUntil(lambda: paths.settings_file().exists())
    kept, problems = read_settings(paths.settings_file())
    assert problems == ()
    assert (kept.theme, kept.text_scale, kept.reduced_motion, kept.paper) == ("dark", 130, True, "a4")
    dialog.standard.click()
    assert workspace.settings == replace(Settings(), last_project=workspace.settings.last_project)
    assert not workspace.theme.dark
    assert dialog.themes.buttons["system"].isChecked()


def test_recent_files_and_safety_copies_can_be_forgotten(full: MainWindow, dialog: Preferences) -> None:
    session = controllers_of(full.workspace).session
    copies, histories = session.recovery.copies.folder_of_all, session.recovery.histories
    for folder in (copies, histories):
        folder.mkdir(parents=True)
        (folder / "a").touch()
    assert not dialog.forget.isEnabled()
    full.workspace.set_settings(replace(full.workspace.settings, recent=("/a.htpm",)))
    dialog.forget.click()
    assert full.workspace.settings.recent == ()
    dialog.clear.click()
    assert not copies.exists()
    assert not histories.exists()


def test_another_language_asks_to_start_again(full: MainWindow, dialog: Preferences) -> None:
    assert dialog.again.isHidden()
    dialog.language.setCurrentIndex(dialog.language.findData("es"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert full.workspace.settings.app_language == "es"
    assert not dialog.again.isHidden()
    dialog.again.click()
    assert QApplication.instance().property(RESTART)
    assert not full.isVisible()
    QApplication.instance().setProperty(RESTART, False)


def test_a_placeholder_does_not_look_like_words_in_high_contrast(qtbot: QtBot, qapp: QApplication) -> None:
    apply_appearance(qapp, Settings(), contrast=True)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    colors = field.palette()
    shown, written = (colors.color(role) for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text))
    ground = colors.color(QPalette.ColorRole.Base).name()
    apply_appearance(qapp, Settings(), contrast=False)
    assert shown.name() != written.name()
    assert contrast(shown.name(), ground) >= 4.5


def test_a_new_kit_speaks_the_language_of_the_window(qapp: QApplication) -> None:
    assert new_project(TODAY).language == "en"
    write_settings(Settings(app_language="es"), paths.settings_file())
    window = make_window(qapp, None, TODAY)
    document, session = window.workspace.document, controllers_of(window.workspace).session
    assert (document.project.language, document.campaign.language) == ("es", "es")
    session.new()
    session.save(asked=True)
    assert document.project.language == "es"
    away(window)
    use_language(qapp, "en", paths.assets() / "translations")


def test_starting_again_is_given_up_when_the_window_must_stay(qapp: QApplication, full: MainWindow) -> None:
    full.on_close(lambda: False)
    start_again(qapp, full)
    assert not qapp.property(RESTART)
    full.closing.clear()


def test_preferences_and_about_open_once_and_without_blocking(full: MainWindow, dialog: Preferences) -> None:
    full.workspace.actions["preferences"].trigger()
    for _ in range(2):
        full.workspace.actions["about"].trigger()
    assert len(full.findChildren(Preferences)) == 1
    assert len(full.findChildren(About)) == 1
    assert not dialog.isModal()


def test_open_windows_grow_and_shrink_with_the_text(qtbot: QtBot, full: MainWindow, dialog: Preferences) -> None:
    full.workspace.actions["about"].trigger()
    about = full.findChild(About)
    assert about is not None
    before = [one.size() for one in (dialog, about)]
    titles = [label for label in about.findChildren(QLabel) if label.property("kind") == "title"]
    high = [label.fontMetrics().height() for label in titles]
    for percent, grown in ((130, True), (100, False)):
        full.workspace.set_settings(replace(full.workspace.settings, text_scale=percent))
        for one, size in zip((dialog, about), before, strict=True):
            QCoreApplication.processEvents()
            assert (one.height() > size.height() + 20) == grown
        assert all((label.fontMetrics().height() > old) == grown for label, old in zip(titles, high, strict=True))


def test_preferences_never_scroll_sideways(qtbot: QtBot, full: MainWindow, dialog: Preferences) -> None:
    full.workspace.set_settings(replace(full.workspace.settings, text_scale=200))
    qtbot.waitUntil(lambda: dialog.width() > 700)
    dialog.resize(560, 420)
    QApplication.processEvents()
    for row in range(dialog.names.count()):
        dialog.names.setCurrentRow(row)
        QApplication.processEvents()
        areas = [area for area in dialog.pages.findChildren(QScrollArea) if area.isVisible()]
        assert all(area.horizontalScrollBar().maximum() == 0 for area in areas)
        item = dialog.names.item(row)
        assert item.toolTip() == item.data(Qt.ItemDataRole.AccessibleTextRole)


def keys_shown(dialog: Preferences) -> dict[str, str]:
    table = dialog.keys.table
    return {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}


def choose_keys(dialog: Preferences, name: str, keys: str) -> None:
    page = dialog.keys
    page.table.setCurrentCell([spec.name for spec in page.specs].index(name), 0)
    page.field.setKeySequence(QKeySequence(keys))


def test_the_page_of_keys_lists_every_command_with_its_keys(dialog: Preferences) -> None:
    assert keys_shown(dialog)["Undo"] == "Ctrl+Z"
    assert keys_shown(dialog)["About HTPM Studio"] == ""
    table = dialog.keys.table
    names = [table.item(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(table.rowCount())]
    assert all(names)
    assert "No keys" in names


def test_other_keys_are_taken_from_the_command_that_had_them_and_kept(
    qtbot: QtBot, full: MainWindow, dialog: Preferences
) -> None:
    actions, page = full.workspace.actions, dialog.keys
    choose_keys(dialog, "partners", "Ctrl+K")
    assert "Checks panel" in page.note.text()
    page.use.click()
    assert actions["partners"].shortcut() == QKeySequence("Ctrl+K")
    assert actions["checks"].shortcuts() == []
    assert keys_shown(dialog)["Kits for partner organizations…"] == "Ctrl+K"
    expected = (("checks", ""), ("partners", "Ctrl+K"))
    qtbot.waitUntil(lambda: read_settings(paths.settings_file())[0].keys == expected)
    choose_keys(dialog, "redo", "Ctrl+Z")
    page.use.click()
    assert (actions["undo"].shortcuts(), actions["redo"].shortcut()) == ([], QKeySequence("Ctrl+Z"))
    dialog.standard.click()
    assert (actions["undo"].shortcut(), actions["checks"].shortcut()) == (
        QKeySequence("Ctrl+Z"),
        QKeySequence("Ctrl+K"),
    )
    assert full.workspace.settings.keys == ()


def test_keys_of_typing_and_of_the_board_are_refused(full: MainWindow, dialog: Preferences) -> None:
    for keys in ("A", "Shift+A", "Space", "Del"):
        choose_keys(dialog, "partners", keys)
        assert not dialog.keys.use.isEnabled()
    choose_keys(dialog, "partners", "F9")
    dialog.keys.use.click()
    assert dialog.keys.back.isEnabled()
    dialog.keys.back.click()
    assert full.workspace.settings.keys == ()
    assert full.workspace.actions["partners"].shortcuts() == []


def test_tab_leaves_the_field_for_keys(qtbot: QtBot, dialog: Preferences) -> None:
    dialog.names.setCurrentRow(KEYS_PAGE)
    dialog.activateWindow()
    choose_keys(dialog, "partners", "F9")
    dialog.keys.field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.keys.use
    assert dialog.keys.field.keySequence() == QKeySequence("F9")


# ------------------------------------------------------------------ help


def test_f1_opens_the_guide_or_else_the_short_help(
    qtbot: QtBot, full: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    monkeypatch.setattr(paths, "guide", lambda _language: None)
    full.workspace.actions["help"].trigger()
    shown = full.findChild(Help)
    assert shown is not None
    assert shown.isVisible()
    assert not shown.guide.isVisible()
    assert opened == []
    shown.close()
    monkeypatch.setattr(paths, "guide", lambda _language: tmp_path / "index.html")
    (tmp_path / "index.html").touch()
    full.workspace.actions["help"].trigger()
    assert opened == [str(tmp_path / "index.html")]
    assert not shown.isVisible()
    full.workspace.actions["how_to"].trigger()
    shown.guide.click()
    assert len(opened) == 2


def test_the_list_of_keys_follows_changes_and_can_be_searched(full: MainWindow) -> None:
    workspace = full.workspace
    workspace.actions["keys"].trigger()
    shown = full.findChild(Help)
    assert shown is not None
    workspace.set_settings(replace(workspace.settings, keys=(("export", "Ctrl+Alt+X"),)))

    def rows() -> dict[str, str]:
        return {row.text(0): row.text(1) for _, rows in shown.groups for row in rows if not row.isHidden()}

    assert rows()["Choose what to export…"] == "Ctrl+Alt+X"
    shown.search.setText("alt+x")
    assert list(rows()) == ["Choose what to export…"]
    shown.change.click()
    dialog = full.findChild(Preferences)
    assert dialog is not None
    assert dialog.names.currentRow() == KEYS_PAGE


def test_the_guide_is_looked_for_in_the_language_of_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "bundled", lambda *_: tmp_path)
    assert paths.guide("es") is None
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "index.html").touch()
    assert paths.guide("es") == tmp_path / "guide" / "index.html"
    (tmp_path / "guide" / "index.es.html").touch()
    assert paths.guide("es") == tmp_path / "guide" / "index.es.html"


# ------------------------------------------------------------------ settings on disk


def test_settings_are_written_once_after_a_pause_and_at_the_end(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "deep" / "settings.json"
    keeper = SettingsKeeper(workspace, path)
    keeper.write()
    assert not path.exists()
    workspace.set_settings(replace(workspace.settings, print_count=7))
    workspace.closing.emit()
    assert read_settings(path)[0].print_count == 7


def test_settings_that_cannot_be_written_are_mentioned_once(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    toasts: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: toasts.append(text))
    keeper = SettingsKeeper(workspace, tmp_path / "file" / "settings.json")
    for count in (3, 4):
        workspace.set_settings(replace(workspace.settings, print_count=count))
        keeper.write()
    assert toasts == ["Preferences cannot be saved on this computer."]


# ------------------------------------------------------------------ look


def test_colors_follow_the_system_and_high_contrast_draws_outlines_in_them(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    high = [False]
    look = Appearance(qapp, workspace, lambda _app: high[0])
    changes: list[bool] = []
    workspace.theme_changed.connect(lambda: changes.append(workspace.theme.plain))
    look.refresh()
    assert changes == []
    apply_appearance(qapp, workspace.settings)
    assert qapp.styleSheet()
    high[0] = True
    look.refresh()
    assert changes == [True]
    colors = set(re.findall(r"#[0-9a-f]{6}", qapp.styleSheet()))
    assert colors == set(workspace.theme.tokens.values()) & colors
    assert f"border: 1px solid {workspace.theme.tokens['control']}" in qapp.styleSheet()
    assert workspace.theme.color("accent") == qapp.palette().color(QPalette.ColorRole.Highlight)
    assert contrast(workspace.theme.tokens["accent"], workspace.theme.tokens["window"]) >= 4.5
    high[0] = False
    workspace.set_settings(replace(workspace.settings, theme="dark"))
    assert changes == [True, False]
    assert workspace.theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(workspace.theme.tokens["window"])


def test_high_contrast_takes_the_colors_of_the_system_where_they_are_meant_for_it() -> None:
    roles = QPalette.ColorRole
    desert, usual = QPalette(), QPalette()
    for palette, colors in (
        (desert, ("#3d3d3d", "#fffaef", "#903909", "#fff5e3")),
        (usual, ("#000000", "#faf9f8", "#3584e4", "#ffffff")),
    ):
        names = (roles.WindowText, roles.Window, roles.Highlight, roles.HighlightedText)
        for role, color in zip(names, colors, strict=True):
            palette.setColor(role, QColor(color))
    kept = contrast_theme(desert, dark=False)
    assert kept.system
    assert (kept.tokens["text"], kept.tokens["window"], kept.tokens["accent"]) == ("#3d3d3d", "#fffaef", "#903909")
    for palette, dark in ((usual, False), (usual, True), (desert, True)):
        theme = contrast_theme(palette, dark=dark)
        assert not theme.system
        assert theme.dark == dark
        assert contrast(theme.tokens["text"], theme.tokens["window"]) == pytest.approx(21)
        assert contrast(theme.tokens["accent"], theme.tokens["window"]) >= 7
        assert contrast(theme.tokens["on_accent"], theme.tokens["accent"]) >= 7


def test_text_is_scaled_from_the_size_of_the_system(qapp: QApplication) -> None:
    apply_appearance(qapp, Settings())
    size = qapp.font().pointSizeF()
    for percent in (200, 150, 100):
        apply_appearance(qapp, Settings(text_scale=percent))
        assert qapp.font().pointSizeF() == pytest.approx(size * percent / 100)


# ------------------------------------------------------------------ about


def test_every_license_has_its_text() -> None:
    for part in LICENSED:
        text = license_text(part)
        known = part.package not in ("", "htpm-studio")
        assert len(text) > 200 or not known, part.name
    by_name = {part.name: license_text(part) for part in LICENSED}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in by_name["Qt"]
    assert "MIT License" in by_name["HTPM Studio"]


def test_about_says_how_to_replace_qt_and_where_things_are(full: MainWindow) -> None:
    full.workspace.actions["about"].trigger()
    about = full.findChild(About)
    assert about is not None
    about.parts.setCurrentRow(1)
    assert "replace Qt" in about.license.toPlainText()
    words = " ".join(label.text() for label in about.findChildren(QLabel))
    assert __version__ in words
    assert "No agency has endorsed" in words
    assert "that of 2025; all dates are those of your kit, 2027. “Meet the authors”" in words
    assert str(paths.user_data()) in words


# ------------------------------------------------------------------ starting


def test_the_first_start_shows_the_board_and_later_ones_the_kit_as_it_was(qapp: QApplication, full: MainWindow) -> None:
    assert full.center.name == "board"
    full.workspace.document.change("Change name", replace(full.workspace.document.project, brand=Brand("River")))
    full.close()
    again = make_window(qapp, None, TODAY)
    assert again.workspace.document.project.brand.organization == "River"
    assert again.workspace.document.stack.undo_text() == "Change name"
    away(again)


def test_a_kit_named_on_the_command_line_is_opened_and_no_other_is_made_for_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noted(project: Project, *more: Any) -> Kit:
        made.append(project.brand.organization)
        return build_kit(project, *more)

    monkeypatch.setattr("htpm_studio.gui.core.document.build_kit", noted)
    path = tmp_path / "Kit.htpm"
    save_project(Project(Brand("Kit"), 3, 2027), path)
    window = make_window(qapp, path, TODAY)
    assert made == ["Kit"]
    assert window.workspace.document.project.brand.organization == "Kit"
    assert window.windowTitle().startswith("January 2027 – Kit")
    away(window)


def test_broken_settings_are_reported_and_the_window_opens(qapp: QApplication) -> None:
    write_settings(Settings(), paths.settings_file())
    paths.settings_file().write_text("{")
    window = make_window(qapp, None, TODAY)
    assert not window.info.isHidden()
    assert "settings could not be read" in window.info.label.text()
    away(window)


def test_the_program_runs_until_the_window_closes_and_again_when_asked(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []
    hook = sys.excepthook

    def one_round(_self: object = None) -> int:
        rounds.append(1)
        assert sys.excepthook is not hook
        window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        qapp.setProperty(RESTART, len(rounds) == 1)
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", one_round)
    assert run([]) == 0
    assert len(rounds) == 2
    assert sys.excepthook is hook


@pytest.mark.parametrize(
    ("today", "year", "week"),
    [
        ((2026, 11, 25), 2027, 2),  # week 1 is New Year's Day and a weekend
        ((2027, 1, 10), 2027, 2),
        ((2027, 1, 11), 2027, 3),
        ((2027, 1, 31), 2027, 5),
        ((2027, 2, 1), 2028, 2),
        ((1970, 1, 1), 2025, 1),
        ((2110, 5, 1), 2100, 5),
    ],
)
def test_a_new_kit_is_for_the_coming_week_of_january(today: tuple[int, int, int], year: int, week: int) -> None:
    made = new_project(dt.date(*today))
    assert (made.year, made.week) == (year, week)


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["a.htpm"], True),
        (["A.HTPM"], True),
        (["a.htpmbrand"], True),
        (["export"], False),
        (["a.htpm", "b.htpm"], False),
        (["--help"], False),
    ],
)
def test_no_arguments_or_one_kit_or_brand_file_open_the_window(arguments: list[str], window: bool) -> None:
    assert start.opens_window(arguments) is window


def test_without_a_screen_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start.main([]) == start.NO_WINDOW
    assert "needs a screen" in capsys.readouterr().err
    assert start.has_display("win32", {})
    assert start.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})


def test_without_qt_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setitem(sys.modules, "htpm_studio.gui.app", None)
    assert start.main(["kit.htpm"]) == start.NO_WINDOW
    assert "cannot start" in capsys.readouterr().err


def test_the_version_and_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    assert start.main(["--version"]) == 0
    assert capsys.readouterr().out == f"HTPM Studio {__version__}\n"
    opened: list[list[str]] = []
    monkeypatch.setattr("htpm_studio.gui.app.run", lambda arguments: opened.append(arguments) or 0)
    assert start.main(["kit.htpm"]) == 0
    assert opened == [["kit.htpm"]]
    asked: list[list[str]] = []
    monkeypatch.setattr("htpm_studio.cli.commands.main", lambda arguments: asked.append(arguments) or 3)
    assert start.main(["export", "--org", "x"]) == 3
    assert asked == [["export", "--org", "x"]]


def test_a_window_is_never_larger_than_its_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    window.resize(room.width() + 40, room.height() + 100)
    show_whole(window)
    assert window.isMaximized()
    window.showNormal()
    window.resize(room)
    show_whole(window)
    assert window.isMaximized(), "its title bar has no room"
    window.showNormal()
    window.resize(room.width(), room.height() - 60)
    show_whole(window)
    assert not window.isMaximized()

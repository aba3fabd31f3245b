"""Buttons and menu entries that open a window of the system, leave a page or change many pieces, as a user does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from htpm_studio.export.kit.edits import ALL_PIECES, TONE
from htpm_studio.gui.features.export import usb
from htpm_studio.gui.help.about import About
from htpm_studio.gui.pickers.picture_model import picture_entries
from htpm_studio.gui.pickers.picture_picker import PicturePicker, picture_menu
from htpm_studio.processes.jobs import JobContext
from tests.gui.desk_fixtures import POST, Desk, desk
from tests.gui.parts import controllers_of

__all__ = ["desk"]


def photo(path: Path) -> Path:
    Image.linear_gradient("L").convert("RGB").resize((1400, 1200)).save(path)
    return path


def visible(page: Any) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.isVisible()]


def shown(page: Any, words: str) -> list[QPushButton]:
    return [one for one in visible(page) if one.text() == words]


def say_people(desk: Desk, picture: str, people: Any) -> None:
    photos = tuple(replace(one, people=people) if one.source.key == picture else one for one in desk.project.photos)
    desk.window.workspace.document.change("Record", replace(desk.project, photos=photos))


def test_a_logo_is_chosen_or_pasted_from_its_menu(desk: Desk) -> None:
    card = desk.card("logo")
    desk.pick(card.drop.menu(), "Choose a file…", None)
    assert desk.project.brand.logo is None
    desk.pick(card.drop.menu(), "Choose a file…", photo(desk.folder / "logo.png"))
    desk.until(lambda: desk.project.brand.logo is not None)
    desk.pick(card.drop.menu(), "Remove the logo")
    assert desk.project.brand.logo is None
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    QGuiApplication.clipboard().setImage(picture)
    desk.pick(card.drop.menu(), "Paste")
    desk.until(lambda: desk.project.brand.logo is not None)


def test_pictures_are_added_swapped_withdrawn_and_removed_from_menus(desk: Desk) -> None:
    page = desk.page("pictures")
    menu, pictures = page.add_button.menu(), controllers_of(desk.window.workspace).pictures
    folder = desk.folder / "photos"
    folder.mkdir()
    desk.pick(menu, "Choose pictures…", None)
    desk.pick(menu, "Choose a folder…", None)
    desk.pick(menu, "Read consent from a table…", None)
    assert not desk.project.photos
    desk.pick(menu, "Choose pictures…", photo(desk.folder / "one.png"))
    desk.until(lambda: len(desk.project.photos) == 1 and pictures.task is None)
    Image.radial_gradient("L").convert("RGB").resize((1300, 1300)).save(folder / "two.png")
    desk.pick(menu, "Choose a folder…", folder)
    desk.until(lambda: len(desk.project.photos) == 2 and pictures.task is None)
    copied = QImage(1400, 1300, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(copied)
    desk.pick(menu, "Paste")
    desk.until(lambda: len(desk.project.photos) == 3 and pictures.task is None)
    first, second = (one.source.key for one in desk.project.photos[:2])
    say_people(desk, first, "nobody")
    pictures.use(first, (POST,))
    entry = next(one for one in picture_entries(pictures) if one.key == first)
    desk.pick(picture_menu(pictures, entry, page), "Swap it everywhere…")
    desk.front(PicturePicker).close()
    assert pictures.usage().of(first)
    say_people(desk, first, "unsure")
    entry = next(one for one in picture_entries(pictures) if one.key == first)
    desk.pick(picture_menu(pictures, entry, page), "Consent was withdrawn")
    assert next(one for one in desk.project.photos if one.source.key == first).withdrawn
    other = next(one for one in picture_entries(pictures) if one.key == second)
    desk.pick(picture_menu(pictures, other, page), "Remove from the kit")
    assert second not in [one.source.key for one in desk.project.photos]


def test_all_photos_get_two_tones_at_once(desk: Desk) -> None:
    photos = controllers_of(desk.window.workspace).pictures
    photos.add([photo(desk.folder / "one.png")], (POST,))
    desk.until(lambda: len(desk.project.photos) == 1 and photos.task is None)
    card = desk.card("people")
    desk.press(card.duotone)
    assert desk.edit_of(ALL_PIECES, TONE)
    desk.press(card.duotone)
    assert not desk.edit_of(ALL_PIECES, TONE)


def test_a_set_is_exported_from_the_menu_of_the_button_and_its_handouts_printed(desk: Desk) -> None:
    exporter = controllers_of(desk.window.workspace).exporter
    menu = desk.window.bar.export_menu
    desk.pick(menu, next(one.text() for one in menu.actions() if one.objectName() == "export-posts"))
    desk.until(lambda: exporter.state == "done")
    assert exporter.written is not None
    assert {file.medium for file in exporter.written.files if file.piece} <= {"social", "copy"}
    desk.window.show_panel("export")
    panel: Any = desk.window.right.page("export")
    result = panel.result
    desk.press(result.open)
    assert desk.opened
    assert not result.print.isVisible(), "posts have nothing to print"
    result.usb.ask(result.copy)
    desk.until(lambda: result.usb.menu is not None)
    desk.pick(result.usb.menu, "Another folder…", None)
    assert not result.usb.stop_button.isVisible()
    stick = desk.folder / "stick"
    stick.mkdir()
    result.usb.offer((), result.copy)
    desk.pick(result.usb.menu, "Another folder…", stick)
    desk.until(lambda: result.usb.task is None and bool(list(stick.rglob("START-HERE.html"))))


def test_the_history_goes_back_to_a_safety_copy(desk: Desk) -> None:
    desk.named("Riverbend")
    desk.use("save")
    desk.until(lambda: desk.session.path is not None and not desk.session.dirty)
    path = desk.session.path
    assert path is not None
    desk.session.recovery.copies.keep(path, desk.session.recovery.now())
    desk.named("Lakeside")
    menu = desk.window.undo_menu
    menu.aboutToShow.emit()
    copies = [one.text() for one in menu.actions() if one.text().startswith("Go back to")]
    desk.pick(menu, copies[0])
    desk.until(lambda: desk.name() == "Riverbend")
    desk.use("undo")
    assert desk.name() == "Lakeside"


def test_another_list_of_partners_is_chosen_and_a_logo_found_or_done_without(desk: Desk) -> None:
    table, logo = desk.folder / "list.csv", photo(desk.folder / "logo.png")
    table.write_text("organization,logo\nNorth,gone.png\nSouth,lost.png\n", "utf-8")
    page = desk.page("partners")
    desk.answers[:] = [None]
    page.start.choose_list()
    assert not page.controller.rows
    desk.answers[:] = [table]
    page.start.choose_list()
    desk.until(lambda: [row.needs_logo for row in page.controller.rows] == [True, True])
    desk.press(page.open, None)
    assert len(page.controller.rows) == 2
    desk.until(lambda: bool(shown(page, "Find it")))
    desk.press(shown(page, "Find it")[0], None)
    assert page.controller.rows[0].needs_logo
    desk.press(shown(page, "Find it")[0], logo)
    desk.until(lambda: not page.controller.rows[0].needs_logo and page.controller.rows[0].state != "checking")
    assert page.controller.rows[0].partner.logo == str(logo)
    desk.until(lambda: bool(shown(page, "Use name")))
    desk.press(shown(page, "Use name")[0])
    desk.until(lambda: not page.controller.rows[1].needs_logo)
    table.write_text("organization\nWest\n", "utf-8")
    desk.press(page.open, table)
    desk.until(lambda: [row.partner.organization for row in page.controller.rows] == ["West"])


def test_the_words_page_leads_back_to_the_board(desk: Desk) -> None:
    tile = next(tile for one in desk.board.model.sections for tile in one.tiles if tile.words)
    desk.window.workspace.opened.emit(tile.piece)
    assert desk.window.center.name == "words"
    page: Any = desk.window.center.page("words")
    desk.press(page.back)
    assert desk.window.center.name == "board"


def test_a_toolkit_is_chosen_and_another_one(desk: Desk) -> None:
    page = desk.page("import")
    desk.press(page.choose, None)
    bad = desk.folder / "bad.pdf"
    bad.write_bytes(b"no toolkit")
    desk.press(page.choose, bad)
    desk.until(lambda: bool(page.state.text()))
    assert desk.window.center.name == "import"


def test_preferences_choose_the_folder_and_open_that_of_the_copies(desk: Desk) -> None:
    from htpm_studio.gui.settings.window import Preferences

    desk.use("preferences")
    dialog = desk.front(Preferences)
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    choose, show = buttons["Choose…"], buttons["Open folder"]
    desk.answers[:] = [None]
    choose.click()
    before = desk.window.workspace.settings
    desk.answers[:] = [desk.folder]
    choose.click()
    assert desk.window.workspace.settings != before
    assert str(desk.folder) in dialog.folder.text()
    show.click()
    assert desk.opened
    desk.press(buttons["Close"])
    assert not dialog.isVisible()


def test_a_photo_is_swapped_from_its_record(desk: Desk) -> None:
    pictures, page = controllers_of(desk.window.workspace).pictures, desk.page("pictures")
    desk.pick(page.add_button.menu(), "Choose pictures…", photo(desk.folder / "one.png"))
    desk.until(lambda: len(desk.project.photos) == 1 and pictures.task is None)
    key = desk.project.photos[0].source.key
    say_people(desk, key, "nobody")
    pictures.use(key, (POST,))
    desk.window.show_panel("record")
    record: Any = desk.window.right.page("record")
    assert pictures.current == key
    desk.until(record.swap.isEnabled)
    desk.press(record.swap)
    picker = desk.front(PicturePicker)
    current, count = pictures.current, len(pictures.usage().of(pictures.current))
    words = "Instead, in 1 piece" if count == 1 else f"Instead, in {count} pieces"
    assert picker.list.accessibleName() == words
    assert count
    spot = picker.list.visualRect(picker.model.index(0)).center()
    desk.bot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.until(lambda: not pictures.usage().of(current))


def test_about_opens_the_folders_it_names(desk: Desk) -> None:
    desk.use("about")
    about = desk.front(About)
    about.tabs.setCurrentIndex(about.tabs.count() - 1)
    buttons = [one for one in about.tabs.currentWidget().findChildren(QPushButton) if one.text() == "Open"]
    assert len(buttons) == 5
    for number, button in enumerate(buttons, 1):
        desk.press(button)
        assert len(desk.opened) == number
    assert len(set(desk.opened)) >= 2, "a folder that is not there yet is opened one above"
    about.close()


def test_copying_to_a_stick_is_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_folders: object, _root: object, context: JobContext) -> tuple[Path, ...]:
        while True:
            context.checkpoint()

    monkeypatch.setattr(usb, "copy_kits", slow)
    exporter = controllers_of(desk.window.workspace).exporter
    exporter.start_pieces(("w2/print/sign-in",))
    desk.until(lambda: exporter.state == "done")
    desk.window.show_panel("export")
    panel: Any = desk.window.right.page("export")
    panel.result.usb.copy(desk.folder, "Stick")
    desk.press(panel.result.usb.stop_button)
    desk.until(lambda: panel.result.usb.task is None)
    assert panel.result.usb.words.text() == "Stopped. Nothing is left on the drive."

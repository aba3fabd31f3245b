from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.decks.file_specs import deck_pages
from htpm_studio.export.decks.slides import slide_names, slide_piece
from htpm_studio.export.kit.edits import LOCKED, PICTURE, YES
from htpm_studio.export.pages.social import social_specs
from htpm_studio.gui.controllers.picture_use import tiles_with_pictures, with_record
from htpm_studio.gui.controllers.pictures import MOST_PHOTOS, PicturesController, files_in
from htpm_studio.gui.core.dnd import PICTURE_MIME, Dropped
from htpm_studio.gui.core.dnd_source import MadeFiles, mime_of
from htpm_studio.gui.core.picture_thumbnails import CACHE_BYTES, SIDE, PictureThumbnails
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.pictures.page import PicturesPage
from htpm_studio.gui.features.pictures.record_panel import RecordPanel
from htpm_studio.gui.features.pictures.who_card import WhoCard
from htpm_studio.gui.pickers.picture_model import ENTRY, SHAPE, picture_entries, title_lines
from htpm_studio.gui.pickers.picture_picker import PicturePicker, picture_menu, swap_everywhere, swap_picture
from htpm_studio.project.consent import gaps, status
from htpm_studio.project.model import Consent, FaceBox, Photo
from htpm_studio.project.pictures import load_photo
from htpm_studio.scene.nodes import PictureSource
from tests.gui.parts import controllers_of, edit_commands
from tests.gui.pictures_fixtures import Stage, write_photo

TODAY = dt.date(2026, 11, 25)
PORTRAIT = Path(__file__).parents[2] / "data" / "faces" / "astronaut.jpg"


@pytest.fixture(autouse=True)
def small_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny thumbnails: drawing the scenes large would take most of the time of these tests."""
    monkeypatch.setattr("htpm_studio.gui.core.picture_thumbnails.SIDE", 64)


@pytest.fixture
def stage(qtbot: QtBot, workspace: Workspace) -> Stage:
    made = Stage(workspace)
    qtbot.addWidget(made)
    made.show()
    made.center.show_page("pictures")
    return made


@pytest.fixture
def desk(workspace: Workspace) -> PicturesController:
    return controllers_of(workspace).pictures


@pytest.fixture
def page(stage: Stage) -> PicturesPage:
    made = stage.center.page("pictures")
    assert isinstance(made, PicturesPage)
    return made


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    return write_photo(tmp_path / "garden.jpg")


@pytest.fixture
def piece(workspace: Workspace) -> str:
    """A piece that shows a picture."""
    return next(tile.piece for tile in tiles_with_pictures(workspace.document.kit()) if "social" in tile.piece)


def faces_of_the_photo(workspace: Workspace) -> tuple[FaceBox, ...]:
    return workspace.document.project.photos[0].faces or ()


def panel_of(stage: Stage) -> RecordPanel:
    made = stage.right.show_page("record")
    assert isinstance(made, RecordPanel)
    return made


def wait(qtbot: QtBot, desk: PicturesController) -> None:
    qtbot.waitUntil(lambda: desk.task is None, timeout=8000)
    qtbot.wait(1)


def add(qtbot: QtBot, desk: PicturesController, *paths: Path) -> list[str]:
    desk.add(paths)
    wait(qtbot, desk)
    return [photo.source.key for photo in desk.document.project.photos]


def picture_in(workspace: Workspace, piece: str) -> str:
    tile = next(tile for tile in tiles_with_pictures(workspace.document.kit()) if tile.piece == piece)
    picture = tile.page.content["picture"]
    assert isinstance(picture, PictureRef)
    return picture.name or picture.source.key


def drop_on(page: PicturesPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)


# ------------------------------------------------------------------ flow 4


def form_top(panel: RecordPanel) -> int:
    """Where the form is on the screen once all has its place: it must not move from under the pointer."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return panel.form.mapTo(panel, QPoint(0, 0)).y()


def test_flow_4_a_drawing_replaces_a_new_person_until_the_record_is_complete(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, photo_file: Path, piece: str
) -> None:
    document = workspace.document
    before = picture_in(workspace, piece)
    workspace.files_dropped.emit(Dropped((photo_file,), piece))
    wait(qtbot, desk)
    key = document.project.photos[0].source.key
    assert stage.cards.name == "who"
    assert document.project.edits.text(piece, PICTURE) == key
    assert picture_in(workspace, piece) == before
    panel = panel_of(stage)
    assert not panel.use.isEnabled()
    top = form_top(panel)
    qtbot.mouseClick(panel.form.people["staff"], Qt.MouseButton.LeftButton)
    assert "No consent is on file" in panel.banner_words.text()
    assert form_top(panel) == top
    panel.form.kind.setFocus()
    qtbot.keyClick(panel.form.kind, Qt.Key.Key_Down)
    assert document.project.photos[0].consent == Consent("Staff or volunteer", dt.date(2028, 11, 25), "", "signed")
    assert picture_in(workspace, piece) == before
    qtbot.keyClicks(panel.form.place, "Folder 3")
    assert panel.use.isEnabled()
    assert form_top(panel) == top
    assert picture_in(workspace, piece) == key
    qtbot.mouseClick(panel.used, Qt.MouseButton.LeftButton)
    assert piece in workspace.selection
    assert document.stack.undo_text() == "Change where the form is kept"


def test_what_pieces_use_is_not_worked_out_for_photos_that_nobody_may_use_yet(
    workspace: Workspace, desk: PicturesController, photo_file: Path
) -> None:
    document, before = workspace.document, desk.usage()
    photo = Photo(load_photo(photo_file), "garden.jpg", people="unsure")
    document.change("Add", document.project.with_photo(photo))
    assert desk.usage() is before
    document.change("Record", with_record(document.project, replace(photo, people="nobody")))
    assert desk.usage().of(photo.source.key)


def test_a_piece_without_a_picture_gets_the_design_with_a_photo(
    qtbot: QtBot, workspace: Workspace, desk: PicturesController, photo_file: Path
) -> None:
    piece = "w2/social/w2-wear-blue"
    workspace.document.open_week(3)
    before = workspace.document.project
    spec = next(spec for spec in social_specs(workspace.document.kit()) if spec.piece == piece)
    assert spec.pages[0].content.get("picture") is None
    desk.add([photo_file], (piece,))
    wait(qtbot, desk)
    (photo,) = workspace.document.project.photos
    workspace.document.change("Record", with_record(workspace.document.project, replace(photo, people="nobody")))
    spec = next(spec for spec in social_specs(workspace.document.kit()) if spec.piece == piece)
    assert spec.pages[0].template == "social/photo"
    assert desk.usage().of(photo.source.key) == (piece,)
    desk.set_current(photo.source.key)
    form = RecordPanel(workspace, controllers_of(workspace).pictures).form
    assert not form.everywhere.isChecked()
    form.everywhere.click()
    assert len(desk.usage().of(photo.source.key)) > 1
    for _step in range(3):
        workspace.document.stack.undo()
    assert workspace.document.project == before


def test_who_uses_what_is_worked_out_again_for_names_and_pictures_alone(
    workspace: Workspace, desk: PicturesController
) -> None:
    document, piece, usage = workspace.document, "w2/social/w2-healthy-workforce", desk.usage()
    document.edit("Change post text", piece, "caption", "Ours.")
    assert desk.usage() is usage
    document.edit("Change headline", piece, "head", "Ours.")
    assert desk.usage().titles[piece] == "Ours."


def test_records_come_from_a_table(
    qtbot: QtBot, workspace: Workspace, desk: PicturesController, photo_file: Path, tmp_path: Path
) -> None:
    add(qtbot, desk, photo_file)
    table = tmp_path / "records.csv"
    table.write_text(f"file,who,consent,until,credit,alt\n{photo_file.name},The team,Folder 3,,Ana,People plant.\n")
    desk.import_records(table)
    qtbot.waitUntil(lambda: workspace.document.stack.undo_text() == "Details of photos from records.csv")
    (photo,) = workspace.document.project.photos
    assert (photo.credit, photo.alt, status(photo, TODAY)) == ("Ana", "People plant.", "ready")
    infos: list[str] = []
    workspace.info_wanted.connect(lambda text, _button, _act: infos.append(text))
    table.write_text("file,who\nnobody.jpg,Nobody\n")
    desk.import_records(table)
    qtbot.waitUntil(lambda: bool(infos))
    assert "nobody.jpg" in infos[0]
    assert "--" not in infos[0]


def test_a_picture_is_swapped_with_keys_alone(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, piece: str
) -> None:
    workspace.select((piece,))
    before = picture_in(workspace, piece)
    picker = swap_picture(controllers_of(workspace).pictures, stage)
    assert isinstance(picker, PicturePicker)
    qtbot.waitUntil(picker.isVisible)
    names = [entry.key for entry in picker.model.rows]
    qtbot.keyClick(picker.list, Qt.Key.Key_Right)
    chosen = picker.list.currentIndex().data(ENTRY).key
    assert chosen == names[1]
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picture_in(workspace, piece) == chosen
    workspace.document.stack.undo()
    assert picture_in(workspace, piece) == before


def test_the_sheet_is_beside_the_piece(qtbot: QtBot, stage: Stage, workspace: Workspace, piece: str) -> None:
    workspace.select((piece,))
    spot = QRect(20, 30, 100, 60)
    picker = swap_picture(controllers_of(workspace).pictures, stage, spot)
    assert picker is not None
    here = stage.mapToGlobal(spot.topLeft())
    assert picker.x() >= here.x() + spot.width() or picker.x() + picker.width() <= here.x()
    qtbot.keyClick(picker, Qt.Key.Key_Escape)


def test_swapping_without_a_selection_or_with_escape_changes_nothing(
    qtbot: QtBot, stage: Stage, workspace: Workspace, piece: str
) -> None:
    assert swap_picture(controllers_of(workspace).pictures, stage) is None
    workspace.select(("w2/print/resource-list",))
    assert swap_picture(controllers_of(workspace).pictures, stage) is None
    workspace.select((piece,))
    picker = swap_picture(controllers_of(workspace).pictures, stage)
    assert picker is not None
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert workspace.document.stack.count() == 0


def test_locked_pieces_keep_their_picture(desk: PicturesController, workspace: Workspace, piece: str) -> None:
    document = workspace.document
    document.edit("Lock", piece, LOCKED, YES)
    before = picture_in(workspace, piece)
    desk.use("morning-walk", (piece,))
    assert picture_in(workspace, piece) == before
    assert document.stack.count() == 1


def test_swapping_everywhere_is_one_step_and_drops_the_old_crop(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, piece: str
) -> None:
    document = workspace.document
    document.edit("Crop", piece, "@focus", "0.1 0.1")
    old = next(name for name, pieces in desk.usage().pieces.items() if piece in pieces)
    new = next(name for name in document.kit().scenes if name != old)
    picker = swap_everywhere(desk, old, stage)
    row = next(number for number, entry in enumerate(picker.model.rows) if entry.key == new)
    picker.list.setCurrentIndex(picker.model.index(row))
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert document.stack.count() == 2
    assert desk.usage().of(old) == ()
    assert document.project.edits.text(piece, "@focus") is None


# ------------------------------------------------------------------ adding


def test_files_and_folders_are_added_as_one_step_with_a_reason_for_each_that_fails(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    write_photo(folder / "a.jpg")
    write_photo(folder / "deep" / "b.png")
    (folder / "notes.txt").write_text("no picture")
    (folder / "c.jpg").write_bytes(b"broken")
    drop_on(page, folder)
    wait(qtbot, desk)
    document = workspace.document
    assert [photo.name for photo in document.project.photos] == ["a.jpg", "b.png"]
    assert [failure.name for failure in desk.failures] == ["c.jpg"]
    assert (document.stack.count(), document.stack.undo_text()) == (1, "Add pictures")
    page.refresh()
    failed = page.model.rows[0]
    assert failed.failed
    assert failed.words.startswith("c.jpg")
    assert page.clear.isVisible()
    qtbot.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    assert desk.failures == ()
    document.stack.undo()
    assert document.project.photos == ()


def test_the_same_photo_twice_keeps_its_record(
    qtbot: QtBot, desk: PicturesController, stage: Stage, photo_file: Path
) -> None:
    add(qtbot, desk, photo_file)
    photo = desk.document.project.photos[0]
    desk.record("Change credit", replace(photo, credit="Ana"))
    add(qtbot, desk, photo_file)
    assert [photo.credit for photo in desk.document.project.photos] == ["Ana"]


def test_a_full_kit_takes_no_more(qtbot: QtBot, desk: PicturesController, stage: Stage, photo_file: Path) -> None:
    source = load_photo(photo_file)
    document = desk.document
    many = tuple(Photo(replace(source, key=f"{number:064x}"), f"{number}.jpg") for number in range(MOST_PHOTOS))
    document.change("Many", replace(document.project, photos=many))
    add(qtbot, desk, photo_file)
    assert len(document.project.photos) == MOST_PHOTOS
    assert str(MOST_PHOTOS) in desk.failures[0].reason


def test_an_empty_folder_says_so_away_from_the_library(
    qtbot: QtBot, desk: PicturesController, workspace: Workspace, tmp_path: Path
) -> None:
    told: list[str] = []
    workspace.info_wanted.connect(lambda text, _button, _act: told.append(text))
    (tmp_path / "empty").mkdir()
    add(qtbot, desk, tmp_path / "empty")
    assert told == ["There are no pictures in it. JPG, PNG, WebP and HEIC work."]


def who(stage: Stage) -> WhoCard:
    card = stage.cards.currentWidget()
    assert isinstance(card, WhoCard)
    return card


def test_one_answer_is_for_all_new_photos_and_they_go_where_they_fit_as_one_step(
    qtbot: QtBot, stage: Stage, desk: PicturesController, tmp_path: Path
) -> None:
    keys = add(qtbot, desk, *(write_photo(tmp_path / f"{name}.jpg") for name in ("one", "two")))
    card = who(stage)
    assert "all 2 photos" in card.told.text()
    card.answers["nobody"].click()
    assert [photo.people for photo in desk.document.project.photos] == ["nobody", "nobody"]
    assert desk.document.stack.undo_text() == "Say who can be recognized"
    assert not any(desk.usage().of(key) for key in keys)
    card.fits.click()
    assert all(len(desk.usage().of(key)) > 1 for key in keys)
    desk.document.stack.undo()
    assert not any(desk.usage().of(key) for key in keys)


def test_a_photo_that_went_nowhere_is_asked_about_again_where_it_is_seen(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, tmp_path: Path
) -> None:
    library, panel = stage.center.show_page("pictures"), panel_of(stage)
    assert isinstance(library, PicturesPage)
    keys = add(qtbot, desk, *(write_photo(tmp_path / f"{name}.jpg") for name in ("one", "two")))
    who(stage).answers["nobody"].click()
    who(stage).leave()
    library.refresh()
    assert library.place.text() == "2 photos are not placed yet. Put them in the kit…"
    assert panel.used.text() == "Not placed yet. Put it in the kit…"
    assert panel.form.kind.currentText() == "Not needed", "nobody has to agree"
    panel.used.click()
    assert (who(stage).question.text(), desk.to_place) == ("Where does it go?", (desk.current,))
    who(stage).here.click()
    assert desk.placing == desk.current
    library.place.click()
    assert (who(stage).question.text(), desk.to_place) == ("Where do they go?", tuple(keys))
    who(stage).fits.click()
    library.refresh()
    assert library.place.isHidden()
    assert panel.used.text().startswith("Used in")


def test_a_photo_that_was_put_somewhere_is_there_once_nobody_can_be_recognized(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, photo_file: Path, piece: str
) -> None:
    desk.add([photo_file], (piece,))
    wait(qtbot, desk)
    (photo,) = desk.document.project.photos
    waiting = desk.waiting_in(piece)
    assert waiting is not None
    assert waiting.source.key == photo.source.key
    asked: list[str] = []
    workspace.card_wanted.connect(asked.append)
    who(stage).answers["nobody"].click()
    assert asked == [""]
    assert desk.usage().of(photo.source.key) == (piece,)
    assert desk.waiting_in(piece) is None


def test_other_answers_lead_to_the_consent_and_none_leaves_all_as_it_was(
    qtbot: QtBot, stage: Stage, desk: PicturesController, photo_file: Path
) -> None:
    add(qtbot, desk, photo_file)
    steps = desk.document.stack.count()
    who(stage).later.click()
    assert (desk.document.stack.count(), stage.right.name) == (steps, "")
    desk.ask_about(desk.document.project.photos[0].source.key)
    who(stage).answers["staff"].click()
    assert (desk.document.project.photos[0].people, stage.right.name) == ("staff", "record")


def test_a_photo_that_was_put_somewhere_is_answered_for_beside_the_piece(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, photo_file: Path, piece: str
) -> None:
    desk.add([photo_file], (piece,))
    wait(qtbot, desk)
    left: list[str] = []
    workspace.page_wanted.connect(left.append)
    who(stage).answers["staff"].click()
    assert (left, stage.right.name) == ([], "record")
    panel = panel_of(stage)
    assert desk.waiting_in(piece) is not None
    panel.form.kind.setCurrentIndex(1)
    panel.form.kind.activated.emit(1)
    qtbot.keyClicks(panel.form.place, "Folder 3")
    assert desk.waiting_in(piece) is None
    assert desk.usage().of(desk.current) == (piece,)


def test_another_photo_begins_with_what_its_record_lacks(
    qtbot: QtBot, stage: Stage, desk: PicturesController, tmp_path: Path
) -> None:
    keys = add(qtbot, desk, *(write_photo(tmp_path / f"{name}.jpg") for name in ("one", "two")))
    who(stage).answers["staff"].click()
    panel = panel_of(stage)
    stage.resize(1440, 420)
    qtbot.waitUntil(lambda: panel.area.verticalScrollBar().maximum() > 0)
    panel.area.verticalScrollBar().setValue(panel.area.verticalScrollBar().maximum())
    assert panel.form.kind.visibleRegion().isEmpty()
    desk.set_current(next(key for key in keys if key != desk.current))
    assert not panel.form.kind.visibleRegion().isEmpty()


def test_reading_can_be_stopped_and_what_was_read_stays(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [write_photo(tmp_path / f"p{number}.jpg", (900, 600)) for number in range(12)]
    clicked = threading.Event()

    def slow_after_the_first(path: Path) -> PictureSource:
        if path != paths[0]:
            clicked.wait(5)
        return load_photo(path)

    monkeypatch.setattr("htpm_studio.gui.controllers.pictures.load_photo", slow_after_the_first)
    desk.add(paths)
    qtbot.waitUntil(lambda: bool(desk.document.project.photos), timeout=5000)
    page.refresh()
    assert page.stop.isVisible()
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    clicked.set()
    wait(qtbot, desk)
    assert 1 <= len(desk.document.project.photos) < 12


def test_the_buttons_ask_and_cancel_is_quiet(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, folders = [[], [str(photo_file)]], ["", str(photo_file.parent)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (files.pop(0), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: folders.pop(0))
    page.choose_files()
    page.choose_folder()
    assert desk.task is None
    page.choose_files()
    wait(qtbot, desk)
    assert len(desk.document.project.photos) == 1
    page.choose_folder()
    wait(qtbot, desk)
    assert len(desk.document.project.photos) == 1


def test_a_copied_picture_is_pasted(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, workspace: Workspace
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said[0].startswith("There is no picture to paste")
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill("#334455")
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, desk)
    assert [photo.name for photo in desk.document.project.photos] == ["Pasted picture 1.jpg"]


def test_a_copied_piece_is_no_new_picture_and_a_slide_is_pasted_behind_the_selected_one(
    stage: Stage, workspace: Workspace
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    commands = edit_commands(stage)
    source, goal = "w2/deck/training/11", "w2/deck/short/2"
    for copied, selected in (("w2/social/w2-rights", ()), (source, ()), (source, (goal,))):
        picture = QImage(8, 8, QImage.Format.Format_RGB32)
        QGuiApplication.clipboard().setMimeData(mime_of(MadeFiles((), (copied,), picture)))
        workspace.select(selected)
        commands.paste()
    assert said == [
        "Pieces are copied for other programs. In the kit, slides can be pasted behind a slide.",
        "Select the slide that the copy is to follow.",
    ]
    assert workspace.document.project.photos == ()
    kit = workspace.document.kit()
    deck = kit.week.deck("short")
    names = slide_names(kit, deck)
    made = slide_piece(kit, deck, names[names.index("2") + 1])
    pages = {page.piece: page for one in kit.week.decks for page in deck_pages(kit, one)}
    assert pages[made].template == pages[source].template
    assert pages[made].content["head"] == pages[source].content["head"]


def test_words_that_are_pasted_beside_a_field_get_a_hint_where_they_go(stage: Stage, workspace: Workspace) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    QGuiApplication.clipboard().setText("Know the signs")
    edit_commands(stage).paste()
    assert said == ["To paste text, select one social graphic or click the field it is for."]


def test_a_copied_picture_goes_into_the_selected_pieces(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, piece: str
) -> None:
    commands = edit_commands(stage)
    workspace.select((piece,))
    QGuiApplication.clipboard().clear()
    commands.paste()
    assert desk.task is None
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    image.fill("#556677")
    QGuiApplication.clipboard().setImage(image)
    commands.paste()
    wait(qtbot, desk)
    key = workspace.document.project.photos[0].source.key
    assert workspace.document.project.edits.text(piece, PICTURE) == key


def test_folders_are_read_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.JPG", "a.heic", ".c.jpg", "sub/d.webp", "e.gif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in files_in([tmp_path])] == ["a.heic", "b.JPG", "d.webp"]


# ------------------------------------------------------------------ the library


def test_words_find_drawings_by_what_they_show_however_they_are_typed(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, photo_file: Path
) -> None:
    key = add(qtbot, desk, photo_file)[0]
    page.refresh()
    page.search.field.setFocus()
    qtbot.keyClicks(page.search.field, "COFFEE break")
    assert [entry.key for entry in page.model.rows] == ["break-room"]
    qtbot.keyClick(page.search.field, Qt.Key.Key_Escape)
    qtbot.keyClicks(page.search.field, "gard")
    assert key in [entry.key for entry in page.model.rows]
    page.search.field.setText("xyzzy")
    assert page.model.rows == ()
    assert page.notice.text() == "No pictures match."
    page.search.field.clear()
    assert len(page.model.rows) == len(page.model.all)


def test_groups_part_drawings_by_place_and_by_people(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController
) -> None:
    def group(name: str) -> set[str]:
        page.search.groups.setCurrentIndex(page.search.groups.findData(name))
        page.search.groups.activated.emit(0)
        return {entry.key for entry in page.model.rows}

    library = desk.document.resources.pictures
    assert group("nobody") == {name for name in library.names if not library.scene(name).seats}
    people = group("people")
    parts = [group(name) for name in ("work", "home", "outdoors", "help", "groups", "close")]
    assert set.union(*parts) == people
    assert sum(map(len, parts)) == len(people)
    assert "break-room" in parts[0]
    page.search.field.setText("phone")
    assert all("phone" in entry.found_by for entry in page.model.rows)
    assert page.search.groups.findData("photos") < 0


def test_a_title_goes_on_in_a_second_line(page: PicturesPage) -> None:
    title = "Personas del vecindario conversan en una banca de su calle"
    entry = replace(page.model.all[0], title=title)
    lines = title_lines(page.list.font(), entry, 220, page.list.delegate.title_lines)
    assert len(lines) == 2
    assert " ".join(lines) == title
    index = page.model.index(0)
    option = QStyleOptionViewItem()
    option.initFrom(page.list)
    page.list.delegate.width = 240
    wide = page.list.delegate.sizeHint(option, index)
    page.list.delegate.width = 170
    assert page.list.delegate.sizeHint(option, index).height() > wide.height() - 70 * SHAPE


def test_letters_typed_in_the_sheet_find_a_picture(
    qtbot: QtBot, stage: Stage, workspace: Workspace, piece: str
) -> None:
    workspace.select((piece,))
    picker = swap_picture(controllers_of(workspace).pictures, stage)
    assert picker is not None
    qtbot.keyClicks(picker.list, "co")
    qtbot.keyClicks(picker.search.field, "ffee")
    assert picker.search.words == "coffee"
    assert [entry.key for entry in picker.model.rows] == ["break-room"]
    qtbot.keyClick(picker.search.field, Qt.Key.Key_Return)
    assert picture_in(workspace, piece) == "break-room"


def test_chips_filter(qtbot: QtBot, page: PicturesPage, desk: PicturesController, tmp_path: Path) -> None:
    keys = add(qtbot, desk, *(write_photo(tmp_path / f"{name}.jpg") for name in ("one", "two", "three")))
    photos = desk.document.project.photos
    desk.record("x", replace(photos[0], people="nobody"))
    soon = Consent("Ana", TODAY + dt.timedelta(days=30), "Folder 3", "signed")
    desk.record("x", replace(photos[1], people="staff", consent=soon))
    page.refresh()
    scenes = len(desk.document.kit().scenes)
    qtbot.mouseClick(page.chips["missing"], Qt.MouseButton.LeftButton)
    assert [entry.key for entry in page.model.rows] == [keys[2]]
    qtbot.mouseClick(page.chips["soon"], Qt.MouseButton.LeftButton)
    assert [entry.key for entry in page.model.rows] == [keys[1]]
    qtbot.mouseClick(page.chips["all"], Qt.MouseButton.LeftButton)
    assert len(page.model.rows) == 3 + scenes


def test_an_empty_library_says_what_is_used_instead(page: PicturesPage) -> None:
    assert page.notice.text().startswith("You have no pictures of your own yet.")
    assert page.model.rows


def test_a_click_opens_the_record_and_rows_speak(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, stage: Stage
) -> None:
    index = page.model.index(0)
    place = page.list.visualRect(index).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.current == page.model.rows[0].key
    assert stage.right.name == "record"
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Drawn scene" in spoken
    assert "used in" in spoken
    data = page.model.mimeData([index])
    assert bytes(data.data(PICTURE_MIME).data()).decode() == desk.current


def test_delete_removes_a_photo_and_what_named_it(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, workspace: Workspace, photo_file: Path, piece: str
) -> None:
    (key,) = add(qtbot, desk, photo_file)
    desk.use(key, (piece,))
    page.refresh()
    page.list.setCurrentIndex(page.model.index(page.model.row_of(key)))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    document = workspace.document
    assert document.project.photos == ()
    assert document.project.edits.text(piece, PICTURE) is None
    document.stack.undo()
    assert document.project.edits.text(piece, PICTURE) == key


def test_a_removal_that_is_taken_back_shows_the_record_again(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, photo_file: Path
) -> None:
    (key,) = add(qtbot, desk, photo_file)
    desk.set_current(key)
    panel = RecordPanel(workspace, controllers_of(workspace).pictures)
    qtbot.addWidget(panel)
    panel.show()
    desk.remove(key)
    assert panel.form.isHidden()
    workspace.document.stack.undo()
    assert not panel.form.isHidden()


def test_the_menu_has_only_what_applies(
    qtbot: QtBot, page: PicturesPage, desk: PicturesController, photo_file: Path
) -> None:
    add(qtbot, desk, photo_file)
    page.refresh()
    photo, scene = page.model.rows[0], page.model.rows[1]
    texts = {}
    for entry in (photo, scene):
        menu = picture_menu(desk, entry, page)
        texts[entry.key] = [action.text() for action in menu.actions() if not action.isSeparator()]
        menu.deleteLater()
    assert texts[photo.key] == ["Consent was withdrawn", "Remove from the kit"]
    assert texts[scene.key][0] == "Put it on the board"
    assert "Remove from the kit" not in texts[scene.key]


def test_it_paints_in_every_state(qtbot: QtBot, page: PicturesPage, desk: PicturesController, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"x")
    add(qtbot, desk, write_photo(tmp_path / "good.jpg"), bad)
    page.refresh()
    source = desk.document.project.photos[0].source
    page.grab()
    qtbot.waitUntil(lambda: desk.thumbs.image(source) is not None, timeout=4000)
    image = page.list.viewport().grab().toImage()
    seen = [image.pixelColor(page.list.visualRect(page.model.index(row)).center()).name() for row in (0, 1)]
    painted = Image.open(tmp_path / "good.jpg").getpixel((600, 400))
    assert isinstance(painted, tuple)
    assert sum(abs(int(seen[1][at : at + 2], 16) - part) for at, part in zip((1, 3, 5), painted, strict=True)) < 12
    assert seen[0] != seen[1]


# ------------------------------------------------------------------ the record


def test_consent_can_be_withdrawn_and_given_again(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, photo_file: Path, piece: str
) -> None:
    (key,) = add(qtbot, desk, photo_file)
    photo = workspace.document.project.photos[0]
    desk.record("x", replace(photo, people="staff", consent=Consent("Ana", None, "Folder", "signed")))
    desk.use(key, (piece,))
    assert picture_in(workspace, piece) == key
    panel = panel_of(stage)
    steps = workspace.document.stack.count()
    qtbot.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    assert picture_in(workspace, piece) != key
    assert desk.usage().of(key) == ()
    assert workspace.document.stack.count() == steps + 1
    assert "withdrawn" in panel.banner_words.text()
    qtbot.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    assert not workspace.document.project.photos[0].withdrawn


def test_a_child_needs_two_agreements(qtbot: QtBot, stage: Stage, desk: PicturesController, photo_file: Path) -> None:
    add(qtbot, desk, photo_file)
    panel = panel_of(stage)
    qtbot.mouseClick(panel.form.people["child"], Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.keyClick(panel.form.kind, Qt.Key.Key_Down)
    qtbot.keyClicks(panel.form.place, "Folder 9")
    photo = desk.document.project.photos[0]
    assert gaps(photo) == ("guardian", "child")
    for box in panel.form.sides.values():
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert status(desk.document.project.photos[0], TODAY) == "ready"
    assert "description is empty" in panel.banner_words.text()
    photo = desk.document.project.photos[0]
    desk.document.change("Describe", desk.document.project.with_photo(replace(photo, alt="A child paints.")))
    assert "This picture is ready." in panel.banner_words.text()


def test_nobody_needs_no_consent(qtbot: QtBot, stage: Stage, desk: PicturesController, photo_file: Path) -> None:
    add(qtbot, desk, photo_file)
    panel = panel_of(stage)
    qtbot.mouseClick(panel.form.people["nobody"], Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert not panel.form.consent.isEnabled()
    assert panel.use.isEnabled()
    assert panel.withdraw.isHidden()


def test_a_click_takes_a_ring_from_a_face_or_sets_one_and_nobody_has_none(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace
) -> None:
    desk.add([PORTRAIT])
    qtbot.waitUntil(lambda: len(workspace.document.project.photos) == 1 and desk.task is None)
    (photo,) = workspace.document.project.photos
    assert photo.faces is not None
    assert len(photo.faces) == 1
    block = panel_of(stage).faces
    qtbot.waitUntil(block.picture.rings[0].isVisible)
    qtbot.mouseClick(block.picture.rings[0], Qt.MouseButton.LeftButton)
    assert workspace.document.project.photos[0].faces == ()
    assert block.picture.rings == []
    qtbot.mouseClick(block.picture, Qt.MouseButton.LeftButton, pos=block.picture.rect().center())
    (face,) = faces_of_the_photo(workspace)
    assert ((face.left + face.right) / 2, (face.top + face.bottom) / 2) == pytest.approx((0.5, 0.5), abs=0.02)
    (ring,) = block.picture.rings
    qtbot.keyClick(ring, Qt.Key.Key_Right)
    (moved,) = faces_of_the_photo(workspace)
    assert moved.left == pytest.approx(face.left + 0.02, abs=0.002)
    desk.record("Nobody", replace(workspace.document.project.photos[0], people="nobody"))
    assert workspace.document.project.photos[0].faces is None
    assert not block.isVisible()


def test_nobody_is_asked_again_where_a_face_was_found(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace
) -> None:
    add(qtbot, desk, PORTRAIT)
    card = who(stage)
    said = []
    for _ in range(2):
        card.answers["nobody"].click()
        said.append(workspace.document.project.photos[0].people)
    assert said == ["unsure", "nobody"]


def test_description_and_credit_are_saved_while_typing_and_counted(
    qtbot: QtBot, stage: Stage, desk: PicturesController, photo_file: Path
) -> None:
    add(qtbot, desk, photo_file)
    panel = panel_of(stage)
    steps = desk.document.stack.count()
    qtbot.keyClicks(panel.form.description, "Two raised beds.")
    qtbot.keyClicks(panel.form.credit, "Photo: Ana")
    photo = desk.document.project.photos[0]
    assert (photo.alt, photo.credit) == ("Two raised beds.", "Photo: Ana")
    assert panel.form.counter.text() == "16 / 150"
    assert panel.form.description.accessibleDescription() == "16 of 150 characters"
    assert desk.document.stack.count() == steps + 2
    desk.document.stack.undo()
    desk.document.stack.undo()
    assert panel.form.description.toPlainText() == ""


def test_the_end_of_consent_can_be_changed_and_taken_away(
    qtbot: QtBot, stage: Stage, desk: PicturesController, photo_file: Path
) -> None:
    add(qtbot, desk, photo_file)
    photo = desk.document.project.photos[0]
    desk.record("x", replace(photo, people="staff", consent=Consent("Ana", dt.date(2027, 1, 10), "F", "signed")))
    panel = panel_of(stage)
    assert "January 10, 2027" in panel.banner_words.text()
    panel.form.until.setDate(dt.date(2026, 3, 1))  # type: ignore[arg-type]
    assert status(desk.document.project.photos[0], TODAY) == "ended"
    assert not panel.use.isEnabled()
    qtbot.mouseClick(panel.form.endless, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    consent = desk.document.project.photos[0].consent
    assert consent is not None
    assert consent.until is None


def test_a_picture_is_put_on_the_board_from_its_panel(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace
) -> None:
    pages: list[str] = []
    workspace.page_wanted.connect(pages.append)
    desk.set_current("break-room")
    qtbot.mouseClick(panel_of(stage).use, Qt.MouseButton.LeftButton)
    assert (desk.placing, pages) == ("break-room", ["board"])
    desk.end_placing()
    assert desk.placing == ""


# ------------------------------------------------------------------ rules and files


def test_small_copies_stay_within_their_bounds(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("htpm_studio.gui.core.picture_thumbnails.SIDE", SIDE)
    monkeypatch.setattr("htpm_studio.gui.core.picture_thumbnails.CACHE_BYTES", 1_500_000)
    thumbs = PictureThumbnails()
    sources = [load_photo(write_photo(tmp_path / f"p{number}.jpg", (1500, 1000))) for number in range(6)]
    ready: list[str] = []
    thumbs.ready.connect(ready.append)
    for source in sources:
        assert thumbs.image(source) is None
    qtbot.waitUntil(lambda: len(ready) == len(sources), timeout=8000)
    thumbs.shutdown()
    assert 0 < thumbs.held <= 1_500_000
    shown = thumbs.image(next(source for source in sources if source.key == ready[-1]))
    assert shown is not None
    assert max(shown.width(), shown.height()) == SIDE
    assert CACHE_BYTES < 80 * SIDE * SIDE * 4


# ------------------------------------------------------------------ where a photo is, and why not


def write_flat(path: Path) -> Path:
    Image.new("RGB", (1600, 1200), (128, 128, 128)).save(path)
    return path


def test_a_flat_file_is_warned_about_at_once(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, tmp_path: Path, piece: str
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    flat = write_flat(tmp_path / "grey.jpg")
    workspace.files_dropped.emit(Dropped((flat,), piece))
    wait(qtbot, desk)
    title = desk.usage().titles[piece].rstrip(".")
    assert said == [f"“grey” is one flat color, or nearly so. It appears only in {title}."]
    panel = panel_of(stage)
    photo = workspace.document.project.photos[0]
    desk.record("Nobody", replace(photo, people="nobody", placed=False))
    assert "one flat color" in panel.banner_words.text()
    assert "Not placed automatically: it is one flat color" in panel.where.words.text()
    entry = next(entry for entry in picture_entries(desk) if entry.key == photo.source.key)
    assert (entry.words, entry.token) == ("One flat color", "warn")


def test_after_a_drop_a_sentence_says_where_the_picture_went(
    qtbot: QtBot,
    stage: Stage,
    desk: PicturesController,
    workspace: Workspace,
    photo_file: Path,
    tmp_path: Path,
    piece: str,
) -> None:
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    workspace.files_dropped.emit(Dropped((photo_file,), piece))
    wait(qtbot, desk)
    desk.answer("nobody")
    workspace.files_dropped.emit(Dropped((photo_file,), piece))
    wait(qtbot, desk)
    title = desk.usage().titles[piece].rstrip(".")
    assert said == [f"“garden” is in {title} now."]
    other = write_photo(tmp_path / "street.jpg")
    workspace.files_dropped.emit(Dropped((other,), "", "The design of “Help” has no place for a picture."))
    wait(qtbot, desk)
    assert said[-1] == "The design of “Help” has no place for a picture. “street” is in your pictures."


def test_of_two_photos_on_one_piece_the_second_is_asked_where_it_goes(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, tmp_path: Path, piece: str
) -> None:
    first, second = (
        write_photo(tmp_path / f"{name}.jpg", size) for name, size in (("a", (900, 600)), ("b", (960, 640)))
    )
    workspace.files_dropped.emit(Dropped((first, second), piece))
    wait(qtbot, desk)
    desk.answer("nobody")
    (left,) = desk.to_place
    names = {photo.source.key: photo.name for photo in workspace.document.project.photos}
    assert names[left] == "b.jpg"
    assert [names[key] for key in names if piece in desk.usage().of(key)] == ["a.jpg"]


def test_the_record_says_where_a_photo_is_and_why_it_is_not_elsewhere(
    qtbot: QtBot, stage: Stage, desk: PicturesController, workspace: Workspace, tmp_path: Path
) -> None:
    path = write_photo(tmp_path / "team.jpg", (1300, 870))
    (key,) = add(qtbot, desk, path)
    panel = panel_of(stage)
    words = panel.where.words.text
    assert "it may not be shown yet" in words()
    photo = workspace.document.project.photos[0]
    agreed = Consent("Staff", dt.date(2027, 6, 30), "Folder 7", "signed")
    desk.record("Staff", replace(photo, placed=False, people="staff", consent=agreed))
    assert "<b>In these pieces</b>" in words()
    assert "the words are about harm" in words()
    assert "it is right before or after" in words()
    assert "people in it would be behind whoever speaks" in words()
    assert "Its consent ends on June 30, 2027" in words()
    desk.record("Nobody", replace(photo, placed=False, people="nobody", consent=None))
    assert "about harm" not in words()
    desk.record("Kept", replace(photo, people="nobody", consent=None, placed=True))
    assert "you keep it for the pieces you put it in" in words()
    small = write_photo(tmp_path / "small.jpg", (380, 280))
    add(qtbot, desk, small)
    tiny = next(one for one in workspace.document.project.photos if one.source.key != key)
    desk.set_current(tiny.source.key)
    desk.record("Nobody", replace(tiny, people="nobody", placed=False))
    assert "too few pixels for every design" in words()
    entry = next(entry for entry in picture_entries(desk) if entry.key == tiny.source.key)
    assert entry.words == "Too small"

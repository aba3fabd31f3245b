"""The picture in the editor: crop by hand and by keys, zoom, swap, stand-ins; overlays and the mirrored view."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from htpm_studio.export.kit.edits import DUOTONE, FOCUS, PICTURE, TONE, ZOOM
from htpm_studio.gui.core.render_service import DRAFT_SIDE, small_copy
from htpm_studio.gui.features.editor.crop import Framing
from htpm_studio.gui.features.editor.overlays import overlays_of, reading_order
from htpm_studio.project.model import Photo
from htpm_studio.project.pictures import load_photo
from htpm_studio.units import Box
from tests.gui.editor_fixtures import BACKGROUND, CARDS, PHOTO, SLIDE, Editor, editor, until
from tests.gui.pictures_fixtures import write_photo

__all__ = ["editor"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def with_photo(editor: Editor, folder: Path, people: str = "nobody") -> Photo:
    """Add a photo to the kit."""
    path = write_photo(folder / "garden.jpg")
    photo = Photo(load_photo(path), path.name, people=people)  # type: ignore[arg-type]
    project = editor.document.project
    editor.document.change("Add", replace(project, photos=(photo,)))
    return photo


def zoomed(editor: Editor) -> None:
    """Zoom the picture so that it can move both ways."""
    editor.inspector.picture.slider.setValue(150)
    editor.document.end_merge()
    editor.settle()
    editor.drawn()


def numbers(text: str) -> list[float]:
    return [float(word) for word in text.split()]


def test_a_drag_moves_the_crop_in_one_step(editor: Editor) -> None:
    editor.open(PHOTO)
    zoomed(editor)
    assert editor.stage.framing is not None
    before, count = editor.stage.framing.middle, editor.document.stack.count()
    editor.drag(QPoint(40, 20))
    focus = numbers(editor.edits()[FOCUS])
    assert focus[0] < before[0]
    assert focus[1] < before[1]
    assert editor.document.stack.count() == count + 1
    assert editor.document.stack.undo_text() == "Move picture"
    editor.drawn()
    assert editor.stage.framing.middle == pytest.approx(tuple(focus), abs=0.002)
    editor.document.stack.undo()
    editor.settle()
    editor.drawn()
    assert editor.stage.framing.middle == pytest.approx(before, abs=0.002)


def test_the_picture_follows_while_it_is_dragged(editor: Editor) -> None:
    editor.open(PHOTO)
    zoomed(editor)
    edits = editor.edits()
    assert editor.stage.framing is not None
    middle = editor.stage.framing.middle
    editor.drag(QPoint(30, 0), drop=False)
    until(editor.bot, lambda: editor.page.shown is not None and editor.page.shown.request.draft)
    assert editor.stage.framing.middle[0] < middle[0]
    assert editor.edits() == edits
    editor.stage.setFocus()
    editor.bot.keyClick(editor.stage, Qt.Key.Key_Escape)
    editor.bot.mouseRelease(editor.stage.viewport(), LEFT, pos=editor.spot(0.5, 0.5))
    editor.drawn()
    assert editor.edits() == edits
    assert editor.controller.piece == PHOTO


def test_a_crop_keeps_the_frame_filled(editor: Editor) -> None:
    editor.open(PHOTO)
    zoomed(editor)
    editor.drag(QPoint(900, 900))
    editor.drawn()
    framing = editor.stage.framing
    assert framing is not None
    assert framing.middle == pytest.approx((framing.part[0] / 2, framing.part[1] / 2), abs=0.002)


def test_a_photo_shows_in_two_tones_where_that_is_ticked(editor: Editor, tmp_path: Path) -> None:
    photo = with_photo(editor, tmp_path)
    editor.open(PHOTO)
    editor.controller.change("Swap", {PICTURE: next(iter(editor.document.kit().scenes))})
    editor.settle()
    assert editor.inspector.picture.duotone.isHidden()
    editor.controller.change("Swap", {PICTURE: photo.source.key})
    editor.settle()
    box = editor.inspector.picture.duotone
    assert not box.isHidden()
    assert not box.isChecked()
    box.click()
    editor.settle()
    editor.drawn()
    assert editor.edits()[TONE] == DUOTONE
    assert box.isChecked()
    assert editor.stage.framing is not None
    box.click()
    editor.settle()
    assert TONE not in editor.edits()
    assert editor.document.stack.undo_text() == "Tones of the picture"


def test_arrows_move_the_picture_by_one_and_ten_percent(editor: Editor, tmp_path: Path) -> None:
    photo = with_photo(editor, tmp_path)
    editor.open(PHOTO)
    editor.controller.change("Swap", {PICTURE: photo.source.key})
    editor.settle()
    editor.drawn()
    zoomed(editor)
    editor.stage.setFocus()
    editor.page.nudging.setInterval(60_000)  # on a slow computer the keys are pressed without a pause, too
    count = editor.document.stack.count()
    across, down = editor.stage.framing.middle  # type: ignore[union-attr]
    editor.bot.keyClick(editor.stage, Qt.Key.Key_Right)
    editor.settle()
    editor.drawn()
    assert numbers(editor.edits()[FOCUS]) == pytest.approx([across - 0.01, down], abs=0.001)
    editor.bot.keyClick(editor.stage, Qt.Key.Key_Up, SHIFT)
    editor.settle()
    editor.drawn()
    assert numbers(editor.edits()[FOCUS]) == pytest.approx([across - 0.01, down + 0.1], abs=0.001)
    words = f"Focal point {round(100 * across - 1)}% across, {round(100 * down + 10)}% down"
    assert editor.stage.accessibleDescription() == words
    assert editor.document.stack.undo_text() == "Move picture"
    assert editor.document.stack.count() == count + 1
    editor.document.stack.undo()
    editor.settle()
    assert numbers(editor.edits()[FOCUS]) == pytest.approx([across, down], abs=0.001)
    editor.drawn()


def test_a_crop_for_one_size_leaves_the_others_alone(editor: Editor) -> None:
    editor.open(PHOTO)
    picture = editor.inspector.picture
    assert picture.scope.isVisible()
    assert picture.single.text() == "Square only"
    editor.bot.mouseClick(picture.single, LEFT, pos=QPoint(8, picture.single.height() // 2))
    assert picture.single.isChecked()
    zoomed(editor)
    editor.drag(QPoint(30, 10))
    assert set(editor.edits()) == {f"{FOCUS}.square", f"{ZOOM}.square"}
    assert editor.controller.now is not None
    story = next(tile for tile in editor.controller.now.tiles if tile.size == "story")
    editor.controller.show_view(story.key)
    assert picture.every.isChecked()
    square = next(tile for tile in editor.controller.now.tiles if tile.size == "square")
    editor.controller.show_view(square.key)
    assert picture.single.isChecked()
    editor.bot.mouseClick(picture.every, LEFT, pos=QPoint(8, picture.every.height() // 2))
    assert picture.crop_size == ""
    editor.drawn()
    editor.bot.mouseClick(picture.reset, LEFT)
    editor.settle()
    assert editor.edits() == {}


def test_the_picture_follows_a_hand_on_the_ring(editor: Editor, tmp_path: Path) -> None:
    photo = with_photo(editor, tmp_path)
    editor.open(PHOTO)
    editor.controller.change("Swap", {PICTURE: photo.source.key})
    editor.settle()
    editor.drawn()
    zoomed(editor)
    stage = editor.stage
    assert stage.framing is not None
    before = stage.framing
    ring = stage.mapFromScene(stage.ring_at(before))
    editor.bot.mousePress(stage.viewport(), LEFT, pos=ring)
    editor.bot.mouseMove(stage.viewport(), ring + QPoint(24, 12))
    until(editor.bot, lambda: editor.page.shown is not None and editor.page.shown.request.draft)
    followed = stage.framing.middle
    assert (followed[0] < before.middle[0], followed[1] < before.middle[1]) == (True, True)
    editor.bot.mouseRelease(stage.viewport(), LEFT, pos=ring + QPoint(24, 12))
    editor.settle()
    editor.drawn()
    moved = stage.mapToScene(ring + QPoint(24, 12)) - stage.mapToScene(ring)
    assert numbers(editor.edits()[FOCUS]) == pytest.approx(before.dragged(moved.x(), moved.y()), abs=0.001)


def test_a_click_on_the_picture_moves_nothing(editor: Editor) -> None:
    editor.open(PHOTO)
    zoomed(editor)
    edits, count = editor.edits(), editor.document.stack.count()
    editor.drag(QPoint(0, 0))
    editor.drawn()
    assert (editor.edits(), editor.document.stack.count()) == (edits, count)


def test_the_zoom_is_seen_while_the_slider_is_held(editor: Editor) -> None:
    editor.open(PHOTO)
    slider, count = editor.inspector.picture.slider, editor.document.stack.count()
    slider.setSliderDown(True)
    for percent in (140, 180):
        slider.setSliderPosition(percent)
    until(editor.bot, lambda: editor.page.shown is not None and editor.page.shown.request.draft)
    assert editor.document.stack.count() == count
    until(editor.bot, lambda: editor.stage.framing is not None and abs(editor.stage.framing.zoom - 1.8) < 0.3)
    slider.setSliderDown(False)
    editor.settle()
    editor.drawn()
    assert float(editor.edits()[ZOOM]) == pytest.approx(1.8)
    assert editor.document.stack.count() == count + 1


def test_wheel_and_slider_zoom_the_picture(editor: Editor) -> None:
    editor.open(PHOTO)
    spot = QPointF(editor.spot(0.5, 0.5))
    wheel = QWheelEvent(
        spot, spot, QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = editor.stage.scale_now
    before = editor.inspector.picture.slider.value()
    QApplication.sendEvent(editor.stage.viewport(), wheel)
    editor.settle()
    editor.drawn()
    assert editor.inspector.picture.slider.value() == before + 5
    assert float(editor.edits()[ZOOM]) == pytest.approx((before + 5) / 100)
    assert editor.stage.scale_now == scale
    editor.inspector.picture.slider.setFocus()
    editor.bot.keyClick(editor.inspector.picture.slider, Qt.Key.Key_PageUp)
    editor.settle()
    editor.drawn()
    assert float(editor.edits()[ZOOM]) == pytest.approx((before + 25) / 100)
    assert editor.document.stack.undo_text() == "Zoom picture"


def test_a_locked_picture_stays(editor: Editor) -> None:
    editor.open(PHOTO)
    zoomed(editor)
    edits = editor.edits()
    editor.controller.set_lock("Lock", on=True)
    editor.settle()
    editor.drawn()
    editor.drag(QPoint(40, 20))
    editor.stage.setFocus()
    editor.bot.keyClick(editor.stage, Qt.Key.Key_Right)
    assert not editor.inspector.picture.slider.isEnabled()
    assert not editor.inspector.picture.swap.isEnabled()
    editor.inspector.picture.pick(editor.inspector.picture.swap)
    assert editor.inspector.picture.picker is None
    editor.controller.set_lock("Unlock", on=False)
    editor.settle()
    assert editor.edits() == edits
    editor.drawn()


def test_swap_by_keys_and_its_cancel(editor: Editor) -> None:
    editor.open(PHOTO)
    picture = editor.inspector.picture
    editor.bot.mouseClick(picture.swap, LEFT)
    assert picture.picker is not None
    editor.bot.keyClick(picture.picker, Qt.Key.Key_Escape)
    editor.settle()
    assert editor.edits() == {}
    editor.bot.mouseClick(picture.swap, LEFT)
    chosen = picture.picker.model.rows[0].key
    assert chosen != "family-table"
    editor.bot.keyClick(picture.picker, Qt.Key.Key_Return)
    editor.settle()
    assert editor.edits() == {PICTURE: chosen}
    assert picture.state.text() == "changed here"
    editor.drawn()
    editor.document.stack.undo()
    editor.settle()
    assert editor.edits() == {}
    editor.drawn()


def test_a_photo_without_consent_stays_out_and_it_is_said(editor: Editor, tmp_path: Path) -> None:
    photo = with_photo(editor, tmp_path, people="participant")
    editor.open(PHOTO)
    editor.controller.change("Swap", {PICTURE: photo.source.key})
    editor.settle()
    editor.drawn()
    assert editor.page.warning.isVisible()
    assert editor.page.warning.label.text() == (
        "The record of photo “garden” is not complete: another picture is used instead."
    )
    assert editor.inspector.picture.title.text() == "garden"


def test_a_photo_whose_record_is_not_complete_is_seen_where_it_will_be(editor: Editor, tmp_path: Path) -> None:
    photo = with_photo(editor, tmp_path, people="participant")
    editor.open(PHOTO)
    assert editor.stage.waiting is None
    editor.controller.change("Swap", {PICTURE: photo.source.key})
    editor.settle()
    editor.bot.waitUntil(lambda: editor.stage.waiting is not None)


@pytest.mark.parametrize(
    ("piece", "names"),
    [
        (PHOTO, ("profile", "safe")),
        (BACKGROUND, ("edges", "logo", "person", "label")),
        (SLIDE, ("order",)),
        (CARDS, ("printer", "order")),
    ],
)
def test_overlays_follow_from_the_page_size(editor: Editor, piece: str, names: tuple[str, ...]) -> None:
    editor.open(piece)
    assert overlays_of(editor.controller.page_size) == names
    for name in names:
        button = editor.page.header.buttons[name]
        before = editor.stage.grab().toImage()
        was = button.isChecked()
        editor.bot.mouseClick(button, LEFT)
        assert (name in editor.stage.overlays) is not was
        assert editor.stage.grab().toImage() != before


def test_the_own_view_is_mirrored_and_the_file_is_not(editor: Editor) -> None:
    editor.open(BACKGROUND)
    assert editor.page.own_view.head.text() == "Your own view is mirrored. The file is not."
    others = editor.stage.transform().m11()
    editor.bot.mouseClick(editor.page.header.buttons["own"], LEFT)
    assert editor.stage.transform().m11() == pytest.approx(-others)
    assert editor.edits() == {}
    editor.open(PHOTO)
    assert editor.stage.transform().m11() > 0


def test_the_reading_order_numbers_what_is_read_aloud(editor: Editor) -> None:
    editor.open(SLIDE)
    assert editor.stage.page is not None
    texts = [getattr(node, "text", "").replace("\xa0", " ") for node in reading_order(editor.stage.page.nodes)]
    assert texts.index("Warning signs at work") < texts.index("The job isn’t what was promised")


def test_a_framing_counts_in_the_picture() -> None:
    framing = Framing(Box(100, 0, 200, 100), (0.5, 0.5), (0.5, 0.25), (0.9, 0.5), 1.0)
    assert framing.dragged(40, 0) == (0.4, 0.5)
    assert framing.dragged(-1000, 1000) == (0.75, 0.125)
    assert framing.nudged(0.2, 0) == (0.3, 0.5)
    nearer = framing.zoomed_at(2.0, 300.0, 100.0)
    assert (nearer.middle, nearer.part, nearer.zoom) == ((0.625, 0.5625), (0.25, 0.125), 2.0)
    whole = Framing(Box(0, 0, 100, 100), (0.5, 0.5), (0.5, 1.0), (0.5, 0.4), 1.0)
    assert whole.dragged(10, 10) == (0.45, 0.4)
    assert whole.has_room
    assert framing.ring == (300.0, 50.0)
    assert framing.zoomed(9) == 3.0


def test_a_small_copy_stands_for_the_whole(tmp_path: Path) -> None:
    source = load_photo(write_photo(tmp_path / "wide.png", (2400, 1200)))
    small = small_copy(source)
    assert small.size == source.size
    assert small.key != source.key
    again = load_photo_bytes(small.data, tmp_path)
    assert max(again) == DRAFT_SIDE


def load_photo_bytes(data: bytes, folder: Path) -> tuple[float, float]:
    (folder / "copy.jpg").write_bytes(data)
    return load_photo(folder / "copy.jpg").size

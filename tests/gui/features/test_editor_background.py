"""Backgrounds in the editor: side and size of the logo, and the own view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.export.kit.edits import LOCKED, LOGO, NO_SIDE, SIDE
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.pictures import load_logo
from htpm_studio.scene.nodes import Picture
from htpm_studio.scene.walk import walk
from tests.gui.editor_fixtures import BACKGROUND, PHOTO, Editor, editor, until
from tests.gui.parts import controllers_of

__all__ = ["editor"]
LEFT = Qt.MouseButton.LeftButton


def with_logo(editor: Editor) -> None:
    logo = load_logo(paths.assets().parent / "docs" / "sample-logo.svg")
    project = editor.document.project
    editor.document.change("Logo", replace(project, brand=replace(project.brand, logo=logo)))
    editor.open(BACKGROUND)


def logo_width(editor: Editor) -> float:
    editor.drawn()
    assert editor.stage.page is not None
    return next(n.box.width for n in walk(editor.stage.page.nodes) if isinstance(n, Picture) and n.name == "logo")


def test_the_logo_gets_smaller_by_the_slider_and_back_by_undo_and_reset(editor: Editor) -> None:
    with_logo(editor)
    block, usual = editor.inspector.logo, logo_width(editor)
    place = block.slider.pos()
    assert block.slider.value() == 100
    assert not block.reset.isVisible()
    block.slider.setFocus()
    for _ in range(4):
        editor.bot.keyClick(block.slider, Qt.Key.Key_Left)
    editor.settle()
    assert editor.edits() == {LOGO: "0.80"}
    assert editor.document.stack.undo_text() == "Logo size"
    assert logo_width(editor) == pytest.approx(0.8 * usual)
    assert block.percent.text() == "80%, fits every app"
    assert block.reset.isVisible()
    assert block.slider.pos() == place
    editor.document.stack.undo()
    editor.settle()
    assert (editor.edits(), block.slider.value()) == ({}, 100)
    editor.document.stack.redo()
    editor.settle()
    editor.bot.mouseClick(block.reset, LEFT)
    editor.settle()
    assert editor.edits() == {}
    assert logo_width(editor) == pytest.approx(usual)


def test_the_slider_ends_where_the_logo_would_leave_its_box(editor: Editor) -> None:
    with_logo(editor)
    block = editor.inspector.logo
    block.slider.setFocus()
    editor.bot.keyClick(block.slider, Qt.Key.Key_End)
    editor.settle()
    assert block.percent.text().endswith("the largest that fits every app")
    editor.drawn()
    page = editor.stage.page
    assert page is not None
    boxes = [node.box for node in walk(page.nodes) if getattr(node, "name", "") in ("logo", "logo plate")]
    assert boxes
    areas = editor.controller.page_size.safe_areas
    (edges,), (person,), (corner, _) = areas["edges"], areas["person"], areas["logo"]
    # A flat logo may be wider than its corner: above the head of whoever sits there.
    assert all(edges.contains(box, 0.5) and not person.overlaps(box) for box in boxes)
    assert all(corner.y - 0.5 <= box.y and box.bottom <= corner.bottom + 0.5 for box in boxes)


def test_a_locked_background_keeps_its_logo_and_the_wheel_changes_none(editor: Editor) -> None:
    with_logo(editor)
    block = editor.inspector.logo
    wheel = QWheelEvent(
        QPointF(5, 5), block.slider.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(block.slider, wheel)
    editor.settle()
    assert editor.edits() == {}
    editor.bot.mouseClick(editor.inspector.lock, LEFT)
    editor.settle()
    assert editor.edits() == {LOCKED: "yes"}
    assert not block.slider.isEnabled()


def test_the_side_of_the_logo_is_the_one_that_others_see(editor: Editor) -> None:
    with_logo(editor)
    block = editor.inspector.logo
    assert [button.text() for button in block.sides.values()] == ["Left", "Right", "None"]
    assert not editor.page.header.views
    editor.bot.mouseClick(list(block.sides.values())[1], LEFT)
    editor.drawn()
    now = editor.controller.now
    assert now is not None
    assert now.tile.page.content["side"] == "right"
    assert list(block.sides.values())[1].isChecked()
    editor.open(PHOTO)
    assert not block.isVisible()


def test_the_logo_goes_away_on_both_sides_and_comes_back(editor: Editor) -> None:
    with_logo(editor)
    block, step = editor.inspector.logo, editor.document.stack
    editor.bot.mouseClick(block.sides[NO_SIDE], LEFT)
    editor.drawn()
    assert (editor.edits(), step.undo_text()) == ({SIDE: NO_SIDE}, "No logo on the background")
    assert editor.stage.page is not None
    assert not any(isinstance(n, Picture) and n.name == "logo" for n in walk(editor.stage.page.nodes))
    assert (block.sides[NO_SIDE].isChecked(), block.slider.isVisible(), block.note.isVisible()) == (True, False, True)
    assert editor.controller.now is not None
    assert [tile.specs[0].path for tile in editor.controller.now.tiles] == ["backgrounds/side-band-no-logo.jpg"]
    editor.bot.mouseClick(block.sides["right"], LEFT)
    editor.drawn()
    assert (editor.edits(), editor.controller.now.tile.page.content["side"]) == ({}, "right")
    assert block.sides["right"].isChecked()
    step.undo()
    editor.settle()
    editor.choose("Back to the kit version")
    editor.drawn()
    assert (editor.edits(), logo_width(editor) > 0) == ({}, True)
    editor.bot.mouseClick(editor.inspector.lock, LEFT)
    editor.settle()
    assert not block.sides[NO_SIDE].isEnabled()


def test_the_size_of_the_file_and_the_smallest_limit_are_below_the_apps(editor: Editor) -> None:
    with_logo(editor)
    note = editor.inspector.works_in.note
    until(editor.bot, lambda: note.text().startswith("One file for all: JPEG, 0."))
    assert "The smallest limit known is 1 MB. Checked " in note.text()


def test_the_strip_names_the_design_and_not_one_of_its_sides(editor: Editor) -> None:
    with_logo(editor)
    strip = PieceList(controllers_of(editor.controller.workspace).editor)
    editor.bot.addWidget(strip)
    names = {name: pieces().titles[name] for piece in pieces().of("background") for name in piece.templates}
    assert {"Corner network", "Frame", "Side band"} <= set(names.values())
    assert [card.title for card in strip.list.cards] == [names[name] for name in sorted(names)]

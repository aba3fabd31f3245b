"""The fonts on the card of the design: five cards, own files by dialog and by drop, one step each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.kit import build_look
from htpm_studio.gui.core.dnd import Dropped, sort_of
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand import fonts
from htpm_studio.gui.features.brand.design_card import DesignCard
from htpm_studio.gui.features.brand.fonts import FontRow
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import PAIRS, FontUse
from htpm_studio.project.own_fonts import OwnFont, read_sent
from tests.gui.parts import edit_commands
from tests.gui.pictures_fixtures import Stage
from tests.helpers.font_files import true_type


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Stage:
    stage = Stage(workspace)
    qtbot.addWidget(stage)
    stage.show()
    return stage


@pytest.fixture
def card(window: Stage) -> DesignCard:
    made = window.open_card("design")
    assert isinstance(made, DesignCard)
    return made


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts are read here: the process of their own has its test elsewhere."""

    def load(paths: tuple[Path, ...], use: FontUse, context: JobContext, names: str) -> OwnFont:
        files = tuple((path.name, path.read_bytes()) for path in paths)
        return read_sent(files, use, names, context, lambda _told: None)

    monkeypatch.setattr(fonts, "load_font", load)


@pytest.fixture
def font_file(tmp_path: Path) -> Path:
    path = tmp_path / "acme.ttf"
    path.write_bytes(true_type())
    return path


def take(qtbot: QtBot, row: FontRow, path: Path) -> None:
    with qtbot.waitSignal(row.settled, timeout=20_000):
        row.take((path,))


def test_a_pair_is_chosen_by_click_and_arrow_as_a_step(qtbot: QtBot, card: DesignCard, document: KitDocument) -> None:
    cards = card.pairs.cards
    assert [pair for pair, card in cards.items() if card.isChecked()] == ["warm"]
    qtbot.mouseClick(cards["sturdy"], Qt.MouseButton.LeftButton)
    assert (document.project.brand.pair, document.stack.undo_text()) == ("sturdy", "Change fonts")
    qtbot.keyClick(cards["sturdy"], Qt.Key.Key_Right)
    assert document.project.brand.pair == "friendly"
    document.stack.undo()
    document.stack.undo()
    assert cards["warm"].isChecked()
    assert all(card.accessibleName() and card.accessibleDescription() for card in cards.values())


def test_each_card_is_a_sample_of_its_fonts(card: DesignCard) -> None:
    images = [card.pairs.cards[pair].grab().toImage() for pair in PAIRS]
    samples = [image.copy(8, 8, image.width() - 16, 48) for image in images]
    assert all(one != two for number, one in enumerate(samples) for two in samples[:number])


def test_an_own_font_is_one_step_and_can_be_removed(
    qtbot: QtBot, card: DesignCard, document: KitDocument, font_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = card.fonts["heading"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(font_file)], ""))
    with qtbot.waitSignal(row.settled, timeout=20_000):
        qtbot.mouseClick(row.choose_button, Qt.MouseButton.LeftButton)
    assert row.family.text() == "Acme Display"
    assert (document.stack.count(), document.stack.undo_text()) == (1, "Use font")
    assert "install it" in row.sentence.text()
    qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
    assert document.project.brand.heading_font == ()
    assert row.remove_button.isHidden()
    document.stack.undo()
    assert document.project.brand.heading_font
    assert not document.project.brand.text_font


def test_a_file_that_is_no_font_is_refused_in_its_row(
    qtbot: QtBot, card: DesignCard, document: KitDocument, tmp_path: Path
) -> None:
    path = tmp_path / "acme.otf"
    path.write_bytes(b"\0\1\0\0 no font")
    row = card.fonts["text"]
    take(qtbot, row, path)
    assert "acme.otf is damaged" in row.sentence.text()
    assert document.stack.count() == 0
    assert row.sentence.isVisible()


def test_a_pair_replaces_own_fonts_and_that_is_one_step(
    qtbot: QtBot, card: DesignCard, document: KitDocument, font_file: Path
) -> None:
    take(qtbot, card.fonts["heading"], font_file)
    qtbot.mouseClick(card.pairs.cards["bookish"], Qt.MouseButton.LeftButton)
    brand = document.project.brand
    assert (brand.pair, brand.heading_font) == ("bookish", ())
    document.stack.undo()
    assert document.project.brand.heading_font


def test_a_font_dropped_on_a_row_is_for_that_row(
    qtbot: QtBot, card: DesignCard, document: KitDocument, font_file: Path
) -> None:
    row, data = card.fonts["text"], QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(font_file))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), action, data, button, keys)
    with qtbot.waitSignal(row.settled, timeout=20_000):
        row.dropEvent(event)
    assert document.project.brand.text_font
    assert "nothing is bold" in row.sentence.text()


def test_a_font_dropped_anywhere_else_is_for_headlines(
    qtbot: QtBot, workspace: Workspace, window: Stage, card: DesignCard, document: KitDocument, font_file: Path
) -> None:
    edit_commands(window)
    assert sort_of((font_file,)) == "font"
    with qtbot.waitSignal(card.fonts["heading"].settled, timeout=20_000):
        workspace.files_dropped.emit(Dropped((font_file,), ""))
    assert document.project.brand.heading_font


def test_the_board_is_set_in_the_fonts_of_the_kit(card: DesignCard, document: KitDocument) -> None:
    brand = replace(document.project.brand, pair="campaign")
    document.change("Change fonts", replace(document.project, brand=brand))
    assert build_look(document.project, document.resources).fonts.face("Head").name == "Archivo-Cond800"

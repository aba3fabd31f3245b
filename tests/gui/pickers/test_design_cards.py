"""Families of designs in the window: chosen by pieces of the kit, as one step, with the styles that each has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.export.kit.kit import load_resources
from htpm_studio.gui.controllers.brand import palette_in_force
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.design_cards import FamilyCards
from htpm_studio.pieces.families import BASE
from tests.helpers.own_family import write_family


@pytest.fixture
def cards(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> FamilyCards:
    """The cards of the brand page, with a family of the user's."""
    declared = write_family(tmp_path) / "family.toml"
    declared.write_text(declared.read_text(encoding="utf-8").replace(', "calm"]', "]"), encoding="utf-8")
    workspace.document.use(load_resources(replace(paths.folders(), own_templates=tmp_path)))
    made = FamilyCards(workspace, pictures=3)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_family_is_chosen_by_click_and_arrow_as_one_step(qtbot: QtBot, cards: FamilyCards) -> None:
    document = cards.document
    document.change("Calm", replace(document.project, brand=replace(document.project.brand, style="calm")))
    statement = document.kit().resources.library.template("social/statement")
    qtbot.mouseClick(cards.cards["placard"], Qt.MouseButton.LeftButton)
    brand = document.project.brand
    assert (brand.family, brand.style) == ("placard", "classic")
    assert document.stack.undo_text() == "Change family of designs"
    assert document.resources.family.id == "placard"
    assert document.kit().resources.library.template("social/statement") != statement
    qtbot.keyClick(cards.cards["placard"], Qt.Key.Key_Up)
    assert document.project.brand.family != "placard"
    document.stack.undo()
    assert document.project.brand.family == "placard"
    document.stack.undo()
    assert (document.project.brand.family, document.project.brand.style) == (BASE, "calm")
    assert cards.cards[BASE].isChecked()


def test_the_cards_are_no_window_before_they_are_put_into_a_panel(qtbot: QtBot, cards: FamilyCards) -> None:
    made = FamilyCards(cards.workspace)
    qtbot.addWidget(made)
    assert len(made.cards) > 1
    assert not made.isVisible()


def test_cards_show_pieces_in_the_colors_of_the_kit(qtbot: QtBot, cards: FamilyCards) -> None:
    document = cards.document
    for color in ("#7B0323", "#12284C"):
        brand = replace(document.project.brand, colors=(color,))
        document.change("Color", replace(document.project, brand=brand))
        panel = palette_in_force(document)["panel"]

        def seen(panel: str = panel) -> bool:
            images = cards.cards["placard"].images
            return bool(images) and images[0].pixelColor(3, images[0].height() // 2).name().upper() == panel

        qtbot.waitUntil(seen)
    assert [len(card.images) for card in cards.cards.values()] == [3] * len(cards.cards)
    assert all(card.accessibleName() and card.accessibleDescription() for card in cards.cards.values())


def test_a_family_is_suggested_and_never_chosen_for_the_user(cards: FamilyCards) -> None:
    document = cards.document
    brand = replace(document.project.brand, colors=("#000000",))
    document.change("Color", replace(document.project, brand=brand))
    assert "Placard" in cards.hint.text() or "Broadside" in cards.hint.text()
    assert not cards.hint.isHidden()
    assert document.project.brand.family == BASE


def test_a_family_that_is_gone_is_drawn_in_the_first_one_and_kept(cards: FamilyCards) -> None:
    document = cards.document
    brand = replace(document.project.brand, family="gone-with-the-disk")
    document.change("Family", replace(document.project, brand=brand))
    assert cards.cards[BASE].isChecked()
    assert document.kit().resources.family.id == BASE
    assert document.project.brand.family == "gone-with-the-disk"
    assert "gone-with-the-disk is not on this computer; the kit is drawn in Common Thread" in cards.hint.text()

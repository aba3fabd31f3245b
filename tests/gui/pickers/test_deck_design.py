"""The user's own PowerPoint design in the window: chosen beside the families, and seen before anything is exported."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio.export.decks.deck_template_file import open_deck_template
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.selection import Selection
from htpm_studio.gui.core.render_service import WantedPicture
from htpm_studio.gui.core.tiles import sections
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.design_card import DesignCard
from htpm_studio.gui.features.presenter.show import Show
from htpm_studio.gui.features.presenter.talk import selected_talk
from htpm_studio.gui.pickers.deck_design import DesignLine, YourDesign
from htpm_studio.scene.walk import texts
from htpm_studio.units import EMU_PER_POINT
from tests.gui.parts import controllers_of
from tests.helpers.wild_decks import changed, company, lone

WIDE = 480
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
GROUND = b'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def on_accent(data: bytes) -> bytes:
    """A master with its first accent as the ground."""
    start, end = data.index(b"<p:bg>"), data.index(b"</p:bg>") + len(b"</p:bg>")
    return data[:start] + GROUND + data[end:]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.pptx"
    path.write_bytes(changed(company(), MASTER, on_accent))
    return path


@pytest.fixture
def card(qtbot: QtBot, workspace: Workspace) -> DesignCard:
    """The card of the design below the brand strip."""
    has = controllers_of(workspace)
    made = DesignCard(workspace, has.pictures, has.deck_design)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def a_slide(workspace: Workspace) -> PageSpec:
    """A slide with a title and points."""
    decks = next(one for one in sections(workspace.document.kit()) if one.medium == "deck")
    return next(tile.page for tile in decks.tiles if tile.page.template == "deck/bullets")


def drawn(qtbot: QtBot, workspace: Workspace) -> QImage:
    """The picture that the board shows of that slide."""
    with qtbot.waitSignal(workspace.renderer.ready, timeout=20_000):
        workspace.renderer.want([WantedPicture("slide", a_slide(workspace), workspace.document.kit(), WIDE)])
    found = workspace.renderer.picture("slide")
    assert found is not None
    return found


def test_a_presentation_is_chosen_and_every_deck_shows_it(
    qtbot: QtBot, workspace: Workspace, card: DesignCard, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    yours, line = card.yours, DesignLine(workspace)
    qtbot.addWidget(line)
    before = drawn(qtbot, workspace).pixelColor(4, 200).name()
    choose(monkeypatch, theirs)
    qtbot.keyClick(yours.tile, Qt.Key.Key_Space)
    assert (yours.tile.isChecked(), yours.name.text()) == (True, "theirs.pptx")
    assert line.text() == "Decks take the design of theirs.pptx."
    qtbot.waitUntil(lambda: "layouts are used" in yours.used.text(), timeout=30_000)
    design = open_deck_template(theirs)
    assert yours.used.text().endswith(f"of {len(design.layouts)} layouts are used.")
    assert drawn(qtbot, workspace).pixelColor(4, 200).name() == "#7a1f4b" != before
    page = workspace.renderer.compose(a_slide(workspace), workspace.document.kit()).page
    title = next(block for block in texts(page) if block.text == page.title)
    layout = next(layout for layout in design.layouts if layout.member == page.layout)
    place = layout.first("title")
    assert place is not None
    left, right = (at / EMU_PER_POINT for at in (place.frame.x, place.frame.x + place.frame.width))
    assert left <= title.lines[0].x <= title.lines[0].x + title.lines[0].width <= right
    assert title.style.size == place.size
    # An export has it as well; posts do not change.
    assert controllers_of(workspace).exporter.request_for(Selection()).reference_deck == theirs
    yours.back.click()
    assert (workspace.settings.reference_deck, yours.tile.isChecked()) == ("", False)
    assert drawn(qtbot, workspace).pixelColor(4, 200).name() == before
    yours.tile.click()
    assert workspace.settings.reference_deck == str(theirs)


def test_a_file_that_cannot_be_used_is_named_and_changes_nothing(
    workspace: Workspace, card: DesignCard, theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.pptx").write_bytes(b"PK")
    choose(monkeypatch, tmp_path / "broken.pptx")
    card.yours.tile.click()
    assert "broken.pptx is damaged" in card.yours.problem.text()
    assert (workspace.settings.reference_deck, card.yours.tile.isChecked()) == ("", False)
    choose(monkeypatch, theirs)
    card.yours.tile.click()
    assert card.yours.problem.isHidden()
    assert card.yours.tile.isChecked()


def test_a_file_that_is_gone_at_the_start_is_named_and_decks_are_the_kits_own(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    own = drawn(qtbot, workspace)
    told: list[str] = []
    workspace.info_wanted.connect(lambda text, *_: told.append(text))
    workspace.set_settings(replace(workspace.settings, reference_deck=str(tmp_path / "gone.pptx")))
    has = controllers_of(workspace)
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    assert "gone.pptx" in told[0]
    assert drawn(qtbot, workspace) == own
    assert has.exporter.request_for(Selection()).reference_deck is None
    shown = YourDesign(workspace, has.deck_design)
    qtbot.addWidget(shown)
    assert "gone.pptx" in shown.problem.text()
    assert (shown.name.text(), shown.tile.isChecked()) == ("gone.pptx", False)


def test_a_file_that_was_changed_is_drawn_anew_when_its_user_comes_back(
    qtbot: QtBot, workspace: Workspace, theirs: Path
) -> None:
    design = controllers_of(workspace).deck_design
    assert design.take(str(theirs)) == ""
    accent = drawn(qtbot, workspace).pixelColor(4, 200).name()
    theirs.write_bytes(company())
    os.utime(theirs, (1, 1))
    design.came_back(Qt.ApplicationState.ApplicationActive)
    assert drawn(qtbot, workspace).pixelColor(4, 200).name() != accent


def test_a_show_has_every_slide_that_an_export_has(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    before = selected_talk(workspace)
    low = changed(lone(), LAYOUT, lambda data: data.replace(b'cy="7200000"', b'cy="1800000"'))
    (tmp_path / "narrow.pptx").write_bytes(low)
    assert controllers_of(workspace).deck_design.take(str(tmp_path / "narrow.pptx")) == ""
    talk = selected_talk(workspace)
    assert before is not None
    assert talk is not None
    parts = [len(workspace.renderer.slides(page, talk.kit)) for page in before.slides]
    show = Show(talk, workspace, lambda: 0.0)
    show.go_to(len(talk.slides) - 1)
    show.need(show, WIDE)
    qtbot.waitUntil(lambda: len(show.slides) == sum(parts) > len(before.slides), timeout=30_000)
    assert show.index == len(show.slides) - parts[-1], "the slide that is shown stays"
    show.end()

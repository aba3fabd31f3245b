"""Addresses in the Checks panel: a line each, opened, copied and ticked off one by one or all at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import FINE
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.kit import addresses_waiting
from htpm_studio.export.preflight.model import Check, CheckReport, WebAddress
from htpm_studio.export.preflight.report import report
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks import runner as check_runner
from htpm_studio.gui.features.checks.panel import ChecksPanel
from htpm_studio.gui.features.checks.row import CheckRow
from htpm_studio.gui.widgets import files
from tests.gui.parts import controllers_of

LINKS = tuple(
    WebAddress(
        f"place{n}.gov/a/long/way/to/go/and/further/on" if n else "short.gov/page", f"https://www.place{n}.gov", f"m{n}"
    )
    for n in range(5)
)


def checks_of(kit: Kit, *_: object) -> CheckReport:
    """What is left of the five addresses."""
    marks = {edit.field for edit in kit.project.edits.items}
    found: list[Check] = []
    for opened, code in ((False, "links-waiting"), (True, "links-opened")):
        links = tuple(link for link in LINKS if (FINE + link.mark in marks) is opened)
        found += [addresses_waiting(links, code)] if links else []
    return report(kit, (), found)


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChecksPanel]:
    monkeypatch.setattr(check_runner, "preflight", checks_of)
    monkeypatch.setattr(check_runner, "WAIT_MS", 1)
    made = ChecksPanel(workspace, controllers_of(workspace).checks, controllers_of(workspace).pictures)
    made.resize(392, 640)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    settle(qtbot, made)
    yield made
    made.hide()


def settle(qtbot: QtBot, panel: ChecksPanel) -> None:
    qtbot.waitUntil(lambda: not panel.runner.busy)
    qtbot.wait(1)


def only_row(panel: ChecksPanel) -> CheckRow:
    return next(iter(panel.rows.values()))


def shown(row: CheckRow) -> list[str]:
    return [line.link.mark for line in row.addresses.lines if line.isVisible()]


def test_three_addresses_are_shown_and_the_rest_on_demand(panel: ChecksPanel) -> None:
    row = only_row(panel)
    assert row.sentence.text().startswith("Nobody has opened these 5 addresses yet.")
    assert "short.gov" not in row.sentence.text()
    assert shown(row) == ["m0", "m1", "m2"]
    assert row.addresses.more.text() == "2 more"
    row.addresses.more.click()
    assert shown(row) == ["m0", "m1", "m2", "m3", "m4"]
    assert row.addresses.lines[0].open.shown == "short.gov/page"
    line = row.addresses.lines[1]
    assert "…" in line.open.shown
    assert line.open.accessibleName() == f"Open {LINKS[1].address}"
    assert row.addresses.width() <= row.width()


def test_an_address_is_opened_or_copied_in_full(panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(files, "has_program", lambda _path: True)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    line = only_row(panel).addresses.lines[1]
    line.open.click()
    assert opened == ["https://www.place1.gov"]
    line.copy.click()
    assert QGuiApplication.clipboard().text() == "https://www.place1.gov"


def test_without_a_browser_the_address_is_copied(panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "has_program", lambda _path: False)
    said: list[str] = []
    panel.workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    only_row(panel).addresses.lines[2].open.click()
    assert QGuiApplication.clipboard().text() == "https://www.place2.gov"
    assert said == ["No browser opens here. The address was copied."]


def test_one_address_is_ticked_off_and_comes_back_with_undo(qtbot: QtBot, panel: ChecksPanel) -> None:
    row, stack = only_row(panel), panel.workspace.document.stack
    row.addresses.lines[1].tick.setFocus()
    with qtbot.waitSignal(panel.workspace.toast_wanted) as told:
        row.addresses.lines[1].tick.click()
    assert told.args == [f"Checked: {LINKS[1].address}", True]
    settle(qtbot, panel)
    assert only_row(panel) is row
    assert [line.link.mark for line in row.addresses.lines] == ["m0", "m2", "m3", "m4"]
    assert row.addresses.lines[1].tick.hasFocus()  # the next one
    stack.undo()
    settle(qtbot, panel)
    assert len(row.addresses.lines) == len(LINKS)


def test_the_last_address_speaks_of_one_and_all_can_be_ticked_off_at_once(qtbot: QtBot, panel: ChecksPanel) -> None:
    row = only_row(panel)
    assert row.buttons[0].text() == "Mark all as checked"
    for _ in LINKS[1:]:
        row.addresses.lines[0].tick.click()
        settle(qtbot, panel)
    assert row.buttons[0].text() == "Mark as checked"
    assert row.sentence.text() == f"Nobody has opened {LINKS[-1].address} yet."
    row.buttons[0].click()
    settle(qtbot, panel)
    assert not panel.rows
    panel.back.click()
    settle(qtbot, panel)
    assert len(only_row(panel).addresses.lines) == len(LINKS)
    only_row(panel).buttons[0].click()
    settle(qtbot, panel)
    assert not panel.rows
    assert panel.workspace.document.stack.undo_text() == f"Fine as it is: {msg('Web addresses')}"

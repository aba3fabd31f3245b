"""Campaigns and finished kits as folders, from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.export.sources.toolkit_import import write_pack
from htpm_studio.gui.controllers.campaign_switch import CampaignMenu
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.processes.jobs import JobContext


@pytest.fixture
def menu(window: MainWindow) -> CampaignMenu:
    return CampaignMenu(window)


def choose(menu: CampaignMenu, command: str, folder: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder), ""))
    menu.workspace.actions[command].trigger()


def test_a_campaign_is_saved_changed_and_used(
    qtbot: QtBot, menu: CampaignMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toasts: list[str] = []
    menu.workspace.toast_wanted.connect(lambda text, _undo: toasts.append(text))
    document, folder = menu.workspace.document, tmp_path / "ours"
    for command in ("save_campaign", "use_campaign", "check_folder"):
        choose(menu, command, "", monkeypatch)
    choose(menu, "save_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: len(toasts) == 1, timeout=20_000)
    week = folder / "en" / "week-2.toml"
    title = document.kit(2).week.title
    week.write_text(week.read_text(encoding="utf-8").replace(title, "Orchard work"), encoding="utf-8")
    choose(menu, "use_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: document.kit(2).week.title == "Orchard work", timeout=20_000)
    document.stack.undo()
    assert document.kit(2).week.title == title
    week.write_text("title = 1\n", encoding="utf-8")
    choose(menu, "use_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: menu.dialog is not None, timeout=20_000)
    assert menu.dialog is not None
    assert "week-2.toml" in menu.dialog.failure.why
    menu.dialog.close()
    assert document.kit(2).week.title == title


def test_own_work_is_asked_about_before_a_campaign_is_used(
    qtbot: QtBot, menu: CampaignMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = menu.workspace.document
    texts = dict(pack_texts(paths.assets() / "campaigns" / "htpm"))
    name = "en/week-2-posts.toml"
    first = document.campaign.week(2).posts[0]
    assert first.networks is not None
    texts[name] = texts[name].replace(first.networks.sms, "Other words of the campaign.")
    write_pack(tuple(sorted(texts.items())), tmp_path / "pack", JobContext(lambda _step: None))
    piece = f"w2/social/{first.id}"
    document.edit("Change headline", piece, "head", "Mine")
    choose(menu, "use_campaign", tmp_path / "pack", monkeypatch)
    qtbot.waitUntil(lambda: menu.question is not None, timeout=20_000)
    assert menu.question is not None
    assert document.project.pack == ()
    menu.question.use.click()
    networks = document.campaign.week(2).posts[0].networks
    assert networks is not None
    assert networks.sms == "Other words of the campaign."
    assert document.project.edits.text(piece, "head") == "Mine"
    document.stack.undo()
    assert document.project.pack == ()


def test_a_folder_that_is_no_kit_cannot_be_checked(
    qtbot: QtBot, menu: CampaignMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(menu, "check_folder", tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: menu.dialog is not None, timeout=20_000)
    assert menu.dialog is not None
    assert "cannot be checked" in menu.dialog.failure.title
    menu.dialog.close()

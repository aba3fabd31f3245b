"""A session with its own folders and its own clock, for tests of the kit file, recovery and history."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QAction

from htpm_studio.campaign.model import Campaign
from htpm_studio.export.kit.kit import Resources
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.kit_file.recovery import Recovery
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.style import LIGHT, WindowTheme
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.pictures import read_picture

TODAY = dt.date(2026, 11, 25)


class Clock:
    """A clock that keeps still until it is moved."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 11, 25, 10, 30, 0)

    def __call__(self) -> dt.datetime:
        return self.time

    def move(self, minutes: float) -> None:
        self.time += dt.timedelta(minutes=minutes)


@dataclass
class Desk:
    """One window's worth of kit without a window, and everything that it told."""

    workspace: Workspace
    session: KitSession
    infos: list[tuple[str, str, Callable[[], None] | None]]
    states: list[tuple[str, bool]]
    toasts: list[str]
    failures: list
    places: list[bool]

    @property
    def document(self) -> KitDocument:
        return self.workspace.document

    def name(self, text: str, merge: str = "") -> None:
        project = self.document.project
        self.document.change("Change name", replace(project, brand=replace(project.brand, organization=text)), merge)

    def photo(self, color: str) -> Photo:
        photo = Photo(read_picture(color, png(color)), f"{color}.png")
        self.document.change("Add picture", self.document.project.with_photo(photo))
        return photo

    def head(self) -> str | None:
        return self.document.project.edits.text("w2/social/one", "head")

    def edit(self, text: str) -> None:
        self.document.edit("Change headline", "w2/social/one", "head", text)
        self.document.end_merge()

    def steps(self) -> list[str]:
        return [text for text, _ in self.document.history().steps]


class Desks:
    """Makes desks that share a folder for the program's data and one for documents."""

    def __init__(self, folder: Path, campaign: Campaign, resources: Resources) -> None:
        self.data, self.documents = folder / "data", folder / "documents"
        self._campaign, self._resources = campaign, resources
        self.clock = Clock()
        self.open: list[Desk] = []

    def __call__(self, path: Path | None = None, settings: Settings | None = None) -> Desk:
        document = KitDocument(new(), self._campaign, self._resources, TODAY)
        workspace = Workspace(document, settings or Settings(), WindowTheme(LIGHT, dark=False), TODAY)
        workspace.actions["history"] = QAction(workspace)
        recovery = Recovery(self.data, self.clock)
        session = KitSession(workspace, recovery, self.documents, new, self.clock)
        desk = Desk(workspace, session, [], [], [], [], [])
        workspace.info_wanted.connect(lambda text, button, act: desk.infos.append((text, button, act)))
        workspace.saved_changed.connect(lambda text, well: desk.states.append((text, well)))
        workspace.toast_wanted.connect(lambda text, _undo: desk.toasts.append(text))
        session.notifications.failed.connect(desk.failures.append)
        session.notifications.place_wanted.connect(lambda: desk.places.append(True))
        self.open.append(desk)
        session.start(path)
        return desk

    def crash(self, desk: Desk) -> None:
        """End a session as a killed process would: nothing more is written, the system takes its mark away."""
        session = desk.session
        session.keep_now()
        assert session.running is not None
        session.running.autosave.close()
        session.running = None
        session.tasks.shutdown()
        session.opener.close()
        for timer in (session.step, session.quiet, session.renew):
            timer.stop()

    def close(self) -> None:
        for desk in self.open:
            desk.workspace.shutdown()


def new() -> Project:
    return Project(Brand(""), 2, 2027)


def png(color: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(file, "PNG")
    return file.getvalue()

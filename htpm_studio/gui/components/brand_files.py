"""Saving the brand as a file and using one: the dialogs and the background work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from htpm_studio.errors import StudioError
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import explain
from htpm_studio.gui.widgets.files import ask_file, ask_target
from htpm_studio.project.brand_file import SUFFIX, open_brand, save_brand
from htpm_studio.project.model import Brand


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brand", text)


def choose_brand(workspace: Workspace, reader: TaskRunner, parent: QWidget) -> None:
    """Ask for a brand file (or another kit) and use its brand."""
    kinds = _tr("Brand files (*.htpmbrand *.htpm);;All files (*)")
    path = ask_file(workspace, parent, "brand", _tr("Use a brand file"), kinds)
    if path is not None:
        use_brand(workspace, reader, path)


def use_brand(workspace: Workspace, reader: TaskRunner, path: Path) -> None:
    """Read a brand file in the background and make it the brand of this kit, as one step."""

    def done(brand: Brand) -> None:
        document = workspace.document
        old = document.project.brand
        merged = replace(brand, organization=brand.organization or old.organization)
        document.change(_tr("Use brand file"), replace(document.project, brand=merged))
        workspace.toast(_tr("Brand applied from {name}.").format(name=path.name), undo=True)

    task = reader.start(lambda _context: open_brand(path))
    task.succeeded.connect(done)
    task.failed.connect(lambda error: _tell(workspace, error))


def ask_and_save(workspace: Workspace, reader: TaskRunner, parent: QWidget) -> None:
    """Ask where, and write the brand to a file in the background."""
    brand = workspace.document.project.brand
    kinds = _tr("Brand files (*.htpmbrand)")
    proposal = f"{brand.organization or _tr('Brand')}{SUFFIX}".replace("/", "-")
    path = ask_target(workspace, parent, "brand", _tr("Save as brand file"), proposal, kinds)
    if path is None:
        return
    path = path if path.suffix else path.with_name(path.name + SUFFIX)
    task = reader.start(lambda _context: save_brand(brand, path))
    saved = _tr("Brand saved as {name}.").format(name=path.name)
    task.succeeded.connect(lambda _nothing: workspace.toast(saved))
    task.failed.connect(lambda error: _tell(workspace, error))


def _tell(workspace: Workspace, error: BaseException) -> None:
    known = isinstance(error, StudioError)
    words = _tr("Something unexpected happened. Your kit has not changed.")
    workspace.info(explain(error).splitlines()[0] if known else words)

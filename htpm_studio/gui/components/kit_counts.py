"""How much there is on the page in the middle of the window, in words for the status bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from htpm_studio.errors import InputError
from htpm_studio.export.catalogue import plan
from htpm_studio.export.selection import WITH_KIT
from htpm_studio.gui.components.picture_model import entries
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.components.posting_controller import PostingController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.formats import size_words


def counted(workspace: Workspace, pictures: PicturesController, posting: PostingController, page: str) -> str:
    """Pictures on their page, posts on the calendar, and everywhere else the pieces and files of the kit."""
    if page == "pictures":
        return _pictures(pictures)
    if page == "calendar":
        return _posts(posting)
    return _pieces(workspace)


def _pictures(pictures: PicturesController) -> str:
    sources = [entry.source for entry in entries(pictures) if entry.source is not None]
    words = QCoreApplication.translate("StatusBar", "{count} pictures, {size}")
    return words.format(count=len(sources), size=size_words(sum(len(source.data) for source in sources)))


def _posts(posting: PostingController) -> str:
    waiting = len(posting.waiting())
    planned = len(posting.posts()) - waiting
    words = QCoreApplication.translate("StatusBar", "{planned} posts planned")
    if waiting:
        words = QCoreApplication.translate("StatusBar", "{planned} posts planned, {waiting} waiting")
    return words.format(planned=planned, waiting=waiting)


def _pieces(workspace: Workspace) -> str:
    try:
        orders = plan(workspace.document.kit())
    except InputError:
        orders = ()
    files = len({order.path for order in orders})
    words = QCoreApplication.translate("StatusBar", "{pieces} pieces, {files} files")
    text = words.format(pieces=len({order.piece for order in orders}), files=files + WITH_KIT if files else 0)
    if (selected := len(workspace.selection)) > 1:
        words = QCoreApplication.translate("StatusBar", "{counts}, {selected} selected")
        text = words.format(counts=text, selected=selected)
    return text

"""Editing commands that concern several features: paste, another picture, brand files and fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from htpm_studio.gui.components.brand_files import ask_and_save, choose_brand, use_brand
from htpm_studio.gui.components.picture_picker import swap_picture
from htpm_studio.gui.components.pictures_controller import clipboard, desk_of, image_in, paths_of
from htpm_studio.gui.components.post_text import paste_words
from htpm_studio.gui.components.posting_controller import calendar_desk
from htpm_studio.gui.core.dnd_files import Dropped, sort_of
from htpm_studio.gui.core.dnd_text import has_words
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.brand.page import BrandPage


class EditCommands(QObject):
    """One for each workspace: `edit_commands`. Hands its commands to the window when there is one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        workspace.files_dropped.connect(self._dropped)
        handle = getattr(workspace.window, "handle", None)
        if callable(handle):
            for name, slot in self.by_name().items():
                handle(name, slot)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What each command does."""
        return {
            "use_brand": lambda: choose_brand(self.workspace, self._anchor()),
            "save_brand": lambda: ask_and_save(self.workspace, self._anchor()),
            "swap": self._swap,
            "paste": self.paste,
        }

    def paste(self) -> None:
        """Use the copied picture in the selected pieces, or the copied words in the selected post.

        What is selected on the board is meant only where it can be seen.
        """
        data, page = clipboard(), getattr(getattr(self.workspace.window, "centre", None), "name", "board")
        pieces = self.workspace.selection if page in ("board", "editor") else ()
        paths, image = paths_of(data), image_in(data)
        if has_words(data):
            post = calendar_desk(self.workspace).piece if page == "calendar" else pieces[0] if len(pieces) == 1 else ""
            paste_words(self.workspace, data, post)
        elif paths:
            desk_of(self.workspace).add(paths, pieces)
        elif image is not None:
            desk_of(self.workspace).add_image(image, pieces)
        else:
            self.workspace.toast(self.tr("There is no picture to paste. Copy one first."))

    def _swap(self) -> None:
        """Choose another picture, beside the piece on the board where it can be seen."""
        board = getattr(self.workspace.window, "board", None)
        if isinstance(board, Board) and board.isVisible() and not board.spot().isEmpty():
            swap_picture(self.workspace, board.view.viewport(), board.spot())
        else:
            swap_picture(self.workspace, self._anchor())

    def _anchor(self) -> QWidget:
        window = self.workspace.window
        if window is None:
            raise RuntimeError("no window")
        centre = getattr(window, "centre", window)
        return centre if isinstance(centre, QWidget) else window

    def _dropped(self, dropped: object) -> None:
        if not isinstance(dropped, Dropped) or not dropped.paths:
            return
        sort = sort_of(dropped.paths)
        if sort == "brand":
            use_brand(self.workspace, dropped.paths[0])
        elif sort == "font":
            self._use_font(dropped.paths)

    def _use_font(self, paths: Sequence[Path]) -> None:
        """Use a font for headlines, on the page where everything about it is said."""
        self.workspace.left_wanted.emit("brand")
        window = self.workspace.window
        page = window.findChild(BrandPage) if window is not None else None
        if isinstance(page, BrandPage):
            page.show_fonts()
            page.fonts["heading"].take(paths)


def edit_commands(workspace: Workspace) -> EditCommands:
    """The commands of a workspace, made when they are first asked for."""
    found = workspace.findChild(EditCommands)
    return found if isinstance(found, EditCommands) else EditCommands(workspace)

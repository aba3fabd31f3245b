"""The commands that several features take part in: paste, swap a picture, use a brand file or a font."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from htpm_studio.gui.controllers.brand import choose_brand, save_brand_as, use_brand
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.controllers.piece_commands import paste_pieces
from htpm_studio.gui.controllers.posting import PostingController, paste_words
from htpm_studio.gui.core.dnd import (
    Dropped,
    clipboard_data,
    copied_pieces,
    has_words,
    image_in,
    paths_in,
    sort_of,
)
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.pickers.picture_picker import swap_picture


class EditCommands(QObject):
    """Does these commands for a window, and takes brand files and fonts that are dropped on it."""

    def __init__(
        self, window: Shell, pictures: PicturesController, posting: PostingController, editor: EditorController
    ) -> None:
        super().__init__(window)
        self.workspace, self._window = window.workspace, window
        self._pictures, self._posting, self._editor = pictures, posting, editor
        reader = pictures.logo_reader
        window.handle("use_brand", lambda: choose_brand(self.workspace, reader, window.center_area))
        window.handle("save_brand", lambda: save_brand_as(self.workspace, reader, window.center_area))
        window.handle("swap", self._swap)
        window.handle("paste", self.paste)
        self.workspace.files_dropped.connect(self._dropped)

    def paste(self) -> None:
        """Use the copied picture in the selected pieces, the copied words in the selected post, or copied slides.

        What is selected on the board is meant only where it can be seen.
        """
        data, page = clipboard_data(), self._window.center_name
        pieces = self.workspace.selection if page in ("board", "editor") else ()
        paths, image = paths_in(data), image_in(data)
        if copied := copied_pieces(data):
            paste_pieces(self._editor, copied)
        elif has_words(data):
            post = self._posting.piece if page == "calendar" else pieces[0] if len(pieces) == 1 else ""
            paste_words(self.workspace, data, post)
        elif paths:
            self._pictures.add(paths, pieces)
        elif image is not None:
            self._pictures.add_image(image, pieces)
        else:
            self.workspace.toast(self.tr("There is no picture to paste. Copy one first."))

    def _swap(self) -> None:
        """Choose another picture, beside the piece on the board where it can be seen."""
        board = self._window.board
        if isinstance(board, Board) and board.isVisible() and not board.spot().isEmpty():
            swap_picture(self._pictures, board.view.viewport(), board.spot())
        else:
            swap_picture(self._pictures, self._window.center_area)

    def _dropped(self, dropped: object) -> None:
        if not isinstance(dropped, Dropped) or not dropped.paths:
            return
        sort = sort_of(dropped.paths)
        if sort == "brand":
            use_brand(self.workspace, self._pictures.logo_reader, dropped.paths[0])
        elif sort == "font":
            self._use_font(dropped.paths)

    def _use_font(self, paths: Sequence[Path]) -> None:
        """Use a font for headlines, on the card where everything about it is said."""
        from htpm_studio.gui.features.brand.design_card import DesignCard

        card = self._window.open_card("design")
        if isinstance(card, DesignCard):
            card.show_fonts()
            card.fonts["heading"].take(paths)

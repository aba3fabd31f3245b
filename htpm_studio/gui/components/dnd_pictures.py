"""Places that take pictures from a file window or a browser."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage

from htpm_studio.gui.components.pictures_controller import image_in, paths_of
from htpm_studio.gui.core.dnd_files import sort_of


class PictureDrops:
    """What such a place adds, before its Qt class among the bases.

    Files that the window has another use for, such as kits and lists, are left to the window.
    """

    DROP_ICON = "images"

    @abstractmethod
    def drop_says(self) -> str:
        """What a drop does, while something is dragged anywhere over the window; "" where that is said already."""

    @abstractmethod
    def hover(self, *, over: bool) -> None:
        """Say what a drop would do, or look as usual again."""

    @abstractmethod
    def take_files(self, paths: Sequence[Path]) -> None:
        """Use the files that were dropped, at least one."""

    @abstractmethod
    def take_image(self, image: QImage) -> None:
        """Use a picture that was dropped without a file."""

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether files are for this place; what nobody knows is, so that the user learns why it cannot be used."""
        return sort_of(paths) in ("picture", "folder", "other")

    def _wants(self, event: QDropEvent) -> bool:
        data, own = event.mimeData(), event.source() is not None  # a piece of the kit is no picture for the kit
        paths = paths_of(data)
        return not own and (self.takes(paths) if paths else data.hasImage())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Say what a drop would do."""
        if self._wants(event):
            event.acceptProposedAction()
            self.hover(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        """Back to the usual look."""
        self.hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take files, folders or the picture itself."""
        self.hover(over=False)
        if not self._wants(event):
            event.ignore()
            return
        event.acceptProposedAction()
        paths, image = paths_of(event.mimeData()), image_in(event.mimeData())
        if paths:
            self.take_files(paths)
        elif image is not None:
            self.take_image(image)

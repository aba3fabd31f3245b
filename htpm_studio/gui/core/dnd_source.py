"""Pieces that leave the window as files: on the clipboard, or dragged to another program."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QEventLoop, QMimeData, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage

from htpm_studio.errors import StudioError
from htpm_studio.export.disk.names import safe_name
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.dnd import PIECES_MIME
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.core.text_preview import word_files
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.processes.jobs import JobContext
from htpm_studio.render.raster.files import encode_png
from htpm_studio.render.raster.page import render_page

PATIENCE_MS = 1000
SHARP = 1920


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """Files that were made of these pieces, and the picture when it is one alone."""

    paths: tuple[Path, ...]
    pieces: tuple[str, ...]
    image: QImage | None = None


class DndSource(QObject):
    """Makes files of tiles in a folder of its own, which goes away with the window."""

    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._ready: dict[str, tuple[Tile, Kit, Path]] = {}
        self.busy = False
        workspace.closing.connect(self.close)

    def folder(self) -> Path:
        """Where files wait to be fetched."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="htpm-")
        return Path(self._folder.name)

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def copy(self, tiles: Sequence[Tile], kit: Kit | None = None) -> None:
        """Put pieces of a kit (the open week's) on the clipboard: file links, names, the picture of a single one."""
        self._start(tiles, kit or self._workspace.document.kit(), alone=len(tiles) == 1, then=self._copied)

    def _copied(self, sent: MadeFiles) -> None:
        data = mime_of(sent)
        QGuiApplication.clipboard().setMimeData(data)
        if len(sent.paths) == 1:
            self._workspace.toast(self.tr("Copied {name}").format(name=sent.paths[0].name))
        else:
            self._workspace.toast(self.tr("Copied {count} files").format(count=len(sent.paths)))

    def drag_data(self, tiles: Sequence[Tile]) -> QMimeData | None:
        """Files for a drag that begins now; None when they take longer than a second (they are ready the next time)."""
        if self.busy:
            return None
        if self._all_ready(tiles) is None:
            loop = QEventLoop(self)
            self.finished.connect(loop.quit)
            QTimer.singleShot(PATIENCE_MS, loop.quit)
            self._start(tiles, self._workspace.document.kit(), alone=False, then=lambda _sent: None)
            loop.exec()
            loop.deleteLater()
        paths = self._all_ready(tiles)
        if paths is None:
            if self.busy:
                self._workspace.toast(self.tr("Preparing the file. Drag it again in a moment."))
            return None
        return mime_of(MadeFiles(paths, _pieces_of(tiles)))

    def _all_ready(self, tiles: Sequence[Tile]) -> tuple[Path, ...] | None:
        look = self._workspace.document.kit().look
        paths = []
        for tile in tiles:
            known = self._ready.get(tile.key)
            if known is None or tile.words or known[0].page != tile.page or known[1].look != look:
                return None
            paths.append(known[2])
        return tuple(paths)

    def _start(self, tiles: Sequence[Tile], kit: Kit, *, alone: bool, then: Callable[[MadeFiles], None]) -> None:
        folder, chosen = self.folder(), tuple(tiles)
        self.busy = True
        task = self._workspace.tasks.start(lambda context: _files(chosen, kit, folder, context, alone=alone))

        def done(sent: MadeFiles) -> None:
            for tile, path in zip(chosen, sent.paths, strict=True):
                self._ready[tile.key] = (tile, kit, path)
            then(sent)

        task.succeeded.connect(done)
        task.failed.connect(self._failed)
        task.finished.connect(self._over)

    def _over(self) -> None:
        self.busy = False
        self.finished.emit()

    def _failed(self, error: Exception) -> None:
        reason = explain(error) if isinstance(error, StudioError) else ""
        self._workspace.toast(self.tr("The file could not be made. {reason}").format(reason=reason).strip())


def mime_of(sent: MadeFiles) -> QMimeData:
    """File links, their names as text, the picture, and for this program the pieces themselves."""
    data = QMimeData()
    data.setData(PIECES_MIME, "\n".join(sent.pieces).encode())
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sent.paths])
    data.setText("\n".join(path.name for path in sent.paths))
    if sent.image is not None:
        data.setImageData(sent.image)
    return data


def _pieces_of(tiles: Sequence[Tile]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tile.piece for tile in tiles))


def own_file(tile: Tile) -> FileSpec | None:
    """The file that a tile shows; None for one of many pages, which is no file by itself."""
    if tile.page.piece:
        return None
    return next((spec for spec in tile.specs if spec.pages[:1] == (tile.page,)), tile.specs[0])


def _files(tiles: Sequence[Tile], kit: Kit, folder: Path, context: JobContext, *, alone: bool) -> MadeFiles:
    paths = tuple(_write(tile, kit, folder, context) for tile in tiles)
    image = None
    if alone and not tiles[0].words:
        page = compose(tiles[0].page, kit.page_inputs).page
        image = page_image(page, min(SHARP, round(page.size.width * (2 if page.size.width < SHARP / 2 else 1))))
    return MadeFiles(paths, _pieces_of(tiles), image)


def _write(tile: Tile, kit: Kit, folder: Path, context: JobContext) -> Path:
    context.checkpoint()
    spec = word_files(kit, tile)[0] if tile.words else own_file(tile)
    if spec is None:
        page = compose(tile.page, kit.page_inputs).page
        data = encode_png(render_page(page, SHARP / page.size.width))
        name = f"{safe_name(f'{tile.page.info.name} {tile.title}')}.png"
    else:
        from htpm_studio.export.run.render_file import render_file

        data, name = render_file(spec, kit.inputs, context).data, PurePosixPath(spec.path).name
    place = folder / safe_name(tile.key)
    place.mkdir(parents=True, exist_ok=True)
    path = place / name
    path.write_bytes(data)
    return path

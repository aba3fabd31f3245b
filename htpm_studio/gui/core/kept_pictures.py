"""Pictures of pages that are kept in the folder of finished files, so that the next start shows them at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.render_inputs import PageInputs
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.run.file_cache import FileCache, FileKeys, keys_for_pages
from htpm_studio.pieces.declared import page_sizes

KIND, FORM = "window", b"PNG"


class KeptPictures:
    """Each is found by all that its page is drawn from: one that is found is the picture that would be drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._keys: tuple[PageInputs, FileKeys] | None = None

    def find(self, spec: PageSpec, kit: Kit, width: int) -> QImage | None:
        """The picture of a page so many pixels wide, if it was kept; safe on any thread."""
        if not self._folder.is_dir():
            return None
        data = FileCache(self._folder).get_picture(self._key(spec, kit, width))
        image = QImage.fromData(data) if data else QImage()
        return None if image.isNull() or image.width() != width else image.convertToFormat(QImage.Format.Format_RGB32)

    def keep(self, spec: PageSpec, kit: Kit, image: QImage) -> None:
        """Keep a picture of a page."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if QImageWriter(buffer, QByteArray(FORM)).write(image):
            data = bytes(buffer.data().data())
            FileCache(self._folder).put_picture(self._key(spec, kit, image.width()), spec, data)

    def _key(self, spec: PageSpec, kit: Kit, width: int) -> str:
        inputs = kit.page_inputs
        if self._keys is None or self._keys[0] is not inputs:
            pages = keys_for_pages(inputs)
            self._keys = (inputs, FileKeys(pages, pages, pages))
        design = kit.options.deck_template
        in_design = design is not None and page_sizes()[spec.canvas].medium == "deck"
        return self._keys[1].of_picture(spec, f"{KIND} {design.digest}" if design and in_design else KIND, width)

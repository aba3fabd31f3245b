"""The logo of a background: the side on which others see it, and how large it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from htpm_studio.export.backgrounds import largest_logo
from htpm_studio.export.edits import LEAST_LOGO, LOGO, logo_size
from htpm_studio.gui.board.section_header import segment
from htpm_studio.gui.editor.session import EditorSession
from htpm_studio.gui.widgets.fields import PAUSE_MS, Section, buddy, icon_button, kind_label, restyle
from htpm_studio.gui.widgets.roving import Roving
from htpm_studio.gui.widgets.slider import PanelSlider

LEAST = round(100 * LEAST_LOGO)


class LogoBlock(Section):
    """Side and size. One size for both sides; it ends where the logo would leave the part that every app shows."""

    def __init__(self, session: EditorSession) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Logo"))
        self._session = session
        self._asked: tuple[object, ...] = ()
        self._most = 1.0
        self.sides: dict[str, QToolButton] = {}
        self._sides = QHBoxLayout()
        self._sides.setSpacing(0)
        self._group = QButtonGroup(self)
        self._roving = Roving(self)
        self.slider = PanelSlider(self.tr("Size of the logo"), LEAST, 100, self)
        self.percent = kind_label("", "muted", wrap=True)
        self.note = kind_label("", "muted", wrap=True)
        self.reset = icon_button(session.workspace, "rotate-ccw", self.tr("Back to the kit's logo size"))
        self.reset.setMinimumSize(24, 24)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the slider stays under the hand when the button comes
        self.reset.setSizePolicy(policy)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(session.document.end_merge)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(session.document.end_merge)
        self.reset.clicked.connect(lambda: session.change(self.tr("Kit size of the logo"), {LOGO: None}))

    def _lay_out(self) -> None:
        self.column.addWidget(kind_label(self.tr("Side, as others see it"), "muted", wrap=True))
        self.column.addLayout(self._sides)
        self.column.addSpacing(8)
        self._sized = QWidget(self)
        head = QHBoxLayout(self._sized)
        head.setContentsMargins(0, 0, 0, 0)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(buddy(self.tr("Size"), self.slider))
        head.addWidget(self.percent, 1)
        head.addWidget(self.reset)
        self.column.addWidget(self._sized)
        self.column.addWidget(self.slider)
        self.column.addWidget(self.note)

    def refresh(self) -> None:
        """Show side and size of the open background."""
        now = self._session.now
        self.setVisible(self._session.has("logo"))
        if now is None or not self._session.has("logo"):
            return
        if list(self.sides) != [tile.key for tile in now.tiles]:
            self._rebuild()
        self.sides[now.tile.key].setChecked(True)
        self._show_size()

    def _show_size(self) -> None:
        now, kit = self._session.now, self._session.kit()
        if now is None:
            return
        asked = (now.tile.page.template, now.tile.key, kit.look)
        if asked != self._asked:
            self._asked, self._most = asked, largest_logo(now.tile.page, kit)
            self.slider.blockSignals(True)
            self.slider.setMaximum(max(LEAST, round(100 * self._most)))
            self.slider.blockSignals(False)
        own = self._session.own()
        percent = min(round(100 * logo_size(own)), self.slider.maximum())
        at_end = percent == self.slider.maximum()
        fits = self.tr("{percent} %, fits every app")
        words = self.tr("{percent} %, the largest that fits every app") if at_end else fits
        self.percent.setText(words.format(percent=percent))
        self.slider.show_percent(percent, self.percent.text())
        self.slider.setEnabled(not self._session.locked)
        self.reset.setVisible(LOGO in own and not self._session.locked)
        self._sized.setVisible(self._most > 0)
        self.slider.setVisible(self._most > 0)
        self.note.setVisible(self._most == 0)
        self.note.setText(self.tr("There is no logo on this background, or its design sets the size."))

    def _slid(self, percent: int) -> None:
        text = None if percent == 100 else f"{percent / 100:.2f}"
        self._session.change(self.tr("Logo size"), {LOGO: text}, merge=f"{self._session.piece}/{LOGO}")
        if not self.slider.isSliderDown():
            self._pause.start()

    def _rebuild(self) -> None:
        for button in self.sides.values():
            self._sides.removeWidget(button)
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        tiles = self._session.now.tiles if self._session.now else ()
        names = {"left": self.tr("Left"), "right": self.tr("Right")}
        self.sides = {}
        for number, tile in enumerate(tiles):
            button = QToolButton(self)
            side = str(tile.page.content.get("side", ""))
            button.setText(names.get(side, tile.title))
            button.setAccessibleName(self.tr("Logo, as others see it: {side}").format(side=button.text()))
            button.setCheckable(True)
            button.setProperty("segment", segment(number == 0, number == len(tiles) - 1))
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            button.clicked.connect(lambda _checked=False, key=tile.key: self._session.show_view(key))
            restyle(button)
            self._group.addButton(button)
            self._sides.addWidget(button)
            self.sides[tile.key] = button
        self._roving.set_controls(self.sides.values())

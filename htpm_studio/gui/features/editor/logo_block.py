"""The logo of a background: the side on which others see it, and how large it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from htpm_studio.export.backgrounds import largest_logo
from htpm_studio.export.edits import LEAST_LOGO, LOGO, NO_SIDE, SIDE, logo_size
from htpm_studio.gui.components.piece_editor import EditorSession
from htpm_studio.gui.widgets.access import RovingFocus
from htpm_studio.gui.widgets.fields import (
    PAUSE_MS,
    PanelSection,
    PanelSlider,
    buddy,
    icon_button,
    kind_label,
    restyle,
    segment,
)

LEAST = round(100 * LEAST_LOGO)


class LogoBlock(PanelSection):
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
        self._roving = RovingFocus(self)
        self._make_sides()
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
        locked = self._session.locked
        for side, button in self.sides.items():
            button.setChecked(side == now.tile.page.content.get("side"))
            button.setEnabled(not locked or now.tile.page.signed == (side != NO_SIDE))
        self._show_size()

    def _show_size(self) -> None:
        now, kit = self._session.now, self._session.kit()
        if now is None:
            return
        asked = (now.tile.page.template, now.tile.page.content.get("side"), kit.look)
        if asked != self._asked:
            self._asked, self._most = asked, largest_logo(now.tile.page, kit)
            self.slider.blockSignals(True)
            self.slider.setMaximum(max(LEAST, round(100 * self._most)))
            self.slider.blockSignals(False)
        own = self._session.own()
        percent = min(round(100 * logo_size(own)), self.slider.maximum())
        at_end = percent == self.slider.maximum()
        fits = self.tr("{percent}%, fits every app")
        words = self.tr("{percent}%, the largest that fits every app") if at_end else fits
        self.percent.setText(words.format(percent=percent))
        self.slider.show_percent(percent, self.percent.text())
        self.slider.setEnabled(not self._session.locked)
        self.reset.setVisible(LOGO in own and not self._session.locked)
        self._sized.setVisible(self._most > 0)
        self.slider.setVisible(self._most > 0)
        self.note.setVisible(self._most == 0)
        unsigned = self.tr("Neither your logo nor your name is on this background.")
        own_size = self.tr("There is no logo on this background, or its design sets the size.")
        self.note.setText(own_size if now.tile.page.signed else unsigned)

    def _slid(self, percent: int) -> None:
        text = None if percent == 100 else f"{percent / 100:.2f}"
        self._session.change(self.tr("Logo size"), {LOGO: text}, merge=f"{self._session.piece}/{LOGO}")
        if not self.slider.isSliderDown():
            self._pause.start()

    def choose(self, side: str) -> None:
        """Show the background with the logo on that side, or take the logo away from it."""
        session = self._session
        none = side == NO_SIDE
        if none != (session.own().get(SIDE) == NO_SIDE):
            step = self.tr("No logo on the background") if none else self.tr("Logo on the background")
            session.change(step, {SIDE: NO_SIDE if none else None})
            session.refresh()
        tiles = session.now.tiles if session.now else ()
        for tile in tiles:
            if tile.page.content.get("side") == side:
                session.show_view(tile.key)
        self.refresh()

    def _make_sides(self) -> None:
        names = {"left": self.tr("Left"), "right": self.tr("Right"), NO_SIDE: self.tr("None")}
        for number, (side, name) in enumerate(names.items()):
            button = QToolButton(self)
            button.setText(name)
            button.setAccessibleName(self.tr("Logo, as others see it: {side}").format(side=name))
            button.setCheckable(True)
            button.setProperty("segment", segment(number == 0, number == len(names) - 1))
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            button.clicked.connect(lambda _checked=False, one=side: self.choose(one))
            restyle(button)
            self._group.addButton(button)
            self._sides.addWidget(button)
            self.sides[side] = button
        self._roving.set_controls(self.sides.values())

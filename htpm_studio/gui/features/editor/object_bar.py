"""The bar beside a picture or a drawn person that was clicked: what else can be shown there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect

from htpm_studio.gui.features.editor.crop import MOST_ZOOM, Framing
from htpm_studio.gui.features.editor.floating_bar import FloatingBar
from htpm_studio.gui.features.editor.overlays import to_qrect
from htpm_studio.gui.features.editor.people import PeopleSteps, Spot
from htpm_studio.gui.features.editor.picture_block import PictureBlock
from htpm_studio.gui.features.editor.stage import Stage
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.scene.nodes import Group, Picture
from htpm_studio.scene.walk import walk
from htpm_studio.units import Box

LOGOS, QR_CODE = ("logo", "partner "), "QR code"

NEARER = 2.0
"""Turns of the wheel that a press of a button stands for."""


class ObjectBar(FloatingBar):
    """Stays beside its picture or its person while they change, until something else is worked on."""

    def __init__(self, stage: Stage, picture: PictureBlock, people: PeopleSteps) -> None:
        super().__init__(stage.viewport())
        self._stage, self._picture, self._people = stage, picture, people
        self._spot: Spot | None = None
        self.swap = self.button(self.tr("Swap…"), self.tr("Show another picture here"))
        self.nearer = self.button(self.tr("Nearer"), self.tr("Show less of the picture, larger, as the wheel does"))
        self.farther = self.button(self.tr("Farther"), self.tr("Show more of the picture, smaller"))
        self.kit = self.button(self.tr("Kit's picture"), self.tr("Show the picture of the kit again"))
        self.other = self.button(self.tr("Somebody else"), self.tr("Show somebody else here"))
        self.older = self.button(self.tr("Older"), self.tr("Show somebody older here"))
        self.younger = self.button(self.tr("Younger"), self.tr("Show somebody younger here"))
        self.own = self.button(self.tr("Program's choice"), self.tr("Let the program choose who is here"))
        self.said = kind_label("", "muted")
        self.change = self.button("")
        self._card = ""
        zoom, person = (self.nearer, self.farther), (self.other, self.older, self.younger, self.own)
        self.add(self.said, self.change, self.swap, *zoom, self.kit, *person)
        self.swap.clicked.connect(lambda: picture.pick(self.swap))
        self.nearer.clicked.connect(lambda: self._zoom(NEARER))
        self.farther.clicked.connect(lambda: self._zoom(-NEARER))
        self.kit.clicked.connect(picture.follow_kit)
        self.other.clicked.connect(lambda: self._change(0))
        self.older.clicked.connect(lambda: self._change(1))
        self.younger.clicked.connect(lambda: self._change(-1))
        self.own.clicked.connect(self._let_go)
        self.change.clicked.connect(lambda: stage.workspace.card_wanted.emit(self._card))

    def show_picture(self, framing: Framing) -> None:
        """Show what can be done with the picture that the page frames."""
        self._spot = None
        there = {
            self.swap: True,
            self.nearer: framing.zoom < MOST_ZOOM,
            self.farther: framing.zoom > 1,
            self.kit: self._picture.is_changed,
        }
        self.show_beside(self._area(framing.box), [part for part, on in there.items() if on], within=True)

    def show_person(self, spot: Spot, *, stays: bool = False) -> None:
        """Show who else can be in the place of a drawn person; `stays` keeps the bar where it is."""
        self._spot = spot
        for button, way in ((self.older, 1), (self.younger, -1)):
            button.setEnabled(self._people.has_other(spot, way))
        self.own.setEnabled(self._people.kept(spot))
        self.show_beside(self._area(spot.head), (self.other, self.older, self.younger, self.own), stays=stays)

    def show_fixed(self, x: float, y: float) -> None:
        """Say what is at a point of the page that is the same on every piece, and where it is changed."""
        nodes = [] if self._stage.page is None else [one for one in walk(self._stage.page.nodes) if one.box.holds(x, y)]
        mark = next((one for one in nodes if one.name.startswith(LOGOS) and isinstance(one, Picture)), None)
        code = next((one for one in nodes if isinstance(one, Group) and one.name == QR_CODE), None)
        if mark is not None:
            own = mark.name == LOGOS[0]
            self._card = "logo"
            self.said.setText(self.tr("Your logo") if own else self.tr("A partner's logo"))
            self.change.setText(self.tr("Change…"))
            self.show_beside(self._area(mark.box), (self.said, self.change))
        elif code is not None:
            self.said.setText(code.alt)
            self.show_beside(self._area(code.box), (self.said,))

    def follow(self, framing: Framing | None, people: Sequence[Spot]) -> None:
        """The page was drawn anew: stay beside the same picture or place."""
        if self.isHidden() or not self.said.isHidden():
            return
        mine = self._spot
        if mine is None and framing is not None:
            self.show_picture(framing)
            return
        found = (one for one in people if mine is not None and (one.scene, one.place) == (mine.scene, mine.place))
        if (spot := next(found, None)) is not None:
            self.show_person(spot, stays=True)
        else:
            self.hide()

    def _area(self, box: Box) -> QRect:
        return self._stage.mapFromScene(to_qrect(box)).boundingRect()

    def _zoom(self, steps: float) -> None:
        framing = self._stage.framing
        if framing is not None:
            x, y = framing.ring
            self._picture.zoom_by(steps, QPointF(x, y))

    def _change(self, older: int) -> None:
        if self._spot is not None:
            self._people.show_other(self._spot, older)

    def _let_go(self) -> None:
        if self._spot is not None:
            self._people.let_go(self._spot)

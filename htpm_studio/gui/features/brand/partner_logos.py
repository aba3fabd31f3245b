"""The partners that are beside the sender on handouts and on the closing slide: up to four, by logo or by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import PanelSection, icon_button, kind_label, link_button
from htpm_studio.gui.widgets.files import ask_files
from htpm_studio.gui.widgets.form import Field, Line, add_field, whole_project
from htpm_studio.gui.widgets.labels import letters_lost
from htpm_studio.project.model import MOST_PARTNERS, Partner, Project, partner_name_of
from htpm_studio.project.pictures import load_logo

PAPER = "#FFFFFF"


class PartnersSection(QWidget):
    """A row for each partner with its logo, its name and a button that takes it away; below, how to add one."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.document, self.controller = workspace, workspace.document, pictures
        self.sentence = kind_label("", "warn", wrap=True)
        self.rows = [_PartnerRow(workspace, pictures, index) for index in range(MOST_PARTNERS)]
        hint = self.tr("Up to four appear on handouts and on the last slide.")
        section = PanelSection(self.tr("Partners"), ruled=False)
        section.column.addWidget(kind_label(hint, "muted", wrap=True))
        for part in (*self.rows, self.sentence):
            section.column.addWidget(part)
        self.add_logo, self.add_name = link_button(self.tr("Add a logo…")), link_button(self.tr("Add a name"))
        self.add_logo.clicked.connect(self.choose)
        self.add_name.clicked.connect(self._add_named)
        buttons = in_row(self.add_logo, self.add_name, STRETCH)
        section.column.addLayout(buttons)
        in_column(section, inside=self)
        self.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the partners of the project."""
        count = len(self.document.project.brand.partners)
        for row in self.rows:
            row.refresh()
        full = count >= MOST_PARTNERS
        self.sentence.setVisible(bool(self.sentence.text()))
        for button in (self.add_logo, self.add_name):
            button.setEnabled(not full)
            button.setToolTip(self.tr("There is room for four partners. Remove one first.") if full else "")

    def choose(self) -> None:
        """Ask for logo files."""
        kinds = self.tr("Logos (*.svg *.png *.jpg *.jpeg *.webp);;All files (*)")
        for path in ask_files(self.workspace, self, "logo", self.tr("Choose logos of partners"), kinds):
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file as the logo of one more partner, named after the file until somebody says better."""
        self._say("")
        task = self.controller.logo_reader.start(lambda _context: load_logo(path))
        task.succeeded.connect(lambda logo: self._add(Partner(partner_name_of(path.stem), logo)))
        task.failed.connect(self._refuse)

    def _add_named(self) -> None:
        self._add(Partner(self.tr("Name of the partner")))
        line = self.rows[len(self.document.project.brand.partners) - 1].name
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def _add(self, partner: Partner) -> None:
        project = self.document.project
        if len(project.brand.partners) < MOST_PARTNERS:
            partners = (*project.brand.partners, partner)
            self.document.change(self.tr("Add partner"), _with(project, partners))

    def _refuse(self, error: BaseException) -> None:
        known = isinstance(error, StudioError)
        self._say(explain(error) if known else self.tr("This file has no picture we can read. PNG, JPG and SVG work."))

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            self.workspace.announce(sentence)


class _PartnerRow(QWidget):
    """One partner; hidden while there is none at its place."""

    def __init__(self, workspace: Workspace, pictures: PicturesController, index: int) -> None:
        super().__init__()
        self.document, self.index = workspace.document, index
        number = index + 1
        self.view = _PartnerLogo(workspace, pictures, index)
        column = QVBoxLayout()
        name = Field(
            f"brand.partners.{index}.name", self.tr("Name of partner {number}").format(number=number),
            self.tr("Change partner {number}").format(number=number), Line(), check=letters_lost(self.document),
        )  # fmt: skip
        self.name = add_field(column, whole_project(self.document), name, labeled=False)
        self.away = icon_button(workspace, "x", self.tr("Remove partner {number}").format(number=number))
        self.away.clicked.connect(self._remove)
        in_row(self.view, (column, 1), self.away, inside=self)

    def refresh(self) -> None:
        """Show or hide the row."""
        self.setVisible(self.index < len(self.document.project.brand.partners))
        self.view.update()

    def _remove(self) -> None:
        project = self.document.project
        partners = tuple(one for place, one in enumerate(project.brand.partners) if place != self.index)
        self.document.change(self.tr("Remove partner"), _with(project, partners))


class _PartnerLogo(QWidget):
    """The logo on paper; a partner without one shows an empty frame."""

    def __init__(self, workspace: Workspace, pictures: PicturesController, index: int) -> None:
        super().__init__()
        self.workspace, self.document, self.index = workspace, workspace.document, index
        self.controller = pictures
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.controller.thumbs.ready.connect(self._drawn)

    def _drawn(self, _key: str) -> None:
        """A picture is there; a method is let go with its widget, which a lambda is not."""
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a logo with words."""
        return QSize(84, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, frame, logo."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self.workspace.theme.color("control"), 1))
        painter.setBrush(QColor(PAPER))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        partners = self.document.project.brand.partners
        logo = partners[self.index].logo if self.index < len(partners) else None
        image = self.controller.thumbs.image(logo) if logo else None
        if image is not None and not image.isNull():
            room = self.rect().adjusted(6, 4, -6, -4)
            size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(0, 0, size.width(), size.height())
            target.moveCenter(room.center())
            # The painter takes one pixel of many when it shrinks this far.
            sharp = image.scaled(
                size * self.devicePixelRatio(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(target, sharp)


def _with(project: Project, partners: tuple[Partner, ...]) -> Project:
    return replace(project, brand=replace(project.brand, partners=partners))

"""The brand strip above the board: logo, name, colors, design, people, language and lines; each opens a card below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from htpm_studio.export.kit.kit_cast import preset_of
from htpm_studio.gui.controllers.brand import SWATCHES, colors_in_force
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import language_in_use, translate
from htpm_studio.gui.pickers.design_cards import style_words
from htpm_studio.gui.pickers.logo_drop import LogoBox
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import put_icon, restyle
from htpm_studio.gui.widgets.form import Field, Line, bound, whole_project
from htpm_studio.gui.widgets.kit_fields import LanguageField
from htpm_studio.illustrations.library import titles
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.model import Style
from htpm_studio.project.palette import derive_palette

HIGH, SIDE, BAR, GAP = 64, 16, 10, 6
NAME_LEAST, NAME_MOST = 190, 300
DOT, DOT_STEP, DOTS = 20, 27, 4
USUAL_LINE = 18
"""How high a line of text is where dots and arrows have the sizes named here; they grow with it."""
FORMS, ICONS_FROM, ARROW, PART_AIR = 4, 2, 14, 26


def _grown(part: QWidget, side: int) -> int:
    """A size for the text that a part has."""
    return round(side * max(1.0, part.fontMetrics().height() / USUAL_LINE))


class ColorDots(QToolButton):
    """The colors in force as a row of dots."""

    def __init__(self) -> None:
        super().__init__()
        self.colors: tuple[str, ...] = ()
        self.setProperty("kind", "quiet")

    def set_colors(self, colors: tuple[str, ...]) -> None:
        """Show these colors."""
        self.colors = colors
        words = self.tr("Colors: {colors}").format(colors=", ".join(colors))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the dots."""
        return QSize(_grown(self, DOT_STEP) * DOTS + 13, _grown(self, DOT) + 20)

    def minimumSizeHint(self) -> QSize:
        """The dots do not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button with the dots on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        colors = self.colors[:DOTS]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            colors = tuple(reversed(colors))
        dot, step = _grown(self, DOT), _grown(self, DOT_STEP)
        for number, color in enumerate(colors):
            painter.setBrush(QColor(color))
            painter.drawEllipse(QRectF(10 + number * step, (self.height() - dot) / 2, dot, dot))


class PartButton(QToolButton):
    """Words with an arrow behind them: what is said can be changed below.

    It is as wide as the longest that it may say, so that nothing beside it moves when something else is chosen.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._may_say: tuple[str, ...] = ()
        self.setProperty("kind", "quiet")

    def say(self, words: Sequence[str]) -> None:
        """Show the first of these words, in room for any of the others."""
        self._may_say = tuple(words)
        self.setText(words[0])
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Nothing of the words is cut."""
        hint = super().sizeHint()
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return QSize(hint.height() + _grown(self, ARROW) + 4, hint.height())
        widest = max(map(self.fontMetrics().horizontalAdvance, self._may_say), default=0)
        return QSize(widest + _grown(self, ARROW) + PART_AIR, hint.height())

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button with its words at the start, and the arrow right behind them."""
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        icon = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly
        words = "" if icon else option.text
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        room = self.rect().adjusted(PART_AIR // 2 - 3, 0, 0, 0)
        side = _grown(self, ARROW)
        used = self.width() - side - 6 if icon else room.left() + self.fontMetrics().horizontalAdvance(words) + 6
        painter.setPen(self._workspace.theme.color("text"))
        place = self.style().visualRect(self.layoutDirection(), self.rect(), room)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), words)
        arrow = QRect(used, (self.height() - side) // 2 + 1, side, side)
        arrow = self.style().visualRect(self.layoutDirection(), self.rect(), arrow)
        self._workspace.icon("chevron-down", "muted").paint(painter, arrow)


class BrandStrip(QWidget):
    """What the whole kit follows, always in the same place. A part is called like the card that it opens."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.document = workspace, workspace.document
        self.setProperty("pane", "board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Brand of the kit"))
        self.logo = LogoBox(workspace, pictures)
        who = Field(
            "brand.organization", self.tr("Name of your organization"), self.tr("Change name"),
            Line(self.tr("Name as it should appear"), MAX_NAME),
        )  # fmt: skip
        self.name = bound(whole_project(self.document), who)
        self.name.setProperty("kind", "name")
        self.name.refused.connect(workspace.toast)
        self.name.editingFinished.connect(lambda: self.name.setCursorPosition(0))
        self.colors = ColorDots()
        self.design, self.people, self.lines = (PartButton(workspace) for _ in range(3))
        self.language = LanguageField(self.document)
        self.language.setProperty("kind", "quiet")
        self._icons = {self.design: "palette", self.people: "users-round", self.lines: "phone"}
        row = in_row(inside=self, margins=(SIDE + 12, 12, SIDE + BAR + 12, 4), spacing=GAP)
        for part, name in (
            (self.logo, "logo"), (self.name, "name"), (self.colors, "colors"), (self.design, "design"),
            (self.people, "people"), (self.language, "language"), (self.lines, "lines"),
        ):  # fmt: skip
            part.setObjectName(name)
            row.addWidget(part)
            if isinstance(part, QToolButton):
                part.clicked.connect(lambda _checked=False, name=name: workspace.card_wanted.emit(name))
        row.addStretch(1)
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.name)
        self.setMinimumHeight(HIGH + 12)
        self.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the project; the words give way where there is no room for them."""
        project = self.document.project
        state = "" if project.brand.organization else "empty"
        if self.name.property("state") != state:
            self.name.setProperty("state", state)
            restyle(self.name)
        palette = derive_palette(*colors_in_force(project))
        self.colors.set_colors(tuple(palette[role] for role in SWATCHES))
        designs = [translate(one.title) for one in self.document.resources.designs.families.values()]
        family, styles = translate(self.document.resources.family.title), list(get_args(Style))
        library = self.document.resources.pictures
        people = {name: title.lower() for name, title, _about in titles(library.presets, language_in_use())}
        shown = preset_of(project, library).name
        in_design, who = self.tr("{family}, {style}"), self.tr("People: {who}")
        said = {
            self.design: in_design.format(family=family, style=style_words(project.brand.style)[0].lower()),
            self.people: who.format(who=people.get(shown, shown)),
            self.lines: self.tr("Lines and number"),
        }
        others = {
            self.design: [
                in_design.format(family=one, style=style_words(style)[0].lower()) for one in designs for style in styles
            ],
            self.people: [who.format(who=one) for one in people.values()],
        }
        short = {self.design: self.tr("Design"), self.people: self.tr("People"), self.lines: self.tr("Lines")}
        self._words = [
            {part: [words, *others.get(part, [])] for part, words in said.items()},
            {part: [words] for part, words in short.items()},
        ]
        names = {
            self.design: self.tr("Design: {words}"),
            self.people: "{words}",
            self.lines: self.tr("Your own line, web address, local number and year"),
        }
        for button, words in said.items():
            button.setAccessibleName(names[button].format(words=words))
            button.setToolTip(button.accessibleName())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More words, or fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say all, or only what each part is for, or show icons, then without the colors."""
        scale = self.workspace.settings.text_scale / 100
        for form in range(FORMS):
            style = (
                Qt.ToolButtonStyle.ToolButtonIconOnly if form >= ICONS_FROM else Qt.ToolButtonStyle.ToolButtonTextOnly
            )
            for button, words in self._words[min(form, len(self._words) - 1)].items():
                put_icon(button, self.workspace.icon(self._icons[button]))
                button.setToolButtonStyle(style)
                button.say(words)
            parts = (self.colors, self.design, self.people, self.language, self.lines)
            self.colors.setVisible(form < FORMS - 1)
            taken = sum(part.sizeHint().width() + GAP for part in parts if not part.isHidden())
            room = self.width() - 2 * (SIDE + 12) - BAR - self.logo.sizeHint().width() - GAP - taken
            if room >= NAME_LEAST * scale or form == FORMS - 1:
                # Its words do not change the width of the field: nothing beside it moves while they are typed.
                self.name.setFixedWidth(max(60, min(round(NAME_MOST * scale), room)))
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet like the cards of the board."""
        super().paintEvent(event)
        painter, theme = QPainter(self), self.workspace.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text" if theme.plain else "base"), 1))
        painter.setBrush(theme.color("base"))
        sheet = QRectF(self.rect()).adjusted(SIDE + 0.5, 8.5, -SIDE - BAR - 0.5, -0.5)
        painter.drawRoundedRect(sheet, 10, 10)

"""The brand page: logo, whether the name is beside it, colors found in it, roles with their proof, brand files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.kit.kit import name_is_beside
from htpm_studio.gui.controllers.brand import (
    ROLES,
    Role,
    choose_brand,
    colors_in_force,
    palette_notes,
    save_brand_as,
    with_swapped,
    with_usual_colors,
)
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.color_popup import ColorPopup
from htpm_studio.gui.features.brand.fonts import FontRow, PairCards
from htpm_studio.gui.features.brand.partner_logos import PartnersSection
from htpm_studio.gui.features.brand.roles import LogoView, RoleRow, Swatch, attach_menu, labeled
from htpm_studio.gui.pickers.design_cards import FamilyCards, StyleCards
from htpm_studio.gui.pickers.logo_drop import LogoDrop
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    PanelSection,
    buddy,
    icon_button,
    kind_label,
    link_button,
    pane,
    restyle,
    scroll_area,
    set_theme_icon,
)
from htpm_studio.project.logo import swatches_of_logo
from htpm_studio.project.logo_words import holds_name, is_symbol
from htpm_studio.project.model import FONT_USES, NAMES_BESIDE, FontUse, NameBeside
from htpm_studio.scene.nodes import PictureSource


class NameBesideChoice(QWidget):
    """The choice with a sentence on what it means now; the question goes once it is answered."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.question = self._question()
        column.addWidget(self.question)
        self.choice = QComboBox()
        words = {"auto": self.tr("Automatically"), "always": self.tr("Always"), "never": self.tr("Never")}
        for one in NAMES_BESIDE:
            self.choice.addItem(words[one], one)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda index: self.choose(NAMES_BESIDE[index]))
        column.addWidget(buddy(self.tr("Show the name beside the logo"), self.choice))
        column.addWidget(self.choice)
        self.meaning = kind_label("", "muted", wrap=True)
        column.addWidget(self.meaning)

    def _question(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.addWidget(
            kind_label(self.tr("This logo looks like a symbol without words. Show your name beside it?"), "", wrap=True)
        )
        buttons = QHBoxLayout()
        self.show_name, self.logo_only = QPushButton(self.tr("Show the name")), QPushButton(self.tr("Logo only"))
        self.show_name.clicked.connect(lambda: self.choose("always"))
        self.logo_only.clicked.connect(lambda: self.choose("never"))
        for button in (self.show_name, self.logo_only):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        return card

    def refresh(self) -> None:
        """Show what is chosen and what follows; without a logo there is nothing to choose."""
        brand = self._document.project.brand
        self.setVisible(brand.logo is not None)
        if brand.logo is None:
            return
        self.choice.setCurrentIndex(NAMES_BESIDE.index(brand.name_beside))
        symbol = is_symbol(brand.logo)
        self.question.setVisible(brand.name_beside == "auto" and symbol)
        self.meaning.setText(self._meaning(symbol=symbol, beside=name_is_beside(brand)))

    def _meaning(self, *, symbol: bool, beside: bool) -> str:
        brand = self._document.project.brand
        if not beside and brand.logo is not None and holds_name(brand.logo, brand.organization):
            return self.tr("Your name is in the logo, so it isn't repeated beside or below it.")
        if brand.name_beside == "auto" and not symbol:
            return self.tr(
                "Now: no. The logo is wide or has words in it. Print and decks also have the name in small letters."
            )
        if beside:
            return self.tr("Your name is beside the logo wherever the logo appears.")
        return self.tr(
            "Social graphics and backgrounds show the logo alone. Print and decks have the name in small letters."
        )

    def choose(self, beside: NameBeside) -> None:
        """Keep the answer, as one step."""
        project = self._document.project
        if beside != project.brand.name_beside:
            brand = replace(project.brand, name_beside=beside)
            self._document.change(self.tr("Name beside the logo"), replace(project, brand=brand))
        self.refresh()


MOST_RECENT = 6
MOST_SWATCHES = 6


class BrandPage(QWidget):
    """Replaces the choices panel; the board stays in sight. Esc or the arrow goes back."""

    PREFERRED_WIDTH = 384

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.document, self.controller = workspace, workspace.document, pictures
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.recent: list[str] = []
        self._role: Role = "main"
        self.rows: dict[Role, RoleRow] = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._logo_section())
        self.found = self._found_section()
        column.addWidget(self.found)
        column.addWidget(self._roles_section())
        self.families = FamilyCards(workspace, pictures=3)
        self.designs = PanelSection(self.tr("Family of designs"))
        self.designs.column.addWidget(self.families)
        column.addWidget(self.designs)
        style = PanelSection(self.tr("Style"))
        self.styles = StyleCards(self.document)
        style.column.addWidget(self.styles)
        column.addWidget(style)
        column.addWidget(self._fonts_section())
        self.partners = PartnersSection(workspace, pictures)
        column.addWidget(self.partners)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        self._area = scroll_area(content)
        outer.addWidget(self._area, 1)
        self.popup = ColorPopup(workspace, self)
        self.popup.picked.connect(self._picked)
        self.popup.closed.connect(self._popup_closed)
        self.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _head(self) -> QWidget:
        head = pane()
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 6, 8, 6)
        self.back = icon_button(self.workspace, "arrow-left", self.tr("Back to choices"))
        self.back.clicked.connect(self.go_back)
        row.addWidget(self.back)
        row.addWidget(kind_label(self.tr("Brand"), "title"), 1)
        self.more = icon_button(self.workspace, "ellipsis", self.tr("More for the brand"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addAction(
            self.tr("Save as brand file…"), lambda: save_brand_as(self.workspace, self.controller.logo_reader, self)
        )
        menu.addAction(
            self.tr("Use a brand file…"), lambda: choose_brand(self.workspace, self.controller.logo_reader, self)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Start over"), self.start_over)
        self.more.setMenu(menu)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        row.addWidget(self.more)
        return head

    def _logo_section(self) -> QWidget:
        self.replace = link_button(self.tr("Replace"))
        section = PanelSection(self.tr("Logo"), self.replace)
        views = QWidget()
        row = QHBoxLayout(views)
        row.setContentsMargins(0, 0, 0, 0)
        self.light = LogoView(self.workspace, self.controller, "surface", "dark")
        self.dark = LogoView(self.workspace, self.controller, "dark", "surface")
        self.light_words, self.dark_words = (kind_label("", "muted", wrap=True) for _ in range(2))
        row.addWidget(labeled(self.light, self.light_words), 1)
        row.addWidget(labeled(self.dark, self.dark_words), 1)
        section.column.addWidget(views)
        self.drop = LogoDrop(self.workspace, self.controller)
        self.replace.clicked.connect(self.drop.choose)
        self.drop.settled.connect(self.refresh)
        section.column.addWidget(self.drop)
        self.name_beside = NameBesideChoice(self.document)
        section.column.addWidget(self.name_beside)
        return section

    def _found_section(self) -> QWidget:
        section = PanelSection(self.tr("Colors found in the logo"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.swatches = [Swatch(QSize(44, 30), draggable=True) for _ in range(MOST_SWATCHES)]
        for swatch in self.swatches:
            swatch.role_wanted.connect(lambda number, swatch=swatch: self.give(swatch.color, ROLES[number]))
            swatch.clicked.connect(lambda _checked=False, swatch=swatch: self._role_menu(swatch))
            row.addWidget(swatch)
        row.addStretch(1)
        section.column.addLayout(row)
        hint = self.tr("Drag one onto a row below, or press 1 or 2.")
        section.column.addWidget(kind_label(hint, "muted", wrap=True))
        return section

    def _fonts_section(self) -> QWidget:
        section = PanelSection(self.tr("Fonts"))
        self.pairs = PairCards(self.workspace)
        section.column.addWidget(self.pairs)
        section.column.addSpacing(6)
        section.column.addWidget(kind_label(self.tr("Your own fonts"), "head"))
        hint = self.tr("A TTF, OTF or WOFF2 file: drop it on a row. It travels with the kit and the brand file.")
        section.column.addWidget(kind_label(hint, "muted", wrap=True))
        self.fonts: dict[FontUse, FontRow] = {
            use: FontRow(self.workspace, self.controller.logo_reader, use) for use in FONT_USES
        }
        for row in self.fonts.values():
            section.column.addWidget(row)
        return section

    def show_fonts(self) -> None:
        """Scroll to the fonts."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.fonts["text"]))

    def _roles_section(self) -> QWidget:
        self.over = link_button(self.tr("Start over"))
        set_theme_icon(self.workspace, self.over, "rotate-ccw", "accent")
        self.over.clicked.connect(self.start_over)
        section = PanelSection(self.tr("Where they are used"), self.over)
        words: tuple[tuple[Role, str, str, str], ...] = (
            ("main", self.tr("Main"), self.tr("Panels, headings, bands"), self.tr("Change main color")),
            ("second", self.tr("Second"), self.tr("Accents, lines, numbers"), self.tr("Change second color")),
        )
        for role, name, use, step in words:
            row = RoleRow(self.workspace, role, name, use, step)
            row.popup_wanted.connect(self.pick)
            row.screen_wanted.connect(self.pick_on_screen)
            attach_menu(row.swatch, role, lambda: self.document.project, partial(self.give, role=role))
            section.column.addWidget(row)
            self.rows[role] = row
        self.note = QFrame()
        self.note.setProperty("kind", "ok")
        inside = QHBoxLayout(self.note)
        self.note_icon, self.note_words = QLabel(), QLabel()
        self.note_words.setWordWrap(True)
        inside.addWidget(self.note_icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.note_words, 1)
        section.column.addWidget(self.note)
        return section

    # ---------------------------------------------------------------- showing

    def refresh(self, *_: object) -> None:
        """Show the brand as it is now; a hidden page waits until it is shown."""
        if not self.isVisible():
            return
        project = self.document.project
        logo = project.brand.logo
        self.replace.setVisible(logo is not None)
        self.drop.setVisible(logo is None or bool(self.drop.sentence) or self.drop.busy)
        light, dark = self.tr("On light"), self.tr("On dark")
        self.light_words.setText(self.tr("{ground}, on a panel").format(ground=light) if self.light.on_plate else light)
        self.dark_words.setText(self.tr("{ground}, on a panel").format(ground=dark) if self.dark.on_plate else dark)
        for view, words in ((self.light, self.light_words), (self.dark, self.dark_words)):
            view.setAccessibleName(self.tr("Logo: {place}").format(place=words.text()))
            view.update()
        self.name_beside.refresh()
        self.designs.setVisible(len(self.families.cards) > 1)
        self._show_found(logo)
        for row in self.rows.values():
            row.refresh()
        sentences = list(palette_notes(project))
        self.note.setVisible(True)
        show_mark(self.note_icon, self.workspace.icon("shield-check", "ok"))
        good = self.tr("All text is readable on these colors.")
        told = "\n".join([*sentences, self.tr("Nothing left to do.")] if sentences else [good])
        self.note_words.setText(told.replace(" : ", "\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}"))
        restyle(self.note)

    def _show_found(self, logo: PictureSource | None) -> None:
        colors = swatches_of_logo(logo) if logo else ()
        self.found.setVisible(bool(colors))
        uses = dict(zip(colors_in_force(self.document.project), ROLES, strict=True))
        for number, swatch in enumerate(self.swatches):
            swatch.setVisible(number < len(colors))
            if number < len(colors):
                swatch.set_color(colors[number], self.tr("Color {number} of the logo").format(number=number + 1))
                role = uses.get(swatch.color)
                swatch.set_used(self.tr("In use as {name} color").format(name=self.rows[role].name.lower())
                                if role else "")  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()

    # ---------------------------------------------------------------- acting

    def go_back(self) -> None:
        """Show the choices again, or the first page where it led here."""
        self.workspace.left_wanted.emit(self.workspace.left_home)

    def start_over(self) -> None:
        """Take the colors of the logo, or the campaign's, again."""
        self.document.change(self.tr("Start over with colors"), with_usual_colors(self.document.project))

    def give(self, color: str, role: Role) -> None:
        """Use a color for a role, as one step."""
        self.document.change(self.rows[role].step, with_swapped(self.document.project, role, color))

    def pick(self, role: Role) -> None:
        """Open the color popup for a role."""
        self._role = role
        row = self.rows[role]
        logo = self.document.project.brand.logo
        found = swatches_of_logo(logo) if logo else ()
        used = [color for color in self.recent if color not in found]
        lately = [(color, self.tr("Used recently, {color}").format(color=color)) for color in used]
        own = [(color, self.tr("From the logo, {color}").format(color=color)) for color in found]
        title = self.tr("{name} color").format(name=row.name)
        self.popup.open_at(row, title, row.swatch.color, [*own, *lately])

    def pick_on_screen(self, role: Role) -> None:
        """Let the user click a color for a role anywhere on the screens."""
        self.pick(role)
        self.popup.pick_on_screen()

    def _picked(self, color: str) -> None:
        self.rows[self._role].apply(color)

    def _popup_closed(self) -> None:
        self.document.end_merge()
        self.rows[self._role].swatch.setFocus(Qt.FocusReason.PopupFocusReason)
        main, second = colors_in_force(self.document.project)
        color = main if self._role == "main" else second
        if color:
            self.recent = [color, *(old for old in self.recent if old != color)][:MOST_RECENT]

    def _role_menu(self, swatch: Swatch) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, role in enumerate(ROLES, 1):
            words = self.tr("Use as {name} color").format(name=self.rows[role].name.lower())
            menu.addAction(f"&{number}  {words}", partial(self.give, swatch.color, role))
        menu.popup(swatch.mapToGlobal(swatch.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A little wider than the choices."""
        return QSize(self.PREFERRED_WIDTH, 600 + MARGIN)

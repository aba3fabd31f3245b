"""The card of the colors: those found in the logo, where they are used, and the proof that all text can be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from htpm_studio.gui.controllers.brand import (
    ROLES,
    Role,
    colors_in_force,
    palette_notes,
    with_swapped,
    with_usual_colors,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.color_popup import ColorPopup
from htpm_studio.gui.features.brand.roles import RoleRow, Swatch, attach_menu
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import at_top, in_row
from htpm_studio.gui.widgets.fields import (
    PanelSection,
    fill_card,
    kind_label,
    link_button,
    restyle,
    set_theme_icon,
)
from htpm_studio.project.logo import swatches_of_logo
from htpm_studio.scene.nodes import PictureSource

MOST_RECENT = 6
MOST_SWATCHES = 6


class ColorsCard(QWidget):
    """Two colors make all others; each change is a step and shows in every piece."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace, self.document = workspace, workspace.document
        self.recent: list[str] = []
        self._role: Role = "main"
        self.rows: dict[Role, RoleRow] = {}
        self.found = self._found_section()
        fill_card(self, self.found, self._roles_section())
        self.popup = ColorPopup(workspace, self)
        self.popup.picked.connect(self._picked)
        self.popup.closed.connect(self._popup_closed)
        self.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

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
        self.note_icon, self.note_words = QLabel(), QLabel()
        self.note_words.setWordWrap(True)
        in_row(at_top(self.note_icon), (self.note_words, 1), inside=self.note, margins=None)
        section.column.addWidget(self.note)
        return section

    # ---------------------------------------------------------------- showing

    def refresh(self, *_: object) -> None:
        """Show the colors as they are now; a card that is not open waits until it is."""
        if not self.isVisible():
            return
        project = self.document.project
        self._show_found(project.brand.logo)
        for row in self.rows.values():
            row.refresh()
        sentences = list(palette_notes(project))
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

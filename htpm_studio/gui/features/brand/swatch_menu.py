"""What can be done with a color beside changing it: take its value along, bring one in, go back to the logo's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from htpm_studio.errors import InputError
from htpm_studio.gui.components.brand_colors import Role
from htpm_studio.gui.features.brand.swatch import Swatch
from htpm_studio.project.logo import colors_from_logo
from htpm_studio.project.model import Project
from htpm_studio.project.palette import parse_color


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brand", text)


def attach_menu(swatch: Swatch, role: Role, project: Callable[[], Project], use: Callable[[str], object]) -> None:
    """Give a swatch its menu, by the right button and by the menu key; `use` takes a color for the role."""
    swatch.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show(place: QPoint) -> None:
        swatch_menu(swatch, role, project(), use).popup(swatch.mapToGlobal(place))

    swatch.customContextMenuRequested.connect(show)


def swatch_menu(swatch: Swatch, role: Role, project: Project, use: Callable[[str], object]) -> QMenu:
    """The menu as it is now: what cannot be done is left out."""
    menu = QMenu(swatch)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_tr("Copy hex"), lambda: QGuiApplication.clipboard().setText(swatch.color))
    copied = _color_on_clipboard()
    if copied and copied != swatch.color:
        menu.addAction(_tr("Paste hex, {color}").format(color=copied), lambda: use(copied))
    own = color_of_logo(project, role)
    if own and own != swatch.color:
        menu.addAction(_tr("Back to logo color"), lambda: use(own))
    return menu


def color_of_logo(project: Project, role: Role) -> str:
    """The color that a logo gives to a role; "" where there is none."""
    colors = colors_from_logo(project.brand.logo) if project.brand.logo else ()
    number = 0 if role == "main" else 1
    return colors[number] if number < len(colors) else ""


def _color_on_clipboard() -> str:
    try:
        return parse_color(QGuiApplication.clipboard().text().strip())
    except InputError:
        return ""

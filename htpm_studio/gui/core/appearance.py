"""How the window looks: colors, contrast and text size, following the system and the preferences while it runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.core.settings import Settings, ThemeChoice
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import DARK, LIGHT, USUAL, WindowTheme, apply_theme, contrast_theme

SCHEMES: dict[ThemeChoice, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def wants_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast."""
    hints = app.styleHints().accessibility()
    return bool(hints) and hints.contrastPreference() == Qt.ContrastPreference.HighContrast


def current_theme(app: QApplication, settings: Settings, *, contrast: bool | None = None) -> WindowTheme:
    """Light or dark as the system or the user says; the system's own colors in high contrast."""
    if wants_contrast(app) if contrast is None else contrast:
        app.setStyleSheet("")
        app.setPalette(QPalette())
        scheme = app.styleHints().colorScheme()
        known = scheme != Qt.ColorScheme.Unknown
        return contrast_theme(app.palette(), dark=scheme == Qt.ColorScheme.Dark if known else None)
    hints = app.styleHints()
    dark = settings.theme == "dark" or (settings.theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    return WindowTheme(DARK if dark else LIGHT, dark)


def apply_appearance(app: QApplication, settings: Settings, *, contrast: bool | None = None) -> WindowTheme:
    """Give the application the colors and the text size of the settings, and return the colors."""
    hints = app.styleHints()
    # High contrast belongs to the system alone: a theme of one's own would mix its colors with others.
    high = wants_contrast(app) if contrast is None else contrast
    scheme = Qt.ColorScheme.Unknown if high else SCHEMES[settings.theme]
    if hints.colorScheme() != scheme:
        hints.setColorScheme(scheme)
    scale_text(app, settings.text_scale)
    theme = current_theme(app, settings, contrast=high)
    apply_theme(app, theme)
    return theme


FACE, WEIGHTS = "HTPM Public Sans", (400, 500, 600, 700)
"""The face of the window, which comes with the program: as wide on every system."""


def use_face(app: QApplication) -> None:
    """Set the window in its own face, which has the letters of the languages that it speaks."""
    if not app.property(FACE):
        app.setProperty(FACE, True)
        for weight in WEIGHTS:
            QFontDatabase.addApplicationFont(str(paths.assets() / "fonts" / f"PublicSans-{weight}.ttf"))
    font = app.font()
    if font.family() != FACE:
        font.setFamily(FACE)
        app.setFont(font)


def scale_text(app: QApplication, percent: int) -> None:
    """Make all text `percent` as large as the system's."""
    use_face(app)
    font = app.font()
    base = app.property(USUAL)
    if base is None:
        base = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
        app.setProperty(USUAL, base)
    size = float(base) * percent / 100
    if abs(font.pointSizeF() - size) > 0.01:
        font.setPointSizeF(size)
        app.setFont(font)


def list_style(theme: WindowTheme) -> str:
    """A style for a list that is in a panel: room around the words, the current row marked by a bar and bold words.

    High contrast needs none.
    """
    if theme.plain:
        return ""
    colors = theme.tokens
    return (
        f"QListView {{ background: {colors['panel']}; }}"
        f"QListView::item {{ padding: 6px 8px; border-left: 3px solid transparent; }}"
        f"QListView::item:selected {{ background: {colors['soft']}; color: {colors['text']};"
        f" border-left: 3px solid {colors['accent']}; }}"
        f"QListView:focus {{ border: 2px solid {colors['focus']}; }}"
    )


class Appearance(QObject):
    """Dresses the application again when the system or a preference changes."""

    def __init__(
        self, app: QApplication, workspace: Workspace, contrast: Callable[[QApplication], bool] = wants_contrast
    ) -> None:
        super().__init__(workspace)
        self._app, self._workspace, self._contrast = app, workspace, contrast
        # Python must hold these: the signals of a forgotten hints object stay silent.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._worn = self._wanted()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._accessibility.contrastPreferenceChanged.connect(self.refresh)
        workspace.settings_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Dress the application if anything that it depends on is different now."""
        wanted = self._wanted()
        if wanted == self._worn:
            return
        self._worn = wanted
        theme = apply_appearance(self._app, self._workspace.settings, contrast=wanted[2])
        self._worn = self._wanted()
        self._workspace.set_theme(theme)

    def _wanted(self) -> tuple[str, int, bool, Qt.ColorScheme]:
        settings = self._workspace.settings
        return settings.theme, settings.text_scale, self._contrast(self._app), self._hints.colorScheme()

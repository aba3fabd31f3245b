"""How the window looks: colors that are light, dark or of high contrast, and line icons (Lucide) in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from htpm_studio import paths
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import contrast

Tokens = Mapping[str, str]

LIGHT: Tokens = {
    "window": "#F3F4F6", "panel": "#FAFBFC", "base": "#FFFFFF", "board": "#F0F2F4", "text": "#1A1E26",
    "muted": "#535B69", "control": "#767F8E", "divider": "#D5D9E0", "accent": "#2B59C3", "on_accent": "#FFFFFF",
    "ok": "#1B6E3C", "ok_fill": "#E2F3E8", "warn": "#8A4B00", "warn_fill": "#FFF0D6", "error": "#B3261E",
    "error_fill": "#FCE5E3", "focus": "#0B3AA0", "soft": "#E1E9FB", "accent_hover": "#234BA8", "disabled": "#8A919D",
    "fill": "#E9ECF1",
}  # fmt: skip
DARK: Tokens = {
    "window": "#1F2228", "panel": "#262A31", "base": "#191C21", "board": "#101216", "text": "#EEF0F4",
    "muted": "#AEB6C3", "control": "#7E8897", "divider": "#3A4049", "accent": "#8FB0FF", "on_accent": "#0B1530",
    "ok": "#7FD49C", "ok_fill": "#1D3526", "warn": "#FFC46B", "warn_fill": "#3D2E12", "error": "#FF9D94",
    "error_fill": "#43211F", "focus": "#C6D6FF", "soft": "#2A3B63", "accent_hover": "#A9C2FF", "disabled": "#757D8A",
    "fill": "#343A44",
}  # fmt: skip

HIGH_LIGHT = ("#000000", "#ffffff", "#0b3aa0", "#ffffff", "#595959")
HIGH_DARK = ("#ffffff", "#000000", "#1aebff", "#000000", "#3ff23f")
"""Text, ground, mark, words on a mark and what cannot be used, in high contrast."""
TEXT_LEAST, MARK_LEAST = 7.0, 4.5
LEAST_BOX, BOX_OF_LINE = 16, 0.8
"""How large a box to tick is: at least in pixels, and by the height of a line of text."""
STEPS = {"title": 1.08, "page": 1.23, "start": 1.54}
"""How much larger than other text the words of a kind are; the style sheet says them anew for each text size."""
USUAL = "base_points"
"""The property of the application that says how large its text is at 100 %."""
STYLE_FILE, CONTRAST_FILE = "style.qss", "contrast.qss"


@dataclass(frozen=True, slots=True)
class WindowTheme:
    """The tokens in force; `plain` (high contrast) has outlines, and with `system` the system's own colors."""

    tokens: Tokens
    dark: bool
    plain: bool = False
    system: bool = False

    def color(self, token: str) -> QColor:
        """One token as a color."""
        return QColor(self.tokens[token])


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette of a set of tokens."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window", QPalette.ColorRole.Base: "base", QPalette.ColorRole.Button: "base",
        QPalette.ColorRole.Text: "text", QPalette.ColorRole.WindowText: "text", QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "muted", QPalette.ColorRole.Mid: "control",
        QPalette.ColorRole.Midlight: "divider",
        QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.Accent: "accent", QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent", QPalette.ColorRole.AlternateBase: "soft",
        QPalette.ColorRole.ToolTipBase: "text", QPalette.ColorRole.ToolTipText: "window",
    }  # fmt: skip
    for role, token in roles.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return palette


def apply_theme(app: QApplication, theme: WindowTheme) -> None:
    """Dress the whole application; in high contrast with the system's palette, and outlines in its colors."""
    app.setPalette(QPalette() if theme.system else palette_of(theme.tokens))
    sheet = style_sheet(app, theme)
    # Qt goes through all that it ever dressed when one sheet follows another, also through what is gone by now, and
    # crashes; from no sheet to a sheet it goes through what is there.
    if app.styleSheet() != sheet:
        app.setStyleSheet("")
        app.setStyleSheet(sheet)


def style_sheet(app: QApplication, theme: WindowTheme) -> str:
    """The style of a theme, with the text as large as that of the application."""
    marks = (paths.assets() / "ui-marks").as_posix()
    shade, other = ("dark", "light") if theme.dark else ("light", "dark")
    files = (STYLE_FILE, CONTRAST_FILE) if theme.plain else (STYLE_FILE,)
    style = "".join((paths.assets() / "ui" / name).read_text(encoding="utf-8") for name in files)
    box = box_side(app)
    sizes = {
        "box": box, "box_focused": box - 2, "dot": box - 8, "round": (box + 2) // 2, "arrow": box - 2,
        "small_arrow": box - 4, "drop": box + 6, "pill": QFontMetrics(app.font()).height() // 2 + 5,
    }  # fmt: skip
    points = {kind: f"{app.font().pointSizeF() * step:.1f}" for kind, step in STEPS.items()}
    usual = float(app.property(USUAL) or app.font().pointSizeF())
    said = Template(style).substitute(theme.tokens, marks=marks, shade=shade, other=other, **sizes, **points)
    return with_text_room(said, app.font().pointSizeF() / usual)


def box_side(of: QApplication | QWidget) -> int:
    """How large a box to tick is beside the text of a widget."""
    return max(LEAST_BOX, round(BOX_OF_LINE * QFontMetrics(of.font()).height()))


def with_text_room(style: str, scale: float) -> str:
    """The style with room around words that grows with them by half; a thicker border takes of it as before."""
    grow = 1 + max(0.0, scale - 1) / 2

    def rule(found: re.Match[str]) -> str:
        ring = 1 if "border: 2px" in found[0] else 0

        def wide(padding: re.Match[str]) -> str:
            return re.sub(r"\d+", lambda number: str(round((int(number[0]) + ring) * grow) - ring), padding[0])

        return re.sub(r"padding: [\dpx ]+", wide, found[0])

    return re.sub(r"\{[^{}]*\}", rule, style) if grow > 1 else style


def contrast_theme(palette: QPalette, *, dark: bool | None = None) -> WindowTheme:
    """A theme for high contrast in the system's own colors, where those are meant for it.

    Some systems ask for high contrast and leave their colors as they are, or light where they ask for `dark`: then
    black, white and one color are used.
    """
    text, window = palette.windowText().color().name(), palette.window().color().name()
    highlight, on = palette.highlight().color().name(), palette.highlightedText().color().name()
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    night = palette.window().color().lightness() < 128
    own = contrast(text, window) < TEXT_LEAST or contrast(highlight, window) < MARK_LEAST or dark not in (None, night)
    if own:
        night = night if dark is None else dark
        text, window, highlight, on, off = HIGH_DARK if night else HIGH_LIGHT
    tokens = dict.fromkeys(LIGHT, text)
    grounds = ("window", "panel", "base", "board", "fill", "soft", "ok_fill", "warn_fill", "error_fill")
    tokens |= dict.fromkeys(grounds, window)
    tokens |= {"accent": highlight, "on_accent": on, "focus": highlight, "disabled": off}
    return WindowTheme(tokens, night, plain=True, system=not own)


SIZES = (16, 20, 24, 32, 40, 48)
TEXT_PART = 0.95
PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)
MOST = 400
"""How many icons are kept once they are drawn."""

_WIDE: dict[int, QIcon] = {}


def icon(name: str, color: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon of that name; `disabled` is its color where it cannot be used."""
    return _icon(name, color.name(), disabled.name() if disabled else "")


def beside_text(plain: QIcon) -> QIcon:
    """The same icon with room at its right, for buttons whose words would be too near; see `beside_size`."""
    key = plain.cacheKey()
    if key not in _WIDE:
        _WIDE[key] = _widened(plain)
        while len(_WIDE) > MOST:
            _WIDE.pop(next(iter(_WIDE)))
    return _WIDE[key]


def _widened(plain: QIcon) -> QIcon:
    made = QIcon()
    for side in SIZES:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            wide = QPixmap(beside_size(side))
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, plain.pixmap(QSize(side, side), 1.0, mode))
            painter.end()
            made.addPixmap(wide, mode)
    return made


def beside_size(side: int) -> QSize:
    """The size of such an icon whose drawing is `side` pixels high."""
    return QSize(side + side // 4, side)


def text_side(widget: QWidget, least: int = SIZES[0]) -> int:
    """How large an icon beside the text of a widget is: as high as the text, and no smaller than `least`."""
    return max(least, round(TEXT_PART * widget.fontMetrics().height()))


def show_mark(label: QLabel, plain: QIcon, least: int = SIZES[0]) -> None:
    """Show an icon in a label, as large as the text beside it."""
    side = text_side(label, least)
    label.setPixmap(plain.pixmap(QSize(side, side), label.devicePixelRatioF()))


def program_icon() -> QIcon:
    """The icon of the program, for windows and task bars."""
    drawing = QSvgRenderer(str(paths.assets() / "program-icon" / "program.svg"))
    made = QIcon()
    for size in PROGRAM_SIZES:
        made.addPixmap(_drawn(drawing, size))
    return made


@lru_cache(maxsize=MOST)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    svg = (paths.assets() / "ui-icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        if ink:
            drawing = QSvgRenderer(QByteArray(svg.replace("currentColor", ink).encode()))
            for size in SIZES:
                made.addPixmap(_drawn(drawing, size), mode)
    return made


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return QPixmap.fromImage(image)

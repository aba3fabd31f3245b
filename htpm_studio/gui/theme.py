"""Colours of the window: light, dark and high contrast, following the system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from htpm_studio import paths

Tokens = Mapping[str, str]

LIGHT: Tokens = {
    "window": "#F3F4F6", "panel": "#FAFBFC", "base": "#FFFFFF", "board": "#E6E8EC", "text": "#1A1E26",
    "muted": "#535B69", "control": "#767F8E", "divider": "#D5D9E0", "accent": "#2B59C3", "on_accent": "#FFFFFF",
    "ok": "#1B6E3C", "ok_fill": "#E2F3E8", "warn": "#8A4B00", "warn_fill": "#FFF0D6", "error": "#B3261E",
    "error_fill": "#FCE5E3", "focus": "#0B3AA0", "soft": "#E1E9FB", "accent_hover": "#234BA8", "disabled": "#8A919D",
}  # fmt: skip
DARK: Tokens = {
    "window": "#1F2228", "panel": "#262A31", "base": "#191C21", "board": "#15171B", "text": "#EEF0F4",
    "muted": "#AEB6C3", "control": "#7E8897", "divider": "#3A4049", "accent": "#8FB0FF", "on_accent": "#0B1530",
    "ok": "#7FD49C", "ok_fill": "#1D3526", "warn": "#FFC46B", "warn_fill": "#3D2E12", "error": "#FF9D94",
    "error_fill": "#43211F", "focus": "#C6D6FF", "soft": "#2A3B63", "accent_hover": "#A9C2FF", "disabled": "#757D8A",
}  # fmt: skip

_STYLE = Template("""
QMainWindow, QDialog, QStatusBar, QMenuBar, QToolBar { background: $window; color: $text; }
QToolBar { border: 0; border-bottom: 1px solid $divider; spacing: 8px; padding: 6px 12px; }
QStatusBar { border-top: 1px solid $divider; } QStatusBar::item { border: 0; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $soft; color: $text; }
QMenu { background: $base; color: $text; border: 1px solid $control; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 4px; } QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $divider; margin: 5px 8px; }
QToolTip { background: $text; color: $window; border: 0; padding: 5px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[pane="true"] { background: $panel; border: 0; }
QWidget[pane="true"] { background: $panel; } QWidget[pane="board"] { background: $board; }
QSplitter::handle { background: $divider; } QSplitter::handle:horizontal { width: 1px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateEdit, QAbstractSpinBox {
  background: $base; color: $text; border: 1px solid $control; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $focus; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $disabled; border-color: $divider; }
QLineEdit[state="warn"], QPlainTextEdit[state="warn"] { border: 2px solid $warn; padding: 4px 7px; }
QComboBox::drop-down { border: 0; width: 22px; } QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$marks/chevron-down-$shade.svg"); width: 14px; height: 14px; }
QAbstractSpinBox { padding-right: 24px; } QAbstractSpinBox QLineEdit { border: 0; padding: 0 6px; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: 0; width: 24px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; } QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$marks/chevron-up-$shade.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$marks/chevron-down-$shade.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; color: $text; border: 1px solid $control; selection-background-color: $soft;
  selection-color: $text; }
QPushButton, QToolButton { background: $base; color: $text; border: 1px solid $control; border-radius: 6px;
  padding: 6px 12px; }
QToolButton { padding: 6px 10px; }
QPushButton:hover, QToolButton:hover { background: $soft; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 5px 11px; }
QToolButton:focus { padding: 5px 9px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $divider; background: transparent; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:disabled, QToolButton[kind="primary"]:disabled { background: $divider; color: $muted; border-color: $divider; }
QToolButton[kind="primary"]::menu-button { border-left: 1px solid $on_accent; width: 22px; }
QPushButton[kind="link"], QToolButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px; }
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus { border: 2px solid $focus; padding: 3px 5px; }
QToolButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QToolButton[kind="quiet"]:hover { background: $soft; } QToolButton[kind="quiet"]:focus { border: 2px solid $focus; }
QToolButton:checked, QPushButton:checked { background: $soft; border-color: $accent; color: $accent; font-weight: 600; }
QToolButton[kind="chip"] { border-radius: 14px; padding: 5px 12px; }
QToolButton[kind="chip"]:focus { padding: 4px 11px; }
QCheckBox, QRadioButton, QLabel { color: $text; background: transparent; spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { outline: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control; background: $base; }
QCheckBox::indicator { border-radius: 4px; } QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$marks/check-$shade.svg"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:unchecked:focus { border: 2px solid $focus; width: 14px; height: 14px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $divider; background: $divider; }
QLabel[kind="muted"] { color: $muted; } QLabel[kind="head"] { font-weight: 600; } QLabel[kind="title"] { font-weight: 600; }
QLabel[kind="warn"] { color: $warn; } QLabel[kind="error"] { color: $error; } QLabel[kind="ok"] { color: $ok; }
QFrame[kind="ok"] { background: $ok_fill; border-radius: 8px; } QFrame[kind="warn"] { background: $warn_fill; border-radius: 8px; }
QFrame[kind="error"] { background: $error_fill; border-radius: 8px; } QFrame[kind="soft"] { background: $soft; border-radius: 8px; }
QFrame[kind="card"] { background: $base; border: 1px solid $divider; border-radius: 8px; }
QFrame[kind="drop"] { background: $base; border: 1px dashed $control; border-radius: 8px; }
QFrame[kind="drop"][over="true"] { border: 2px solid $accent; background: $soft; }
QFrame[kind="line"] { background: $divider; max-height: 1px; min-height: 1px; border: 0; }
QFrame[kind="toast"] { background: $text; border-radius: 8px; } QFrame[kind="toast"] QLabel { color: $window; }
QFrame[kind="toast"] QPushButton { background: transparent; color: $window; border: 1px solid $window; }
QListView, QTableView, QTreeView { background: $board; color: $text; border: 0; outline: 0; }
QTableView { background: $base; gridline-color: $divider; } QHeaderView::section { background: $window; color: $text; border: 0;
  border-bottom: 1px solid $control; padding: 6px 8px; font-weight: 600; }
QTableView::item:selected, QTreeView::item:selected { background: $soft; color: $text; }
QProgressBar { background: $divider; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; } QScrollBar:horizontal { background: transparent; height: 12px; }
QScrollBar::handle { background: $control; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QTabBar::tab { padding: 8px 14px; color: $text; border: 0; border-bottom: 3px solid transparent; background: transparent; }
QTabBar::tab:selected { border-bottom: 3px solid $accent; color: $accent; font-weight: 600; } QTabBar::tab:focus { border: 2px solid $focus; }
QSlider::groove:horizontal { height: 4px; background: $control; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid $focus; }
""")


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens in force; with `plain` (high contrast) the system's own colours and outlines are used."""

    tokens: Tokens
    dark: bool
    plain: bool = False

    def color(self, token: str) -> QColor:
        """One token as a colour."""
        return QColor(self.tokens[token])


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette of a set of tokens."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window", QPalette.ColorRole.Base: "base", QPalette.ColorRole.Button: "base",
        QPalette.ColorRole.Text: "text", QPalette.ColorRole.WindowText: "text", QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "muted", QPalette.ColorRole.Mid: "control", QPalette.ColorRole.Midlight: "divider",
        QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.Accent: "accent", QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent", QPalette.ColorRole.AlternateBase: "soft",
        QPalette.ColorRole.ToolTipBase: "text", QPalette.ColorRole.ToolTipText: "window",
    }  # fmt: skip
    for role, token in roles.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return palette


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application; high contrast drops the style sheet and keeps the system palette."""
    if theme.plain:
        app.setStyleSheet("")
        app.setPalette(app.style().standardPalette())
        return
    app.setPalette(palette_of(theme.tokens))
    marks, shade = (paths.assets() / "ui-marks").as_posix(), "dark" if theme.dark else "light"
    app.setStyleSheet(_STYLE.substitute(theme.tokens, marks=marks, shade=shade))


def contrast_theme(palette: QPalette) -> Theme:
    """A theme whose tokens are the system's own colours, for high contrast."""
    text, window = palette.windowText().color().name(), palette.window().color().name()
    highlight, on = palette.highlight().color().name(), palette.highlightedText().color().name()
    tokens = dict.fromkeys(LIGHT, text)
    tokens |= dict.fromkeys(("window", "panel", "base", "board", "soft", "ok_fill", "warn_fill", "error_fill"), window)
    tokens |= {"accent": highlight, "on_accent": on, "focus": highlight}
    dark = palette.window().color().lightness() < 128
    return Theme(tokens, dark, plain=True)

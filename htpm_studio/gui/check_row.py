"""One check in the panel: a small picture, what was found, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.check_model import Check, Fix
from htpm_studio.gui.check_runner import spoken
from htpm_studio.gui.flow_row import FlowRow
from htpm_studio.gui.workspace import Workspace

PICTURE = 44

"""Every page and panel of the window by name: the place where a new one is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from htpm_studio.gui.workspace import Workspace

Factory = Callable[[Workspace], QWidget]

CENTRE: Mapping[str, Factory] = {}
LEFT: Mapping[str, Factory] = {}
RIGHT: Mapping[str, Factory] = {}

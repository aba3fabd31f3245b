"""Partner kits in the window: lists that are dropped on it, and the question when it closes while kits are made."""

from __future__ import annotations

from PySide6.QtCore import QObject

from htpm_studio.gui.components.quit_question import ask_to_quit
from htpm_studio.gui.core.shell import Shell
from htpm_studio.gui.features.partners.controller import PartnersController


class PartnersInWindow(QObject):
    """Lists that are dropped on the window, and the question when it closes while kits are made."""

    def __init__(self, window: Shell, partners: PartnersController) -> None:
        super().__init__(window)
        self._window, self.desk = window, partners
        self.ask = ask_to_quit
        window.on_close(self.may_close)

    def may_close(self) -> bool:
        """Ask while kits are made; "finish" closes the window later by itself."""
        desk = self.desk
        if not desk.running:
            return True
        count = desk.count("waiting", "making")
        many = self.tr("{count} partner kits have not been made yet.").format(count=count)
        words = self.tr("1 partner kit has not been made yet.") if count == 1 else many
        answer = self.ask(self._window, words)
        self._window.workspace.when_done = self._window.close if answer == "finish" and desk.running else None
        if answer == "stop":
            desk.stop()
        return answer == "stop" or (answer == "finish" and not desk.running)

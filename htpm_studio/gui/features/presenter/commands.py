"""The commands that present and rehearse a deck."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from htpm_studio.gui.core.shell_interface import Shell


def attach_presenter(window: Shell) -> None:
    """Let a window show and rehearse its decks; a start does without what shows them."""

    def present(*, rehearse: bool) -> None:
        from htpm_studio.gui.features.presenter.presenter import Presenter, choose_screens  # noqa: PLC0415
        from htpm_studio.gui.features.presenter.talk import selected_talk  # noqa: PLC0415

        if window.workspace.back_to_show is not None:
            window.workspace.back_to_show()
            return
        talk = selected_talk(window.workspace)
        if talk is None:
            window.workspace.toast(window.tr("This week has no deck in this language."))
            return
        screens = choose_screens(QGuiApplication.screens(), window.screen())
        Presenter(talk, window.workspace, window).start(*screens, rehearse=rehearse)

    window.handle("show_deck", lambda: present(rehearse=False))
    window.handle("rehearse", lambda: present(rehearse=True))

"""What can be done with slides beside their words: add one, copy some, put one into every week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.decks.every_week import can_be_in_every_week, in_every_week
from htpm_studio.export.decks.slides import NEW_LAYOUTS, deck_with, with_copy, with_new_slide
from htpm_studio.gui.components.editor_session import EditorSession
from htpm_studio.gui.core.shell import Shell
from htpm_studio.gui.core.tiles import template_title
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain

ONLY_SLIDES = ("new_slide", "duplicate")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slides", text)


def selected_slides(workspace: Workspace) -> tuple[str, ...]:
    """The selected pieces, when all of them are slides; empty otherwise."""
    try:
        kit = workspace.document.kit()
    except InputError:
        return ()
    chosen = workspace.selection
    return chosen if all(deck_with(kit, piece) is not None for piece in chosen) else ()


def new_slide(editor: EditorSession, after: str, layout: str = NEW_LAYOUTS[0]) -> str:
    """Put a new slide behind another one; its piece, or "" when there is no room."""
    workspace, document = editor.workspace, editor.document
    try:
        edits, made = with_new_slide(document.kit(), after, layout)
    except InputError as full:
        workspace.toast(explain(full))
        return ""
    document.change(_tr("New slide"), replace(document.project, edits=edits))
    _show(editor, (made,))
    return made


def duplicate(editor: EditorSession, pieces: Sequence[str]) -> None:
    """Put a copy behind each of these slides, as one step, and select the copies."""
    workspace, document = editor.workspace, editor.document
    kit, made = document.kit(), []
    try:
        for piece in pieces:
            edits, copy = with_copy(kit, piece)
            kit = replace(kit, project=replace(kit.project, edits=edits))
            made.append(copy)
    except InputError as full:
        workspace.toast(explain(full))
        return
    step = _tr("Duplicate slide") if len(made) == 1 else _tr("Duplicate {count} slides").format(count=len(made))
    document.change(step, replace(document.project, edits=kit.project.edits))
    _show(editor, tuple(made))


def for_every_week(workspace: Workspace) -> str:
    """The selected slide, when it is a single one that every week can have; "" otherwise."""
    chosen = selected_slides(workspace)
    return chosen[0] if len(chosen) == 1 and can_be_in_every_week(workspace.document.kit(), chosen[0]) else ""


def put_into_every_week(workspace: Workspace, piece: str) -> None:
    """Put a slide into the decks of all weeks, as one step, and tell in how many."""
    document = workspace.document
    try:
        spread = in_every_week(document.kit(), piece)
    except InputError as full:
        workspace.toast(explain(full))
        return
    if not spread.added and not spread.renewed:
        workspace.toast(_tr("Every week already has this slide."))
        return
    document.change(_tr("Slide in every week"), replace(document.project, edits=spread.edits))
    added, renewed = len(spread.added), len(spread.renewed)
    new, same = _tr("Added to {count} other weeks."), _tr("Same text in {count} other weeks.")
    sentences = ((new.format(count=added), added), (same.format(count=renewed), renewed))
    workspace.toast(" ".join(words for words, count in sentences if count), undo=True)


def _show(editor: EditorSession, made: tuple[str, ...]) -> None:
    """Go on with what was made: open it where a slide is open, else select it."""
    if editor.in_front:
        editor.workspace.opened.emit(made[-1])
    else:
        editor.workspace.select(made)


def layout_menu(editor: EditorSession, after: str, parent: QWidget) -> QMenu:
    """A menu of the layouts that a new slide behind another one may have."""
    menu = QMenu(_tr("New slide"), parent)
    library = editor.document.resources.library
    for layout in NEW_LAYOUTS:
        action = menu.addAction(template_title(library.template(layout)))
        action.setObjectName(layout)
        action.triggered.connect(partial(_chosen, editor, after, layout))
    return menu


def _chosen(editor: EditorSession, after: str, layout: str, _checked: bool = False) -> None:
    new_slide(editor, after, layout)


class SlideCommands(QObject):
    """The commands for slides of a window: there while slides are selected, absent otherwise."""

    def __init__(self, window: Shell, editor: EditorSession) -> None:
        super().__init__(window)
        self._workspace, self._editor = window.workspace, editor
        window.handle("new_slide", self._new_slide)
        window.handle("duplicate", self._duplicate)
        window.handle("every_week", self._every_week)
        self._workspace.selection_changed.connect(self.refresh)
        self._workspace.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the commands or take them away."""
        there = bool(selected_slides(self._workspace))
        for name in ONLY_SLIDES:
            self._workspace.actions[name].setVisible(there)
        self._workspace.actions["every_week"].setVisible(bool(for_every_week(self._workspace)))

    def _new_slide(self) -> None:
        """Put a new slide behind the last selected one."""
        if chosen := selected_slides(self._workspace):
            new_slide(self._editor, chosen[-1])

    def _duplicate(self) -> None:
        if chosen := selected_slides(self._workspace):
            duplicate(self._editor, chosen)

    def _every_week(self) -> None:
        if piece := for_every_week(self._workspace):
            put_into_every_week(self._workspace, piece)

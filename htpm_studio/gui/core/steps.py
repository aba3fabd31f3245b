"""The steps of a kit, which can be taken back and done again.

Qt's own list of steps deletes what Python still holds and the other way around when a kit is forgotten; steps are
values here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Project

UNDO_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Step:
    """From one project to another, in words. Steps with the same `merge` become one ("typing", a color drag)."""

    text: str
    old: Project
    new: Project
    merge: str = ""


class KitSteps(QObject):
    """Holds at most `UNDO_LIMIT` steps, and how many of them are done (`index`).

    `settle` is called before a step is taken back or done again, so that the kit has all words that were typed; `show`
    makes a project the open one. `moved(index)` follows every change, `walked(before, project)` undo and redo: how
    many steps were done before, and the project that they led to.
    """

    moved = Signal(int)
    walked = Signal(int, object)

    def __init__(
        self,
        settle: Callable[[], None],
        show: Callable[[Project], None],
        project: Callable[[], Project],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settle, self._show, self._project = settle, show, project
        self._steps: list[Step] = []
        self._index = 0

    # ---------------------------------------------------------------- what there is

    @property
    def all(self) -> tuple[Step, ...]:
        """The steps in the order of time, those that were taken back too."""
        return tuple(self._steps)

    def index(self) -> int:
        """How many steps are done."""
        return self._index

    def count(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def text(self, number: int) -> str:
        """The words of a step; empty where there is none."""
        return self._steps[number].text if 0 <= number < len(self._steps) else ""

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._index > 0

    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return self._index < len(self._steps)

    def undo_text(self) -> str:
        """The words of the step that `undo` takes back."""
        return self.text(self._index - 1)

    def redo_text(self) -> str:
        """The words of the step that `redo` does again."""
        return self.text(self._index)

    # ---------------------------------------------------------------- steps

    def push(self, step: Step) -> None:
        """Do a step; those that were taken back are gone."""
        self._show(step.new)
        del self._steps[self._index :]
        last = self._steps[-1] if self._steps else None
        if last is not None and step.merge and last.merge == step.merge:
            self._steps[-1] = replace(last, new=step.new)
        else:
            self._steps.append(step)
            del self._steps[:-UNDO_LIMIT]
        self._stand_at(len(self._steps))

    def load(self, steps: Iterable[Step], index: int) -> None:
        """Take other steps in place of these; nothing is shown."""
        self._steps = list(steps)
        self._stand_at(index)

    def rewrite(self, change: Callable[[Step], Step]) -> None:
        """Replace each step by another value of it; nothing is shown."""
        self._steps = [change(step) for step in self._steps]

    def end_merge(self) -> None:
        """Let the next step start anew even when it has the same merge key."""
        if self._index:
            self._steps[self._index - 1] = replace(self._steps[self._index - 1], merge="")

    def undo(self) -> None:
        """Take the last step back."""
        self._settle()
        self.go_to(self._index - 1)

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self._settle()
        self.go_to(self._index + 1)

    def go_to(self, index: int) -> None:
        """Take steps back or do them again until so many are done."""
        old, before = self._project(), self._index  # To ask for the project may add a step.
        index = max(0, min(index, len(self._steps)))
        if index != before:
            self._show(self._steps[index].old if index < before else self._steps[index - 1].new)
            self._stand_at(index)
            self.walked.emit(before, old)

    def _stand_at(self, index: int) -> None:
        self._index = index
        self.moved.emit(index)

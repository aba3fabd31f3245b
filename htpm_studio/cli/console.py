"""How the command line speaks: a bar on a terminal, plain lines elsewhere, JSON lines on request."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from htpm_studio import paths
from htpm_studio.errors import Cancelled, StudioError, from_os_error
from htpm_studio.export.preflight.findings import notes_of
from htpm_studio.processes import startup
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.jobs import Progress as Step

if TYPE_CHECKING:
    from htpm_studio.export.run.results import ExportResult

BAD, CANCELLED = 2, 130
STOPPED = "Stopped. Nothing was left behind."
STOPPED_BETWEEN = "Stopped. Finished kits are kept; nothing else was left behind."
"""What a stop says, and what it says where one command makes several kits."""


class Reporter:
    """Writes progress and results; everything that needs attention goes to stderr."""

    def __init__(self, *, as_json: bool) -> None:
        self._json = as_json
        self._console = Console(file=sys.stdout, highlight=False)
        self._bar: Progress | None = None
        self._task = None if as_json or not self._console.is_terminal else self._open_bar()
        self._tenth = -1
        self._told: set[str] = set()

    def _open_bar(self) -> int:
        columns = (
            TextColumn("{task.percentage:>3.0f}%"),
            BarColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
        )
        self._bar = Progress(*columns, console=self._console, transient=True)
        self._bar.start()
        return int(self._bar.add_task("Starting", total=None))

    def __call__(self, step: Step) -> None:
        """Show one step of progress."""
        if self._json:
            self.record({"event": "progress", "done": step.done, "total": step.total, "file": step.label})
        elif self._bar is not None and self._task is not None:
            self._bar.update(self._bar.task_ids[0], completed=step.done, total=step.total, description=step.label)
        elif step.waits:
            self.warn(step.label)
        elif step.total and step.done * 10 // step.total != self._tenth:
            self._tenth = step.done * 10 // step.total
            self.line(f"{step.done} of {step.total}  {step.label}")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """Take the bar away for a moment."""
        if self._bar is not None:
            self._bar.stop()
        yield
        if self._bar is not None:
            self._bar.start()

    def line(self, text: str) -> None:
        """One plain line on stdout."""
        with self._aside():
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()

    def warn(self, text: str) -> None:
        """One sentence on stderr."""
        self._told.add(text)
        with self._aside():
            if self._json:
                sys.stderr.write(json.dumps({"event": "warning", "message": text}, ensure_ascii=False) + "\n")
            else:
                sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    def error(self, error: StudioError) -> None:
        """What is wrong and what to do, on stderr."""
        self.close()
        if self._json:
            record = {"event": "error", "message": error.message, "hint": error.hint}
            sys.stderr.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            sys.stderr.write(f"{error.message}\n{error.hint}\n" if error.hint else f"{error.message}\n")

    def result(self, result: ExportResult) -> None:
        """Where the kits are, and what needs a look."""
        self.close()
        for note in result.notes:
            self.warn(note)
        for found in notes_of(result.findings):
            if found.sentence not in self._told:
                self.warn(f"{found.diagnostic.severity}: {found.sentence} {found.diagnostic.hint}".strip())
        for kit in result.kits:
            if self._json:
                self.record({"event": "kit", "folder": str(kit.folder), "files": kit.count, "review": kit.has_review})
            else:
                review = ", and review.txt for you" if kit.has_review else ""
                self.line(f"The kit is ready: {kit.count} files{review} in {kit.folder}")
                self.line(f"Open {kit.folder / 'START-HERE.html'} first.")

    @property
    def as_json(self) -> bool:
        """Whether programs listen and not people."""
        return self._json

    def listed(self, record: dict[str, object]) -> None:
        """One row of a list, for programs alone."""
        if self._json:
            self.record(record)

    def record(self, record: dict[str, object]) -> None:
        """One JSON object on a line of stdout."""
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        sys.stdout.flush()


class _Interrupt:
    """While open, Ctrl-C asks the job to stop instead of tearing it apart."""

    def __init__(self, context: JobContext) -> None:
        self._context = context

    def __enter__(self) -> None:
        self._old = {name: signal.getsignal(name) for name in startup.stops()}
        for name in self._old:
            signal.signal(name, self._stop)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, handler in self._old.items():
            signal.signal(name, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._context.cancel()


@contextmanager
def guarded(reporter: Reporter, stopped: str = STOPPED) -> Iterator[JobContext]:
    """Run a command: errors become two sentences and exit 2, a stop becomes the words `stopped` and exit 130.

    Before that, kits come back that were out of their place when the computer stopped.
    """
    context = JobContext(reporter)
    try:
        with _Interrupt(context):
            if (notes := paths.replacing()).is_dir():
                from htpm_studio.export.disk.atomic_output import restore_interrupted  # noqa: PLC0415 - seldom needed

                restore_interrupted(notes)
            yield context
    except Cancelled as stop:
        reporter.warn(stopped)
        raise typer.Exit(CANCELLED) from stop
    except StudioError as error:
        reporter.error(error)
        raise typer.Exit(BAD) from error
    except typer.Exit:
        raise
    except OSError as error:
        reporter.error(from_os_error(error))
        raise typer.Exit(BAD) from error
    except Exception as error:  # a traceback in front of a user helps nobody
        what = f"Something unexpected happened ({type(error).__name__}: {error})."
        reporter.error(StudioError(what, "No unfinished file was left behind. Please report these words."))
        raise typer.Exit(BAD) from error
    finally:
        reporter.close()

"""Writing the files of single pieces into a new folder, in the background; nothing that is there is replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from htpm_studio import paths
from htpm_studio.errors import BadInput, StudioError
from htpm_studio.export.hold import hold_back, without_held
from htpm_studio.export.kit import Kit
from htpm_studio.export.names import safe_name
from htpm_studio.export.orders import FileOrder, make
from htpm_studio.export.place import write_error, write_file
from htpm_studio.gui.spoken import told
from htpm_studio.gui.tasks import Task
from htpm_studio.gui.workspace import Workspace
from htpm_studio.jobs import JobContext
from htpm_studio.settings import Settings

FOLDER = "Kits"
MOST_TRIES = 1000


@dataclass(frozen=True, slots=True)
class Written:
    """The new folder, the names of its files, and why others were held back."""

    folder: Path
    names: tuple[str, ...]
    held: tuple[str, ...]


def kits_folder(settings: Settings) -> Path:
    """Where kits go: the folder of the preferences, else "Kits" in the user's documents."""
    return Path(settings.kit_folder) if settings.kit_folder else paths.user_documents() / FOLDER


def write_pieces(orders: Sequence[FileOrder], kit: Kit, root: Path, name: str, context: JobContext) -> Written:
    """Make the files and write them into a new folder below `root`; raises BadInput when the disk refuses.

    What lacks the hotline or has it altered is held back, as in the export of a whole kit.
    """
    kept, stopped = hold_back(kit, orders)
    made = []
    for number, order in enumerate(kept):
        context.report(number, len(kept), PurePosixPath(order.path).name)
        made.append(make(order, kit, context))
    ready, held = without_held(made)
    sentences = tuple(dict.fromkeys(finding.message for finding in (*stopped, *held)))
    if not ready:
        raise BadInput("Nothing was written.", sentences[0] if sentences else "There is no file of this piece.")
    folder = _new_folder(root, safe_name(name))
    names = file_names([one.order for one in ready])
    for one, file in zip(ready, names, strict=True):
        context.checkpoint()
        write_file(folder, file, one.data)
    return Written(folder, names, sentences)


def file_names(orders: Sequence[FileOrder]) -> tuple[str, ...]:
    """A name for each file in one folder; where sizes share a name, the folder of the kit goes into it."""
    paths = [PurePosixPath(order.path) for order in orders]
    taken = Counter(path.name for path in paths)
    return tuple(
        path.name if taken[path.name] == 1 else f"{path.stem}-{path.parent.name}{path.suffix}" for path in paths
    )


def _new_folder(root: Path, name: str) -> Path:
    try:
        root.mkdir(parents=True, exist_ok=True)
        for number in range(1, MOST_TRIES):
            folder = root / (name if number == 1 else f"{name} {number}")
            if not folder.exists():
                folder.mkdir()
                return folder
    except OSError as error:
        raise write_error(error, root) from error
    raise BadInput(f"{root} holds too many exports of this piece.", "Move some of them away.")


def export_piece(workspace: Workspace, orders: Sequence[FileOrder], kit: Kit, title: str) -> Task:
    """Start writing a piece; a toast tells how it ended, and the bar above the centre offers the folder."""
    root, chosen = kits_folder(workspace.settings), tuple(orders)
    name = f"{kit.folder_name} {title}"

    def job(context: JobContext) -> Written:
        return write_pieces(chosen, kit, root, name, context)

    def done(written: Written) -> None:
        text = workspace.tr("{count} files are in {folder}.").format(count=len(written.names), folder=written.folder)
        if written.held:
            text = f"{text} {written.held[0]}"
        url = QUrl.fromLocalFile(str(written.folder))

        def show() -> None:
            QDesktopServices.openUrl(url)

        workspace.info(text, workspace.tr("Open folder"), show)

    def failed(error: Exception) -> None:
        reason = told(error) if isinstance(error, StudioError) else workspace.tr("Something unexpected happened.")
        workspace.toast(workspace.tr("This piece was not exported. {reason}").format(reason=reason))

    task = workspace.tasks.start(job)
    task.progress.connect(
        lambda now: workspace.job_changed.emit(
            workspace.tr("Exporting {name}").format(name=now.label), now.done, now.total
        )
    )
    task.succeeded.connect(done)
    task.failed.connect(failed)
    task.finished.connect(lambda: workspace.job_changed.emit("", 0, 0))
    return task

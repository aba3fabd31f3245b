"""Several kits of one organization in one go, each in a folder with a name that people read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from htpm_studio.export.disk.atomic_output import remove_tree
from htpm_studio.export.folder.replacing import free_folder, is_untouched
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.selection import Selection, chosen, narrowed
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.file_cache import FileCache
from htpm_studio.export.run.results import KitResult
from htpm_studio.export.run.subprogress import Subprogress
from htpm_studio.processes.jobs import JobContext, Progress


def export_weeks(
    kits: Sequence[tuple[str, Kit]],
    out: Path,
    choice: Selection,
    context: JobContext,
    *,
    executor: Executor | None = None,
    listener: Callable[[Progress], None] | None = None,
    instead_of: Sequence[Path] = (),
    notes: Path | None = None,
    cache: FileCache | None = None,
) -> tuple[KitResult, ...]:
    """Write kits (folder name and kit) below `out`; kits of ours that nobody touched make room.

    A kit appears complete or not at all; those that were complete before a stop or a failure stay. The `executor`
    renders the files, `listener` hears of every finished one in the job's own thread. `instead_of` are folders of an
    earlier try, which go where nobody touched them and the kits are in others now.
    `notes`, `cache` and what is raised are those of `export_kit`.
    """
    counts = [len(chosen(kit, choice)) for _, kit in kits]
    results: list[KitResult] = []
    for index, (name, kit) in enumerate(kits):
        if not chosen(kit, choice) and len(kits) > 1:
            continue
        share = Subprogress(context, sum(counts[:index]), sum(counts), listener)
        folder, replaces = free_folder(out, name)
        result = export_kit(
            narrowed(kit, choice), out, share, force=replaces, keeps_touched=True, executor=executor, folder=folder,
            wanted=choice.wants, notes=notes, cache=cache,
        )  # fmt: skip
        results.append(result)
    for old in set(instead_of) - {result.folder for result in results}:
        if is_untouched(old):
            remove_tree(old)
    return tuple(results)

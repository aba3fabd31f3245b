"""Several kits of one organisation in one go, each in a folder with a name that people read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from htpm_studio.export.kit import Kit
from htpm_studio.export.replacing import free_folder
from htpm_studio.export.run import Result, export_kit
from htpm_studio.export.selection import Choice, chosen, narrowed
from htpm_studio.export.share import Share
from htpm_studio.jobs import JobContext, Progress


def export_weeks(
    kits: Sequence[tuple[str, Kit]],
    out: Path,
    choice: Choice,
    context: JobContext,
    *,
    workers: int = 2,
    listener: Callable[[Progress], None] | None = None,
) -> tuple[Result, ...]:
    """Write kits (folder name and kit) below `out`; kits of ours that nobody touched make room.

    A kit appears complete or not at all; those that were complete before a stop or a failure stay. `listener` hears
    of every finished file in the job's own threads. Raises BadInput and Cancelled as `export_kit` does.
    """
    counts = [len(chosen(kit, choice)) for _, kit in kits]
    results: list[Result] = []
    for index, ((name, kit), count) in enumerate(zip(kits, counts, strict=True)):
        if not count and len(kits) > 1:
            continue
        share = Share(context, sum(counts[:index]), sum(counts), listener)
        folder, replaces = free_folder(out, name)
        results.append(
            export_kit(
                narrowed(kit, choice), out, share, force=replaces, workers=workers, folder=folder, wanted=choice.wants
            )
        )
    return tuple(results)

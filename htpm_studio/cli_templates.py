"""The command `templates`: which there are, whether your own are right, and how all of them look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.console import Reporter, guarded
from htpm_studio.errors import BadInput
from htpm_studio.export.request import next_january


def templates(
    lint: Annotated[Path | None, typer.Option(help="Check the templates in a folder of yours.")] = None,
    sheet: Annotated[
        Path | None, typer.Option(help="Draw every social graphic and background in six brands into this PNG.")
    ] = None,
    column: Annotated[int, typer.Option(min=60, max=600, help="Width of one design on the sheet in pixels.")] = 240,
) -> None:
    """List the templates, check your own, or draw them all."""
    from htpm_studio.export.kit import load_resources  # noqa: PLC0415 - starts faster without

    reporter = Reporter(as_json=False)
    with guarded(reporter) as context:
        if lint is not None and not lint.is_dir():
            raise BadInput(f"There is no folder {lint}.", "Name the folder that holds your .xml templates.")
        if sheet is not None:
            from htpm_studio.export.template_sheet import SheetJob, write_template_sheet  # noqa: PLC0415

            year = next_january(dt.date.today())
            job = SheetJob(sheet, paths.assets(), paths.templates(), year, column, lint)
            write_template_sheet(job, context, lambda _told: None)
            reporter.line(f"Wrote {sheet}")
            return
        resources = load_resources(paths.assets(), paths.templates(), lint)
        for template in sorted(resources.library.templates.values(), key=lambda one: one.id):
            reporter.line(f"{template.id:24} {template.title:20} {' '.join(template.canvases)}")

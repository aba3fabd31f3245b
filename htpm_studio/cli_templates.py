"""The command `templates`: which there are, whether your own are right, and how all of them look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from htpm_studio import paths
from htpm_studio.console import Reporter, guarded
from htpm_studio.errors import BadInput
from htpm_studio.export.request import next_january
from htpm_studio.jobs import JobContext

if TYPE_CHECKING:
    from htpm_studio.export.kit import Resources


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
        resources = load_resources(paths.assets(), paths.templates(), lint)
        if sheet is not None:
            _draw(sheet, resources, column, context)
            reporter.line(f"Wrote {sheet}")
            return
        for template in sorted(resources.library.templates.values(), key=lambda one: one.id):
            reporter.line(f"{template.id:24} {template.title:20} {' '.join(template.canvases)}")


def _draw(sheet: Path, resources: Resources, column: int, context: JobContext) -> None:
    from htpm_studio.campaign.pack import read_pack  # noqa: PLC0415
    from htpm_studio.export.place import write_file  # noqa: PLC0415
    from htpm_studio.export.template_sheet import draw_template_sheet, read_sample_brands  # noqa: PLC0415
    from htpm_studio.render.raster_files import encode_png  # noqa: PLC0415

    if not sheet.parent.is_dir():
        raise BadInput(f"There is no folder {sheet.parent}.", "Name a picture in a folder that is there.")
    brands = read_sample_brands(paths.assets() / "sample-brands")
    campaign = read_pack(paths.assets() / "campaigns" / "htpm", "en")
    day = dt.date(next_january(dt.date.today()), 1, 11)
    picture = draw_template_sheet(brands, campaign, resources, day, context, column=column)
    write_file(sheet.parent, sheet.name, encode_png(picture))

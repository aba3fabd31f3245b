"""The command `templates`: which there are and where each came from, whether your own are right, how all look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.errors import InputError, Problems
from htpm_studio.export.kit.schedule import next_year
from htpm_studio.processes.jobs import JobContext

if TYPE_CHECKING:
    from htpm_studio.compose.template import Library
    from htpm_studio.export.kit.kit import Resources

GOOD, WRONG = 0, 1


templates_app = typer.Typer(name="templates")

LintFolder = Annotated[
    Path | None, typer.Option("--lint", help="Folder of templates instead of your own templates folder.")
]
ThumbWidth = Annotated[int, typer.Option(min=60, max=600, help="Width of one design on the sheet in pixels.")]


@templates_app.callback(invoke_without_command=True)
def templates(
    context: typer.Context,
    lint: Annotated[
        Path | None, typer.Option(help="Check the templates in this folder instead of your own templates folder.")
    ] = None,
    copy: Annotated[
        str,
        typer.Option(help="Copy one of the program's templates into your templates folder so that you can change it."),
    ] = "",
    sheet: Annotated[Path | None, typer.Option(hidden=True, help="The older form of `templates preview`.")] = None,
    column: Annotated[int, typer.Option(min=60, max=600, hidden=True, help="The older name of --thumb-width.")] = 240,
) -> None:
    """List templates and where each comes from, check your own, or draw them all."""
    if context.invoked_subcommand is not None:
        return
    from htpm_studio.export.sources.own_templates import copy_template  # noqa: PLC0415 - starts faster without

    reporter = Reporter(as_json=False)
    folders = _folders(lint)
    with guarded(reporter) as job:
        if lint is not None and not lint.is_dir():
            raise InputError(f"The folder {lint} does not exist.", "Name the folder that holds your .xml templates.")
        if copy:
            reporter.line(f"Wrote {copy_template(copy, folders)}")
            return
        resources, problems = _read(folders, reporter, strict=lint is not None)
        if sheet is not None:
            _draw(sheet, folders, job, reporter, column)
        else:
            for line in _listed(resources.library, folders.own_templates or Path()):
                reporter.line(line)
        raise typer.Exit(WRONG if problems else GOOD)


@templates_app.command("preview")
def preview(
    file: Annotated[Path, typer.Argument(help="The PNG to write.")],
    thumb_width: ThumbWidth = 240,
    family: Annotated[str, typer.Option(help="Family of designs to draw (default: the first one).")] = "",
    design: Annotated[
        str,
        typer.Option(help="Only this design, such as print/flyer (default: all graphics and backgrounds)."),
    ] = "",
    brand: Annotated[str, typer.Option(help="Only this sample brand, by a part of its name (default: all six).")] = "",
    lint: LintFolder = None,
) -> None:
    """Draw graphics and backgrounds, or one design, also of decks and prints, in six brands into one PNG."""
    reporter = Reporter(as_json=False)
    folders = _folders(lint)
    with guarded(reporter) as job:
        _resources, problems = _read(folders, reporter, strict=lint is not None)
        _draw(file, folders, job, reporter, thumb_width, family, design, brand)
        raise typer.Exit(WRONG if problems else GOOD)


@templates_app.command("families")
def list_families(lint: LintFolder = None) -> None:
    """List the families of designs: the id for --family, the title, its styles, where each comes from, what it is."""
    reporter = Reporter(as_json=False)
    folders = _folders(lint)
    with guarded(reporter):
        resources, problems = _read(folders, reporter, strict=lint is not None)
        for family in resources.designs.families.values():
            origin = "yours" if family.own else "program"
            styles = ", ".join(family.spec.styles)
            reporter.line(f"{family.id:22} {family.title:22} {styles:14} {origin:8} {family.about}")
        raise typer.Exit(WRONG if problems else GOOD)


def _folders(lint: Path | None) -> paths.Folders:
    return paths.folders() if lint is None else replace(paths.folders(), own_templates=lint)


def _read(folders: paths.Folders, reporter: Reporter, *, strict: bool) -> tuple[Resources, Sequence[str]]:
    """Templates and families, with what is wrong in them said; raises Problems for it where that is what was asked."""
    from htpm_studio.compose.family_templates import program_mistakes  # noqa: PLC0415 - starts faster without
    from htpm_studio.export.kit.kit import load_resources, template_problems  # noqa: PLC0415

    resources = load_resources(folders)
    if mistakes := program_mistakes(resources.designs.by_id):
        raise Problems("The template folder", mistakes)
    library = resources.library
    if strict and library.problems:
        raise Problems("The template folder", library.problems)
    problems = template_problems(library)
    for problem in problems:
        reporter.warn(problem)
    return resources, problems


def _draw(
    file: Path,
    folders: paths.Folders,
    job: JobContext,
    reporter: Reporter,
    width: int,
    family: str = "",
    design: str = "",
    brand: str = "",
) -> None:
    from htpm_studio.export.run.template_sheet import SheetChoice, write_template_sheet  # noqa: PLC0415

    choice = SheetChoice(width, family, design, brand)
    write_template_sheet(
        file, folders, next_year(dt.date.today()), choice, job, lambda problem: reporter.warn(str(problem))
    )
    reporter.line(f"Wrote {file}")


def _listed(library: Library, folder: Path) -> Sequence[str]:
    rows = [
        f"{design.id:26} {design.title:22} {_source(library, design.id):36} {' '.join(design.canvases)}".rstrip()
        for design in sorted(library.templates.values(), key=lambda template: template.id)
    ]
    count = sum(template.own for template in library.templates.values())
    yours = "None of them is" if count == 0 else "1 of them is" if count == 1 else f"{count} of them are"
    return [*rows, f"{yours} in your templates folder, {folder}."]


def _source(library: Library, template_id: str) -> str:
    template = library.templates[template_id]
    if not template.own:
        return "program"
    return f"yours: {template.file}{', in its place' if template_id in library.bundled else ''}"

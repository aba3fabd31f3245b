"""The command line: the same functions as the window, with progress, plain sentences and exit codes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli_batch import batch
from htpm_studio.cli_check import check
from htpm_studio.cli_export import export
from htpm_studio.cli_import import toolkit
from htpm_studio.console import Reporter, guarded
from htpm_studio.errors import BadInput, StudioError

DONE, BAD = 0, 2

app = typer.Typer(
    name="htpm-studio",
    help="A branded kit for Human Trafficking Prevention Month: decks, backgrounds, graphics and handouts, "
    "made offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


app.command()(export)
app.command()(check)
app.command()(batch)
app.command("import-toolkit")(toolkit)


@app.callback()
def _root() -> None:
    """Keep `export` a named command even while there are few others."""


@app.command()
def templates(
    lint: Annotated[Path | None, typer.Option(help="Check the templates in a folder of yours.")] = None,
) -> None:
    """List the templates, or check your own."""
    from htpm_studio.compose.styles import read_style_sheet  # noqa: PLC0415 - starts faster without
    from htpm_studio.compose.template import load_library  # noqa: PLC0415

    reporter = Reporter(as_json=False)
    with guarded(reporter):
        styles = read_style_sheet(paths.templates() / "styles.toml").names()
        if lint is not None and not lint.is_dir():
            raise BadInput(f"There is no folder {lint}.", "Name the folder that holds your .xml templates.")
        folders = [paths.templates(), *([lint] if lint else [])]
        library = load_library(folders, styles)
        for template in sorted(library.templates.values(), key=lambda one: one.id):
            reporter.line(f"{template.id:24} {template.title:20} {' '.join(template.canvases)}")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        app(args=arguments, standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD
    except StudioError as error:
        sys.stderr.write(f"{error}\n")
        return BAD
    return DONE

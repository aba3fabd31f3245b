"""The command line: the same functions as the window, with progress, plain sentences and exit codes."""

from __future__ import annotations

import sys

import typer

from htpm_studio.cli_batch import batch
from htpm_studio.cli_check import check
from htpm_studio.cli_export import export
from htpm_studio.cli_facts import facts
from htpm_studio.cli_import import toolkit
from htpm_studio.cli_print import print_plan
from htpm_studio.cli_templates import templates_app
from htpm_studio.errors import StudioError
from htpm_studio.jobs import tidy_seldom

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
app.command("print-plan")(print_plan)
app.command("print", hidden=True)(print_plan)  # its older name
app.add_typer(templates_app)
app.command()(facts)


@app.callback()
def _root() -> None:
    """Keep `export` a named command even while there are few others."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    tidy_seldom()
    try:
        app(args=arguments, standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD
    except StudioError as error:
        sys.stderr.write(f"{error}\n")
        return BAD
    return DONE

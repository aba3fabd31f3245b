"""The command line: the same functions as the window, with progress, plain sentences and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from htpm_studio.errors import StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import tidy_seldom

DONE, BAD = 0, 2


@dataclass(frozen=True, slots=True)
class _Command:
    """A command that is imported when it is asked for: `--help` needs only the sentence about it."""

    help: str
    load: Callable[[], Callable[..., Any] | typer.Typer]
    hidden: bool = False


def _export() -> Callable[..., Any]:
    from htpm_studio.cli.export import export  # noqa: PLC0415

    return export


def _check() -> Callable[..., Any]:
    from htpm_studio.cli.check import check  # noqa: PLC0415

    return check


def _batch() -> Callable[..., Any]:
    from htpm_studio.cli.batch import batch  # noqa: PLC0415

    return batch


def _toolkit() -> Callable[..., Any]:
    from htpm_studio.cli.import_toolkit import toolkit  # noqa: PLC0415

    return toolkit


def _print_plan() -> Callable[..., Any]:
    from htpm_studio.cli.print_plan import print_plan  # noqa: PLC0415

    return print_plan


def _facts() -> Callable[..., Any]:
    from htpm_studio.cli.facts import facts  # noqa: PLC0415

    return facts


def _copy_kit() -> Callable[..., Any]:
    from htpm_studio.cli.copy_kit import copy_kit  # noqa: PLC0415

    return copy_kit


def _templates() -> typer.Typer:
    from htpm_studio.cli.templates import templates_app  # noqa: PLC0415

    return templates_app


_PRINT = "List what to print for an event, and which paper to buy."
COMMANDS: Mapping[str, _Command] = {
    "export": _Command("Make a kit for one week, or for all of them.", _export),
    "check": _Command(
        "List what must be fixed before a kit is published and what to review; exit 1 if something must be fixed.",
        _check,
    ),
    "batch": _Command("Make a kit for every organization in a list; finished kits are kept.", _batch),
    "import-toolkit": _Command(
        "Make a campaign pack from a toolkit document; exit 1 if something in it needs review.", _toolkit
    ),
    "print-plan": _Command(_PRINT, _print_plan),
    "print": _Command(_PRINT, _print_plan, hidden=True),  # its older name
    "copy-kit": _Command(
        "Copy finished kits to a drive and read every file back; a folder that is there already stays.", _copy_kit
    ),
    "facts": _Command(
        "List every number in the campaign with its source, age and where it is used; exit 1 if a newer one is due.",
        _facts,
    ),
    "templates": _Command("List templates and where each comes from, check your own, or draw them all.", _templates),
}


class _Commands(TyperGroup):
    """The commands of the table; the one that is run is imported, the others are only named."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, command in COMMANDS.items():
            self.add_command(TyperCommand(name, help=command.help, hidden=command.hidden))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is run, and its arguments."""
        if args and args[0] in COMMANDS:
            self.add_command(loaded(args[0]), args[0])
        return super().resolve_command(ctx, args)


def loaded(name: str) -> Any:
    """A command of the table, with its options."""
    found = COMMANDS[name].load()
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False)
        alone.command(name, hidden=COMMANDS[name].hidden)(found)
        found = alone
    return get_command(found)


app = typer.Typer(
    name="htpm-studio",
    help="A branded kit for Human Trafficking Prevention Month: decks, backgrounds, graphics and handouts, "
    "made offline.",
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _root() -> None:
    """Have commands, none of which is the program itself."""


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

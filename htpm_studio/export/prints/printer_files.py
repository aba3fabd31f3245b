"""Files for a copy shop: one for each paper, with all that is printed on it and as many copies as are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from htpm_studio.errors import join_messages, msg
from htpm_studio.export.disk.names import safe_name
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PrintRun
from htpm_studio.export.pages.selection import printed_among
from htpm_studio.export.prints.plan import (
    PaperStock,
    PrintLine,
    by_stock,
    counted,
    in_presets,
    kinds_of,
    print_plan,
    sheets_each,
)

FOR_PRINTER = "for-printer"
"""The folder of these files."""


def ordered_lines(kit: Kit, specs: Iterable[FileSpec]) -> tuple[PrintLine, ...]:
    """What the order of a kit has of these files, on the first of its papers."""
    order = kit.options.order
    if order is None:
        return ()
    return print_plan(kit, in_presets(printed_among(specs, kit.options.papers[0]), order.presets), order.people)


def printer_specs(kit: Kit, lines: Iterable[PrintLine]) -> Iterator[FileSpec]:
    """A file for each paper of an order, its pieces in the order of the lines."""
    known = tuple(lines)
    kinds = kinds_of([line.spec for line in known])
    for stock, same in by_stock(known).items():
        turned: dict[str, list[PrintLine]] = {}
        for line in same:
            turned.setdefault(_edge(kit, line), []).append(line)
        for edge, together in turned.items():
            runs = tuple(
                PrintRun(
                    line.spec,
                    kit.translated(join_messages((kinds[line.spec.id], counted(line.spec, line.pieces)), ": ")),
                    line.sheets // sheets_each(line.spec, kit),
                    line.sides,
                )
                for line in together
            )
            yield _file(kit, stock, edge, runs)


def _edge(kit: Kit, line: PrintLine) -> str:
    """The edge about which its sheets are turned; what is on one side goes with what is turned as usual."""
    spec = line.spec
    turned = kit.resources.sheets.sheets[spec.sheet].turned_about if spec.sheet and line.sides > 1 else ""
    return turned or "long edge"


def _file(kit: Kit, stock: PaperStock, edge: str, runs: tuple[PrintRun, ...]) -> FileSpec:
    name = safe_name(f"{stock.size} {stock.name}" + (f" {edge}" if edge != "long edge" else ""))
    return FileSpec(
        id=f"print/{FOR_PRINTER}/{name}",
        medium="print",
        title=kit.translated(msg("For the printer: {stock}", stock=stock.words)),
        path=f"print/{FOR_PRINTER}/{name}.pdf",
        format="pdf",
        pages=(),
        group=f"{FOR_PRINTER}-{name}",
        repeats=True,
        private=any(run.spec.private for run in runs),
        runs=runs,
    )

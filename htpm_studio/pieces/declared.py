"""What is declared in this process: the program's page sizes, pieces and families, and those of the user's templates.

The program's own are read when they are first asked for. Whoever reads the templates declares the user's first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from htpm_studio.decoding.source import Report
from htpm_studio.errors import Diagnostic
from htpm_studio.frozen import dataclass
from htpm_studio.paths import assets, templates
from htpm_studio.pieces.families import Family, read_families, read_own_families
from htpm_studio.pieces.read_pieces import Pieces, read_own_pieces, read_pieces, without
from htpm_studio.pieces.sizes import SIZES, PageSizes, keep_gone, read_own_sizes, read_sizes


@dataclass(frozen=True, slots=True)
class Declarations:
    """Every page size, piece and family, and what of the user's is not used, and why."""

    sizes: PageSizes
    pieces: Pieces
    families: Mapping[str, Family]
    problems: tuple[Diagnostic, ...] = ()


@cache
def bundled() -> Declarations:
    """What the program itself declares; raises Problems with each mistake in its files."""
    sizes = read_sizes(templates() / SIZES)
    pieces = read_pieces(templates(), sizes)
    return Declarations(sizes, pieces, read_families(templates(), pieces, assets() / "fonts"))


_in_use: list[Declarations] = []
"""The declarations in use, if any: pages are drawn, checked and exported by them."""


def declare(folder: Path | None, paths: Sequence[Path] = (), families: Sequence[Path] = ()) -> Declarations:
    """Use what the program declares, and what `sizes.toml`, these pieces and families of a user's folder add to it.

    A piece or family with a mistake is left out, and so are all sizes of a file with one. Raises Problems for a mistake
    of the program's alone.
    """
    usual, before = bundled(), declarations()
    if folder is None:
        made = usual
    else:
        report = Report()
        sizes = read_own_sizes(folder / SIZES, usual.sizes, report)
        own, problems = read_own_pieces(folder, paths, usual.pieces, sizes)
        dressed, wrong = read_own_families(folder, families, usual.families, own, assets() / "fonts")
        made = Declarations(sizes, own, dressed, (*report.problems, *problems, *wrong))
    if made.sizes.by_id != before.sizes.by_id or before.sizes.gone:
        made = replace(made, sizes=keep_gone(made.sizes, before.sizes))
    _in_use[:] = [made]
    return made


def leave_out(names: Iterable[str]) -> None:
    """Use no pieces of these names: their pages cannot be drawn."""
    now = declarations()
    _in_use[:] = [replace(now, pieces=without(now.pieces, names, now.sizes))]


def additions() -> Declarations | None:
    """What is in use, for another process that is to `use` it; None where all of it is the program's."""
    return None if declarations() == bundled() else declarations()


def use(declared: Declarations | None) -> None:
    """Use what another process has declared; None stands for what the program itself declares."""
    _in_use[:] = [declared] if declared is not None else []


def declarations() -> Declarations:
    """What is in use."""
    return _in_use[0] if _in_use else bundled()


def page_sizes() -> PageSizes:
    """Every page size."""
    return declarations().sizes


def pieces() -> Pieces:
    """Every piece with its fields, words and sheets."""
    return declarations().pieces


def families() -> Mapping[str, Family]:
    """Every design family by id, in the order in which people choose."""
    return declarations().families


def own_pieces() -> Pieces | None:
    """The pieces, where some of them are the user's; None where all are the program's."""
    now, usual = pieces(), bundled().pieces
    return now if len(now.by_id) > len(usual.by_id) else None


def phrases(language: str) -> Mapping[str, str]:
    """What declarations say to people in a language, by what they say in English."""
    return {words["en"]: words[language] for words in _said() if language in words}


def _said() -> Iterator[Mapping[str, str]]:
    yield from (size.names for size in page_sizes())
    for piece in pieces().by_id.values():
        yield from (side.title for side in piece.spec.page.values())
        yield from (file.amount.why for file in piece.spec.file if file.amount)
        yield from (words for file in piece.spec.file for words in (file.kind, file.one, file.many) if words)
    for stock in pieces().common.stock.values():
        yield from (stock.letter, stock.a4)
    for family in families().values():
        yield from (family.spec.title, family.spec.about)

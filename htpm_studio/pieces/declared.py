"""What the program itself declares: read when it is first asked for, and the same ever after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from htpm_studio.paths import templates
from htpm_studio.pieces.library import Pieces, read_pieces
from htpm_studio.pieces.sizes import PageSizes, read_sizes


@cache
def page_sizes() -> PageSizes:
    """Every page size; raises Problems with each mistake in the file."""
    return read_sizes(templates() / "sizes.toml")


@cache
def pieces() -> Pieces:
    """Every piece with its fields, words and sheets; raises Problems with each mistake in their files."""
    return read_pieces(templates(), page_sizes())


def phrases(language: str) -> Mapping[str, str]:
    """What declarations say to people in a language, by what they say in English."""
    return {said["en"]: said[language] for said in _said() if language in said}


def _said() -> Iterator[Mapping[str, str]]:
    yield from (size.names for size in page_sizes())
    for piece in pieces().by_id.values():
        yield from (side.title for side in piece.said.page.values())
        yield from (file.amount.why for file in piece.said.file if file.amount)

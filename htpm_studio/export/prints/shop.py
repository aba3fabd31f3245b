"""Printed pieces as a print shop wants them: art to the edge, bleed, crop marks, each card a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.bleed import BLEED
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.pieces.declared import pieces

TO_THE_EDGE = {"inset": "0", "corner": "0"}


def shop_specs(kit: Kit, specs: Iterable[FileSpec]) -> Iterator[FileSpec]:
    """The files of these pieces for a print shop."""
    for spec in specs:
        page, file = spec.pages[0], spec.print_file
        own = pieces().with_template(page.template)
        if file is None or not file.shop or own is None or file not in own.spec.file:
            continue
        path = PurePosixPath(spec.path)
        paper = file.a4 if path.parent.name == "a4" else file.letter
        name = path.stem if paper.name else f"{path.stem}-{path.parent.name}"
        pages = tuple(replace(side, content={**side.content, **TO_THE_EDGE}) for side in spec.pages)
        yield replace(
            spec,
            id=f"print/shop/{name}",
            title=fill(kit.campaign.words.print["shop"], {"title": spec.title}),
            path=f"print/shop/{name}.pdf",
            pages=pages,
            sheet="",
            bleed=BLEED,
            group=f"{spec.group}-shop",
            repeats=True,
            print_file=None,
        )

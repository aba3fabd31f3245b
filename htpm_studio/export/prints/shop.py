"""Printed pieces as a print shop wants them: art to the edge, bleed, crop marks, each card a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.bleed import BLEED
from htpm_studio.export.kit import Kit
from htpm_studio.export.specs import FileSpec

TEMPLATES = frozenset({"print/flyer", "print/poster", "print/card-outside"})
"""What is worth a print shop; for a form of cards only the plain one, which the shop puts on its own sheets."""

TO_THE_EDGE = {"inset": "0", "corner": "0"}


def shop_orders(kit: Kit, orders: Iterable[FileSpec]) -> Iterator[FileSpec]:
    """The files of these pieces for a print shop."""
    seen: set[tuple[str, str]] = set()
    for order in orders:
        page = order.pages[0]
        if page.template not in TEMPLATES or (order.piece, page.canvas) in seen:
            continue
        seen.add((order.piece, page.canvas))
        path = PurePosixPath(order.path)
        name = path.stem if path.stem.endswith(("11x17", "a3")) else f"{path.stem}-{path.parent.name}"
        pages = tuple(replace(one, content={**one.content, **TO_THE_EDGE}) for one in order.pages)
        yield replace(
            order,
            id=f"print/shop/{name}",
            title=fill(kit.campaign.words.print.shop, {"title": order.title}),
            path=f"print/shop/{name}.pdf",
            pages=pages,
            sheet="",
            bleed=BLEED,
            group=f"{order.group}-shop",
            repeats=True,
        )

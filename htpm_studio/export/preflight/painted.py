"""The characters behind the glyphs of a finished page, across the texts and lines that are together."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.scene.nodes import FormField, Group, Link, Page, Picture, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.text.shaping import clean


def painted_near_miss(page: Page, helplines: tuple[Helpline, ...]) -> str:
    """What is wrong with a hotline number or address on a finished page; "" when nothing is.

    A number may be split over lines and boxes: they are read in the order in which they are painted, and line by line
    as they lie on the page.
    """
    blocks = list(texts(page))
    lines = sorted(
        (round(line.baseline), line.x, _shown(block, number))
        for block in blocks
        for number, line in enumerate(block.lines)
    )
    across = "\n".join(text for _, _, text in lines)
    return first_near_miss("\n".join(map(painted, blocks)), across, *_unseen(page), lines=helplines)


def painted(block: TextBlock) -> str:
    """The characters whose glyphs a text shows; letters that no font has are not among them.

    Where all are there, the text itself, which knows whether a line ends at a space or within a word.
    """
    lines = [_shown(block, number) for number in range(len(block.lines))]
    whole = "".join("".join(lines).split()) == "".join(clean(block.text).split())
    return block.text if whole else "\n".join(lines)


def _shown(block: TextBlock, number: int) -> str:
    return "".join(run.text for run in block.lines[number].runs)


def _unseen(page: Page) -> Iterator[str]:
    """The texts that people hear, follow or fill in, and those that programs show beside the page."""
    yield from (page.title, page.name, page.notes, page.section)
    for node in walk(page.nodes):
        if isinstance(node, Picture | Group):
            yield node.alt
        elif isinstance(node, Link):
            yield from (node.url, node.description)
        elif isinstance(node, FormField):
            yield node.label

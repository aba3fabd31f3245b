"""What of a page waits for a click in a show, and the page as it is before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpm_studio.scene.nodes import Group, Link, Node, Page


def appears(node: Node) -> bool:
    """Whether a show has this at a click only."""
    return isinstance(node, Group) and node.appears


def clicks(page: Page) -> int:
    """How many clicks a show of the page takes until all of it is there."""
    return sum(1 for node in _all(page.nodes) if appears(node))


def after_clicks(page: Page, count: int) -> Page:
    """The page as a show has it after so many clicks."""
    shown = {id(node) for node in [node for node in _all(page.nodes) if appears(node)][:count]}
    return replace(page, nodes=_kept(page.nodes, shown))


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Group | Link):
            yield from _all(node.children)


def _kept(nodes: Iterable[Node], shown: set[int]) -> tuple[Node, ...]:
    kept = (node for node in nodes if not appears(node) or id(node) in shown)
    return tuple(
        replace(node, children=_kept(node.children, shown)) if isinstance(node, Group | Link) else node for node in kept
    )

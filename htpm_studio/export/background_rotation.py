"""The ground of each graphic of a week, chosen so that a feed does not repeat itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from htpm_studio.pieces.declared import pieces

_SAME, _MELTS, _CHANGED = 1000.0, 10.0, 1.0


Grounds = Mapping[str, tuple[str, ...]]
"""The grounds that designs can be on in a family, by their pages, where they are not those of the piece."""


def grounds_of(template: str, grounds: Grounds = MappingProxyType({})) -> tuple[str, ...]:
    """The grounds that a design can be on, its own first; none for one of the user's."""
    piece = pieces().with_template(template)
    return grounds.get(template.partition("/")[2], piece.said.grounds) if piece else ()


def rotate_backgrounds(
    templates: Sequence[str], melting: Sequence[Collection[str]] = (), grounds: Grounds = MappingProxyType({})
) -> list[str]:
    """A ground for each design of a week in the order in which they are posted.

    Neighbors differ wherever one of them can; a design leaves its own ground for that only, or where its picture would
    be of one tone with it. `melting` are those grounds of each design.
    """
    if not templates:
        return []
    paths: dict[str, tuple[float, list[str]]] = {}
    for index, template in enumerate(templates):
        choices = grounds_of(template, grounds) or ("surface",)
        before = paths
        paths = {}
        for ground in choices:
            own = 0.0 if ground == choices[0] else _CHANGED
            own += _MELTS if melting and ground in melting[index] else 0.0
            options = [(cost + (_SAME if last == ground else 0.0), way) for last, (cost, way) in before.items()]
            cost, way = min(options) if index else (0.0, [])
            paths[ground] = (cost + own, [*way, ground])
    return min(paths.values())[1]

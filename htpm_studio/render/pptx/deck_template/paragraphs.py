"""What a placeholder of somebody else's presentation is filled with."""

from __future__ import annotations

from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Color


@dataclass(frozen=True, slots=True)
class PlaceholderText:
    """A paragraph; a `close` one belongs to the one above, an `under` one is below the words of that one's bullet.

    `bullet` is None where the design decides, `size` (points) and `ink` only where they differ from the design. In the
    file it is `typed` without the no-break spaces that only its measured lines need ("" where it is `text`).
    """

    text: str
    bullet: bool | None = None
    bold: bool = False
    size: float | None = None
    url: str = ""
    tip: str = ""
    close: bool = False
    under: bool = False
    ink: Color | None = None
    typed: str = ""

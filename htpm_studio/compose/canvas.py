"""The page sizes that templates are laid out for."""

from __future__ import annotations

from dataclasses import dataclass

from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Size

PAPER_DPI = 150.0
PAPER_SCALES = frozenset(("page", "large", "card"))


@dataclass(frozen=True, slots=True)
class Canvas:
    """A page size. `unit` is the spacing unit s in points, `scale` names the type scale of the style sheet."""

    id: str
    size: Size
    unit: float
    scale: str

    @property
    def is_paper(self) -> bool:
        """Whether the page is printed."""
        return self.scale in PAPER_SCALES

    @property
    def density(self) -> float:
        """How many pixels of a photo a point needs: one of a screen, two of a slide, 150 an inch on paper."""
        return {"social": 1.0, "background": 1.0, "slide": 2.0}.get(self.scale, PAPER_DPI / POINTS_PER_INCH)


_A4 = Size(210 * POINTS_PER_MM, 297 * POINTS_PER_MM)
_A3 = Size(297 * POINTS_PER_MM, 420 * POINTS_PER_MM)
_A4_CARD = Size(85 * POINTS_PER_MM, 55 * POINTS_PER_MM)

CANVASES: dict[str, Canvas] = {
    canvas.id: canvas
    for canvas in (
        Canvas("square", Size(1080, 1080), 12, "social"),
        Canvas("portrait", Size(1080, 1350), 12, "social"),
        Canvas("story", Size(1080, 1920), 13, "social"),
        Canvas("landscape", Size(1200, 630), 9.6, "social"),
        Canvas("background", Size(1920, 1080), 12, "background"),
        Canvas("slide", Size(960, 540), 6, "slide"),
        Canvas("letter", Size(612, 792), 6, "page"),
        Canvas("a4", _A4, 6, "page"),
        Canvas("card", Size(252, 144), 2, "card"),
        Canvas("letter-large", Size(612, 792), 6, "large"),
        Canvas("a4-large", _A4, 6, "large"),
        Canvas("tabloid", Size(792, 1224), 9, "page"),
        Canvas("a3", _A3, 9, "page"),
        Canvas("card-a4", _A4_CARD, 2, "card"),
        Canvas("fold", Size(252, 288), 2, "card"),
        Canvas("fold-a4", Size(_A4_CARD.width, 2 * _A4_CARD.height), 2, "card"),
        Canvas("tent", Size(612, 264), 6, "page"),
        Canvas("tent-a4", Size(_A4.width, 99 * POINTS_PER_MM), 6, "page"),
        Canvas("tent-low", Size(612, 180), 6, "page"),
        Canvas("tent-low-a4", Size(_A4.width, 64 * POINTS_PER_MM), 6, "page"),
    )
}

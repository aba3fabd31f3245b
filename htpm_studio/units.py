"""Lengths, sizes and boxes. One unit everywhere: the point (1/72 inch), y grows downward."""

from __future__ import annotations

from htpm_studio.frozen import dataclass

EMU_PER_POINT = 12_700
POINTS_PER_INCH = 72.0
POINTS_PER_MM = 72.0 / 25.4


def emu(points: float) -> int:
    """English Metric Units of a length in points, rounded to a whole unit."""
    return round(points * EMU_PER_POINT)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in points."""

    width: float
    height: float

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances from the four edges in points, in the order of CSS."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned rectangle in points; x and y are its upper left corner on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> Box:
        """The same box, shifted."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, by: Insets) -> Box:
        """The box that is left inside the given margins; its sides never become negative."""
        width = max(0.0, self.width - by.left - by.right)
        height = max(0.0, self.height - by.top - by.bottom)
        return Box(self.x + by.left, self.y + by.top, width, height)

    def grown(self, by: float) -> Box:
        """The same box with its sides further out."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in the box or on its edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Whether `other` lies inside, allowing `slack` points on each side."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the two boxes share more than `slack` points in both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )

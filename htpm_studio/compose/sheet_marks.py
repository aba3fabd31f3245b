"""What is in the margins of a sheet: marks for scissors and folds, lines of words, and the check ruler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Frame, Layout, TextLeaf
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.text_fit import Level
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import StudioError, msg
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sheet_layout import Imposition, SheetNotes
from htpm_studio.scene.nodes import Color, Group, Node, Path, Segment, Shape, Stroke
from htpm_studio.text.flow import TextSetting, line_width
from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Box

EDGE = 0.25 * POINTS_PER_INCH  # what home and office printers leave white
TICK_WIDTH = 0.5
FOLD_DASH = (4.0, 3.0)
NOTE_SIZE, NOTE_LEADING, NOTE_INSET = 8.0, 1.2, 6.0
RULER_WIDTH, RULER_FOOT = 0.75, 5.0


def mark(
    start: tuple[float, float], end: tuple[float, float], color: Color, width: float = TICK_WIDTH, *, fold: bool = False
) -> Shape:
    """A line on which to cut, or dashed to fold."""
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    path = Path((Segment("M", start), Segment("L", end)))
    return Shape("line", box, path, stroke=Stroke(color, width, "butt", FOLD_DASH if fold else ()))


def note(text: str, x: float, middle: float, room: float, look: PageTheme) -> list[Node]:
    """One line beside the ticks, centered on the height `middle`; raises StudioError when it is wider than its room."""
    if not text:
        return []
    style = look.styles.style("page", "micro")
    units = page_sizes()["letter"].unit
    setting = TextSetting(style.face, NOTE_SIZE, style.tracking * NOTE_SIZE, "none")
    width = line_width(text, setting, look.fonts)
    if width > room - 2 * NOTE_INSET:
        raise StudioError(
            msg('The note "{text}" is too long for the margin of a card sheet.', text=text), "Make it shorter."
        )
    height = NOTE_SIZE * NOTE_LEADING
    leaf = TextLeaf(
        text=text, style=replace(style, size=NOTE_SIZE / units), face=style.face, size=NOTE_SIZE, leading=NOTE_LEADING,
        min_scale=1.0, color=look.color("ink"), max_lines=1, align="left", wrap="none", tag="P", field="",
    )  # fmt: skip
    box = Box(x + NOTE_INSET, middle - height / 2, width + 0.1, height)
    return Painter(look, Level()).paint(Placed(Frame(Layout(), leaf=leaf), box))


def ruler(
    x: float, middle: float, sheet: Imposition, notes: SheetNotes, room: float, look: PageTheme
) -> Iterator[Node]:
    """The line that has its length only at 100 %, with its words."""
    color, end, foot = look.color("ink"), x + sheet.ruler, RULER_FOOT / 2
    lines = (
        mark((x, middle), (end, middle), color, RULER_WIDTH),
        mark((x, middle - foot), (x, middle + foot), color, RULER_WIDTH),
        mark((end, middle - foot), (end, middle + foot), color, RULER_WIDTH),
    )
    points = POINTS_PER_INCH if sheet.unit == "in" else POINTS_PER_MM
    text = notes.ruler.replace("{length}", f"{sheet.ruler / points:g}\u00a0{sheet.unit}")
    label = note(text, end, middle, room - sheet.ruler - NOTE_INSET, look)
    box = Box(x, middle - foot, room - NOTE_INSET, RULER_FOOT)
    yield Group("ruler", box, (*lines, *label), decorative=True)

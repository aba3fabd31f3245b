"""Where the placeholders of a foreign layout lie and how their text is set, with what they inherit from the master."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.units import EMU_PER_POINT

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TITLES = ("title", "ctrTitle")
BODIES = ("body", "obj", "tx")
USUAL_SIZE, LEAST_SIZE, MOST_SIZE = 18.0, 6.0, 200.0
TITLE_SIZE, TEXT_SIZE = 32.0, 24.0
FAR = 2**31 - 1
LEAST_GAP, GAP_SHARE = 1.0, 0.35
LEAST_SHARE = 0.08
"""The part of a slide that a placeholder must cover to hold its main text or picture."""

_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_SCHEME = frozenset(
    ("tx1", "tx2", "bg1", "bg2", "dk1", "dk2", "lt1", "lt2", *(f"accent{number}" for number in range(1, 7)))
)
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_BULLETS = ("buChar", "buAutoNum", "buBlip")


@dataclass(frozen=True, slots=True)
class PlaceholderPlace:
    """A placeholder that text or a picture can fill; sizes in points, insets in EMU (left, top, right, bottom).

    `size` is what its first level is set in, `pitch` its lines as a share of the single line, `before` the space above
    each paragraph in points, `bulleted` whether the first level has a bullet, `indent` how far it is set in, in EMU.
    `inherited` is False where a text does not get that size by itself. `ink` is the element and value of its color,
    both empty where the design leaves it open.
    """

    kind: str
    index: int | None
    frame: EmuFrame
    size: float = USUAL_SIZE
    pitch: float = 1.0
    before: float = 0.0
    insets: tuple[int, int, int, int] = (91_440, 45_720, 91_440, 45_720)
    bulleted: bool = False
    bold: bool = False
    indent: int = 0
    inherited: bool = True
    ink: tuple[str, str] = ("", "")

    @property
    def gap(self) -> float:
        """The space between paragraphs in points: the design's own, or a little where it has none."""
        return self.before if self.before >= LEAST_GAP or self.kind in TITLES else GAP_SHARE * self.size

    @property
    def takes_text(self) -> bool:
        """Whether running text can go in."""
        return self.kind in BODIES

    def holds_text(self, slide: tuple[int, int]) -> bool:
        """Whether the main text of a slide of that size can go in."""
        area = self.frame.width * self.frame.height
        return self.takes_text and area >= LEAST_SHARE * slide[0] * slide[1]

    @property
    def room(self) -> tuple[float, float]:
        """Width and height for text in points."""
        left, top, right, bottom = self.insets
        wide, high = self.frame.width - left - right - self.indent, self.frame.height - top - bottom
        return max(1.0, wide / EMU_PER_POINT), max(1.0, high / EMU_PER_POINT)


def places_of(layout: Any, master: Any) -> Iterator[PlaceholderPlace]:
    """The placeholders of a layout in painting order; those without a usable place are left out."""
    inherited = {_kind(mark): shape for shape, mark in holders(master)}
    taken: set[tuple[str, int | None]] = set()
    for shape, mark in holders(layout):
        kind = _kind(mark)
        index = whole(mark, "idx", -1)
        key = (kind, index if index >= 0 else None)
        parent = inherited.get(kind) if kind in inherited else inherited.get(inherited_from(kind))
        frame = _frame(shape) or (_frame(parent) if parent is not None else None)
        if frame is None or key in taken or mark.get("orient") == "vert":
            continue
        taken.add(key)
        yield _place(key, frame, [shape, parent], _style(master, kind))


def whole(node: Any, key: str, default: int = 0) -> int:
    """A whole number of an attribute, bounded; the default where it is missing or none."""
    text = node.get(key) if node is not None else None
    try:
        return max(-FAR, min(FAR, int(text))) if text is not None and len(text) < 16 else default
    except ValueError:
        return default


# ------------------------------------------------------------------ shapes


def holders(tree: Any) -> Iterator[tuple[Any, Any]]:
    """The placeholders of a master or layout, each with the element that says what it is for."""
    for shape in tree.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None:
            yield shape, mark


def _kind(mark: Any) -> str:
    return str(mark.get("type", "obj"))


def inherited_from(kind: str) -> str:
    """The placeholder of a master that one of a layout takes after (ISO 29500-1, 19.7.10)."""
    return "title" if kind in TITLES else kind if kind in ("dt", "ftr", "sldNum") else "body"


def _frame(shape: Any) -> EmuFrame | None:
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None:
        return None
    off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
    wide, high = whole(ext, "cx"), whole(ext, "cy")
    return EmuFrame(whole(off, "x"), whole(off, "y"), wide, high) if wide > 0 and high > 0 else None


def _style(master: Any, kind: str) -> Any:
    name = "titleStyle" if kind in TITLES else "otherStyle" if kind in ("dt", "ftr", "sldNum") else "bodyStyle"
    return master.find(f"{P}txStyles/{P}{name}")


# ------------------------------------------------------------------ text


def _place(key: tuple[str, int | None], frame: EmuFrame, shapes: list[Any], style: Any) -> PlaceholderPlace:
    own = [shape for shape in shapes if shape is not None]
    levels = [shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr") for shape in own]
    levels.append(style.find(f"{A}lvl1pPr") if style is not None else None)
    chain = [level for level in levels if level is not None]
    runs = [run for level in chain if (run := level.find(f"{A}defRPr")) is not None]
    given = _first(whole(run, "sz") / 100 for run in runs)
    usual = max(TITLE_SIZE, _shown(own)) if key[0] in TITLES else _shown(own) or TEXT_SIZE
    size = min(MOST_SIZE, max(LEAST_SIZE, given or usual))
    bodies = [body for shape in own if (body := shape.find(f"{P}txBody/{A}bodyPr")) is not None]
    insets = [_inset(bodies, side) for side in _INSETS]
    bulleted = next((found for level in chain if (found := _bullet(level)) is not None), False)
    indent = next((whole(level, "marL") for level in chain if level.get("marL")), 0)
    return PlaceholderPlace(
        key[0], key[1], frame, size, _pitch(chain, size), _before(chain, size),
        (insets[0], insets[1], insets[2], insets[3]), bulleted, _bold(runs), max(0, indent) if bulleted else 0,
        inherited=given > 0, ink=_ink(runs),
    )  # fmt: skip


def _shown(shapes: list[Any]) -> float:
    """The size of the sample words, for designs that say it nowhere else."""
    marks = (mark for shape in shapes for name in ("rPr", "endParaRPr") for mark in shape.iter(f"{A}{name}"))
    return _first(whole(mark, "sz") / 100 for mark in marks)


def _first(values: Iterable[float]) -> float:
    return next((value for value in values if value > 0), 0.0)


def _inset(bodies: list[Any], side: str) -> int:
    given = next((body for body in bodies if body.get(side)), None)
    return _INSETS[side] if given is None else max(0, min(whole(given, side), 2_000_000))


def _bullet(level: Any) -> bool | None:
    if level.find(f"{A}buNone") is not None:
        return False
    return True if any(level.find(f"{A}{name}") is not None for name in _BULLETS) else None


def _ink(runs: list[Any]) -> tuple[str, str]:
    """The first plain color of the styles; one that is altered or malformed is left open."""
    fill = next((found for run in runs if (found := run.find(f"{A}solidFill")) is not None), None)
    color = fill[0] if fill is not None and len(fill) else None
    if color is None or len(color):
        return "", ""
    name, value = str(color.tag).rpartition("}")[2], str(color.get("val", ""))
    known = (name == "srgbClr" and _HEX.fullmatch(value)) or (name == "schemeClr" and value in _SCHEME)
    return (name, value) if known else ("", "")


def _bold(runs: list[Any]) -> bool:
    return next((run.get("b") in ("1", "true") for run in runs if run.get("b")), False)


def _pitch(chain: list[Any], size: float) -> float:
    space = next((found for level in chain if (found := level.find(f"{A}lnSpc")) is not None), None)
    return min(3.0, max(0.5, _space(space, 1.2 * size) / (1.2 * size))) if space is not None else 1.0


def _before(chain: list[Any], size: float) -> float:
    parts = (next((f for level in chain if (f := level.find(f"{A}{name}")) is not None), None) for name in _AROUND)
    return min(100.0, sum(max(0.0, _space(part, size)) for part in parts if part is not None))


_AROUND = ("spcBef", "spcAft")


def _space(node: Any, full: float) -> float:
    points = node.find(f"{A}spcPts")
    if points is not None:
        return whole(points, "val") / 100
    share = node.find(f"{A}spcPct")
    text = "" if share is None else str(share.get("val", ""))
    if text.endswith("%"):
        return full * float(text[:-1]) / 100 if text[:-1].replace(".", "", 1).isdigit() else full
    return full * whole(share, "val", 100_000) / 100_000

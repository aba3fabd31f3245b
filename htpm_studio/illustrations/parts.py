"""The part files of the library: plain SVG paths whose classes name roles, read strictly and kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from lxml import etree

from htpm_studio.decoding.source import nearest, short
from htpm_studio.errors import Problems, StudioError, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.units import Box

T = TypeVar("T")
PartKind = Literal["arm", "beard", "body", "face", "glasses", "hair", "headwear", "wear"]
PALETTE_ROLES = ("primary", "secondary", "accent", "sun", "ink", "paper", "tint", "tint2", "tint3", "deep")
"""The roles that follow the brand, as drawings name them."""

PERSON_ROLES = ("skin", "hair", "top", "inner", "legs", "shoe", "sock", "wrap", "wrap2", "hat", "prop", "wheel")
"""The roles that a person or a place in a scene gives a color."""

MAX_BYTES, MAX_MARKS = 400_000, 800
BORDER = 10.0
"""How far the page of a part reaches beyond what is drawn, in its own units."""

_SVG = "{http://www.w3.org/2000/svg}"
_PATH = re.compile(r"M[MLCQTHVZ0-9eE.,\s-]*")
_STEP = re.compile(r"([MLCQTHVZ])([^MLCQTHVZ]*)")
_PIECE = re.compile(r"M[^M]+")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE]-?\d+)?")
_SHIFT = re.compile(r"translate\((\S+) (\S+)\) scale\((\S+)\)")
_ATTRIBUTES = frozenset(("class", "d", "fill-rule", "stroke-width", "x", "y", "width", "height"))


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of size, then a move; a negative `across` mirrors."""

    across: float = 1.0
    down: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def of(self, box: Box) -> Box:
        """The place of a box after the shift."""
        left, right = sorted((box.x * self.across + self.x, box.right * self.across + self.x))
        return Box(left, box.y * self.down + self.y, right - left, box.height * self.down)


@dataclass(frozen=True, slots=True)
class PathMark:
    """One shape: the role of its color, its path, and the width of its line (0: it is filled)."""

    role: str
    path: str
    line: float = 0.0
    even_odd: bool = False
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class FigurePart:
    """Marks, bottom to top, inside a box in their own units."""

    marks: tuple[PathMark, ...]
    box: Box

    @property
    def drawn(self) -> Box:
        """The box without its border."""
        box = self.box
        return Box(box.x + BORDER, box.y + BORDER, box.width - 2 * BORDER, box.height - 2 * BORDER)


@dataclass(frozen=True, slots=True)
class SceneSetting:
    """A room or a place: what is behind the people, and what is before them; each mark with the box it is in."""

    back: tuple[tuple[PathMark, Box], ...]
    front: tuple[tuple[PathMark, Box], ...]


class PartBook:
    """All part files below one folder; each is read when it is first asked for. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._found: dict[tuple[str, str], Any] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._lock = threading.RLock()

    def part(self, kind: PartKind, name: str) -> FigurePart:
        """A part of a person; raises StudioError when it is missing or damaged."""
        return self._get(f"parts/{kind}", name, _part)

    def prop(self, name: str) -> FigurePart:
        """A thing; raises StudioError when it is missing or damaged."""
        return self._get("props", name, _part)

    def setting(self, name: str) -> SceneSetting:
        """A setting; raises StudioError when it is missing or damaged."""
        return self._get("settings", name, _setting)

    def pieces(self, kind: PartKind, name: str) -> tuple[tuple[str, Box], ...]:
        """The role and the box of each separate piece of the filled shapes of a part."""
        part = self.part(kind, name)
        with self._lock:
            if (f"pieces/{kind}", name) not in self._found:
                filled = (mark for mark in part.marks if not mark.line)
                found = tuple((mark.role, box) for mark in filled for box in _pieces(mark))
                self._found[f"pieces/{kind}", name] = found
            pieces: tuple[tuple[str, Box], ...] = self._found[f"pieces/{kind}", name]
            return pieces

    def names(self, under: str) -> frozenset[str]:
        """The names of all files of a folder such as "props" or "parts/hair"."""
        with self._lock:
            if under not in self._names:
                self._names[under] = frozenset(path.stem for path in (self.folder / under).glob("*.svg"))
            return self._names[under]

    def choices(self, under: str, form: str = "") -> list[str]:
        """The names of a folder to choose from, sorted; `form` leaves those that are drawn in that form too."""
        names = self.names(under)
        return sorted(name for name in names if "--" not in name and f"{name}{form}" in names)

    def _get(self, under: str, name: str, read: Callable[[str, Any], T]) -> T:
        with self._lock:
            if (under, name) not in self._found:
                self._found[under, name] = read(f"{under}/{name}.svg", self._root(under, name))
            found: T = self._found[under, name]
            return found

    def _root(self, under: str, name: str) -> Any:
        file = f"{under}/{name}.svg"
        if name not in self.names(under):
            raise StudioError(
                msg("The drawing {file} is missing.", file=file),
                nearest(name, self.names(under)) or "Install HTPM Studio again.",
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            with (self.folder / file).open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise _wrong(file, 0, msg("It is larger than {most} bytes.", most=MAX_BYTES))
            return etree.fromstring(data, parser)
        except OSError as error:
            raise StudioError(
                msg("The drawing {file} cannot be read.", file=file), "Install HTPM Studio again."
            ) from error
        except etree.XMLSyntaxError as error:
            raise _wrong(file, error.lineno or 0, msg("It is not complete XML.")) from error


def _wrong(file: str, line: int, message: str, hint: str = "") -> Problems:
    return Problems(msg("The file {file}", file=file), [in_file(file, line, message, hint)])


def _part(file: str, root: Any) -> FigurePart:
    if root.tag != f"{_SVG}svg":
        raise _wrong(file, root.sourceline, msg("It is not an SVG drawing."))
    numbers = [float(word) for word in _NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) != 4 or min(numbers[2:]) <= 0:
        raise _wrong(file, root.sourceline, msg("It has no viewBox with four numbers."))
    return FigurePart(tuple(_marks(file, root, None)), Box(*numbers))


def _setting(file: str, root: Any) -> SceneSetting:
    groups = {child.get("id", ""): child for child in root if child.tag == f"{_SVG}g"}
    if root.tag != f"{_SVG}svg" or set(groups) != {"back", "front"} or len(root) != len(groups):
        raise _wrong(file, root.sourceline, msg("A setting has the two groups back and front, and nothing else."))
    back, front = (
        tuple((mark, _bounds(mark)) for mark in _marks(file, groups[name], None)) for name in ("back", "front")
    )
    return SceneSetting(back, front)


def _marks(file: str, parent: Any, shift: Shift | None) -> list[PathMark]:
    found: list[PathMark] = []
    for child in parent:
        tag = str(child.tag).removeprefix(_SVG)
        if tag == "g":
            found += _marks(file, child, _inside(shift, _shift(file, child)))
        elif tag in ("path", "rect"):
            found.append(_mark(file, child, tag, shift))
        else:
            raise _wrong(
                file, child.sourceline, msg("A drawing has no <{tag}>.", tag=short(tag)), msg("Use path, rect and g.")
            )
    if len(found) > MAX_MARKS:
        raise _wrong(file, parent.sourceline, msg("It has more than {most} shapes.", most=MAX_MARKS))
    return found


def _shift(file: str, group: Any) -> Shift | None:
    text = group.get("transform")
    if text is None:
        return None
    found, x, y, scale = _SHIFT.fullmatch(text), 0.0, 0.0, 0.0
    if found and all(_NUMBER.fullmatch(word) for word in found.groups()):
        x, y, scale = (float(word) for word in found.groups())
    if scale <= 0:
        raise _wrong(file, group.sourceline, msg("A group is placed as in translate(10 20) scale(1.5)."))
    return Shift(scale, scale, x, y)


def _inside(outer: Shift | None, inner: Shift | None) -> Shift | None:
    if outer is None or inner is None:
        return inner or outer
    return Shift(
        outer.across * inner.across, outer.down * inner.down,
        outer.across * inner.x + outer.x, outer.down * inner.y + outer.y,
    )  # fmt: skip


def _mark(file: str, element: Any, tag: str, shift: Shift | None) -> PathMark:
    given: Mapping[str, str] = dict(element.attrib)
    for name in given:
        if name not in _ATTRIBUTES:
            raise _wrong(
                file, element.sourceline, msg("A shape has no {name}.", name=short(name)), nearest(name, _ATTRIBUTES)
            )
    role, line = given.get("class", ""), 0.0
    if role.endswith("-s"):
        role, line = role.removesuffix("-s"), _number(file, element, "stroke-width")
    known = (*PALETTE_ROLES, *PERSON_ROLES)
    if role not in known:
        raise _wrong(file, element.sourceline, msg("There is no role {role}.", role=short(role)), nearest(role, known))
    if tag == "rect":
        x, y, wide, high = (_number(file, element, name) for name in ("x", "y", "width", "height"))
        return PathMark(role, f"M{x:g} {y:g}H{x + wide:g}V{y + high:g}H{x:g}Z", line, shift=shift)
    path = given.get("d", "")
    if _PATH.fullmatch(path) is None:
        raise _wrong(file, element.sourceline, msg("The path of a shape uses M, L, C, Q, T, H, V, Z and numbers."))
    return PathMark(role, path, line, given.get("fill-rule") == "evenodd", shift)


def _number(file: str, element: Any, name: str) -> float:
    try:
        return float(element.get(name, ""))
    except ValueError as error:
        raise _wrong(file, element.sourceline, msg("{name} must be a number.", name=name)) from error


def _bounds(mark: PathMark) -> Box:
    xs, ys = zip(*_points(mark.path), strict=True)
    half = mark.line / 2
    left, top = min(xs) - half, min(ys) - half
    box = Box(left, top, max(xs) + half - left, max(ys) + half - top)
    return mark.shift.of(box) if mark.shift else box


def _pieces(mark: PathMark) -> Iterator[Box]:
    return (_bounds(replace(mark, path=path)) for path in _PIECE.findall(mark.path))


def _points(path: str) -> Iterator[tuple[float, float]]:
    """The points that a path goes through or bends towards."""
    x = y = 0.0
    for step, words in _STEP.findall(path):
        numbers = [float(word) for word in _NUMBER.findall(words)]
        if step in "HV":
            x, y = (numbers[-1], y) if step == "H" else (x, numbers[-1])
            yield x, y
        elif numbers:
            yield from zip(numbers[0::2], numbers[1::2], strict=False)
            x, y = numbers[-2:]

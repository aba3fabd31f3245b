"""The type sheet that all templates share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Annotated

from htpm_studio.decoding.declaration_file import decoder, read_as
from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report, nearest, short
from htpm_studio.decoding.values import OneOf, within
from htpm_studio.errors import Problems, StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.text.fonts import ROLES, Fit, FontBook

_OFFICE = "Office"
_KEYS = ("face", "size", "leading", "tracking", "floor", "head", "figures")


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One text style. `size` is in canvas units, `leading` times the size, `tracking` in em, `floor` in points.

    `fit` is how its face is set; sizes that a template gives itself are set so too.
    """

    name: str
    face: str
    size: float
    leading: float
    tracking: float = 0.0
    floor: float = 0.0
    head: bool = False
    figures: bool = False
    fit: Fit = field(default_factory=Fit)

    def set_in(self, fit: Fit) -> StyleSpec:
        """The style for a face that is set in another way; figures are about as tall in every face."""
        if fit == self.fit or self.figures:
            return self
        size, leading, tracking = self.size * fit.size, self.leading * fit.leading, self.tracking + fit.tracking
        return replace(self, size=size, leading=leading, tracking=tracking, fit=fit)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Styles by type scale and name, and the scales whose texts Office sets again."""

    scales: Mapping[str, Mapping[str, StyleSpec]]
    retyped: frozenset[str] = frozenset({"slide"})

    def names(self) -> tuple[str, ...]:
        """Every style name of any scale."""
        return tuple(sorted({name for styles in self.scales.values() for name in styles}))

    def style(self, scale: str, name: str) -> StyleSpec:
        """The style of a scale; raises StudioError when the scale lacks it."""
        if name not in self.scales[scale]:
            raise StudioError(
                msg('There is no text style "{name}" on pages of the kind "{scale}".', name=name, scale=scale),
                msg("Use one of {names}.", names=", ".join(sorted(self.scales[scale]))),
            )
        return self.scales[scale][name]

    def fitted(self, fonts: FontBook) -> StyleSheet:
        """The sheet for the faces of a kit, so that each looks as large as the first ones and has as much room."""
        scales = {
            scale: {name: style.set_in(fonts.fit(style.face)) for name, style in styles.items()}
            for scale, styles in self.scales.items()
        }
        return replace(self, scales=scales)

    def with_system_fonts(self) -> StyleSheet:
        """The sheet for pages whose text stays text: scale "x" is what the file calls "x-live"."""
        with_system_fonts = {name: self.scales[f"{name}-live"] for name in self.scales if f"{name}-live" in self.scales}
        return StyleSheet({**self.scales, **with_system_fonts}, self.retyped | with_system_fonts.keys())

    def with_own_fonts(self, fonts: FontBook) -> StyleSheet:
        """The sheet for slides in the faces of the kit, which nobody types in: those for Office are not needed."""
        slides = {name: _in_own_face(style, fonts) for name, style in self.scales["slide"].items()}
        return StyleSheet({**self.scales, "slide": slides}, self.retyped - {"slide"})


def _in_own_face(style: StyleSpec, fonts: FontBook) -> StyleSpec:
    """A style in the face that has its part in graphics: of headlines, of what speaks beside them, or of text."""
    office = f"{_OFFICE}Text-"
    if style.face.startswith(office):
        face = style.face.removeprefix(_OFFICE)
    else:
        face = "Head" if style.head else "Second" if style.face.startswith(_OFFICE) else style.face
    return replace(style, face=face).set_in(fonts.fit(face))


@dataclass(frozen=True, slots=True)
class _StyleRow:
    """One style as it is written; what a design family leaves out is that of its base."""

    face: Annotated[str, OneOf(lambda: ROLES)] | None = None
    size: Annotated[float, within(0.5, 60.0)] | None = None
    leading: Annotated[float, within(0.8, 4.0)] | None = None
    tracking: Annotated[float, within(-0.2, 0.5)] | None = None
    floor: Annotated[float, within(0.0, 400.0)] | None = None
    head: bool | None = None
    figures: bool | None = None


def read_style_sheet(path: Path) -> StyleSheet:
    """Read the type sheet; raises Problems with every mistake in it."""
    report = Report()
    sheet = _read_sheet(path, path.name, None, report)
    if sheet is None or report.problems:
        raise Problems("The type sheet", report.problems)
    return sheet


def read_family_styles(path: Path, name: str, base: StyleSheet, report: Report) -> StyleSheet | None:
    """The type sheet of a base with what a design family's file, called `name` in mistakes, changes in it or adds.

    None where something is wrong; the mistakes are added to the report.
    """
    return _read_sheet(path, name, base, report) if path.is_file() else base


def _read_sheet(path: Path, name: str, base: StyleSheet | None, report: Report) -> StyleSheet | None:
    before = len(report.problems)
    kind = Mapping[str, Mapping[str, _StyleRow]]
    rows: kind | None = read_as(kind, report, path, name, decoder({}))
    place = KeyPlace(name, (), _lines(path), report)
    scales: dict[str, Mapping[str, StyleSpec]] = dict(base.scales) if base else {}
    for scale, styles in (rows or {}).items():
        if base is not None and scale not in base.scales:
            place.child(scale).wrong(msg("There is no type scale {name}.", name=short(scale)), nearest(scale, scales))
            continue
        made = {key: _spec(key, row, scales.get(scale, {}).get(key), place.child(scale, key))
                for key, row in styles.items()}  # fmt: skip
        scales[scale] = {**scales.get(scale, {}), **{key: spec for key, spec in made.items() if spec is not None}}
    if base is not None:
        for scale in (name for name in rows or {} if name in base.scales):
            _check_scale(scale, scales, base, place)
    return StyleSheet(scales) if len(report.problems) == before else None


def _spec(name: str, row: _StyleRow, usual: StyleSpec | None, place: KeyPlace) -> StyleSpec | None:
    """A style of what is written and what is usual; None, reported, where neither has what it needs."""
    given = {key: value for key in _KEYS if (value := getattr(row, key)) is not None}
    if usual is not None:
        return replace(usual, **given)
    lacking = [key for key in ("face", "size", "leading") if key not in given]
    for key in lacking:
        place.wrong(msg("The key {name} is missing.", name=key))
    return None if lacking else StyleSpec(name=name, **given)


def _check_scale(scale: str, scales: Mapping[str, Mapping[str, StyleSpec]], base: StyleSheet, place: KeyPlace) -> None:
    """A family has no text smaller than the smallest one, and each of its styles where Office sets texts again."""
    least = min(style.floor for style in base.scales[scale].values())
    for name, style in scales.get(scale, {}).items():
        if style.floor < least:
            message = msg(
                "The floor of {name} is below {least} points, the least there.", name=name, least=f"{least:g}"
            )
            place.child(scale, name).wrong(message)
        live = f"{scale}-live"
        if live in scales and name not in scales[live]:
            message = msg("[{scale}] has no style {name}, which [{other}] has.", scale=live, name=name, other=scale)
            place.child(scale, name).wrong(message, "Graphics that people edit in PowerPoint need it.")


def _lines(path: Path) -> KeyLines:
    """Where the keys of a file are that was read already."""
    try:
        return KeyLines(path.read_text(encoding="utf-8").replace("\r\n", "\n"))
    except (OSError, UnicodeDecodeError):
        return KeyLines("")


def face_of_weight(style: StyleSpec, weight: str | None) -> str:
    """The face of a style in another weight, as far as its family has one."""
    family = style.face.partition("-")[0]
    if not weight or style.head or "Text" not in family:
        return style.face
    if family == f"{_OFFICE}Text":
        return f"{family}-700" if int(weight) >= 600 else f"{family}-400"
    return f"{family}-{weight}"

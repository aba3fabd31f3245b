"""The type sheet that all templates share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from htpm_studio.errors import Diagnostic, Problems, StudioError, in_file, msg
from htpm_studio.text.fonts import ROLES, Fit, FontBook


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


def read_style_sheet(path: Path) -> StyleSheet:
    """Read the type sheet; raises Problems with every mistake in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Problems(
            "The type sheet", [in_file(path.name, 0, msg("It cannot be read: {error}.", error=error))]
        ) from error
    problems: list[Diagnostic] = []
    scales: dict[str, dict[str, StyleSpec]] = {}
    for scale, styles in raw.items():
        scales[scale] = {}
        for name, values in styles.items():
            try:
                spec = StyleSpec(name=name, **values)
            except TypeError as error:
                problems.append(
                    in_file(path.name, 0, msg("[{scale}] {name}: {error}.", scale=scale, name=name, error=error))
                )
                continue
            if spec.face not in ROLES:
                problems.append(
                    in_file(
                        path.name,
                        0,
                        msg("[{scale}] {name}: there is no font {face}.", scale=scale, name=name, face=spec.face),
                    )
                )
            scales[scale][name] = spec
    if problems:
        raise Problems("The type sheet", problems)
    return StyleSheet(scales)


def face_of_weight(style: StyleSpec, weight: str | None) -> str:
    """The face of a style in another weight, as far as its family has one."""
    family = style.face.partition("-")[0]
    if not weight or style.head or "Text" not in family:
        return style.face
    if family == "OfficeText":
        return "OfficeText-700" if int(weight) >= 600 else "OfficeText-400"
    return f"{family}-{weight}"

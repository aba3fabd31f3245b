"""The type sheet that all templates share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from htpm_studio.errors import Problem, Problems, StudioError, say
from htpm_studio.text.fonts import BUNDLED


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One text style. `size` is in canvas units, `leading` times the size, `tracking` in em, `floor` in points."""

    name: str
    face: str
    size: float
    leading: float
    tracking: float = 0.0
    floor: float = 0.0
    head: bool = False


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Styles by type scale and name."""

    scales: Mapping[str, Mapping[str, StyleSpec]]

    def names(self) -> tuple[str, ...]:
        """Every style name of any scale."""
        return tuple(sorted({name for styles in self.scales.values() for name in styles}))

    def style(self, scale: str, name: str) -> StyleSpec:
        """The style of a scale; raises StudioError when the scale lacks it."""
        if name not in self.scales[scale]:
            raise StudioError(
                say('There is no text style "{name}" on pages of the kind "{scale}".', name=name, scale=scale),
                say("Use one of {names}.", names=", ".join(sorted(self.scales[scale]))),
            )
        return self.scales[scale][name]

    def live(self) -> StyleSheet:
        """The sheet for pages whose text stays text: scale "x" is what the file calls "x-live"."""
        return StyleSheet({name: self.scales.get(f"{name}-live", styles) for name, styles in self.scales.items()})


def read_style_sheet(path: Path) -> StyleSheet:
    """Read the type sheet; raises Problems with every mistake in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Problems(
            "The type sheet", [Problem(path.name, 0, say("It cannot be read: {error}.", error=error))]
        ) from error
    problems: list[Problem] = []
    scales: dict[str, dict[str, StyleSpec]] = {}
    for scale, styles in raw.items():
        scales[scale] = {}
        for name, values in styles.items():
            try:
                spec = StyleSpec(name=name, **values)
            except TypeError as error:
                problems.append(
                    Problem(path.name, 0, say("[{scale}] {name}: {error}.", scale=scale, name=name, error=error))
                )
                continue
            if spec.face not in BUNDLED:
                problems.append(
                    Problem(
                        path.name,
                        0,
                        say("[{scale}] {name}: there is no font {face}.", scale=scale, name=name, face=spec.face),
                    )
                )
            scales[scale][name] = spec
    if problems:
        raise Problems("The type sheet", problems)
    return StyleSheet(scales)


def face_of_weight(style: StyleSpec, weight: str | None) -> str:
    """The face of a style in another weight, as far as its family has one."""
    if not weight:
        return style.face
    family = style.face.partition("-")[0]
    if family == "Arimo":
        return "Arimo-700" if int(weight) >= 600 else "Arimo-400"
    return f"{family}-{weight}" if family == "PublicSans" else style.face

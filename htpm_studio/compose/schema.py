"""Which elements and attributes a template may use, and how their values read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from htpm_studio.compose.canvas import CANVASES

Kind = Literal[
    "number", "insets", "layer", "color", "ground", "style", "flag", "tag", "text", "rule", "path", "names", "canvases"
]


@dataclass(frozen=True, slots=True)
class Attribute:
    """How one attribute reads: by a kind, or as one of a few words."""

    kind: Kind | Literal["choice"]
    choices: tuple[str, ...] = ()


def _choice(*words: str) -> Attribute:
    return Attribute("choice", words)


_N, _FLAG, _TEXT, _COLOR = Attribute("number"), Attribute("flag"), Attribute("text"), Attribute("color")
_ALIGN = _choice("start", "center", "end", "stretch")
_INSETS = Attribute("insets")

BOX: Mapping[str, Attribute] = {
    **dict.fromkeys(
        ("width", "height", "min-width", "max-width", "min-height", "max-height", "grow", "shrink", "drop"), _N
    ),
    "self": _ALIGN,
    "margin": _INSETS,
    "layer": Attribute("layer"),
    "if": Attribute("path"),
    "unless": Attribute("path"),
    "when": Attribute("canvases"),
    "name": _TEXT,
    "slot": _TEXT,
    "fixed": _FLAG,
    "link": _TEXT,
    "link-text": _TEXT,
}

CONTAINER: Mapping[str, Attribute] = {
    **BOX,
    "padding": _INSETS,
    "gap": _N,
    "align": _ALIGN,
    "justify": _choice("start", "center", "end", "between", "around", "evenly"),
    "fill": _COLOR,
    "ground": Attribute("ground"),
    "radius": _INSETS,
    "border": Attribute("rule"),
    **dict.fromkeys(("rule-top", "rule-right", "rule-bottom", "rule-left"), Attribute("rule")),
    "clip": _FLAG,
    "wrap": _FLAG,
    "tag": Attribute("tag"),
    "alt": _TEXT,
    "decorative": _FLAG,
    "turn": _N,
    "list": _choice("dot", "number", "check", "none"),
    "list-color": _COLOR,
    "list-indent": _N,
}

ELEMENTS: Mapping[str, Mapping[str, Attribute]] = {
    "column": CONTAINER,
    "row": CONTAINER,
    "text": {
        **BOX,
        "style": Attribute("style"),
        "size": _N,
        "leading": _N,
        "weight": _choice("400", "500", "600", "700", "800"),
        "color": _COLOR,
        "tag": Attribute("tag"),
        "max-lines": _N,
        "min": _N,
        "align": _choice("left", "center", "right"),
        "wrap": _choice("sense", "balance", "pretty", "greedy", "none"),
    },
    "picture": {
        **BOX,
        "of": Attribute("path"),
        "frame": _choice("full", "soft", "arch", "dot", "capsule", "corner"),
        "radius": _INSETS,
        "emblem": _TEXT,
        "covered": _N,
    },
    "logo": {
        **BOX, "scale": _N, "limit": _N, "lines": _N, "plate": _choice("auto", "always"), "center": _FLAG,
        "name-limit": _N, "name-height": _N,
    },
    "partners": {**BOX, "scale": _N, "limit": _N},
    "icon": {**BOX, "of": _TEXT, "size": _N, "color": _COLOR, "stroke": _N, "dot": _N, "fill": _COLOR},
    "drawing": {
        **BOX,
        "recipe": _TEXT,
        "colors": Attribute("names"),
        **dict.fromkeys(
            (
                "pitch", "pitch-max", "rows", "right", "strands", "high", "x", "y", "dot", "size",
                "legs", "spread", "links", "from",
            ),
            _N,
        ),
        "flip": _FLAG,
        "of": _TEXT,
        "seed": _N,
    },
    "qr": {**BOX, "of": _TEXT, "color": _COLOR, "fill": _COLOR, "level": _choice("m", "q")},
    "field": {
        **BOX, "label": _TEXT, "style": Attribute("style"), "size": _N, "align": _choice("left", "center", "right"),
    },
    "scrim": {**BOX, "color": _COLOR, "until": _N, "end": _N},
    "for": {"each": Attribute("path"), "as": _TEXT, "max": _N, "when": Attribute("canvases")},
}  # fmt: skip

TEMPLATE: Mapping[str, Attribute] = {"id": _TEXT, "title": _TEXT, "canvases": Attribute("canvases"), "fields": _TEXT}

GROUNDS: Mapping[str, Mapping[str, str]] = {
    "deep": {
        "on": "on-deep", "muted": "on-deep-muted", "accent": "accent-on-deep", "quiet": "deep-3",
        "dot": "accent-on-deep", "dot-ink": "deep", "label": "on-deep",
    },
    "panel": {
        "on": "on-panel", "muted": "on-panel", "accent": "accent-on-panel", "quiet": "panel-3",
        "dot": "accent-fill", "dot-ink": "on-accent", "label": "on-panel",
    },
    "surface": {
        "on": "ink", "muted": "ink-muted", "accent": "accent-fill", "quiet": "tint-3",
        "dot": "accent-fill", "dot-ink": "on-accent", "label": "ink-muted",
    },
    "surface-alt": {
        "on": "ink", "muted": "ink-muted", "accent": "accent-fill", "quiet": "tint-3",
        "dot": "accent-fill", "dot-ink": "on-accent", "label": "ink-muted",
    },
}  # fmt: skip

ROLES = frozenset({
    "brand", "brand2", "surface", "surface-alt", "line", "ink", "ink-muted", "primary-text", "panel",
    "on-panel", "panel-1", "panel-2", "panel-3", "deep", "on-deep", "on-deep-muted", "deep-1", "deep-2",
    "deep-3", "accent", "accent-fill", "on-accent", "accent-on-deep", "accent-on-panel", "accent-on-surface",
    "tint-1", "tint-2", "tint-3", "scrim", "il-primary", "il-secondary", "il-accent", "date-fill", "on-date",
})  # fmt: skip
CONTEXT_ROLES = frozenset(GROUNDS["deep"])
TAGS = frozenset({
    "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure", "Caption", "BlockQuote",
    "Table", "TR", "TH", "TD",
})  # fmt: skip

_NUMBER = re.compile(r"-?\d*\.?\d+")
_SLOT = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def slots_of(text: str) -> list[str]:
    """The names in braces of an attribute or a text."""
    return _SLOT.findall(text)


def complaint(value: str, attribute: Attribute, styles: frozenset[str]) -> tuple[str, frozenset[str]] | None:
    """What is wrong with a literal value, and the names it could have meant; None when it reads well."""
    words = value.split()
    match attribute.kind:
        case "number":
            return _unless(_NUMBER.fullmatch(value) is not None, "is not a number")
        case "insets":
            good = len(words) in {1, 2, 4} and all(_NUMBER.fullmatch(word) for word in words)
            return _unless(good, "needs 1, 2 or 4 numbers (top right bottom left)")
        case "layer":
            good = len(words) == 4 and all(word == "-" or _NUMBER.fullmatch(word) for word in words)
            return _unless(good, 'needs 4 numbers or "-": top right bottom left')
        case "rule":
            good = len(words) in {2, 3} and _NUMBER.fullmatch(words[0]) is not None
            return _unless(good, 'needs a width and a colour role, such as "0.2 line"') or _known(
                words[1], ROLES | CONTEXT_ROLES, "colour role"
            )
        case "color":
            return None if value == "none" else _known(value, ROLES | CONTEXT_ROLES, "colour role")
        case "ground":
            return _known(value, frozenset(GROUNDS), "ground")
        case "style":
            return _known(value, styles, "text style")
        case "flag":
            return _unless(value in {"true", "false"}, "is neither true nor false")
        case "tag":
            return _known(value, TAGS, "structure tag")
        case "canvases":
            bad = next((word for word in words if word not in CANVASES), None)
            return None if words and bad is None else _known(bad or "", frozenset(CANVASES), "page size")
        case "path":
            return _unless(_PATH.fullmatch(value) is not None, "is not the name of a field")
        case "choice":
            return _known(value, frozenset(attribute.choices), "value")
        case "text" | "names":
            return None


def _unless(good: bool, message: str) -> tuple[str, frozenset[str]] | None:
    return None if good else (message, frozenset())


def _known(value: str, names: frozenset[str], what: str) -> tuple[str, frozenset[str]] | None:
    return None if value in names else (f"is not a {what}", names)

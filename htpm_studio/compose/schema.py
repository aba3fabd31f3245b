"""Which elements and attributes a template may use, and how their values read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from htpm_studio.campaign.model import AUDIENCES
from htpm_studio.compose.decorations import DECORATIONS
from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import NOT

Kind = Literal[
    "number", "insets", "layer", "color", "ground", "style", "flag", "tag", "text", "rule", "path", "names", "canvases"
]


FAR = 400.0
"""The largest number of canvas units that a template may name: more than any page is long."""

LONGEST = 12
"""Letters of a number as written."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """How one attribute reads: by a kind, or as one of a few words; a number lies between `low` and `high`.

    `choices` are words that a color may be besides roles, too.
    """

    kind: Kind | Literal["choice"]
    choices: tuple[str, ...] = ()
    low: float = -FAR
    high: float = FAR


def _choice(*words: str) -> Attribute:
    return Attribute("choice", words)


def _number(low: float, high: float) -> Attribute:
    return Attribute("number", low=low, high=high)


_N, _FLAG, _TEXT, _COLOR = Attribute("number"), Attribute("flag"), Attribute("text"), Attribute("color")
_LENGTH, _SHARE, _COUNT, _SIZE = _number(0, FAR), _number(0, 1), _number(0, 99), _number(0.5, 120)
_ALIGN = _choice("start", "center", "end", "stretch")
_INSETS = Attribute("insets")

BOX: Mapping[str, Attribute] = {
    **dict.fromkeys(("width", "height", "min-width", "max-width", "min-height", "max-height"), _LENGTH),
    **dict.fromkeys(("grow", "shrink", "drop"), _COUNT),
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
    "gap": _LENGTH,
    "align": _ALIGN,
    "justify": _choice("start", "center", "end", "between", "around", "evenly"),
    "fill": Attribute("color", choices=("none",)),
    "ground": Attribute("ground"),
    "fade": _COLOR,
    "radius": _INSETS,
    "border": Attribute("rule"),
    **dict.fromkeys(("rule-top", "rule-right", "rule-bottom", "rule-left"), Attribute("rule")),
    "clip": _FLAG,
    "wrap": _FLAG,
    "tag": Attribute("tag"),
    "alt": _TEXT,
    "decorative": _FLAG,
    "appears": _FLAG,
    "running": _FLAG,
    "turn": _N,
    "list": _choice("dot", "square", "number", "check", "none"),
    "list-color": _COLOR,
    "list-indent": _LENGTH,
    "chart": Attribute("path"),
}

CELLS = ("blocks", "person", "corner", "free")
"""Cells of a cloth of patches, as pairs of whole numbers: where the sender's block, the one person and a small block
are, and the first and the last cell of what is left free."""

ELEMENTS: Mapping[str, Mapping[str, Attribute]] = {
    "column": CONTAINER,
    "row": CONTAINER,
    "text": {
        **BOX,
        "style": Attribute("style"),
        "size": _SIZE,
        "leading": _number(0.7, 4),
        "weight": _choice("400", "500", "600", "700", "800"),
        "color": _COLOR,
        "tag": Attribute("tag"),
        "max-lines": _COUNT,
        "min": _number(0.05, 1),
        "align": _choice("left", "center", "right"),
        "anchor": _choice("start", "center", "end"),
        "wrap": _choice("sense", "balance", "pretty", "greedy", "none"),
        "fill-box": _choice("area", "size"),
        "stroke": _COLOR,
        "second": _COLOR,
        "together": _TEXT,
    },
    "picture": {
        **BOX,
        "of": Attribute("path"),
        "frame": _choice("full", "soft", "arch", "dot", "capsule", "corner"),
        "radius": _INSETS,
        "emblem": _TEXT,
        "covered": _SHARE,
        "soft": _SHARE,
        "below": _number(0, 0.8),
    },
    "logo": {
        **BOX, "scale": _number(0.1, 10), "limit": _LENGTH, "lines": _number(1, 9), "plate": _choice("auto", "always"),
        "center": _FLAG, "name-limit": _LENGTH, "name-height": _LENGTH, "name-even": _FLAG, "name-size": _SIZE,
        "size": _number(0.1, 10), "high": _LENGTH, "line": _FLAG,
    },
    "partners": {**BOX, "scale": _number(0.1, 10), "limit": _LENGTH},
    "icon": {
        **BOX, "of": _TEXT, "size": _LENGTH, "color": _COLOR, "stroke": _number(0.1, 12), "dot": _LENGTH,
        "fill": _COLOR, "alt": _TEXT,
    },
    "drawing": {
        **BOX,
        "recipe": _choice(*sorted(DECORATIONS)),
        "colors": Attribute("names"),
        **dict.fromkeys(("right", "x", "y", "spread", "from"), _N),
        **dict.fromkeys(("dot", "legs", "clear"), _LENGTH),
        **dict.fromkeys(("pitch", "pitch-max", "pitch-min"), _number(1.5, 60)),
        "rows": _number(1, 60),
        "size": _number(1, 200),
        "high": _number(0.5, 20),
        **dict.fromkeys(("strands", "stops"), _number(1, 12)),
        **dict.fromkeys(("links", "fit"), _SHARE),
        "flip": _FLAG,
        "of": _TEXT,
        "seed": _number(0, 9999),
        "columns": _number(1, 40),
        **dict.fromkeys(CELLS, _TEXT),
    },
    "qr": {**BOX, "of": _TEXT, "color": _COLOR, "fill": _COLOR, "level": _choice("m", "q")},
    "field": {
        **BOX, "label": _TEXT, "style": Attribute("style"), "size": _SIZE, "align": _choice("left", "center", "right"),
        "choice": _TEXT,
    },
    "scrim": {**BOX, "color": _COLOR, "until": _SHARE, "end": _SHARE},
    "for": {**dict.fromkeys(("each", "as", "beside"), Attribute("path")), "max": _COUNT, "when": Attribute("canvases")},
}  # fmt: skip

TEMPLATE: Mapping[str, Attribute] = {
    "id": _TEXT, "title": _TEXT, "canvases": Attribute("canvases"), "fields": _TEXT,
    "audience": _choice(*AUDIENCES),
}  # fmt: skip

_ON_LIGHT: Mapping[str, str] = {
    "on": "ink", "muted": "ink-muted", "accent": "accent-fill", "quiet": "tint-3", "dot": "accent-fill",
    "dot-ink": "on-accent", "label": "ink-muted", "stroke": "primary-text", "second": "ink-muted",
}  # fmt: skip
GROUNDS: Mapping[str, Mapping[str, str]] = {
    "deep": {
        "on": "on-deep", "muted": "on-deep-muted", "accent": "accent-on-deep", "quiet": "deep-3",
        "dot": "dot-on-deep", "dot-ink": "dot-ink-on-deep", "label": "on-deep", "stroke": "accent-on-deep",
        "second": "voice2-deep",
    },
    "dark": {
        "on": "on-dark", "muted": "on-dark-muted", "accent": "accent-on-dark", "quiet": "dark-3",
        "dot": "dot-on-dark", "dot-ink": "dot-ink-on-dark", "label": "on-dark", "stroke": "accent-on-dark",
        "second": "on-dark-muted",
    },
    "panel": {
        "on": "on-panel", "muted": "on-panel", "accent": "accent-on-panel", "quiet": "panel-3",
        "dot": "accent-fill", "dot-ink": "on-accent", "label": "on-panel", "stroke": "accent-on-panel",
        "second": "voice2-panel",
    },
    "accent-fill": {
        "on": "on-accent", "muted": "on-accent", "accent": "on-accent", "quiet": "on-accent",
        "dot": "on-accent", "dot-ink": "accent-fill", "label": "on-accent", "stroke": "on-accent",
        "second": "on-accent",
    },
    **dict.fromkeys(("surface", "surface-alt", "tint-1", "tint-2"), _ON_LIGHT),
    **{cloth: dict(_ON_LIGHT) | dict.fromkeys(_ON_LIGHT, f"on-{cloth}") for cloth in ("cloth-c", "cloth-d", "cloth-e")},
}  # fmt: skip
"""The role of each color on each ground, by the names that templates use there.

`stroke` is the color of the line below words that a headline emphasizes, `second` of its second sentence."""

ROLES = frozenset({
    "brand", "brand2", "surface", "surface-alt", "line", "ink", "ink-muted", "primary-text", "panel",
    "on-panel", "panel-1", "panel-2", "panel-3", "deep", "on-deep", "on-deep-muted", "deep-1", "deep-2",
    "deep-3", "accent", "accent-fill", "on-accent", "accent-on-deep", "accent-on-panel", "accent-on-surface",
    "tint-1", "tint-2", "tint-3", "scrim", "il-primary", "il-secondary", "il-accent", "il-sun", "date-fill", "on-date",
    "dot-on-deep", "dot-ink-on-deep", "thread-on-deep", "thread-on-panel", "thread-on-surface",
    "dark", "on-dark", "on-dark-muted", "dark-1", "dark-2", "dark-3", "accent-on-dark", "dot-on-dark",
    "dot-ink-on-dark", "thread-on-dark", "voice2-panel", "voice2-deep",
    "cloth-c", "cloth-d", "cloth-e", "on-cloth-c", "on-cloth-d", "on-cloth-e",
    "wall", "wall-low", "wall-edge", "wall-ink", "floor", "floor-low", "skirting", "skirting-edge", "pillar",
    "pillar-edge", "sheet", "on-sheet", "sheet-frame", "sheet-edge", "sheet-shadow", "paint", "paint-low", "lettering",
    "dado", "dado-low", "rail",
    "hush-a", "hush-b", "hush-c", "hush-d", "hush-e", "hush-p",
    "wool-a", "wool-b", "wool-c", "wool-d", "wool-e", "wool-p",
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


def complaint(  # noqa: C901, PLR0912 - one case a kind of value
    value: str, attribute: Attribute, styles: frozenset[str]
) -> tuple[Message, frozenset[str]] | None:
    """What is wrong with a value, and the names it could have meant; None when it reads well."""
    words = value.split()
    match attribute.kind:
        case "number":
            if not _is_number(value):
                return msg("is not a number"), frozenset()
            good = attribute.low <= float(value) <= attribute.high
            low, high = f"{attribute.low:g}", f"{attribute.high:g}"
            return _unless(good, msg("must be between {low} and {high}", low=low, high=high))
        case "insets":
            good = len(words) in {1, 2, 4} and all(_is_length(word) for word in words)
            return _unless(good, msg("needs 1, 2 or 4 numbers (top right bottom left)"))
        case "layer":
            good = len(words) == 4 and all(word == "-" or _is_length(word) for word in words)
            return _unless(good, msg('needs 4 numbers or "-": top right bottom left'))
        case "rule":
            good = len(words) in {2, 3} and _is_length(words[0]) and float(words[0]) >= 0
            return _unless(good, msg('needs a width and a color role, such as "0.2 line"')) or _known(
                words[1], ROLES | CONTEXT_ROLES, msg("is not a color role")
            )
        case "color":
            return _known(value, ROLES | CONTEXT_ROLES | set(attribute.choices), msg("is not a color role"))
        case "names":
            bad = next((word for word in words if word not in ROLES | CONTEXT_ROLES), None)
            return (
                None
                if bad is None
                else (msg('names "{name}", which is not a color role', name=bad), ROLES | CONTEXT_ROLES)
            )
        case "ground":
            return _known(value, frozenset(GROUNDS), msg("is not a ground"))
        case "style":
            return _known(value, styles, msg("is not a text style"))
        case "flag":
            return _unless(value in {"true", "false"}, msg("is neither true nor false"))
        case "tag":
            return _known(value, TAGS, msg("is not a structure tag"))
        case "canvases":
            known = page_sizes().words
            named = words[1:] if words[:1] == [NOT] else words
            bad = next((word for word in named if word not in known), None)
            return None if named and bad is None else _known(bad or "", known, msg("is not a page size"))
        case "path":
            return _unless(_PATH.fullmatch(value) is not None, msg("is not the name of a field"))
        case "choice":
            return _known(value, frozenset(attribute.choices), msg("is not a value"))
        case "text":
            return None


def _is_number(word: str) -> bool:
    return len(word) <= LONGEST and _NUMBER.fullmatch(word) is not None


def _is_length(word: str) -> bool:
    return _is_number(word) and abs(float(word)) <= FAR


def _unless(good: bool, message: Message) -> tuple[Message, frozenset[str]] | None:
    return None if good else (message, frozenset())


def _known(value: str, names: frozenset[str], what: Message) -> tuple[Message, frozenset[str]] | None:
    return None if value in names else (what, names)

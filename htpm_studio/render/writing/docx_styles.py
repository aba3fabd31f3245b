"""The looks of a Word file: its styles, its bullets and its settings."""

from __future__ import annotations

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.xml import Element, node
from htpm_studio.scene.nodes import OfficeTheme
from htpm_studio.scene.writing import Inks

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLET_LIST = "1"
_KINDS = {"Georgia": "roman", "Arial": "swiss"}
_INDENT = 360


@dataclass(frozen=True, slots=True)
class _Look:
    """One paragraph style: sizes in half points, distances in twentieths of a point, `level` of the outline from 1."""

    id: str
    name: str
    size: int
    before: int
    after: int
    color: str
    bold: bool = False
    level: int = 0
    keep: bool = False
    based_on: str = "Normal"


def styles(inks: Inks, theme: OfficeTheme, language: str) -> Element:
    """The styles part: Word's own names, so that its navigation, its table of contents and screen readers know them."""
    looks = (
        _Look("Title", "Title", 52, 0, 60, inks.link, bold=True, keep=True),
        _Look("Subtitle", "Subtitle", 26, 0, 240, inks.muted, keep=True),
        _Look("Heading1", "heading 1", 34, 420, 80, inks.link, bold=True, level=1, keep=True),
        _Look("Date", "Date", 22, 0, 80, inks.muted, keep=True),
        _Look("Heading2", "heading 2", 27, 280, 60, inks.ink, bold=True, level=2, keep=True),
        _Look("ListBullet", "List Bullet", 23, 0, 80, inks.ink),
        _Look("TextLabel", "Text Label", 20, 200, 40, inks.muted, bold=True, keep=True),
        _Look("SmallPrint", "Small Print", 19, 120, 60, inks.muted),
        _Look("Letterhead", "Letterhead name", 26, 0, 240, inks.link, bold=True),
        _Look("Clause", "Clause", 23, 0, 150, inks.ink),
        _Look("Signature", "Signature", 22, 560, 0, inks.ink, keep=True),
        _Look("Help", "Help", 24, 240, 240, inks.ink, bold=True, keep=True),
    )
    body = theme.body_font
    face = node("w:rFonts", **{"w:ascii": body, "w:hAnsi": body, "w:cs": body, "w:eastAsia": body})
    defaults = node(
        "w:docDefaults",
        node(
            "w:rPrDefault",
            node("w:rPr", face, *_sized(23), node("w:lang", **{"w:val": language, "w:eastAsia": language})),
        ),
        node(
            "w:pPrDefault",
            node("w:pPr", node("w:spacing", **{"w:after": "140", "w:line": "288", "w:lineRule": "auto"})),
        ),
    )  # fmt: skip
    normal = node(
        "w:style",
        node("w:name", **{"w:val": "Normal"}),
        node("w:qFormat"),
        node("w:rPr", node("w:color", **{"w:val": _hex(inks.ink)})),
        **{"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
    )
    link = node(
        "w:style",
        node("w:name", **{"w:val": "Hyperlink"}),
        node("w:uiPriority", **{"w:val": "99"}),
        node("w:rPr", node("w:color", **{"w:val": _hex(inks.link)}), node("w:u", **{"w:val": "single"})),
        **{"w:type": "character", "w:styleId": "Hyperlink"},
    )
    return node(
        "w:styles",
        defaults,
        normal,
        *(_style(look, inks, theme.heading_font) for look in looks),
        link,
        **{"xmlns:w": WORD},
    )


def _style(look: _Look, inks: Inks, head: str) -> Element:
    paragraph: list[Element] = []
    if look.keep:
        paragraph += [node("w:keepNext"), node("w:keepLines")]
    if look.id == "ListBullet":
        paragraph.append(node("w:numPr", node("w:numId", **{"w:val": BULLET_LIST})))
    if look.id == "Help":
        edge = {"w:val": "single", "w:sz": "36", "w:space": "10", "w:color": _hex(inks.accent)}
        paragraph.append(node("w:pBdr", node("w:left", **edge)))
    if look.id == "Letterhead":
        edge = {"w:val": "single", "w:sz": "18", "w:space": "6", "w:color": _hex(inks.accent)}
        paragraph.append(node("w:pBdr", node("w:bottom", **edge)))
    paragraph.append(node("w:spacing", **{"w:before": str(look.before), "w:after": str(look.after)}))
    if look.level:
        paragraph.append(node("w:outlineLvl", **{"w:val": str(look.level - 1)}))
    run: list[Element] = []
    if look.id in ("Title", "Heading1", "Letterhead"):
        run.append(node("w:rFonts", **{"w:ascii": head, "w:hAnsi": head, "w:cs": head}))
    if look.bold:
        run += [node("w:b"), node("w:bCs")]
    run += [node("w:color", **{"w:val": _hex(look.color)}), *_sized(look.size)]
    return node(
        "w:style",
        node("w:name", **{"w:val": look.name}),
        node("w:basedOn", **{"w:val": look.based_on}),
        node("w:next", **{"w:val": "Normal"}) if look.keep else None,
        node("w:qFormat"),
        node("w:pPr", *paragraph),
        node("w:rPr", *run),
        **{"w:type": "paragraph", "w:styleId": look.id, "w:customStyle": "1" if look.id in _OWN else None},
    )


_OWN = frozenset({"TextLabel", "SmallPrint", "Letterhead", "Clause", "Help"})


def bullets() -> Element:
    """The numbering part with one list of bullets."""
    level = node(
        "w:lvl",
        node("w:start", **{"w:val": "1"}),
        node("w:numFmt", **{"w:val": "bullet"}),
        node("w:lvlText", **{"w:val": "\u2022"}),
        node("w:lvlJc", **{"w:val": "left"}),
        node("w:pPr", node("w:ind", **{"w:left": str(_INDENT), "w:hanging": str(_INDENT)})),
        **{"w:ilvl": "0"},
    )
    return node(
        "w:numbering",
        node("w:abstractNum", node("w:multiLevelType", **{"w:val": "singleLevel"}), level, **{"w:abstractNumId": "0"}),
        node("w:num", node("w:abstractNumId", **{"w:val": "0"}), **{"w:numId": BULLET_LIST}),
        **{"xmlns:w": WORD},
    )


def fonts(theme: OfficeTheme) -> Element:
    """The font table with the fonts of the styles."""
    return node(
        "w:fonts",
        *(
            node("w:font", node("w:family", **{"w:val": _KINDS.get(name, "auto")}), **{"w:name": name})
            for name in dict.fromkeys((theme.heading_font, theme.body_font))
        ),
        **{"xmlns:w": WORD},
    )


def settings(language: str) -> Element:
    """The settings part: today's Word, without its compatibility mode."""
    where = "http://schemas.microsoft.com/office/word"
    mode = {"w:name": "compatibilityMode", "w:uri": where, "w:val": "15"}
    return node(
        "w:settings",
        node("w:zoom", **{"w:percent": "100"}),
        node("w:defaultTabStop", **{"w:val": "720"}),
        node("w:compat", node("w:compatSetting", **mode)),
        node("w:themeFontLang", **{"w:val": language}),
        **{"xmlns:w": WORD},
    )


def _sized(half_points: int) -> tuple[Element, Element]:
    return node("w:sz", **{"w:val": str(half_points)}), node("w:szCs", **{"w:val": str(half_points)})


def _hex(color: str) -> str:
    return color.removeprefix("#").upper()

"""Designs whose look is on their sample words alone, as LibreOffice saves them: the look becomes a list style.

What is typed into a placeholder inherits list styles and never sample words (ISO 29500-1, 21.1.2.4), so that without
this white letters of a dark design would come out black.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from htpm_studio.render.pptx.deck_template.geometry import TITLES, A, P

LEVELS = 9
_NOT_LOOK = ("lang", "altLang", "dirty", "err", "smtClean", "smtId", "bmk", "noProof")
_RUN_PARTS = ("solidFill", "latin", "ea", "cs")
_PARAGRAPH_PARTS = (
    "lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont", "buNone",
    "buAutoNum", "buChar",
)  # fmt: skip


def style_samples(tree: Any, master: Any) -> bool:
    """Give the texts of a master or layout the look of their sample words where nothing else says it.

    Returns whether something was changed in `tree`; titles and texts that the styles of `master` reach are left.
    """
    changed = False
    for shape in tree.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        body = shape.find(f"{P}txBody")
        if mark is not None and body is not None and not _styled(master, mark.get("type", "obj")):
            changed = _style(body) or changed
    return changed


def _styled(master: Any, kind: str) -> bool:
    name = "titleStyle" if kind in TITLES else "otherStyle" if kind in ("dt", "ftr", "sldNum") else "bodyStyle"
    return master.find(f"{P}txStyles/{P}{name}/{A}lvl1pPr") is not None


def _style(body: Any) -> bool:
    listed = body.find(f"{A}lstStyle")
    if listed is not None and len(listed):
        return False
    levels: dict[int, Any] = {}
    for paragraph in body.iterfind(f"{A}p"):
        about = paragraph.find(f"{A}pPr")
        level = about.get("lvl", "0") if about is not None else "0"
        run = next(
            (found for name in (f"{A}r/{A}rPr", f"{A}endParaRPr") if (found := paragraph.find(name)) is not None), None
        )
        if run is not None and level.isdigit() and len(level) == 1 and int(level) < LEVELS:
            levels.setdefault(int(level), _level(int(level), about, run))
    levels = {
        level: style
        for level, style in levels.items()
        if style.attrib or len(style) > 1 or style[-1].attrib or len(style[-1])
    }
    if not levels:
        return False
    if listed is None:
        listed = etree.Element(f"{A}lstStyle")
        body.insert(1 if body.find(f"{A}bodyPr") is not None else 0, listed)
    listed.extend(levels[level] for level in sorted(levels))
    return True


def _level(level: int, paragraph: Any, run: Any) -> Any:
    found = etree.Element(f"{A}lvl{level + 1}pPr")
    if paragraph is not None:
        found.attrib.update({key: value for key, value in paragraph.attrib.items() if key != "lvl"})
        found.extend(_copies(paragraph, _PARAGRAPH_PARTS))
    style = etree.SubElement(found, f"{A}defRPr")
    style.attrib.update({key: value for key, value in run.attrib.items() if key not in _NOT_LOOK})
    style.extend(_copies(run, _RUN_PARTS))
    return found


def _copies(owner: Any, names: tuple[str, ...]) -> list[Any]:
    return [deepcopy(found) for name in names if (found := owner.find(f"{A}{name}")) is not None]

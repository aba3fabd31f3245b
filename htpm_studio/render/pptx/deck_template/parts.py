"""The master, layouts, theme and pictures of a foreign presentation as parts of a new file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.pptx.deck_template.geometry import A, whole
from htpm_studio.render.pptx.deck_template.reader import PICTURE_TYPES, DeckTemplate, P, R, parse

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "master": f"{_OFFICE}.presentationml.slideMaster+xml",
    "layout": f"{_OFFICE}.presentationml.slideLayout+xml",
    "theme": f"{_OFFICE}.theme+xml",
}
_FILE = re.compile(r"[\\/]|\.(?:jpe?g|png|gif|tiff?|bmp|[ew]mf|svg|heic|webp|wdp)\b", re.IGNORECASE)
_FIRST_ID = 2_147_483_649
_LONE = frozenset((f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver", f"{P}tags", f"{P}custData", f"{P}control"))
_EMPTY = frozenset((f"{P}custDataLst", f"{P}controls", f"{A}ext", f"{A}extLst", f"{P}ext", f"{P}extLst"))
_HOLDERS = frozenset((f"{P}spTree", f"{P}grpSp", f"{P}cSld"))
_DROPPED = (f"{P}timing", f"{P}transition", f"{P}hf")


def adopt(package: Package, deck_template: DeckTemplate) -> tuple[PackagePart, dict[str, PackagePart]]:
    """Write the foreign parts into a package; returns the master and the layouts by their old names."""
    pictures = _pictures(package, deck_template)
    theme = package.add("ppt/theme/theme1.xml", _TYPES["theme"])
    master = package.add("ppt/slideMasters/slideMaster1.xml", _TYPES["master"])
    layouts: dict[str, PackagePart] = {}
    for number, layout in enumerate(deck_template.layouts, 1):
        part = package.add(f"ppt/slideLayouts/slideLayout{number}.xml", _TYPES["layout"])
        part.relate("slideMaster", master)
        layouts[layout.member] = part
        part.content = _bytes(_bound(deck_template, layout.member, part, pictures))
    tree = _bound(deck_template, deck_template.master, master, pictures)
    _list_layouts(tree, [master.relate("slideLayout", part) for part in layouts.values()])
    master.relate("theme", theme)
    master.content = _bytes(tree)
    theme.content = _bytes(_bound(deck_template, deck_template.theme, theme, pictures))
    return master, layouts


def _pictures(package: Package, deck_template: DeckTemplate) -> dict[str, PackagePart]:
    members = dict.fromkeys(
        target for kept in deck_template.relations.values() for kind, target in kept.values() if kind == "image"
    )
    found = {}
    for number, member in enumerate(members, 1):
        extension = member.rpartition(".")[2].lower()
        name = f"ppt/media/reference{number}.{extension}"
        found[member] = package.add(name, PICTURE_TYPES[extension], deck_template.parts[member])
    return found


def _bound(deck_template: DeckTemplate, member: str, part: PackagePart, pictures: Mapping[str, PackagePart]) -> Any:
    """The tree of a part whose relations are those of the new file; what refers to anything else is taken out."""
    tree = parse(deck_template.name, deck_template.parts[member])
    for name in _DROPPED:
        for node in tree.findall(name):
            tree.remove(node)
    known = {
        key: pictures[target] for key, (kind, target) in deck_template.relations[member].items() if kind == "image"
    }
    ids: dict[str, str] = {}
    for node in list(tree.iter(etree.Element)):
        keys = [key for key in node.attrib if key.startswith(R)]
        if not keys or node.tag == f"{P}sldLayoutId":
            continue
        if any(node.get(key) and node.get(key) not in known for key in keys):
            _take_out(tree, node)
            continue
        for key in keys:
            old = node.get(key)
            if old:
                ids.setdefault(old, part.relate("image", known[old]))
                node.set(key, ids[old])
    _number(tree)
    _unname(tree)
    return tree


def _unname(tree: Any) -> None:
    """Take out descriptions that are names of files, which PowerPoint notes for each picture that is put in."""
    for shape in tree.iter(f"{P}cNvPr"):
        for key in ("descr", "title", "name"):
            if _FILE.search(shape.get(key, "")):
                shape.set(key, "")


def _number(tree: Any) -> None:
    """Give each shape an id of its own above 0, which not every program does."""
    shapes = list(tree.iter(f"{P}cNvPr"))
    last = max((whole(shape, "id") for shape in shapes), default=0)
    taken: set[int] = set()
    for shape in shapes:
        number = whole(shape, "id")
        if number < 1 or number in taken:
            last += 1
            number = last
            shape.set("id", str(number))
        taken.add(number)


def _take_out(tree: Any, node: Any) -> None:
    """Remove what a part cannot do without: a link alone, else the whole shape, background or entry around it."""
    if node.tag not in _LONE and not node.tag.endswith("}svgBlip"):
        while node.getparent() is not None and node.getparent() is not tree and node.getparent().tag not in _HOLDERS:
            node = node.getparent()
    parent = node.getparent()
    while parent is not None:
        parent.remove(node)
        node, parent = parent, parent.getparent()
        if node.tag not in _EMPTY or len(node):
            break


def _list_layouts(tree: Any, keys: list[str]) -> None:
    entries = tree.find(f"{P}sldLayoutIdLst")
    if entries is None:
        entries = etree.Element(f"{P}sldLayoutIdLst")
        tree.find(f"{P}clrMap").addnext(entries)
    for entry in list(entries):
        entries.remove(entry)
    for number, key in enumerate(keys):
        etree.SubElement(entries, f"{P}sldLayoutId", {"id": str(_FIRST_ID + number), f"{R}id": key})


def _bytes(tree: Any) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))

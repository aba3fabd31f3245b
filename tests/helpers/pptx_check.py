"""Checks of a finished PPTX package for what makes PowerPoint offer a repair or fails its accessibility checker."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from htpm_studio.render.office.xml import NAMESPACES

_A, _P, _R = (f"{{{NAMESPACES[prefix]}}}" for prefix in "apr")
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_MAGIC = {"png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8", "svg": b"<"}
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|svg|webp|tiff?|heic|avif)\s*$", re.IGNORECASE)
_LIMIT = 512 * 1024 * 1024
_LEAST_SLIDE, _LEAST_LAYOUT = 256, 2_147_483_648
_Relations = dict[str, tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The members of a package, its parsed parts and their relations."""

    parts: dict[str, bytes]
    trees: dict[str, ElementTree.Element]
    relations: dict[str, _Relations]


def check_package(data: bytes) -> list[str]:
    """Problems of a PPTX or POTX file, one sentence each; an empty list means that none was found.

    It covers what schema validators miss: content types, relations, ids, sections, placeholders
    without a counterpart in their layout, empty texts, languages, titles and alt texts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if sum(info.file_size for info in archive.infolist()) > _LIMIT:
                return ["the package is too large to check"]
            parts = {name: archive.read(name) for name in names}
    except zipfile.BadZipFile:
        return ["the file is no package"]
    problems = [f"{name}: twice in the package" for name, count in Counter(names).items() if count > 1]
    try:
        opened = _open(parts)
    except (ElementTree.ParseError, KeyError) as error:
        return [*problems, f"a part cannot be read: {error}"]
    for check in (
        _content_types,
        _targets,
        _uses,
        _shapes,
        _texts,
        _alternatives,
        _placeholders,
        _presentation,
        _titles,
    ):
        problems += check(opened)
    return problems


def _open(parts: dict[str, bytes]) -> _Opened:
    trees = {name: ElementTree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    relations: dict[str, _Relations] = {}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder, base = posixpath.split(name)
            owner = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
            relations[owner] = {
                rel.attrib["Id"]: (rel.attrib["Type"], _resolved(owner, rel), rel.get("TargetMode") == "External")
                for rel in tree
            }
    return _Opened(parts, trees, relations)


def _resolved(owner: str, rel: ElementTree.Element) -> str:
    target = rel.attrib["Target"]
    if rel.get("TargetMode") == "External":
        return target
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")


def _content(opened: _Opened) -> Iterator[tuple[str, ElementTree.Element]]:
    return ((name, tree) for name, tree in opened.trees.items() if name.startswith("ppt/") and name.endswith(".xml"))


# ------------------------------------------------------------------ package


def _content_types(opened: _Opened) -> Iterator[str]:
    types = list(opened.trees["[Content_Types].xml"])
    extensions = {entry.get("Extension", "").lower() for entry in types}
    named = {entry.get("PartName", "").lstrip("/") for entry in types} - {""}
    for name, data in opened.parts.items():
        extension = name.rpartition(".")[2].lower()
        if name != "[Content_Types].xml" and name not in named and (extension not in extensions or extension == "xml"):
            yield f"{name}: no content type"
        if name.startswith("ppt/media/") and not data.startswith(_MAGIC.get(extension, b"\0")):
            yield f"{name}: the bytes are not those of .{extension}"
    yield from (f"{name}: has a content type but is missing" for name in sorted(named - set(opened.parts)))


def _targets(opened: _Opened) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for owner, relations in opened.relations.items():
        for key, (kind, target, external) in relations.items():
            reached.add(target)
            if not external and target not in opened.parts:
                yield f"{owner or 'package'}: {key} points to the missing part {target}"
            if external and not kind.endswith("/hyperlink"):
                yield f"{owner}: {key} points outside the package"
    loose = set(opened.parts) - reached
    yield from (f"{name}: nothing refers to it" for name in sorted(loose) if not name.endswith(".rels"))


def _uses(opened: _Opened) -> Iterator[str]:
    for name, tree in _content(opened):
        known = opened.relations.get(name, {})
        found = {value for node in tree.iter() for key, value in node.attrib.items() if key.startswith(_R)}
        yield from (f"{name}: uses the unknown relation {key}" for key in sorted(found - set(known)))
        for key, (kind, _, _) in known.items():
            if kind.endswith(("/image", "/hyperlink")) and key not in found:
                yield f"{name}: relation {key} is not used"


# ------------------------------------------------------------------ drawings


def _shapes(opened: _Opened) -> Iterator[str]:
    for name, tree in _content(opened):
        ids = [node.get("id", "") for node in tree.iter(f"{_P}cNvPr")]
        yield from (f"{name}: shape id {key} occurs {n} times" for key, n in Counter(ids).items() if n > 1)
        yield from (f"{name}: shape id {key!r} is no positive number" for key in ids if not key.isdigit() or key == "0")
        for size in tree.iter(f"{_A}ext"):
            if any(int(size.get(side, "0")) < 0 for side in ("cx", "cy")):
                yield f"{name}: a shape has a negative size"


def _texts(opened: _Opened) -> Iterator[str]:
    for name, tree in _content(opened):
        filled = name.startswith("ppt/slides/") and _is_filled(tree)
        for body in tree.iter(f"{_P}txBody"):
            if body.find(f"{_A}p") is None:
                yield f"{name}: a text has no paragraph"
            if filled and not any(text.text for text in body.iter(f"{_A}t")):
                yield f"{name}: a text is empty"
        for tag in ("r", "fld"):
            for run in tree.iter(f"{_A}{tag}"):
                properties = run.find(f"{_A}rPr")
                if properties is None or not properties.get("lang"):
                    yield f"{name}: a run has no language"


def _alternatives(opened: _Opened) -> Iterator[str]:
    for name, tree in _content(opened):
        hidden = {id(part) for node in _covered(tree) for part in node.iter()}
        for node in tree.iter():
            about = next((part for head in node for part in head if part.tag == f"{_P}cNvPr"), None)
            if about is None or node.tag not in {f"{_P}pic", f"{_P}grpSp"}:
                continue
            words = about.get("descr") or ""
            if _FILE_NAME.search(words) or _FILE_NAME.search(about.get("name", "")):
                yield f"{name}: {about.get('name')!r} shows a file name"
            if not words and not _is_decorative(about) and id(node) not in hidden:
                yield f"{name}: {about.get('name')!r} has neither alt text nor the decorative mark"


def _covered(tree: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What is inside a group with alt text or the decorative mark."""
    for group in tree.iter(f"{_P}grpSp"):
        about = group.find(f"{_P}nvGrpSpPr/{_P}cNvPr")
        if about is not None and (about.get("descr") or _is_decorative(about)):
            yield from (part for part in group if part.tag != f"{_P}nvGrpSpPr")


def _is_decorative(about: ElementTree.Element) -> bool:
    return any(node.tag.endswith("}decorative") and node.get("val") == "1" for node in about.iter())


# ------------------------------------------------------------------ presentation


def _placeholders(opened: _Opened) -> Iterator[str]:
    for name, tree in _content(opened):
        if not name.startswith("ppt/slides/"):
            continue
        layouts = [
            target for kind, target, _ in opened.relations.get(name, {}).values() if kind.endswith("/slideLayout")
        ]
        if len(layouts) != 1 or layouts[0] not in opened.trees:
            yield f"{name}: does not have one layout"
            continue
        offered = {_holder(node) for node in opened.trees[layouts[0]].iter(f"{_P}ph")}
        used = Counter(_holder(node) for node in tree.iter(f"{_P}ph"))
        yield from (f"{name}: placeholder {key} is not in its layout" for key in used if key not in offered)
        yield from (f"{name}: placeholder {key} occurs {n} times" for key, n in used.items() if n > 1)


def _holder(node: ElementTree.Element) -> tuple[str, str]:
    return node.get("type", "obj"), node.get("idx", "0")


def _presentation(opened: _Opened) -> Iterator[str]:
    root = opened.trees["ppt/presentation.xml"]
    slides = [node.get("id", "0") for node in root.iterfind(f"{_P}sldIdLst/{_P}sldId")]
    if len(set(slides)) != len(slides) or any(int(key) < _LEAST_SLIDE for key in slides):
        yield f"slide ids are {slides}"
    listed = [node.get("id", "") for node in root.iter(f"{_P14}sldId")]
    if listed and sorted(listed) != sorted(slides):
        yield f"sections list the slides {sorted(listed)}, the deck has {sorted(slides)}"
    sections = [node.get("name", "") for node in root.iter(f"{_P14}section")]
    yield from (f"{n} sections are named {name!r}" for name, n in Counter(sections).items() if n > 1 or not name)
    masters = [node.get("id", "0") for node in root.iter(f"{_P}sldMasterId")]
    layouts = [node.get("id", "0") for _, tree in _content(opened) for node in tree.iter(f"{_P}sldLayoutId")]
    if len({*masters, *layouts}) != len(masters) + len(layouts) or any(
        int(key) < _LEAST_LAYOUT for key in (*masters, *layouts)
    ):
        yield f"master and layout ids are {masters} and {layouts}"


def _is_filled(slide: ElementTree.Element) -> bool:
    """Whether a slide says anything; a new one asks for its words."""
    return slide.find(f".//{_A}r") is not None


def _titles(opened: _Opened) -> Iterator[str]:
    titles: Counter[str] = Counter()
    for name, tree in _content(opened):
        if name.startswith("ppt/slides/"):
            title = ""
            for shape in tree.iter(f"{_P}sp"):
                holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
                if holder is not None and holder.get("type") in {"title", "ctrTitle"}:
                    title = "".join(text.text or "" for text in shape.iter(f"{_A}t"))
            titles[title] += 1
            if not title and _is_filled(tree):
                yield f"{name}: has no title"
    yield from (f"{count} slides have the title {title!r}" for title, count in titles.items() if title and count > 1)

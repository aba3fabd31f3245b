"""Template files: XML -> checked element trees; every mistake names file, line and the nearest right name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from htpm_studio.compose.canvas import CANVASES
from htpm_studio.compose.schema import BOX, ELEMENTS, TEMPLATE, Attribute, complaint, slots_of
from htpm_studio.errors import Problem, Problems

MAX_BYTES = 500_000
GLOBALS = frozenset({"org", "year", "month", "hotline", "words", "week", "theme", "page", "index", "number"})
_PART_FLOW = {name: Attribute("text") for name in BOX}


@dataclass(frozen=True, slots=True)
class Element:
    """One element as written: its attributes, its text and where it stands."""

    tag: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Element, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of content that a template takes; `required` ones must be there, `many` ones are lists."""

    name: str
    required: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A page design: which content it takes, which page sizes it serves, and its tree."""

    id: str
    title: str
    canvases: tuple[str, ...]
    fields: tuple[Field, ...]
    root: Element
    file: str

    def field_names(self) -> frozenset[str]:
        """Names of all fields."""
        return frozenset(field.name for field in self.fields)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of tree that templates share; `defaults` names its parameters."""

    name: str
    defaults: Mapping[str, str]
    children: tuple[Element, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Library:
    """All templates and the parts that they share."""

    templates: Mapping[str, Template]
    parts: Mapping[str, Part]

    def template(self, template_id: str) -> Template:
        """The template of that id; raises Problems naming the nearest one otherwise."""
        if template_id not in self.templates:
            message = f"There is no template {template_id}{_nearest(template_id, self.templates)}"
            raise Problems("The template list", [Problem("templates", 0, message)])
        return self.templates[template_id]


def load_library(folders: Iterable[Path], styles: Iterable[str]) -> Library:
    """Read every .xml file below the folders, later folders overriding by id; raises Problems with all mistakes."""
    problems: list[Problem] = []
    parts: dict[str, Part] = {}
    templates: dict[str, Template] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.xml")):
            name = path.relative_to(folder).as_posix()
            root = _parse(path, name, problems)
            if root is None:
                continue
            if root.tag == "parts":
                parts |= {part.name: part for part in _read_parts(root, name, problems)}
            elif root.tag == "template":
                template = _read_template(root, name, problems)
                templates[template.id] = template
            else:
                problems.append(
                    Problem(name, root.line, f"The file starts with <{root.tag}>, not <template> or <parts>.")
                )
    known = frozenset(styles)
    for part in parts.values():
        names = frozenset(part.defaults) | GLOBALS
        problems += _check(part.children, part.file, names, known, parts)
    for template in templates.values():
        problems += _check([template.root], template.file, template.field_names() | GLOBALS, known, parts)
    if problems:
        raise Problems("The template folder", problems)
    return Library(templates, parts)


def _parse(path: Path, name: str, problems: list[Problem]) -> Element | None:
    if path.stat().st_size > MAX_BYTES:
        problems.append(Problem(name, 0, f"The file is larger than {MAX_BYTES // 1000} kB."))
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        tree = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        problems.append(Problem(name, error.lineno or 0, f"This is not well-formed XML: {error.msg}."))
        return None
    if tree.getroottree().docinfo.doctype:
        problems.append(Problem(name, 1, "A document type is not allowed here.", "Remove the <!DOCTYPE> line."))
        return None
    return _element(tree)


def _element(node: Any) -> Element:
    children = tuple(_element(child) for child in node if isinstance(child.tag, str))
    text = " ".join((node.text or "").split())
    return Element(node.tag, {str(k): str(v) for k, v in node.attrib.items()}, text, children, node.sourceline or 0)


def _read_parts(root: Element, file: str, problems: list[Problem]) -> Iterator[Part]:
    for element in root.children:
        defaults = dict(element.attributes)
        name = defaults.pop("name", "")
        if element.tag != "part" or not name:
            problems.append(Problem(file, element.line, "Only <part name=...> may stand here."))
            continue
        yield Part(name, defaults, element.children, file)


def _read_template(root: Element, file: str, problems: list[Problem]) -> Template:
    for key, value in root.attributes.items():
        if key not in TEMPLATE:
            problems.append(Problem(file, root.line, f'<template> has no attribute "{key}"{_nearest(key, TEMPLATE)}'))
        elif wrong := complaint(value, TEMPLATE[key], frozenset()):
            problems.append(Problem(file, root.line, f'{key}="{value}" {wrong[0]}{_nearest(value, wrong[1])}'))
    lacking = [key for key in ("id", "canvases") if not root.attributes.get(key)]
    problems += [Problem(file, root.line, f'<template> needs the attribute "{key}".') for key in lacking]
    if len(root.children) != 1:
        problems.append(Problem(file, root.line, "A template holds exactly one <column> or <row>."))
    fields = tuple(
        Field(word.rstrip("?").removesuffix("[]"), required=not word.endswith("?"), many="[]" in word)
        for word in root.attributes.get("fields", "").split()
    )
    canvases = tuple(word for word in root.attributes.get("canvases", "").split() if word in CANVASES)
    child = root.children[0] if root.children else Element("column", {}, "", (), root.line)
    return Template(root.attributes.get("id", file), root.attributes.get("title", ""), canvases, fields, child, file)


# ------------------------------------------------------------------ checks


def _check(
    elements: Iterable[Element],
    file: str,
    names: frozenset[str],
    styles: frozenset[str],
    parts: Mapping[str, Part],
) -> Iterator[Problem]:
    for element in elements:
        inside = names
        if element.tag in ELEMENTS:
            yield from _check_attributes(element, file, ELEMENTS[element.tag], styles)
        elif element.tag in parts:
            allowed = {**_PART_FLOW, **{name: Attribute("text") for name in parts[element.tag].defaults}}
            yield from _check_attributes(element, file, allowed, styles)
        else:
            near = _nearest(element.tag, [*ELEMENTS, *parts])
            yield Problem(file, element.line, f"There is no element <{element.tag}>{near}")
            continue
        if element.tag == "for":
            inside = names | {
                element.attributes.get("as", "item"),
                "index",
                "number",
                "first",
                "last",
                "next",
                "suffix",
            }
        yield from _check_slots(element, file, names)
        yield from _check(element.children, file, inside, styles, parts)


def _check_attributes(
    element: Element, file: str, allowed: Mapping[str, Attribute], styles: frozenset[str]
) -> Iterator[Problem]:
    for key, value in element.attributes.items():
        base, _, canvas = key.partition(".")
        if base not in allowed:
            yield Problem(file, element.line, f'<{element.tag}> has no attribute "{base}"{_nearest(base, allowed)}')
        elif canvas and canvas not in CANVASES:
            yield Problem(file, element.line, f'"{canvas}" in "{key}" is not a page size{_nearest(canvas, CANVASES)}')
        elif "{" not in value and (wrong := complaint(value, allowed[base], styles)):
            yield Problem(file, element.line, f'{key}="{value}" {wrong[0]}{_nearest(value, wrong[1])}')


def _check_slots(element: Element, file: str, names: frozenset[str]) -> Iterator[Problem]:
    used = [slot for value in (*element.attributes.values(), element.text) for slot in slots_of(value)]
    used += [element.attributes[key] for key in ("if", "unless", "each") if key in element.attributes]
    if element.tag == "picture" and "of" in element.attributes:
        used.append(element.attributes["of"])
    for slot in used:
        head = slot.strip("{}").partition("|")[0].partition(".")[0]
        if head and head not in names:
            yield Problem(file, element.line, f'This template has no field "{head}"{_nearest(head, names)}')


def _nearest(name: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else "."

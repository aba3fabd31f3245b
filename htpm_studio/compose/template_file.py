"""One template file: XML -> checked values. A file is hostile until it was measured: its bytes, depth and elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from htpm_studio.campaign.model import AUDIENCES, Audience
from htpm_studio.compose.schema import TEMPLATE, complaint
from htpm_studio.compose.template import Field, Template, TemplateElement, TemplatePart, no_attribute, wrong_value
from htpm_studio.compose.xml_file import xml_root
from htpm_studio.errors import Diagnostic, in_file, msg
from htpm_studio.pieces.declared import page_sizes, pieces

MAX_BYTES = 200_000
MOST_ELEMENTS, DEEPEST = 2_000, 40
LONGEST_VALUE = 2_000
LONGEST_TITLE = 60
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}(\[\])?\??")
_PART = re.compile(r"[a-z][a-z0-9-]{0,39}")


def read_template_file(
    path: Path, name: str, *, own: bool
) -> tuple[Template | None, tuple[TemplatePart, ...], list[Diagnostic]]:
    """The template or the parts of a file, and every mistake in it; `name` is what mistakes call the file."""
    problems: list[Diagnostic] = []
    root = _parse(path, name, problems)
    if root is None:
        return None, (), problems
    if root.tag == "parts":
        return None, tuple(_read_parts(root, name, problems)), problems
    if root.tag == "template":
        return _read_template(root, name, problems, own=own), (), problems
    problems.append(
        in_file(
            name,
            root.line,
            msg("The file starts with <{tag}>, not <template> or <parts>.", tag=root.tag[:LONGEST_TITLE]),
        )
    )
    return None, (), problems


def _parse(path: Path, name: str, problems: list[Diagnostic]) -> TemplateElement | None:
    tree = xml_root(path, name, MAX_BYTES, problems)
    if tree is None:
        return None
    wrong = _too_large(tree)
    if wrong is not None:
        problems.append(in_file(name, wrong[0], wrong[1], "Make it simpler."))
        return None
    return _element(tree)


def _too_large(tree: Any) -> tuple[int, str] | None:
    """Where a tree has more than any template needs, and of what."""
    count, level = 0, 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        if event == "end":
            continue
        count += 1
        if count > MOST_ELEMENTS:
            return node.sourceline or 0, msg("The file has more than {most} elements.", most=MOST_ELEMENTS)
        if level > DEEPEST:
            return node.sourceline or 0, msg("Boxes are nested more than {most} deep.", most=DEEPEST)
        words = (node.tag, node.text or "", *node.attrib.keys(), *node.attrib.values())
        if any(len(str(word)) > LONGEST_VALUE for word in words):
            return node.sourceline or 0, msg("A name, value or text is longer than {most} letters.", most=LONGEST_VALUE)
    return None


def _element(node: Any) -> TemplateElement:
    children = tuple(_element(child) for child in node if isinstance(child.tag, str))
    text = " ".join((node.text or "").split())
    return TemplateElement(
        node.tag, {str(k): str(v) for k, v in node.attrib.items()}, text, children, node.sourceline or 0
    )


def _read_parts(root: TemplateElement, file: str, problems: list[Diagnostic]) -> Iterator[TemplatePart]:
    for element in root.children:
        defaults = dict(element.attributes)
        name = defaults.pop("name", "")
        if element.tag != "part" or not _PART.fullmatch(name):
            problems.append(in_file(file, element.line, 'Only <part name="..."> is allowed here.'))
            continue
        yield TemplatePart(name, defaults, element.children, file, element.line)


def _read_template(root: TemplateElement, file: str, problems: list[Diagnostic], *, own: bool) -> Template:
    for key, value in root.attributes.items():
        if key not in TEMPLATE:
            problems.append(in_file(file, root.line, no_attribute("template", key, TEMPLATE)))
        elif wrong := complaint(value, TEMPLATE[key], frozenset()):
            problems.append(in_file(file, root.line, wrong_value(key, value, *wrong)))
    lacking = [key for key in ("id", "canvases") if not root.attributes.get(key)]
    problems += [in_file(file, root.line, msg('<template> needs the attribute "{key}".', key=key)) for key in lacking]
    if len(root.attributes.get("title", "")) > LONGEST_TITLE:
        problems.append(
            in_file(file, root.line, msg("The title has more than {most} letters.", most=LONGEST_TITLE), "Shorten it.")
        )
    if len(root.children) != 1 or root.children[0].tag not in ("column", "row"):
        problems.append(in_file(file, root.line, "A template contains exactly one <column> or <row>."))
    words = root.attributes.get("fields", "").split()
    problems += [
        in_file(
            file,
            root.line,
            msg('"{word}" is not the name of a field.', word=word),
            'Write "head", "sub?" or "items[]".',
        )
        for word in words
        if not _FIELD.fullmatch(word)
    ]
    fields = tuple(
        Field(word.rstrip("?").removesuffix("[]"), required=not word.endswith("?"), many="[]" in word) for word in words
    )
    medium = root.attributes.get("id", file).partition("/")[0]
    canvases = page_sizes().served(medium, root.attributes.get("canvases", "").split())
    child = root.children[0] if root.children else TemplateElement("column", {}, "", (), root.line)
    name = root.attributes.get("id", file)
    title = root.attributes.get("title", "") or pieces().titles.get(name, name)
    audience: Audience = next((known for known in AUDIENCES if known == root.attributes.get("audience")), "public")
    return Template(root.attributes.get("id", file), title, canvases, fields, child, file, own, audience)

"""Collect the window's texts from the sources, keep the .ts files in step, and compile them.

    python packaging/translate.py            collect and compile; prints how many texts have no translation
    python packaging/translate.py --check    only prints them; exit status 1 when a text has no translation

Texts are the literals in `tr("...")`, `translate("...", "...")` and in calls of functions that hand their first
argument on to one of these; further what the engine says (`sentences.py` follows it): the patterns given to `msg`, the
sentences that errors and findings are made with, the titles of sections and sets of files, the language
rules, and tables of words.
All of them go into one context: a text is translated by its words alone.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from sentences import KINDS, sentences

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "htpm_studio"
FOLDER = ROOT / "assets" / "translations"
CONTEXT = "HTPM Studio"
LANGUAGES = {
    path.parent.name: tomllib.loads(path.read_text(encoding="utf-8"))["tag"].replace("-", "_")
    for path in sorted((ROOT / "assets" / "languages").glob("*/language.toml"))
    if path.parent.name != "en"
}
"""Every language but English, as Qt names it."""

MARKS = {"translate": 1, "QT_TRANSLATE_NOOP": 1, "tr": 0}
"""Functions that translate, and the place of the text among their arguments."""
COMMANDS = ("__main__.py", "cli/*.py")
"""What only the command line says, which is English."""
TITLES = {"ExportSet": 1}
"""What has a title that the window translates."""
TABLES = {
    *("GROUP_TITLES", "QUESTIONS", "REASONS", "TOO_SMALL", "KEPT_OUT", "ALTERED", "MISSING", "IN_USE", "_AS_PNG"),
    *("OWN_LOOK", "NOT_ALONE"),
    "pattern",
}
"""Constants that hold such texts."""
RULES = ROOT / "assets" / "language-rules.toml"
RULE_WORDS = ("sentence", "why")
SUGGESTED = re.compile(r"(?<!“)\{suggest\}")
"""A suggestion that is part of the sentence; a quoted one is in the language of the text."""


@dataclass(slots=True)
class Found:
    """Texts with a place where they are, and calls whose text cannot be read from the sources."""

    texts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


def collect(package: Path = PACKAGE) -> Found:
    """All texts of the package's window, and those of its engine that the window shows in its language."""
    found = Found()
    trees = {path: _nodes(path) for path in sorted(package.rglob("*.py"))}
    window = {path: nodes for path, nodes in trees.items() if path.is_relative_to(package / "gui")}
    helpers = {path: [node for node in nodes if _is_helper(node)] for path, nodes in window.items()}
    marks = {**{one.name: 0 for some in helpers.values() for one in some}, **MARKS}
    for path, nodes in window.items():
        _collect(nodes, helpers[path], path.relative_to(package.parent).as_posix(), marks, found)
    engine = {path.relative_to(package.parent).as_posix(): nodes for path, nodes in trees.items()
              if not any(path.match(one) for one in COMMANDS)}  # fmt: skip
    said = sentences(engine)
    for text, (place, line) in said.texts.items():
        found.texts.setdefault(text, f"{place}:{line}")
    found.unreadable += [f"{place}:{line}" for place, line in sorted(said.unreadable)]
    for place, nodes in engine.items():
        for node in nodes:
            argument = _table(node) or _text_of(node, TITLES)
            for text in filter(None, _literals(argument) if argument is not None else ()):
                found.texts.setdefault(text, f"{place}:{node.lineno}")
    if package == PACKAGE:
        _collect_rules(found)
    return found


def _collect_rules(found: Found) -> None:
    for row in tomllib.loads(RULES.read_text(encoding="utf-8")).get("rule", []):
        for word in RULE_WORDS:
            if (text := row.get(word)) and row.get("language", "en") == "en":
                found.texts.setdefault(text, f"{RULES.name}: {row.get('id')}")
        if row.get("language", "en") == "en" and SUGGESTED.search(row["sentence"]):
            found.texts.setdefault(row["suggest"], f"{RULES.name}: {row.get('id')}")


def _nodes(path: Path) -> list[ast.AST]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, KINDS)]


def _collect(
    nodes: Sequence[ast.AST], helpers: Iterable[ast.AST], place: str, marks: Mapping[str, int], found: Found
) -> None:
    inside = {id(node) for one in helpers for node in ast.walk(one)}
    for node in nodes:
        if _hides(node):
            found.unreadable.append(f"{place}:{node.lineno}")
        argument = _table(node) or _text_of(node, marks)
        if argument is None or id(node) in inside:
            continue
        texts = list(_literals(argument))
        for text in texts:
            found.texts.setdefault(text, f"{place}:{argument.lineno}")
        if not texts and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            found.unreadable.append(f"{place}:{argument.lineno}")


def _table(node: ast.AST) -> ast.expr | None:
    """The value of a constant that holds texts."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    named = any(isinstance(target, ast.Name) and target.id in TABLES for target in targets)
    return node.value if named and isinstance(node, ast.Assign | ast.AnnAssign) else None


def _is_helper(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    """Whether this is a function that hands its first argument on to one that translates."""
    if not isinstance(node, ast.FunctionDef) or not node.args.args:
        return False
    names = [argument.arg for argument in node.args.args if argument.arg != "self"]
    for call in ast.walk(node):
        argument = _text_of(call, MARKS)
        if names and isinstance(argument, ast.Name) and argument.id == names[0]:
            return True
    return False


def _name(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _hides(node: ast.AST) -> TypeGuard[ast.Assign]:
    """Whether `translate` gets another name, under which its texts would not be found."""
    return (
        isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in MARKS
        and any(isinstance(target, ast.Name) and target.id not in MARKS for target in node.targets)
    )


def _text_of(node: ast.AST, marks: Mapping[str, int]) -> ast.expr | None:
    """The argument of a call that is a text of the window; None for other nodes."""
    place = marks.get(_name(node), -1)
    if not isinstance(node, ast.Call) or place < 0 or len(node.args) <= place:
        return None
    return node.args[place]


def _literals(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _literals(argument.body)
        yield from _literals(argument.orelse)
    elif isinstance(argument, ast.Tuple | ast.List):
        for element in argument.elts:
            yield from _literals(element)
    elif isinstance(argument, ast.Dict):
        for value in argument.values:
            yield from _literals(value)


# ------------------------------------------------------------------ .ts files


def read_ts(path: Path) -> dict[str, str]:
    """Texts and their translations; an unfinished one is empty."""
    if not path.exists():
        return {}
    rows = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") != "unfinished"
        rows[message.findtext("source") or ""] = (translation.text or "") if translation is not None and done else ""
    return rows


def write_ts(path: Path, language: str, rows: Mapping[str, str]) -> None:
    """Write texts and translations, sorted, so that a change shows as one."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_US")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(rows):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation", {} if rows[text] else {"type": "unfinished"})
        translation.text = rows[text]
    ET.indent(root, "    ", 0)
    body = ET.tostring(root, encoding="unicode")
    data = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data, encoding="utf-8", newline="\n")


def missing(rows: Mapping[str, str], texts: Mapping[str, str]) -> list[str]:
    """Texts without a translation, with the place where they are."""
    return [f"{place}: {text}" for text, place in sorted(texts.items(), key=lambda row: row[1]) if not rows.get(text)]


def compile_ts(path: Path) -> None:
    """Make the .qm file that the window reads; needs the tools of PySide6."""
    start = "import sys; from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    command = [
        sys.executable,
        "-c",
        start,
        "-silent",
        "-removeidentical",
        str(path),
        "-qm",
        str(path.with_suffix(".qm")),
    ]
    subprocess.run(command, check=True)


def main(arguments: list[str]) -> int:
    """Collect, report and compile."""
    found = collect()
    left = list(found.unreadable)
    for short, language in LANGUAGES.items():
        path = FOLDER / f"htpm_{short}.ts"
        rows = read_ts(path)
        left += missing(rows, found.texts)
        if "--check" not in arguments:
            write_ts(path, language, {text: rows.get(text, "") for text in found.texts})
            compile_ts(path)
    for line in left:
        print(line)
    print(f"{len(found.texts)} texts, {len(left)} to do")
    return 1 if left and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

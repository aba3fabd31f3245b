"""Values of the campaign's model as the text of a TOML file, in a form that people can go on editing."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

from htpm_studio.toml.values import SPOKEN

FOLD = 160
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {chr(code): f"\\u{code:04x}" for code in (*range(32), 127)} | {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
}


def file_text(comment: str, values: Mapping[str, Any]) -> str:
    """A file: a comment, then the values; tables inside come after plain values."""
    line = "".join(char if char.isprintable() else " " for char in comment)
    return f"# {line}\n\n" + "\n".join(_table(values, ())) + "\n"


def plain(value: Any) -> Any:
    """A value of the model as tables, lists and texts; what is as it is by default is left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        items = dataclasses.fields(value)
        rows = {item.name: getattr(value, item.name) for item in items if SPOKEN not in item.metadata}
        usual = {item.name: item.default for item in items if item.default is not dataclasses.MISSING}
        told = {
            f"{item.metadata[SPOKEN]}{language}": text
            for item in items if SPOKEN in item.metadata for language, text in getattr(value, item.name)
        }  # fmt: skip
        return {name: plain(item) for name, item in rows.items() if not (name in usual and item == usual[name])} | told
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _table(values: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    for name, value in values.items():
        if not _is_table(value) and not _is_tables(value, path):
            yield f"{_key(name)} = {_value(value)}"
    for name, value in values.items():
        inner = (*path, name)
        title = ".".join(_key(part) for part in inner)
        if _is_table(value):
            yield f"\n[{title}]"
            yield from _table(value, inner)
        elif _is_tables(value, path):
            for table in value:
                yield f"\n[[{title}]]"
                yield from _table(table, inner)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any, path: tuple[str, ...]) -> bool:
    """Rows of a design's fields are short and stay on one line each."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping) and path[-1:] != ("fields",)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        rows = [_value(item) for item in value]
        short = ", ".join(rows)
        lines = "".join(f"  {row},\n" for row in rows)
        return f"[{short}]" if len(short) < FOLD and "\n" not in short else f"[\n{lines}]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_flat(item)}" for name, item in value.items()) + " }"
    return repr(value)


def _flat(value: Any) -> str:
    """A value of an inline table, which has to stay on its line."""
    if isinstance(value, list):
        return f"[{', '.join(_flat(item) for item in value)}]"
    return _line(value) if isinstance(value, str) else _value(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _line(name)


def _line(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


def _text(text: str) -> str:
    """A text on one line, or folded at spaces between three quotes where it is long; both say exactly the same."""
    if len(text) <= 4 * FOLD and "\n" not in text:
        return _line(text)
    rows = []
    for paragraph in text.split("\n"):
        row = ""
        for word in re.split(r"(?<= )(?=[^ ])", "".join(_ESCAPES.get(char, char) for char in paragraph)):
            if row and len(row) + len(word) > FOLD:
                rows.append(f"{row}\\\n")
                row = ""
            row += word
        rows.append(f"{row}\n")
    body = "".join(rows).removesuffix("\n")
    return f'"""\n{body}"""'

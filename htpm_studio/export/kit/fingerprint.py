"""A digest of values by their content: equal values have the same one in every process and on every computer.

It stands for what a file is made from. Pictures and fonts of the user count by the hash of their bytes, what comes with
the program by its name: `program_digest` covers its content.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time
from functools import cache
from operator import attrgetter
from pathlib import Path, PurePath
from typing import Any

from htpm_studio import __version__, paths
from htpm_studio.compose.template import Library, Template, TemplatePart
from htpm_studio.errors import Message
from htpm_studio.illustrations.library import Drawing
from htpm_studio.scene.nodes import FontSource, PictureSource
from htpm_studio.text.fonts import FontBook

LIBRARIES = (
    "deflate", "fonttools", "lxml", "pillow", "pillow-heif", "python-bidi", "python-pptx", "regex", "reportlab",
    "resvg-py", "segno", "skia-python", "stretchable", "uharfbuzz",
)  # fmt: skip
"""What decides the bytes of a kit beside the program itself: with other versions they may be others."""

Known = dict[int, tuple[object, bytes]]
"""The digests of mappings by their identity, each with the mapping, so that it stays."""


class Parts(list[bytes]):
    """The bytes that values are written as, and the digests of mappings that were written before."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known

    def digest(self) -> bytes:
        """The digest of all parts."""
        return hashlib.blake2b(b"".join(self), digest_size=32).digest()


Walk = Callable[[Any, Parts], None]


def fingerprint(*values: Any, known: Known | None = None) -> str:
    """The digest of values: frozen dataclasses by their compared fields, mappings and sequences in their order.

    With `known` the content of each mapping is looked at once, however many values share it; it must not change then.
    Raises TypeError for a value of another kind, as nothing is known of what it holds.
    """
    out = Parts({} if known is None else known)
    for value in values:
        _walk(value, out)
    return out.digest().hex()


def pictures_in(value: Any) -> frozenset[str]:
    """The keys of the user's pictures that a value holds."""
    found: set[str] = set()
    _collect(value, found)
    return frozenset(found)


@cache
def versions_of_libraries() -> dict[str, str]:
    """The versions of what decides the bytes of a kit."""
    from importlib import metadata

    return {name: metadata.version(name) for name in LIBRARIES}


@cache
def program_digest() -> str:
    """The digest of this program: its code, assets and templates, its libraries, and the Python that runs it."""
    digest = hashlib.sha256(repr((__version__, sys.version, versions_of_libraries())).encode())
    for path in _program_files():
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _program_files() -> Iterator[Path]:
    if getattr(sys, "frozen", False):
        yield Path(sys.executable)  # Its modules are packed into it.
    else:
        yield from sorted(Path(paths.__file__).parent.rglob("*.py"))
    for folder in (paths.assets(), paths.templates()):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


# ------------------------------------------------------------------ values


def _walk(value: Any, out: Parts) -> None:
    kind = type(value)
    walk = _WALKS.get(kind)
    if walk is None:
        walk = _WALKS[kind] = _walk_of(kind)
    walk(value, out)


def _walk_of(kind: type) -> Walk:
    """How values of a type are written into the digest; raises TypeError for an unknown type."""
    shown = next((function for base, function in _SHOWN.items() if issubclass(kind, base)), None)
    if shown is None and dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind) if field.compare]
        shown = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    if shown is not None:
        return _as(kind.__qualname__, shown)
    if issubclass(kind, Mapping):
        return _walk_mapping
    if issubclass(kind, Sequence):
        return _walk_sequence
    raise TypeError(f"nothing is known of what a {kind.__qualname__} holds")


def _plainly(name: str, to_bytes: Callable[[Any], bytes]) -> Walk:
    def walk(value: Any, out: Parts) -> None:
        data = to_bytes(value)
        out.append(b"%s%d:" % (mark, len(data)))
        out.append(data)

    mark = name.encode()
    return walk


def _as(name: str, shown: Callable[[Any], Any]) -> Walk:
    def walk(value: Any, out: Parts) -> None:
        out.append(mark)
        _walk(shown(value), out)

    mark = b"<%s>" % name.encode()
    return walk


def _walk_mapping(value: Mapping[Any, Any], out: Parts) -> None:
    known = out.known.get(id(value))
    if known is None:
        inside = Parts(out.known)
        for name, inner in value.items():
            _walk(name, inside)
            _walk(inner, inside)
        known = out.known[id(value)] = value, inside.digest()
    out.append(b"{%d:" % len(value))
    out.append(known[1])


def _walk_sequence(value: Sequence[Any], out: Parts) -> None:
    out.append(b"[%d:" % len(value))
    for inner in value:
        _walk(inner, out)


def _message(message: Message) -> Any:
    return message.template, message.values


def _picture(picture: PictureSource) -> Any:
    return picture.key, picture.kind, picture.size


def _font(font: FontSource) -> Any:
    return font.key, font.family, font.bold, font.weight, font.editable, font.kind


def _shown_library(library: Library) -> Any:
    """Templates of the program by their names, those of the user with all that they draw."""
    own_design = library.below is not None

    def shown(item: Template | TemplatePart, *, own: bool) -> Any:
        return item if own else (item.file, getattr(item, "id", getattr(item, "name", "")))

    templates = [shown(item, own=own_design or item.own) for item in library.templates.values()]
    changed = [item for name, item in library.own_parts.items() if library.parts.get(name) is not item]
    parts = [shown(item, own=own_design) for item in library.parts.values()]
    return (templates, parts, changed, sorted(library.bundled), library.below)


_WALKS: dict[type, Walk] = {
    str: _plainly("s", lambda value: value.encode("utf-8", "surrogatepass")),
    bytes: _plainly("b", lambda value: value),
    int: _plainly("i", lambda value: b"%d" % value),
    float: _plainly("f", lambda value: value.hex().encode()),
    bool: _plainly("t", lambda value: b"1" if value else b"0"),
    type(None): _plainly("n", lambda _value: b""),
}
"""The writers of the types that were seen."""

_SHOWN: Mapping[type, Callable[[Any], Any]] = {
    Message: _message,
    PictureSource: _picture,
    FontSource: _font,
    FontBook: attrgetter("faces_by"),
    Drawing: attrgetter("drawn_by"),
    Library: _shown_library,
    str: str,
    date: lambda day: day.isoformat(),
    time: lambda moment: moment.isoformat(),
    PurePath: lambda path: path.as_posix(),
    frozenset: sorted,
}
"""What values of some types are known by, as plainer ones."""


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, PictureSource):
        found.add(value.key)
    elif isinstance(value, Mapping):
        for inner in value.values():
            _collect(inner, found)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for inner in value:
            _collect(inner, found)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Library | Drawing):
        for field in dataclasses.fields(value):
            _collect(getattr(value, field.name), found)

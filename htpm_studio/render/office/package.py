"""The package of an Office file: python-pptx keeps its parts and relations; the zip has the same bytes each time."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from pptx.opc.package import OpcPackage
from pptx.opc.package import Part as OpcPart
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter

from htpm_studio.render.compression import zipped
from htpm_studio.render.office.xml import RELATIONS, Element, serialize

_STORED = (".png", ".jpg")


@dataclass(slots=True)
class PackagePart:
    """One member of a package. `content` may be filled in later; `name` has no leading slash."""

    name: str
    opc: OpcPart
    content: Element | bytes = b""

    def relate(self, kind: str, target: PackagePart) -> str:
        """The id of a relation to another part; `kind` is the last word of its type, or a whole type."""
        return str(self.opc.relate_to(target.opc, _kind(kind)))

    def relate_url(self, url: str) -> str:
        """The id of a hyperlink relation to an address outside the package."""
        return str(self.opc.relate_to(url, _kind("hyperlink"), is_external=True))


class _Shelf:
    """Takes members in place of a zip file."""

    def __init__(self) -> None:
        self.members: dict[str, bytes] = {}

    def write(self, uri: PackURI, blob: bytes) -> None:
        """Take one member."""
        self.members[uri.membername] = blob


class _Writer(PackageWriter):
    """Writes to a shelf: the library's own zip takes today's date, which a zip may not be able to hold."""

    def members(self) -> dict[str, bytes]:
        """Content types, relations and parts by name."""
        shelf: Any = _Shelf()
        self._write_content_types_stream(shelf)
        self._write_pkg_rels(shelf)
        self._write_parts(shelf)
        found: dict[str, bytes] = shelf.members
        return found


class _Opc(OpcPackage):
    def members(self) -> dict[str, bytes]:
        """Everything that the file holds, by name."""
        return _Writer("", self._rels, tuple(self.iter_parts())).members()


@dataclass(slots=True)
class Package:
    """All parts of a file."""

    opc: Any = field(default_factory=lambda: _Opc(io.BytesIO()))
    parts: dict[str, PackagePart] = field(default_factory=dict)

    def relate(self, kind: str, target: PackagePart) -> None:
        """Relate the package itself to a part."""
        self.opc.relate_to(target.opc, _kind(kind))

    def add(self, name: str, content_type: str, content: Element | bytes = b"") -> PackagePart:
        """A new part; its name must be free."""
        part = PackagePart(name, OpcPart(PackURI(f"/{name}"), content_type, self.opc, b""), content)
        if self.parts.setdefault(name, part) is not part:
            raise ValueError(f"two parts named {name}")
        return part

    def pack(self) -> bytes:
        """The zip: sorted members, fixed dates, no mark of the system that wrote it."""
        for part in self.parts.values():
            part.opc.blob = part.content if isinstance(part.content, bytes) else serialize(part.content)
        members = self.opc.members()
        names = sorted(members, key=lambda name: (name != "[Content_Types].xml", name))
        return zipped((name, members[name], not name.endswith(_STORED)) for name in names)


def _kind(kind: str) -> str:
    return kind if kind.startswith("http") else f"{RELATIONS}/{kind}"

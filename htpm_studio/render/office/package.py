"""The package of an Office file: python-pptx keeps its parts and relations; the zip has the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any

from pptx.opc.package import OpcPackage
from pptx.opc.package import Part as OpcPart
from pptx.opc.packuri import PackURI

from htpm_studio.render.office.xml import RELATIONS, Element, serialize

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".jpg")


@dataclass(slots=True)
class Part:
    """One member of a package. `content` may be filled in later; `name` has no leading slash."""

    name: str
    opc: OpcPart
    content: Element | bytes = b""

    def relate(self, kind: str, target: Part) -> str:
        """The id of a relation to another part; `kind` is the last word of its type, or a whole type."""
        return str(self.opc.relate_to(target.opc, _kind(kind)))

    def relate_url(self, url: str) -> str:
        """The id of a hyperlink relation to an address outside the package."""
        return str(self.opc.relate_to(url, _kind("hyperlink"), is_external=True))


@dataclass(slots=True)
class Package:
    """All parts of a file."""

    opc: Any = field(default_factory=lambda: OpcPackage(io.BytesIO()))
    parts: dict[str, Part] = field(default_factory=dict)

    def relate(self, kind: str, target: Part) -> None:
        """Relate the package itself to a part."""
        self.opc.relate_to(target.opc, _kind(kind))

    def add(self, name: str, content_type: str, content: Element | bytes = b"") -> Part:
        """A new part; its name must be free."""
        part = Part(name, OpcPart(PackURI(f"/{name}"), content_type, self.opc, b""), content)
        if self.parts.setdefault(name, part) is not part:
            raise ValueError(f"two parts named {name}")
        return part

    def pack(self) -> bytes:
        """The zip: sorted members, fixed dates, no mark of the system that wrote it."""
        for part in self.parts.values():
            part.opc.blob = part.content if isinstance(part.content, bytes) else serialize(part.content)
        raw, target = io.BytesIO(), io.BytesIO()
        self.opc.save(raw)
        with zipfile.ZipFile(raw) as loose, zipfile.ZipFile(target, "w") as archive:
            for name in sorted(loose.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system, info.external_attr = 0, 0
                info.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
                archive.writestr(info, loose.read(name))
        return target.getvalue()


def _kind(kind: str) -> str:
    return kind if kind.startswith("http") else f"{RELATIONS}/{kind}"

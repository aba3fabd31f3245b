"""Somebody else's presentation as a template: its master, layouts, theme and pictures, and nothing else of it.

The file is hostile until shown otherwise: bounded in size and number of parts, without document types or entities,
and of its parts only those that a look is made of are taken. Slides, notes, comments, properties, printer settings,
macros, embedded files and links to other computers stay behind, and so does what pictures tell beside their pixels.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any

from lxml import etree

from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import ZIP_FAILURES
from htpm_studio.files.office_xml import OLD_OFFICE, NeverWrittenError, TooMuchError, parse_part, read_part
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.clean_pictures import bare_picture
from htpm_studio.render.pptx.deck_template.geometry import TITLES, A, PlaceholderPlace, places_of, whole
from htpm_studio.render.pptx.deck_template.sample_styles import style_samples

MAX_MEMBERS = 8_000
MAX_XML = 12_000_000
MAX_TAGS = 200_000
MAX_PICTURES = 80_000_000
MAX_LAYOUTS = 120
MAX_SIDE = 51_206_400
"""The largest slide of PowerPoint, 56 inches (ISO 29500-1, 19.7.18)."""

LEAST_SIDE = 914_400
PICTURE_TYPES: Mapping[str, str] = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "tif": "image/tiff", "tiff": "image/tiff", "bmp": "image/bmp",
    "wdp": "image/vnd.ms-photo",
}  # fmt: skip
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SAVE_AGAIN = msg("Open it in PowerPoint, save it as .pptx, and use that file.")

_PLAIN_NAME, _PLAIN_MEMBER = "Title and text", "title and text"
_PLAIN_PLACES = (
    ("Title", 'type="title"', (0.06, 0.07, 0.88, 0.16)),
    ("Text", 'type="body" idx="1"', (0.06, 0.27, 0.88, 0.6)),
)
"""The places of a plain layout: name, mark, and where they are on a slide whose master has none."""

_PLAIN_PLACE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    "<p:ph {mark}/></p:nvPr></p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
    "<a:endParaRPr/></a:p></p:txBody></p:sp>"
)
_FRAME = '<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>'
_PLAIN_LAYOUT = (
    f'<p:sldLayout xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}" type="obj" preserve="1"><p:cSld '
    f'name="{_PLAIN_NAME}"><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>{places}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
)


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A layout of the presentation: its name, its type word ("" without one), and its placeholders in their order."""

    name: str
    type: str
    member: str
    places: tuple[PlaceholderPlace, ...]

    def first(self, *kinds: str) -> PlaceholderPlace | None:
        """The first placeholder of one of these kinds."""
        return next((place for place in self.places if place.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """The parts of a presentation that are used: `parts` are the members taken over, `relations` what they point to.

    `fonts` are the theme's for titles and for text, `left_out` counts the masters that are not used; `digest` is the
    SHA-256 of the file.
    """

    name: str
    size: tuple[int, int]
    master: str
    theme: str
    layouts: tuple[TemplateLayout, ...]
    parts: Mapping[str, bytes] = field(repr=False)
    relations: Mapping[str, Mapping[str, tuple[str, str]]] = field(repr=False)
    left_out: int = 0
    fonts: tuple[str, str] = ("", "")
    digest: str = ""


def read_deck_template(name: str, data: bytes) -> DeckTemplate:
    """The look of a presentation; raises InputError for a file that is none, is damaged, or was made to harm."""
    if data.startswith(OLD_OFFICE):
        raise InputError(
            msg("{name} is locked with a password, or is a presentation in the old format (.ppt).", name=name),
            _SAVE_AGAIN,
        )
    if not data.startswith(b"PK"):
        raise InputError(msg("{name} is not a PowerPoint presentation.", name=name), _SAVE_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_MEMBERS:
                raise InputError(msg("{name} contains too many parts to be a presentation.", name=name), _SAVE_AGAIN)
            return replace(_Reader(name, archive).deck_template(), digest=hashlib.sha256(data).hexdigest())
    except ZIP_FAILURES as error:
        raise InputError(msg("{name} is damaged or incomplete.", name=name), _SAVE_AGAIN) from error


class _Reader:
    """Reads the parts that a look is made of, one by one."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name = name
        self._archive = archive
        self._names = {info.filename for info in archive.infolist()}
        self._pictures = 0
        self._parts: dict[str, bytes] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}

    def deck_template(self) -> DeckTemplate:
        """Everything that is used."""
        main = next((member for _, member in self._related("", "officeDocument").values()), "")
        root = self._tree(main)
        if root is None or root.tag != f"{P}presentation":
            raise InputError(msg("{name} is not a PowerPoint presentation.", name=self.name), _SAVE_AGAIN)
        masters = self._related(main, "slideMaster")
        listed = [masters[key][1] for node in root.iter(f"{P}sldMasterId") if (key := node.get(f"{R}id")) in masters]
        if not listed:
            raise InputError(msg("{name} has no slide master.", name=self.name), _SAVE_AGAIN)
        master = listed[0]
        theme = next((member for _, member in self._related(master, "theme").values()), "")
        tree = self._tree(master)
        if tree is None or self._tree(theme) is None:
            raise InputError(msg("{name} has no slide master.", name=self.name), _SAVE_AGAIN)
        self._keep(master, "theme")
        self._style(master, tree, tree)
        self._keep(theme)
        size = self._size(root)
        layouts = self._layouts(master, tree, size)
        return DeckTemplate(
            self.name, size, master, theme, layouts, self._parts, self._relations, len(listed) - 1, self._fonts(theme)
        )  # fmt: skip

    def _size(self, root: Any) -> tuple[int, int]:
        node = root.find(f"{P}sldSz")
        width, height = (whole(node, key) for key in ("cx", "cy")) if node is not None else (0, 0)
        if not (LEAST_SIDE <= width <= MAX_SIDE and LEAST_SIDE <= height <= MAX_SIDE):
            raise InputError(msg("{name} does not say how large its slides are.", name=self.name), _SAVE_AGAIN)
        return width, height

    def _fonts(self, theme: str) -> tuple[str, str]:
        tree = self._tree(theme)
        major, minor = (tree.find(f".//{A}{name}/{A}latin") for name in ("majorFont", "minorFont"))
        return _typeface(major), _typeface(minor)

    def _layouts(self, master: str, tree: Any, size: tuple[int, int]) -> tuple[TemplateLayout, ...]:
        related = self._related(master, "slideLayout")
        found: list[TemplateLayout] = []
        kept: dict[str, tuple[str, str]] = {}
        for entry in list(tree.iter(f"{P}sldLayoutId"))[:MAX_LAYOUTS]:
            key = entry.get(f"{R}id") or ""
            member = related.get(key, ("", ""))[1]
            layout = self._tree(member)
            if layout is None or member in self._parts:
                continue
            self._keep(member)
            self._style(member, layout, tree)
            kept[key] = ("slideLayout", member)
            common = layout.find(f"{P}cSld")
            title = (common.get("name") if common is not None else "") or ""
            places = tuple(places_of(layout, tree))
            found.append(TemplateLayout(" ".join(title.split())[:80], layout.get("type", ""), member, places))
        self._relations[master].update(kept)
        if not any(layout.first(*TITLES) and _holds_text(layout.places, size) for layout in found):
            found.append(self._plain(tree, size))
        return tuple(found)

    def _plain(self, master: Any, size: tuple[int, int]) -> TemplateLayout:
        """A layout for a design that has none for title and text, with the places of its master where that has both."""
        layout = _plain_layout(None)
        places = tuple(places_of(parse(self.name, layout), master))
        if len(places) < len(_PLAIN_PLACES) or not _holds_text(places, size):
            layout = _plain_layout(size)
            places = tuple(places_of(parse(self.name, layout), master))
        self._parts[_PLAIN_MEMBER], self._relations[_PLAIN_MEMBER] = layout, {}
        return TemplateLayout(_PLAIN_NAME, "obj", _PLAIN_MEMBER, places)

    # ---------------------------------------------------------------- parts

    def _style(self, member: str, tree: Any, master: Any) -> None:
        if style_samples(tree, master):
            self._parts[member] = bytes(etree.tostring(tree))

    def _keep(self, member: str, *kinds: str) -> None:
        """Take a part over, with the pictures that it shows."""
        self._parts[member] = self._xml(member)
        self._relations[member] = {
            key: (kind, target)
            for key, (kind, target) in self._related(member, "image", *kinds).items()
            if kind != "image" or self._picture(target)
        }

    def _picture(self, member: str) -> bool:
        if member in self._parts:
            return True
        extension = member.rpartition(".")[2].lower()
        if member not in self._names or extension not in PICTURE_TYPES:
            return False
        data = self._read(member, MAX_PICTURES - self._pictures)
        self._pictures += len(data)
        bare = bare_picture(data)
        if bare is None:
            return False
        self._parts[member] = bare
        return True

    def _related(self, owner: str, *kinds: str) -> dict[str, tuple[str, str]]:
        """The inner relations of these kinds by id: kind and member."""
        folder, base = posixpath.split(owner)
        tree = self._tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for rel in tree if tree is not None else ():
            kind = (rel.get("Type") or "").rpartition("/")[2]
            if kind in kinds and rel.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, rel.get("Target") or "")).lstrip("/")
                found[rel.get("Id") or ""] = (kind, target)
        return found

    def _tree(self, member: str) -> Any:
        """The root of a part; None where it is missing."""
        if member not in self._names:
            return None
        return parse(self.name, self._parts.get(member) or self._xml(member))

    def _xml(self, member: str) -> bytes:
        return self._read(member, MAX_XML, MAX_TAGS)

    def _read(self, member: str, most: int, tags: int = MAX_PICTURES) -> bytes:
        try:
            return read_part(self._archive, member, most, tags)
        except TooMuchError as error:
            raise InputError(
                msg("{name} contains a part that is too large.", name=self.name),
                "Save a copy without slides and large pictures, and use that.",
            ) from error


def _holds_text(places: Iterable[PlaceholderPlace], size: tuple[int, int]) -> bool:
    return any(place.holds_text(size) for place in places)


def _plain_layout(size: tuple[int, int] | None) -> bytes:
    """A layout with a title and a text; where they are on a slide of that size, or where the master says."""
    written = []
    for number, (name, mark, box) in enumerate(_PLAIN_PLACES, 2):
        sides = (round(part * side) for part, side in zip(box, (size or (0, 0)) * 2, strict=True))
        frame = "" if size is None else _FRAME.format(*sides)
        written.append(_PLAIN_PLACE.format(id=number, name=name, mark=mark, frame=frame))
    return _PLAIN_LAYOUT.format(places="".join(written)).encode()


def _typeface(node: Any) -> str:
    return str(node.get("typeface", ""))[:80] if node is not None else ""


def parse(name: str, data: bytes) -> Any:
    """The root of a part, without entities, document types or depth without end."""
    try:
        return parse_part(data)
    except NeverWrittenError as error:
        raise InputError(
            msg("{name} contains something that PowerPoint never writes.", name=name), _SAVE_AGAIN
        ) from error
    except etree.XMLSyntaxError as error:
        raise InputError(msg("{name} is damaged.", name=name), _SAVE_AGAIN) from error

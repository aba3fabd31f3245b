"""Every text of every file of a finished kit: what people read, what programs show, and the names of the files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from lxml import etree

_ZIPPED = frozenset((".pptx", ".docx", ".potx", ".xlsx"))
_WRITTEN = frozenset((".html", ".txt", ".csv", ".ics", ".json", ".xml", ".rels", ".svg"))


def texts_of(kit: Path) -> Iterator[tuple[str, str]]:
    """The files of a kit, and those inside of them, each with its text; pictures have none."""
    for path in sorted(kit.rglob("*")):
        name = path.relative_to(kit).as_posix()
        yield name, name
        if path.is_file():
            yield from _texts(name, path.read_bytes())


def _texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    ending = Path(name).suffix.lower()
    if ending in _ZIPPED:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from _texts(f"{name}:{inner}", archive.read(inner))
    elif ending == ".pdf":
        yield name, _pdf(data)
    elif ending in (".xml", ".rels"):
        root = etree.fromstring(data)
        yield name, " ".join((*root.itertext(), *(text for one in root.iter() for text in one.attrib.values())))
        paragraphs = [one for one in root.iter() if isinstance(one.tag, str) and one.tag.endswith("}p")]
        yield name, "\n".join("".join(one.itertext()) for one in paragraphs)
    elif ending in _WRITTEN:
        yield name, data.decode("utf-8-sig").replace("\r\n ", "")


def _pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        marks = [one.title or "" for one in map(_mark, document.get_toc())]
        return "\n".join([*pages, *document.get_metadata_dict().values(), *marks, data.decode("latin-1")])
    finally:
        document.close()


class _Mark:
    def __init__(self, title: str) -> None:
        self.title = title


def _mark(one: object) -> _Mark:
    title = getattr(one, "title", None) or getattr(one, "get_title", lambda: "")()
    return _Mark(str(title))

"""A part of an Office file as an XML tree, bounded before it is built: in bytes and in elements, without entities."""

from __future__ import annotations

import zipfile
from typing import Any

from lxml import etree

CHUNK = 1 << 16
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How Office files of before 2007 begin, and newer ones with a password."""

_TYPES = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


class TooMuchError(Exception):
    """A part is larger, or has more elements, than anything of its kind."""


class NeverWrittenError(Exception):
    """A part has a document type or entities, which Office programs do not write."""


def read_part(archive: zipfile.ZipFile, member: str, most_bytes: int, most_tags: int) -> bytes:
    """The bytes of a part; raises TooMuch as soon as it is over either limit, whatever its size is declared to be.

    Tags (of the start and of the end) are counted while the part is unpacked: a tree of them takes a hundred times
    the room of the text that asks for it.
    """
    pieces: list[bytes] = []
    size = tags = 0
    with archive.open(member) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            tags += piece.count(b"<")
            if size > most_bytes or tags > most_tags:
                raise TooMuchError
            pieces.append(piece)
    return b"".join(pieces)


def parse_part(data: bytes) -> Any:
    """The root of a part; raises NeverWritten, or lxml's XMLSyntaxError for one that is damaged."""
    if any(word in data for word in _TYPES):
        raise NeverWrittenError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)

"""The PDF file itself: objects, streams, metadata and bookmarks, written through ReportLab's object layer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import reportlab
from reportlab.pdfbase import pdfdoc

from htpm_studio.errors import StudioError, msg
from htpm_studio.render.color_profile import SRGB
from htpm_studio.render.compression import deflated
from htpm_studio.render.pdf.metadata import PROGRAM, clean, xmp_packet
from htpm_studio.scene.nodes import Document

_PLAIN = 100_000
"""The numbers from which on ReportLab's own format is used; a file has hardly any."""

_DUPLEX = {"long edge": "DuplexFlipLongEdge", "short edge": "DuplexFlipShortEdge", "one side": "Simplex"}

_BINARY = b"%\x93\x8c\x8b\x9e"

Ref = Any
"""A reference to an object of the file (ReportLab has no types)."""


def number(value: float) -> str:
    """A number as content streams want it: four decimals at most, no exponent, no negative zero."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Several numbers, separated by spaces."""
    return " ".join(number(value) for value in values)


def name(text: str) -> str:
    """A PDF name object."""
    return _named(text)


@lru_cache(maxsize=4096)
def _named(text: str) -> str:
    return str(pdfdoc.PDFName(text))


def array(values: Sequence[Any]) -> Any:
    """A PDF array; texts must be given as `string` or `name`."""
    return _Array(values)


def mapping(entries: Mapping[str, Any]) -> Any:
    """A PDF dictionary."""
    return _Mapping(dict(entries))


def string(text: str) -> Any:
    """A PDF text string: PDFDocEncoding where it is enough, else UTF-16."""
    return pdfdoc.PDFString(clean(text))


_ID_START = b"a reportlab document946684800.0"


class PdfFile:
    """A PDF 1.7 file in the making. The same objects in the same order give the same bytes."""

    def __init__(self, language: str) -> None:
        check_reportlab()
        self._document = _Document(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.catalog.__NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")

    @property
    def catalog(self) -> Any:
        """The document catalog; entries are its attributes."""
        return self._document.Catalog

    def add(self, thing: Any) -> Ref:
        """Make something an object of its own and return the reference to it."""
        return self._document.Reference(thing)

    def add_stream(self, entries: Mapping[str, Any], data: bytes, *, pack: bool = True) -> Ref:
        """Add a stream, deflated unless `pack` is false."""
        self._document.updateSignature(hashlib.sha256(data).digest())
        if pack:
            data, entries = deflated(data), {**entries, "Filter": name("FlateDecode")}
        if entries.get("Filter") == name("FlateDecode"):
            data = _with_plain_end(data)
        return self.add(_Stream(entries, data))

    def add_page(self, entries: Mapping[str, Any]) -> Ref:
        """Add a page with ready-made entries (boxes, resources, contents)."""
        page = _Page()
        for key, value in entries.items():
            setattr(page, key, value)
        self._document.addPage(page)
        return self.add(page)

    def describe(self, document: Document) -> None:
        """Write title, author, subject, keywords date and the marks of PDF/UA-1 and PDF/A-2a; no machine."""
        self._document.info = _Info(
            {
                "Title": document.title,
                "Author": document.author,
                "Subject": document.subject,
                "Keywords": ", ".join(document.keywords),
                "Creator": PROGRAM,
                "CreationDate": f"{document.date:D:%Y%m%d%H%M%SZ}",
                "ModDate": f"{document.date:D:%Y%m%d%H%M%SZ}",
            }
        )
        self.catalog.Metadata = self.add_stream(
            {"Type": name("Metadata"), "Subtype": name("XML")}, xmp_packet(document), pack=False
        )
        intent = {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": string("sRGB"),
            "Info": string("sRGB IEC61966-2.1"),
            "DestOutputProfile": self.add_stream({"N": 3}, SRGB),
        }
        self.catalog.OutputIntents = array([mapping(intent)])
        # What a dialog for printing begins with (ISO 32000-1, 12.2); PDF/A-2 and PDF/UA-1 allow both.
        printed = {"PrintScaling": name("None")} if document.actual_size else {}
        if document.turned_about:
            printed["Duplex"] = name(_DUPLEX[document.turned_about])
        self.catalog.ViewerPreferences = mapping({"DisplayDocTitle": "true", **printed})

    def bookmark(self, places: Sequence[tuple[str, Ref]]) -> None:
        """A bookmark for each title and page, in order."""
        entries = [mapping({}) for _ in places]
        refs = [self.add(entry) for entry in entries]
        root = self.add(mapping({"Type": name("Outlines"), "First": refs[0], "Last": refs[-1], "Count": len(refs)}))
        for at, (entry, (title, page)) in enumerate(zip(entries, places, strict=True)):
            entry.dict.update(Title=string(title), Parent=root, Dest=array([page, name("Fit")]))
            if at:
                entry.dict["Prev"] = refs[at - 1]
            if at + 1 < len(refs):
                entry.dict["Next"] = refs[at + 1]
        self.catalog.Outlines = root

    def to_bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._document.format())


def check_reportlab() -> None:
    """Refuse a ReportLab whose internals this module has not been tested with.

    Raises StudioError.
    """
    if not reportlab.__version__.startswith(("4.", "5.")):
        raise StudioError(
            msg("PDF files need ReportLab 4.4 or 5, found {version}.", version=reportlab.__version__),
            'Install "reportlab>=5,<6".',
        )


def _with_plain_end(data: bytes) -> bytes:
    """Deflated data whose last byte is no line end, of which readers would not know whose it is.

    What follows the end of deflated data means nothing (RFC 1950).
    """
    return data + b"\0" if data.endswith((b"\r", b"\n")) else data


# ------------------------------------------------------------------ what ReportLab does otherwise


def _formatted(value: Any, document: Any) -> bytes:
    """As `pdfdoc.format` has it, which asks more of each value; names and whole numbers are what there is most of."""
    if type(value) is str and value.isascii():
        return value.encode()
    if type(value) is int and abs(value) < _PLAIN:
        return b"%d" % value
    return bytes(pdfdoc.format(value, document))


class _Array(pdfdoc.PDFArray):  # type: ignore[misc]
    def format(self, document: Any) -> bytes:
        """Ten values a line."""
        shown = [_formatted(value, document) for value in self.sequence]
        rows = (b" ".join(shown[at : at + 10]) for at in range(0, len(shown), 10))
        return b"[ " + b" \n  ".join(rows) + b" ]"


class _Mapping(pdfdoc.PDFDictionary):  # type: ignore[misc]
    def format(self, document: Any) -> bytes:
        """Six entries a line, in the order of their names."""
        shown = [name(key).encode() + b" " + _formatted(value, document) for key, value in sorted(self.dict.items())]
        rows = (b" ".join(shown[at : at + 6]) for at in range(0, len(shown), 6))
        return b"<<\n" + b" \n  ".join(rows) + b"\n>>"


class _Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream that is written as it is, with the line end that PDF/A wants before `endstream`."""

    __RefOnly__ = 1

    def __init__(self, entries: Mapping[str, Any], data: bytes) -> None:
        self._entries = entries
        self._data = data

    def format(self, document: Any) -> bytes:
        head = mapping({**self._entries, "Length": len(self._data)}).format(document)
        return bytes(head) + b"\nstream\n" + self._data + b"\nendstream"


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page whose contents are given; knows the keys of tagged and transparent pages."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "Group", "StructParents", "Tabs")
    Override_default_compilation = 1

    def check_format(self, document: Any) -> None:
        self.Parent = document.Reference(document.Pages)


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """Only what the scene says about the document."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = {key: string(value) for key, value in entries.items() if value}

    def format(self, document: Any) -> bytes:
        return bytes(mapping(self._entries).format(document))


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """Names no producer and no library; its id depends on its contents alone."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # reportlab begins with the environment's SOURCE_DATE_EPOCH
        self.signature = hashlib.md5(_ID_START, usedforsecurity=False)

    def ID(self) -> bytes:
        digest: bytes = self.signature.hexdigest().encode()
        return b"[<" + digest + b"><" + digest + b">]"

    def format(self) -> bytes:
        if not isinstance(self.Catalog.Outlines, pdfdoc.PDFObjectReference):
            self.Catalog.Outlines = None
        data: bytes = super().format()
        start = data.index(b"\n") + 1
        end = data.index(b"\n", start)
        # The line that marks the file as binary also names the library; the offsets after it must stay.
        return b"".join((data[:start], _BINARY.ljust(end - start), data[end:]))

"""XML that people write, read as hostile: bounded, without document types and without what it points to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from htpm_studio.decoding.source import bounded_text
from htpm_studio.errors import Diagnostic, in_file, msg


def xml_root(path: Path, name: str, most: int, problems: list[Diagnostic]) -> Any:
    """The root of an XML file of at most `most` bytes, hostile or not; None with the mistake in `problems`."""
    text = bounded_text(path, name, most, problems)
    if text is None:
        return None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        problems.append(in_file(name, 1, "A document type is not allowed here.", "Remove the <!DOCTYPE> line."))
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        message = msg("This is not well-formed XML: {reason}.", reason=error.msg)
        problems.append(in_file(name, error.lineno or 0, message))
        return None

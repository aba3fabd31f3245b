"""A file of any of the kinds that toolkits come in, read by what it is."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.campaign.toolkit.blocks import Source
from htpm_studio.campaign.toolkit.docx_reader import read_docx
from htpm_studio.campaign.toolkit.text_reader import read_text
from htpm_studio.chosen_file import decoded, read_chosen
from htpm_studio.errors import BadInput, say

KINDS = (".docx", ".pdf", ".txt", ".md")
MAX_BYTES = 100_000_000
MAX_TEXT_BYTES = 8_000_000


def read_document(path: Path) -> Source:
    """The blocks of a toolkit file; raises BadInput for one that is missing, of another kind, too large or damaged."""
    kind = path.suffix.lower().replace(".markdown", ".md")
    if kind not in KINDS and not path.is_dir():
        raise BadInput(
            say("{name} is no document that can be read.", name=path.name),
            "Save the toolkit as Word (.docx), PDF, plain text (.txt) or Markdown (.md).",
        )
    data = _bytes(path)
    if kind == ".docx":
        return read_docx(path.name, data)
    if kind == ".pdf":
        from htpm_studio.campaign.toolkit.pdf_reader import read_pdf  # noqa: PLC0415 - it brings PDFium

        return read_pdf(path.name, data)
    return read_text(path.name, _text(path.name, data), markdown=kind == ".md")


def _bytes(path: Path) -> bytes:
    data = read_chosen(path, MAX_BYTES, "Choose the toolkit's own file.", "Save it without pictures.")
    if not data.strip():
        raise BadInput(say("{name} is empty.", name=path.name), "Ask for the file again.")
    return data


def _text(name: str, data: bytes) -> str:
    if len(data) > MAX_TEXT_BYTES:
        raise BadInput(say("{name} is far longer than a toolkit.", name=name), "Choose a part of it.")
    text = decoded(data)
    if text is None:
        raise BadInput(say("{name} is no text.", name=name), "Save the toolkit as plain text in UTF-8.")
    return text

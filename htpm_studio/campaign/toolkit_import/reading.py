"""A file of any of the kinds that toolkits come in, read by what it is."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from htpm_studio.campaign.toolkit_import.blocks import Source, too_long
from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import decoded, read_bounded
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Bounds, run_in_process

KINDS = (".docx", ".pdf", ".txt", ".md")
MAX_BYTES = 100_000_000
MAX_TEXT_BYTES = 8_000_000
MAX_MEMORY = 600_000_000
MAX_SECONDS = 10.0
_PAGE = re.compile(r"\s*(?:<!doctype html|<html)\b", re.IGNORECASE)


def read_document(path: Path, context: JobContext) -> Source:
    """The blocks of a toolkit file; raises InputError for one that is missing, of another kind, too large or damaged.

    A PDF is read in a process of its own: how much room it takes, and whether its reader holds, shows only then.
    """
    kind = path.suffix.lower().replace(".markdown", ".md")
    if kind not in KINDS and not path.is_dir():
        raise InputError(
            msg("{name} is not a kind of document that can be read.", name=path.name),
            "Save the toolkit as Word (.docx), PDF, plain text (.txt) or Markdown (.md).",
        )
    data = _bytes(path)
    kind = ".docx" if data.startswith(b"PK\x03\x04") else ".pdf" if data.startswith(b"%PDF") else kind
    if kind == ".docx":
        return read_docx(path.name, data)
    if kind == ".pdf":
        from htpm_studio.campaign.toolkit_import.pdf_reader import read_sent  # noqa: PLC0415 - it brings PDFium

        error = InputError(
            msg("{name} is damaged, or takes much more memory or time than a toolkit should.", name=path.name),
            "Ask for the Word file.",
        )
        bounds = Bounds(MAX_MEMORY, MAX_SECONDS, error)
        found: Source = run_in_process(partial(read_sent, path.name, data), context, lambda _told: None, bounds)
        return found
    return read_text(path.name, _text(path.name, data), markdown=kind == ".md")


def _bytes(path: Path) -> bytes:
    data = read_bounded(path, MAX_BYTES, "Choose the toolkit's own file.", "Save it without pictures.")
    if not data.strip():
        raise InputError(msg("{name} is empty.", name=path.name), "Ask for the file again.")
    return data


def _text(name: str, data: bytes) -> str:
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(name)
    text = decoded(data)
    if data.startswith(b"{\\rtf"):
        raise InputError(
            msg("{name} is a Rich Text document (.rtf).", name=name), "Open it in Word and save it as .docx."
        )
    if text is not None and _PAGE.match(text):
        raise InputError(
            msg("{name} is a web page (HTML).", name=name), "Open it in a browser, and print or save it as a PDF."
        )
    if text is None:
        raise InputError(msg("{name} is not a text file.", name=name), "Save the toolkit as plain text in UTF-8.")
    return text

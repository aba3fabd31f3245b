"""What the program says in other languages, for files of a kit: the translations of the window, read without it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from htpm_studio.pieces.declared import phrases

PREFIX = "htpm_"


def read_phrases(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """For each language with a .ts file in the folder, English text -> text; untranslated texts are left out.

    What pieces and page sizes declare is translated there.
    """
    found = {path.stem.removeprefix(PREFIX): _phrases(path) for path in sorted(folder.glob(f"{PREFIX}*.ts"))}
    return {language: {**texts, **phrases(language)} for language, texts in found.items()}


def _phrases(path: Path) -> Mapping[str, str]:
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    rows = ((row.findtext("source"), row.findtext("translation")) for row in root.iter("message"))
    return {source: told for source, told in rows if source and told}

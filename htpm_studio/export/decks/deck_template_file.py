"""Opening the presentation whose design decks shall take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import read_bounded
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, parse, read_deck_template

MAX_FILE = 150_000_000
ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def open_deck_template(path: Path) -> DeckTemplate:
    """The design of a PowerPoint file; raises InputError for one that is missing, of another kind, or cannot be used.

    What a file is shows in it, not in its name: templates, shows and files with macros have the same design.
    """
    data = read_bounded(
        path,
        MAX_FILE,
        "Choose a file that ends in .pptx or .potx.",
        "Save a copy without slides and pictures, and use that.",
    )
    name = path.name
    deck_template = read_deck_template(name, data)
    if sentence := first_near_miss(*_words(deck_template)):
        raise InputError(
            msg("{name}: {sentence}", name=name, sentence=sentence), "Correct its slide master and layouts."
        )
    return deck_template


def _words(deck_template: DeckTemplate) -> Iterator[str]:
    """What is on the master and the layouts, and so on every slide."""
    for member, data in deck_template.parts.items():
        if member.endswith(".xml"):
            paragraphs = parse(member, data).iter(f"{A}p")
            yield "\n".join("".join(run.text or "" for run in paragraph.iter(f"{A}t")) for paragraph in paragraphs)

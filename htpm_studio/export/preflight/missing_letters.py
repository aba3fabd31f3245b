"""Letters that no font of the program has: found in names before a kit is made, and reported once for all files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from htpm_studio.compose.compose_page import MISSING_LETTERS, listed_letters
from htpm_studio.errors import Diagnostic, InputError, Message, join_messages, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import RenderedFile
from htpm_studio.project.model import Brand, Project
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import clean, shape

FACE = "Text-600"
"""The face to look letters up in; any will do, as all have the same stand-ins."""

UNDRAWABLE = "The name “{name}” cannot be drawn: the program's fonts have none of its letters."
WAY_OUT = "Write it in another alphabet as well, or add a logo that shows it."
IN_NAMES = "The program's fonts do not have {letters} in {places}. Pictures and PDF files leave it out."
IN_FIELD = "No font of the program has {letters}: pictures and PDF files leave that out."
IN_PIECES = "The program's fonts do not have {letters} (first in {path}). Pictures and PDF files leave it out."


def lost_letters(text: str, fonts: FontBook) -> str:
    """The letters of a text that cannot be drawn, each once."""
    return shape(clean(text), FACE, fonts).missing


def is_undrawable(name: str, fonts: FontBook) -> bool:
    """True if nothing of a name but spaces and signs can be drawn."""
    lost = set(lost_letters(name, fonts))
    return bool(lost) and not any(letter.isalnum() for letter in clean(name) if letter not in lost)


def refuse_undrawable(brand: Brand, fonts: FontBook) -> None:
    """Raise InputError for an organization that would have neither a name nor a logo on its pieces."""
    if brand.logo is None and is_undrawable(brand.organization, fonts):
        raise InputError(msg(UNDRAWABLE, name=brand.organization), WAY_OUT)


def names_finding(project: Project, fonts: FontBook) -> Diagnostic | None:
    """One sentence about all letters that the names of a kit lose; None where they lose none."""
    lost = list(_lost_in_names(project, fonts))
    if not lost:
        return None
    letters = "".join(dict.fromkeys("".join(letters for _, letters in lost)))
    places = join_messages((place for place, _ in lost), ", ")
    words = msg(IN_NAMES, letters=listed_letters(letters), places=places)
    return Diagnostic("error", MISSING_LETTERS, words, letters=letters)


def _lost_in_names(project: Project, fonts: FontBook) -> Iterator[tuple[Message, str]]:
    brand = project.brand
    texts = [
        (msg("the name of your organization"), brand.organization),
        *(
            (msg("the partner “{name}”", name=partner.name), partner.name)
            for partner in brand.partners
            if partner.logo is None
        ),
        (msg("your contact line"), f"{brand.contact} {brand.local_number}"),
        (msg("your theme line"), project.theme),
    ]
    for place, text in texts:
        if lost := lost_letters(text, fonts):
            yield place, lost


def without_names(kit: Kit, made: Sequence[RenderedFile]) -> tuple[list[RenderedFile], list[Diagnostic]]:
    """The files without what is only said of the kit's names, and the one sentence about those."""
    names = names_finding(kit.project, kit.look.fonts)
    if names is None:
        return list(made), []
    known = set(names.letters)
    quiet = [
        replace(file, findings=tuple(found for found in file.findings if not known.issuperset(found.letters or "?")))
        if any(found.code == MISSING_LETTERS for found in file.findings)
        else file
        for file in made
    ]
    return quiet, [names]


def with_letters_once(findings: Sequence[tuple[str, Diagnostic]]) -> list[tuple[str, Diagnostic]]:
    """What was found, by file, with one sentence for all letters that are missing in files."""
    lost = [(path, finding) for path, finding in findings if path and finding.code == MISSING_LETTERS]
    if not lost:
        return list(findings)
    letters = "".join(dict.fromkeys("".join(finding.letters for _, finding in lost)))
    words = msg(IN_PIECES, letters=listed_letters(letters), path=lost[0][0])
    others = [pair for pair in findings if pair not in lost]
    return [*others, ("", Diagnostic("error", MISSING_LETTERS, words, letters=letters))]

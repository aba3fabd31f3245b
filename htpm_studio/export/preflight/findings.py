"""The findings of a kit's files, each sentence once: a warning that holds for a hundred files is one warning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from htpm_studio.compose.compose_page import SENDERS, TOO_LONG
from htpm_studio.compose.plain_names import words_name
from htpm_studio.errors import Diagnostic, as_message, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.missing_letters import with_letters_once
from htpm_studio.frozen import dataclass
from htpm_studio.scene.quotes import typographic


@dataclass(frozen=True, slots=True)
class GroupedDiagnostic:
    """One diagnostic with the files it is about, in their order; without files it is about the whole kit."""

    diagnostic: Diagnostic
    files: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The message with its files before it."""
        where, message = place_words(self.files), self.diagnostic.message
        return msg("{where}: {message}", where=where, message=as_message(message)) if where else message


def place_words(files: Sequence[str]) -> str:
    """The first file and how many more; "" without any."""
    if len(files) < 2:
        return files[0] if files else ""
    if len(files) == 2:
        return msg("{file} and {other}", file=files[0], other=files[1])
    return msg("{file} and {count} more files", file=files[0], count=len(files) - 1)


def notes_of(found: Iterable[tuple[str, Diagnostic]], *, public: bool = False) -> tuple[GroupedDiagnostic, ...]:
    """The findings ("" is the whole kit), each once, in their order; `public` gives the sentences for the kit.

    A name that fits nowhere is one finding, not one for each page.
    """
    first: dict[tuple[str, str], Diagnostic] = {}
    places: dict[tuple[str, str], list[str]] = {}
    for place, finding in map(_of_the_sender, with_letters_once(tuple(found))):
        key = finding.severity, finding.public if public else finding.message
        first.setdefault(key, finding)
        known = places.setdefault(key, [])
        if place and place not in known:
            known.append(place)
    return tuple(
        GroupedDiagnostic(replace(diagnostic, message=message), tuple(places[level, message]))
        for (level, message), diagnostic in first.items()
    )


def review(kit: Kit, notes: Sequence[GroupedDiagnostic]) -> bytes:
    """What to look at before the kit goes out, as a text file for its maker."""
    names = kit.own_names
    head = kit.translated(msg("Review this first. This list is for you: leave it out when you pass the kit on."))
    rows = (f"* {typographic(kit.translated(note.sentence), names)}" for note in notes)
    return "\n".join((head, "", *rows, "")).encode()


def _of_the_sender(found: tuple[str, Diagnostic]) -> tuple[str, Diagnostic]:
    """What was found, without the page where it is a name that is on every one."""
    place, finding = found
    if finding.code != TOO_LONG or finding.field.partition(".")[0] not in SENDERS:
        return found
    name = words_name(finding.field, finding.text)
    return place, replace(finding, message=msg("“{name}” does not fit. Use a short form of the name.", name=name))

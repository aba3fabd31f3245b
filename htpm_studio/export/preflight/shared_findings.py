"""Findings as everybody who gets the kit may read them: no name of a file of the user's, and no wrong number again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from htpm_studio.errors import Diagnostic, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.hotline.guard import first_near_miss, without_near_misses

NUMBER = msg(
    "A number or an address was almost the hotline's. It was put right, or what shows it was left out of this kit."
)
PICTURE = msg("One of the pictures or files that were brought along needs a look.")


def shared_findings(kit: Kit, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with a sentence for the kit itself where theirs names a file or a wrong number.

    That one still says where a number is wrong, and which is right.
    """
    names = _file_names(kit)
    return [_shared(kit, finding, names) for finding in found]


def _shared(kit: Kit, diagnostic: Diagnostic, names: Iterable[str]) -> Diagnostic:
    sentence = diagnostic.public.casefold()
    if any(name in sentence for name in names):
        return replace(diagnostic, shared=PICTURE)
    public = without_near_misses(diagnostic.public, kit.helplines)
    if first_near_miss(public, lines=kit.helplines):
        return replace(diagnostic, shared=NUMBER)
    return diagnostic if public == diagnostic.public else replace(diagnostic, shared=public)


def _file_names(kit: Kit) -> set[str]:
    """The names of the photos and of the presentation that the user brought."""
    names = {photo.name for photo in kit.project.photos}
    if kit.options.deck_template is not None:
        names.add(kit.options.deck_template.name)
    return {name.casefold() for name in names if name.strip()}

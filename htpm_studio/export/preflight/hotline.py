"""Whether a finished file shows the hotline's number where the public needs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from htpm_studio.errors import Diagnostic, as_message, msg
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.preflight.painted import painted
from htpm_studio.hotline.guard import says_hotline
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.sizes import Medium
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import texts

BLOCKED = "hotline"
MISSING = "The hotline number is missing."
# Backgrounds are behind a person. A piece that is filled in at a desk says so in its declaration.
NEEDED: tuple[Medium, ...] = ("deck", "social", "print")
NEEDED_IN = frozenset({"newsletter", "web"})
"""Texts by the group of their file: a post is short, and its picture shows the number."""


def lacks_hotline(
    helplines: tuple[Helpline, ...], medium: Medium, templates: Iterable[str], pages: Sequence[Page], caption: str = ""
) -> bool:
    """Whether the number should be on the pages or in the caption, and is not; any grouping of its digits counts."""
    found = map(pieces().with_template, templates)
    if medium not in NEEDED or any(piece is not None and not piece.spec.hotline for piece in found):
        return False
    return _silent(helplines, [caption, *(painted(block) for page in pages for block in texts(page))])


def text_lacks_hotline(helplines: tuple[Helpline, ...], group: str, passages: Iterable[str]) -> bool:
    """Whether the number should be in a text and is not."""
    return group in NEEDED_IN and _silent(helplines, passages)


def _silent(helplines: tuple[Helpline, ...], passages: Iterable[str]) -> bool:
    return not says_hotline("\n".join(passages), helplines[0])


def blocked_file(title: str, sentence: str, piece: str = "") -> Diagnostic:
    """The finding for something that is left out because of its hotline number."""
    return Diagnostic(
        "error",
        BLOCKED,
        msg("“{title}” was left out. {sentence}", title=title, sentence=as_message(sentence)),
        BLOCKED,
        piece,
    )


def without_slide(spec: FileSpec, page: PageSpec, sentence: str) -> Diagnostic:
    """The finding for one page that is left out of a file; the others are made."""
    return replace(blocked_file(name_of(spec, page), sentence, page.piece), code="hotline-slide")


def name_of(spec: FileSpec, page: PageSpec) -> str:
    """What a page is called where it is left out: its file, or one slide of it."""
    kind, _, number = page.info.name.partition(" ")
    if not page.piece or kind != "slide":
        return spec.title
    return msg("{title}, slide {n}", title=spec.title, n=number)

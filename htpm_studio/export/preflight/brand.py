"""The hotline guard over what is said of the organization itself: name, contact line, local number, partners."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.errors import InputError, Message, msg
from htpm_studio.export.preflight.model import Check, Fix, check_id
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.hotline.helpline import USUAL, Helpline
from htpm_studio.project.model import Photo, Project

AGAIN = msg("Write it again.")


def brand_near_misses(project: Project, helplines: tuple[Helpline, ...]) -> Iterator[tuple[Message, str]]:
    """The near misses in a kit's own words: what people call each text, and the sentence."""
    brand = project.brand
    rows = [
        (msg("Name of the organization"), brand.organization),
        (msg("Contact line"), brand.contact),
        (msg("Local number"), brand.local_number),
        (msg("Evaluation form"), brand.evaluation),
        (msg("Theme"), project.theme),
        *((msg("Partner"), partner.name) for partner in brand.partners),
    ]
    for name, text in rows:
        if sentence := first_near_miss(text, lines=helplines, beside=False):
            yield name, sentence


def check_brand(project: Project, helplines: tuple[Helpline, ...] = USUAL) -> None:
    """Raise InputError when the name, the theme or a partner, which are on every piece, is almost the hotline's."""
    everywhere = (project.brand.organization, project.theme, *(partner.name for partner in project.brand.partners))
    if sentence := first_near_miss(*everywhere, lines=helplines, beside=False):
        raise InputError(sentence, AGAIN)


def check_record(photo: Photo) -> None:
    """Raise InputError when the record of a photo, which is printed beside it, is almost the hotline's."""
    if sentence := first_near_miss(photo.alt, photo.credit):
        raise InputError(msg("{name}: {sentence}", name=photo.name, sentence=sentence), AGAIN)


def brand_checks(project: Project, helplines: tuple[Helpline, ...]) -> Iterator[Check]:
    """The hard stop for what is on many pieces."""
    for name, sentence in brand_near_misses(project, helplines):
        yield Check(
            check_id("hotline", name, sentence), "fix", "hotline", name,
            msg("{words} Anything that shows it is left out.", words=sentence),
            reason="A wrong number leaves somebody without help.", fixes=(Fix(msg("Edit"), opens="lines"),),
            blocked=True,
        )  # fmt: skip

"""Pictures that a project file should hold and does not: what they are called, and whether they are still missed."""

from __future__ import annotations

from collections.abc import Mapping

from htpm_studio.errors import Message, msg
from htpm_studio.project.model import LostKind, LostPicture, Project

ADD_AGAIN: Mapping[LostKind, Message] = {
    "logo": msg("Add the logo again."),
    "partner": msg("Add the logo again."),
    "photo": msg("Add the photo again."),
    "font": msg("Add the font again on the brand page."),
}
"""What to do about a lost picture."""


ADD: Mapping[LostKind, Message] = {
    "logo": msg("Add the logo"),
    "partner": msg("Add the logo"),
    "photo": msg("Add the photo"),
    "font": msg("Add the font"),
}
"""The same on a button."""


def still_lost(project: Project) -> tuple[LostPicture, ...]:
    """The lost pictures that are still missed: nothing of that name came in, and the partner is still there."""
    brand = project.brand
    waiting = {partner.name for partner in brand.partners if partner.logo is None}
    there = {photo.name for photo in project.photos}
    found = (
        lost
        for lost in project.lost
        if (lost.kind == "logo" and brand.logo is None)
        or (lost.kind == "partner" and lost.name in waiting)
        or (lost.kind == "photo" and lost.name not in there)
        or (lost.kind == "font" and not (brand.heading_font if lost.name == "heading" else brand.text_font))
    )
    return tuple(dict.fromkeys(found))


def lost_sentence(lost: LostPicture) -> Message:
    """What is missing, for the people who make the kit."""
    if lost.kind == "logo":
        return msg("The logo of your organization is damaged or missing in the kit file; its name appears instead.")
    if lost.kind == "partner":
        name = lost.name
        return msg("The logo of {name} is damaged or missing in the kit file; its name appears instead.", name=name)
    if lost.kind == "font":
        if lost.name == "heading":
            return msg(
                "Your font for headlines is damaged or missing in the kit file; a font of the program appears instead."
            )
        return msg("Your font for text is damaged or missing in the kit file; a font of the program appears instead.")
    return msg("Photo {name} is damaged or missing in the kit file and was left out.", name=lost.name)


def shared_sentence(lost: LostPicture) -> Message:
    """The same without the name of a photo's file, for everybody who gets the kit."""
    if lost.kind == "photo":
        return msg("A photo is damaged or missing in the kit file and was left out.")
    return lost_sentence(lost)

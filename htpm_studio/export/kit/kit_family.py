"""The design family of a brand: one that somebody asks for must be there; one that a saved kit names may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.decoding.source import nearest
from htpm_studio.errors import Diagnostic, InputError, msg
from htpm_studio.export.kit.kit import Resources, colors_of, style_in
from htpm_studio.pieces.families import Family, Suit
from htpm_studio.project.logo_words import is_symbol
from htpm_studio.project.model import Brand, Style, clean_text
from htpm_studio.project.oklch import lch_of
from htpm_studio.project.palette import GRAY

NO_FAMILY = "no-family"
LONGEST = 40
WORDMARK = 4.0
"""Width by height from which a logo is little but a line of words."""


def family_named(name: str, resources: Resources) -> Family:
    """The family of that id or title, in any case; raises InputError for another."""
    wanted = clean_text(name).casefold()
    known = resources.designs.families
    for family in known.values():
        if wanted in (
            family.id,
            family.id.replace("-", " "),
            *(title.casefold() for title in family.spec.title.values()),
        ):
            return family
    message = msg('There is no family of designs "{name}".', name=clean_text(name)[:LONGEST])
    raise InputError(message, nearest(wanted, known))


def with_family(brand: Brand, asked: str, style: Style | None, resources: Resources) -> Brand:
    """The brand in the family that was asked for ("": its own), with a style that the family has.

    Raises InputError for a family that is not there, and for a `style` that was asked for and that the family lacks.
    """
    brand = in_family(brand, family_named(asked, resources)) if asked.strip() else brand
    family = resources.in_family(brand.family).family
    if style is not None and style not in family.spec.styles:
        message = msg("The family {family} has no style {style}.", family=family.title, style=style)
        raise InputError(message, msg("Choose from {names}.", names=", ".join(family.spec.styles)))
    return replace(brand, style=style or brand.style)


def in_family(brand: Brand, family: Family) -> Brand:
    """The brand in a family; in another style where the family does not have its own."""
    return replace(brand, family=family.id, style=style_in(brand, family))


def suggested(brand: Brand, resources: Resources) -> Family | None:
    """The first family that is made for a brand such as this; None where nothing is known of it, or none is."""
    if not brand.colors and brand.logo is None:
        return None
    traits = set(_traits(brand))
    families = resources.designs.families.values()
    return next((family for family in families if traits & set(family.spec.suits)), None)


def _traits(brand: Brand) -> Iterator[Suit]:
    """The traits of a brand that a family may be made for."""
    main, second = colors_of(brand)
    gray = [lch_of(color)[1] < GRAY for color in (main, second) if color]
    if all(gray):
        yield "colorless"
    elif len(gray) > 1 and not any(gray):
        yield "two-colors"
    if brand.logo is not None:
        wide, high = brand.logo.size
        if wide / high >= WORDMARK:
            yield "wide-logo"
        elif is_symbol(brand.logo):
            yield "symbol"


def family_missing(brand: Brand, resources: Resources) -> Diagnostic | None:
    """The finding for a brand whose family is not on this computer, so that the first one is drawn."""
    if brand.family in resources.designs.families:
        return None
    message = msg(
        ("The family of designs {name} is not on this computer; the kit is drawn in {other}. Copy its folder into "
        "your templates folder, or choose another family."),
        name=brand.family, other=resources.in_family(brand.family).family.title,
    )  # fmt: skip
    return Diagnostic("warning", NO_FAMILY, message)

"""What is in the templates' fields: campaign text with its values filled in, pictures, fixed words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from dataclasses import fields as dataclass_fields
from urllib.parse import urlsplit

from htpm_studio.campaign.model import Hotline, Tone
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.strings import Strings
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.export.kit.edits import picture_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import photo_for, takes_picture
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.hotline.numbers import has_number

SEARCH = "search"
"""The part of a row that names a site to search; a page says it as a sentence."""

_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s?%")


def shared_values(kit: Kit) -> dict[str, Value]:
    """The names that every template may use."""
    return dict(kit.cached("shared values", lambda: _shared_values(kit)))


def _shared_values(kit: Kit) -> dict[str, Value]:
    return {
        "org": {
            "name": kit.look.organization,
            "near": _near(kit),
            "wide": kit.look.is_wide,
            "flat": kit.look.is_flat,
            "slim": kit.look.is_slim,
            "partners": bool(kit.look.partners),
            "cell": "dark" if kit.look.is_light else "surface",
            "beside": "surface" if kit.look.is_light else "dark",
        },
        "words": fixed_words(kit.campaign.words, kit),
        "hotline": hotline_in(kit, kit.campaign.language),
        "week": {
            "number": kit.week.number,
            "title": kit.week.title,
            "eyebrow": kit.week.eyebrow,
            "count": kit.schedule.count,
        },
        "year": kit.year,
        "theme": kit.values["theme"],
        "month": kit.campaign.month.name,
    }


def _near(kit: Kit) -> str:
    """The organization's own number in a sentence, for a print that has room for it below the hotline; "" for none.

    One that nobody could call, or that is almost the hotline's, is on no print.
    """
    number = kit.project.brand.local_number.strip()
    if not has_number(number) or first_near_miss(number, lines=kit.campaign.helplines, beside=False):
        return ""
    return fill(kit.campaign.words.copy.near_you, {"title": number.rstrip(".")})


def hotline_in(kit: Kit, language: str) -> dict[str, Value]:
    """What pieces say of the hotline in a language of the campaign."""
    hotline, words = kit.campaign.info.hotline.spoken(language), kit.campaign.translations[language]
    return {
        "number": hotline.number,
        "text": texted(hotline, words),
        "worded": bool(hotline.text_keyword) and not hotline.spells,
        "text_word": hotline.texting if hotline.spells else texted(hotline, words),
        "web": bare(hotline.web),
        "url": hotline.web,
        "more": bool(hotline.text_number or hotline.web),
    }


def texted(hotline: Hotline, words: Strings) -> str:
    """What people text: the number, or a word to the number where it wants one."""
    if not hotline.text_keyword or hotline.spells:
        return hotline.text_number
    return fill(words.text_word, {"word": hotline.text_keyword, "number": hotline.text_number})


def fixed_words(words: Strings, kit: Kit) -> dict[str, Value]:
    """The fixed words by name; the number of the kit's week and how many there are are filled in."""
    plain: dict[str, Value] = {}
    for entry in dataclass_fields(words):
        value = getattr(words, entry.name)
        if isinstance(value, str):
            plain[entry.name] = value
    note = words.card.week_notes.get(str(kit.week.number), words.card.inside_note)
    card: dict[str, Value] = {"outside_head": words.card.outside_head, "outside_text": words.card.outside_text}
    card |= {"inside_head": words.card.inside_head, "inside_note": note}
    plain |= {"print": words.print, "card": card, "copy": asdict(words.copy)}
    return plain | {"week_of": fill(words.week_of, {name: kit.values[name] for name in ("n", "weeks")})}


def filled(
    kit: Kit, fields: Fields, *, template: str, piece: str = "", canvas: str = "", alt: str = "", tone: Tone = "adult"
) -> dict[str, Value]:
    """A template's fields, placeholders filled, the picture found: the user's photo for the piece on that page size, or
    the drawing.

    The fixed words address the readers in the tone of the piece.
    """
    content = shared_values(kit)
    if tone == "teen":
        content["words"] = fixed_words(kit.campaign.words.for_teens(), kit)
    for name, value in fields.items():
        content[name] = _value(kit, value)
    scene = fields.get("picture")
    pictured = kit.project.photos and takes_picture(kit, template)
    photo = photo_for(kit, piece, template, canvas) if pictured else None
    if photo is not None:
        content["picture"] = picture_of(kit, photo)
    elif isinstance(scene, str) and scene:
        content["picture"] = drawing_of(kit, scene, alt if not template.startswith("social/") else "")
    return content | _share_of(content.get("number"))


def _share_of(number: Value) -> dict[str, Value]:
    """A percentage as the two parts of a bar; nothing for any other number."""
    found = _PERCENT.fullmatch(number.strip()) if isinstance(number, str) else None
    share = float(found.group(1).replace(",", ".")) if found else 0.0
    return {"share": f"{share:g}", "rest": f"{100 - share:g}"} if share else {}


def where_to_search(words: Strings, site: str) -> str:
    """How to find a title without a known address: by a search, on the publisher's own site where that is known."""
    return fill(words.search_title, {"title": site}) if site else words.copy.search


def drawing_of(kit: Kit, scene: str, alt: str = "") -> PictureRef | None:
    """A drawing of the library; `alt` is what the campaign says of it, which only holds for the scene that it names."""
    found = kit.drawing(scene)
    return replace(found, alt=fill(alt, kit.values)) if found and alt and found.name == scene else found


def picture_credits(kit: Kit, pages: Iterable[Mapping[str, Value]]) -> str:
    """A sentence with the credits of the user's photos on these pages; without photos, that the people are drawn.

    "" when there is nothing to say.
    """
    found = [picture for page in pages if isinstance(picture := page.get("picture"), PictureRef)]
    shown = {picture.source.key for picture in found if picture.drawn is None}
    names = dict.fromkeys(photo.credit for photo in kit.project.photos if photo.source.key in shown and photo.credit)
    if names:
        return f"{kit.campaign.words.photos}: {', '.join(names)}."
    people = any(picture.drawn.people for picture in found if picture.drawn is not None)
    return kit.campaign.month.picture_credit if people and not shown else ""


def bare(address: str) -> str:
    """A web address as people write it: no scheme, no "www.", no trailing slash."""
    parts = urlsplit(address)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/") or address


def _value(kit: Kit, value: FieldValue) -> Value:
    if isinstance(value, str):
        return fill(value, kit.values)
    if isinstance(value, Mapping):
        return {
            name: where_to_search(kit.campaign.words, inner)
            if name == SEARCH and isinstance(inner, str)
            else _value(kit, inner)
            for name, inner in value.items()
        }
    return tuple(_value(kit, inner) for inner in value)

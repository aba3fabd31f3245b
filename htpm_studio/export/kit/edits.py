"""The user's own words and choices for single pieces, laid over what the campaign says.

An edit names a piece ("w2/social/w2-rights"), a field and a text. Fields of content are named by their path
("head", "items.0", "left.items.1"), with the size behind it where the text is for that size alone ("head@story").
Choices start with "@": @template, @picture, @focus, @zoom, @left-out, @locked, @tone, @logo, @side, @order, @added,
@shared, @day, @posted, @described, @people, @layout, @fine.<check>.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Post
from htpm_studio.compose.context import Value
from htpm_studio.compose.crop import EYES
from htpm_studio.compose.drawings import with_people
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.template import Template
from htpm_studio.export.kit.feed_mix import FeedLook
from htpm_studio.export.kit.kit import Kit, Resources
from htpm_studio.export.kit.kit_cast import PEOPLE, kept_people, kept_text
from htpm_studio.export.kit.sentences import photo_words
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.project.consent import usable
from htpm_studio.project.model import FaceBox, Photo, Project

TEMPLATE, PICTURE, FOCUS, ZOOM, LEFT_OUT, LOCKED = "@template", "@picture", "@focus", "@zoom", "@left-out", "@locked"
TONE, DUOTONE, NATURAL = "@tone", "duotone", "natural"
"""How a photo looks: in two tones of the palette or as it is, whatever the kit says for all photos."""

LOGO, LEAST_LOGO, MOST_LOGO = "@logo", 0.6, 3.0
"""How many times larger than in the kit the logo of a background is."""

SIDE, NO_SIDE = "@side", "none"
"""On which side a background has the logo: on either, in a file each, or on none."""

ALL_PIECES = "kit"
"""The piece of choices that hold for every piece of every week."""

ORDER = "@order"
"""The slides of a deck in the user's order: their names with spaces between; those not named follow."""

ADDED = "@added"
"""The field, of a slide that the user added, with its first layout or the number of the slide that it copies."""

SHARED = "@shared"
"""The field, of a slide that is in every week, with its name in all of them."""

NOTES = "notes"

GROUND = "ground"
"""The key, in the content of a graphic, of its ground."""

ALT, DESCRIBED, NO_PICTURE = "alt", "@described", "none"
"""The user's description of a piece, and the name of the picture that it was written for."""

DAY, TIME, POSTED, FINE = "@day", "@time", "@posted", "@fine."
"""On which day and when a post goes out, that it did, and the checks that the user called fine (by their id).

`TIME` of `ALL_PIECES` is when posts go out that have no time of their own.
"""

LAYOUT = "@layout"
"""Of a locked graphic: the template and the ground that it had, with a space between."""

YES = "yes"


SIZE = "@"
"""The sign between a field and the one size in which its text holds."""


def in_size(field: str, size: str) -> str:
    """The field of a text that holds in one size only; with "" that of all sizes."""
    return f"{field}{SIZE}{size}" if size else field


def without_size(field: str) -> str:
    """The field of a text, whichever size it holds in."""
    return field if field.startswith(SIZE) else field.partition(SIZE)[0]


def size_of(field: str) -> str:
    """The one size in which a text holds; "" for a text of all sizes."""
    return field[len(without_size(field)) + 1 :]


def own_size(own: Mapping[str, str], field: str, size: str) -> str:
    """The size, where these edits of a piece have a text for a field, or a line of a list, in that size; else ""."""
    end = in_size("", size)
    mine = (name.removesuffix(end) for name in own if size and name.endswith(end))
    return size if any(name == field or name.startswith(f"{field}.") for name in mine) else ""


def picture_slot(number: int) -> str:
    """The field of the picture in a place of a design that shows several; the first is the picture of every design."""
    return PICTURE if number == 0 else f"{PICTURE}.{number}"


def is_picture(field: str) -> bool:
    """Whether a field says which picture is in a place."""
    return field == PICTURE or field.startswith(f"{PICTURE}.")


def piece_id(kit: Kit, name: str) -> str:
    """The id of a piece in edits: each week keeps its own. Posts have `social_piece`."""
    return f"w{kit.week.number}/{name}"


def social_piece(week: int, post: Post) -> str:
    """The piece that a post of a week belongs to: that of its home week, so that its edits go with it."""
    return f"w{post.home or week}/social/{post.id}"


def is_in_week(kit: Kit, piece: str) -> bool:
    """Whether a piece belongs to the week of the kit, or to a post that goes out with it."""
    number = kit.week.number
    return piece.startswith(piece_id(kit, "")) or any(piece == social_piece(number, post) for post in kit.week.posts)


def edits_of(kit: Kit, piece: str) -> Mapping[str, str]:
    """Field -> text of all edits of a piece."""
    return kit.cached("edits", kit.project.edits.to_mapping).get(piece, {})


def changes_piece(field: str) -> bool:
    """True if an edit of that field changes the piece itself: a lock, a day or a mark does not."""
    return field not in {LOCKED, PEOPLE, LAYOUT, ADDED, SHARED, DAY, TIME, POSTED} and not field.startswith(FINE)


def template_of(kit: Kit, piece: str, usual: str, canvas: str) -> str:
    """The template that the user chose for a piece; the usual one where it is not here, or not for that page size."""
    chosen = kit.resources.library.templates.get(edits_of(kit, piece).get(TEMPLATE, usual))
    return chosen.id if chosen is not None and canvas in chosen.canvases else usual


def lost_templates(kit: Kit) -> Iterator[tuple[str, str]]:
    """Pieces of the week whose chosen template is not on this computer, with the id of that template."""
    for edit in kit.project.edits.items:
        known = edit.field != TEMPLATE or edit.text in kit.resources.library.templates
        if not known and is_in_week(kit, edit.piece):
            yield edit.piece, edit.text


def partly_chosen(kit: Kit, pages: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, Template, list[str]]]:
    """Pieces of which some pages keep the kit's design, as the user's template is not for their size.

    `pages` are the piece, the template and the size of each page; the answer names the user's one and those sizes.
    """
    others: dict[tuple[str, str], list[str]] = {}
    library = kit.resources.library
    for piece, template, canvas in pages:
        chosen = library.templates.get(edits_of(kit, piece).get(TEMPLATE, template))
        if chosen is not None and chosen.own and canvas not in chosen.canvases:
            sizes = others.setdefault((piece, chosen.id), [])
            sizes += [canvas] if canvas not in sizes else []
    for (piece, name), sizes in others.items():
        yield piece, library.templates[name], sizes


def is_left_out(kit: Kit, piece: str) -> bool:
    """Whether the user took the piece out of the kit."""
    return kit.project.edits.text(piece, LEFT_OUT) == YES


def edited(kit: Kit, piece: str, content: Mapping[str, Value], size: str = "", part: str = "") -> dict[str, Value]:
    """The content with the user's edits of this piece; texts and choices for one `size` win over those for all.

    Where several pages share a piece, `part` is what the fields of this page begin with ("en-outside").
    """
    own = edits_of(kit, piece)
    start = f"{part}." if part else ""
    done = dict(content)
    for path, text in _texts_in(own, size):
        if path.startswith(start):
            done = _with(done, path.removeprefix(start).split("."), text)
    # An emptied line of a list goes away, once all lines have their text.
    done = {name: _without_gaps(value) for name, value in done.items()} if own else done
    if (chosen := own.get(PICTURE)) is not None:
        done["picture"] = picture_named(kit, chosen) or done.get("picture")
    done = _with_kept_people(kit, done, own)
    picture = done.get("picture")
    if isinstance(picture, PictureRef):
        cropped = _cropped(picture, own, size)
        toned = replace(cropped, duotone=cropped.source.kind != "svg" and is_duotone(kit, own))
        done["picture"] = replace(toned, alt=own[ALT]) if ALT in own else toned
    return done


def _texts_in(own: Mapping[str, str], size: str) -> Iterator[tuple[str, str]]:
    """The texts among the edits of a piece in one size, those of all sizes first."""
    yield from ((name, text) for name, text in own.items() if SIZE not in name)
    end = in_size("", size)
    yield from ((name.removesuffix(end), text) for name, text in own.items() if size and name[1:].endswith(end))


def lock_edits(pages: Iterable[PageSpec], *, on: bool) -> dict[str, str | None]:
    """The edits that lock or unlock a piece with these pages: a locked one remembers its layout and who is drawn."""
    pages = tuple(pages)
    pictures = (picture for page in pages for picture in pictures_in(page.content))
    shown = [(picture.name, picture.drawn.people) for picture in pictures if picture.drawn is not None]
    looks = [f"{page.template} {page.content[GROUND]}" for page in pages if page.content.get(GROUND)]
    people, layout = kept_text(shown) or None, looks[0] if looks else None
    return {LOCKED: YES, PEOPLE: people, LAYOUT: layout} if on else {LOCKED: None, PEOPLE: None, LAYOUT: None}


def kept_look(kit: Kit, piece: str) -> FeedLook | None:
    """The layout that a locked graphic keeps; None where it keeps none, or its template is not here any more."""
    template, _, ground = edits_of(kit, piece).get(LAYOUT, "").partition(" ")
    return FeedLook(template, ground) if template in kit.resources.library.templates else None


def pictures_in(content: Mapping[str, Value]) -> Iterator[PictureRef]:
    """The pictures that the content of a page has."""
    several = content.get("pictures")
    for picture in (content.get("picture"), *(several if isinstance(several, tuple) else ())):
        if isinstance(picture, PictureRef):
            yield picture


def _with_kept_people(kit: Kit, content: dict[str, Value], own: Mapping[str, str]) -> dict[str, Value]:
    """The content of a locked piece with the drawings that it had when it was locked."""
    kept = kept_people(own[PEOPLE], kit.resources.pictures) if PEOPLE in own else {}
    if not kept:
        return content
    only = next(iter(kept)) if len(kept) == 1 else ""

    def as_it_was(value: Value) -> Value:
        if not isinstance(value, PictureRef) or value.drawn is None:
            return value
        found = value if value.name in kept else kit.scenes.get(only, value)
        return with_people(found, kept[found.name]) if found.name in kept else found

    several = content.get("pictures")
    walls = {"pictures": tuple(map(as_it_was, several))} if isinstance(several, tuple) else {}
    return {**content, **({"picture": as_it_was(content["picture"])} if "picture" in content else {}), **walls}


def is_duotone(kit: Kit, own: Mapping[str, str]) -> bool:
    """Whether the photo of a piece with these edits is to show in two tones."""
    return own.get(TONE, DUOTONE if all_duotone(kit.project) else NATURAL) == DUOTONE


def logo_size(own: Mapping[str, str]) -> float:
    """How many times larger the logo of a piece with these edits is; 1 where that is not a number."""
    try:
        wanted = float(own.get(LOGO, "1"))
    except ValueError:
        return 1.0
    return min(MOST_LOGO, max(LEAST_LOGO, wanted)) if math.isfinite(wanted) else 1.0


def all_duotone(project: Project) -> bool:
    """Whether the user wants all photos in two tones."""
    return project.edits.text(ALL_PIECES, TONE) == DUOTONE


def picture_named(kit: Kit, name: str) -> PictureRef | None:
    """A library scene by its name or one of the user's photos by its hash; None when neither is there.

    None as well for a photo whose record is incomplete or withdrawn: another picture replaces it.
    """
    if name in kit.scenes:
        return kit.scenes[name]
    for photo in kit.project.photos:
        if photo.source.key == name and usable(photo, kit.today):
            return picture_of(kit, photo)
    return None


def picture_of(kit: Kit, photo: Photo) -> PictureRef:
    """A photo of the user's as content; one of people shows what is as high up as faces usually are."""
    people = photo.people != "nobody"
    focus = (photo.focus[0], EYES) if people else photo.focus
    faces = faces_of(kit.resources, photo)
    return PictureRef(photo.source, focus, photo_words(kit, photo), people=people, faces=faces)


def faces_of(resources: Resources, photo: Photo) -> tuple[FaceBox, ...]:
    """Where faces are in a photo: as its record says, else as they are found; none where nobody can be recognized."""
    if photo.people == "nobody":
        return ()
    if photo.faces is not None:
        return photo.faces
    from htpm_studio.project.faces.find import find_faces  # noqa: PLC0415 - most kits have no photo

    return resources.breaks.get(("faces", photo.source.key), lambda: find_faces(photo.source))


def picture_name(picture: Value) -> str:
    """What `picture_named` knows a picture by; "" for anything that is none."""
    return picture.key if isinstance(picture, PictureRef) else ""


def _cropped(picture: PictureRef, own: Mapping[str, str], size: str) -> PictureRef:
    focus = own.get(f"{FOCUS}.{size}", own.get(FOCUS, "")).split()
    zoom = own.get(f"{ZOOM}.{size}", own.get(ZOOM, ""))
    if len(focus) == 2:
        picture = replace(picture, focus=(float(focus[0]), float(focus[1])), moved=True)
    return replace(picture, zoom=float(zoom), moved=True) if zoom else picture


def with_value(content: Mapping[str, Value], path: str, value: Value) -> dict[str, Value]:
    """The content with another text or list at a path such as "points.0.head"."""
    return _with(content, path.split("."), value)


def _with(content: Mapping[str, Value], path: Sequence[str], text: Value) -> dict[str, Value]:
    name, *rest = path
    done = dict(content)
    done[name] = _changed(done.get(name), rest, text)
    return done


def _changed(value: Value, path: Sequence[str], text: Value) -> Value:
    if not path:
        return text
    step, *rest = path
    if isinstance(value, Mapping):
        return {**value, step: _changed(value.get(step), rest, text)}
    if isinstance(value, Sequence) and not isinstance(value, str) and step.isdigit():
        items = list(value)
        index = int(step)
        if index < len(items):
            items[index] = _changed(items[index], rest, text)
        elif not rest and index == len(items):
            items.append(text)
        return tuple(items)
    return value


def _without_gaps(value: Value) -> Value:
    if isinstance(value, str):  # nearly all of them, and the question is cheap
        return value
    if isinstance(value, Mapping):
        return {name: _without_gaps(inner) for name, inner in value.items()}
    if isinstance(value, Sequence):
        return tuple(_without_gaps(item) for item in value if item != "")
    return value

"""The pictures of the newsletter and the web page: the sender and the week, as the design family draws them."""

from __future__ import annotations

from collections.abc import Mapping

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.picture_slots import PICTURE
from htpm_studio.errors import msg
from htpm_studio.export.kit.content import filled, shared_values
from htpm_studio.export.kit.descriptions import shown_picture
from htpm_studio.export.kit.edits import edited, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.model import unbroken
from htpm_studio.scene.emphasis import without_stars
from htpm_studio.scene.writing import Masthead

HEADER, HERO = "copy/mail-header", "copy/web-hero"
HEAD = "head"
_LAST = 2


def header_spec(kit: Kit) -> FileSpec:
    """The picture at the top of the newsletter: the logo, the month, the week."""
    page = header_page(kit)
    picture = shown_picture(kit, page)
    photo = picture is not None and picture.source.kind == "jpeg"
    size = page_sizes()[page.canvas]
    return FileSpec(
        id=HEADER,
        medium="copy",
        title=page.info.title,
        path=f"copy/newsletter-header.{size.format(photo=photo)}",
        format=size.format(photo=photo),
        pages=(page,),
        alt=alt_of(kit, page, kit.look.organization, str(page.content["eyebrow"])),
        max_bytes=size.most_bytes,
        group="newsletter",
        piece=piece_id(kit, HEADER),
    )


def header_page(kit: Kit) -> PageSpec:
    """The page of that picture."""
    return _page(kit, HEADER, kit.translated(msg("Newsletter header")))


def masthead_of(kit: Kit) -> Masthead:
    """The picture as the newsletter names it: a file beside it."""
    spec = header_spec(kit)
    return Masthead(spec.path.rpartition("/")[2], spec.alt, page_sizes()[spec.pages[0].canvas].size)


def hero_page(kit: Kit) -> PageSpec:
    """The picture beside the head of the web page."""
    return _page(kit, HERO, kit.week.title)


def alt_of(kit: Kit, page: PageSpec, *before: str) -> str:
    """What such a picture says and shows: the words that its family sets in it, and its drawing or photo.

    The first words before them, the sender's name, are left out where they make it too long to listen to.
    """
    drawn = kit.resources.library.templates[page.template]
    headline = unbroken(without_stars(str(page.content[HEAD]))) if HEAD in drawn.field_names() else ""
    picture = shown_picture(kit, page)
    parts = [f"{part.rstrip('.')}." for part in (*before, headline) if part]
    shown = picture.alt if picture else ""
    whole = joined(*parts, shown)
    return whole if len(whole) <= kit.resources.networks.alt_advised or not before else joined(*parts[1:], shown)


def _page(kit: Kit, template: str, title: str) -> PageSpec:
    piece = piece_id(kit, HEADER)
    content = edited(kit, piece, _content(kit))
    canvas = kit.resources.library.templates[template].canvases[0]
    return PageSpec(template, canvas, content, PageInfo(template.partition("/")[2], title, kit.week.number))


def _marked(title: str) -> str:
    """The title with its main words between stars: those after its comma, else the last ones."""
    before, comma, after = title.rpartition(", ")
    if comma:
        return f"{before}, *{after}*"
    words = title.split()
    return " ".join((*words[:-_LAST], f"*{' '.join(words[-_LAST:])}*")) if len(words) > _LAST else title


def _content(kit: Kit) -> dict[str, Value]:
    """What the pictures say, and the drawing of the week's first handout that has one.

    A photo of the user is there only if the user puts it there: what is written below is about harm.
    """
    content: Mapping[str, Value] = {
        **shared_values(kit),
        "eyebrow": kit.campaign.month.name,
        HEAD: _marked(kit.week.title),
    }
    for handout in kit.week.handouts:
        shown = filled(kit, handout.fields, template=handout.template, alt=handout.alt).get(PICTURE)
        if isinstance(shown, PictureRef):
            return {**content, PICTURE: shown}
    return dict(content)

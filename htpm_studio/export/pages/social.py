"""Social graphics: every post of the week in every size, and all of a size as slides that can be edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from htpm_studio.campaign.model import Post
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.compose_page import BLUE, PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.edges import melts_into
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.picture_slots import PICTURE
from htpm_studio.errors import msg
from htpm_studio.export.decks.charts import chart_of
from htpm_studio.export.disk.names import safe_name
from htpm_studio.export.kit.content import filled
from htpm_studio.export.kit.descriptions import description, headline, shown_picture
from htpm_studio.export.kit.edits import (
    TEMPLATE,  # fmt: skip
    edited,
    edits_of,
    in_size,
    is_left_out,
    is_picture,
    kept_look,
    picture_name,
    picture_slot,
    piece_id,
    social_piece,
    template_of,
)
from htpm_studio.export.kit.feed_mix import (
    FeedChoice,
    FeedLook,
    FeedPost,
    Tone,
    compositions_of,
    grounds_of,
    lent_to,
    mix_feed,
    register_of,
    tone_of,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.patches import patches_of
from htpm_studio.export.kit.photo_placement import photo_for, slots_on
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.project.model import MOST_SEED
from htpm_studio.project.oklch import luminance

_TRIES = 40
STATISTIC, LONGEST_BAR = "social/statistic", 50.0
"""The design of a number, and its longest bar in units of a graphic that is not wide."""

LONGEST_NAME = 60
"""The most letters of the id of a toolkit's post, which ends with a whole word."""

BRIEF = 20
"""The most letters of each item of a list that is set large."""

_LIGHT = 0.5
"""From this luminance on, a ground is a light one, whatever its name."""

_PAPERS: tuple[Tone, ...] = ("paper", "tint")
"""The tones that look the same beside each other in the style calm, whose posts take turns of paper and color."""


def social_graphics(kit: Kit) -> Iterator[FileSpec]:
    """Every graphic as a picture, then the files in which they can be edited."""
    yield from social_specs(kit)
    yield from editable_specs(kit)


def social_specs(kit: Kit) -> tuple[FileSpec, ...]:
    """One file for each usable post and size; flat art as PNG, pages with a photo as JPEG."""
    return kit.cached("social", lambda: tuple(_social_specs(kit)))


def _social_specs(kit: Kit) -> Iterator[FileSpec]:
    looks = feed_looks(kit)
    for index, post in enumerate(kit.week.posts, 1):
        yield from _post(kit, post, index, looks[post.id])


def post_specs(kit: Kit, piece: str) -> tuple[FileSpec, ...]:
    """The files of one post, by the piece that it is; none where it is no post of the week."""
    return kit.cached(("post", piece), lambda: tuple(_post_specs(kit, piece)))


def _post_specs(kit: Kit, piece: str) -> Iterator[FileSpec]:
    for index, post in enumerate(kit.week.posts, 1):
        if social_piece(kit.week.number, post) == piece:
            yield from _post(kit, post, index, feed_looks(kit)[post.id])


def editable_specs(kit: Kit) -> Iterator[FileSpec]:
    """One PowerPoint file a size with every graphic as a slide: live text, native shapes, colors of the theme."""
    graphics = [spec for spec in social_specs(kit) if not is_left_out(kit, spec.piece)]
    for size in page_sizes().of("social"):
        pages = [
            replace(spec.pages[0], piece=spec.piece, fonts="system")
            for spec in graphics
            if size.id == spec.pages[0].canvas
        ]
        if pages:
            yield FileSpec(
                id=f"social/editable/{size.id}",
                medium="social",
                title=kit.translated(msg("Editable graphics, {size}", size=size.name)),
                path=f"social/editable/{size.id}.pptx",
                format="pptx",
                pages=tuple(_with_own_titles(pages)),
                caption=kit.translated(
                    msg("Open it in PowerPoint, change text or pictures, and save the slides as pictures.")
                ),
                group=f"editable {size.id}",
                piece=piece_id(kit, "social/editable"),
                repeats=True,
            )


def _with_own_titles(pages: Sequence[PageSpec]) -> Iterator[PageSpec]:
    """The pages with titles that differ, as screen readers list slides by them."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen[page.info.title] += 1
        count = seen[page.info.title]
        title = f"{page.info.title} ({count})" if count > 1 else page.info.title
        yield replace(page, info=replace(page.info, title=title))


def feed_looks(kit: Kit, seed: int | None = None) -> dict[str, FeedLook]:
    """Post -> composition and ground, searched in the order of the days; of another mix than the project's with `seed`.

    Only year, week, family, style and mix decide what the words leave open.
    """
    used = kit.project.mix_of(kit.week.number) if seed is None else seed
    name = f"{kit.year} {kit.week.number} {kit.resources.family.id} {kit.style} {used}"
    posts, alike = feed_choices(kit), _PAPERS if kit.style == "calm" else ()
    mixed = kit.resources.breaks.get(("feed", name, posts), lambda: mix_feed(posts, name, alike))
    return dict(zip((post.id for post in posts), mixed, strict=True))


def feed_choices(kit: Kit) -> tuple[FeedPost, ...]:
    """The posts in the order in which they go out, each with all the ways to draw it that its words allow."""
    posts, days = kit.week.posts, kit.post_days
    ordered = sorted(posts, key=lambda post: (post.id not in days, days.get(post.id, date.max), posts.index(post)))
    return kit.cached("feed", lambda: tuple(_feed_post(kit, post) for post in ordered))


def other_mix(kit: Kit) -> int:
    """The number of the next mix that lays the week out in another way; the same where there is none."""
    now, shown = kit.project.mix_of(kit.week.number), feed_looks(kit)
    others = (number % (MOST_SEED + 1) for number in range(now + 1, now + 1 + _TRIES))
    return next((number for number in others if feed_looks(kit, number) != shown), now)


def _feed_post(kit: Kit, post: Post) -> FeedPost:
    piece, template = social_piece(kit.week.number, post), _template(kit, post)
    own, kept = edits_of(kit, piece), kept_look(kit, piece)
    known = (*compositions_of(template), *lent_to(template))
    if kept is not None and kept.template in known and kept.ground in grounds_of(kept.template, kit.grounds):
        return FeedPost(post.id, (_choice(kit, post, kept),))
    names: tuple[str, ...] = (template,)
    if own.get(TEMPLATE) != template:
        drawn = kit.resources.drawn
        names = (*compositions_of(template, drawn), *(() if _has_photo(kit, post) else lent_to(template, drawn)))
        names = tuple(name for name in names if _has_room(kit, post, name)) or names
    looks = (FeedLook(name, ground) for name in names for ground in grounds_of(name, kit.grounds) or ("surface",))
    return FeedPost(post.id, tuple(_choice(kit, post, look) for look in looks))


def _choice(kit: Kit, post: Post, look: FeedLook) -> FeedChoice:
    """What a look is in a feed: it is judged as it is shown, with a photo in another design."""
    piece, usual = social_piece(kit.week.number, post), _template(kit, post)
    shown = _showing(kit, piece, look, _first())
    face, melting = kit.cached(("edge", piece, shown.template), lambda: _edge(kit, post, shown.template))
    tone = _tone(kit, post, shown.ground)
    return FeedChoice(
        look,
        shown.template,
        register_of(shown.template, tone, kit.resources.registers),
        tone,
        face,
        melts=shown.ground in melting,
        lent=look.template not in compositions_of(usual),
        first=look.ground == next(iter(grounds_of(look.template, kit.grounds)), look.ground),
    )


def _tone(kit: Kit, post: Post, ground: str) -> Tone:
    """What a ground is to the eye in the colors of a post: in some styles, the deep one is a tint of paper."""
    if _is_colored(kit, post) and tone_of(ground) == "brand":
        return "day"
    tone = tone_of(ground)
    return "tint" if tone == "deep" and luminance(kit.look.palette[ground]) > _LIGHT else tone


def _has_photo(kit: Kit, post: Post) -> bool:
    """Whether a post shows a photo, or the user gave it a picture: then it keeps a design that has one."""
    piece, template = social_piece(kit.week.number, post), pieces().with_photo(_template(kit, post))
    if any(is_picture(field) for field in edits_of(kit, piece)):
        return True
    return bool(kit.project.photos) and any(
        photo_for(kit, piece, template, size.id) is not None for size in page_sizes().of("social")
    )


def _has_room(kit: Kit, post: Post, template: str) -> bool:
    """Whether a design has room for the words of a post as the user left them."""
    piece, page = pieces().with_template(template), template.partition("/")[2]
    if piece is None:
        return True
    name, first, usual = social_piece(kit.week.number, post), _first(), _template(kit, post)
    room = piece.spec.page[page].room
    words = kit.cached(("words", name), lambda: edited(kit, name, _base(kit, post, usual, "surface", first), first))
    for field, spec in piece.fields(page).items():
        value, most = words.get(field), room.get(field, spec.limit)
        lines = value if isinstance(value, tuple) else (value,)
        if most and any(isinstance(line, str) and len(line.replace("*", "")) > most for line in lines):
            return False
    return True


def _edge(kit: Kit, post: Post, template: str) -> tuple[bool, frozenset[str]]:
    """Whether a design shows a face or a photo, and its grounds that have the tone of the edge of its picture."""
    piece, first, grounds = social_piece(kit.week.number, post), _first(), grounds_of(template, kit.grounds)
    slot = next((place for place in slots_on(kit, template, first) if place.field == PICTURE), None)
    if slot is None:
        return False, frozenset()
    ref = edited(kit, piece, _base(kit, post, template, next(iter(grounds), "surface"), first), first).get(PICTURE)
    if not isinstance(ref, PictureRef):
        return False, frozenset()
    library = kit.resources.pictures
    person = ref.own is not None or (ref.name in library.names and bool(library.scene(ref.name).seats))
    if len(grounds) < 2:
        return person, frozenset()
    shown = slot.shown(ref, kit.look)
    return person, frozenset(ground for ground in grounds if melts_into(shown, kit.look.palette[ground]))


def _first() -> str:
    """The size that stands for all of them where one picture or one text serves every size."""
    return page_sizes().first("social").id


def _template(kit: Kit, post: Post) -> str:
    return template_of(kit, social_piece(kit.week.number, post), post.graphic.template, _first())


def _post(kit: Kit, post: Post, index: int, look: FeedLook) -> Iterator[FileSpec]:
    graphic, piece = post.graphic, social_piece(kit.week.number, post)
    own = edits_of(kit, piece)
    sizes = page_sizes().of("social")
    usual = (
        look.template
        if look.template in (*compositions_of(graphic.template), *lent_to(graphic.template))
        else graphic.template
    )
    looks = {size.id: _showing(kit, piece, replace(look, template=usual), size.id) for size in sizes}
    templates = {size: template_of(kit, piece, shown.template, size) for size, shown in looks.items()}
    grounds = {size: (shown if templates[size] == shown.template else look).ground for size, shown in looks.items()}
    bases = {size: _base(kit, post, template, grounds[size], size) for size, template in templates.items()}
    template = templates[_first()]
    content = _measured(kit, template, edited(kit, piece, bases[_first()]))
    title = headline(content) or post.id
    name = f"{index:02d}-{safe_name(post.id, LONGEST_NAME)}"
    caption = own.get("caption", fill(post.caption(), kit.values))
    alts: dict[tuple[str, str], str] = {}
    for size in sizes:
        info = PageInfo(f"{name} {size.id}", title, kit.week.number, variant=index)
        template = templates[size.id]
        own_size = _measured(kit, template, edited(kit, piece, bases[size.id], size.id))
        page = PageSpec(template, size.id, own_size, info, usual=looks[size.id].template)
        picture = shown_picture(kit, page)
        photo, shown = picture is not None and picture.source.kind == "jpeg", picture_name(picture)
        described = shown, size.id if any(name[1:].endswith(in_size("", size.id)) for name in own) else ""
        if described not in alts:
            alts[described] = description(kit, page, piece, graphic, caption)
        kind = size.format(photo=photo)
        yield FileSpec(
            id=f"social/{post.id}/{size.id}",
            medium="social",
            title=title,
            path=f"social/{size.id}/{name}.{kind}",
            format=kind,
            pages=(page,),
            alt=alts[described],
            caption=caption,
            max_bytes=size.most_bytes,
            group=post.id,
            piece=piece,
        )


def _showing(kit: Kit, piece: str, look: FeedLook, size: str) -> FeedLook:
    """How a graphic is drawn in one size: in another composition or design where only that shows the photo."""
    if not kit.project.photos:
        return look
    family, photographed = kit.resources, pieces().with_photo(look.template)
    names = dict.fromkeys((photographed, *compositions_of(photographed, family.drawn)))
    grounds = {name: grounds_of(name, kit.grounds) for name in names}
    if photographed == look.template:
        looks = [FeedLook(name, look.ground) for name in names if name == look.template or look.ground in grounds[name]]
    else:
        looks = [FeedLook(name, grounds[name][0]) for name in names]
        own, slot = edits_of(kit, piece), picture_slot(0)
        if {own.get(slot), own.get(in_size(slot, size))} & {photo.source.key for photo in kit.project.photos}:
            return looks[0]
    return next(
        (
            shown
            for shown in looks
            if slots_on(kit, shown.template, size) and photo_for(kit, piece, shown.template, size)
        ),
        look,
    )


def _is_colored(kit: Kit, post: Post) -> bool:
    """Whether a post is of the day on which people wear a color."""
    observance = kit.campaign.observance
    return observance.day_color == BLUE and post.only_day == observance.day


def _base(kit: Kit, post: Post, template: str, ground: str, size: str) -> dict[str, Value]:
    """What a graphic says and shows with a template in one size, before the user's changes."""
    graphic = post.graphic
    piece = social_piece(kit.week.number, post)
    base = filled(kit, graphic.fields, template=template, piece=piece, canvas=size, alt=graphic.alt, tone=post.tone)
    return {**base, BLUE: _is_colored(kit, post), "ground": ground}


def _measured(kit: Kit, template: str, content: Mapping[str, Value]) -> Mapping[str, Value]:
    """Values measured on the words as the user left them: whether a list is brief, a chart, the patches of a number."""
    items = content.get("items")
    if isinstance(items, tuple) and items and all(len(str(item)) <= BRIEF for item in items):
        return {**content, "brief": "brief"}
    if template not in compositions_of(STATISTIC):
        return content
    chart = chart_of(kit, content, LONGEST_BAR)
    return {**content, "chart": chart, "patches": patches_of(kit, content, chart)}

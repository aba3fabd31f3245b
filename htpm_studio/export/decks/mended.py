"""Layouts whose titles or texts could not be seen: which they are, and what is done where there is no better one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from htpm_studio.export.decks.drawn.ground import ground_of
from htpm_studio.export.decks.layout_match import HOLDERS, Match, are_beside
from htpm_studio.render.pptx.deck_template.geometry import BODIES, LEAST_SHARE, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.render.pptx.geometry import EmuFrame

INSIDE, OVER = 0.8, 0.2
"""The part of a title that must be on the slide, and the part of two places that may lie over each other."""

MARGIN = 0.05


def is_sound(match: Match, deck_template: DeckTemplate) -> bool:
    """Whether title and texts are on the slide, not over each other, and on a ground on which a color can be read."""
    ground = ground_of(deck_template, match.layout)
    can_be_read = all(ground.can_be_read(place) for place in (match.title, *match.heads, *match.texts))
    return can_be_read and not mended(match, deck_template).moved


def mended(match: Match, deck_template: DeckTemplate) -> Match:
    """The match with its title on the slide, its texts beside the title, and no picture over either."""
    ground, slide = ground_of(deck_template, match.layout), EmuFrame(0, 0, *deck_template.size)
    title = replace(match.title, frame=_moved_in(match.title.frame, slide))
    letters = ground.lettered(title)
    shown = tuple(replace(place, frame=_cut(place.frame, slide)) for place in match.texts)
    texts = tuple(replace(place, frame=_beside(place.frame, letters, slide)) for place in shown)
    words, picture = (letters, *(place.frame for place in texts)), match.picture
    if picture is not None and any(_is_over(picture.frame, frame) for frame in words):
        picture = None
    moved = (title, texts, picture) != (match.title, shown, match.picture)
    return replace(match, title=title, texts=texts, picture=picture, moved=moved)


def widened(match: Match, deck_template: DeckTemplate) -> Match:
    """The match with its only text over the empty places beside it, where a layout has several."""
    if len(match.texts) != 1 or match.picture is not None or match.heads:
        return match
    text, kinds = match.texts[0], (*BODIES, *HOLDERS)
    others = [place for place in match.layout.places if place.kind in kinds]
    frame = text.frame
    for place in others:
        if are_beside(text, place) or are_beside(place, text):
            left, right = min(frame.x, place.frame.x), max(one.x + one.width for one in (frame, place.frame))
            frame = replace(frame, x=left, width=right - left)
    wide = replace(text, frame=frame)
    readable = ground_of(deck_template, match.layout).is_readable(wide)
    return replace(match, texts=(wide,)) if readable else match


def grown(match: Match, deck_template: DeckTemplate, *, title: bool) -> Match:
    """The match with more room for its title, or else for its texts: as much as the other places leave."""
    ground, (wide, high) = ground_of(deck_template, match.layout), deck_template.size
    feet = [place.frame for place in match.layout.places if place.kind in ("ftr", "sldNum")]
    around = [match.picture.frame] if match.picture is not None else []
    if title:
        others = [*around, *(place.frame for place in match.texts)]
        return replace(match, title=_grown(match.title, others, (wide, high)), moved=True)
    around += [*feet, ground.lettered(match.title)]
    texts = [
        _grown(place, [*around, *(one.frame for one in match.texts if one != place)], (wide, high))
        for place in match.texts
    ]
    return replace(match, texts=tuple(texts), moved=True)


def _grown(place: PlaceholderPlace, others: Sequence[EmuFrame], size: tuple[int, int]) -> PlaceholderPlace:
    """A place as large as others leave it room, where most of it was."""
    room, frame = _within(size), place.frame
    for other in others:
        if _common(room, other):
            room = max(_left_by(other, room), key=lambda part: (_common(part, frame), _area(part)))
    return replace(place, frame=room) if _area(room) > _area(frame) else place


def _within(size: tuple[int, int]) -> EmuFrame:
    """A slide within its margins."""
    x, y = (round(side * MARGIN) for side in size)
    return EmuFrame(x, y, size[0] - 2 * x, size[1] - 2 * y)


def _cut(frame: EmuFrame, slide: EmuFrame) -> EmuFrame:
    """The part of a frame that is on the slide; the frame itself where that is next to nothing or nearly all of it."""
    x, y = max(0, frame.x), max(0, frame.y)
    right, bottom = min(frame.x + frame.width, slide.width), min(frame.y + frame.height, slide.height)
    inside = EmuFrame(x, y, max(0, right - x), max(0, bottom - y))
    return inside if MARGIN < _area(inside) / _area(frame) < 1 - MARGIN else frame


def _moved_in(frame: EmuFrame, slide: EmuFrame) -> EmuFrame:
    """A frame that lies on the slide, where it was or else as near to that as it can."""
    if _common(frame, slide) >= INSIDE * frame.width * frame.height:
        return frame
    room = _within((slide.width, slide.height))
    wide, high = min(frame.width, room.width), min(frame.height, slide.height // 4)
    x = min(max(frame.x, room.x), room.x + room.width - wide)
    return EmuFrame(x, min(max(frame.y, room.y), room.y + room.height - high), wide, high)


def _beside(frame: EmuFrame, title: EmuFrame, slide: EmuFrame) -> EmuFrame:
    """The largest part of a place for text that the title leaves; of the slide where that is next to nothing."""
    if not _is_over(frame, title):
        return frame
    best = max(_left_by(title, frame), key=_area)
    if _area(best) >= LEAST_SHARE * _area(slide):
        return best
    return max(_left_by(title, _within((slide.width, slide.height))), key=_area)


def _left_by(title: EmuFrame, frame: EmuFrame) -> Iterator[EmuFrame]:
    """What is left of a frame below, above, right and left of a title."""
    right, bottom = frame.x + frame.width, frame.y + frame.height
    low, far = min(max(title.y + title.height, frame.y), bottom), min(max(title.x + title.width, frame.x), right)
    yield replace(frame, y=low, height=bottom - low)
    yield replace(frame, height=max(0, min(title.y, bottom) - frame.y))
    yield replace(frame, x=far, width=right - far)
    yield replace(frame, width=max(0, min(title.x, right) - frame.x))


def _is_over(one: EmuFrame, other: EmuFrame) -> bool:
    return _common(one, other) > OVER * min(_area(one), _area(other))


def _common(one: EmuFrame, other: EmuFrame) -> int:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, wide) * max(0, high)


def _area(frame: EmuFrame) -> int:
    return frame.width * frame.height

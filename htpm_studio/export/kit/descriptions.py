"""Descriptions of pictures for people who cannot see them: made and judged here, for files, the editor and Checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.language.special_rules import said_elsewhere
from htpm_studio.campaign.model import PieceTexts
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.decoding.values import FieldValue
from htpm_studio.export.kit.editable import shape_of
from htpm_studio.export.kit.edits import ALT, DESCRIBED, NO_PICTURE, NOTES, edits_of, picture_name, without_size
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import takes_picture
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.pieces.model import FieldLimits
from htpm_studio.project.model import unbroken
from htpm_studio.scene.emphasis import without_stars

_LABELS_OF_DRAWINGS = ("Drawing:", "Dibujo:")
"""How a campaign begins what it says of a drawing itself."""

# Labels and small print say where one is in the series and how the hotline works; a description need not repeat them.
_LABELS = frozenset({"eyebrow", "tag", "note"})
_WORDS = ("text", "source")
_COUNTED = ("number", "unit")
_DAY = ("month", "day", "weekday")
_BESIDE = frozenset({ALT, "caption", NOTES})


def description(kit: Kit, page: PageSpec, piece: str, graphic: PieceTexts, caption: str) -> str:
    """What a graphic says: the user's words, else the campaign's while it is as the campaign made it.

    With other words or another picture the campaign's description would be wrong: it is made from what is there, and
    says what the post beside it does not.
    """
    own = edits_of(kit, piece)
    if ALT in own:
        return own[ALT]
    picture = shown_picture(kit, page)
    usual = graphic.fields.get("picture") if takes_picture(kit, page.usual) else None
    reworded = any(_is_message(name) for name in own)
    if graphic.alt and not reworded and _is_usual(kit, picture, usual):
        return _with_chart(kit, page, _with_picture(fill(graphic.alt, kit.values), picture, usual))
    return _made(kit, message_lines(kit, page), picture.alt if picture else "", caption)


def _with_chart(kit: Kit, page: PageSpec, words: str) -> str:
    """What the campaign says of the words, and the values of the chart beside them while that is not too long."""
    chart = page.content.get("chart")
    whole = joined(words, str(chart["alt"])) if isinstance(chart, Mapping) else words
    return whole if len(whole) <= kit.resources.networks.alt_longest else words


def _is_usual(kit: Kit, picture: PictureRef | None, usual: FieldValue | None) -> bool:
    """Whether a page shows the drawing that the campaign names for it."""
    named = kit.drawing(usual) if isinstance(usual, str) and usual else None
    return picture_name(picture) == picture_name(named)


def _with_picture(words: str, picture: PictureRef | None, usual: FieldValue | None) -> str:
    """What the campaign says of the words, and what the drawing shows; one of another kind of picture is left out."""
    label = next((known for known in _LABELS_OF_DRAWINGS if known in words), "")
    if picture is None or (label and picture.name == usual):
        return words
    return joined(words.partition(label)[0].strip() if label else words, picture.alt)


def _made(kit: Kit, lines: Sequence[str], picture: str, caption: str) -> str:
    """The headline, lines that nothing else says, others while it is easy to listen to, and what the picture shows."""
    networks, kept = kit.resources.networks, list(lines[:1])
    for line in lines[1:]:
        longest = networks.alt_longest if unsaid((line,), *kept, picture, caption) else networks.alt_advised
        if len(joined(*kept, line, picture)) <= longest:
            kept.append(line)
    return joined(*kept, picture)


def shown_picture(kit: Kit, page: PageSpec) -> PictureRef | None:
    """The picture that a page shows; one that its design has no place for is not shown."""
    picture = page.content.get("picture")
    return picture if isinstance(picture, PictureRef) and takes_picture(kit, page.template) else None


def _is_message(field: str) -> bool:
    path = without_size(field)
    first, last = path.partition(".")[0], path.rpartition(".")[2]
    return not field.startswith("@") and first not in _BESIDE and last not in _LABELS


# ---------------------------------------------------------------- what the picture says in words


def message_lines(kit: Kit, page: PageSpec) -> tuple[str, ...]:
    """The words in a picture that its description or its post has to say too, the headline first."""
    content, shape = page.content, shape_of(page.template, kit.resources.library)
    lines = (headline(content), *_lines(shape, content), _day(kit, content) if "day" in shape else "")
    return tuple(dict.fromkeys(unbroken(line) for line in lines if line.strip()))


def headline(content: Mapping[str, Value]) -> str:
    """What a graphic is called: headline, number with what is counted, quote or fact; "" without any."""
    number = " ".join(str(content[name]) for name in _COUNTED if content.get(name))
    first = content.get("head") or number or content.get("quote") or content.get("fact") or content.get("question")
    return unbroken(without_stars(str(first or "")))


def _day(kit: Kit, content: Mapping[str, Value]) -> str:
    month, day, weekday = (str(content.get(name) or "") for name in _DAY)
    written = fill(kit.campaign.words.date, {"month": month, "day": day, "year": str(kit.year)})
    return ", ".join(filter(None, (weekday, written if month and day else "")))


def _lines(shape: FieldLimits, content: Mapping[str, Value]) -> Iterator[str]:
    for name, spec in shape.items():
        value = content.get(name)
        if name in _LABELS or name in _COUNTED or name in _DAY:
            continue
        if isinstance(value, Mapping):
            yield from _lines(spec.parts, value)
        elif isinstance(value, str) and spec.kind in _WORDS:
            yield value
        elif isinstance(value, tuple):
            yield from _of_list(spec.parts, value)


def _of_list(parts: FieldLimits, value: Sequence[Value]) -> Iterator[str]:
    for item in value:
        if isinstance(item, Mapping):
            yield from _lines(parts, item)
        elif isinstance(item, str):
            yield item


def unsaid(lines: Sequence[str], *elsewhere: str) -> tuple[str, ...]:
    """The lines of a picture that are in none of these texts: who cannot see it would miss them."""
    texts = " ".join(elsewhere)
    return tuple(line for line in lines if not said_elsewhere(line, texts))


# ---------------------------------------------------------------- whether a description still fits


def written_for(kit: Kit, page: PageSpec, text: str | None) -> dict[str, str | None]:
    """The edits that give a piece its own description, or (None) the kit's; with the picture that it is about."""
    return {ALT: text, DESCRIBED: None if text is None else described_picture(kit, page)}


def described_picture(kit: Kit, page: PageSpec) -> str:
    """The subject of a page's description: the name of the picture and, of a drawing, the ids of its people."""
    shown = shown_picture(kit, page)
    people = shown.drawn.people if shown is not None and shown.drawn is not None else ()
    return " ".join((picture_name(shown) or NO_PICTURE, *(person.id for person in people)))


def is_outdated(kit: Kit, page: PageSpec, piece: str) -> bool:
    """Whether a piece got another picture, or a drawing other people, after the user described it."""
    own, now = edits_of(kit, piece), described_picture(kit, page)
    about = own.get(DESCRIBED, now)
    named_only = " " not in about  # a photo, nobody drawn, or a description of which only the picture is known
    return bool(own.get(ALT)) and about != (now.partition(" ")[0] if named_only else now)

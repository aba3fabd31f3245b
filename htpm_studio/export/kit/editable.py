"""The editable parts of a piece: its texts with the kit's own version and their limits, and other templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from htpm_studio.compose.context import Value
from htpm_studio.compose.template import Library, Template, TemplateElement
from htpm_studio.export.kit.edits import LEFT_OUT, in_size, own_size
from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldLimits, FieldSpec
from htpm_studio.project.model import Edits

PLAIN_LIMIT = 60
LINES: tuple[str, ...] = ("text", "source", "address")
GIVEN = frozenset({"side", "left", "right", "year", "theme", "month", "page", "logo_size"})
HELP = "help"
"""What the designs that tell where help is have in their names."""


@dataclass(frozen=True, slots=True)
class Editable:
    """One text of a page. A list has one line an item; `text` is what shows, `kit_text` what the kit says.

    `name` is the field ("points.head"), `path` where it is in edits ("points.0.head"), `number` counts rows
    from 1 (0: there is one only). At most `limit` characters fit (0: not known), in a list at most `most` lines.
    `size` is set where the user gave this size a text of its own.
    """

    path: str
    name: str
    kind: Literal["line", "list"]
    text: str
    kit_text: str
    limit: int = 0
    most: int = 0
    number: int = 0
    needed: bool = False
    part: str = ""
    size: str = ""

    @property
    def edit(self) -> str:
        """The field of the edit that holds the text."""
        return in_size(self.path, self.size)

    @property
    def changed(self) -> bool:
        """Whether the user gave it other words."""
        return self.text != self.kit_text

    def too_long(self, text: str) -> bool:
        """Whether a text is over the limit."""
        lines = text.split("\n") if self.kind == "list" else [text]
        over = bool(self.limit) and any(len(line) > self.limit for line in lines)
        return over or (self.kind == "list" and bool(self.most) and len(lines) > self.most)


def without_words(kit: Kit, piece: str) -> Kit:
    """The kit as it would be had the user not changed the words of a piece; pictures and template stay."""
    items = kit.project.edits.items
    kept = tuple(edit for edit in items if edit.piece != piece or edit.field.startswith("@"))
    return kit if len(kept) == len(items) else replace(kit, project=replace(kit.project, edits=Edits(kept)))


def with_left_out(kit: Kit) -> Kit:
    """The kit as it would be had nothing been left out, so that it can be taken in again."""
    items = kit.project.edits.items
    kept = tuple(edit for edit in items if edit.field != LEFT_OUT)
    return kit if len(kept) == len(items) else replace(kit, project=replace(kit.project, edits=Edits(kept)))


def editable_fields(
    page: PageSpec, plain: PageSpec, library: Library, own: Mapping[str, str] = MappingProxyType({})
) -> tuple[Editable, ...]:
    """The texts of a page in the order of its template; `plain` is the same page without the user's words, `own`."""
    shape = shape_of(page.template, library)
    start = f"{page.part}." if page.part else ""
    found = _fields(shape, page.whole or page.content, plain.whole or plain.content, start, "", 0)
    return tuple(replace(field, part=page.part, size=own_size(own, field.path, page.canvas)) for field in found)


def editable_at(fields: Iterable[Editable], path: str) -> Editable | None:
    """The field with the text at a path in edits: that text itself, or the list that it is a line of."""
    listed = path.rpartition(".")[0]
    return next((one for one in fields if one.path == path or (one.kind == "list" and one.path == listed)), None)


def _fields(
    shape: FieldLimits, content: Mapping[str, Value], plain: Mapping[str, Value], path: str, name: str, number: int
) -> Iterator[Editable]:
    for key, spec in shape.items():
        now, before = content.get(key), plain.get(key)
        yield from _field(spec, now, before, f"{path}{key}", f"{name}{key}", number)


def _field(spec: FieldSpec, now: Value, before: Value, path: str, name: str, number: int) -> Iterator[Editable]:
    if spec.kind in LINES:
        yield Editable(path, name, "line", _line(now), _line(before), spec.limit, number=number, needed=spec.needed)
    elif spec.kind == "list":
        yield Editable(
            path, name, "list", "\n".join(_lines(now)), "\n".join(_lines(before)), spec.limit, spec.most, number, True
        )
    elif spec.kind == "group" and isinstance(now, Mapping) and isinstance(before, Mapping):
        yield from _fields(spec.parts, now, before, f"{path}.", f"{name}.", number)
    elif spec.kind == "rows" and isinstance(now, tuple) and isinstance(before, tuple):
        for index, (row, old) in enumerate(zip(now, before, strict=False)):
            if isinstance(row, Mapping) and isinstance(old, Mapping):
                yield from _fields(spec.parts, row, old, f"{path}.{index}.", f"{name}.", index + 1)


def _line(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _lines(value: Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, tuple) else []


def shape_of(template_id: str, library: Library) -> FieldLimits:
    """The fields of a template; those of the user's own are as they are in the designs of its family."""
    template = library.templates.get(template_id)
    if template_id in pieces().fields or template is None:
        return pieces().fields.get(template_id, {})
    known: dict[str, FieldSpec] = {}
    for name, shape in pieces().fields.items():
        if name.partition("/")[0] == template.medium:
            known = {**shape, **known}
    if not known:
        return _plain_shape(template)
    return {
        field.name: replace(known.get(field.name, FieldSpec("text", PLAIN_LIMIT)), needed=field.required)
        for field in template.fields
        if field.name in known or not field.many
    }


def _plain_shape(template: Template) -> FieldLimits:
    """The plain texts of a template that campaign content never fills: those that its tree shows."""
    shown = set(_slots(template.root))
    names = (field.name for field in template.fields if not field.many and field.name not in GIVEN)
    return {name: FieldSpec("text", PLAIN_LIMIT, needed=False) for name in names if name in shown}


def _slots(element: TemplateElement) -> Iterator[str]:
    for text in (element.text, *element.attributes.values()):
        for piece in text.split("{")[1:]:
            yield piece.partition("}")[0].partition("|")[0]
    for child in element.children:
        yield from _slots(child)


def list_edits(field: Editable, text: str) -> Mapping[str, str | None]:
    """The edits, path -> text, that make a list say these lines; None lets a line follow the kit."""
    lines = text.split("\n") if text else []
    before = field.kit_text.split("\n") if field.kit_text else []
    count = max(len(lines), len(before), len(field.text.split("\n")))
    return {
        in_size(f"{field.path}.{index}", field.size): lines[index] if field.size else _edit(lines, before, index)
        for index in range(count)
    }


def _edit(lines: list[str], before: list[str], index: int) -> str | None:
    now = lines[index] if index < len(lines) else ""
    old = before[index] if index < len(before) else ""
    return None if now == old else now


def variants(page: PageSpec, library: Library) -> tuple[str, ...]:
    """The templates that a page can be drawn with: of its family and size, with words that it has or its own fields.

    A list or the source of a number is never lost by another template.
    """
    family = page.template.partition("/")[0]
    own = shape_of(page.template, library)
    if not own:
        return (page.template,)
    have = {name for name, value in page.content.items() if value}
    keep = {
        name: own[name].kind
        for name in have & set(own)
        if own[name].kind in ("list", "rows", "source", "group") and own[name].needed
    }
    names = [*pieces().fields, *sorted(name for name in library.templates if name not in pieces().fields)]
    shapes = {name: shape_of(name, library) for name in names if name in library.templates}
    return tuple(
        name
        for name, shape in shapes.items()
        if name.partition("/")[0] == family
        and page.canvas in library.templates[name].canvases
        and (name in compositions_of(page.template) or (_serves(shape, have, keep) and {"head"} & have & set(shape)))
    )


def picture_design(page: PageSpec, library: Library) -> str:
    """The template with a place for a picture that a page without one can be drawn with; "" when there is none.

    A page that tells people where help is keeps its design: that is what it is for.
    """
    own = library.templates.get(page.template)
    helps = HELP in page.template.rpartition("/")[2].split("-") or (own is not None and own.audience == "at-risk")
    if page.content.get("picture") is not None or helps:
        return ""
    others = (name for name in variants(page, library) if name != page.template)
    return next((name for name in others if "picture" in shape_of(name, library)), "")


def _serves(shape: FieldLimits, have: set[str], keep: Mapping[str, str]) -> bool:
    kept = all(name in shape and shape[name].kind == kind for name, kind in keep.items())
    return kept and all(name in have for name, spec in shape.items() if spec.needed)

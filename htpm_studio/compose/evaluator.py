"""What stays the same while one page is bound, and how attribute values are read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypedDict, Unpack, cast

from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.frames import Direction, EdgeLine, ItemAlign, Justify, Layout, Meta
from htpm_studio.compose.schema import ELEMENTS, GROUNDS, Attribute, complaint
from htpm_studio.compose.template import TemplateElement, TemplatePart
from htpm_studio.compose.theme import PageTheme
from htpm_studio.compose.written import AS_SHOWN, EditedPaths
from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.project.oklch import contrast
from htpm_studio.scene.nodes import Chart, Color, ListStyle, Tag
from htpm_studio.units import Insets

MOST_STEPS, STEPS_A_VALUE = 2_000, 12
"""Elements that a page may have whatever it shows, and how many more for each value of its content.

Long content needs many; a template that repeats lists inside of lists has far more.
"""
READABLE = 4.5
_LAYOUT = frozenset((
    "width", "height", "min-width", "max-width", "min-height", "max-height", "grow", "shrink", "self", "margin",
    "layer",
))  # fmt: skip
_META = frozenset(
    ("name", "tag", "alt", "decorative", "appears", "running", "slot", "drop", "clip", "turn", "link", "link-text")
)
"""Attributes that say how a box is laid out, and those that say what it means."""


class Box(TypedDict, total=False):
    """What a box with others inside has besides the values of every element."""

    direction: Direction
    padding: Insets
    gap: float
    align: ItemAlign
    justify: Justify
    wrap: bool


def most_steps(content: Mapping[str, Value]) -> int:
    """How many elements a page with this content may have."""
    return MOST_STEPS + STEPS_A_VALUE * _count(content)


def _count(value: Value) -> int:
    if isinstance(value, Mapping):
        return sum(map(_count, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return sum(map(_count, value))
    return 1


@dataclass(frozen=True, slots=True)
class Evaluator:
    """What stays the same while one page is bound: the parts it may use, and `steps` that count its elements.

    A page has `most` of them at most. `content` is what all of it is made from, and `paths` say where that is edited.
    """

    parts: Mapping[str, TemplatePart]
    canvas: PageSize
    look: PageTheme
    week: int
    seed: int
    file: str
    own: bool = False
    most: int = MOST_STEPS
    content: TemplateContext = TemplateContext({})
    paths: EditedPaths = AS_SHOWN
    steps: Iterator[int] = field(default_factory=itertools.count)

    def step(self, element: TemplateElement) -> None:
        """Count an element; raises StudioError when a page has more than any page needs."""
        if next(self.steps) > self.most:
            raise StudioError(
                msg("{file} line {line}: The page has more than {most} boxes.", file=self.file, line=element.line,
                    most=self.most),
                "Repeat less.",
            )  # fmt: skip

    @property
    def fallback_safe(self) -> bool:
        """Whether texts must also fit in wider faces: Office sets slides again, with the fonts of the venue."""
        return self.canvas.medium == "deck" and self.canvas.scale in self.look.styles.retyped

    def fallback_safe_in(self, element: TemplateElement) -> bool:
        """True if a text must fit in wider faces, too; on editable graphics, those in placeholders must."""
        return self.fallback_safe or (self.canvas.scale in self.look.styles.retyped and "slot" in element.attributes)

    # ---------------------------------------------------------------- values

    def attribute(self, element: TemplateElement, name: str, context: TemplateContext) -> str | None:
        """The filled value of an attribute, the one for this page size first; None when it is not there."""
        if name not in element.names or (raw := self.written(element, name)) is None:
            return None
        if "{" not in raw:
            return raw.strip()
        return self.checked(element, name, context.fill(raw).strip(), ELEMENTS[element.tag][name])

    def written(self, element: TemplateElement, name: str) -> str | None:
        """An attribute as it is written: for this page size, or for its shape, or for all pages."""
        names = (f"{name}.{self.canvas.id}", f"{name}.{self.canvas.shape}", name)
        return next((element.attributes[key] for key in names if key in element.attributes), None)

    def checked(self, element: TemplateElement, name: str, value: str, attribute: Attribute) -> str:
        """A filled value that reads well; raises StudioError for any other, as the reader does for written ones."""
        wrong = complaint(value, attribute, frozenset(self.look.styles.scales[self.canvas.scale])) if value else None
        if wrong is not None:
            raise StudioError(
                msg('{file} line {line}: {name}="{value}" {wrong}.', file=self.file, line=element.line, name=name,
                    value=value[:60], wrong=wrong[0]),
                "Set another value.",
            )  # fmt: skip
        return value

    def number(self, element: TemplateElement, name: str, context: TemplateContext) -> float | None:
        """A plain number."""
        raw = self.attribute(element, name, context)
        return float(raw) if raw else None

    def length(self, element: TemplateElement, name: str, context: TemplateContext) -> float | None:
        """A number of canvas units, in points."""
        number = self.number(element, name, context)
        return None if number is None else number * self.canvas.unit

    def insets(self, element: TemplateElement, name: str, context: TemplateContext) -> Insets:
        """One, two or four lengths in the order of CSS, in points."""
        words = (self.attribute(element, name, context) or "").split()
        values = [float(word) * self.canvas.unit for word in words]
        if len(values) == 4:
            return Insets(*values)
        if len(values) == 2:
            return Insets(values[0], values[1], values[0], values[1])
        return Insets(*values * 4) if values else Insets()

    def color(self, name: str, context: TemplateContext, *, alpha: float = 1.0) -> Color:
        """The color of a role, or of a name that depends on the ground (on, muted, accent, quiet ...)."""
        return self.look.color(GROUNDS[context.ground].get(name, name), alpha)

    def ink(self, name: str, context: TemplateContext) -> Color:
        """The color of a text. The user's templates may name any role: one that cannot be read there is replaced."""
        color = self.color(name, context)
        behind = self.look.palette[context.behind]
        if not self.own or contrast(color.hex, behind) >= READABLE:
            return color
        inks = [self.color(role, context) for role in ("on", "ink", "on-deep", "on-panel")]
        good = (ink for ink in inks if contrast(ink.hex, behind) >= READABLE)
        return next(good, max(inks, key=lambda ink: contrast(ink.hex, behind)))

    def shows(self, element: TemplateElement, context: TemplateContext) -> bool:
        """Whether the element's conditions hold for this content and page size."""
        when = element.attributes.get("when")
        if when is not None and not self.canvas.answers(when.split()):
            return False
        wanted, unwanted = element.attributes.get("if"), element.attributes.get("unless")
        return (wanted is None or context.truth(wanted)) and (unwanted is None or not context.truth(unwanted))

    # ---------------------------------------------------------------- boxes

    def layout(
        self, element: TemplateElement, context: TemplateContext, *, shrink: float = 0.0, **box: Unpack[Box]
    ) -> Layout:
        """The flexbox values of an element; a `box` has some more."""
        if element.names.isdisjoint(_LAYOUT):  # as most are
            return Layout(shrink=shrink, **box)
        words = (self.attribute(element, "layer", context) or "").split()
        layer = [None if word == "-" else float(word) * self.canvas.unit for word in words]
        grow = self.number(element, "grow", context) or 0.0
        given = self.number(element, "shrink", context)
        return Layout(
            width=self.length(element, "width", context),
            height=self.length(element, "height", context),
            min_width=self.length(element, "min-width", context),
            max_width=self.length(element, "max-width", context),
            min_height=self.length(element, "min-height", context),
            max_height=self.length(element, "max-height", context),
            grow=grow,
            shrink=given if given is not None else (1.0 if grow else shrink),
            self_align=cast("ItemAlign | None", self.attribute(element, "self", context)),
            margin=self.insets(element, "margin", context),
            layer=(layer[0], layer[1], layer[2], layer[3]) if layer else None,
            **box,
        )

    def meta(
        self,
        element: TemplateElement,
        context: TemplateContext,
        list_style: ListStyle | None = None,
        chart: Chart | None = None,
    ) -> Meta:
        """Names, structure and fitting order of an element."""
        if list_style is None and chart is None and element.names.isdisjoint(_META):
            return Meta(fixed=context.fixed)
        return Meta(
            name=self.attribute(element, "name", context) or "",
            tag=cast("Tag", self.attribute(element, "tag", context) or ""),
            alt=self.attribute(element, "alt", context) or "",
            decorative=self.attribute(element, "decorative", context) == "true",
            appears=self.attribute(element, "appears", context) == "true",
            running=self.attribute(element, "running", context) == "true",
            slot=self.attribute(element, "slot", context) or "",
            fixed=context.fixed,
            drop=int(self.number(element, "drop", context) or 0),
            clip=self.attribute(element, "clip", context) == "true",
            turn=self.number(element, "turn", context) or 0.0,
            link=self.attribute(element, "link", context) or "",
            link_text=self.attribute(element, "link-text", context) or "",
            list_style=list_style,
            chart=chart,
        )

    def rule(self, element: TemplateElement, name: str, context: TemplateContext) -> EdgeLine | None:
        """A line along an edge: width, color role, optionally "dashed"."""
        words = (self.attribute(element, name, context) or "").split()
        if not words:
            return None
        width = float(words[0]) * self.canvas.unit
        return EdgeLine(width, self.color(words[1], context), dashed="dashed" in words[2:])

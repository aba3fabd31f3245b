"""Templates as values: element trees with their fields and page sizes, and the library of all of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from htpm_studio.campaign.model import Audience
from htpm_studio.errors import Diagnostic, Message, Problems, in_file, msg
from htpm_studio.frozen import dataclass

LONGEST_NAME = 60
FEW = 12


RUNNING = "running"
"""Content of a page that is one of several: some words are on the first or the last."""


@dataclass(frozen=True, slots=True)
class TemplateElement:
    """One element as written: its attributes, their names without page sizes, its text and where it is."""

    tag: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[TemplateElement, ...]
    line: int
    names: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the names without page sizes: most attributes that are asked for are not there."""
        object.__setattr__(self, "names", frozenset(key.partition(".")[0] for key in self.attributes))

    def walk(self) -> Iterator[TemplateElement]:
        """This element and every one inside, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of content that a template takes; `required` ones must be there, `many` ones are lists."""

    name: str
    required: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A page design: which content it takes, which page sizes it serves, and its tree.

    `file` and `line` tell where it is; `own` that it is the user's. `audience` says who its page speaks to, where
    that follows from the page: "at-risk" for people who may be exploited themselves.
    """

    id: str
    title: str
    canvases: tuple[str, ...]
    fields: tuple[Field, ...]
    root: TemplateElement
    file: str
    own: bool = False
    audience: Audience = "public"

    @property
    def medium(self) -> str:
        """What it is for: deck, background, social or print."""
        return self.id.partition("/")[0]

    def field_names(self) -> frozenset[str]:
        """Names of all fields."""
        return frozenset(field.name for field in self.fields)


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A piece of tree that templates share; `defaults` names its parameters."""

    name: str
    defaults: Mapping[str, str]
    children: tuple[TemplateElement, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Library:
    """All templates and the parts that they share.

    `own_parts` are those that the user's templates see: the program's, and the user's over them. `bundled` are the
    program's templates, which stand in where one of the user's cannot be drawn. `problems` says what of the user's
    files is not used, and why. The library of a family of the user's has that of the program's family below it, which
    draws what this one cannot.
    """

    templates: Mapping[str, Template]
    parts: Mapping[str, TemplatePart]
    own_parts: Mapping[str, TemplatePart] = field(default_factory=dict)
    bundled: Mapping[str, Template] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    below: Library | None = None

    def is_own(self, template: Template) -> bool:
        """Whether how a page is drawn is for the user to decide, so that it can fail."""
        return template.own or self.below is not None

    def template(self, template_id: str) -> Template:
        """The template of that id; raises Problems naming the nearest one otherwise."""
        if template_id not in self.templates:
            near = nearest(template_id, self.templates)
            message = msg("There is no template {id}{near}", id=template_id, near=near)
            raise Problems("The template list", [in_file("templates", 0, message)])
        return self.templates[template_id]

    def drawn(self, template_id: str, canvas: str) -> Template:
        """The template that draws a page size: the program's where the user's in its place is not for that size."""
        found, usual = self.template(template_id), self.bundled.get(template_id)
        return usual if found.own and usual and canvas in usual.canvases and canvas not in found.canvases else found

    def parts_for(self, template: Template) -> Mapping[str, TemplatePart]:
        """The parts that a template sees: the program's own ones never change under it."""
        return self.own_parts if self.is_own(template) else self.parts

    def instead(self, template: Template, canvas: str, usual: str = "") -> tuple[Template, Library] | None:
        """What draws a page that a design of the user's cannot draw, and what it sees; None for the program's."""
        if self.below is not None:
            return self.below.drawn(template.id, canvas), self.below
        other = self.stand_in(template, canvas, usual) if template.own else None
        return None if other is None else (other, self)

    def stand_in(self, template: Template, canvas: str, usual: str = "") -> Template | None:
        """The program's template in place of one of the user's: of the same id, the usual one, or one of its medium."""
        for name in (template.id, usual):
            if name in self.bundled and canvas in self.bundled[name].canvases:
                return self.bundled[name]
        others = (
            bundled
            for bundled in self.bundled.values()
            if bundled.medium == template.medium and canvas in bundled.canvases
        )
        return min(others, key=lambda other: sum(field.required for field in other.fields), default=None)


def nearest(name: str, names: Iterable[str]) -> Message:
    """The end of a sentence about a name that is not there: the nearest right one, or all of a few."""
    known = sorted(names)
    close = difflib.get_close_matches(name[:LONGEST_NAME], known, n=1, cutoff=0.5)
    if close:
        return msg('; did you mean "{name}"?', name=close[0])
    return msg("; write one of {names}.", names=", ".join(known)) if 0 < len(known) <= FEW else Message(".")


def no_attribute(tag: str, key: str, names: Iterable[str]) -> Message:
    """What is said of an attribute that an element does not have."""
    return msg('<{tag}> has no attribute "{key}"{near}', tag=tag, key=key, near=nearest(key, names))


def wrong_value(key: str, value: str, wrong: Message, names: Iterable[str]) -> Message:
    """What is said of an attribute with a value that it cannot have."""
    return msg('{key}="{value}" {wrong}{near}', key=key, value=value, wrong=wrong, near=nearest(value, names))

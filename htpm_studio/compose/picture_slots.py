"""Where the designs have room for pictures: found by laying each one out, so that a new one needs no entry anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from htpm_studio.compose.context import Value
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Frame, Layout, PictureLeaf, PictureRef
from htpm_studio.compose.paint import picture_in
from htpm_studio.compose.template import Field, Library, Template, TemplateElement
from htpm_studio.compose.template_eval import evaluate_template
from htpm_studio.compose.text_fit import lay_out
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.model import FieldSpec
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import Picture, PictureSource
from htpm_studio.units import Box

PICTURE, PICTURES = "picture", "pictures"
MOST = 6
"""How many pictures of a design with a list of them are looked for."""

_WORDS, _USUAL, _OWN, _LINES = "words of a usual length ", 0.7, 80, 3
_NOTHING = PictureSource("", "svg", b"", (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class PictureSlot:
    """A place for a picture in a design: the field it is from ("picture", "pictures.1"), and its frame on a page."""

    field: str
    canvas: str
    box: Box
    leaf: PictureLeaf

    @property
    def pixels(self) -> tuple[float, float]:
        """How many pixels of a photo fill it sharply."""
        density = page_sizes()[self.canvas].density
        return self.box.width * density, self.box.height * density

    def shown(self, ref: PictureRef, look: PageTheme) -> Picture:
        """A picture as it is cut there."""
        leaf = replace(self.leaf, ref=ref)
        return picture_in(Placed(Frame(Layout(), leaf=leaf), self.box), leaf, look)


def has_pictures(template: Template, library: Library) -> bool:
    """Whether anything of a design shows a picture."""
    return any(element.tag == "picture" for element in _elements(template, library))


def picture_slots(template: Template, canvas: PageSize, library: Library, look: PageTheme) -> tuple[PictureSlot, ...]:
    """The places for pictures in a design on one of its page sizes; none where it cannot be laid out.

    They are those of a page with words of a usual length and without a sender, so that they are the same in each kit.
    """
    return tuple(_slots(template, canvas, library, replace(look, organization="", logo=None, partners=())))


def _elements(template: Template, library: Library) -> Iterator[TemplateElement]:
    yield from template.root.walk()
    for part in library.parts_for(template).values():
        for child in part.children:
            yield from child.walk()


def _slots(template: Template, canvas: PageSize, library: Library, look: PageTheme) -> Iterator[PictureSlot]:
    content: dict[str, Value] = dict.fromkeys(("words", "hotline"), _Words())
    content |= {field.name: _filler(field, _spec(template, field.name)) for field in template.fields}
    try:
        root = evaluate_template(template, canvas, content, look, library, week=1, seed=1)
        placed = lay_out(root, canvas.size, look.fonts)
    except StudioError:
        return
    for part in placed.walk():
        leaf = part.frame.leaf
        if isinstance(leaf, PictureLeaf) and leaf.ref.source is _NOTHING and part.box.width > 0 and part.box.height > 0:
            yield PictureSlot(leaf.ref.name, canvas.id, part.box, leaf)


def _spec(template: Template, name: str) -> FieldSpec | None:
    """What the campaign may write in a field; in the user's own design what it may in another of its family."""
    family = (shape for template_id, shape in pieces().fields.items() if template_id.startswith(f"{template.medium}/"))
    shapes = (pieces().fields.get(template.id, {}), *family)
    return next((shape[name] for shape in shapes if name in shape), None)


def _filler(field: Field, spec: FieldSpec | None) -> Value:
    if field.name == PICTURES and field.many:
        return tuple(PictureRef(_NOTHING, name=f"{PICTURES}.{number}") for number in range(MOST))
    if field.name.startswith(PICTURE):
        return PictureRef(_NOTHING, name=field.name)
    if spec is None:
        return (_words(0),) * _LINES if field.many else _words(0) if field.required else ""
    return _filled(spec)


def _filled(spec: FieldSpec) -> Value:
    """Words of a usual length for what a field may hold."""
    if spec.kind == "rows":
        return ({name: _filled(part) for name, part in spec.parts.items()},) * min(spec.most, _LINES)
    if spec.kind == "list":
        return (_words(spec.limit),) * min(spec.most, _LINES)
    if spec.kind == "group":
        return {name: _filled(part) for name, part in spec.parts.items()}
    return "info" if spec.kind == "icon" else _words(spec.limit)


class _Words(Mapping[str, Value]):
    """The program's own words: something of a usual length under every name."""

    def __getitem__(self, _name: str) -> Value:
        return _words(_OWN)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _words(limit: int) -> str:
    count = max(1, round(_USUAL * limit)) if limit else len(_WORDS)
    return (_WORDS * (count // len(_WORDS) + 1))[:count].strip().capitalize()

"""One page from one template: bind, fit, paint, and say what could not be done."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from htpm_studio.compose.context import Value
from htpm_studio.compose.decor_fill import grow_drawings
from htpm_studio.compose.edges import around
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Frame, QrLeaf, TextLeaf
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.plain_names import field_name, listed, words_name
from htpm_studio.compose.template import RUNNING, Field, Library, Template
from htpm_studio.compose.template_checks import check_part, check_template
from htpm_studio.compose.template_eval import evaluate_template
from htpm_studio.compose.text_fit import Fitted, UnfitText, fit
from htpm_studio.compose.theme import PageTheme
from htpm_studio.compose.written import AS_SHOWN, EditedPaths
from htpm_studio.errors import Diagnostic, Message, Problems, StudioError, as_message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.people import SKINS
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.project.family_roles import with_family_roles
from htpm_studio.project.meeting_palette import camera_palette, off_skin
from htpm_studio.project.palette_styles import event_palette, paper_palette
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import pictures

MISSING_LETTERS, SHOWN_LETTERS = "missing-letters", 8
SHARP_ENOUGH = 0.75
PAPER = "#FFFFFF"
LOGOS = ("logo", "partner ")
TOO_LONG, LEFT_OUT, OWN_TEMPLATE = "too-long", "left-out", "own-template"
SIMPLIFIED, CONTINUED = "simplified", "continued"
T = TypeVar("T")
BLUE = "blue"  # content that asks for the colors of Wear Blue Day


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished page and what was found while making it."""

    page: Page
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """The name of a page and where it belongs; `week` chooses the accent strand, `variant` another drawing.

    `paths` say where its texts are edited.
    """

    name: str
    title: str
    week: int = 1
    variant: int = 0
    notes: str = ""
    section: str = ""
    advance: float = 0.0
    paths: EditedPaths = AS_SHOWN


def compose_page(
    template_id: str,
    canvas_id: str,
    content: Mapping[str, Value],
    look: PageTheme,
    library: Library,
    info: PageInfo,
    usual: str = "",
) -> Composed:
    """Make one page; raises StudioError when the template is unknown or not for that size, or a field has no words.

    A template of the user's that cannot be drawn is named, and one of the program's is used instead: of the same id, or
    the `usual` one.
    """
    look = _look_on(page_sizes()[canvas_id], content, look)

    def draw(template: Template, canvas: PageSize, library: Library) -> Composed:
        return _compose(template, canvas, content, look, library, info)

    made, instead = _in_its_place(draw, library, template_id, canvas_id, look, usual, info)
    return replace(made, findings=(*instead, *made.findings))


def judge_page(
    template_id: str,
    canvas_id: str,
    content: Mapping[str, Value],
    look: PageTheme,
    library: Library,
    info: PageInfo,
    usual: str = "",
) -> tuple[Diagnostic, ...]:
    """What does not fit a page and what is left out of it, measured without drawing it; raises as `compose_page`."""
    look = _look_on(page_sizes()[canvas_id], content, look)

    def measure(template: Template, canvas: PageSize, library: Library) -> tuple[Diagnostic, ...]:
        root = _bound(template, canvas, content, look, library, info)
        return tuple(_room(fit(root, canvas.size, look.fonts), info.title, canvas, look))

    found, instead = _in_its_place(measure, library, template_id, canvas_id, look, usual, info)
    return (*instead, *found)


def _look_on(canvas: PageSize, content: Mapping[str, Value], look: PageTheme) -> PageTheme:
    """The look of a page: on paper the ground is the paper, and a piece of the awareness day has its colors.

    Behind a person on a camera the areas are calm, and none has the color of anybody's skin.
    """
    palette = event_palette(look.palette) if content.get(BLUE) else look.palette
    if canvas.medium == "background":
        palette = off_skin(with_family_roles(camera_palette(palette)), tuple(SKINS.values()))
    else:
        palette = with_family_roles(palette)
    return replace(look, palette=paper_palette(palette) if canvas.is_paper else palette)


def _in_its_place(
    make: Callable[[Template, PageSize, Library], T],
    library: Library,
    template_id: str,
    canvas_id: str,
    look: PageTheme,
    usual: str,
    info: PageInfo,
) -> tuple[T, tuple[Diagnostic, ...]]:
    """What `make` returns for a template or for its replacement from the program, and a note about the latter.

    A page that a family of the user's cannot draw is drawn as in its base. Raises Problems for mistakes in a page or
    part of the program's, which nobody looks for before a page cannot be made.
    """
    template, canvas = library.drawn(template_id, canvas_id), page_sizes()[canvas_id]
    try:
        return make(template, canvas, library), ()
    except StudioError as error:
        found = library.instead(template, canvas_id, usual)
        if found is None:
            raise
        return make(found[0], canvas, found[1]), (_stood_in(template, found[0], error, info),)
    except Exception as error:
        styles = frozenset(look.styles.names())
        wrong = [problem for part in library.parts.values() for problem in check_part(part, styles, library.parts)]
        wrong += check_template(template, styles, library.parts)
        if not wrong:
            raise
        raise Problems("The template folder", wrong) from error


def _stood_in(template: Template, other: Template, error: StudioError, info: PageInfo) -> Diagnostic:
    message = msg(
        "Your template {file} cannot draw “{title}”: {why} The design “{other}” is used instead.",
        file=template.file, title=info.title, why=as_message(error.message), other=as_message(other.title),
    )  # fmt: skip
    return Diagnostic("error", OWN_TEMPLATE, message)


def _bound(
    template: Template,
    canvas: PageSize,
    content: Mapping[str, Value],
    look: PageTheme,
    library: Library,
    info: PageInfo,
) -> Frame:
    """The box tree of a page; raises StudioError where the template has no place for words that a page must show."""
    seed = motif_seed(template.id, info.week, canvas) + info.variant
    root = evaluate_template(template, canvas, content, look, library, week=info.week, seed=seed, paths=info.paths)
    whole = not content.get(RUNNING)
    gone = [field.name for field in template.fields if whole and field.required and _hidden(field, content, root)]
    if gone:
        words = msg(
            "The template {id} does not show {fields} on pages of the size {size}.",
            id=template.id,
            fields=listed(map(field_name, gone)),
            size=canvas.name,
        )
        raise StudioError(words, "Choose another template for this size, or give that text a place in it.")
    return root


def _hidden(field: Field, content: Mapping[str, Value], root: Frame) -> bool:
    """True if a field has words and none of them is on the page."""
    value = content.get(field.name)
    if not _has_words(value):
        return False
    leaves = [frame.leaf for frame in root.walk()]
    sources = {source.partition(".")[0] for leaf in leaves if isinstance(leaf, TextLeaf) for source in leaf.sources}
    coded = isinstance(value, str) and any(isinstance(leaf, QrLeaf) and value in leaf.data for leaf in leaves)
    return field.name not in sources and not coded


def _has_words(value: Value) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_words, value.values()))
    return (
        bool(value.strip()) if isinstance(value, str) else isinstance(value, Sequence) and any(map(_has_words, value))
    )


def _compose(
    template: Template,
    canvas: PageSize,
    content: Mapping[str, Value],
    look: PageTheme,
    library: Library,
    info: PageInfo,
) -> Composed:
    root = _bound(template, canvas, content, look, library, info)
    fitted = fit(root, canvas.size, look.fonts)
    ground = root.decor.fill or look.color("surface")
    grown = grow_drawings(fitted.root, fitted.level, look.fonts)
    fields = pieces().fields.get(template.id, {}) if canvas.medium == "deck" else {}
    painter = Painter(look, fitted.level, around(grown), canvas.unit, fields)
    bare = canvas.medium == "deck" or (canvas.is_paper and ground.hex.upper() == PAPER)
    nodes = painter.paint(_without_ground(grown) if bare else grown)
    page = Page(
        name=info.name, title=info.title, size=canvas.size, ground=ground, nodes=tuple(nodes), layout=template.id,
        layout_title=look.translated(template.title), notes=info.notes, section=info.section, advance=info.advance,
    )  # fmt: skip
    room, missing = _room(fitted, info.title, canvas, look), _missing(painter.missing, info.title)
    return Composed(page, (*room, *missing, *_soft(page, canvas, info.title)))


def _without_ground(root: Placed) -> Placed:
    """The page without its ground: a slide has a background instead, and bare paper takes no ink."""
    frame = replace(root.frame, decor=replace(root.frame.decor, fill=None))
    return replace(root, frame=frame)


def motif_seed(template_id: str, week: int, canvas: PageSize) -> int:
    """The fixed seed of a piece's drawing: the same template, week and size always look the same."""
    return zlib.crc32(f"{template_id}/{week}/{canvas.id}".encode()) % 97 + 1


def _room(fitted: Fitted, title: str, canvas: PageSize, look: PageTheme) -> Iterator[Diagnostic]:
    """What does not fit a page, and what is left out of it so that the rest fits."""
    size = canvas.name
    for words in fitted.unfit:
        message = msg(_TOO_LONG[_kind(words, look)], name=words_name(words.source, words.text), title=title, size=size)
        yield Diagnostic("error", TOO_LONG, message, words.source, text=words.text)
    for words in fitted.left_out:
        message = msg(
            ("“{name}” is left out of “{title}” ({size}) because there is no room. To include it, shorten it or "
            "the text around it."), name=words_name(words.source, words.text), title=title, size=size,
        )  # fmt: skip
        yield Diagnostic("warning", LEFT_OUT, message, words.source, text=words.text)


def _kind(words: UnfitText, look: PageTheme) -> str:
    """Whether words are the sender's name, alone or with a logo, the page's own, or the same on every page."""
    first = words.source.partition(".")[0]
    if first == "org" and look.logo is not None:
        return "name beside a logo"
    return "name" if first in SENDERS else "fixed" if first in FIXED else "own"


SENDERS = ("org", "partners")
FIXED = ("", "words", "hotline", "running", "page")
_TOO_LONG: Mapping[str, Message] = {
    "own": msg("“{name}” does not fit “{title}” ({size}). Make it shorter."),
    "name": msg("“{name}” does not fit “{title}” ({size}). Use a short form of the name, or a logo."),
    "name beside a logo": msg("“{name}” does not fit “{title}” ({size}). Use a short form of the name."),
    "fixed": msg(
        "“{name}” does not fit “{title}” ({size}) because the text around it needs the space. Shorten that text."
    ),
}


def _soft(page: Page, canvas: PageSize, title: str) -> Iterator[Diagnostic]:
    """The first photo of which too few pixels show for the size at which it is shown."""
    for picture in pictures(page):
        if picture.source.kind == "svg" or picture.name.startswith(LOGOS):
            continue
        crop, (wide, high) = picture.crop, picture.source.size
        shown = wide * (1 - crop.left - crop.right), high * (1 - crop.top - crop.bottom)
        if shown[0] < SHARP_ENOUGH * canvas.density * picture.box.width:
            across, down = round(shown[0]), round(shown[1])
            message = msg(
                ("Only {across} x {down} pixels of the picture show on “{title}”, so it looks blurred. Show more "
                "of it, or use a larger picture."), across=across, down=down, title=title,
            )  # fmt: skip
            yield Diagnostic("warning", "soft-picture", message, "picture")
            return


def _missing(letters: Mapping[str, None], title: str) -> list[Diagnostic]:
    if not letters:
        return []
    found = "".join(letters)
    shown = listed_letters(found)
    message = msg("The program's fonts do not have {shown}; “{title}” leaves it out.", shown=shown, title=title)
    return [Diagnostic("warning", MISSING_LETTERS, message, letters=found)]


def listed_letters(letters: str) -> str:
    """Letters with their code points, for people who see a box instead of them; of many the first ones."""
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:SHOWN_LETTERS])
    return f"{shown}, …" if len(letters) > SHOWN_LETTERS else shown

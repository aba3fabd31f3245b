"""A file spec says which file is wanted, and a rendered file what came out. No file is touched here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.model import PrintFile
from htpm_studio.pieces.sizes import Medium
from htpm_studio.scene.writing import Words

Format = Literal["png", "jpg", "pdf", "pptx", "potx", "txt", "docx", "csv", "html", "ics", "ttf"]


PageFonts = Literal["usual", "system", "own"]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: template, page size and content.

    `piece` names what the user edits when the page is one of many; `language` is set where it is not the kit's.
    `part` is what the fields of the page begin with where several pages share a piece, `whole` the content of all
    pages together where a long list goes on to a further page. `fonts` are "system" where the text is set in faces that
    every computer has, and "own" where it is in the kit's although usual pages of the kind are not. `usual` is the
    template that the campaign names where the user chose another.
    `flow` names the list in the content that goes on to further pages where it needs them: such a spec becomes
    all of them, and `prints.list_pages.broken` finds where they end. One that is not `signed` has neither logo nor
    name. Its rows show small pictures of `slides`: a row names one by its number in `slide`. With `one_ink` it is
    printed in one ink and paper.
    """

    template: str
    canvas: str
    content: Mapping[str, Value]
    info: PageInfo
    piece: str = ""
    language: str = ""
    part: str = ""
    whole: Mapping[str, Value] | None = None
    fonts: PageFonts = "usual"
    usual: str = ""
    flow: str = ""
    signed: bool = True
    slides: tuple[PageSpec, ...] = ()
    one_ink: bool = False


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file of a kit. `path` is relative to the kit's folder, with forward slashes.

    `sheet` puts the pages (fronts and backs of cards in turn) on sheets; `layouts` are the sample
    pages that become slide layouts; `max_bytes` is the size that a picture must stay under. A file
    of words has no pages: what it says is in `words`, with small pictures of `slides`.
    `bleed` is how far the art runs past the edge, in points, for a print shop.
    `scale` is how many pixels of a picture a point becomes. A `plain` deck has a white design without art.
    `runs` are files that are printed one after the other, as one file on one paper; it has no pages of its own.
    `print_file` is what the piece of a printed file says about it. Its pages are `private` where they name people who
    did not ask to be seen; `cover` is then the page that is shown of it.
    """

    id: str
    medium: Medium
    title: str
    path: str
    format: Format
    pages: tuple[PageSpec, ...]
    layouts: tuple[PageSpec, ...] = ()
    sheet: str = ""
    alt: str = ""
    caption: str = ""
    max_bytes: int | None = None
    group: str = ""
    piece: str = ""
    repeats: bool = False
    words: Words | None = None
    slides: tuple[PageSpec, ...] = ()
    bleed: float = 0.0
    scale: float = 1.0
    plain: bool = False
    print_file: PrintFile | None = None
    private: bool = False
    cover: PageSpec | None = None
    runs: tuple[PrintRun, ...] = ()

    @property
    def sides(self) -> int:
        """How many pages belong together, the front of a printed piece and its back."""
        return len(self.print_file.pages) if self.print_file else 1

    @property
    def planned_pages(self) -> int:
        """How many pages are drawn for it, without those that a list goes on to."""
        return sum(run.spec.planned_pages for run in self.runs) if self.runs else len(self.pages)


@dataclass(frozen=True, slots=True)
class PrintRun:
    """A file that is printed so often, on one or both sides of its sheets; `title` is its name among the others."""

    spec: FileSpec
    title: str
    copies: int
    sides: int


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A finished file: its bytes, what was found on the way, and how many pages it has, 0 for one of words."""

    spec: FileSpec
    data: bytes = field(repr=False)
    findings: tuple[Diagnostic, ...] = ()
    pages: int = 0

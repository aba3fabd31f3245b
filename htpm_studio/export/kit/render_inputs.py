"""All that the files of a kit are made from beside what their specs say.

Whoever renders a file gets these values and not the kit, so that a file follows from its spec and from these alone: the
same of both is the same file, which `export/run/file_cache.py` relies on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.page_breaks import BreakBook
from htpm_studio.compose.template import Library
from htpm_studio.compose.theme import PageTheme
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.pieces.declared import Declarations
from htpm_studio.pieces.sheet_layout import SheetBook
from htpm_studio.scene.nodes import OfficeTheme

if TYPE_CHECKING:  # Few kits have one, and its reader imports much.
    from htpm_studio.render.pptx.deck_template.reader import DeckTemplate


@dataclass(frozen=True, slots=True)
class RunningWords:
    """The running text of a long list: the title of later pages, "Page 2 of 3", and the note that it continues."""

    continued: str
    page_of: str
    goes_on: str


@dataclass(frozen=True, slots=True)
class PageInputs:
    """What pages are composed from: look, templates, sheets, phrases by language, and what was declared.

    `helplines` are all lines whose numbers are right, `shown_lines` those of the campaign, whose first a file must
    show. `additions` are the sizes, pieces and families in use where some are the user's. What `breaks` keeps follows
    from the rest.
    """

    look: PageTheme
    language: str
    library: Library
    sheets: SheetBook
    phrases: Mapping[str, Mapping[str, str]]
    running: RunningWords
    helplines: tuple[Helpline, ...]
    shown_lines: tuple[Helpline, ...]
    additions: Declarations | None
    breaks: BreakBook = field(default_factory=BreakBook, compare=False)


@dataclass(frozen=True, slots=True)
class DocumentInputs:
    """What only documents of several pages say: their author, subject and keywords, date (UTC), and Office theme.

    `footer` is the foot of decks in somebody else's design, `deck_template` that design, `sample` the placeholder
    picture in the layouts of plain decks.
    """

    author: str
    subject: str
    keywords: tuple[str, ...]
    date: datetime
    theme: OfficeTheme
    footer: str
    deck_template: DeckTemplate | None
    sample: PictureRef


@dataclass(frozen=True, slots=True)
class RenderInputs:
    """What files are made from: pages by `pages` alone, documents by `document` as well.

    Files of words keep `own_names`, those that the user wrote, as they are written.
    """

    pages: PageInputs
    document: DocumentInputs
    own_names: tuple[str, ...]

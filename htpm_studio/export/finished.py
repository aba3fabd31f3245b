"""Orders become finished pages: lists are broken into pages, each page is composed, cards go on their sheet."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.compose.build import Composed, Finding, compose_page, judge_page
from htpm_studio.compose.look import Look
from htpm_studio.compose.sheets import Card, impose
from htpm_studio.compose.tents import stand_up
from htpm_studio.export.kit import Kit, language_tag
from htpm_studio.export.orders import FileOrder, PageOrder
from htpm_studio.export.prints.pages import broken
from htpm_studio.scene.nodes import Page


def compose(order: PageOrder, kit: Kit) -> Composed:
    """Compose a page; of one that goes on to further pages, the first."""
    if order.flow:
        order = broken(kit, order)[0]
    library = kit.resources.library
    look = _look(order, kit)
    return compose_page(order.template, order.canvas, order.content, look, library, order.info, order.usual)


def judge(order: PageOrder, kit: Kit) -> tuple[Finding, ...]:
    """What does not fit a page and what is left out of it, sooner than `compose` tells."""
    library = kit.resources.library
    look = _look(order, kit)
    return judge_page(order.template, order.canvas, order.content, look, library, order.info, order.usual)


def _look(order: PageOrder, kit: Kit) -> Look:
    look = kit.look
    if order.language:
        phrases = kit.resources.phrases.get(order.language, {})
        look = replace(look, language=language_tag(order.language), phrases=phrases)
    look = replace(look, styles=look.styles.live()) if order.live else look
    return look if order.signed else replace(look, logo=None, organisation="")


def pages_of(order: FileOrder, kit: Kit) -> tuple[PageOrder, ...]:
    """Every single page of a file, with long lists broken."""
    return tuple(page for whole in order.pages for page in broken(kit, whole))


def on_sheet(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> tuple[Page, ...]:
    """Card pages (outside and inside in turn, the language as their section) or the face of a tent put on a sheet."""
    book = kit.resources.sheets
    sheet, notes = book.sheets[order.sheet], book.notes_in(kit.project.language)
    if sheet.one_sided:
        return (stand_up(pages[0], sheet, notes, kit.look, order.title),)
    pairs = zip(pages[0::2], pages[1::2], strict=True)
    cards = [Card(outside.section, outside, inside) for outside, inside in pairs]
    both = impose(cards, sheet, notes, kit.look, order.title)
    return both.front, both.back


def page_count(order: FileOrder, kit: Kit) -> int:
    """How many pages the file has: a sheet of cards has a front and a back, a sheet of tents one side."""
    if not order.sheet:
        return len(pages_of(order, kit))
    return 1 if kit.resources.sheets.sheets[order.sheet].one_sided else 2

"""Running text as a web page: one file that asks no server for anything, whose parts can be pasted elsewhere."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from htpm_studio.render.bitmaps import bitmap, encoded
from htpm_studio.render.writing.html_spans import spans, way
from htpm_studio.render.writing.web_style import style
from htpm_studio.scene.nodes import Picture, PictureSource
from htpm_studio.scene.writing import BlockKind, Paragraph, Writing, logo_size
from htpm_studio.units import Box

_TAGS = {"title": "h1", "head": "h2", "subhead": "h3", "help": "h2"}
_LISTS: dict[BlockKind, str] = {
    "item": "<ul>",
    "step": '<ul class="kit-steps">',
    "week": '<ol class="kit-weeks">',
    "way": '<ul class="kit-ways">',
}
_HERO, _BAND, _HELP, _FOOT = "hero", "band", "help", "foot"
_BANDS: dict[BlockKind, str] = {
    "title": _HERO, "lead": _HERO, "number": _BAND, "source": _BAND, "help": _HELP, "way": _HELP, "call": _HELP,
    "note": _FOOT,
}  # fmt: skip
"""The part of the page that a block belongs to; all others are text."""

_LABELED = frozenset({"week", "this-week", "way"})
_LOGO_PIXELS, _LONGEST_NUMBER = 2, 7


def render_web(writing: Writing) -> bytes:
    """A whole page that opens everywhere: the sender, what it is about beside a picture, the text, where help is.

    All signs beyond ASCII are references, which no website and no clipboard can get wrong. Raises OSError where the
    file of the face of its headlines is missing.
    """
    look = writing.web
    parts = ["".join(_part(writing, name, tuple(blocks))) for name, blocks in groupby(writing.blocks, _band)]
    foot = parts.pop() if writing.blocks and _band(writing.blocks[-1]) == _FOOT else ""
    skip = f'<a class="kit-skip" href="#kit-text">{escape(look.skip)}</a>\n' if look else ""
    page = (
        f'<!doctype html>\n<html lang="{escape(writing.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(writing.title)}</title>\n"
        f'<meta name="description" content="{escape(writing.preview)}">\n<style>{style(writing)}</style>\n</head>\n'
        f'<body>\n{skip}<header class="kit-top"><div class="kit-w">{_sender(writing)}</div></header>\n'
        f'<main id="kit-text"><article lang="{escape(writing.language)}">\n'
        + "\n".join(parts)
        + "\n</article></main>\n"
        f"{foot}\n</body>\n</html>\n"
    )
    return page.encode("ascii", "xmlcharrefreplace")


def _band(block: Paragraph) -> str:
    """The part of the page that a block is in; a heading begins a new one."""
    return _BANDS.get(block.kind, "text")


def _part(writing: Writing, name: str, blocks: Sequence[Paragraph]) -> Iterator[str]:
    if name == _HERO:
        yield f'<div class="kit-hero"><div class="kit-words">{"".join(_elements(blocks))}</div>{_art(writing)}</div>'
    elif name == _BAND:
        yield f'<div class="kit-band"><div class="kit-w">{"".join(_elements(blocks))}</div></div>'
    elif name == _HELP:
        heads = [block for block in blocks if block.kind != "way"]
        ways = [block for block in blocks if block.kind == "way"]
        yield f'<section class="kit-help"><div class="kit-w"><div>{"".join(_elements(heads))}</div>'
        yield f"{''.join(_elements(ways))}</div></section>"
    elif name == _FOOT:
        yield f'<footer class="kit-foot"><div class="kit-w">{"".join(_elements(blocks))}</div></footer>'
    else:
        for number, section in enumerate(_sections(blocks)):
            tag = "section" if number or section[0].kind == "head" else "div"
            first = "" if tag == "section" else " kit-intro"
            yield f'<{tag} class="kit-w kit-part{first}">{"".join(_elements(section))}</{tag}>\n'


def _sections(blocks: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The blocks of each heading."""
    found: list[Paragraph] = []
    for block in blocks:
        if block.kind == "head" and found:
            yield found
            found = []
        found.append(block)
    yield found


def _elements(blocks: Sequence[Paragraph]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=lambda block: "week" if block.kind == "this-week" else block.kind):
        if kind in _LISTS:
            tag = _LISTS[kind]
            yield tag
            yield from map(_row, group)
            yield f"</{tag[1:3]}>\n"
        else:
            yield from map(_block, group)


def _row(block: Paragraph) -> str:
    now = ' aria-current="true"' if block.kind == "this-week" else ""
    shown = block.spans
    if block.kind in _LABELED:  # Its label has a line of its own.
        shown = (replace(shown[0], text=shown[0].text.rstrip(": ")), *shown[1:])
    return f"<li{way(block.text)}{now}>{spans(shown)}</li>\n"


def _block(block: Paragraph) -> str:
    words, turned = spans(block.spans), way(block.text)
    if tag := _TAGS.get(block.kind):
        return f"<{tag}{turned}>{words}</{tag}>\n"
    if block.kind == "number":
        number, *rest = block.spans
        size = "kit-n" if len(number.text) < _LONGEST_NUMBER else "kit-n kit-long"
        about = spans(tuple(rest)).lstrip()
        return (
            f'<p class="kit-said"{turned}><span class="{size}">{escape(number.text)}</span> <span>{about}</span></p>\n'
        )
    if block.kind in ("note", "source", "when"):
        return f'<p class="kit-small"{turned}>{words}</p>\n'
    return f"<p{turned}>{words}</p>\n"


def _sender(writing: Writing) -> str:
    """The logo as a picture inside the page, and the name that it does not say."""
    head, name = writing.letterhead, escape(writing.author)
    if head is None:
        return f'<b class="kit-sender" dir="auto">{name}</b>'
    size = logo_size(head.logo.size[0] / head.logo.size[1])
    wide, high = (max(1, round(side * _LOGO_PIXELS)) for side in (size.width, size.height))
    shown = bitmap(Picture("logo", Box(0, 0, size.width, size.height), head.logo), wide, high)
    plate = f' style="background:{head.plate};padding:8px 10px"' if head.plate else ""
    image = (
        f'<img src="{_data("png", encoded(shown, "PNG"))}" alt="{name}" width="{round(size.width)}" '
        f'height="{round(size.height)}"{plate}>'
    )
    beside = f'<b dir="auto" aria-hidden="true">{name}</b>' if head.named else ""
    return f'<span class="kit-sender">{image}{beside}</span>'


def _art(writing: Writing) -> str:
    if writing.web is None or not writing.pictures:
        return ""
    picture: PictureSource = writing.pictures[0]
    wide, high = map(round, picture.size)
    return (
        f'<img class="kit-art" src="{_data(picture.kind, picture.data)}" alt="{escape(writing.web.alt)}" '
        f'width="{wide}" height="{high}">'
    )


def _data(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"

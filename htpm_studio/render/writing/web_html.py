"""Running text as a web page to paste from: plain elements with a meaning, no class and no script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from htpm_studio.render.writing.html_spans import spans, way
from htpm_studio.scene.writing import Paragraph, Writing

_TAGS = {"title": "h1", "head": "h2", "subhead": "h3"}


def render_web(writing: Writing) -> bytes:
    """A whole page, so that it opens everywhere, whose article is what goes into a website.

    All signs beyond ASCII are references, which no website and no clipboard can get wrong.
    """
    article = "\n".join(_elements(writing))
    style = (
        "body{margin:0 auto;padding:24px;max-width:42em;font:18px/1.55 system-ui,Arial,sans-serif;"
        f"color:{writing.inks.ink};background:{writing.inks.paper}}}"
        f"a{{color:{writing.inks.link}}}h1,h2,h3{{line-height:1.2;text-wrap:balance}}p,li{{text-wrap:pretty}}"
        "h1{font-size:clamp(1.2em,7vw,2em)}h1,h2,h3{overflow-wrap:break-word}"
    )
    page = (
        f'<!doctype html>\n<html lang="{escape(writing.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(writing.title)}</title>\n"
        f'<meta name="description" content="{escape(writing.preview)}">\n<style>{style}</style>\n</head>\n<body>\n'
        f'<article lang="{escape(writing.language)}">\n{article}\n</article>\n</body>\n</html>\n'
    )
    return page.encode("ascii", "xmlcharrefreplace")


def _elements(writing: Writing) -> Iterator[str]:
    for listed, blocks in groupby(writing.blocks, key=lambda block: block.kind == "item"):
        if listed:
            yield "<ul>"
            yield from (f"<li{way(block.text)}>{spans(block.spans)}</li>" for block in blocks)
            yield "</ul>"
        else:
            yield from (_block(block) for block in blocks)


def _block(block: Paragraph) -> str:
    words, turned = spans(block.spans), way(block.text)
    if tag := _TAGS.get(block.kind):
        return f"<{tag}{turned}>{words}</{tag}>"
    if block.kind == "call":
        return f"<p{turned}><strong>{words}</strong></p>"
    if block.kind == "note":
        return f"<p{turned}><small>{words}</small></p>"
    return f"<p{turned}>{words}</p>"

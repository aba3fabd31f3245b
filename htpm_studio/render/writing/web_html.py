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
    article, style = "\n".join(_elements(writing)), _style(writing)
    page = (
        f'<!doctype html>\n<html lang="{escape(writing.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(writing.title)}</title>\n"
        f'<meta name="description" content="{escape(writing.preview)}">\n<style>{style}</style>\n</head>\n<body>\n'
        f'<article lang="{escape(writing.language)}">\n{article}\n</article>\n</body>\n</html>\n'
    )
    return page.encode("ascii", "xmlcharrefreplace")


def _style(writing: Writing) -> str:
    """The look of the page around the article, for screens, dark screens and paper."""
    inks = writing.inks
    return (
        "body{margin:0 auto;padding:0 24px 48px;max-width:42em;font:18px/1.6 system-ui,Arial,sans-serif;"
        f"color:{inks.ink};background:{inks.paper}}}"
        f"a{{color:{inks.link}}}h1,h2,h3{{line-height:1.2;text-wrap:balance;overflow-wrap:break-word}}"
        "p,li{text-wrap:pretty}h1,h2{font-family:Georgia,serif}"
        f"h1{{font-size:clamp(1.5em,7vw,2.5em);margin:0 -24px 32px;padding:56px 24px 40px;color:{inks.on_deep};"
        f"background:{inks.deep};border-bottom:8px solid {inks.accent}}}"
        f"h2{{font-size:1.5em;margin:48px 0 12px;padding-top:16px;border-top:1px solid {inks.line}}}"
        f"li{{margin:8px 0}}li::marker{{color:{inks.accent}}}"
        f"p:has(>strong:only-child){{padding:14px 20px;border-left:6px solid {inks.accent};background:{inks.soft}}}"
        "@media(min-width:46em){h1{border-radius:0 0 24px 0}}"
        f"@media(prefers-color-scheme:dark){{body{{color:{inks.on_deep};background:{inks.deep}}}a{{color:inherit}}"
        "h1,p:has(>strong:only-child){background:#0004}small{color:inherit}}"
        "@media print{body{color:#000;background:#fff;font-size:12pt}h1{color:#000;background:#fff;padding:0 24px 16px}"
        "a{color:inherit}h2{break-after:avoid}}"
    )


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

"""Build the guide, one web page, from its chapters: `python docs/make_guide.py`."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).resolve().parent / "guide"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>HTPM Studio: guide</title>
<link rel="stylesheet" href="guide.css">
</head>
<body>
<a class="skip" href="#guide">Skip to the guide</a>
<nav aria-label="Chapters">
<p>HTPM Studio</p>
<ol>
{chapters}
</ol>
</nav>
<main id="guide">
{body}
</main>
</body>
</html>
"""


def build(folder: Path = FOLDER) -> str:
    """The page, from all chapters in the order of their names."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens: list[Token] = []
    for path in sorted(folder.glob("*.md")):
        tokens += parser.parse(path.read_text(encoding="utf-8"))
    chapters = []
    for token, words in itertools.pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slug(words.content))
            if token.tag == "h1":
                chapters.append(f'<li><a href="#{slug(words.content)}">{words.content}</a></li>')
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{int(token.tag[1]) + 1}"
    body = parser.renderer.render(tokens, parser.options, {})
    body = body.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")
    return PAGE.format(chapters="\n".join(chapters), body=f"<h1>Guide</h1>\n{body.rstrip()}")


def slug(words: str) -> str:
    """A heading as the name of its place in the page."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("'", "")).strip("-")


if __name__ == "__main__":
    (FOLDER / "index.html").write_text(build(), encoding="utf-8", newline="\n")

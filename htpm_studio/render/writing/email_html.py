"""Running text as a mail: tables and inline styles only, which is what mail programs understand."""

from __future__ import annotations

from html import escape

from htpm_studio.frozen import dataclass
from htpm_studio.render.writing.html_spans import spans, way
from htpm_studio.scene.writing import Inks, Paragraph, Writing

WIDTH = 600
_STACKS = {"Georgia": "Georgia,'Times New Roman',serif", "Arial": "Arial,Helvetica,sans-serif"}
"""What mail programs fall back on; a font of the user comes before those for text."""

_TABLE = '<table role="presentation" cellpadding="0" cellspacing="0" border="0"'


@dataclass(frozen=True, slots=True)
class _Faces:
    """The fonts of headlines and of text, each with those that replace it."""

    head: str
    body: str


def render_mail(writing: Writing) -> bytes:
    """The text as HTML for a mailing tool, without a sign beyond ASCII, a script, a style sheet or a data address.

    Its one picture is a file beside it, since mail programs refuse pictures inside the text; its words are in the
    alt text.
    """
    inks = writing.inks
    faces = _Faces(_stack(writing.theme.heading_font), _stack(writing.theme.body_font))
    parts = [_block(block, inks, faces) for block in writing.blocks]
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(writing.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f"<title>{escape(writing.title)}</title>\n</head>\n"
        f'<body style="margin:0;padding:0;background-color:{inks.soft};">\n'
        f'<div style="display:none;max-height:0;overflow:hidden;">{escape(writing.preview)}</div>\n'
        f'{_TABLE} width="100%" bgcolor="{inks.soft}"><tr><td align="center" style="padding:20px 10px;">\n'
        f'<!--[if mso]>{_TABLE} width="{WIDTH}"><tr><td><![endif]-->\n'
        f'{_TABLE} width="100%" bgcolor="{inks.paper}" style="max-width:{WIDTH}px;background-color:{inks.paper};">\n'
        + "\n".join([_masthead(writing, faces.head), *parts])
        + '\n<tr><td style="padding:0 0 16px;font-size:0;line-height:0;">&nbsp;</td></tr>\n</table>\n'
        "<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</body>\n</html>\n"
    )
    return page.encode("ascii", "xmlcharrefreplace")


def _masthead(writing: Writing, head: str) -> str:
    inks, picture = writing.inks, writing.masthead
    if picture is None:
        words = f"{_font(head, 22, inks.on_deep, 28)}font-weight:bold;"
        inside = f'<p{way(writing.author)} style="margin:0;{words}">{escape(writing.author)}</p>'
        return (
            f'<tr><td bgcolor="{inks.deep}" style="background-color:{inks.deep};padding:22px 32px;">{inside}</td></tr>'
        )
    high = round(WIDTH * picture.size.height / picture.size.width)
    words = f"{_font(head, 20, inks.on_deep, 26)}font-weight:bold;"
    return (
        f'<tr><td bgcolor="{inks.deep}" style="background-color:{inks.deep};padding:0;">'
        f'<img src="{escape(picture.file)}" width="{WIDTH}" height="{high}" alt="{escape(picture.alt)}" '
        f'style="display:block;width:100%;height:auto;border:0;{words}"></td></tr>'
    )


def _block(block: Paragraph, inks: Inks, faces: _Faces) -> str:
    if block.kind == "button":
        return _button(block, inks, faces)
    words = spans(block.spans, f"color:{inks.link};text-decoration:underline;")
    body, turned = _font(faces.body, 16, inks.ink, 25), way(block.text)
    if block.kind in ("title", "head", "subhead"):
        tag, size, room = {"title": ("h1", 28, 28), "head": ("h2", 22, 24), "subhead": ("h3", 17, 14)}[block.kind]
        family = faces.body if block.kind == "subhead" else faces.head
        look = f"margin:0;{_font(family, size, inks.link, round(size * 1.25))}font-weight:bold;"
        return _row(f'<{tag}{turned} style="{look}">{words}</{tag}>', f"{room}px 32px 4px")
    if block.kind == "lead":
        return _row(f'<p{turned} style="margin:0;{_font(faces.body, 17, inks.muted, 26)}">{words}</p>', "4px 32px 8px")
    if block.kind == "item":
        dot = f'<td valign="top" width="20" style="{body}color:{inks.link};">&bull;</td>'
        return _row(f'{_TABLE} width="100%"{turned}><tr>{dot}<td style="{body}">{words}</td></tr></table>', "5px 32px")
    if block.kind == "call":
        look = f"padding:18px 22px;border-left:5px solid {inks.accent};background-color:{inks.soft};"
        inside = f'<p{turned} style="margin:0;{body}font-weight:bold;">{words}</p>'
        return _row(
            f'{_TABLE} width="100%"><tr><td bgcolor="{inks.soft}" style="{look}">{inside}</td></tr></table>',
            "18px 32px",
        )
    if block.kind == "when":
        return _row(f'<p{turned} style="margin:0;{_font(faces.body, 15, inks.muted, 22)}">{words}</p>', "0 32px 4px")
    if block.kind == "note":
        return _row(f'<p{turned} style="margin:0;{_font(faces.body, 13, inks.muted, 20)}">{words}</p>', "8px 32px")
    return _row(f'<p{turned} style="margin:0;{body}">{words}</p>', "8px 32px")


def _button(block: Paragraph, inks: Inks, faces: _Faces) -> str:
    span = block.spans[0]
    look = f"display:inline-block;padding:13px 24px;{_font(faces.body, 16, inks.on_deep, 20)}font-weight:bold;"
    link = f'<a href="{escape(span.url)}" style="{look}text-decoration:none;">{escape(span.text)}</a>'
    cell = f'<td bgcolor="{inks.deep}" style="background-color:{inks.deep};border-radius:6px;">{link}</td>'
    return _row(f"{_TABLE}><tr>{cell}</tr></table>", "16px 32px")


def _row(inside: str, room: str) -> str:
    return f'<tr><td style="padding:{room};">{inside}</td></tr>'


def _stack(family: str) -> str:
    own = "'" + escape(family.replace("'", "")) + "'"
    return _STACKS.get(family, f"{own},{_STACKS['Arial']}")


def _font(family: str, size: int, color: str, line: int) -> str:
    return f"font-family:{family};font-size:{size}px;line-height:{line}px;color:{color};"

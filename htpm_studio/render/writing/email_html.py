"""Running text as a mail: tables and inline styles, which is what mail programs understand, and rules for dark ones."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from htpm_studio.frozen import dataclass
from htpm_studio.render.writing.html_spans import spans, way
from htpm_studio.scene.writing import Inks, Paragraph, Writing

WIDTH, EDGE, PHONE_EDGE, ABOVE_HELP = 600, 36, 24, 26
_STACKS = {"Georgia": "Georgia,'Times New Roman',serif", "Arial": "Arial,Helvetica,sans-serif"}
"""What mail programs fall back on; a font of the user comes before those for text."""

_TABLE = '<table role="presentation" cellpadding="0" cellspacing="0" border="0"'
_HELP = frozenset({"help", "way", "call"})
_DARK = {"page": "#101414", "card": "#1b2020", "ink": "#f1f4f4", "muted": "#b9c2c2", "link": "#a9dbe6"}
"""The colors on dark screens: each ink has a contrast of 4.5 on the card."""


@dataclass(frozen=True, slots=True)
class _Faces:
    """The fonts of headlines and of text, each with those that replace it."""

    head: str
    body: str


def render_mail(writing: Writing) -> bytes:
    """The text as HTML for a mailing tool, without a sign beyond ASCII, a script or a data address.

    Its one picture is a file beside it, since mail programs refuse pictures inside the text; its words are in the
    alt text. Mail programs that drop the rules in its head show it as on a light screen.
    """
    inks = writing.inks
    faces = _Faces(_stack(writing.theme.heading_font), _stack(writing.theme.body_font))
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(writing.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="supported-color-schemes" content="light dark">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f"<title>{escape(writing.title)}</title>\n<style>{_rules()}</style>\n</head>\n"
        f'<body class="page" style="margin:0;padding:0;background-color:{inks.soft};">\n'
        f'<div style="display:none;max-height:0;overflow:hidden;">{escape(writing.preview)}</div>\n'
        '<div role="main">\n'
        f'{_TABLE} width="100%" bgcolor="{inks.soft}" class="page"><tr><td align="center" style="padding:24px 12px;">\n'
        f'<!--[if mso]>{_TABLE} width="{WIDTH}"><tr><td><![endif]-->\n'
        f'{_TABLE} width="100%" bgcolor="{inks.paper}" class="card" '
        f'style="max-width:{WIDTH}px;background-color:{inks.paper};">\n'
        + "\n".join([_masthead(writing, faces.head), *_rows(writing, faces)])
        + '\n<tr><td style="padding:0 0 16px;font-size:0;line-height:0;">&nbsp;</td></tr>\n</table>\n'
        "<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</div>\n</body>\n</html>\n"
    )
    return page.encode("ascii", "xmlcharrefreplace")


def _rules() -> str:
    """Lines as even as a program can make them, and what changes on dark screens and on phones."""
    dark = "".join(
        f".{name}{{{'background-color' if name in ('page', 'card') else 'color'}:{color}!important}}"
        for name, color in _DARK.items()
    )
    return (
        ":root{color-scheme:light dark}h1,h2,h3{text-wrap:balance}p,td{text-wrap:pretty}"
        f"@media (prefers-color-scheme:dark){{{dark}"
        f".edge{{border:2px solid {_DARK['link']}!important}}}}"
        f"@media (max-width:520px){{.in{{padding-left:{PHONE_EDGE}px!important;padding-right:{PHONE_EDGE}px!important}}"
        ".number{font-size:27px!important}}"
    )


def _masthead(writing: Writing, head: str) -> str:
    inks, picture = writing.inks, writing.masthead
    if picture is None:
        words = f"{_font(head, 22, inks.on_deep, 28)}font-weight:bold;"
        inside = f'<p{way(writing.author)} style="margin:0;{words}">{escape(writing.author)}</p>'
        return _deep_row(inside, "22px", inks)
    high = round(WIDTH * picture.size.height / picture.size.width)
    words = f"{_font(head, 20, inks.on_deep, 26)}font-weight:bold;"
    return (
        f'<tr><td bgcolor="{inks.deep}" style="{_kept(inks.deep)}padding:0;">'
        f'<img src="{escape(picture.file)}" width="{WIDTH}" height="{high}" alt="{escape(picture.alt)}" '
        f'style="display:block;width:100%;height:auto;border:0;{words}"></td></tr>'
    )


def _rows(writing: Writing, faces: _Faces) -> Iterator[str]:
    """The rows of the mail: what to do is numbered, and where help is found has another background."""
    inks, done, last = writing.inks, 0, ""
    helps = [block for block in writing.blocks if block.kind in _HELP]
    for block in writing.blocks:
        if block.kind in _HELP:
            if block is helps[0]:
                if last != "button":  # which has that room below it
                    yield _row("", f"{ABOVE_HELP}px {EDGE}px 0")
                yield _help(helps, inks, faces)
            continue
        last = block.kind
        done += block.kind == "step"
        yield _block(block, inks, faces, done)


def _help(blocks: list[Paragraph], inks: Inks, faces: _Faces) -> str:
    """Where help is: its head, the number on a line of its own, the other ways, the sentence."""
    parts: list[str] = []
    first = True
    for block in blocks:
        turned, light = way(block.text), f"color:{inks.on_deep};"
        if block.kind == "help":
            look = f"margin:0 0 14px;{_font(faces.head, 25, inks.on_deep, 30)}font-weight:bold;"
            parts.append(f'<h2{turned} style="{look}">{spans(block.spans)}</h2>')
        elif block.kind == "way" and first:
            first = False
            number = f"{light}font-size:33px;line-height:40px;font-weight:bold;white-space:nowrap;text-decoration:none;"
            label, shown = block.spans[0].text.rstrip(": "), block.spans[1]
            parts.append(f'<p style="margin:0;{_font(faces.body, 16, inks.on_deep, 22)}">{escape(label)}</p>')
            link = spans((shown,), number, "number")
            parts.append(f'<p style="margin:0 0 6px;font-family:{faces.body};">{link}</p>')
        else:
            size = 17 if block.kind == "way" else 15
            words = spans(block.spans, f"{light}text-decoration:underline;")
            room = "0" if block.kind == "way" else "14px 0 0"
            parts.append(
                f'<p{turned} style="margin:{room};{_font(faces.body, size, inks.on_deep, size + 9)}">{words}</p>'
            )
    return _deep_row("".join(parts), "30px", inks)


def _block(block: Paragraph, inks: Inks, faces: _Faces, number: int) -> str:
    if block.kind == "button":
        return _button(block, inks, faces)
    words = spans(block.spans, f"color:{inks.link};text-decoration:underline;", "link")
    body, turned = _font(faces.body, 17, inks.ink, 26), way(block.text)
    if block.kind in ("title", "head", "subhead"):
        tag, size, room = {"title": ("h1", 34, 34), "head": ("h2", 25, 28), "subhead": ("h3", 18, 16)}[block.kind]
        family = faces.body if block.kind == "subhead" else faces.head
        look = f"margin:0;{_font(family, size, inks.ink, round(size * 1.14))}font-weight:bold;"
        return _row(f'<{tag} class="ink"{turned} style="{look}">{words}</{tag}>', f"{room}px {EDGE}px 6px")
    if block.kind == "step":
        numeral = f"{_font(faces.head, 30, inks.link, 30)}font-weight:bold;padding:10px 0;"
        cells = (
            f'<td valign="top" width="44" class="link" style="{numeral}">{number}</td>'
            f'<td class="ink" style="{body}padding:10px 0;">{words}</td>'
        )
        return _row(f'{_TABLE} width="100%"{turned}><tr>{cells}</tr></table>', f"0 {EDGE}px")
    if block.kind == "item":
        dot = f'<td valign="top" width="20" class="link" style="{body}color:{inks.link};">&bull;</td>'
        inside = f'{_TABLE} width="100%"{turned}><tr>{dot}<td class="ink" style="{body}">{words}</td></tr></table>'
        return _row(inside, f"5px {EDGE}px")
    if block.kind in ("lead", "when", "note"):
        size, room = {"lead": (17, 4), "when": (15, 0), "note": (14, 18)}[block.kind]
        inside = (
            f'<p class="muted"{turned} style="margin:0;{_font(faces.body, size, inks.muted, size + 7)}">{words}</p>'
        )
        return _row(inside, f"{room}px {EDGE}px 0")
    return _row(f'<p class="ink"{turned} style="margin:0;{body}">{words}</p>', f"10px {EDGE}px 6px")


def _button(block: Paragraph, inks: Inks, faces: _Faces) -> str:
    span = block.spans[0]
    look = f"display:inline-block;padding:15px 26px;{_font(faces.body, 17, inks.on_deep, 22)}font-weight:bold;"
    link = f'<a href="{escape(span.url)}" style="{look}text-decoration:none;">{escape(span.text)}</a>'
    cell = f'<td bgcolor="{inks.deep}" class="edge" style="{_kept(inks.deep)}">{link}</td>'
    return _row(f"{_TABLE}><tr>{cell}</tr></table>", f"18px {EDGE}px 36px")


def _kept(color: str) -> str:
    """A ground that mail programs leave as it is on dark screens: they change a color, not a picture."""
    return f"background-color:{color};background-image:linear-gradient({color},{color});"


def _row(inside: str, room: str) -> str:
    return f'<tr><td class="in" style="padding:{room};">{inside}</td></tr>'


def _deep_row(inside: str, room: str, inks: Inks) -> str:
    look = f"{_kept(inks.deep)}padding:{room} {EDGE}px;"
    return f'<tr><td bgcolor="{inks.deep}" class="in" style="{look}">{inside}</td></tr>'


def _stack(family: str) -> str:
    own = "'" + escape(family.replace("'", "")) + "'"
    return _STACKS.get(family, f"{own},{_STACKS['Arial']}")


def _font(family: str, size: int, color: str, line: int) -> str:
    return f"font-family:{family};font-size:{size}px;line-height:{line}px;color:{color};"

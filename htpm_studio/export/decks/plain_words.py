"""What a slide says without any design: title, paragraphs, columns and picture, from the content of its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import texts

Kind = Literal["title", "section", "columns", "picture", "text"]


@dataclass(frozen=True, slots=True)
class Grid:
    """What a slide says as a table: its title there, the heads of the columns ("" for none at all), and the rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is shown large: its title there, what it counts, what is said of it, and the chart beside it."""

    title: str
    number: str
    unit: str
    rest: tuple[PlaceholderText, ...]
    chart: Mapping[str, Value] | None


@dataclass(frozen=True, slots=True)
class SlideWords:
    """The words of a slide. `blocks` are its columns (one for running text); `heads` are above two columns.

    `shorter` are other ways to say the block of a first slide, for small places. `grid` and `figure` say the same as
    title and blocks, for designs that have more than words.
    """

    kind: Kind
    title: str
    blocks: tuple[tuple[PlaceholderText, ...], ...]
    heads: tuple[str, ...] = ()
    picture: PictureRef | None = None
    numbered: bool = False
    shorter: tuple[tuple[PlaceholderText, ...], ...] = ()
    grid: Grid | None = None
    figure: Figure | None = None


def slide_words(content: Mapping[str, Value], page: Page) -> SlideWords:
    """The words of a slide; those of a template that is not known are taken from the finished page."""
    words = words_in_layout(page.layout, content, page.title)
    if words.kind in ("picture", "text") and not words.blocks[0]:
        return replace(words, blocks=(_of_page(page, words.title),))
    return words


def words_in_layout(layout: str, content: Mapping[str, Value], otherwise: str) -> SlideWords:
    """The words of a slide with that layout; its title is `otherwise` where the content has none."""
    name = layout.rpartition("/")[2]
    title = _text(content, "head") or otherwise
    picture = content.get("picture")
    shown = picture if isinstance(picture, PictureRef) else None
    match name:
        case "title":
            rows = _plain(content, "eyebrow", "sub", "presenter", "date")
            who = " | ".join(filter(None, (_text(content, "presenter"), _text(content, "date"))))
            last = (*_plain(content, "sub"), *((PlaceholderText(who, bullet=False),) if who else ()))
            return SlideWords("title", title, (rows,), shorter=(_plain(content, "sub", "presenter", "date"), last))
        case "section":
            return SlideWords("section", title, (_plain(content, "sub"),))
        case "two_columns":
            sides = [_part(content, side) for side in ("left", "right")]
            blocks = tuple(_bullets(_items(side.get("items"))) for side in sides)
            heads = tuple(_text(side, "head") for side in sides)
            listed = tuple(_items(side.get("items")) for side in sides)
            grid = Grid(title, heads, tuple(zip(*listed, strict=True))) if content.get("pairs") else None
            return SlideWords("columns", title, blocks, heads, grid=grid)
        case "statistic":
            return _statistic(content)
        case "agenda" | "timeline" | "check":
            said = SlideWords("text", title, (_running(content),))
            return replace(said, grid=_grid(name, title, content))
        case "quote":
            return SlideWords("picture", _text(content, "quote"), (_plain(content, "who"),), picture=shown)
        case "resources":
            return SlideWords("text", title, (_resources(content),), numbered=True)
        case "evaluation":
            address, url = _text(content, "address"), _text(content, "url")
            link = (PlaceholderText(address, bullet=False, url=url, tip=title),) if url else ()
            return SlideWords(
                "text", title, ((*_plain(content, "lead"), *link, *_plain(content, "care")),), numbered=True
            )
        case "help":
            return SlideWords("text", title, (_help(content),))
        case "scenario":
            roles = [f"{letter}: {text}" for letter, text in zip("AB", _items(content.get("roles")), strict=False)]
            return SlideWords("text", title, ((*_plain(content, "text"), *_bullets(roles), *_plain(content, "time")),))
        case _:
            return SlideWords("picture" if shown is not None else "text", title, (_running(content),), picture=shown)


def _running(content: Mapping[str, Value]) -> tuple[PlaceholderText, ...]:
    """Lead, list, text and notes of the layouts with running text, in the order in which they are read."""
    rows = [_row(row) for row in _maps(content.get("rules") or content.get("rows"))]
    listed = [text for text in _items(content.get("items")) if text]
    return (
        *_plain(content, "sub", "lead"),
        *_bullets([*rows, *listed]),
        *_plain(content, "text", "note", "warning", "credit"),
    )


def _statistic(content: Mapping[str, Value]) -> SlideWords:
    number, unit, over = (_text(content, name) for name in ("number", "unit", "eyebrow"))
    whole = " ".join(filter(None, (number, unit)))
    chart = content.get("chart")
    figure = Figure(
        over or whole, number, unit, _plain(content, "text", "source"), chart if isinstance(chart, Mapping) else None
    )
    return SlideWords("text", whole, (_plain(content, "text", "eyebrow", "source"),), figure=figure)


ANSWER = "\u25cb"
"""A ring where a hand is raised, which Arial and all like it have."""


def _grid(name: str, title: str, content: Mapping[str, Value]) -> Grid | None:
    """The table of a plan, of dates, or of statements with their answers; None where a row has no time."""
    said = _part(_part(content, "words"), "print")
    if name == "check":
        heads = (_text(content, "note"), *(_text(said, f"check_{answer}") for answer in ("true", "depends", "no")))
        return Grid(title, heads, tuple((item, *[ANSWER] * 3) for item in _items(content.get("items"))))
    rows = tuple((_text(row, "time"), _text(row, "text")) for row in _maps(content.get("rows")))
    if not rows or not all(time for time, _ in rows):
        return None
    heads = (_text(said, "agenda_time"), _text(said, "agenda_topic")) if name == "agenda" else ("", "")
    return Grid(": ".join(filter(None, (title, _text(content, "sub")))), heads, rows)


_STOPS = (("call", "number"), ("text", "text"))


def _help(content: Mapping[str, Value]) -> tuple[PlaceholderText, ...]:
    hotline, words = _part(content, "hotline"), _part(content, "words")
    web, tip = _text(hotline, "web"), _text(words, "hotline_name")
    ways = [f"{_text(words, name)}: {text}" for name, key in _STOPS if (text := _text(hotline, key))]
    lines = [PlaceholderText(text, bullet=False, bold=True) for text in ways]
    lines += [PlaceholderText(web, bullet=False, bold=True, url=_text(hotline, "url"), tip=tip)] if web else []
    return (*_plain(content, "lead"), *lines, *_plain(words, "help_note"), *_plain(content, "warning"))


def _resources(content: Mapping[str, Value]) -> tuple[PlaceholderText, ...]:
    found: list[PlaceholderText] = []
    for number, row in enumerate(_maps(content.get("items")), 1):
        title, url = _text(row, "title"), _text(row, "url")
        found.append(PlaceholderText(f"{number}. {title}", bullet=False, bold=True))
        found += [PlaceholderText(_text(row, "text"), bullet=False, close=True)] if row.get("text") else []
        found += [PlaceholderText(url, bullet=False, url=f"https://{url}", tip=title, close=True)] if url else []
    return tuple(found)


def _of_page(page: Page, title: str) -> tuple[PlaceholderText, ...]:
    return tuple(
        PlaceholderText(" ".join(block.text.split()), bullet=block.tag == "LBody")
        for block in texts(page)
        if not block.fixed and block.tag != "Lbl" and " ".join(block.text.split()) not in ("", title)
    )


# ------------------------------------------------------------------ values


def _plain(content: Mapping[str, Value], *names: str) -> tuple[PlaceholderText, ...]:
    return tuple(PlaceholderText(text, bullet=False) for name in names if (text := _text(content, name)))


def _bullets(items: Sequence[str]) -> tuple[PlaceholderText, ...]:
    return tuple(PlaceholderText(item, bullet=True) for item in items)


def _row(row: Mapping[str, Value]) -> str:
    return ": ".join(text for text in (_text(row, "time"), _text(row, "text")) if text)


def _text(content: Mapping[str, Value], name: str) -> str:
    value = content.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _part(content: Mapping[str, Value], name: str) -> Mapping[str, Value]:
    value = content.get(name)
    return value if isinstance(value, Mapping) else {}


def _maps(value: Value) -> list[Mapping[str, Value]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, tuple | list) else []


def _items(value: Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, tuple | list) else []

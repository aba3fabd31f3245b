"""START-HERE.html: five doors to what a kit is for. One file that works offline and without a script."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import Message, join_messages, msg
from htpm_studio.export.folder.manifest import POSTS
from htpm_studio.export.kit.content import texted
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.prints.plan import PaperStock, kind_of, stock_of, to_buy
from htpm_studio.export.prints.printer_files import ordered_lines
from htpm_studio.export.texts.file_specs import letterhead
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.doors import Door, doors
from htpm_studio.pieces.model import PieceDeclaration
from htpm_studio.render.bitmaps import bitmap, encoded
from htpm_studio.scene.nodes import Picture
from htpm_studio.scene.quotes import typographic
from htpm_studio.scene.writing import logo_size
from htpm_studio.units import Box

_KINDS = {
    "pptx": "PowerPoint", "pdf": "PDF", "potx": msg("PowerPoint template"), "docx": "Word", "txt": msg("Text"),
    "csv": msg("Table"), "html": msg("Web page"), "ics": msg("Calendar"), "png": msg("Picture"), "jpg": msg("Picture"),
    "ttf": msg("Font"),
}  # fmt: skip
_LOGO_PIXELS = 2
_PIECES_AT = 50
"""The place of printed pieces behind a door, among the rows that say theirs."""

_LINKS = 2
"""How many files a row shows; the others are folded."""

_IMAGES = ("png", "jpg")
_POLICY = "default-src 'none';img-src data:;style-src 'unsafe-inline';script-src 'unsafe-inline'"
TRAVELS = msg(
    "In another program: LibreOffice shows these decks as they are, but a deck that you save there loses its sections, "
    "the timing of the loop, the table header, some descriptions of pictures and part of the theme colors. In any "
    "other, look through the slides before an event, and set the timing of the loop again. The PDF file beside each "
    "deck looks the same everywhere."
)
COLORS = msg(
    "Colors: choose other theme colors in PowerPoint, and every slide changes. Photos and drawn pictures keep theirs; "
    "to change those, change your brand in HTPM Studio and export again."
)
MORE = msg("Colors, fonts and other programs")
_NAMES_FONTS = frozenset(("pptx", "potx", "docx"))


@dataclass(frozen=True, slots=True)
class _Link:
    """A file as a row offers it."""

    path: str
    label: str
    bytes: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A piece behind a door: its name, what it is for, the files it shows and those that are folded."""

    title: str
    use: str
    place: int
    links: tuple[_Link, ...]
    others: tuple[_Link, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class _Behind:
    """What is behind a door."""

    door: Door
    rows: tuple[_Row, ...]
    pictures: tuple[_Row, ...] = ()
    notes: tuple[Message, ...] = ()


def start_here(kit: Kit, made: Sequence[RenderedFile], previews: Mapping[str, str], phone: int = 0) -> bytes:
    """The page as UTF-8; `previews` maps a file's path to a data address of a small picture of it.

    `phone` is how many bytes post.html has, 0 where the kit has none.
    """
    label = fill(kit.campaign.words.week_label, {"n": str(kit.week.number)})
    name = f"{kit.campaign.month.name} {kit.year}"
    title = name if kit.campaign.observance.single else f"{name}: {label}"
    palette = kit.look.palette
    colors = (
        f":root{{--ink:{palette['ink']};--paper:{palette['surface']};--alt:{palette['surface-alt']};--deep:{palette['deep']};"
        f"--on-deep:{palette['on-deep']};--link:{palette['primary-text']};--line:{palette['line']};--muted:{palette['ink-muted']};"
        f"--accent:{palette['accent-fill']}}}"
    )
    behind = [one for door in doors().door if (one := _what(kit, door, made, previews, phone)) is not None]
    body = (
        f'<header class="top"><div class="w">{_sender(kit)}<small>{escape(title)}, '
        f"{escape(kit.values['week_dates'])}</small></div></header><main>{_home(kit, behind)}"
        f"{''.join(_door(kit, one, behind) for one in behind)}</main>{_help(kit)}"
    )
    folder = kit.resources.assets / "start-here"
    style, script = (folder.joinpath(file).read_text(encoding="utf-8") for file in ("style.css", "script.js"))
    page = (
        f'<!doctype html>\n<html lang="{kit.project.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{colors}{_in_family(kit)}{style}</style></head><body>{body}<script>{script}</script></body></html>\n"
    )
    return page.encode()


def _home(kit: Kit, behind: Sequence[_Behind]) -> str:
    """The first view: the doors, and the files that most people come for."""
    links = "".join(
        f'<li><a href="#{one.door.id}"><span class="pic">{_image(_face(one))}</span>'
        f"<span><b>{_in(kit, one.door.name)}</b><span>{_in(kit, one.door.about)}</span></span></a></li>"
        for one in behind
    )
    firsts = [one.rows[0] for one in behind if one.door.quick and one.rows]
    quick = "".join(f'<li><a class="b" href="{row.links[0].path}">{escape(row.title)}</a></li>' for row in firsts)
    ways = f'<nav class="w doorsw" aria-label="{_said(kit, _DOORS)}"><ul class="doors">{links}</ul></nav>'
    shortcuts = f'<div class="w quick"><h2 class="t">{_said(kit, _STRAIGHT)}</h2><ul>{quick}</ul></div>'
    return (
        f'<div class="home" id="home"><div class="hero"><div class="w"><h1>{escape(kit.week.title)}</h1>'
        f"<p>{_said(kit, _QUESTION)}</p></div></div>{ways if links else ''}{shortcuts if quick else ''}"
        f'<p class="w tip">{_said(kit, _WHOLE)}</p></div>'
    )


_DOORS, _ALL, _QUESTION = msg("Doors"), msg("All doors"), msg("What do you want to do?")
_STRAIGHT, _ONE_BY_ONE = msg("Or go straight to"), msg("Pictures, one by one")
_WHOLE = msg("Keep the folder together: the links open the files beside this page. No internet is needed.")
_OTHERS = msg("Other files: more pieces, papers and formats")


def _door(kit: Kit, one: _Behind, behind: Sequence[_Behind]) -> str:
    """The view of a door: the first piece large, the others in rows, all else folded."""
    door = one.door
    lead = one.rows[: 0 if "background" in door.media else 1]
    tabs = "".join(
        f'<li><b aria-current="page">{_in(kit, other.door.name)}</b></li>'
        if other is one
        else f'<li><a href="#{other.door.id}">{_in(kit, other.door.name)}</a></li>'
        for other in behind
    )
    rows = one.rows[len(lead) : door.rows]
    first = "".join(
        f'<div class="first-piece">{_image(row.picture)}<div><h2 class="t">{escape(row.title)}</h2>{_use(row)}'
        f"{_links(row, row.links, main=True)}</div></div>"
        for row in lead
    )
    return (
        f'<section class="door" id="{door.id}" tabindex="-1" aria-labelledby="h-{door.id}">'
        f'<nav class="tabs" aria-label="{_said(kit, _DOORS)}: {_in(kit, door.name)}"><div class="w"><ul>'
        f'<li><a href="#home">&#8592; {_said(kit, _ALL)}</a></li>{tabs}</ul></div></nav>'
        f'<div class="w"><h1 id="h-{door.id}">{_in(kit, door.name)}</h1><p>{_in(kit, door.about)}</p>{first}'
        f"{_list(rows, 'grid' if not lead else 'list')}{''.join(_folded(kit, one))}</div></section>"
    )


def _list(rows: Sequence[_Row], kind: str) -> str:
    items = "".join(
        f'<li>{_image(row.picture)}<div><h2 class="t">{escape(row.title)}</h2>'
        f"{_use(row)}{_links(row, row.links)}</div></li>"
        for row in rows
    )
    return f'<ul class="{kind}">{items}</ul>' if items else ""


def _folded(kit: Kit, one: _Behind) -> Iterator[str]:
    """What few people need: pictures one by one, other files, how the files are used."""
    others = [
        *(replace(row, links=row.others, use="") for row in one.rows[: one.door.rows] if row.others),
        *(replace(row, links=(*row.links, *row.others)) for row in one.rows[one.door.rows :]),
    ]
    if one.pictures:
        yield _fold(_said(kit, _ONE_BY_ONE), _set(one.pictures))
    if others:
        yield _fold(_said(kit, _OTHERS), _set(others))
    steps = "".join(f"<li>{_in(kit, step)}</li>" for step in one.door.steps)
    notes = "".join(f"<p>{_said(kit, note)}</p>" for note in one.notes)
    yield _fold(_in(kit, one.door.head), f"<ol>{steps}</ol>{notes}")


def _fold(head: str, body: str) -> str:
    return f"<details><summary>{head}</summary>{body}</details>"


def _set(rows: Sequence[_Row]) -> str:
    items = "".join(f"<li>{escape(row.title)}{_use(row)}{_links(row, row.links)}</li>" for row in rows)
    return f'<ul class="set">{items}</ul>'


def _use(row: _Row) -> str:
    return f"<p>{escape(row.use)}</p>" if row.use else ""


def _links(row: _Row, links: Sequence[_Link], *, main: bool = False) -> str:
    """The files of a row. A link read alone says of which piece it is."""
    items = "".join(
        f'<li><a class="b{" m" if main and at == 0 else ""}" href="{link.path}">'
        f'<span class="vh">{escape(row.title)}: </span>{escape(link.label)} '
        f"<small>{_bytes(link.bytes)}</small></a></li>"
        for at, link in enumerate(links)
    )
    return f'<ul class="files">{items}</ul>'


def _image(address: str) -> str:
    """A picture beside the name of what it shows, which therefore has no text."""
    return f'<img src="{address}" alt="">' if address else ""


def _face(one: _Behind) -> str:
    """The picture of a door: that of the first row or post that has one."""
    return next((row.picture for row in (*one.rows, *one.pictures) if row.picture), "")


# ------------------------------------------------------------------ what is behind a door


def _what(
    kit: Kit, door: Door, made: Sequence[RenderedFile], previews: Mapping[str, str], phone: int
) -> _Behind | None:
    """The rows of a door from the files of the kit, None where nothing is behind it."""
    mine = [file for file in made if _door_of(kit, file.spec) == door.id]
    posts = [file for file in mine if file.spec.medium == "social" and file.spec.format in _IMAGES]
    pictures = tuple(
        _Row(group[0].spec.title, "", 0, _offered(kit, group), picture=_seen(group, previews))
        for group in _grouped((file.spec.group, file) for file in posts)
    )
    rows = list(_rows(kit, [file for file in mine if file not in posts], previews))
    declared = doors().row_of(POSTS)
    if phone and declared is not None and declared.door == door.id:
        link = _Link(POSTS, kit.translated(msg("Open the posts")), phone)
        face = next((row.picture for row in pictures if row.picture), "")
        rows.append(_Row(_words(kit, declared.title), _words(kit, declared.use), declared.place, (link,), picture=face))
    if not rows and not pictures:
        return None
    return _Behind(door, tuple(sorted(rows, key=lambda row: row.place)), pictures, tuple(_notes(kit, door, mine)))


def _rows(kit: Kit, files: Sequence[RenderedFile], previews: Mapping[str, str]) -> Iterator[_Row]:
    """A row for each declared row and for each piece; those of one name say what else they are called."""
    groups = _grouped((_row_key(kit, file.spec), file) for file in files)
    names = [_named(kit, group[0].spec) for group in groups]
    usual = next((_paper(file.spec) for file in files if _paper(file.spec)), "")
    for name, group in zip(names, groups, strict=True):
        declared, piece = doors().row_of(_base(kit, group[0].spec)), _declared(kit, group[0].spec)
        use = declared.use if declared else piece.spec.use if piece else {}
        shown = [file for file in group if _paper(file.spec) in ("", usual)][:_LINKS]
        others = [file for file in group if file not in shown]
        links = dict(zip((file.spec.path for file in group), _offered(kit, group), strict=True))
        yield _Row(
            name if names.count(name) == 1 else f"{name}: {group[0].spec.title}",
            _words(kit, use),
            declared.place if declared else _PIECES_AT,
            tuple(links[file.spec.path] for file in shown),
            tuple(links[file.spec.path] for file in others),
            _seen(group, previews),
        )


def _grouped(files: Iterable[tuple[str, RenderedFile]]) -> list[list[RenderedFile]]:
    groups: dict[str, list[RenderedFile]] = {}
    for name, file in files:
        groups.setdefault(name, []).append(file)
    return list(groups.values())


def _base(kit: Kit, spec: FileSpec) -> str:
    return spec.piece.removeprefix(piece_id(kit, ""))


def _row_key(kit: Kit, spec: FileSpec) -> str:
    declared = doors().row_of(_base(kit, spec))
    return declared.of[0] if declared else spec.piece or spec.group


def _declared(kit: Kit, spec: FileSpec) -> PieceDeclaration | None:
    """The declaration of a piece of the kit; words that follow a printed piece are in the same row."""
    if spec.pages and spec.medium in ("print", "background"):
        return pieces().with_template(spec.pages[0].template)
    return pieces().by_id.get(_base(kit, spec))


def _door_of(kit: Kit, spec: FileSpec) -> str:
    declared, piece = doors().row_of(_base(kit, spec)), _declared(kit, spec)
    if declared is not None:
        return declared.door
    usual = next(door.id for door in doors().door if spec.medium in door.media)
    medium = piece.medium if piece else spec.medium
    return (piece.spec.door if piece else None) or next(
        (door.id for door in doors().door if medium in door.media), usual
    )


def _named(kit: Kit, spec: FileSpec) -> str:
    declared, piece = doors().row_of(_base(kit, spec)), _declared(kit, spec)
    if declared is not None:
        return _words(kit, declared.title)
    if spec.medium == "print" and spec.pages:
        return kit.translated(kind_of(spec))
    return _words(kit, next(iter(piece.spec.page.values())).title) if piece else spec.title


def _offered(kit: Kit, group: Sequence[RenderedFile]) -> tuple[_Link, ...]:
    """A link for each file: of what kind it is, and what it is called where several are of that kind."""
    links: list[_Link] = []
    kinds = [_kind(kit, file.spec) for file in group]
    for at, (file, kind) in enumerate(zip(group, kinds, strict=True)):
        spec = file.spec
        label = kind
        if kinds.count(kind) > 1 and (kind in kinds[:at] or spec.medium == "background"):
            stem = spec.path.rpartition("/")[2].partition(".")[0]
            label = spec.title if spec.medium == "background" else f"{kind}: {stem}"
            if spec.medium == "print" and spec.pages:
                name = kit.translated(kind_of(spec))
                label = spec.title if name == _named(kit, group[0].spec) else name
        links.append(_Link(spec.path, label, len(file.data)))
    return tuple(links)


def _seen(group: Sequence[RenderedFile], previews: Mapping[str, str]) -> str:
    return next((previews[file.spec.path] for file in group if previews.get(file.spec.path)), "")


def _paper(spec: FileSpec) -> str:
    """The folder of the paper that a printed file is for; "" for all others."""
    folder = spec.path.split("/")[1] if spec.medium == "print" else ""
    return folder if folder in page_sizes() else ""


def _kind(kit: Kit, spec: FileSpec) -> str:
    if spec.medium == "social" and spec.pages and (spec.format in _IMAGES or spec.repeats):
        return kit.translated(page_sizes()[spec.pages[0].canvas].name)
    kind, paper = kit.translated(_KINDS[spec.format]), _paper(spec)
    return f"{kind}, {kit.translated(page_sizes()[paper].name)}" if paper else kind


def _notes(kit: Kit, door: Door, mine: Sequence[RenderedFile]) -> Iterator[Message]:
    """What else people may ask behind a door: papers, fonts, other programs."""
    yield from _papers(kit, [mine])
    if "deck" in door.media and any(file.spec.format in _NAMES_FONTS for file in mine):
        yield from _fonts(kit)
        yield from (COLORS, TRAVELS)


def _papers(kit: Kit, groups: Iterable[Sequence[RenderedFile]]) -> Iterator[Message]:
    """What to buy for an order, and which handouts are for which paper: the usual one is for all that is not named."""
    specs = [file.spec for files in groups for file in files if file.spec.print_file and file.spec.format == "pdf"]
    if not specs:
        return
    if lines := ordered_lines(kit, specs):
        yield msg("What to buy: {papers}.", papers=join_messages(to_buy(lines), "; "))
    stocks: dict[str, dict[PaperStock, None]] = {}
    for spec in specs:
        stocks.setdefault((stock := stock_of(spec, kit)).name, {})[stock] = None
    usual, *others = sorted(stocks, key=list(pieces().common.stock).index)
    for name in others:
        firsts = {spec.piece: kind_of(spec) for spec in reversed(specs) if stock_of(spec, kit).name == name}
        kinds = join_messages(reversed(firsts.values()), ", ")
        yield msg("{kinds}: {stock}.", kinds=kinds, stock=join_messages((stock.words for stock in stocks[name]), " / "))
    words = join_messages((stock.words for stock in stocks[usual]), " / ")
    yield msg("All others: {stock}.", stock=words) if others else msg("Paper: {stock}.", stock=words)


def _fonts(kit: Kit) -> Iterator[Message]:
    """What to install, where files name a font of the user and do not hold it."""
    brand = kit.project.brand
    families = list(dict.fromkeys(face.family for face in (*brand.heading_font, *brand.text_font)))
    if families:
        yield msg(
            "Files that you edit in PowerPoint or Word use {families}. Install it on every computer where they are "
            "edited or shown; another font appears where it is missing. Pictures and PDF files look right everywhere.",
            families=", ".join(families),
        )


def _sender(kit: Kit) -> str:
    """The logo in small pixels, on a plate where it would not stand out from white, and the name it does not say."""
    head, name = letterhead(kit), escape(kit.look.organization)
    if head is None:
        return f'<b class="sender" dir="auto">{name}</b>'
    size = logo_size(head.logo.size[0] / head.logo.size[1])
    wide, high = (max(1, round(side * _LOGO_PIXELS)) for side in (size.width, size.height))
    shown = bitmap(Picture("logo", Box(0, 0, size.width, size.height), head.logo), wide, high)
    data = base64.b64encode(encoded(shown, "PNG")).decode()
    plate = ' class="plate"' if head.plate else ""
    image = (
        f'<img{plate} src="data:image/png;base64,{data}" alt="{name}" '
        f'width="{round(size.width)}" height="{round(size.height)}">'
    )
    beside = f'<b dir="auto" aria-hidden="true">{name}</b>' if head.named else ""
    return f'<span class="sender">{image}{beside}</span>'


def _in_family(kit: Kit) -> str:
    """The style of head and headings that the kit's design family adds to the page; "" for the first family."""
    design = kit.resources.designs.by_id[kit.resources.family.id]
    palette, rules = kit.look.palette, []
    if design.start:
        ground, ink = palette[design.start], palette[f"on-{design.start}"]
        rules.append(f"html .hero{{background:{ground};color:{ink}}}")
    if design.fonts.office:
        face = kit.look.fonts.face("OfficeHead").family.replace('"', "")
        weight = 600 if face == "Georgia" else 800
        other = "serif" if face == "Georgia" else "Arial,sans-serif"
        rules.append(
            f'html h1,html h2,html .doors b,html .step .k{{font-family:"{face}",{other};font-weight:{weight}}}'
        )
    return "".join(rules)


def _words(kit: Kit, words: Mapping[str, str]) -> str:
    """What a declaration says in the language of the kit; "" where it says nothing."""
    return words.get(kit.project.language) or (kit.translated(words["en"]) if words else "")


def _in(kit: Kit, words: Mapping[str, str]) -> str:
    return escape(_words(kit, words))


def _bytes(count: int) -> str:
    return f"{max(1, round(count / 1000))}\u00a0kB"


def _said(kit: Kit, text: str) -> str:
    return escape(typographic(kit.translated(text)), quote=True)


def _help(kit: Kit) -> str:
    hotline, words = kit.campaign.hotline, kit.campaign.words
    drawn = "" if kit.project.photos else kit.campaign.month.picture_credit
    ways = [f"<strong>{escape(hotline.number)}</strong>"]
    ways += [f"{escape(words.text)} {escape(texted(hotline, words))}"] if hotline.text_number else []
    ways += [escape(hotline.web.removeprefix("https://"))] if hotline.web else []
    reached = " · ".join(ways)
    return (
        f'<footer><section class="help"><div class="w"><p>{escape(words.hotline_name)}</p><p>{reached}</p>'
        f"<p>{escape(words.help_note)} {escape(words.emergency)}</p></div></section>"
        f'<p class="small w credit">{escape(joined(kit.campaign.month.credit, drawn))}</p></footer>'
    )

"""The structure tree of a tagged PDF: what a page says, in order, for readers that do not see it.

The page painter records elements as the scene names them; `tidy` turns them into a tree that PDF/UA-1
(ISO 14289-1) and the structure types of ISO 32000-1, 14.8.4 allow; `write_tree` puts it into the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from typing import Any

from htpm_studio.frozen import dataclass
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name, string

Rect = tuple[float, float, float, float]
"""Left, bottom, right and top in PDF coordinates (y upward)."""


@dataclass(frozen=True, slots=True)
class ContentMark:
    """A stretch of a page's content, by its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationTarget:
    """An annotation, by its number on its page."""

    page: int
    number: int


@dataclass(slots=True)
class StructureElement:
    """One structure element while the tree is being recorded; `actual` is what is read instead of its content."""

    role: str
    kids: list[StructureElement | ContentMark | AnnotationTarget] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    title: str = ""
    actual: str = ""
    rect: Rect | None = None

    def open(self, role: str, **details: Any) -> StructureElement:
        """Add a child element and return it."""
        child = StructureElement(role, **details)
        self.kids.append(child)
        return child


Kid = StructureElement | ContentMark | AnnotationTarget

HEADINGS = ("H1", "H2", "H3")
LINES = {*HEADINGS, "P", "Lbl", "Caption", "Link", "TH"}
"""Elements that hold words, not paragraphs."""
_HOLDERS = {"Document", "Sect", "BlockQuote", "LBody", "TD"}
"""Elements that hold paragraphs."""
CELLS = {"TH", "TD"}
"""Elements that stay when nothing is in them: each row of a table has as many cells as the others."""


# ------------------------------------------------------------------ tidy


def tidy(root: StructureElement) -> StructureElement:
    """The tree as the standard wants it: lists nested, words in paragraphs, headings without gaps, nothing empty.

    Its elements are changed where they are.
    """
    tree = root
    for mend in (_adopt_alt, _lift_links, _nest_lists, _hold_words):
        _prune(tree)
        tree = _bottom_up(tree, mend)
    return _level_headings(tree)


def _bottom_up(element: StructureElement, mend: Callable[[StructureElement], StructureElement]) -> StructureElement:
    element.kids = [_bottom_up(kid, mend) if isinstance(kid, StructureElement) else kid for kid in element.kids]
    return mend(element)


def _prune(element: StructureElement) -> None:
    for kid in element.kids:
        if isinstance(kid, StructureElement):
            _prune(kid)
    element.kids = [
        kid for kid in element.kids if not isinstance(kid, StructureElement) or kid.kids or kid.role in CELLS
    ]


def _adopt_alt(element: StructureElement) -> StructureElement:
    """A figure without its own text takes over that of the picture inside it."""
    if element.role != "Figure" or element.alt:
        return element
    inner = next((kid for kid in element.kids if isinstance(kid, StructureElement) and kid.role == "Figure"), None)
    if inner is None:
        return replace(element, role="Sect")
    rest = [kid for kid in element.kids if kid is not inner]
    return replace(element, kids=[*inner.kids, *rest], alt=inner.alt, rect=inner.rect)


def _nest_lists(element: StructureElement) -> StructureElement:
    """L holds only LI, LI only Lbl and LBody; loose items get a list, loose labels become paragraphs."""
    match element.role:
        case "L":
            element.kids = list(_items(element.kids))
        case "LI":
            return _item(element)
        case _:
            element.kids = list(_gather_items(element.kids))
    return element


def _items(kids: Sequence[Kid]) -> Iterator[StructureElement]:
    """Each label starts an item, and so does what follows a finished one."""
    loose: list[Kid] = []
    for kid in kids:
        role = kid.role if isinstance(kid, StructureElement) else ""
        complete = any(not (isinstance(old, StructureElement) and old.role == "Lbl") for old in loose)
        if loose and (role in {"LI", "Lbl", "L"} or complete):
            yield _item(StructureElement("LI", loose))
            loose = []
        if isinstance(kid, StructureElement) and kid.role in {"LI", "L"}:
            yield kid
        else:
            loose.append(kid)
    if loose:
        yield _item(StructureElement("LI", loose))


def _item(item: StructureElement) -> StructureElement:
    labels = [kid for kid in item.kids if isinstance(kid, StructureElement) and kid.role == "Lbl"]
    rest = [kid for kid in item.kids if not (isinstance(kid, StructureElement) and kid.role == "Lbl")]
    match rest:
        case []:
            bodies = []
        case [StructureElement(role="LBody") as body]:
            bodies = [body]
        case _:
            bodies = [StructureElement("LBody", [_as_paragraph(kid) for kid in rest])]
    return replace(item, kids=[*labels, *bodies])


def _as_paragraph(kid: Kid) -> Kid:
    return replace(kid, role="P") if isinstance(kid, StructureElement) and kid.role == "LBody" else kid


def _gather_items(kids: Sequence[Kid]) -> Iterator[Kid]:
    """Items that are outside a list, one list for each row of neighbors."""
    row: list[Kid] = []
    for kid in kids:
        if isinstance(kid, StructureElement) and kid.role == "LI":
            row.append(kid)
            continue
        if row:
            yield StructureElement("L", row)
            row = []
        yield kid
    if row:
        yield StructureElement("L", row)


def _lift_links(element: StructureElement) -> StructureElement:
    """A link around one heading or list body becomes a link inside it."""
    if element.role != "Link":
        return element
    blocks = [
        kid for kid in element.kids if isinstance(kid, StructureElement) and kid.role in {*HEADINGS, "LBody", "Lbl"}
    ]
    if len(blocks) != 1 or any(
        isinstance(kid, StructureElement | ContentMark) for kid in element.kids if kid is not blocks[0]
    ):
        return element
    targets = [kid for kid in element.kids if isinstance(kid, AnnotationTarget)]
    return replace(blocks[0], kids=[replace(element, kids=[*blocks[0].kids, *targets])])


def _hold_words(element: StructureElement) -> StructureElement:
    """Words are in paragraphs, paragraphs never inside words; list parts and captions only where they belong."""
    if element.role in LINES:
        element.kids = list(_only_words(element.kids))
        return element
    if element.role not in _HOLDERS:
        return element
    strays = {"Lbl", "Caption"} if element.role == "LBody" else {"Lbl", "LBody", "Caption"}
    kids: list[Kid] = []
    blocks = any(isinstance(kid, StructureElement) and kid.role != "Link" for kid in element.kids)
    for kid in element.kids:
        words = isinstance(kid, ContentMark | AnnotationTarget) or kid.role == "Link"
        if words and (blocks or element.role != "LBody"):
            kids.append(StructureElement("P", [kid]))
        elif isinstance(kid, StructureElement) and kid.role in strays:
            kids.append(replace(kid, role="P"))
        else:
            kids.append(kid)
    element.kids = kids
    return element


def _only_words(kids: Sequence[Kid]) -> Iterator[Kid]:
    for kid in kids:
        if isinstance(kid, StructureElement) and kid.role not in {"Link", "Figure", "Span"}:
            yield from [replace(kid, role="Span")] if kid.language or kid.actual else _only_words(kid.kids)
        else:
            yield kid


def _level_headings(root: StructureElement) -> StructureElement:
    """The first heading is H1 and no level is skipped; equals stay equal (ISO 14289-1, 7.4.2)."""
    above: list[int] = []

    def walk(element: StructureElement) -> None:
        role = element.role
        if role in HEADINGS:
            level = HEADINGS.index(role)
            while above and above[-1] >= level:
                above.pop()
            role = HEADINGS[len(above)]
            above.append(level)
        element.role = role
        for kid in element.kids:
            if isinstance(kid, StructureElement):
                walk(kid)

    walk(root)
    return root


# ------------------------------------------------------------------ write


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page of the file with its annotations: reference and dictionary of each."""

    ref: Ref
    annotations: tuple[tuple[Ref, Any], ...] = ()


def write_tree(file: PdfFile, root: StructureElement, pages: Sequence[TaggedPage]) -> None:
    """Write the structure tree and the parent tree, and mark the document as tagged.

    Page number n has the key n in the parent tree; annotations follow.
    """
    owners: list[dict[int, Ref]] = [{} for _ in pages]
    links: list[Ref] = []
    tree = mapping({"Type": name("StructTreeRoot")})
    tree_ref = file.add(tree)

    def write(element: StructureElement, parent: Ref) -> Ref:
        entries = mapping({"Type": name("StructElem"), "S": name(element.role), "P": parent})
        ref = file.add(entries)
        kids = []
        for kid in element.kids:
            if isinstance(kid, StructureElement):
                kids.append(write(kid, ref))
            elif isinstance(kid, ContentMark):
                owners[kid.page][kid.number] = ref
                kids.append(mapping({"Type": name("MCR"), "Pg": pages[kid.page].ref, "MCID": kid.number}))
            else:
                target, annotation = pages[kid.page].annotations[kid.number]
                annotation.dict["StructParent"] = len(pages) + len(links)
                links.append(ref)
                kids.append(mapping({"Type": name("OBJR"), "Pg": pages[kid.page].ref, "Obj": target}))
        entries.dict.update(_details(element), K=array(kids))
        return ref

    top = write(root, tree_ref)
    rows = [array([owner[number] for number in sorted(owner)]) for owner in owners]
    numbers = [value for key, owner in enumerate([*rows, *links]) for value in (key, owner)]
    parents = file.add(mapping({"Nums": array(numbers)}))
    tree.dict.update(K=array([top]), ParentTree=parents, ParentTreeNextKey=len(pages) + len(links))
    file.catalog.StructTreeRoot = tree_ref
    file.catalog.MarkInfo = mapping({"Marked": "true"})


def _details(element: StructureElement) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if element.alt:
        details["Alt"] = string(element.alt)
    if element.language:
        details["Lang"] = string(element.language)
    if element.actual:
        details["ActualText"] = string(element.actual)
    if element.title:
        details["T"] = string(element.title)
    if element.rect is not None:
        details["A"] = mapping({"O": name("Layout"), "BBox": array(element.rect)})
    if element.role == "TH":
        details["A"] = mapping({"O": name("Table"), "Scope": name("Column")})
    return details

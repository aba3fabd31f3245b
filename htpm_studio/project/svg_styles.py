"""Style sheets of a drawing worked into its elements, so that what is left is attributes only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_RULES = 500
MAX_SHEET = 200_000
MAX_WORK = 1_000_000

_AGAIN = msg("Save the drawing again as plain SVG, or save it as PNG and use that.")
_COMPOUND = re.compile(r"(?:\*|[A-Za-z_][\w-]*)?(?:[.#][A-Za-z_][\w-]*)*")


@dataclass(frozen=True, slots=True)
class _Compound:
    """One part of a selector: a tag name ("" for any), the classes and the ids it asks for."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Element) -> bool:
        """Whether the element has the tag, the classes and the id."""
        if self.tag and self.tag != local_name(element):
            return False
        if self.ids and self.ids != {element.get("id")}:
            return False
        return not self.classes or self.classes <= set((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector (the rightmost part first; True where the next part is the parent) with its declarations."""

    parts: tuple[_Compound, ...]
    direct: tuple[bool, ...]
    rank: tuple[int, int, int, int]
    declarations: tuple[tuple[str, str, bool], ...]

    def fits(self, element: Element) -> bool:
        """Whether the whole selector fits."""
        if not self.parts[0].fits(element):
            return False
        place = element.getparent()
        for part, direct in zip(self.parts[1:], self.direct, strict=True):
            while place is not None and not part.fits(place):
                place = None if direct else place.getparent()
            if place is None:
                return False
            place = place.getparent()
        return True


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def inline_styles(name: str, root: Element, properties: frozenset[str]) -> None:
    """Turn all style sheets and style attributes into attributes, in the order of the CSS cascade.

    `name` is for messages; declarations of other than the given properties are dropped.
    Raises InputError for sheets that load something or are beyond the limits.
    """
    sheets = list(root.iter("{*}style"))
    rules = list(_read_sheets(name, ["".join(str(text) for text in sheet.itertext()) for sheet in sheets]))
    for sheet in sheets:
        parent = sheet.getparent()
        if parent is not None:
            parent.remove(sheet)
    elements = list(root.iter("{*}*"))
    if len(rules) * len(elements) > MAX_WORK:
        raise InputError(msg("{name} has too many style rules for its many parts.", name=name), _AGAIN)
    for element in elements:
        for key, value in _resolve(name, element, rules).items():
            if key in properties:
                element.set(key, value)


def _resolve(name: str, element: Element, rules: list[_Rule]) -> Mapping[str, str]:
    """The declarations that the sheets and the style attribute give one element; the attribute is removed."""
    found: list[tuple[bool, tuple[int, int, int, int], str, str]] = []
    for rule in rules:
        if rule.fits(element):
            found += [(urgent, rule.rank, key, value) for key, value, urgent in rule.declarations]
    own = element.attrib.pop("style", "")
    if own:
        rank = (1 << 20, 0, 0, 0)
        found += [(urgent, rank, key, value) for key, value, urgent in _declarations(_checked(name, str(own)))]
    return {key: value for _, _, key, value in sorted(found, key=lambda item: item[:2])}


def _checked(name: str, css: str) -> str:
    """The CSS without comments; raises InputError when it could load something or hide that it does."""
    css = re.sub(r"/\*.*?(?:\*/|$)", " ", css[: MAX_SHEET + 1], flags=re.DOTALL)
    if len(css) > MAX_SHEET:
        raise InputError(msg("{name} has style sheets that are too long.", name=name), _AGAIN)
    if "\\" in css or re.search(r"@import|expression\s*\(|javascript:", css, re.IGNORECASE):
        raise InputError(msg("{name} has a style sheet that loads or hides something.", name=name), _AGAIN)
    return css


def _read_sheets(name: str, sheets: list[str]) -> Iterator[_Rule]:
    css = _checked(name, "\n".join(sheets))
    count = 0
    for selectors, body in _blocks(css):
        declarations = tuple(_declarations(body))
        for selector in selectors.split(","):
            count += 1
            if count > MAX_RULES:
                raise InputError(
                    msg("{name} has more than {max_rules} style rules.", name=name, max_rules=MAX_RULES), _AGAIN
                )
            rule = _read_selector(name, selector.strip(), count, declarations)
            if rule is not None:
                yield rule


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies; at-rules (fonts, screens, print) are passed over, as a still picture needs none."""
    at = 0
    while (start := css.find("{", at)) >= 0:
        head = css[at:start].replace("<!--", "").replace("-->", "")
        end, depth = start + 1, 1
        while depth and end < len(css):
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        selectors = head.rpartition(";")[2].strip()
        if not selectors.startswith("@"):
            yield selectors, css[start + 1 : end - 1 if not depth else end]
        at = end


def _declarations(body: str) -> Iterator[tuple[str, str, bool]]:
    for declaration in body.split(";"):
        key, colon, value = declaration.partition(":")
        value, mark, urgency = value.partition("!")
        if colon and value.strip():
            yield key.strip().lower(), value.strip(), bool(mark) and urgency.strip().lower() == "important"


def _read_selector(
    name: str, selector: str, order: int, declarations: tuple[tuple[str, str, bool], ...]
) -> _Rule | None:
    """The rule of one selector; None for states such as :hover, which a still picture does not have."""
    if not selector or ":" in selector:
        return None
    words = re.sub(r"\s*>\s*", " > ", selector).split()
    parts: list[_Compound] = []
    direct: list[bool] = []
    for word in reversed(words):
        if word == ">":
            direct[-1:] = [True]
            continue
        if not _COMPOUND.fullmatch(word):
            raise InputError(
                msg(
                    '{name} has the style rule "{selector}", which is not supported.',
                    name=name,
                    selector=selector[:60],
                ),
                _AGAIN,
            )
        parts.append(_read_compound(word))
        direct.append(False)
    if not parts:
        return None
    ids = sum(len(part.ids) for part in parts)
    classes = sum(len(part.classes) for part in parts)
    tags = sum(bool(part.tag) for part in parts)
    return _Rule(tuple(parts), tuple(direct[: len(parts) - 1]), (ids, classes, tags, order), declarations)


def _read_compound(word: str) -> _Compound:
    tag = re.match(r"[\w-]*", word)
    marks = re.findall(r"([.#])([\w-]+)", word)
    return _Compound(
        tag.group() if tag else "",
        frozenset(label for mark, label in marks if mark == "."),
        frozenset(label for mark, label in marks if mark == "#"),
    )

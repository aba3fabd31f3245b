"""What is wrong in the trees of templates and parts, each mistake with its file, line and the nearest right name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from htpm_studio.compose.schema import BOX, ELEMENTS, Attribute, complaint, slots_of
from htpm_studio.compose.template import (
    RUNNING,
    Field,
    Template,
    TemplateElement,
    TemplatePart,
    nearest,
    no_attribute,
    wrong_value,
)
from htpm_studio.errors import Diagnostic, in_file, msg
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.pieces.declared import page_sizes

GLOBALS = frozenset({
    "org", "year", "month", "hotline", "words", "week", "theme", "page", "foot", "layout", "index", "number",
})  # fmt: skip
"""Names that each template may use; `layout` is there on the sample of a slide layout only."""
MOST_CONDITIONS = 10
_ON_ONE_PAGE = {RUNNING: False, "more": False, "final": True}
"""What pages that go on to further ones are told of themselves, where there is only one."""
_IN_LOOPS = frozenset({"index", "number", "first", "last", "next", "suffix", "beside"})


def check_part(part: TemplatePart, styles: frozenset[str], parts: Mapping[str, TemplatePart]) -> Iterator[Diagnostic]:
    """The mistakes of a part."""
    if _holds_itself(part, parts):
        yield in_file(
            part.file,
            part.line,
            msg('The part "{name}" contains itself.', name=part.name),
            "Remove it from its own boxes.",
        )
        return
    yield from _check(part.children, part.file, frozenset(part.defaults) | GLOBALS, styles, parts)
    yield from _near_misses(part.children, part.file, part.line)


def check_template(
    template: Template, styles: frozenset[str], parts: Mapping[str, TemplatePart]
) -> Iterator[Diagnostic]:
    """The mistakes of a template's tree, and fields that it needs but does not show on some of its page sizes."""
    wrong = list(_check([template.root], template.file, template.field_names() | GLOBALS, styles, parts))
    wrong += _near_misses([template.root], template.file, template.root.line)
    yield from wrong or _unseen(template, parts)


def _near_misses(elements: Iterable[TemplateElement], file: str, line: int) -> Iterator[Diagnostic]:
    """Words typed into a template that are almost the hotline's number or address, also over two boxes."""
    walked = [element for root in elements for element in root.walk()]
    rows = [(element.line, text) for element in walked for text in (element.text, *element.attributes.values())]
    found = [(at, sentence) for at, text in rows if (sentence := first_near_miss(text))]
    if not found and (sentence := first_near_miss("\n".join(element.text for element in walked))):
        found = [(line, sentence)]
    for at, sentence in found:
        yield in_file(file, at, sentence, "Write {hotline.number}, {hotline.text} or {hotline.web} instead.")


def _unseen(template: Template, parts: Mapping[str, TemplatePart]) -> Iterator[Diagnostic]:
    seen = {canvas: _names_on(template.root, canvas, parts) for canvas in template.canvases}
    for field in template.fields:
        lacking = [canvas for canvas, names in seen.items() if field.required and field.name not in names]
        if lacking:
            words = msg(
                "It needs {field} but does not show it on pages of the size {sizes}.",
                field=field.name,
                sizes=", ".join(lacking),
            )
            hint = msg("Show {field} there, or remove those sizes from canvases.", field=field.name)
            yield in_file(template.file, template.root.line, words, hint)
            continue
        asked = field.required and not field.many
        hidden = [canvas for canvas in template.canvases if asked and not _is_sure(template, field, canvas)]
        if hidden:
            words = msg(
                "It needs {field}, but a condition can hide it on pages of the size {sizes}.",
                field=field.name,
                sizes=", ".join(hidden),
            )
            hint = msg("Write {field}? in fields, or show it without the condition.", field=field.name)
            yield in_file(template.file, template.root.line, words, hint)


def _is_sure(template: Template, field: Field, canvas: str) -> bool:
    """Whether a field that is needed shows whatever the other content is: it has places of which one always shows.

    A condition on a field that is needed always holds. With many conditions, and inside of parts, it is not worked out.
    """
    needed = frozenset(field.name for field in template.fields if field.required)
    places = list(_places(template.root, field.name, canvas, {}))
    sure = [_without_needed(conditions, needed) for conditions in places]
    able = [conditions for conditions in sure if conditions is not None]
    names = sorted({name for conditions in able for name in conditions})
    if not places or len(names) > MOST_CONDITIONS:
        return True
    cases = (dict(zip(names, case, strict=True)) for case in product((True, False), repeat=len(names)))
    return all(any(conditions.items() <= case.items() for conditions in able) for case in cases)


def _places(
    element: TemplateElement, field: str, canvas: str, above: Mapping[str, bool]
) -> Iterator[Mapping[str, bool]]:
    """The conditions under which each place of a field shows, by the names that they ask for."""
    when = element.attributes.get("when")
    if when is not None and not page_sizes()[canvas].answers(when.split()):
        return
    conditions = dict(above)
    for key, answer in (("if", True), ("unless", False)):
        if (name := element.attributes.get(key, "")) and conditions.setdefault(name, answer) != answer:
            return
    used = [slot for text in (element.text, *element.attributes.values()) for slot in slots_of(text)]
    used += [element.attributes[key] for key in ("each", "beside", "of") if key in element.attributes]
    if field in {name.partition("|")[0].partition(".")[0] for name in used}:
        yield conditions
    for child in element.children:
        yield from _places(child, field, canvas, conditions)


def _without_needed(conditions: Mapping[str, bool], needed: frozenset[str]) -> Mapping[str, bool] | None:
    """The conditions that may not hold on a page that goes on to no other; None where one of them never does."""
    known = {**dict.fromkeys(needed, True), **_ON_ONE_PAGE}
    if any(known.get(name, answer) != answer for name, answer in conditions.items()):
        return None
    return {name: answer for name, answer in conditions.items() if name not in known}


def _names_on(root: TemplateElement, canvas: str, parts: Mapping[str, TemplatePart]) -> set[str]:
    """The names that an element and those inside it use on pages of a size; each part is looked through once."""
    names: set[str] = set()
    looked: set[str] = set()
    todo = [root]
    while todo:
        element = todo.pop()
        when = element.attributes.get("when")
        if when is not None and not page_sizes()[canvas].answers(when.split()):
            continue
        used = [slot for text in (element.text, *element.attributes.values()) for slot in slots_of(text)]
        used += [element.attributes[key] for key in ("each", "beside", "of") if key in element.attributes]
        names.update(name.partition("|")[0].partition(".")[0] for name in used)
        todo += element.children
        if element.tag in parts and element.tag not in looked:
            looked.add(element.tag)
            todo += parts[element.tag].children
    return names


def _holds_itself(part: TemplatePart, parts: Mapping[str, TemplatePart]) -> bool:
    seen: set[str] = set()
    todo = [part]
    while todo:
        tags = {element.tag for child in todo.pop().children for element in child.walk()}
        if part.name in tags:
            return True
        todo += [parts[tag] for tag in sorted(tags - seen) if tag in parts]
        seen |= tags
    return False


def _check(
    elements: Iterable[TemplateElement],
    file: str,
    names: frozenset[str],
    styles: frozenset[str],
    parts: Mapping[str, TemplatePart],
) -> Iterator[Diagnostic]:
    for element in elements:
        inside = names
        if element.tag in ELEMENTS:
            yield from _check_attributes(element, file, ELEMENTS[element.tag], styles)
        elif element.tag in parts:
            allowed = {**BOX, **{name: Attribute("text") for name in parts[element.tag].defaults}}
            yield from _check_attributes(element, file, allowed, styles)
        else:
            near = nearest(element.tag, [*ELEMENTS, *parts])
            yield in_file(file, element.line, msg("There is no element <{tag}>{near}", tag=element.tag, near=near))
            continue
        if element.tag == "for":
            inside = names | _IN_LOOPS | {element.attributes.get("as", "item")}
        yield from _check_slots(element, file, names)
        yield from _check(element.children, file, inside, styles, parts)


def _check_attributes(
    element: TemplateElement, file: str, allowed: Mapping[str, Attribute], styles: frozenset[str]
) -> Iterator[Diagnostic]:
    for key, value in element.attributes.items():
        base, _, size = key.partition(".")
        if base not in allowed:
            yield in_file(file, element.line, no_attribute(element.tag, base, allowed))
        elif size and size not in page_sizes().words:
            near = nearest(size, page_sizes().words)
            words = msg('"{size}" in "{key}" is not a page size{near}', size=size, key=key, near=near)
            yield in_file(file, element.line, words)
        elif "{" not in value and (wrong := complaint(value, allowed[base], styles)):
            yield in_file(file, element.line, wrong_value(key, value, *wrong))


def _check_slots(element: TemplateElement, file: str, names: frozenset[str]) -> Iterator[Diagnostic]:
    used = [slot for value in (*element.attributes.values(), element.text) for slot in slots_of(value)]
    used += [element.attributes[key] for key in ("if", "unless", "each", "beside") if key in element.attributes]
    if element.tag == "picture" and "of" in element.attributes:
        used.append(element.attributes["of"])
    for slot in used:
        head = slot.strip("{}").partition("|")[0].partition(".")[0]
        if head and head not in names:
            words = msg('This template has no field "{name}"{near}', name=head, near=nearest(head, names))
            yield in_file(file, element.line, words)

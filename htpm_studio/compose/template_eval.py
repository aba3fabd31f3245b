"""Binding: a template, a page size, content and a look become a box tree with nothing left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.evaluator import Evaluator, most_steps
from htpm_studio.compose.frames import Decor, Direction, Frame, ItemAlign, Justify, Layout
from htpm_studio.compose.node_builders import ANCHORS, LEAVES
from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.compose.schema import BOX, slots_of
from htpm_studio.compose.template import Library, Template, TemplateElement
from htpm_studio.compose.theme import PageTheme
from htpm_studio.compose.written import AS_SHOWN, EditedPaths
from htpm_studio.errors import StudioError, msg
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import Bullet, Chart, ListStyle

MAX_DEPTH = 40


def evaluate_template(
    template: Template,
    canvas: PageSize,
    content: Mapping[str, Value],
    look: PageTheme,
    library: Library,
    *,
    week: int,
    seed: int,
    paths: EditedPaths = AS_SHOWN,
) -> Frame:
    """The box tree of one page; raises StudioError when the template is not for that size or a field is missing."""
    if canvas.id not in template.canvases:
        raise StudioError(
            msg(
                "The template {id} is not for the size {size}, only for {sizes}.",
                id=template.id,
                size=canvas.name,
                sizes=listed(map(size_name, template.canvases)),
            ),
            "Choose another template for this size, or add the size to the template.",
        )
    context = TemplateContext(content)
    missing = [field.name for field in template.fields if field.required and not context.truth(field.name)]
    if missing:
        raise StudioError(
            msg("The template {id} needs {names}.", id=template.id, names=" and ".join(missing)),
            "Fill it in or choose another template.",
        )
    most = most_steps(content)
    parts = library.parts_for(template)
    evaluator = Evaluator(parts, canvas, look, week, seed, template.file, template.own, most, context, paths)
    frames = list(_bind(template.root, evaluator, context, 0))
    root = frames[0] if frames else Frame(Layout())
    return replace(root, layout=replace(root.layout, width=canvas.size.width, height=canvas.size.height))


def _bind(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, depth: int) -> Iterator[Frame]:
    evaluator.step(element)
    if depth > MAX_DEPTH:
        raise StudioError(
            msg("{file} line {line}: Boxes are nested too deeply.", file=evaluator.file, line=element.line),
            "Make the tree flatter.",
        )
    if not evaluator.shows(element, context):
        return
    if element.attributes.get("fixed") == "true":
        context = replace(context, fixed=True)
    if element.tag == "for":
        yield from _bind_loop(element, evaluator, context, depth)
    elif element.tag in LEAVES:
        yield LEAVES[element.tag](element, evaluator, context)
    elif element.tag in ("column", "row"):
        yield _bind_container(element, evaluator, context, depth)
    else:
        yield from _bind_part(element, evaluator, context, depth)


def _bind_loop(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, depth: int) -> Iterator[Frame]:
    items = list(context.items(element.attributes.get("each", "")))
    most = evaluator.number(element, "max", context)
    items = items[: int(most)] if most else items
    name = element.attributes.get("as", "item")
    source = context.origin(element.attributes.get("each", ""))
    others = context.items(element.attributes.get("beside", ""))
    for index, item in enumerate(items):
        more: dict[str, Value] = {
            name: item, "index": index, "number": index + 1, "first": index == 0, "last": index == len(items) - 1,
            "next": index + 2, "suffix": f"-{index + 1}" if index else "",
            "beside": others[index] if index < len(others) else None,
        }  # fmt: skip
        for child in element.children:
            inner = context.with_values(more, {**dict.fromkeys(more, ""), name: f"{source}.{index}" if source else ""})
            yield from _bind(child, evaluator, inner, depth + 1)


def _bind_part(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, depth: int) -> Iterator[Frame]:
    part = evaluator.parts[element.tag]
    given: dict[str, Value] = {}
    origins: dict[str, str] = {}
    for name, default in part.defaults.items():
        written = evaluator.written(element, name)
        raw = default if written is None else written
        given[name] = context.value(raw)
        origins[name] = next(map(context.origin, slots_of(raw)), "")
    inner = context.with_values(given, origins)
    # A part with one box takes the caller's box attributes (width, layer, drop ...) over its own.
    own = {key: value for key, value in element.attributes.items() if key.partition(".")[0] in BOX}
    for child in part.children:
        merged = (
            child
            if len(part.children) > 1
            else replace(child, attributes={**child.attributes, **_filled(element, own, evaluator, context)})
        )
        yield from _bind(merged, evaluator, inner, depth + 1)


def _filled(
    element: TemplateElement, attributes: Mapping[str, str], evaluator: Evaluator, context: TemplateContext
) -> dict[str, str]:
    skip = ("if", "unless", "when")
    return {
        key: evaluator.checked(element, key, context.fill(value).strip(), BOX[key.partition(".")[0]])
        for key, value in attributes.items()
        if key not in skip
    }


def _bind_container(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, depth: int) -> Frame:
    ground = evaluator.attribute(element, "ground", context)
    if ground:
        context = replace(context, ground=ground)
    fill = evaluator.attribute(element, "fill", context) or ground
    # Of a box with a ground and no fill, what is behind it is painted in that color.
    if painted := (fill if fill != "none" else ground):
        context = replace(context, behind=evaluator.color(painted, context).role)
    children = tuple(frame for child in element.children for frame in _bind(child, evaluator, context, depth + 1))
    layout = evaluator.layout(
        element, context,
        direction=cast("Direction", element.tag),
        padding=evaluator.insets(element, "padding", context),
        gap=evaluator.length(element, "gap", context) or 0.0,
        align=cast("ItemAlign", evaluator.attribute(element, "align", context) or "stretch"),
        justify=cast("Justify", evaluator.attribute(element, "justify", context) or "start"),
        wrap=evaluator.attribute(element, "wrap", context) == "true",
    )  # fmt: skip
    radius = evaluator.insets(element, "radius", context)
    fade = evaluator.attribute(element, "fade", context)
    decor = Decor(
        fill=evaluator.color(fill, context) if fill and fill != "none" else None,
        fade=evaluator.color(fade, context) if fade else None,
        radii=(radius.top, radius.right, radius.bottom, radius.left),
        border=evaluator.rule(element, "border", context),
        rules=(
            evaluator.rule(element, "rule-top", context),
            evaluator.rule(element, "rule-right", context),
            evaluator.rule(element, "rule-bottom", context),
            evaluator.rule(element, "rule-left", context),
        ),
    )
    chart = _chart(context.lookup(element.attributes["chart"])) if "chart" in element.names else None
    meta = evaluator.meta(element, context, _list_style(element, evaluator, context, layout), chart)
    return Frame(layout, decor, meta, None, children)


def _chart(value: Value) -> Chart | None:
    """The chart that a box shows, as the content has it: title, unit and rows."""
    if not isinstance(value, Mapping):
        return None
    rows = [row for row in cast("Sequence[Value]", value.get("rows", ())) if isinstance(row, Mapping)]
    labels = tuple(str(row["label"]) for row in rows)
    values = tuple(float(cast("float", row["value"])) for row in rows)
    return Chart(str(value["title"]), str(value["unit"]), labels, values, str(value["form"]))


def _list_style(
    element: TemplateElement, evaluator: Evaluator, context: TemplateContext, layout: Layout
) -> ListStyle | None:
    bullet = evaluator.attribute(element, "list", context)
    if not bullet:
        return None
    color = evaluator.color(evaluator.attribute(element, "list-color", context) or "accent", context)
    indent = evaluator.length(element, "list-indent", context) or 0.0
    return ListStyle(cast("Bullet", bullet), color, indent, layout.gap, ANCHORS.get(layout.justify, "top"))

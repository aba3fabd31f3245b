"""The pages by which people choose a family of designs: posts of the campaign in their own colors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.campaign.model import Post
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.content import filled
from htpm_studio.export.kit.feed_mix import grounds_of
from htpm_studio.export.kit.kit import Kit, build_kit
from htpm_studio.export.kit.kit_family import in_family
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.pieces.declared import page_sizes


def kit_in_family(kit: Kit, name: str) -> Kit:
    """The same kit as another family draws it."""
    design = kit.resources.designs.by_id[name]
    project = replace(kit.project, brand=in_family(kit.project.brand, design.family))
    return build_kit(project, kit.campaign, kit.resources, kit.options, kit.today)


def sample_pages(kit: Kit) -> tuple[PageSpec, ...]:
    """A square page for each of the designs that show the family of a kit, as far as the campaign uses them."""
    return tuple(page for name in kit.resources.family.spec.mockups if (page := _sample(kit, name)) is not None)


def _sample(kit: Kit, template: str) -> PageSpec | None:
    post = next((post for post in _posts(kit) if post.graphic.template == template), None)
    if post is None:
        return None
    ground = next(iter(grounds_of(template, kit.grounds)), "surface")
    content = filled(kit, post.graphic.fields, template=template, alt=post.graphic.alt, tone=post.tone)
    info = PageInfo(template, post.id, kit.week.number)
    return PageSpec(template, page_sizes().first("social").id, {**content, "ground": ground}, info)


def _posts(kit: Kit) -> Iterator[Post]:
    """Posts of the week first, then those of the others."""
    yield from kit.week.posts
    for week in kit.campaign.weeks:
        yield from week.posts

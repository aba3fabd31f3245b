"""The small pages that show a design family are posts of the campaign, each in the design that it was written for."""

from __future__ import annotations

import datetime as dt

from htpm_studio.export.family_samples import kit_in_family, sample_pages
from htpm_studio.export.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def test_each_sample_is_a_post_in_its_own_design_and_one_of_the_week_where_there_is_one() -> None:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    usual = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    for name in usual.resources.designs.by_id:
        kit = kit_in_family(usual, name)
        pages = sample_pages(kit)
        posts = {post.id: post for week in kit.campaign.weeks for post in week.posts}
        assert [page.template for page in pages] == [
            one for one in kit.resources.family.said.mockups if any(p.graphic.template == one for p in posts.values())
        ]
        for page in pages:
            assert posts[page.info.title].graphic.template == page.template
            of_week = any(post.graphic.template == page.template for post in kit.week.posts)
            assert not of_week or page.info.title in {post.id for post in kit.week.posts}

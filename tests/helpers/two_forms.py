"""The bundled campaign as a toolkit would have it: each post in a long and a short form, none with network texts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from htpm_studio.campaign.model import Campaign, Post
from tests.helpers.bundled import bundled_campaign

MORE = (
    "Read this with somebody, and ask what would help. Then write down what you heard, and come back to it in a week. "
)
"""What a long form says beyond the short one: with it, a post is too long for X and Bluesky, and fits elsewhere."""

TAGS = ("Partner2Prevent", "EndTrafficking")


@cache
def campaign_in_two_forms(language: str = "en") -> Campaign:
    """The campaign of the program with posts in two forms, whichever of them have network texts today."""
    campaign = bundled_campaign(language)
    weeks = (replace(week, posts=tuple(map(in_two_forms, week.posts))) for week in campaign.weeks)
    return replace(campaign, weeks=tuple(weeks))


def in_two_forms(post: Post) -> Post:
    """A post with a long and a short form made of its own first words."""
    short = post.networks.x[0] if post.networks else post.short
    return replace(post, networks=None, text=f"{short} {MORE * 2}".strip(), short=short, hashtags=TAGS)

"""What becomes of posts: words, hashtags, short form, day and graphic, one a line in `tests/data/toolkit-posts.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from htpm_studio.campaign.model import Observance, PrintedWeeks
from htpm_studio.campaign.toolkit_import.make_posts import PostSetting, make_posts
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.pieces.declared import pieces
from tests.helpers.shown_by import Becomes, Rule, each_of

TOPIC = "Orchards and Kitchens"
SETTING = PostSetting(
    2, TOPIC, "Week 2: Orchards", 2028, "Open", own_topic=TOPIC, month="January",
    observance=Observance(printed=(PrintedWeeks(2028, (3,), (35,), (2,)),)),
)  # fmt: skip


def told(rows: Iterable[str]) -> Iterator[str]:
    """Each post in three lines, and what had to be changed; no field is longer than its place on the design."""
    posts, notes = make_posts([ToolkitItem(1, "post", row, 2, line=7) for row in rows], SETTING, set())
    for one in posts:
        tags = "".join(f" #{tag}" for tag in one.hashtags)
        only = f" only {one.only_day or ''} {one.only_why}" if one.only_day or one.only_why else ""
        yield f"{one.id}: {one.text}{tags} {one.url}{only}"
        yield "short" if one.short == one.text else f"short: {one.short}"
        fields = one.graphic.fields.items()
        said = " | ".join(f"{name}: {' / '.join(_parts(value))}" for name, value in fields)
        yield f"{one.graphic.template.removeprefix('social/')} | {said} | alt: {one.graphic.alt}"
        limits = pieces().fields[one.graphic.template]
        assert all(len(part) <= limits[name].limit for name, value in fields for part in _parts(value))
    yield from notes


def _parts(value: object) -> list[str]:
    return list(map(str, value)) if isinstance(value, tuple) else [str(value)]


@each_of("toolkit-posts.txt")
def test_what_becomes_of_a_post(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: told(shown.text.split("\n")))

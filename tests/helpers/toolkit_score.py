"""How much of a toolkit was found where it is: placed, wrong, lost and invented, compared with what is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_splitting import key_of
from tests.helpers.toolkits import Truth

CONTENT = ("post", "action", "resource", "theme", "week")


@dataclass(frozen=True)
class Score:
    """Counts over posts, actions, resources, themes and dates; `missed` are those that are not in place, in words."""

    placed: int
    wrong: int
    lost: int
    invented: int
    missed: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.placed + self.wrong + self.lost

    @property
    def share(self) -> float:
        """Of what there is, how much is in its place: 0 to 1."""
        return self.placed / self.total if self.total else 1.0


def score(found: RecognizedToolkit, truth: Truth) -> Score:
    """What was found, held against the truth."""
    used = [item for item in found.items if item.use]
    results: Counter[str] = Counter()
    missed: list[str] = []
    for kind, number, text, here in _checks(found, used, truth):
        result = "placed" if here else "wrong" if not text or _is_somewhere(found, text) else "lost"
        results[result] += 1
        if result != "placed":
            missed.append(f"{result}: {kind} of {number or 'the month'}: {text or 'dates'}")
    extra = [f"invented: {item.kind} of {item.week}: {item.text or item.head}" for item in _invented(used, truth)]
    return Score(results["placed"], results["wrong"], results["lost"], len(extra), (*missed, *extra))


def _checks(found: RecognizedToolkit, used: list[ToolkitItem], truth: Truth) -> Iterator[tuple[str, int, str, bool]]:
    """Each thing that there is: its kind, its part, its words, and whether it is in its place."""
    yield "year", 0, str(truth.year), found.year == truth.year
    yield "theme", 0, truth.theme, any(i.kind == "theme" and key_of(i.text) == key_of(truth.theme) for i in used)
    for part in truth.parts:
        heads = [item for item in used if item.kind == "week" and item.week == part.number]
        yield "title", part.number, part.title, any(key_of(item.head) == key_of(part.title) for item in heads)
        if part.dates is not None:
            yield "dates", part.number, "", part.dates in [item.dates for item in heads]
        for action in part.actions:
            yield "action", part.number, action, _has(used, "action", part.number, action)
        for title, address in part.resources:
            here = any(
                item.kind == "resource"
                and item.week == part.number
                and key_of(item.text) == key_of(title)
                and any(bare_address(link.target) == address for link in item.links)
                for item in used
            )
            yield "resource", part.number, title, here
        for post in part.posts:
            yield "post", part.number, post.text, _has(used, "post", part.number, post.text)
            if post.day is not None:
                days = [item.dates for item in used if item.kind == "post" and key_of(item.text) == key_of(post.text)]
                yield "day of a post", part.number, "", (post.day, post.day) in days


def _has(used: Iterable[ToolkitItem], kind: str, week: int, text: str) -> bool:
    return any(item.kind == kind and item.week == week and key_of(item.text) == key_of(text) for item in used)


def _is_somewhere(found: RecognizedToolkit, text: str) -> bool:
    """Whether words were listed at all, under whatever name."""
    key = key_of(text)
    return any(key in key_of(f"{item.head} {item.text} {item.about}") for item in found.items) or (
        key in key_of(" ".join(item.text for item in found.items))
    )


def _invented(used: Iterable[ToolkitItem], truth: Truth) -> list[ToolkitItem]:
    """What is used and is no post, action, resource, title or theme of the document."""
    known = {("theme", key_of(truth.theme))}
    for part in truth.parts:
        known |= {("post", key_of(post.text)) for post in part.posts}
        known |= {("action", key_of(action)) for action in part.actions}
        known |= {("resource", key_of(title)) for title, _ in part.resources}
        known |= {("week", key_of(part.title))}
    return [
        item
        for item in used
        if item.kind in CONTENT
        and not (item.kind == "theme" and item.group == "text")
        and (item.kind, key_of(item.head if item.kind == "week" else item.text)) not in known
        and not (item.kind == "week" and not item.head)
    ]

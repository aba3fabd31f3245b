"""A picture for a post of a toolkit, in words of that post: a headline, a line below it, nothing else."""

from __future__ import annotations

from htpm_studio.campaign.checks import MAX_ALT
from htpm_studio.campaign.dates import AWARENESS_DAY
from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import Piece
from htpm_studio.campaign.toolkit.phrases import fitting, sentences, shortened

HEAD, SUB, EYEBROW, URL = 60, 110, 48, 48


def graphic_for(words: str, topic: str, eyebrow: str, url: str, day: int | None) -> Piece:
    """The graphic; `topic` stands in for a headline where no sentence of the post is short enough."""
    words = words.replace("#", "")
    head = fitting(words, HEAD) or _start(words, HEAD) or shortened(topic, HEAD) or topic[:HEAD].strip()
    rest = " ".join(one for one in sentences(words) if not one.startswith(head))
    sub = fitting(rest, SUB) or _start(rest, SUB)
    fields: dict[str, str] = {"eyebrow": eyebrow if len(eyebrow) <= EYEBROW else "", "head": head, "sub": sub}
    template, address = "social/statement", bare_address(url)
    if day == AWARENESS_DAY:
        template = "social/event"
        fields |= {"month": "January", "day": str(AWARENESS_DAY), "weekday": "{day_weekday}"}
    elif address and len(address) <= URL and sub:
        template = "social/resource"
        fields["url"] = address
    alt = f"{head}{'' if head[-1:] in '.!?' else '.'} {sub}".strip()
    return Piece(
        template, {name: value for name, value in fields.items() if value}, alt if len(alt) <= MAX_ALT else head
    )


def _start(words: str, limit: int) -> str:
    found = shortened(words, limit)
    return found if len(found.split()) >= 3 and "." not in found[:-1].replace("U.S.", "") else ""

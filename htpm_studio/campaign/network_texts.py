"""What a post says on each network: its written texts, made ready for the network, and what must hold in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from htpm_studio.campaign.model import NetworkTexts, Post
from htpm_studio.campaign.networks import (
    COMMENT,
    SMS,
    Network,
    known_networks,
    open_places,
    plain_letters,
    thread,
    too_much,
)
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import ADDRESS, x_length
from htpm_studio.decoding.source import KeyPlace
from htpm_studio.errors import msg

X, INSTAGRAM, LINKEDIN, FACEBOOK = "x", "instagram", "linkedin", "facebook"
THREAD = 3
"""How many parts a thread has: a hook, an explanation, a way on."""

LENGTHS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {INSTAGRAM: (150, 900), LINKEDIN: (400, 1300), FACEBOOK: (150, 600)}
)
OPENINGS: Mapping[str, int] = MappingProxyType({INSTAGRAM: 125, LINKEDIN: 140})
"""How many characters of a text a network shows before "more"."""

HOOK = 180
"""The most letters of the first part on X, as X counts; people at risk read all of it there."""

FOR_AT_RISK = frozenset({"lawhelp.org"})
"""The addresses that a text for people at risk may have; for all else it has a number."""

_ENDS = (".", "?", "!", ":", "”", "…")
_TAG = re.compile(r"(?<!\w)#(\w+)")
_NEAR = re.compile(r"[ \n]*\{near_you\}")


def written_texts(post: Post, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The ids of all networks with the post's written text for each, ready to go out; nothing for a post without."""
    if post.networks is not None:
        for network in known_networks().texts:
            if text := network_text(post, post.networks, network, values):
                yield network.id, text


def network_text(post: Post, texts: NetworkTexts, network: Network, values: Mapping[str, str]) -> str:
    """The text of a post for one network: filled, with whole addresses and hashtags where it takes them.

    Hashtags are added as far as there is room, and none for people who may be at risk.
    """
    if post.audience == "at-risk" and ADDRESS.search(values.get("near_you", "")):
        values = {**values, "near_you": ""}
    parts = [_filled(part, values) for part in _of(texts, network.text)]
    if network.whole_addresses:
        parts = [ADDRESS.sub(_whole, part) for part in parts]
    if network.id == SMS:
        parts = [plain_letters(part) for part in parts]
    tags = () if post.audience == "at-risk" else post.hashtags[: network.hashtags]
    used = {tag.casefold() for tag in _TAG.findall("\n".join(parts))}
    for tag in tags[: max(0, network.hashtags - len(used))]:
        if tag.casefold() not in used:
            between = " " if network.threads or parts[-1].rpartition("\n")[2].startswith("#") else "\n\n"
            longer = f"{parts[-1]}{between}#{tag}"
            parts[-1] = parts[-1] if too_much(longer, network) else longer
    return thread(parts)


def _of(texts: NetworkTexts, name: str) -> tuple[str, ...]:
    text = getattr(texts, name)
    return text if isinstance(text, tuple) else (text,)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its values; without anything near the user no gap is left."""
    return fill(text if values.get("near_you") else _NEAR.sub("", text), values).strip()


def _whole(match: re.Match[str]) -> str:
    return match.group() if match.group().lower().startswith("http") else f"https://{match.group()}"


# ---------------------------------------------------------------- what must hold


def check_network_texts(post: Post, texts: NetworkTexts, place: KeyPlace, values: Mapping[str, str]) -> None:
    """The rules that concern one text: its length, its beginning, its addresses and letters, the parts of a thread."""
    _check_parts(post, texts, place.child(X))
    for name, (least, most) in LENGTHS.items():
        text = getattr(texts, name)
        if not least <= len(text) <= most:
            place.child(name).wrong(
                msg(
                    "The text has {count} characters; write {least} to {most}.", count=len(text), least=least, most=most
                )
            )
    for name, most in OPENINGS.items():
        first = getattr(texts, name).strip().partition("\n")[0]
        if len(first) > most or not first.endswith(_ENDS):
            place.child(name).wrong(
                msg("The first line does not stand alone within {most} characters.", most=most),
                "Write a whole sentence, then begin a new line.",
            )
    _check_addresses(post, texts, place)
    for network in known_networks().texts:
        for name in (network.text,):
            if problem := too_much(network_text(post, texts, network, values), network):
                place.child(name).wrong(problem)
    if post.audience == "at-risk" and post.hashtags:
        place.wrong("A post for people at risk has no hashtags.", "Leave hashtags out.")


def _check_parts(post: Post, texts: NetworkTexts, place: KeyPlace) -> None:
    parts = texts.x
    if len(parts) not in (1, THREAD):
        place.wrong(
            msg("The text for X has {count} parts.", count=len(parts)), msg("Write one, or a thread of {n}.", n=THREAD)
        )
    if parts and post.audience != "at-risk" and x_length(parts[0]) > HOOK:
        place.wrong(
            msg(
                "The first part has {count} characters; at most {most} are allowed.",
                count=x_length(parts[0]),
                most=HOOK,
            )
        )
    if any(ADDRESS.search(part) or _TAG.search(part) for part in parts[:-1]):
        place.wrong("An address or a hashtag comes before the last part of the thread.", "Write it in the last part.")


def _check_addresses(post: Post, texts: NetworkTexts, place: KeyPlace) -> None:
    if ADDRESS.search(texts.instagram):
        place.child(INSTAGRAM).wrong("Nobody can tap an address in an Instagram text.", "Write “link in bio”.")
    if ADDRESS.search(texts.linkedin):
        place.child(LINKEDIN).wrong("The text has an address.", "Write it in comment, the first comment.")
    for name in (X, INSTAGRAM, LINKEDIN, FACEBOOK, SMS, COMMENT):
        text = "\n".join(_of(texts, name))
        found = [match.group() for match in ADDRESS.finditer(text)]
        if len(found) > 1:
            place.child(name).wrong("The text has two addresses.", "Keep the more important one.")
        if post.audience == "at-risk" and set(found) - FOR_AT_RISK:
            place.child(name).wrong("A text for people at risk has an address.", "Give a number to call instead.")
        if name in (X, SMS) and open_places(text):
            place.child(name).wrong("There is a place to fill in.", "Only longer texts may have one.")

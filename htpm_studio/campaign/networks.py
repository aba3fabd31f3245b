"""The social networks and how long a post is for each, by the network's own counting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from htpm_studio.campaign.post_length import ADDRESS, EMOJI, x_length
from htpm_studio.errors import Message, Problems, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.scene.graphemes import graphemes

Counting = Literal["x-weighted", "graphemes", "characters", "emoji-bytes"]
HASHTAG = r"(?=\w{2,30}\b)\d{0,8}[^\W\d_]\w*"
"""A hashtag without its sign, as a pattern: letters of any language; digits may come first, as in #988Saves."""

_HASHTAG = re.compile(r"(?<![\w&/#.(])#\d{0,8}[^\W\d_]\w*")
_LAST_TAG = re.compile(r"\s+#\d{0,8}[^\W\d_]\w*\s*\Z")


@dataclass(frozen=True, slots=True)
class Network:
    """One network; a limit of None is not known, and `url_length` None means that an address counts in full."""

    id: str
    name: str
    letters: str
    text_limit: int
    counting: Counting
    confidence: str
    source: str
    url_length: int | None = None
    byte_limit: int | None = None
    max_links: int | None = None
    hashtag_limit: int | None = None
    alt_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Networks:
    """All networks, and how long a description of a picture should and may be (characters)."""

    networks: tuple[Network, ...]
    alt_advised: int
    alt_longest: int

    def network(self, name: str) -> Network:
        """The network with that id; raises KeyError for an unknown one."""
        return {network.id: network for network in self.networks}[name]


def read_networks(path: Path) -> Networks:
    """The networks of a file; raises Problems when it is not what this program wrote."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        alt = data["alt"]
        return Networks(tuple(_network(row) for row in data["network"]), int(alt["advised"]), int(alt["longest"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Problems(
            path.name, [in_file(path.name, 0, msg("The networks cannot be read: {error}.", error=error))]
        ) from error


def _network(row: Mapping[str, Any]) -> Network:
    if unknown := set(row) - {field.name for field in fields(Network)}:
        raise ValueError(f"unknown key {sorted(unknown)[0]}")
    if row["counting"] not in get_args(Counting):
        raise ValueError(f"unknown counting {row['counting']}")
    return Network(**row)


@lru_cache(maxsize=4000)
def length(text: str, network: Network) -> int:
    """How long a post is for a network, in what the network counts."""
    return COUNTERS[network.counting](text, network)


@lru_cache(maxsize=2048)
def too_much(text: str, network: Network) -> str:
    """A sentence for what the network would refuse in a post; "" when it takes it."""
    count = length(text, network)
    if count > network.text_limit:
        return _over("{count} characters, {name} allows {limit}.", count, network, network.text_limit)
    if network.byte_limit is not None and (size := len(text.encode())) > network.byte_limit:
        return _over("{count} bytes, {name} allows {limit}.", size, network, network.byte_limit)
    links = len(set(ADDRESS.findall(text)))
    if network.max_links is not None and links > network.max_links:
        return _over("{count} addresses, {name} allows {limit}.", links, network, network.max_links)
    tags = len(_tags(text))
    if network.hashtag_limit is not None and tags > network.hashtag_limit:
        return _over("{count} hashtags, {name} allows {limit}.", tags, network, network.hashtag_limit)
    return ""


def with_fewer_tags(text: str, network: Network) -> str:
    """A text without those hashtags at its end that are more than a network takes."""
    limit, kept = network.hashtag_limit, text
    while limit is not None and len(_tags(kept)) > limit and (last := _LAST_TAG.search(kept)):
        kept = kept[: last.start()]
    return kept


def _tags(text: str) -> set[str]:
    return {tag.casefold() for tag in _HASHTAG.findall(text)}


def _over(pattern: str, count: int, network: Network, limit: int) -> Message:
    return msg(pattern, count=f"{count:,}", name=network.name, limit=f"{limit:,}")


def _short_addresses(text: str, network: Network) -> tuple[int, str]:
    """What the addresses count, and the text without them, where a network counts them all the same."""
    if network.url_length is None:
        return 0, text
    return len(ADDRESS.findall(text)) * network.url_length, ADDRESS.sub("", text)


def _graphemes(text: str, network: Network) -> int:
    count, rest = _short_addresses(text, network)
    return count + sum(1 for _ in graphemes(rest))


def _characters(text: str, network: Network) -> int:
    count, rest = _short_addresses(text, network)
    return count + len(EMOJI.sub("*", rest))


def _emoji_bytes(text: str, network: Network) -> int:
    count, rest = _short_addresses(text, network)
    emoji = sum(len(found.group().encode()) for found in EMOJI.finditer(rest))
    return count + emoji + len(EMOJI.sub("", rest))


COUNTERS: Mapping[Counting, Callable[[str, Network], int]] = {
    "x-weighted": lambda text, _network: x_length(text),
    "graphemes": _graphemes,
    "characters": _characters,
    "emoji-bytes": _emoji_bytes,
}

"""The social networks, how long a post is for each by its own counting, and the parts of a thread.

Where a network has threads, a text is one when lines of three hyphens divide it; each part is a post of its own. What
goes beside the posts, a first comment and a text message, is counted in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from htpm_studio import paths
from htpm_studio.campaign.post_length import ADDRESS, EMOJI, x_length
from htpm_studio.decoding.declaration_file import check_schema, decoder, read_declared
from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.scene.graphemes import graphemes

Counting = Literal["x-weighted", "graphemes", "characters", "emoji-bytes", "sms"]
COMMENT, SMS = "comment", "sms"
DIVIDER = "---"
HASHTAG = r"(?=\w{2,30}\b)\d{0,8}[^\W\d_]\w*"
"""A hashtag without its sign, as a pattern: letters of any language; digits may come first, as in #988Saves."""

_HASHTAG = re.compile(r"(?<![\w&/#.(])#\d{0,8}[^\W\d_]\w*")
_DIVIDED = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"\[[^\[\]\n]{1,80}\](?!\()")
_BESIDE: Mapping[str, Message] = {COMMENT: msg("First comment"), SMS: msg("Text message")}
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The letters of a plain text message (3GPP TS 23.038, 6.2.1); those that count twice are left out."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "})
_LAST_TAG = re.compile(r"\s+#\d{0,8}[^\W\d_]\w*\s*\Z")


@dataclass(frozen=True, slots=True)
class Network:
    """One network; a limit of None is not known, and `url_length` None means that an address counts in full.

    `text` is the written text that it takes, its own or that of another network. `threads` says that a text may have
    parts, `hashtags` how many the program adds to a written text, `whole_addresses` that an address needs its https://.
    """

    id: str
    name: str = field(default="", kw_only=True)
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
    text: str = ""
    threads: bool = False
    hashtags: int = 0
    whole_addresses: bool = False

    @property
    def beside(self) -> bool:
        """Whether it is no network, but a text that goes beside a post: the first comment, or a text message."""
        return self.id in _BESIDE


@dataclass(frozen=True, slots=True)
class Networks:
    """All networks, and how long a description of a picture should and may be (characters).

    `beside` are the texts that go beside the posts.
    """

    networks: tuple[Network, ...]
    alt_advised: int
    alt_longest: int
    beside: tuple[Network, ...] = ()

    @property
    def texts(self) -> tuple[Network, ...]:
        """Everything that a post may have a text for: the networks, then what goes beside."""
        return (*self.networks, *self.beside)

    def network(self, name: str) -> Network:
        """The network with that id; raises KeyError for an unknown one."""
        return {network.id: network for network in self.texts}[name]


@dataclass(frozen=True, slots=True)
class _Alt:
    """How long descriptions should and may be."""

    advised: int
    longest: int


@dataclass(frozen=True, slots=True)
class _File:
    """The whole file."""

    schema: int
    checked: str
    alt: _Alt
    network: tuple[Network, ...]
    beside: tuple[Network, ...]


def read_networks(path: Path) -> Networks:
    """The networks of a file; raises Problems with every mistake in it."""
    found: _File = read_declared(_File, path, path.name, path.name, decoder({_File: check_schema}))
    networks, beside = (tuple(map(_network, rows)) for rows in (found.network, found.beside))
    return Networks(networks, found.alt.advised, found.alt.longest, beside)


@lru_cache(maxsize=1)
def known_networks() -> Networks:
    """The networks that come with the program."""
    return read_networks(paths.assets() / "networks.toml")


def _network(row: Network) -> Network:
    """A network that takes its own text where the file names no other one."""
    return replace(row, text=row.text or row.id, name=_BESIDE.get(row.id, row.name))


def parts_of(text: str, network: Network) -> tuple[str, ...]:
    """The parts of a thread; all of it where a network has none, or where no line divides it."""
    return parts_in(text) if network.threads else (text,)


def _divided(text: str) -> tuple[str, ...]:
    parts = _DIVIDED.split(text)
    return (text,) if len(parts) == 1 else tuple(part.strip("\n") for part in parts if part.strip()) or (text,)


def thread(parts: Iterable[str]) -> str:
    """Parts as one text, with the lines that divide them."""
    return f"\n{DIVIDER}\n".join(parts)


def without_dividers(text: str) -> str:
    """A text whose parts are paragraphs, as where there are no threads."""
    return "\n\n".join(parts_in(text))


def parts_in(text: str) -> tuple[str, ...]:
    """The parts of a text that lines of three hyphens divide; all of it where none does."""
    return _divided(text) if DIVIDER in text else (text,)


def numbered(text: str) -> str:
    """A thread with the number of each part above it, such as 1/3; any other text as it is."""
    parts = parts_in(text)
    if len(parts) == 1:
        return text
    return "\n\n".join(f"{number}/{len(parts)}\n{part}" for number, part in enumerate(parts, 1))


def open_places(text: str) -> tuple[str, ...]:
    """The places in square brackets that somebody has to fill in before a text goes out, such as "[one line]"."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def plain_letters(text: str) -> str:
    """A text with plain quotation marks, apostrophes and dashes, which a text message has."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def counts(text: str, network: Network) -> str:
    """How long a text is and may be, such as "83 / 280"; each part of a thread for itself."""
    said = " + ".join(f"{_length(part, network):,}" for part in parts_of(text, network))
    return f"{said} / {network.text_limit:,}"


@lru_cache(maxsize=4000)
def length(text: str, network: Network) -> int:
    """How long a post is for a network, in what the network counts; of a thread its longest part."""
    return max(_length(part, network) for part in parts_of(text, network))


def _length(text: str, network: Network) -> int:
    return COUNTERS[network.counting](text, network)


@lru_cache(maxsize=2048)
def too_much(text: str, network: Network) -> str:
    """A sentence for what the network would refuse in a post; "" when it takes it."""
    parts = parts_of(text, network)
    for number, part in enumerate(parts, 1):
        if problem := _too_much(part, network):
            return problem if len(parts) == 1 else msg("Part {n}: {problem}", n=number, problem=problem)
    return ""


def _too_much(text: str, network: Network) -> Message | str:
    if network.counting == "sms" and (odd := sorted(set(text) - _BASIC)):
        return msg("“{letter}” is no letter of a plain text message.", letter=odd[0])
    count = _length(text, network)
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
    "sms": lambda text, _network: len(text),
}

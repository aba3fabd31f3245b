"""How long a post is by the counting of X."""

from __future__ import annotations

import re
import unicodedata

X_LIMIT = 280
X_ADDRESS = 23
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_PICTURE = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff]"
EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}"
    r"|(?:[a-z0-9-]{1,63}\.){1,6}(?:gov|org|com|net|edu|mil|int|us|info|ca|io|co|app|ly|uk|mx))(?![\w-])"
    r"(?::\d{1,5})?(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]])?/?",
    re.IGNORECASE,
)


def x_length(text: str) -> int:
    """The weighted length of a post, where 280 is the limit.

    Counted after NFC: an address 23, an emoji sequence 2, letters up to U+10FF and general punctuation 1, all
    else 2 (docs.x.com/fundamentals/counting-characters).
    """
    normal = unicodedata.normalize("NFC", text)
    addresses = len(ADDRESS.findall(normal))
    rest = ADDRESS.sub("", normal)
    emoji = len(EMOJI.findall(rest))
    rest = EMOJI.sub("", rest)
    return addresses * X_ADDRESS + emoji * 2 + sum(_weight(ord(char)) for char in rest)


def bare_address(url: str) -> str:
    """An address as it is printed: without scheme, leading www. and closing slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").removesuffix("/")


def _weight(code: int) -> int:
    return 1 if any(first <= code <= last for first, last in _LIGHT) else 2

"""Texts of a toolkit taken apart: addresses and hashtags, sentences, and shorter forms made of the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from htpm_studio.campaign.networks import HASHTAG
from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.frozen import dataclass

TAG = re.compile(rf"(?<![\w&#])#({HASHTAG})")
LAST_TAG = re.compile(rf"(?:^|\s)#{HASHTAG}[\s.,;]*$")
"""A hashtag at the end of a text."""

_SENTENCE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[\"“‘(]?[A-Z0-9¿¡$])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:U\.S|Mr|Ms|Mrs|Dr|St|Jr|Sr|vs|etc|e\.g|i\.e|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m|Inc|Co|Dept|Gov|Sen|"
    r"Rep|Prof|approx)|\b[A-Z])\.$"
)
_LEANS = re.compile(
    r"^(?:(?:and|but|or|so|also|then|yet|however|instead|therefore|meanwhile|otherwise),? )?"
    r"(?:[^,.;:]{2,40}, )?(?:this|these|those|that|it|its|it's|they|their|they're|he|his|she|her|such|here)\b"
    r"|^(?:and|but|or|so|also|then|yet|however|instead|therefore|meanwhile|otherwise|for example)\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""
_ASIDE = re.compile(r"\s*\([^()]{0,200}\)")
_INITIALS = r"#?(?=[^()\s]*[A-Z\u00c0-\u00dd][^()\s]*[A-Z0-9\u00c0-\u00dd])[A-Z0-9\u00c0-\u00dd][\w&.-]{1,11}"
_SHORT_NAME = re.compile(rf"\s*\({_INITIALS}\)")
_SHORT_NAME_FIRST = re.compile(rf"{_INITIALS}\s+\((?P<words>[^()]{{12,}})\)")
_JOINTS = (
    " by ", " through ", " so that ", " in order to ", " such as ", " including ", " because ", " while ", " during ",
    " for ", " from ", " with ", " in ", " at ", "; ", " \u2013 ", "\u2014",
)  # fmt: skip
"""Where a title can be cut; a cut at a comma or "and" could break a list, one at "to" a purpose."""

_DIALED = re.compile(r"\b(?:1[ .-]{1,2})?(?:8\d\d[.-]\S+|\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4})")

LEAST_WORDS = 3
FEWEST = 4
_EDGE = " \t:;,.\u2013\u2014-|\u2192\u2022"


@dataclass(frozen=True, slots=True)
class Parts:
    """A post taken apart: the words, the address after them ("" when it is inside or is missing), the hashtags."""

    words: str
    address: str
    tags: tuple[str, ...]


def has_tail(text: str) -> bool:
    """Whether a text holds an address or a hashtag."""
    return bool(ADDRESS.search(text) or TAG.search(text))


def own_words(text: str) -> int:
    """How many words a text has besides addresses and hashtags."""
    return len(re.findall(r"[^\W\d_]{2,}", TAG.sub(" ", ADDRESS.sub(" ", text))))


def parts_of(text: str) -> Parts:
    """The words, the last address if it ends the words, and all hashtags in order; hashtags inside sentences stay."""
    tags = tuple(dict.fromkeys(TAG.findall(ADDRESS.sub(" ", text))))
    rest = text.strip()
    while found := LAST_TAG.search(rest):
        rest = rest[: found.start()].rstrip(" ,;")
    addresses = list(ADDRESS.finditer(rest))
    if len(addresses) == 1 and not rest[addresses[0].end() :].strip(" .,;:!)"):
        words = rest[: addresses[0].start()].rstrip(" (")
        return Parts(words, addresses[0].group(), tags)
    return Parts(rest, "", tags)


def web_address(text: str) -> str:
    """An address as a link: https and without the full stop of a sentence; "" when it cannot be one."""
    bare = re.sub(r"^https?://", "", text.strip(), flags=re.IGNORECASE).rstrip(".,;:")
    host, slash, path = bare.partition("/")
    url = f"https://{host.lower() if slash or host.islower() else host}{slash}{path}"
    return (
        url
        if re.fullmatch(r"https://[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?:/[^\s.]*(?:\.[^\s.]+)*)?", url)
        else ""
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text; abbreviations such as "U.S." end none."""
    pieces: list[str] = []
    for piece in _SENTENCE.split(text.strip()):
        if pieces and _ABBREVIATION.search(pieces[-1]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece:
            pieces.append(piece)
    return pieces


def of_any_year(text: str, year: int) -> str:
    """The text with its own year left open where it names the month, as in "Prevention Month 2028".

    Only in sentences that name the month, and never after a day: what was on January 9, 2028 stays there.
    """
    month = rf"\b(January|(?:Human Trafficking )?Prevention Month) {year}\b"
    rows = [(row, "Prevention Month" in row) for row in re.split(r"(?<=[.!?])(\s+)", text)]
    return "".join(re.sub(month, r"\1 {year}", row) if names else row for row, names in rows)


def fitting(text: str, limit: int) -> str:
    """The first sentence of a text with at most `limit` letters; "" when there is none."""
    rows = (sentence.strip().rstrip(":") for sentence in sentences(text))
    return next(
        (row for row in rows if len(row) <= limit and len(row.split()) >= LEAST_WORDS and not has_tail(row)), ""
    )


def fits_alone(sentence: str) -> bool:
    """Whether a sentence can be read without the one before it: it does not begin with "this", "they" or "but"."""
    return not _LEANS.match(sentence.lstrip('"“‘('))


def whole(text: str, limit: int) -> str:
    """The whole sentences from the beginning of a text that fit into a number of characters; "" when none does.

    What is in parentheses goes first. Nothing is cut inside a sentence.
    """
    plain = _ASIDE.sub("", text).strip()
    for rows in (sentences(text), sentences(plain)):
        kept = list(rows)
        while kept and len(" ".join(kept)) > limit:
            kept.pop()
        if kept:
            short = " ".join(kept).rstrip(":; ")
            return short.rstrip(".") if len(kept) == 1 and short.count(".") == 1 else short
    return ""


def whole_words(text: str, limit: int) -> str:
    """A text cut to a number of characters: a longer one ends after a word, with an ellipsis."""
    cut = text[:limit].rpartition(" ")[0] or text[: limit - 1]
    return text if len(text) <= limit else f"{cut.rstrip(' ,;:.')[: limit - 1]}…"


def short_title(title: str, limit: int) -> str:
    """A title cut to a number of characters where a thought ends; "" where it has no such place.

    A sentence or a number is no title: it stays whole, or is none.
    """
    plain = _ASIDE.sub("", title).strip() or title.strip().strip("()").strip()
    if len(plain) <= limit:
        return plain.rstrip(".:; ") if plain.count(".") <= 1 else plain
    if plain[-1:] in ".!?" or re.search(r"\d", plain):
        return whole(plain, limit)
    cuts = [at for joint in (": ", *_JOINTS) for at in _all(plain, joint, limit)]
    good = [at for at in cuts if len(plain[:at].split()) >= LEAST_WORDS and not _open_list(plain[:at])]
    return plain[: max(good)].rstrip(" ,;:.\u2013\u2014-") if good else ""


def _open_list(text: str) -> bool:
    """Whether a beginning breaks off inside parentheses or a list: after a comma that no "and" or "or" has closed."""
    after = text.rpartition(",")[2] if "," in text else ""
    return text.count("(") != text.count(")") or bool(after and not re.search(r"\b(?:and|or|who|which)\b", after))


def _all(text: str, mark: str, limit: int) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(mark), text[: limit + 1])]


def without_short_name(text: str) -> str:
    """A title without its short name in parentheses: "Prevention Month (PM)"; one that leads is spelled out instead."""
    led = _SHORT_NAME_FIRST.fullmatch(text.strip())
    return led["words"] if led else _SHORT_NAME.sub("", text).strip() or text


def key_of(text: str) -> str:
    """The letters and digits of a text, to compare titles by."""
    return re.sub(r"[\W_]+", "", text.casefold())


def words_of(text: str) -> frozenset[str]:
    """The longer words of a text, to compare topics by."""
    return frozenset(word for word in re.findall(r"[a-z]{4,}", text.casefold()) if word not in _COMMON)


_COMMON = frozenset(
    [
        "human",
        "trafficking",
        "connecting",
        "dots",
        "strengthening",
        "communities",
        "strengthen",
        "with",
        "other",
        "through",
        "that",
        "from",
        "your",
        "what",
        "prevent",
        "preventing",
        "prevention",
        "week",
    ]
)


def alike(topic: str, other: str) -> float:
    """How much two topics share, from 0 to 1."""
    left, right = words_of(topic), words_of(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def lead_and_rest(text: str) -> tuple[str, str]:
    """A title and the sentence after its dash ("Title \u2013 What it is about."); a title may hold a dash itself."""
    found = re.search(r"\s[\u2013\u2014-]\s|\u2014", text)
    if found and found.start() >= 8 and text.endswith("."):
        return text[: found.start()].strip(), text[found.end() :].strip()
    return text.strip(), ""


def with_detail(text: str, detail: str) -> str:
    """The words of an item with those of an item nested in it, as one sentence or as the next one."""
    if text[-1:] in ".!?:;\u2026":
        return f"{text} {detail}"
    listed = ":" in text or detail[:1].islower()
    return f"{text}{',' if listed else '.'} {detail}"


def without_edges(text: str) -> str:
    """The text without marks that were left over at its ends."""
    return text.strip().strip(_EDGE).strip()


def slug(text: str, limit: int, taken: Sequence[str] = ()) -> str:
    """A name of a-z, 0-9 and hyphens from the first words of a text, not among those that are taken.

    A telephone number is no part of it: beside other words it would be another number.
    """
    text = _DIALED.sub(" ", text)
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", plain))
    made = ""
    for word in words:
        if made and len(made) + len(word) + 1 > limit:
            break
        made = f"{made}-{word}" if made else word[:limit]
    made, number = made or "item", 2
    base = made
    while made in taken:
        made = f"{base[: limit - 4]}-{number}"
        number += 1
    return made

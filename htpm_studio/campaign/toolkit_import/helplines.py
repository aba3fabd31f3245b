"""The helplines that a toolkit names: number, text number, chat and address, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from htpm_studio.campaign.model import Hotline, keyed
from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.text_splitting import TAG, web_address
from htpm_studio.campaign.toolkit_import.vocabulary import acts, part_beside, vocabulary
from htpm_studio.frozen import dataclass

FEWEST, MOST, MOST_ABROAD = 7, 13, 15
LONGEST_OWNER, LEAST_ABOVE = 5, 2
_GAP = r"[ .\u00a0\u2010-\u2013-]"
_NO_GROUP = r"(?!\d| ?/| ?-?(?:h|hrs?|hours?|horas?)\b)"
"""What may not follow the last digit of a number: more digits, or the rest of "24/7" or "24 hours"."""
_PHONE = re.compile(
    rf"(?<![\w.,/#+-])(?<!\b\d{_GAP})(?<!\b\d\d{_GAP})"
    rf"(?:(?:\+?1{_GAP})?(?:\(\d{{2,5}}\){_GAP}?|\d{{3,5}}{_GAP})"
    rf"(?:\d{{2,4}}{_GAP})?(?:\d{{3,4}}|[A-Z]{{4}})(?:\s\((?P<digits>\d{{4}})\))?"
    rf"|\+\d{{1,3}}(?:{_GAP}?(?:\(\d{{1,5}}\)|\d{{1,12}}{_NO_GROUP})){{1,6}})(?![\w/])"
)
_SHORT = re.compile(
    r"\b(?:(?:call|dial|text|llame|marque|texto)(?: or (?:text|call)| o (?:env\u00ede|mande) un (?:texto|mensaje))?"
    r"(?: (?:al?|the|el))?"
    r"|(?:life|help|hot)line\W{1,3}|l\u00ednea(?: \w+){0,3}\W{1,3}) ?(?P<number>988|211)(?![\w%/-]|[.,]\d)",
    re.IGNORECASE,
)
"""The helplines of three digits: 988 for crises and 211 for services."""

_GOES_ON = re.compile(rf"{_GAP}\d{{1,4}}{_NO_GROUP}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_POSTAL = re.compile(r"\b[A-Z]{2}\s*\Z")
_NO_HELP = re.compile(r"\b(?:fax|isbn|order no)\W*\Z", re.IGNORECASE)
_TTY_BEFORE = re.compile(r"\b(?:tty|tdd)\b\W*\Z", re.IGNORECASE)
_TTY_AFTER = re.compile(r"\s*\(?(?:tty|tdd)\b\)?(?!\W*\d)", re.IGNORECASE)
_NAME = re.compile(
    r"\b(?:\d{4,6}\s+)?"
    r"(?P<name>(?:(?:(?:[A-Z]\.)+|(?:St|Dr|Mt|Ft)\.|[A-Z0-9](?:[\w’'&-]|\.(?=\w))*|of|for|the|on|and|against|de|&)\s+){0,8}"
    r"(?:Hotline|Helpline|Lifeline|Safeline|Careline|Talkline|Textline|Crisis Line|Help Line|Support Line|"
    r"Information Line|Warmline|Linea|Line)\b)"
)
_SPANISH = re.compile(
    r"\b(?P<name>L[\u00edi]nea(?:\s+(?:[A-Z\u00c1\u00c9\u00cd\u00d3\u00da\u00d1][\w-]*|de|del|la|las|los|el|y|en|contra|para|sobre"
    r"|ayuda|apoyo|crisis|nacional|988)\b)+)",
)
_END = re.compile(
    r"(?<![Tt]el)(?<!\b[Pp]h)(?<!\b(?:St|Dr|Mt|Ft))(?<!\b[A-Z])(?<!\b[ap]\.m)[.!?][)\"\u201d\u2019]*"
    r"(?:\s+(?=[A-Z\u00c0-\u00de\u00bf\u00a1\u201c\"(]|\Z)|(?<=\d\.)\s+)|[;|\u2022\n]\s*"
)
"""The end of a sentence or of one of several things in a line; not before a small letter or after a short form."""

_LISTED = re.compile(r"[,/\u2013\u2014-]\s*(?:or\s+)?\Z")
_NAMES_IT = re.compile(r"\s*(?:\(|(?:is|for)\b)")
_FIRST = re.compile(
    r"^(?:(?:the|and|of|for|on|call|contact|our|your|a|an|to|visit|need|get|help|at|or)\s+)+", re.IGNORECASE
)
_LAST = re.compile(r"(?:\s+(?:de|del|la|las|los|el|y|en|contra|para|sobre))+$")
_KEYED = re.compile(
    r"\b(?:text(?:\s*:)?|env[\u00edi]e(?: la palabra)?)\s+[“\"'‘«]?([A-Z]{3,12})[”\"'’»]?\s+(?:to|al?)\s+(\d{4,6})\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:text(?:ing)?|(?:mensajes? de )?texto)(?:\s*:)?\s+(?:al? )?(\d{4,6})\b(?:\s*\(([A-Z]{3,12})\))?",
    re.IGNORECASE,
)
_CALL_OR_TEXT = re.compile(
    r"\b(?:call(?:\s*(?:or|and|/|&|,)\s*)text|text(?:\s*(?:or|and|/|&|,)\s*)call"
    r"|llame o (?:env[\u00edi]e|mande) (?:un )?(?:mensaje(?: de texto)?|texto))(?:\s+(?:the|al?|el))?\W*\Z",
    re.IGNORECASE,
)
"""Words before a number that takes calls and texts."""

_GENERIC = re.compile(r"[Ll][\u00edi]nea (?:de [Aa]yuda|[Dd]irecta|de crisis|de apoyo)")
"""Names of helplines that only say what they are."""

LONGEST_LINE = 200
_SHORT_NUMBER = re.compile(r"(?<![\d-])(?:988|211|911|\d{4,6})(?![\d-])")
_WAY_LABEL = re.compile(
    r"(?:(?:for|get|find|need|para|necesita) )?(?:help|ayuda|text(?: line)?|chat(?: en l[\u00edi]nea)?|call|phone"
    r"|tel\u00e9fono|llamadas?|mensajes? de texto|texto)\s*(?:[:\u2013\u2014]|\s-\s)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?i:\b(?:call|or|and|text|at|the|on|is|number|free|toll-free|24/7|llame|al?|o|y|en|de|tel|phone|1)\b)|[\W_]"
)
"""Words allowed beside a name and a number in a line that holds nothing else."""

_WAY = re.compile(r"(?:text|chat|mensajes?|texto|en l[\u00edi]nea|online|web(?:site)?)\b", re.IGNORECASE)
_OWNER = re.compile(
    r"(?:^|[.!?:;(]\s*)(?P<name>[^\W\d_][^.!?:;,()\d\u2013\u2014]{2,40}?)"
    r"(?:\s+(?i:at|on|al|en el)\s+"
    r"|\s*(?P<marked>[,:(\u2013\u2014]|\s-\s)\s*(?i:(?P<told>call|dial|llame|marque)(?: al?)? )?)\Z"
)
_OWNER_AFTER = re.compile(
    r"\s*(?:[,:\u2013\u2014-]\s+|\()"
    r"(?P<name>[A-Z\u00c1\u00c9\u00cd\u00d3\u00da\u00d1][^.!?:;,()\d\u2013\u2014]{2,59})\)?\s*\.?\s*\Z"
)
_LABEL = re.compile(
    r"\s*(?:(?:the|our|24/7|la|nuestra)\s+)?"
    r"(?:help ?line|hot ?line|life ?line|crisis line|l[\u00edi]nea (?:de ayuda|directa|de crisis|de apoyo))"
    r"(?:\s+(?:number|phone))?\s*(?:[:\u2013\u2014]|\s-\s|\Z)",
    re.IGNORECASE,
)
"""A line that begins with the word for helplines, or is that word: what it leads to is one, whatever its name is."""
_LABELS_IT = re.compile(r"\s*(?:[:,(\u2013\u2014-]|\b(?:at|is|al?|en el|es)\b|\Z)")
_CALL = re.compile(r"\b(?:call|contact|reach|phone|llame al?)\s+", re.IGNORECASE)
_SMALL = frozenset(["of", "for", "the", "and", "de", "del", "la", "el", "y", "para"])
_LEADS = re.compile(
    r"\s*(?:(?:for|need|get|find|para|necesita)\s+)?(?:help|support|ayuda|apoyo)?"
    r"\W*(?:(?:call|dial|llame|marque)(?: al?)?)?\W*",
    re.IGNORECASE,
)

_CHAT = re.compile(r"\bchat\b[^.:]{0,20}?(?:\b(?:at|on|via|en)\s+|:\s*)", re.IGNORECASE)
_HELP = re.compile(r"\b(?:call|phone|ring|dial|reach|help|llam[ae]|ayuda)\b", re.IGNORECASE)
_TRAITS = (
    (
        "hours",
        re.compile(
            r"24\s?/\s?7|24[ -](?:hours?|horas)|around the clock|day (?:and|or) night|at any hour|d\u00eda y noche",
            re.IGNORECASE,
        ),
    ),
    ("free", re.compile(r"\bfree\b(?! of)|\b(?:es|son)? ?gratis\b|\bgratuit[oa]", re.IGNORECASE)),
    ("confidential", re.compile(r"\bconfiden[ct]ial", re.IGNORECASE)),
)
Phone = tuple[int, int, str]
"""Where a number begins and ends in a text, and the number as it is printed."""


@dataclass(frozen=True, slots=True)
class FoundHelpline:
    """A number of the document with what is said of it; `named` says whether the words beside it call it a helpline.

    `at` is where it comes first: its block, and its place in the words of it.
    """

    hotline: Hotline
    named: bool
    place: str
    count: int = 1
    traits: frozenset[str] = frozenset()
    at: tuple[int, int] = (0, 0)

    @property
    def label(self) -> str:
        """What it is called where the user chooses among several."""
        name, number = self.hotline.name, self.hotline.number
        return f"{name}: {number}" if name else f"{number} ({self.place})"


def find_helplines(blocks: Sequence[DocumentBlock]) -> tuple[FoundHelpline, ...]:
    """The telephone numbers of a document, those that are called helplines first, then those that are named most."""
    long = _numbers(blocks, phones_in)
    short = _numbers(blocks, _short_in)
    first = next(iter(short.values()), None)
    sooner = first is not None and all(helpline.at > first.at for helpline in long.values())
    found = {**short, **long} if sooner or not any(helpline.named for helpline in long.values()) else long
    return tuple(sorted(found.values(), key=lambda helpline: (not helpline.named, -helpline.count)))


def _numbers(blocks: Sequence[DocumentBlock], numbers_in: Callable[[str], Iterator[Phone]]) -> dict[str, FoundHelpline]:
    """The numbers of a document with what is said of them, by their digits."""
    found: dict[str, FoundHelpline] = {}
    for index, block in enumerate(blocks):
        own = frozenset(numbers_in(block.text))
        spans = sorted(span for span in _spans(block.text) if span[0] in own)
        for (start, end, number), first, last in spans:
            helpline = _described(blocks, index, number, block.text[first:start], block.text[end:last])
            key = re.sub(r"\D", "", number)[-10:]
            helpline = replace(helpline, at=(index, start))
            found[key] = _joined(found[key], helpline) if key in found else helpline
    return found


def _spans(text: str) -> Iterator[tuple[Phone, int, int]]:
    """Each number of a text with where the words about it begin and end.

    Words that nothing parts are about the numbers on both sides; one of three digits parts no words of a longer one.
    """
    long = list(phones_in(text))
    taken = {at for start, end, _ in long for at in range(start, end)}
    short = {span for span in _short_in(text) if span[0] not in taken}
    phones = sorted(span for span in (*long, *short) if not _is_tty(text, span))
    firsts: list[int] = []
    cuts: list[int | None] = []
    first = {True: 0, False: 0}
    for phone, following in zip_longest(phones, phones[1:]):
        start, end, _ = phone
        firsts.append(first[phone in short])
        cut = _cut(text[firsts[-1] : start], text[end : following[0]]) if following else None
        cuts.append(None if cut is None else end + cut)
        first = {**first, phone in short: end} if cut is None else dict.fromkeys(first, end + cut)
    last = dict.fromkeys(first, len(text))
    for phone, begins, cut in reversed(list(zip(phones, firsts, cuts, strict=True))):
        last = last if cut is None else dict.fromkeys(last, cut)
        yield phone, begins, last[phone in short]
        last[phone in short] = phone[0]


def _cut(before: str, between: str) -> int | None:
    """The place where the words between two numbers begin to be about the second; None where nothing parts them.

    They are its own from the sentence in which its helpline is named, or from the name where that is in a list.
    """
    names = [(start, start + len(name)) for start, name in _names_in(between)]
    after = 0
    if names and _NAMES_IT.match(between) and not _name(before, last=True):
        after = names.pop(0)[1]
    begins = [start for start, _ in names]
    ends = [found.end() for found in _END.finditer(between, after) if not begins or found.end() <= begins[-1]]
    if begins and (not ends or _LISTED.search(between[: begins[-1]])):
        return begins[-1] if ends else begins[0]
    return ends[-1] if ends else after or None


def _short_in(text: str) -> Iterator[Phone]:
    """The helplines of three digits of a text, where it tells people to call them."""
    for found in _SHORT.finditer(text):
        yield found.start("number"), found.end("number"), found["number"]


def _is_tty(text: str, phone: Phone) -> bool:
    """Whether a number is for text telephones."""
    start, end, _ = phone
    return bool(_TTY_BEFORE.search(text[:start][-12:]) or _TTY_AFTER.match(text[end:]))


def phones_in(text: str) -> Iterator[Phone]:
    """The telephone numbers of a text, letters of the keypad as digits."""
    for found in _PHONE.finditer(text):
        before = text[: found.start()][-12:]
        words, spelled = found.group(), found.group("digits")
        if spelled:
            words = f"{words[: words.rindex('(')].rstrip()[:-4]}{spelled}"
        number = keyed(words)
        digits = re.sub(r"\D", "", number)
        most = MOST_ABROAD if number.startswith("+") else MOST
        half = not _is_american(digits) and _GOES_ON.match(text, found.end())
        if FEWEST <= len(digits) <= most and not (
            half or _DAY.search(words) or _POSTAL.search(before) or _NO_HELP.search(before)
        ):
            yield found.start(), found.end(), _printed(number, digits)


def _is_american(digits: str) -> bool:
    """Whether these are all digits of a number of the United States."""
    return digits[:1] == "1" if len(digits) == 11 else len(digits) == 10 and digits[0] != "0"


def _printed(number: str, digits: str) -> str:
    """A number as it is printed: one of the United States in its usual groups, any other as it was written."""
    if not _is_american(digits) or (number.startswith("+") and digits[0] != "1"):
        return " ".join(number.split())
    area, middle, last = digits[-10:-7], digits[-7:-4], digits[-4:]
    return f"1-{area}-{middle}-{last}" if len(digits) == 11 or area[0] == "8" else f"{area}-{middle}-{last}"


def _described(blocks: Sequence[DocumentBlock], index: int, number: str, before: str, after: str) -> FoundHelpline:
    """A number with what is said after it in its block, then before it, then in those right after that block.

    An action, a post or a quotation tells people of the helpline: neither its name nor its site is taken from there. A
    line that begins with a name and leads to the number gives it, unless the name begins with a verb, which then is
    asked about.
    """
    block = blocks[index]
    within = next((heading for _, heading in _names_in(block.text) if number in heading), "")
    names = (_name(before, last=True), _name(after), within, _name(_head(blocks, index)))
    labeled = _is_labeled(blocks, index)
    name = next((text for text in names if text and not _GENERIC.fullmatch(text)), "")
    beside = "" if name else _called(before)
    if not name and not beside and (labeled or _begins(before)):
        beside = _called_after(after) or _above(blocks, index)
    called = name or beside or next(filter(None, names), "")
    begins = block.text.lstrip()
    listed = bool(called) and begins.startswith(called) and _LABELS_IT.match(begins[len(called) :])
    doubted = bool(called) and _tells(called)
    told = _is_spoken(blocks, index) and not (listed and not doubted)
    told = told or (_tells(begins) and not listed)
    below = () if told else takewhile(_goes_on, blocks[index + 1 : index + 4])
    near = [after, before, *(lower.text for lower in below if not any(phones_in(lower.text)))]
    texting = next((found for words in near if (found := _texting(words))[0]), ("", ""))
    texting = (number, "") if not texting[0] and _CALL_OR_TEXT.search(before) else texting
    chat = next((site for words in near if (site := _chat(words))), "")
    apart = [link for link in block.links if link.text in block.text and link.text not in f"{before}\n{after}"]
    links = [web_address(link.target) for link in block.links if link.target.startswith("http") and link not in apart]
    addresses = [url for words in near[:3] for found in ADDRESS.finditer(words) if (url := web_address(found.group()))]
    web = next((url for url in (*addresses, *links) if url), "") if name and not told else ""
    kept = "" if told or doubted or _GENERIC.fullmatch(called) else called
    hotline = Hotline(number, *texting, "", _site(chat) or _site(web), chat, name=kept)
    traits = frozenset(trait for trait, pattern in _TRAITS if any(pattern.search(words) for words in near))
    named = (any(names) and not (doubted and not told)) or (labeled and not told)
    return FoundHelpline(hotline, named, block.place, 1, traits)


def _goes_on(block: DocumentBlock) -> bool:
    """Whether a block below a helpline may still be about it: text, or a heading such as "By text"."""
    return block.kind != "heading" or _WAY.match(block.text) is not None


def _tells(text: str) -> bool:
    """Whether a text begins with what to do; "Call ..." leads to a name, and "Help" begins the names of lines."""
    return acts(text) and not _CALL.match(text) and not re.match(r"(?:help|ayuda)\b", text, re.IGNORECASE)


def _is_spoken(blocks: Sequence[DocumentBlock], index: int) -> bool:
    """Whether a block is an action, a post or a quotation: by how it is written, or by the heading above it."""
    text = blocks[index].text.lstrip()
    head = next((block.text for block in reversed(blocks[:index]) if block.kind == "heading"), "")
    spoken = text[:1] in '\u201c"\u00ab' or TAG.search(text) is not None
    return spoken or part_beside(head) in ("actions", "posts", "voices")


def _name(text: str, *, last: bool = False) -> str:
    names = _names_in(text)
    return names[-1 if last else 0][1][:60] if names else ""


def _names_in(text: str) -> list[tuple[int, str]]:
    """The names of helplines in a text, each with where it begins."""
    named = [(found, _FIRST.sub("", found["name"])) for found in _NAME.finditer(text)]
    named += [(found, _LAST.sub("", found["name"])) for found in _SPANISH.finditer(text)]
    return sorted((found.start("name"), name.strip()) for found, name in named if len(name.split()) > 1)


def _called(before: str) -> str:
    """Whom a number belongs to, where no word says that it is a helpline: a name between marks right before it.

    As in "Help for teens: love is respect, 1-866-331-9474" and "Call Childhelp at 1-800-422-4453".
    """
    found = _OWNER.search(before)
    words = _CALL.split(found.group("name"))[-1].split() if found else []
    plain = {word.casefold().strip(".,") for word in words}
    named = found is not None and (found["marked"] or _is_name(words))
    if found is not None and found["told"] and words and words[0].casefold() in vocabulary().no_owner_first:
        return ""
    return " ".join(words) if named and 0 < len(words) <= LONGEST_OWNER and not plain & vocabulary().no_owner else ""


def _called_after(after: str) -> str:
    """Whom a number belongs to that is said alone after it: "(Crisis Center)" or "- Crisis Center"."""
    found = _OWNER_AFTER.match(after)
    words = found["name"].split() if found else []
    plain = {word.casefold().strip(".,") for word in words}
    named = _is_name(words) and not plain & vocabulary().no_owner
    return " ".join(words) if named and len(words) <= LONGEST_OWNER + 1 else ""


def _above(blocks: Sequence[DocumentBlock], index: int) -> str:
    """The name in a line of its own between the word for helplines and the number."""
    if (
        index < LEAST_ABOVE
        or not _LABEL.fullmatch(blocks[index - LEAST_ABOVE].text)
        or any(phones_in(blocks[index - 1].text))
    ):
        return ""
    words = blocks[index - 1].text.strip(" :").split()
    return " ".join(words) if _is_name(words) and len(words) <= LONGEST_OWNER + 1 else ""


def _is_name(words: Sequence[str]) -> bool:
    """Whether words are a name: each begins large, but for those that link them."""
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)


def _begins(before: str) -> bool:
    """Whether nothing but a word for help is before a number: "Help: " or "For help, call "."""
    return _LEADS.fullmatch(before) is not None


def _is_labeled(blocks: Sequence[DocumentBlock], index: int) -> bool:
    """Whether a line begins with the word for helplines, or is below that word."""
    above = blocks[max(0, index - LEAST_ABOVE) : index]
    return _LABEL.match(blocks[index].text) is not None or any(_LABEL.fullmatch(block.text) for block in above)


def _head(blocks: Sequence[DocumentBlock], index: int) -> str:
    return next((block.text for block in reversed(blocks[max(0, index - 4) : index]) if block.kind == "heading"), "")


def _texting(text: str) -> tuple[str, str]:
    if found := _KEYED.search(text):
        return found.group(2), found.group(1).upper()
    found = _TEXT.search(text)
    return (found.group(1), (found.group(2) or "").upper()) if found else ("", "")


def _chat(text: str) -> str:
    begun = _CHAT.search(text)
    found = ADDRESS.match(text, begun.end()) if begun else None
    return web_address(found.group()) if found else ""


def _site(url: str) -> str:
    """The site of an address: what people type."""
    return "/".join(url.split("/")[:3])


def _joined(helpline: FoundHelpline, other: FoundHelpline) -> FoundHelpline:
    """What two places say of one number; the first that says something counts."""
    names = ("text_number", "text_keyword", "web", "chat", "name")
    values = {name: getattr(helpline.hotline, name) or getattr(other.hotline, name) for name in names}
    named = helpline.named or other.named
    return replace(
        helpline,
        hotline=replace(helpline.hotline, **values),
        named=named,
        count=helpline.count + 1,
        traits=helpline.traits | other.traits,
    )


def says_how_to_reach(text: str) -> bool:
    """Whether a line only says how to reach a helpline: "Helpline: Name, number", "Chat: address", "Name - number"."""
    if len(text) > LONGEST_LINE or TAG.search(text):
        return False
    phones = [*phones_in(text), *_short_in(text)]
    if _LABEL.match(text):
        return bool(phones or _SHORT_NUMBER.search(text))
    if _WAY_LABEL.match(text):
        return bool(phones or ADDRESS.search(text) or _texting(text)[0] or _SHORT_NUMBER.search(text))
    rest = text
    for name in [name for _, name in _names_in(text)] if phones else ():
        rest = rest.replace(name, " ")
    for start, end, _ in phones:
        rest = rest.replace(text[start:end], " ")
    return bool(phones) and rest != text and not _LEFT.sub(" ", rest).strip()


def calls_for_help(blocks: Sequence[DocumentBlock], number: str) -> bool:
    """Whether the document tells people to call a number, where no words name it."""
    return any(
        _HELP.search(block.text) for block in blocks if any(phone == number for _, _, phone in phones_in(block.text))
    )

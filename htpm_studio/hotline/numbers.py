"""Digits in a folded text that are a helpline's number or almost: by any separators, in words, with letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType

from htpm_studio.frozen import dataclass
from htpm_studio.hotline.distance import MAX_DISTANCE, distance
from htpm_studio.hotline.folding import fold
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.hotline.spelled import may_spell, spelled
from htpm_studio.languages.declared import line_words

Span = tuple[int, int]

_LONGEST_GAP = 12
_USUAL_LENGTH, _AREA, _LAST = 10, 3, 4
"""How many digits a telephone number of the United States, its area code and its last group have."""

_FEWEST = 3
"""The fewest digits of a number in which letters stand for the others."""

_GROUPINGS = frozenset({(10,), (3, 7), (6, 4), (3, 3, 4), (3, 4, 3), (3, 3, 2, 2)})
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BLANK = "\x00"
_ENDS = re.compile(r"[^\W_]|\x00")
_LONGEST_WORD = 7
_BOUND = re.compile(r"|[-\u2013/\\_~+*\u00b7]\s?|\.")
_COUNTED = re.compile(r"\W{0,3}[^\W_]")
_MIXED = re.compile(r"\d[^\w\s]?[a-z]|[a-z][^\w\s]?\d|\d[\W_]{1,4}[a-z](?![a-z])|(?<![a-z])[a-z][\W_]{1,4}\d")
_EIGHT = re.compile(r"8|b\W?b")
_AROUND = 40
_ALONE = "aeouy"
"""Letters that are a word by themselves, such as the Spanish "a" (to) and "o" (or): no digit is meant by them."""

_SHAPES: Mapping[str, str] = MappingProxyType(dict(zip("oilzeasgbtq", "01123459879", strict=True)))
_ON_KEYS = ("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")
_KEYS: Mapping[str, int] = MappingProxyType({char: key for key, chars in enumerate(_ON_KEYS, 2) for char in chars})
_TEXTING = re.compile(
    r"\Acode\b|(?<=[.!?\n] )code\b|\b(?:send|whatsapp|short ?code|codigo corto|te?xt(?:s|ed|ing)?|texte[aen]\w*|textos?"
    r"|sms|messages?|mensajes?|envi[ae]\w*|mand[ae]\w*)\b"
)
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REACH = 40
_MOST_GROUPS, _LONGEST_GROUP, _SHORTEST_CODE = 3, 7, 5
_LONGEST_WORDS, _LONGEST_LEADER = 40, 60
"""How far apart groups of one number may be: with words between them, or with spaces and dots alone."""

_SERVICE = re.compile(r"[2-9]11|988|[01]\d\d")
"""Services of three digits: those of North America, and what begins with 0 or 1 abroad, such as 016 in Spain."""

_LABELED = re.compile(
    r"\b(?:ein|isbn|id|zoom meeting|account|acct|invoice|order|permit|passcode|policy|license|serial|tracking|duns|npi"
    r"|pin|confirmation|reference|p\.? ?o\.? box|(?<!area )code|cuenta|factura|pedido|expediente|id de (?:la )?reunion)"
    r"(?: (?:no\.?|number|id|num\w*))?[\s:#.]{0,3}(?:\d+-|[a-z\d]{1,3} )*\Z"
    r"|(?<![a-z\d-])(?!tel)[a-z]{2,3}-\Z|(?<!wa\.me)/\w*\Z"
)
"""Words that show that a number is no telephone number."""

_SENT_WORD = re.compile(
    r"\b(?:te?xt|texte[aen]\w*|send|envi[ae]\w*|mand[ae]\w*)\s+[\"\u201c'\u2018\u00ab]?(?P<word>[a-z0-9]+)"
    r"[\"\u201d'\u2019\u00bb]?\s+(?:to|al?)\s+\Z"
)
_DIALING = re.compile(
    r"call|dial|phone|number|hot\W?line|help|\bring\b|reach|free|area|llam|marc|marqu|\btel\b|telef|linea|numero|gratis|\b1\W"
)
_SPOKEN = re.compile(
    r"\W*(?:(?:dash|dot|slash|hyphen|minus|space|point|period|comma|guion|raya|punto|barra|espacio|coma|menos)\W*)+"
)
"""The words for marks between groups."""

_DIAL_REACH = 80
_HOTLINE = re.compile(r"\bhot\W?line|\bhelp\W?line|\blinea\b|\bbe\W?free|\btrafficking|\btrata\b")


@dataclass(frozen=True, slots=True)
class NumberPart:
    """Digits that are together, and what is between them and the part before."""

    digits: str
    start: int
    end: int
    gap: str = ""
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    in_words: bool = False


_Chain = list[NumberPart]


def find_numbers(text: str, line: Helpline) -> tuple[list[Span], list[Span]]:
    """Where almost a helpline's number is in a folded text, and where almost its text number.

    The right number is looked for first, as a whole; what is left is read as digits, and where letters are beside
    digits also by their shape (O for 0), by the keys of a telephone, and without them.
    """
    tokens = _tokens(text)
    if sum(len(token.text) for token in tokens) < _FEWEST:
        return [], []
    chains = _chains(text, tokens)
    right = [span for chain in chains for span in _right(text, chain, line)]
    right += [*_spaced_codes(text, line), *_spelled_codes(chains, line)]
    text = _without(text, right)
    codes_right = _codes_after_a_word(text, line)
    text, right = _without(text, codes_right), [*right, *codes_right]
    tokens = [token for token in tokens if not _within((token.start, token.end), right)]
    texting = [found.end() for found in _TEXTING.finditer(text)]
    phones: list[Span] = []
    codes = _near_keywords(text, texting, line)
    for chains in (_chains(text, tokens), *_mixed_chains(text, tokens, line)):
        phones += [span for chain in chains for span in _near_phones(chain, line) if not _touches(span, phones)]
        codes += [span for span in _near_codes(text, chains, texting, line) if not _touches(span, codes)]
    apart = _over_words(text, _chains(text, tokens), line)
    phones += [span for span, edits in apart if edits and not _touches(span, phones)]
    phones = [
        span
        for span in phones
        if not (text[span[0]].isdigit() and _LABELED.search(text[max(0, span[0] - _REACH) : span[0]]))
    ]
    return phones, [
        span for span in codes if not _touches(span, phones) and not _is_of_another_service(text, span, line)
    ]


def numbers_in(text: str) -> tuple[str, ...]:
    """The digits of each number of a text that people can call or text."""
    rows = ("".join(part.digits for part in chain) for chain in number_chains(fold(text).text))
    return tuple(digits for digits in rows if len(digits) >= _SHORTEST_CODE)


def has_number(text: str) -> bool:
    """Whether a text has a number that people can call or text: of five digits or more, or one such as 211 or 988."""
    rows = ("".join(part.digits for part in chain) for chain in number_chains(fold(text).text))
    return any(len(digits) >= _SHORTEST_CODE or _SERVICE.fullmatch(digits) for digits in rows)


@lru_cache(maxsize=8)
def number_chains(text: str) -> list[list[NumberPart]]:
    """Rows of digits and of numbers in words with nothing but marks and spaces between."""
    return _chains(text, _tokens(text))


def may_have_number(text: str) -> bool:
    """Whether a folded text has enough digits for a number, or a word of one that could be a helpline's."""
    return len(_DIGIT.findall(text)) >= _FEWEST or may_spell(text)


def says_number(text: str, line: Helpline) -> bool:
    """Whether the right number is in a folded text, in any usual grouping."""
    tokens = [token for token in _tokens(text) if not token.in_words]
    return any(True for chain in _chains(text, tokens) for _ in _right(text, chain, line))


def national(digits: str, line: Helpline) -> str:
    """Digits without the 1 that is dialed before them."""
    return next((digits.removeprefix(prefix) for prefix in line.prefixes if digits == prefix + line.digits), digits)


@lru_cache(maxsize=64)
def _after_a_word(code: str) -> re.Pattern[str]:
    """The right text number behind a word of one letter, such as the Spanish "o": no digit is meant by that."""
    half = len(code) // 2
    return re.compile(rf"(?:\A|[^\d\s])\s*(?<![^\W_])[aeiouy]\s+({code[:half]}[- ]?{code[half:]})(?!\W?\d)(?![^\W_])")


@lru_cache(maxsize=64)
def _any_spacing(code: str) -> re.Pattern[str]:
    """The right text number with a mark or a space between any of its digits, and no digit more."""
    return re.compile(rf"(?<![\w.-])(?<!\d ){'[-. ]?'.join(code)}(?![-. ]?\d)(?!\w)")


def _spaced_codes(text: str, line: Helpline) -> list[Span]:
    found = _any_spacing(line.text_digits).finditer(text) if line.text_digits else ()
    return [match.span() for match in found if len(_DIGITS.findall(match.group())) > _FEWEST - 1]


def _spelled_codes(chains: Sequence[_Chain], line: Helpline) -> Iterator[Span]:
    """Where the right text number is in words, with no other digits beside it."""
    for chain in chains:
        for in_words, run in groupby(chain, key=lambda part: part.in_words):
            parts = tuple(run)
            if in_words and line.text_digits and "".join(part.digits for part in parts) == line.text_digits:
                yield parts[0].start, parts[-1].end


def _codes_after_a_word(text: str, line: Helpline) -> list[Span]:
    if not line.text_digits or line.text_digits[: len(line.text_digits) // 2] not in text:
        return []
    return [found.span(1) for found in _after_a_word(line.text_digits).finditer(text)]


# ------------------------------------------------------------------ parts


def _tokens(text: str) -> list[_Token]:
    """Digits, and numbers in words."""
    found = [_Token(match.group(), *match.span()) for match in _DIGITS.finditer(text)]
    words = [_Token(digits, start, end, in_words=True) for start, end, digits in spelled(text)]
    return sorted([*found, *words], key=lambda token: token.start) if words else found


def _mixed_chains(text: str, tokens: Sequence[_Token], line: Helpline) -> Iterator[list[_Chain]]:
    """Rows of digits and letters; letters are read by their shape, by the keys of a telephone, and not at all."""
    likely = _EIGHT.search(text) or line.often[0] != "8" or _TEXTING.search(text)
    places = [found.start() for found in _MIXED.finditer(text)] if likely else []
    if not places:
        return
    start, end = max(0, places[0] - _AROUND), places[-1] + _AROUND
    start = next((at for at in range(start, 0, -1) if not text[at - 1].isalpha()), 0)
    spoken = [(token.start, token.end) for token in tokens if token.in_words]
    letters = [_Token(match.group(), *match.span()) for match in _LETTERS.finditer(text, start, end)]
    letters = [token for token in letters if not _within((token.start, token.end), spoken)]
    both = sorted(
        [*letters, *(token for token in tokens if start <= token.start <= end)], key=lambda token: token.start
    )
    close = [token for at, token in enumerate(both) if token.text.isdigit() or _is_close(text, both, at)]
    for reading in (_by_shape, _by_keys, _as_a_gap):
        read = [
            token if token.text.isdigit() else _Token(reading(token.text), token.start, token.end) for token in close
        ]
        yield _chains(text, [token for token in read if token.text], open_gaps=reading is _as_a_gap)


def _chains(text: str, tokens: Sequence[_Token], *, open_gaps: bool = False) -> list[_Chain]:
    """Rows of digits with nothing but marks and spaces between; with open gaps a single letter ends no row."""
    chains: list[_Chain] = []
    last = -_LONGEST_GAP - 1
    for token in tokens:
        gap = text[max(0, last) : token.start]
        ends = token.start - last > _LONGEST_GAP or _ENDS.search(gap)
        if not chains or (ends and not (open_gaps and len(gap) == 1)):
            chains.append([])
        chains[-1].append(NumberPart(token.text, token.start, token.end, gap, token.in_words))
        last = token.end
    return chains


def _is_close(text: str, tokens: Sequence[_Token], at: int) -> bool:
    """True if letters belong to what is beside them: a single one, or joined by a mark without a space."""
    token = tokens[at]
    if len(token.text) == 1:
        return True
    before = text[tokens[at - 1].end : token.start] if at else " "
    after = text[token.end : tokens[at + 1].start] if at + 1 < len(tokens) else " "
    return len(token.text) <= _LONGEST_WORD and bool(_BOUND.fullmatch(before) or _BOUND.fullmatch(after))


def keyed_digits(word: str) -> str:
    """The digits of a word on the keys of a telephone; its own digits stay, marks go."""
    return "".join(char if char.isdigit() else str(_KEYS.get(char, "")) for char in word)


def _by_shape(word: str) -> str:
    return "".join(_SHAPES.get(char, "?") for char in word) if all(char in _SHAPES for char in word) else ""


def _by_keys(word: str) -> str:
    return "".join(str(_KEYS[char]) for char in word) if all(char in _KEYS for char in word) else ""


def _as_a_gap(_word: str) -> str:
    return ""


# ------------------------------------------------------------------ telephone numbers


def _right(text: str, chain: _Chain, line: Helpline) -> Iterator[Span]:
    """Where the right number is as a whole."""
    index = 0
    while index < len(chain):
        ends = [
            end
            for end, digits in _windows(chain, index, line)
            if national(digits, line) == line.digits
            and _is_usual(text, chain[index:end], line)
            and not _goes_on(text, chain, index, end, line)
        ]
        if ends:
            yield chain[index].start, chain[ends[0] - 1].end
        index = ends[0] if ends else index + 1


def _windows(chain: _Chain, index: int, line: Helpline) -> Iterator[tuple[int, str]]:
    digits = ""
    shortest, longest = line.lengths
    for end in range(index, len(chain)):
        digits += chain[end].digits
        if len(digits) > longest:
            return
        if len(digits) >= shortest:
            yield end + 1, digits


def _is_usual(text: str, parts: Sequence[NumberPart], line: Helpline) -> bool:
    """True if the number is grouped as people do, or evenly and without a letter attached.

    Otherwise "373-788" at the end of a line and "8 steps" below it would be one number.
    """
    sizes = _sizes(parts, line)
    before, gap = text[: parts[0].start][-_LONGEST_GAP:], parts[-1].gap if len(parts) > 1 else ""
    leading = "".join(char for char in _SHAPES if not (gap.isspace() and char in _ALONE))
    led = re.search(rf"(?<![a-z0-9])[{leading}]{re.escape(gap)}\Z|(?<![a-z0-9])[a-z]\Z", before)
    even = len({part.gap for part in parts[len(parts) - len(sizes) + 1 :]}) == 1 and not _ENDS.match(
        text, parts[-1].end
    )
    apart = all(len(part.digits) == 1 for part in parts)
    return (not led and (_is_grouping(sizes) or even or apart)) or all(part.in_words for part in parts)


def _is_grouping(sizes: tuple[int, ...]) -> bool:
    """Whether people group a number like this; a number of another length than ours has groups of two or more."""
    return sizes in _GROUPINGS or (sum(sizes) != _USUAL_LENGTH and min(sizes) > 1)


def _sizes(parts: Sequence[NumberPart], line: Helpline) -> tuple[int, ...]:
    """How many digits of the number itself are together."""
    sizes = [len(part.digits) for part in parts]
    extra = sum(sizes) - len(line.digits)
    if sizes[0] > extra:
        return (sizes[0] - extra, *sizes[1:])
    return tuple(sizes[1:])


def _goes_on(text: str, chain: _Chain, start: int, end: int, line: Helpline) -> bool:
    """Whether more digits belong to a number, so that all together are almost the number.

    That is so where a mark without a space binds them, where one digit leads or ends it in the same rhythm, or where a
    number in unusual groups goes on in them. The hours behind a number ("24", "24/7") and a digit that counts
    something ("7 days") do not belong to it.
    """
    first, last = start, end
    rhythm = chain[end - 1].gap if end - start > 1 else None
    sizes, longest = _sizes(chain[start:end], line), line.lengths[1]
    usual = _is_grouping(sizes)
    most = 1 if usual else max(sizes)
    while first > max(0, start - longest) and (
        _is_bound(chain[first]) or (chain[first].gap == rhythm and len(chain[first - 1].digits) <= most)
    ):
        first -= 1
    while last < min(len(chain), end + longest) and (
        _is_bound(chain[last])
        or (
            chain[last].gap == rhythm and len(chain[last].digits) <= most and not (usual and _counts(text, chain[last]))
        )
    ):
        last += 1
    if [part.digits for part in chain[end:last]] in (["24"], ["24", "7"]):
        last = end
    return (first, last) != (start, end) and _edits("".join(part.digits for part in chain[first:last]), line) > 0


def _counts(text: str, part: NumberPart) -> bool:
    """Whether a word or more digits follow, so that a digit says how many, or begins something else."""
    return _COUNTED.match(text, part.end) is not None


def _is_bound(part: NumberPart) -> bool:
    return _BOUND.fullmatch(part.gap) is not None


def _near_phones(chain: _Chain, line: Helpline) -> list[Span]:
    found = [
        (edits, -len(digits), chain[index].start, chain[end - 1].end)
        for index in range(len(chain))
        for end, digits in _windows(chain, index, line)
        if (edits := _edits(digits, line))
    ]
    spans: list[Span] = []
    for _, _, start, end in sorted(found):
        if not _touches((start, end), spans):
            spans.append((start, end))
    return spans


@lru_cache(maxsize=4096)
def _edits(digits: str, line: Helpline) -> int:
    """The edits between digits and the helpline's number, with or without a leading 1; 0 for none and for too many.

    A number with other last digits alone is a near miss however many of them are wrong.
    """
    ways = {digits, *(digits.removeprefix(prefix) for prefix in line.prefixes)}
    digit, fewest = line.often
    edits = min(distance(way, line.digits) for way in ways) if digits.count(digit) >= fewest else 0
    if 0 < edits <= line.number_edits or line.digits in ways:
        return edits
    whole = [way for way in ways if len(way) == _USUAL_LENGTH == len(line.digits)]
    return line.number_edits if any(way.startswith(line.digits[:-_LAST]) for way in whole) else 0


def right_numbers(text: str, line: Helpline) -> list[Span]:
    """Where the right number and the right text number are in a folded text, also with words between their groups."""
    chains = number_chains(text)
    found = [span for chain in chains for span in _right(text, chain, line)]
    found += [span for span, edits in _over_words(text, chains, line) if not edits]
    codes = ((chain[0].start, chain[-1].end, "".join(part.digits for part in chain)) for chain in chains)
    return [*found, *((start, end) for start, end, digits in codes if digits == line.text_digits)]


def _over_words(text: str, chains: Sequence[_Chain], line: Helpline) -> Iterator[tuple[Span, int]]:
    """Groups of digits with words between them that together are almost the number, with their edits."""
    units = [
        (chain[0].start, chain[-1].end, "".join(part.digits for part in chain))
        for chain in chains
        if not any(part.gap == "," for part in chain[1:])
    ]
    index = 0
    while index < len(units):
        found = _groups_from(text, units, index, line)
        if found is not None:
            following, edits = found
            yield (units[index][0], units[following][1]), edits
            index = following
        index += 1


def _is_dialed(text: str, at: int) -> bool:
    """Whether words near a place speak of calling, so that groups of digits there are one number."""
    return _DIALING.search(text, max(0, at - _DIAL_REACH), at + _DIAL_REACH) is not None


def _groups_from(
    text: str, units: Sequence[tuple[int, int, str]], index: int, line: Helpline
) -> tuple[int, int] | None:
    """The last of the groups that begin at one and are the number or almost, with the edits; None for none."""
    _, last, digits = units[index]
    shortest, longest = line.lengths
    if len(digits) < _FEWEST - 1:
        return None
    for following in range(index + 1, min(index + 1 + _MOST_GROUPS, len(units))):
        begins, ends, more = units[following]
        gap, digits = text[last:begins], digits + more
        worded = _ENDS.search(gap) is not None
        far = len(gap) > (_LONGEST_WORDS if worded else _LONGEST_LEADER) or (
            worded and not (_SPOKEN.fullmatch(gap) or _is_dialed(text, last))
        )
        if far or not _FEWEST <= len(more) <= _LONGEST_GROUP or len(digits) > longest:
            return None
        edits = _edits(digits, line) if len(digits) >= shortest else 0
        if edits or national(digits, line) == line.digits:
            return following, edits
        last = ends
    return None


# ------------------------------------------------------------------ the text number


def _is_of_another_service(text: str, span: Span, line: Helpline) -> bool:
    """Whether people are told to send another word to the code, which is shorter or longer than the text number."""
    digits = re.sub(r"\D", "", text[slice(*span)])
    word = _SENT_WORD.search(text[max(0, span[0] - _REACH) : span[0]])
    if word is None or len(digits) == len(line.text_digits) or _HOTLINE.search(text):
        return False
    return word["word"] not in line_words("keywords") and not (
        line.word and distance(word["word"], line.word) <= MAX_DISTANCE
    )


def _near_codes(text: str, chains: Sequence[_Chain], texting: Sequence[int], line: Helpline) -> list[Span]:
    """Numbers beside a word for texting that are almost the text number."""
    found: list[Span] = []
    if not line.text_edits:
        return found
    for chain in chains:
        ends = {part.end for part in chain if line.texted.match(text, part.end)}
        for index in range(len(chain) if ends else 0):
            named = [span for span in _codes_at(chain, index, line) if span[1] in ends]
            found += [span for span in named[:1] if not _touches(span, found)]
    for start in texting:
        found += [span for span in _codes_after(chains, start, line) if not _touches(span, found)]
    return found


def _codes_after(chains: Sequence[_Chain], start: int, line: Helpline) -> Iterator[Span]:
    """Those soon after a word; a telephone number ends what it speaks of, so that a ZIP code after one is none."""
    first = bisect_left(chains, start, key=lambda chain: chain[-1].start)
    for chain in chains[first:]:
        if chain[0].start > start + _REACH:
            return
        for index, part in enumerate(chain):
            if not start <= part.start <= start + _REACH:
                continue
            if spans := _codes_at(chain, index, line):
                yield spans[0]
                break
            rest = sum(len(later.digits) for later in chain[index:])
            if rest >= _USUAL_LENGTH - _AREA and part.digits != line.text_digits:
                return


def _codes_at(chain: _Chain, index: int, line: Helpline) -> list[Span]:
    """Near misses of the text number that begin at a part, the closest first; none for a local telephone number."""
    found: list[tuple[int, int, int]] = []
    code, most = line.text_digits, line.text_edits
    digits = ""
    for end in range(index, len(chain)):
        digits += chain[end].digits
        if len(digits) > len(code) + most:
            break
        if digits == code and _is_whole_code(chain, index, end + 1, len(code)):
            return []
        local = [len(part.digits) for part in chain[index : end + 1]] == [3, 4]
        mixed = len(digits) == len(code) and (
            set(digits) == set(code) or (digits[0] == code[0] and set(digits) <= set(code))
        )
        edits = distance(digits, code)
        if len(digits) >= len(code) - most and not local and (0 < edits <= most or mixed):
            found.append((edits, -end, chain[end].end))
    return [(chain[index].start, stop) for _, _, stop in sorted(found)]


def _is_whole_code(chain: _Chain, start: int, end: int, length: int) -> bool:
    """Whether the right text number is grouped as people do it, and ends where its digits end."""
    if len({len(part.digits) for part in chain[start:end]}) > 1:
        return False
    if end == len(chain):
        return True
    goes_on = end - start == length and chain[end].gap == chain[end - 1].gap and len(chain[end].digits) == 1
    return not goes_on and not _is_bound(chain[end])


def _near_keywords(text: str, texting: Sequence[int], line: Helpline) -> list[Span]:
    """Words right after a word for texting that are one letter away from the helpline's own; a hyphen is none."""
    return [
        word.span()
        for start in texting
        for word in _WORD.finditer(text, start, start + _REACH)
        if line.word and distance(word.group().replace("-", ""), line.word) == 1
    ]


# ------------------------------------------------------------------ spans


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with spans blanked out; the rest keeps its place."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], _BLANK * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)

"""Numbers that stand where readers look for the hotline's: beside words that name it, and that are another one.

It is decided by what is around a number. Words such as "hotline" mean the national one, unless the words beside them
name another cause or service; a number belongs to the nearest of these names before it. A name that has its right
number has none of the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from htpm_studio.frozen import dataclass
from htpm_studio.hotline.distance import MAX_DISTANCE, distance
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.hotline.numbers import NumberPart, Span, keyed_digits, number_chains, right_numbers
from htpm_studio.hotline.other_lines import OTHER_LINES, TOLL_FREE
from htpm_studio.languages.declared import line_words

_ONLINE = re.compile(r"\b(?:en|por|fuera de|de) \Z")
"""Spanish "en línea" is online, and no helpline."""

_FOR = re.compile(
    r"\s*(?:(?:de )?(?:ayuda|apoyo|atencion|informacion|nacional|gratuita) ){0,3}(?:for|para)\s+"
    r"(?:(?:the|a|an|any|la|el|las|los)\s+)?(?P<word>\w+)"
)
_THING = re.compile(
    r"\W?\s*(?:posters?|cards?|flyers?|trainings?|shifts?|volunteers?|tables?|stickers?|materials|kits?)\b"
)
_PROPER = re.compile(r"(?:^|[^.!?:\n\u2022]\s|\()[A-Z][\w'\u2019-]+\s+\Z")
_SERVICE = re.compile(
    r"(?:[.;|\u2022\n]\s*|,?\s+(?:or|and|o|y)\s+(?:(?:call|text|llame|dial)\s+)?(?:the\s+|al?\s+|la\s+|el\s+)?|[.!?]\s+our\s+)"
    r"(?P<name>[A-Za-z\u00c0-\u00ff][\w&.'\u2019-]*(?:\s+[\w&.'\u2019-]+){0,4}?)\s*(?:[:,(\u2013\u2014-]|\bat\b|\bal\b)\s*\(?\s*\Z"
)
"""A new part of a text that begins with a name and leads to a number: that of another service."""

_NEW_SUBJECT = re.compile(
    r"\b(?:ours|partners?|nuestr[ao]s?|fax|office|shelter|library|bank|tickets?|donat\w+|registr\w+|rsvp|clinic|hospital|police|sheriff|department"
    r"|labor|ftc|fbi|osha|press|media|billing|customer|sales|oficina|biblioteca|donaci\w+|boletos|policia|albergue)\b"
)
_LINKING = re.compile(
    r"(?:[\W_]|\b(?:a|ahora|ak?a|al|also|an|and|answers?|as|at|ayuda|befree|by|call|chat|code|codigo|con|contact|corto|day|de|el|en"
    r"|enviando|envi[ae]\w*|escrib\w*|for|free|from|gratis|help|helpline|her|hotline|id|info|is|it|la|las|line|linea|mand[ae]\w*"
    r"|mensajes?|message|messages|messaging|national|night|no|now|number|numero|o|on|or|our|palabra|para|phone|por|reach|send"
    r"|short|shortcode|sms|su|te?xt\w*|can|been?|reached|that|the|them|they|this|to|too|tu|un|us|via|whatsapp|with|word|works|tty|tdd|711"
    r"|y|you|your|b|es|be|24|7)\b)*"
)
_LINKING_FULL = re.compile(
    _LINKING.pattern.removesuffix(")*")
    + r"|\b(?:actual|advocates?|anonymous\w*|any|are|area|atiende\w*|can|center|comuni\w+|confidential\w*|consejer\w+"
    r"|contact\w*|contestan?|cualquier|de personas|del|dia|dial|directa?|directly|esta|every|extension|ext|extension \d"
    r"|found|got|habl\w+|had|has|have|hora|hours?|human|humana|info\w*|just|lada|lines?|listed|llam\w+|local\w*|main"
    r"|marca\w*|marqu\w+|may|nacional|name|noche|nombre|operator|pick\w*|puede\w*|real|recibe\w*|resource|responde\w*"
    r"|ring|run|speak\w*|staff\w*|still|talk|tel|telefono|their|through|time|toll|trafficking|trata|united states|up"
    r"|usa?|usted|voice|voz|we|where|who|whose)\b)*"
)
"""The same, behind the full name, where more words are sure to speak of it."""
"""Nothing but words that lead from a name to its number."""

_TEXTS = re.compile(r"\b(?:te?xt\w*|sms|mensajes?|envi[ae]\w*|mand[ae]\w*|whatsapp|code|codigo|message|send)\b")
_COUNTS = re.compile(
    r"\s*(?:%|calls?|cases?|people|reports?|signals?|texts?\b(?!\s*:)|messages\b|personas|llamadas|casos|reportes"
    r"|mensajes\b|cards?|miles|copies)"
)
_NO_CODE_BEFORE = re.compile(r"(?:[$#.,/\u20ac]|\b(?:zip|room|suite|box|apt|salon|no|page|pages|sala)\.?)\s?\Z")
_STATE_BEFORE = re.compile(r",\s*[A-Z]{2}\.?\s\Z")
_VANITY = re.compile(
    r"(?<![\w,.$-])(?:\+?1[-. ]{1,3}\(?(?=8)|(?=8\d\d\)?[-.]))\(?(8(?:00|88|77|66|55|44|33|22))\)?[-. ]{1,3}"
    r"(?=[\d-]*[a-z])([a-z\d](?:[-. ]?[a-z\d]){5,8})\b"
)
_ENDS_BEFORE = re.compile(r"[.!?\n]\s(?!\s*(?:it|this|that|es|esta|este)\b)|\d")
_COUNTED = re.compile(r"1[. ]8\d\d [a-z\u00e0-\u00ff]+\b(?!-)")
"""Thousands as Spanish writes them, and what is counted."""

_LED = re.compile(
    r"(?<!canadian human )(?:trafficking|trata)(?: de personas)? hotline:? (?:(?:at|is) )?"
    r"|\bbe[\s-]?free\b\W+(?:to|al?|at|by text)\W+"
)
"""The full name of the hotline, or its keyword, that leads right to a number."""

_FULL_BEFORE = re.compile(
    r"(?:\b(?:the|la|national|nacional|human|anti)[\s-]+)*"
    r"(?:\btrafficking[\s-]+(?:resource center\s+)?|\b(?:the|la)\s+)\Z"
)
_NOT = re.compile(r"\b(?:not|isn.t|no es|ni)\s+(?:(?:a|an|the|una|la)\s+)?\Z")
"""Words that show that no helpline is meant."""

_RESOURCE_CENTER = re.compile(r"\btrafficking resource center\s+\Z")
"""What the hotline was called until 2016."""

_FULL_AFTER = re.compile(
    r"(?:\s+nacional)?\s+anti-?trata\b"
    r"|(?:\s+(?:directa|nacional|telefonica|gratuita|de (?:ayuda|atencion|emergencia)))*"
    r"\s+(?:contra|de|sobre|para (?:las )?victimas de)\s+(?:la\s+)?(?:trata|trafico)\b"
    r"(?:\s+(?:de personas|humana|de seres humanos))?"
    r"|(?=\s+directa\s+nacional|\s+nacional)"
)
"""What makes a name the whole one, which no other service has."""

_SECOND = re.compile(r"[;|\n\u2022]|\b(?:or|and|o|y|e|also|too)\b")
_CALLED = re.compile(r"(?:\A|\b(?:whatsapp|call|dial|phone|ring|is|at|on|al?|llam\w+|marc\w+|marqu\w+|comuni\w+))\W*\Z")
_BETWEEN, _SERVED = 80, 60
_DIALED = (10, 11, 12, 13)
_WITH_WORD = re.compile(r"\W+(?:con|with)\W+(?:la |el |the )?(?:palabra|texto|word|keyword)\W+be[\s-]?free\b")
_KEYWORD = re.compile(r"\bbe[\s-]?free\b")
_WHOLE, _CUT, _LOCAL = 10, range(6, 10), 7
_CODES = (5, 6)
_BEFORE, _AFTER, _FRAME = 110, 45, 90


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a line in a text: where it is, and whether the national hotline is meant."""

    start: int
    end: int
    ours: bool
    full: bool = False


@cache
def _name() -> re.Pattern[str]:
    """What names a line; the national one where it is no `other`."""
    ours, other = "|".join(line_words("ours")), "|".join(line_words("others"))
    return re.compile(rf"\b(?:{ours}|(?P<other>{other}))\b|\bbe[\s-]?free\b|\bn\W?h\W?t\W?h\b")


@cache
def _cause_before() -> re.Pattern[str]:
    abroad = "|".join(line_words("abroad"))
    return re.compile(
        rf"\b(?:{'|'.join(line_words('causes'))}|{abroad})(?:s|es|['\u2019]s?|s['\u2019])?[\s/&-]+(?:\w+[\s-]+){{0,1}}\Z"
        rf"|\b(?:{abroad})\s+(?:\w+[\s-]+){{0,3}}\Z"
    )


@cache
def _cause_after() -> re.Pattern[str]:
    return re.compile(
        rf"\W?(?:\s*(?:nacional|national|de|del|la|el|para|contra|sobre|for|of|on|against|to|about|the|a|prevent(?:ion)?|prevencion)\b)+\s+"
        rf"(?:\w+\s+){{0,3}}(?:{'|'.join((*line_words('causes'), *line_words('abroad')))})(?:s|es)?\b"
        r"|\s+(?:estatal|local|municipal)\b"
    )


def find_beside(
    text: str, source: str, line: Helpline, known: Collection[str], taken: Sequence[Span]
) -> Iterator[tuple[Span, bool]]:
    """Find the numbers beside the hotline's name in a folded text; each is marked as for texting or for calling.

    `source` is what was written, `known` are digits that are right for something else, `taken` what is found already.
    """
    names = list(_names(text, source))
    if not any(name.ours for name in names):
        return
    right = right_numbers(text, line)
    found = [*taken, *right]
    for chain in number_chains(text):
        span = chain[0].start, chain[-1].end
        if any(_touch(span, other) for other in found):
            continue
        digits = "".join(part.digits for part in chain)
        led = text[max(0, span[0] - _FRAME) : span[0]]
        with_word = _WITH_WORD.match(text, span[1])
        led_to = with_word or any(match.end() == len(led) for match in _LED.finditer(led))
        if led_to and _plain(digits) in OTHER_LINES:
            found.append(span)
            yield span, with_word is not None or _KEYWORD.search(led) is not None
            continue
        is_phone = _is_phone(chain, digits, line, known) and _is_named(text, source, span, names, right)
        is_phone = is_phone or (_is_dialed(chain, known) and _is_given(text, span, names, right, digits))
        if is_phone or (_is_code(text, source, chain, line, known) and _is_texted(text, span, names)):
            found.append(span)
            yield span, not is_phone
    for vanity in _VANITY.finditer(text):
        digits = vanity[1] + keyed_digits(vanity[2])[: _WHOLE - 3]
        free = not any(_touch(vanity.span(), other) for other in found)
        other = digits not in (line.digits, *known) and digits not in OTHER_LINES
        counted = len(source) == len(text) and _COUNTED.match(source, vanity.start())
        if free and other and not counted and _is_named(text, source, vanity.span(), names, right):
            yield vanity.span(), False


def _names(text: str, source: str) -> Iterator[_Name]:
    for found in _name().finditer(text):
        before, after = text[max(0, found.start() - _BEFORE) : found.start()], text[found.end() :][:_BEFORE]
        if found.group().startswith("linea") and (_ONLINE.search(before) or re.match(r" \d{1,2}\b(?!-)", after)):
            continue
        ours = found["other"] is None
        if ours and not found.group().startswith("be"):
            meant = _FOR.match(after)
            ours = not (
                (_cause_before().search(before) and not _RESOURCE_CENTER.search(before))
                or _cause_after().match(after)
                or _THING.match(after)
                or (meant and meant["word"] not in line_words("meant"))
                or _NOT.search(before)
                or _is_proper(source, text, found.start())
            )
        longer = _FULL_AFTER.match(after) if ours else None
        full = ours and bool(longer or _FULL_BEFORE.search(before) or found.group().startswith("n"))
        yield _Name(found.start(), found.end() + (longer.end() if longer else 0), ours, full)


def _is_proper(source: str, text: str, start: int) -> bool:
    """Whether the word before is the name of somebody else, as in "Riverbend Hotline"."""
    if len(source) != len(text):
        return False
    found = _PROPER.search(source[max(0, start - 40) : start])
    return found is not None and found.group().split()[-1].casefold().strip("(") not in line_words("plain")


def _is_phone(chain: Sequence[NumberPart], digits: str, line: Helpline, known: Collection[str]) -> bool:
    """Whether digits have the shape of a number that replaces the hotline's: toll-free, cut short, jumbled, local."""
    plain = re.sub(r"\A[01]", "", digits) if len(digits) in (len(line.digits) + 1, *_CUT, _WHOLE) else digits
    if plain in known or plain in OTHER_LINES or digits in OTHER_LINES:
        return False
    whole = len(plain) == _WHOLE
    if whole and plain[:3] in TOLL_FREE:
        return True
    if whole:
        return sum((Counter(plain) - Counter(line.digits)).values()) <= 1
    if len(plain) == _LOCAL and len(chain) <= 2 and len(chain[-1].digits) >= 4:
        return distance(plain, line.digits[3:]) <= MAX_DISTANCE
    return len(plain) in _CUT and plain.startswith("888") and len(chain) > 1 and len(chain[0].digits) <= 4


def _plain(digits: str) -> str:
    """A whole number without the 1 that is dialed before it."""
    return digits.removeprefix("1") if len(digits) == _WHOLE + 1 else digits


def _is_dialed(chain: Sequence[NumberPart], known: Collection[str]) -> bool:
    """Whether digits have the shape of any telephone number, and are none that is known."""
    digits = "".join(part.digits for part in chain)
    plain = _plain(digits)
    if {digits, plain} & {*known} or any("/" in part.gap for part in chain[1:]):
        return False
    sizes = [len(part.digits) for part in chain]
    return (len(digits) in _DIALED and max(sizes) != len(digits)) or len(plain) == _WHOLE or sizes == [3, 4]


def _is_given(text: str, span: Span, names: Sequence[_Name], right: Sequence[Span], digits: str) -> bool:
    """Whether the whole name of the hotline leads to a number, or follows one that readers are told to call.

    Another helpline's number may be there as a second one ("or", "and").
    """
    other = _plain(digits) in OTHER_LINES
    for name in names:
        if not name.full:
            continue
        between = min(name.end, span[1]), max(name.start, span[0])
        if between[1] - between[0] > _BETWEEN:
            continue
        if other and _SECOND.search(text, *between):
            continue
        if name.end <= span[0] and _LINKING_FULL.fullmatch(text, *between):
            return True
        begins = _FULL_BEFORE.search(text[: name.start])
        if span[1] <= name.start and _LINKING.fullmatch(text, span[1], begins.start() if begins else name.start):
            has_own = any(name.start <= start <= name.end + _SERVED for start, _ in right)
            if not has_own and _CALLED.search(text[max(0, span[0] - _BETWEEN) : span[0]]):
                return True
    return False


def _is_code(text: str, source: str, chain: Sequence[NumberPart], line: Helpline, known: Collection[str]) -> bool:
    """Whether digits can be a text number, and not a ZIP code, a price or a count."""
    digits = "".join(part.digits for part in chain)
    start, end = chain[0].start, chain[-1].end
    near = len(digits) == _CODES[-1] + 1 and distance(digits, line.text_digits) == 1
    if not (len(digits) in _CODES or near) or digits in known or digits in OTHER_LINES or digits == line.text_digits:
        return False
    if (chain[0].in_words and len(chain) < len(digits)) or any({",", "."} & set(part.gap) for part in chain[1:]):
        return False
    before = text[max(0, start - 8) : start]
    zip_code = len(source) == len(text) and _STATE_BEFORE.search(source[max(0, start - 8) : start])
    return not (_NO_CODE_BEFORE.search(before) or zip_code or _COUNTS.match(text, end))


def _is_named(text: str, source: str, span: Span, names: Sequence[_Name], right: Sequence[Span]) -> bool:
    """Whether the nearest name before a number, else one right after it, is the hotline's and has no number yet."""
    before = [name for name in names if name.end <= span[0] and span[0] - name.end <= _BEFORE]
    if before:
        name = before[-1]
        between = text[name.end : span[0]]
        served = any(name.end <= place[0] and place[1] <= span[0] for place in right)
        if served:
            last = max(place[1] for place in right if place[1] <= span[0])
            return name.ours and _LINKING.fullmatch(text, last, span[0]) is not None
        written = source[name.end : span[0]] if len(source) == len(text) else between
        service = _SERVICE.search(written)
        named = service is not None and service["name"].casefold().split()[0] not in line_words("leads")
        return name.ours and not (_NEW_SUBJECT.search(between) or named)
    after = next((name for name in names if name.start >= span[1] and name.start - span[1] <= _AFTER), None)
    if after is None or not after.ours or any(after.end <= place[0] <= after.end + _SERVED for place in right):
        return False
    return _ENDS_BEFORE.search(text[span[1] : after.start]) is None


def _is_texted(text: str, span: Span, names: Sequence[_Name]) -> bool:
    """Whether words lead from the hotline's name, or from its keyword, to a code; or from the code right to them."""
    for name in names:
        keyword = text.startswith("be", name.start)
        if not name.ours:
            continue
        first, last = min(name.start, span[0]), max(name.end, span[1])
        if last - first <= _BEFORE and not _ENDS_BEFORE.search(text[min(name.end, span[1]) : max(name.start, span[0])]):
            sent = text[max(0, first - 30) : first].rpartition(". ")[2] + text[first:last]
            if _TEXTS.search(sent):
                return True
        if name.end <= span[0] and span[0] - name.end <= _FRAME:
            if keyword and not _ENDS_BEFORE.search(text[name.end : span[0]]):
                return True
            texts = _TEXTS.search(text[max(0, name.start - 30) : span[0]])
            if texts and _LINKING.fullmatch(text, name.end, span[0]):
                return True
        if span[1] <= name.start <= span[1] + _AFTER and keyword and _LINKING.fullmatch(text, span[1], name.start):
            return True
    return False


def _touch(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]

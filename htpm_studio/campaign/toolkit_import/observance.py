"""Finding what a toolkit is for: the observance, its month and day, its helpline. What remains unclear is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Campaign, Hotline
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.headings import observance_in
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline, calls_for_help, find_helplines, phones_in
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in
from htpm_studio.campaign.toolkit_import.purpose import TRAFFICKED, Answers, Question, Setting, is_day_name
from htpm_studio.campaign.toolkit_import.sections import section_head
from htpm_studio.campaign.toolkit_import.text_splitting import key_of, sentences, without_short_name
from htpm_studio.campaign.toolkit_import.vocabulary import vocabulary
from htpm_studio.errors import InputError, Message, join_messages, msg
from htpm_studio.languages.declared import SOURCE, known_language, languages, month_number

OPENING, LONGEST_TITLE = 3, 200
MONTHS = ("", *known_language(SOURCE).months)
"""The months in English, each at its number."""

_OTHERS = tuple(month for language in languages().values() if language.id != SOURCE for month in language.months)
_MONTH_WORD, _MES = "|".join(MONTHS[1:]), f"(?i:{'|'.join(_OTHERS)})"
_DATE = re.compile(
    rf"\b(?P<m>{_MONTH_WORD})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|\b(?P<d2>\d{{1,2}}) de (?P<m2>{_MES})\b"
)
_DATED = re.compile(
    rf"\b({_MONTH_WORD})\.?(?: \d{{1,2}}(?!\d)|,? 20\d\d)|\b\d{{1,2}} de ({_MES})\b|\b({_MES})(?: del?)? 20\d\d\b"
)
_PLAIN = re.compile(rf"\b({'|'.join(name for name in MONTHS[1:] if name not in ('March', 'May'))}|{_MES})\b")
_LINK = r"(?:and|&|of|for|the|in|on|against|to|from|with)"
_CAPITAL = r"[A-Z\u00c1\u00c9\u00cd\u00d3\u00da\u00d1][\w’'-]*"
_ENLACE = r"(?:de|del|la|las|los|el|en|y|contra|sobre|para|por|a)"
_KIND = "Awareness|Prevention|Action|Remembrance|Recognition|Education|Safety|Rights|Memorial"
_NAMES = (
    re.compile(rf"\b(?:{_CAPITAL} (?:{_LINK} )*){{1,7}}?(?:{_KIND}) (?:Month|Week|Day)\b"),
    re.compile(
        rf"\b(?:National|International|World|Global) (?:{_CAPITAL} )*?(?:Month|Week|Day)(?: (?:Against|{_LINK})"
        rf"(?: {_LINK})*(?: {_CAPITAL}(?: {_LINK})*)+)"
    ),
    re.compile(rf"\b(?:Mes|Semana|D[i\u00ed]a)(?: {_ENLACE}| {_CAPITAL})*(?: {_CAPITAL})"),
)
_CAMPAIGNS = (
    re.compile(rf"\b(?:{_CAPITAL} (?:{_LINK} )*){{1,6}}?(?:Campaign|Drive|Initiative)\b"),
    re.compile(rf"\b(?:Campa\u00f1a|Iniciativa)(?: {_ENLACE}| {_CAPITAL})*(?: {_CAPITAL})"),
)
_NAMED_IN_TITLE = re.compile(
    r"\b(?:Mes|Semana|D[i\u00ed]a) (?:(?:nacional|internacional|mundial) )?(?:de|para|contra|sobre)\b"
    rf"(?:(?! (?:en )?(?:(?:{_MES})\b|20))[^.,:;\u2013\u2014\u00ab\u201c\u201d\u00bb()\d\n]){{5,90}}",
    re.IGNORECASE,
)
"""Spanish titles often have no capitals: there, a name goes on to the next mark."""
_TAIL = re.compile(rf"(?: (?:{_LINK}|{_ENLACE}))+\Z")
_LEAD = re.compile(
    r"\A(?:(?:The|This|Our|Your|Each|Every|A|For|About|During|In|On|Of|Today|Observe|Join|Welcome|Toolkit|Campaign|Guide|And|"
    rf"Week|It|Its|Is|Why|to|the|{_MONTH_WORD})\b(?:,? 20\d\d)? ?)+"
)
_DAY_NAME = re.compile(rf"\b((?:{_CAPITAL} ){{1,5}}(?:Day|Monday|Tuesday|Wednesday|Thursday|Friday))\b")
_ENDS_SPAN = re.compile(
    rf"(?:\d|\b(?:{_MONTH_WORD}|{_MES}))\s*(?:[-\u2010-\u2015]|\b(?:to|through|al?|hasta el)\b)\s*\Z"
    r"|\b(?i:week of|semana del?)\s*\Z"
)
"""Words before a day that is not meant by itself: the last one of a span, or the first one of a week."""

_NORTH_AMERICA = "911"
_EMERGENCY = re.compile(r"\b(?:911|999|112|000|111)\b")
_DANGER = re.compile(r"\b(?:emergenc|danger|peligro)", re.IGNORECASE)


def of_campaign(ours: Campaign) -> Setting:
    """The observance of the built-in campaign, with its day and its helpline."""
    seen = ours.observance
    event = next((occasion for occasion in ours.month.events if occasion.day == seen.day), None)
    hotline = replace(ours.hotline, name=ours.hotline.name or ours.words.hotline_name)
    line = FoundHelpline(hotline, True, "", traits=frozenset(("free", "confidential", "hours")))
    name = event.name if event else ""
    return Setting(True, ours.month.name, seen.month, seen.day, name, helpline=line, emergency=_NORTH_AMERICA)


def find_setting(blocks: Sequence[DocumentBlock], ours: Campaign, answers: Answers = Answers()) -> Setting:  # noqa: B008
    """What a document is for, with the questions that it leaves open."""
    names = _names(blocks)
    name = answers.name.strip() or next(iter(names), "")
    months = _months(blocks)
    month = answers.month or _clear_month(months)
    if _is_ours(name, answers.month or next(iter(months), 0), ours) and (name or _speaks_of_it(blocks, ours)):
        day, day_name, day_text = _our_day(blocks, ours)
        about = _about(blocks, name or ours.month.name)
        return replace(of_campaign(ours), day=day, day_name=day_name, day_text=day_text, about=about)
    questions: list[Question] = []
    if not name:
        choices = tuple(names) or (ours.month.name,)
        questions.append(Question("name", msg("It does not say for which month, week or day it is."), choices))
    if not month:
        choices = tuple(MONTHS[number] for number in months)
        questions.append(Question("month", msg("It does not say clearly in which month that is."), choices))
    found = find_helplines(blocks)
    helpline = _chosen(blocks, found, answers.helpline)
    if helpline is None:
        sentence = (
            msg("It names several telephone numbers. Which one is the helpline?")
            if len(found) > 1
            else msg("It names a telephone number, but does not say that it is the helpline.")
            if found
            else msg("It names no helpline.")
        )
        questions.append(Question("helpline", sentence, tuple(line.label for line in found)))
    day, day_name, day_text = _day(blocks, name, month)
    emergency = _emergency(blocks) or (_usual_emergency(helpline.hotline.number) if helpline else "")
    others = tuple(
        line.hotline for line in found if line.named and helpline and line.hotline.number != helpline.hotline.number
    )
    return Setting(
        False, name, month, day, day_name, day_text, helpline, others, emergency, _about(blocks, name),
        tuple(questions),
    )  # fmt: skip


def other_helpline(blocks: Sequence[DocumentBlock], setting: Setting, answer: str = "") -> tuple[Message, ...]:
    """A sentence for a document of the built-in campaign that names another helpline alone, or whose user does."""
    if not setting.ours or setting.helpline is None:
        return ()
    shown, found = setting.helpline, find_helplines(blocks)
    chosen = _chosen(blocks, found, answer) if answer else None
    if chosen is not None and _digits(chosen.hotline.number) != _digits(shown.hotline.number):
        pattern = "{said} is not used as the helpline: every piece of this campaign shows {shown}."
        return (msg(pattern, said=answer, shown=shown.label),)
    other = next((line for line in found if line.named), None)
    if other is None or any(line.hotline.number == shown.hotline.number for line in found):
        return ()
    pattern = "The toolkit names {other} as its helpline. Every piece of this campaign shows {shown}."
    return (msg(pattern, other=other.label, shown=shown.label),)


def refuse_open(setting: Setting, name: str) -> None:
    """Raise InputError while something about a toolkit is open, saying what to give."""
    if not setting.questions:
        return
    first = setting.questions[0]
    asked = msg("{name} is not the built-in campaign’s toolkit. {question}", name=name, question=first.sentence)
    ways: dict[str, Message] = {
        "name": msg('Say it with --observance "Name of the Month".'),
        "month": msg("Say it with --month 10."),
        "helpline": msg('Say it with --helpline "Name=1-800-555-0100"; the number of your own organization will do.'),
    }
    offered = [msg("It may be one of these: {choices}.", choices="; ".join(first.choices[:6]))] if first.choices else []
    raise InputError(asked, join_messages((ways[first.about], *offered)))


# ------------------------------------------------------------------ name


def _names(blocks: Sequence[DocumentBlock]) -> tuple[str, ...]:
    """The names of observances in a document, the likeliest first: those of titles and headings, and often said."""
    weights: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for index, block in enumerate(blocks):
        text = block.text.title() if block.text.isupper() else block.text
        for name in _names_in(without_short_name(text[:2_000]), title=index < OPENING or block.kind == "heading"):
            key = _core(name)
            weights[key] += 6 if index < OPENING else 3 if block.kind == "heading" else 1
            spelled[key] = max(spelled.get(key, name), name, key=len)
    opening = [block.text for block in blocks[:OPENING] if len(block.text) <= LONGEST_TITLE]
    titles = (observance_in(text) for text in opening if not ((head := section_head(text)) and head.number))
    named = tuple(spelled[key] for key, _ in weights.most_common()) or tuple(dict.fromkeys(filter(None, titles)))
    campaigns = (found.group() for text in opening for pattern in _CAMPAIGNS for found in pattern.finditer(text))
    return named or tuple(dict.fromkeys(campaigns))


def _names_in(text: str, *, title: bool) -> Iterator[str]:
    found_in = [found for found in (_NAMED_IN_TITLE.search(text),) if title and found is not None]
    for found in found_in:
        yield found.group().strip()
    for pattern in _NAMES if not found_in else ():
        for found in pattern.finditer(text):
            name = _TAIL.sub("", _LEAD.sub("", found.group()))
            if len(name.split()) > 2 or re.match(r"(?:World|International|National|Global) ", name):
                yield name


def _core(name: str) -> str:
    return re.sub(r"^national |(?<=^mes )nacional |(?<=^d[i\u00ed]a )nacional ", "", name.casefold())


def _is_ours(name: str, month: int, ours: Campaign) -> bool:
    """Whether a toolkit is for the built-in campaign: by its name, or where it has none by its month."""
    same_month = month in (0, ours.observance.month)
    if not name:
        return same_month
    if _core(name) == _core(ours.month.name):
        return True
    days = {_core(event.name) for event in ours.month.events}
    alike = _topic(ours.month.name) <= _topic(name) and re.search(r"\b(?:month|mes)\b", name.casefold()) is not None
    return same_month and (alike or _core(name) in days)


def _speaks_of_it(blocks: Sequence[DocumentBlock], ours: Campaign) -> bool:
    """Whether a document that names no observance can be for ours: it has its words, its day, a hashtag or its number.

    One that says nothing of it may be of any cause, and is asked about.
    """
    text = "\n".join(block.text for block in blocks)
    if any(found.hotline.number == ours.hotline.number for found in find_helplines(blocks)):
        return True
    days = [name for event in ours.month.events for name in (event.name, event.short, event.hashtag) if name]
    tags = (ours.info.primary_hashtag, *ours.info.secondary_hashtags)
    spoken = key_of(text)
    return TRAFFICKED.search(text) is not None or any(key_of(word) in spoken for word in (*days, *tags))


def _topic(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - vocabulary().generic


# ------------------------------------------------------------------ month and day


def _months(blocks: Sequence[DocumentBlock]) -> dict[int, int]:
    """The months that a document may be for, the likeliest first, with the evidence for each."""
    weights: Counter[int] = Counter()
    if begins := _begins_in(blocks):
        return {begins: 1}
    for index, block in enumerate(blocks):
        text = _without_editions(block.text)
        head = index < OPENING or block.kind == "heading"
        named = {*_numbers(_DATED, text[:2_000]), *_short_dates(text, figures=block.kind == "heading")}
        weights.update(dict.fromkeys(sorted(named), 4 if head else 1))
        if head:
            weights.update(dict.fromkeys(_numbers(_PLAIN, text), 3))
        elif "Month" in text or "Mes " in text:
            weights.update(_numbers(_PLAIN, text[:2_000]))
    return dict(weights.most_common())


def _begins_in(blocks: Sequence[DocumentBlock]) -> int:
    """The first month of a campaign whose opening says that it goes on into another month; 0 for none."""
    spans = (dates_in(block.text) for block in blocks[:OPENING] if len(block.text) <= LONGEST_TITLE)
    return next((found[2][0] for found in spans if found and found[2][0] != found[3][0]), 0)


def _without_editions(text: str) -> str:
    """A text without the sentences and parts of lines that say when a document was made or changed."""
    rows = re.split(r"(?<=[.!?])\s+|\s\|\s", text)
    return " ".join(row for row in rows if not vocabulary().other_years.search(row.casefold()))


def _short_dates(text: str, *, figures: bool) -> list[int]:
    """The month of the first date of a text, also of one like "Oct 4"; of one in `figures` where a section begins."""
    found = dates_in(text)
    if not found or (re.fullmatch(r"[\W\d_]+", text[found[0] : found[1]]) and not (figures and section_head(text))):
        return []
    return [found[2][0]]


def _numbers(pattern: re.Pattern[str], text: str) -> list[int]:
    """The months that a pattern finds in a text, by their numbers."""
    return [month_number(next(word for word in found.groups() if word)) for found in pattern.finditer(text)]


def _clear_month(months: dict[int, int]) -> int:
    """The month with clearly more evidence than any other; 0 where there is none."""
    rows = list(months.items())
    if not rows or (len(rows) > 1 and rows[0][1] < 2 * rows[1][1]):
        return 0
    return rows[0][0]


def _day(blocks: Sequence[DocumentBlock], name: str, month: int) -> tuple[int, str, str]:
    """The day that people take part in, its name, and the sentence that says so; 0 where there is none."""
    is_day = is_day_name(name)
    # A sentence says it better than a title.
    for block in sorted(blocks, key=lambda entry: entry.kind == "heading" or entry is blocks[0]):
        for row in sentences(block.text[:2_000]):
            found = next(
                (match for match in _DATE.finditer(row) if month_number(match["m"] or match["m2"]) == month), None
            )
            if (
                found is None
                or re.match(r"\s*[-\u2013\u2014]", row[found.end() :])
                or _ENDS_SPAN.search(row[: found.start()])
            ):
                continue
            number = int(found["d"] or found["d2"])
            if is_day and (_core(name) in _core(row) or block is blocks[0] or _core(name) in _core(blocks[0].text)):
                return number, name, row if _core(name) in _core(row) else ""
            if not is_day and (named := _DAY_NAME.search(row)) and _usable_day(named.group(1)):
                return number, _LEAD.sub("", named.group(1)), row
    return (
        (_own_section(blocks, name, month), name, "") if is_day and _own_section(blocks, name, month) else (0, "", "")
    )


def _own_section(blocks: Sequence[DocumentBlock], name: str, month: int) -> int:
    """The day of the section named by a short form of the observance, such as "World Day"; 0 where there is none."""
    words = set(re.findall(r"\w+", name.casefold()))
    for block in blocks:
        head = section_head(block.text)
        title_words = set(re.findall(r"\w+", head.title.casefold())) if head else set()
        single = head is not None and head.dates is not None and head.dates[0] == head.dates[1]
        if (
            head
            and head.dates
            and single
            and head.dates[0][0] == month
            and len(title_words) > 1
            and title_words <= words
        ):
            return head.dates[0][1] if is_day_name(head.title) else 0
    return 0


def _our_day(blocks: Sequence[DocumentBlock], ours: Campaign) -> tuple[int, str, str]:
    """The day of the built-in campaign where a document names it, and the sentence that does; 0 where it does not."""
    event = next((occasion for occasion in ours.month.events if occasion.day == ours.observance.day), None)
    names = [re.escape(name).replace(r"\ ", " ?") for name in (event.name, event.short) if name] if event else []
    called = re.compile("|".join(names), re.IGNORECASE)
    rows = [(block, row) for block in blocks if names for row in sentences(block.text[:2_000]) if called.search(row)]
    if not rows or event is None:
        return 0, "", ""
    whole_rows = (row for block, row in rows if block.kind != "heading" and row.endswith((".", "!")))
    return event.day, event.name, next(whole_rows, "")


def _usable_day(name: str) -> bool:
    words = _LEAD.sub("", name).split()
    return len(words) > 1 and not re.match(rf"(?:{_MONTH_WORD})\b", words[0])


# ------------------------------------------------------------------ helpline


def _chosen(blocks: Sequence[DocumentBlock], found: Sequence[FoundHelpline], answer: str) -> FoundHelpline | None:
    """The helpline that the user names, else the only one that the document calls so."""
    if answer:
        name, _, number = answer.rpartition("=")
        number = next((phone for _, _, phone in phones_in(number.strip())), number.strip())
        wanted = _digits(number)
        known = next((line for line in found if wanted and _digits(line.hotline.number) == wanted), None)
        known = known or next((line for line in found if answer.casefold().strip() in line.label.casefold()), None)
        return known or (FoundHelpline(Hotline(number, name=name.strip()), True, "") if wanted else None)
    named = [line for line in found if line.named]
    if len(named) == 1:
        return named[0]
    if not named and len(found) == 1 and calls_for_help(blocks, found[0].hotline.number):
        return found[0]
    return None


def _digits(number: str) -> str:
    """The digits of a number, without the 1 that is dialed before it."""
    return re.sub(r"\D", "", number)[-10:]


def _emergency(blocks: Sequence[DocumentBlock]) -> str:
    counted = Counter(
        number for block in blocks if _DANGER.search(block.text) for number in _EMERGENCY.findall(block.text)
    )
    return counted.most_common(1)[0][0] if counted else ""


def _usual_emergency(number: str) -> str:
    """The number for emergencies where a helpline has a number of North America; "" for any other."""
    return _NORTH_AMERICA if re.fullmatch(r"(?:\+?1-)?[2-9]\d\d-[2-9]\d\d-\d{4}|988|211", number) else ""


def _about(blocks: Sequence[DocumentBlock], name: str) -> str:
    """The first paragraph that says what the observance is, in the document's own words."""
    rows = (block.text for block in blocks if block.kind == "paragraph" and "#" not in block.text)
    return next((row for row in rows if 80 <= len(row) <= 700 and _core(name) in row.casefold()), "")

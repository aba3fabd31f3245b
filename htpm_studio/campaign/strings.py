"""The fixed words that appear on every piece, once for each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, fields, replace

from htpm_studio.frozen import dataclass


@dataclass(frozen=True, slots=True)
class CardWords:
    """The two sides of a hotline card; the outside names no subject.

    `week_notes` are other notes for the inside, by the number of the week in whose kit they are.
    """

    outside_head: str
    outside_text: str
    inside_head: str
    inside_note: str
    week_notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextStrings:
    """Labels of the files with words; `{title}` is filled with the networks, post, week or readers that are meant.

    `see` introduces a link after a sentence. `in_english` ("en inglés") is what a text in another language says of a
    resource that is only in English, `in_spanish` what a list says of one that is not, under `in_english_list`.
    `also_called` says which name of the month a kit uses (`{title}`) and which others there are (`{word}`).
    """

    posts: str
    posts_how: str
    for_networks: str
    too_long_for: str
    pictures: str
    description: str
    no_day: str
    post: str
    day: str
    weekday: str
    time: str
    words: str
    address: str
    what: str
    who: str
    done: str
    join_in: str
    focus_week: str
    mail_subject: str
    mail_preview: str
    weeks_head: str
    read_more: str
    proclamation: str
    place: str
    given: str
    signature: str
    name: str
    near_you: str
    your_organization: str
    guide: str
    connecting: str
    talking_points: str
    numbers: str
    audience: str
    search: str
    goals: str
    hashtags: str
    hashtags_how: str
    also_called: str = ""
    see: str = ""
    in_english: str = ""
    in_spanish: str = ""
    in_english_list: str = ""


@dataclass(frozen=True, slots=True)
class TeenWords:
    """The words that pieces for teenagers have in place of those for adults; an empty one is the same for both."""

    call: str = ""
    help_lead: str = ""
    emergency: str = ""
    scan_note: str = ""


@dataclass(frozen=True, slots=True)
class Strings:
    """Labels, warnings and date patterns; `{n}` and the date names are filled when they are used.

    `text_word` is what people send to a number that wants a word.

    `print` is what pieces say on paper, as they declare it (`htpm_studio.pieces`); a campaign may say some of it in its
    own way.
    """

    language_name: str
    month_name: str
    month_name_full: str
    hotline: str
    hotline_short: str
    hotline_name: str
    call: str
    text: str
    chat: str
    tty: str
    help_head: str
    help_lead: str
    help_note: str
    help_note_short: str
    emergency: str
    do_not_step_in: str
    warning: str
    awareness_day: str
    week_of: str
    week_label: str
    today: str
    resources: str
    learn: str
    take_action: str
    what_you_can_do: str
    talk_it_over: str
    questions: str
    content_notice: str
    source: str
    search_title: str
    scan_note: str
    stay_safe_head: str
    stay_safe: str
    next_step: str
    this_week: str
    this_month: str
    this_year: str
    photo: str
    photos: str
    sign_in_head: str
    sign_in_privacy: str
    print_full_size: str
    cut_here: str
    fold_here: str
    take_a_number: str
    partners: str
    presenter: str
    page_of: str
    continued: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    date: str
    date_short: str
    date_range: str
    date_span: str
    date_one: str
    card: CardWords
    copy: TextStrings
    teen: TeenWords = TeenWords()
    text_word: str = "{word} to {number}"
    print: Mapping[str, str] = field(default_factory=dict)

    def month(self, day: dt.date) -> str:
        """The name of the month of a day."""
        return self.months[day.month - 1]

    def for_teens(self) -> Strings:
        """The words of pieces that address teenagers."""
        own = {entry.name: getattr(self.teen, entry.name) for entry in fields(self.teen)}
        return replace(self, **{name: text for name, text in own.items() if text})

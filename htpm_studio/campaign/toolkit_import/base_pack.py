"""What a campaign of another observance begins with: neutral words, with the names of the toolkit in them.

The files in `assets/observance` are those of a pack, with the toolkit's own values between « and »; fixed words that
name nothing are the built-in ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from htpm_studio.campaign.model import TRAFFICKING, Campaign, Hotline, Observance, PackInfo
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline
from htpm_studio.campaign.toolkit_import.purpose import TRAFFICKED, Setting
from htpm_studio.campaign.toolkit_import.text_splitting import short_title
from htpm_studio.campaign.toolkit_import.toml_text import file_text, plain
from htpm_studio.hotline.helpline import NATIONAL

FOLDER, SENTENCES, WORDS, DAY = "observance", "sentences.toml", "words.toml", "day.toml"
SHORT, EYEBROW, MOST_TAG = 40, 48, 30
_TOKEN = re.compile(r"«(\w+)»")


def base_pack(
    setting: Setting, year: int, our_texts: PackTexts, assets: Path, language: str = "en", *, single: bool = False
) -> tuple[Campaign, PackTexts]:
    """The campaign that fills what a toolkit does not say, and its files; no question about the toolkit is open.

    It is in the language of the toolkit where there are neutral words in it, else in English. `single` is a day.
    """
    language = language if (assets / FOLDER / language).is_dir() else "en"
    folder, fixed = assets / FOLDER / language, f"{language}/{WORDS}"
    ours = tomllib.loads(dict(our_texts)[fixed])
    sentences = tomllib.loads((folder / SENTENCES).read_text(encoding="utf-8"))
    values = _values(setting, year, sentences, ours["months"])
    files = {
        f"{language}/{path.name}": _filled(path.read_text(encoding="utf-8"), values)
        for path in sorted(folder.glob("*.toml"))
        if path.name not in (SENTENCES, DAY)
    }
    words = _over(ours, tomllib.loads(files[fixed]))
    if single:
        words = _over(words, tomllib.loads(_filled((folder / DAY).read_text(encoding="utf-8"), values)))
    files[fixed] = file_text("Fixed words.", words)
    files["pack.toml"] = file_text("Made from a toolkit.", plain(_info(setting, year, single=single)))
    texts = tuple(sorted(files.items()))
    return read_pack(texts, language), texts


def _info(setting: Setting, year: int, *, single: bool = False) -> PackInfo:
    hotline = setting.helpline.hotline if setting.helpline else Hotline("")
    known = hotline.watched is NATIONAL
    topics = (TRAFFICKING,) if known or TRAFFICKED.search(setting.name) else ()
    observance = Observance(setting.month, setting.day, "", (), topics, single)
    words = [f"{word[:1].upper()}{word[1:]}" for word in re.findall(r"[A-Za-z]+", setting.name)]
    tag = next(made for end in range(len(words), -1, -1) if len(made := "".join(words[:end])) <= MOST_TAG)
    return PackInfo(
        schema=1, name=setting.name, year=year, primary_hashtag=tag, hotline=hotline,
        helplines=setting.others, observance=observance,
    )  # fmt: skip


def _values(setting: Setting, year: int, sentences: Mapping[str, Any], months: Sequence[str]) -> dict[str, str]:
    """The values for the marks, by name, made of these sentences."""
    found = setting.helpline or FoundHelpline(Hotline(""), False, "")
    hotline, month = found.hotline, months[setting.month - 1]
    helpline = hotline.name or sentences["line"]
    plain_name = re.sub(r"^the ", "", hotline.name, flags=re.IGNORECASE) or sentences["line"].lower()
    the_helpline = _with_article(plain_name, sentences["helpline_articles"])
    is_day = setting.is_day and setting.day > 0
    the_name = _with_article(setting.name, sentences["articles"])
    known = {
        "month": month, "day": str(setting.day), "year": "{year}", "name": setting.name, "the_name": the_name,
        "The_name": f"{the_name[:1].upper()}{the_name[1:]}",
    }  # fmt: skip
    danger = sentences["emergency" if setting.emergency else "emergency_unknown"]
    return {
        **known,
        "year": str(year),
        "full_name": setting.name,
        "name_short": _short(setting.name, f"{month[:1].upper()}{month[1:]}"),
        "when_any": sentences["on_day" if is_day else "in_month"].format(**known),
        "when": sentences["on_day_of" if is_day else "in_month_of"].format(**known),
        "proclaimed": sentences["proclaimed_day" if is_day else "proclaimed_month"].format(**known),
        "proclaimed_title": sentences["title_day" if is_day else "title_month"].format(**known),
        "month_before": months[setting.month - 2],
        "day_name": setting.day_name or sentences["day"],
        "line": sentences["line"],
        "helpline": helpline,
        "the_helpline": the_helpline,
        "helpline_short": helpline if len(helpline) <= EYEBROW else _short(helpline, sentences["line"]),
        "number": hotline.number,
        "web_label": sentences["chat_label" if hotline.chat else "web_label"],
        "Reach": _reach(hotline, sentences),
        "Reach_by_name": _reach(hotline, sentences, the_helpline if hotline.name else ""),
        "help_note": _note(found.traits, sentences),
        "emergency": danger.format(emergency=setting.emergency),
        "Call_the_helpline": sentences["call_the_helpline"],
    }


def _with_article(name: str, rules: Iterable[tuple[str, str]]) -> str:
    """A name as it is in a sentence: with the article of the first rule that fits it."""
    return next((form.format(name=name) for begins, form in rules if re.match(begins, name)), name)


def _short(name: str, otherwise: str) -> str:
    """A name where there is little room: without what all such names begin with, or another word for it."""
    plain = re.sub(r"^National |(?<=^Mes )Nacional |(?<=^Día )Nacional ", "", name)
    return plain if len(plain) <= SHORT else short_title(plain, SHORT) or otherwise


def _reach(hotline: Hotline, sentences: Mapping[str, str], the_name: str = "") -> str:
    """The ways to reach a helpline as one sentence without its period; `the_name` is said where no other line does."""
    ways = [
        sentences["call_by_name" if the_name else "call"].format(
            number=hotline.number, name=hotline.name, the_name=the_name
        )
    ]
    if hotline.text_number:
        pattern = sentences["text_word" if hotline.text_keyword else "text"]
        ways.append(pattern.format(text=hotline.text_number, keyword=hotline.text_keyword))
    if hotline.chat:
        ways.append(sentences["chat"].format(chat=bare_address(hotline.chat)))
    elif hotline.web:
        ways.append(sentences["web"].format(web=bare_address(hotline.web)))
    return sentences["or"].join([", ".join(ways[:-1]), ways[-1]]) if len(ways) > 1 else ways[0]


def _note(traits: frozenset[str], sentences: Mapping[str, str]) -> str:
    """What the document says of the helpline; nothing is promised that it does not say."""
    kinds = [name for name in ("free", "confidential") if name in traits]
    first = sentences["both"] if len(kinds) > 1 else sentences[kinds[0]] if kinds else ""
    if "hours" not in traits:
        return f"{first}." if first else sentences["otherwise"]
    hours = sentences["hours"]
    return f"{first}, {hours}." if first else f"{hours[:1].upper()}{hours[1:]}."


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A file with its values, as they are written between quotes in TOML."""
    return _TOKEN.sub(lambda found: values[found.group(1)].replace("\\", "\\\\").replace('"', '\\"'), text)


def _over(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Our words with the neutral ones over them, table by table; a table that is empty there is empty."""
    made = dict(ours)
    for key, value in own.items():
        inner = made.get(key)
        made[key] = (
            _over(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) and value else value
        )
    return made

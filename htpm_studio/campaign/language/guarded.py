"""Whether people are protected in a language: its number words and its words about harm are known."""

from __future__ import annotations

from htpm_studio.campaign.language.harm_words import STEMS
from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import InputError, join_messages, msg
from htpm_studio.hotline.spelled import SPELLED_LANGUAGES

NUMBER_WORDS = msg("number words, by which wrong hotline numbers are found")
HARM_WORDS = msg("words about harm, beside which no photo of people comes by itself")


def refuse_unguarded(campaign: Campaign) -> None:
    """Raise InputError for a campaign in a language in which the program cannot protect anybody."""
    language = campaign.language
    lacking = [
        words for words, known in ((NUMBER_WORDS, SPELLED_LANGUAGES), (HARM_WORDS, STEMS)) if language not in known
    ]
    if lacking:
        raise InputError(
            msg(
                "No kit is made from the folder {language} of the campaign {name}: the program has no {words}.",
                language=language, name=campaign.info.name, words=join_messages(lacking, "; "),
            ),
            msg(
                "Use one of {known}, or take that folder out of the campaign.",
                known=", ".join(sorted(SPELLED_LANGUAGES & STEMS.keys())),
            ),
        )  # fmt: skip

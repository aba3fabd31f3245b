"""Whether people are protected in the languages of a campaign: each has a folder, and so number and harm words."""

from __future__ import annotations

from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import InputError, msg
from htpm_studio.languages.declared import languages


def refuse_unguarded(campaign: Campaign) -> None:
    """Raise InputError for a campaign with words in a language in which the program cannot protect anybody.

    Words of other languages than the kit's are on its cards.
    """
    unknown = sorted({campaign.language, *campaign.translations} - {*languages()})
    if unknown:
        raise InputError(
            msg(
                "No kit is made from the campaign {name}: the program does not know the language of its folder "
                "{language}. It would find no wrong hotline number in words there, and no words about harm.",
                language=unknown[0], name=campaign.info.name,
            ),
            msg(
                "Take that folder out of the campaign, or see “Add a language” in CONTRIBUTING.md. Known are {known}.",
                known=", ".join(languages()),
            ),
        )  # fmt: skip

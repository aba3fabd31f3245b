"""Whether words are about harm: beside them nobody in a photo may be taken for somebody it happened to.

A slide, a graphic or a handout is about harm where the campaign says so (`illustrated`), which is for what only a
reader can tell, or where one of its words begins as one of `STEMS` does. Both hold for the user's own words too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

STEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
    "abus", "afraid", "assault", "bruis", "coerc", "commercial sex", "debt bond", "exploit", "forced", "fraud",
    "groom", "harm", "homeless", "hurt", "kidnap", "lured", "porn", "prostitut", "rape", "recruit", "runaway",
    "sex for", "sex traffick", "sextort", "sexual", "slave", "smuggl", "suicid", "survivor", "threat", "traffick",
    "victim", "violen", "work or sex",
        ),
        "es": (
    "acoso", "agred", "agresi", "amenaz", "coacci", "dano", "engan", "esclav", "explot", "forzad", "forzos", "fraude",
    "maltrat", "miedo", "pornogra", "reclut", "secuestr", "sexo", "sexual", "sobrevivient", "tratante", "la trata",
    "de trata", "trata de persona", "trata sexual", "trata laboral", "victima", "violencia", "violacion",
        ),
    }
)  # fmt: skip
"""How words about harm begin, by language, without accents. Texts of any language are read with all of them."""

_MONTH = re.compile("(national )?human trafficking prevention month|mes (nacional )?de la prevencion de la trata")
"""The name of the month, which is on nearly every piece, is about no harm."""

_HARM = re.compile(r"\b(?:" + "|".join(re.escape(stem) for stems in STEMS.values() for stem in stems) + ")")


def about_harm(texts: Iterable[str], names: Iterable[str] = ()) -> bool:
    """Whether one of the texts has a word about harm; `names` are left out of them, such as that of the month."""
    return _are_about_harm(tuple(texts), tuple(names))


# The window asks it of every piece of a month after each change, and few texts are others then.
@lru_cache(maxsize=2000)
def _are_about_harm(texts: tuple[str, ...], names: tuple[str, ...]) -> bool:
    said = _MONTH.sub(" ", " \n ".join(map(_plain, texts)))
    for name in names:
        said = said.replace(_plain(name), " ") if name.strip() else said
    return _HARM.search(said) is not None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))

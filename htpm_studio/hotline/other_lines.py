"""Numbers of other helplines that a good text may give next to the hotline's, keyed by their digits.

Each is on the site named with it. It is no source for texts: a campaign says its numbers itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OTHER_LINES: Mapping[str, str] = MappingProxyType(
    {
        "988": "988lifeline.org",
        "911": "911.gov",
        "211": "211.org",
        "711": "fcc.gov/711",
        "8008435678": "missingkids.org",
        "8007862929": "1800runaway.org",
        "8007997233": "thehotline.org",
        "8007873224": "thehotline.org, TTY",
        "88788": "thehotline.org",
        "8006564673": "rainn.org",
        "8663319474": "loveisrespect.org",
        "22522": "loveisrespect.org",
        "8004224453": "childhelphotline.org",
        "741741": "crisistextline.org",
        "8006624357": "samhsa.gov",
        "8002738255": "988lifeline.org",
        "8663472423": "ice.gov/tipline",
        "8664879243": "dol.gov/agencies/whd",
        "8003216742": "osha.gov",
        "8884287581": "civilrights.justice.gov, human trafficking and worker exploitation",
        "8885392373": "castla.org, on the notice that California requires",
        "8002221222": "poisonhelp.org",
        "8339001010": "canadianhumantraffickinghotline.ca",
    }
)

"""A helpline as the guard knows it: its number, text number and address, and what follows from their lengths."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from htpm_studio.frozen import dataclass
from htpm_studio.hotline.distance import MAX_DISTANCE

_LONG_NUMBER, _SHORT_NUMBER = 10, 7
_LONG_CODE, _SHORT_CODE = 6, 5
_LONG_NAME, _SHORT_NAME = 16, 9
_LONG_KEYWORD = 6
SHAPES = str.maketrans("01!|l345789", "oiiiieastbg")
"""Letters and digits of one shape, in an address."""


def _edits(length: int, short: int, long: int) -> int:
    """The most edits of a near miss of that length; none for short ones, to which everything is near."""
    return MAX_DISTANCE if length >= long else 1 if length >= short else 0


@dataclass(frozen=True)
class Helpline:
    """One helpline: its number as it is printed, its text number with the keyword, the host of its site.

    `others` are hosts of other services that look almost like this one; `remembered` are two parts of words by which
    people remember the address. `hotline` says that words such as "hotline" mean this one, so that any other number
    beside them is taken for its number. One that is `known` alone is the right number of something else: nothing is
    compared with it. Short numbers and names have no near misses, since too many others are near them.
    """

    printed: str
    text: str = ""
    keyword: str = ""
    host: str = ""
    others: frozenset[str] = frozenset()
    remembered: tuple[str, ...] = ()
    hotline: bool = False
    known: bool = False

    def __hash__(self) -> int:
        return hash(self.printed)  # Every text is looked up with its helplines.

    @cached_property
    def digits(self) -> str:
        """The number without the 1 that is dialed before it."""
        digits = re.sub(r"\D", "", self.printed)
        return digits[1:] if len(digits) == _LONG_NUMBER + 1 and digits[0] == "1" else digits

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """What may be dialed before the number."""
        return ("1", "001") if len(self.digits) == _LONG_NUMBER else ()

    @cached_property
    def number_edits(self) -> int:
        """The most wrong digits of a number that is a near miss of this one."""
        return _edits(len(self.digits), _SHORT_NUMBER, _LONG_NUMBER)

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """The fewest and the most digits of what may be almost the number, with what is dialed before it."""
        before = max((len(prefix) for prefix in self.prefixes), default=0)
        return len(self.digits) - self.number_edits, len(self.digits) + self.number_edits + before

    @cached_property
    def often(self) -> tuple[str, int]:
        """The most frequent digit of the number and its count, to see quickly that other digits are not near."""
        digit = max(self.digits, key=lambda figure: (self.digits.count(figure), figure), default="")
        return digit, self.digits.count(digit) - self.number_edits

    @cached_property
    def text_digits(self) -> str:
        """The text number."""
        return re.sub(r"\D", "", self.text)

    @cached_property
    def text_edits(self) -> int:
        """The most wrong digits of a text number that is a near miss of this one."""
        return _edits(len(self.text_digits), _SHORT_CODE, _LONG_CODE)

    @cached_property
    def word(self) -> str:
        """The keyword for comparing; "" for one so short that other words are near it."""
        folded = self.keyword.casefold()
        return folded if len(folded) >= _LONG_KEYWORD else ""

    @cached_property
    def texted(self) -> re.Pattern[str]:
        """What follows a text number where people are told to text."""
        word = rf"|{re.escape(self.keyword.casefold())}\b" if self.keyword else ""
        return re.compile(rf"[\s(\[:]*(?:by|via|por|for|para)?\s*(?:(?:te?xt|texto|sms|mensaje)\b{word})")

    @cached_property
    def name(self) -> str:
        """The host without its ending."""
        return self.host.rpartition(".")[0]

    @cached_property
    def ending(self) -> str:
        """The ending of the host."""
        return self.host.rpartition(".")[2]

    @cached_property
    def shaped(self) -> str:
        """The name with letters and digits of one shape made one."""
        return self.name.translate(SHAPES)

    @cached_property
    def name_edits(self) -> int:
        """The most wrong letters of a host that is a near miss of this one."""
        return _edits(len(self.name), _SHORT_NAME, _LONG_NAME)

    @cached_property
    def chunks(self) -> tuple[tuple[int, str], ...]:
        """Parts of the name with their places; the allowed edits leave at least one of them unchanged."""
        if not self.name_edits:
            return ()
        size = -(-len(self.shaped) // (self.name_edits + 1))
        return tuple((at, self.shaped[at : at + size]) for at in range(0, len(self.shaped), size))


NATIONAL = Helpline(
    "1-888-373-7888",
    "233733",
    "BEFREE",
    "humantraffickinghotline.org",
    others=frozenset({"canadianhumantraffickinghotline.ca"}),
    remembered=("traf", "line"),
    hotline=True,
)
"""The National Human Trafficking Hotline of the United States."""

USUAL = (NATIONAL,)
"""What texts that belong to no campaign are compared with."""


@lru_cache(maxsize=64)
def helpline(number: str, text: str = "", keyword: str = "", web: str = "") -> Helpline:
    """A helpline with these numbers and this address; the one that is known by its number, with all that is known."""
    made = Helpline(number, text, keyword, (urlsplit(web).hostname or "").removeprefix("www."))
    return NATIONAL if made.digits == NATIONAL.digits else made

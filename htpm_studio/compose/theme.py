"""Who speaks: everything about the organization and the look that templates draw on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from htpm_studio.compose.patch_tiles import Tile
from htpm_studio.compose.styles import StyleSheet
from htpm_studio.errors import in_words_of
from htpm_studio.frozen import dataclass
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import Color, PictureSource, Segment
from htpm_studio.text.fonts import FontBook

LOWEST_LOGO_CONTRAST, GOOD_LOGO_CONTRAST = 3.0, 4.5
WIDE_RATIO, FLAT_RATIO, SYMBOL_RATIO, WIDE_NAME, BESIDE_NAME, CAPITAL, SHORT_BELOW = 8.0, 2.4, 1.1, 70.0, 84.0, 1.3, 40
LONG_WORD = 20.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, how well its edges stand out from each ground (mean WCAG contrast), and whether it says the name."""

    source: PictureSource
    contrast: Mapping[str, float]
    says_name: bool = False

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.source.size[0] / self.source.size[1]

    def stands_out(self, ground: str, least: float = LOWEST_LOGO_CONTRAST) -> bool:
        """Whether the logo can be on that ground without a plate."""
        return self.contrast.get(ground, 1.0) >= least


@dataclass(frozen=True, slots=True)
class PartnerLogo:
    """An organization beside the sender: its name, and its logo if it gave one."""

    name: str
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class PageTheme:
    """Palette, name, logo, fonts, styles, icons and partners of one kit; `phrases` translate what the program says.

    With `named` the name is beside the logo wherever that is. `drawings` are the recipes that the family draws, None
    for all, and `tiles` its own.
    """

    palette: Palette
    organization: str
    logo: Logo | None
    fonts: FontBook
    styles: StyleSheet
    icons: Mapping[str, tuple[Segment, ...]]
    language: str = "en"
    partners: tuple[PartnerLogo, ...] = ()
    phrases: Mapping[str, str] = field(default_factory=dict)
    named: bool = False
    drawings: frozenset[str] | None = None
    tiles: tuple[Tile, ...] = ()

    def translated(self, text: str) -> str:
        """A name or sentence of the program in the language of the kit; English where nobody translated it."""
        return in_words_of(text, lambda english: self.phrases.get(english, english)) if self.phrases else text

    @property
    def is_wide(self) -> bool:
        """Whether the sender needs a foot's whole width: a very wide logo, or a very long name without a logo."""
        if self.logo is not None:
            return self.logo.ratio > WIDE_RATIO
        return self._name_length > WIDE_NAME

    @property
    def _name_length(self) -> float:
        return _length(self.organization)

    @property
    def _has_long_word(self) -> bool:
        return any(_length(word) > LONG_WORD for word in self.organization.split())

    @property
    def is_flat(self) -> bool:
        """Whether the sender may be wider where there is no room below: a flat logo, or a name with a long word."""
        return self.logo.ratio >= FLAT_RATIO if self.logo is not None else self._has_long_word

    @property
    def is_flat_alone(self) -> bool:
        """True for such a sender without a name below it, which would need more height than width."""
        return self.is_flat and not (self.named and len(self.organization) > SHORT_BELOW)

    @property
    def is_low(self) -> bool:
        """Whether the sender is lower than wide: such a logo or name, or a symbol that has its name beside it."""
        symbol = self.logo is not None and self.named and self.logo.ratio <= SYMBOL_RATIO
        if self.named and self._has_long_word:
            return True
        return self.is_flat_alone or (symbol and self._name_length <= BESIDE_NAME)

    @property
    def is_slim(self) -> bool:
        """Whether the sender is a logo taller than wide alone, which leaves most of a foot free."""
        return self.logo is not None and not self.named and self.logo.ratio < 1

    @property
    def is_light(self) -> bool:
        """Whether the sender is a logo for dark grounds, which cannot be on paper and can on the dark ground."""
        return self.logo is not None and not self.logo.stands_out("surface") and self.logo.stands_out("dark")

    def color(self, role: str, alpha: float = 1.0) -> Color:
        """The color of a palette role."""
        return Color(self.palette[role], role, alpha)


def _length(text: str) -> float:
    """The letters of a text, a capital as the wider one that it is."""
    return sum(CAPITAL if letter.isupper() else 1.0 for letter in text)

"""Everything that one kit is made from, and what the user chose."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from htpm_studio.campaign.dates import FocusWeek, Schedule, check_year
from htpm_studio.campaign.language.guarded import refuse_unguarded
from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.campaign.networks import Networks, read_networks
from htpm_studio.campaign.pictures import current_name
from htpm_studio.campaign.posting_days import post_key, posting_days
from htpm_studio.campaign.year_filter import for_year
from htpm_studio.compose.drawings import Drawings
from htpm_studio.compose.family_templates import FamilyDesigns, load_families
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.icons import load_icons
from htpm_studio.compose.page_breaks import BreakBook
from htpm_studio.compose.styles import StyleSheet, read_style_sheet
from htpm_studio.compose.template import Library, Template
from htpm_studio.compose.template_library import load_library
from htpm_studio.compose.theme import Logo, PageTheme, PartnerLogo
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.errors import Message, msg
from htpm_studio.export.kit.evaluation_form import with_form
from htpm_studio.export.kit.kit_cast import week_cast, week_scenes
from htpm_studio.export.kit.office_theme import office_theme
from htpm_studio.export.kit.render_inputs import DocumentInputs, PageInputs, RenderInputs, RunningWords
from htpm_studio.export.kit.schedule import dated_campaign, schedule_of, values_in
from htpm_studio.export.kit.translations import read_phrases
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.hotline.helpline import Helpline
from htpm_studio.hotline.numbers import numbers_in
from htpm_studio.illustrations.library import PictureLibrary
from htpm_studio.languages.declared import known_language
from htpm_studio.paths import Folders
from htpm_studio.pieces.declared import additions, own_pieces, pieces
from htpm_studio.pieces.families import BASE, Family
from htpm_studio.pieces.model import PAPERS, Paper, Preset, Register
from htpm_studio.pieces.sheet_layout import SheetBook
from htpm_studio.pieces.sizes import MEDIA, Medium
from htpm_studio.project.family_roles import BRIGHT, bright_palette, with_family_roles
from htpm_studio.project.logo import colors_from_logo, edge_contrast
from htpm_studio.project.logo_words import holds_name, is_symbol
from htpm_studio.project.model import STYLES, Brand, Project, Style, calendar_date
from htpm_studio.project.palette import Palette, derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.scene.nodes import OfficeTheme, PictureSource, Segment
from htpm_studio.text.fonts import FontBook

if TYPE_CHECKING:  # Few kits have one, and its reader imports much.
    from htpm_studio.render.pptx.deck_template.reader import DeckTemplate

T = TypeVar("T")
Extra = Literal["plain", "pictures", "fonts", "break", "shop"]
EXTRAS: Mapping[Extra, str] = {
    "plain": "deck/plain", "pictures": "deck/pictures", "fonts": "deck/fonts", "break": "deck/break",
    "shop": "print/shop",
}  # fmt: skip
"""What is made besides when somebody asks: decks without art, each slide as a picture, open fonts, a break
that counts its minutes, print shop files.

Each with the form of its files."""

SITE, NO_SITE = "{site}", "example.org"
"""Where a sample has the helpline's address, and what it has where there is none."""

DEFAULT_COLORS = ("#0F5C5C", "#F5AE42")
"""The campaign's own, for an organization that has said none."""
LOGO_GROUNDS = ("surface", "surface-alt", "panel", "deep", "deep-2", "deep-3", "dark")


@dataclass(frozen=True, slots=True)
class Order:
    """For what and for how many people prints are ordered."""

    people: int
    presets: tuple[Preset, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Which files a kit has at all, as `plan` lists them; a `Selection` then picks among these.

    `deck_template` is somebody else's presentation whose design the decks take. `names` are those on certificates; they
    are in no project, and in no file but the certificates. With an `order` there are files for the printer as well,
    made of those that are picked.
    """

    media: tuple[Medium, ...] = MEDIA
    papers: tuple[Paper, ...] = PAPERS
    extras: tuple[Extra, ...] = ()
    deck_template: DeckTemplate | None = None
    names: tuple[str, ...] = field(default=(), repr=False)
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Resources:
    """What is read once and serves every kit: templates, fonts, type sheet, icons, sheets, networks, phrases, drawings.

    `deck_samples` are the prompts of the slide layouts, by language. Library, fonts, type sheet and the grounds of
    designs for posts, where they are its own (`calm` those in that style), and their `registers` are those of the
    design `family`, and so are the pages that are `drawn` in another way than in the first one; `designs` are all
    families.
    """

    assets: Path
    library: Library
    fonts: FontBook
    styles: StyleSheet
    icons: Mapping[str, tuple[Segment, ...]]
    sheets: SheetBook
    deck_samples: Mapping[str, Mapping[str, Fields]]
    networks: Networks
    phrases: Mapping[str, Mapping[str, str]]
    pictures: PictureLibrary
    family: Family
    grounds: Mapping[str, tuple[str, ...]]
    calm: Mapping[str, tuple[str, ...]]
    registers: Mapping[str, tuple[Register, ...]]
    drawn: frozenset[str]
    designs: Designs = field(compare=False)
    breaks: BreakBook = field(default_factory=BreakBook, compare=False)

    def in_family(self, name: str) -> Resources:
        """The same for kits of a design family: always the same value, as what was measured is kept there.

        They are those of the first family where there is none of that name.
        """
        return self if name == self.family.id else self.designs.dress(self, name)


class Designs:
    """All design families by id, and the resources of those that were asked for; safe to share between threads."""

    def __init__(self, by_id: FamilyDesigns) -> None:
        self.by_id = by_id
        self._dressed: dict[str, Resources] = {}
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process dresses them again."""
        return Designs, (self.by_id,)

    @property
    def families(self) -> Mapping[str, Family]:
        """All families by id; what they draw is not read for that."""
        return self.by_id.families

    def dress(self, resources: Resources, name: str) -> Resources:
        """The resources of a family, made from those of another."""
        design = self.by_id.get(name, self.by_id[BASE])
        with self._lock:
            self._dressed.setdefault(resources.family.id, resources)
            found = self._dressed.get(design.family.id)
            if found is None:
                fonts = resources.fonts.with_first(None)
                found = replace(
                    resources,
                    library=design.library,
                    fonts=fonts.with_first(design.first_pair(fonts.first_pair())),
                    styles=design.styles,
                    family=design.family,
                    grounds=design.grounds,
                    calm=design.calm,
                    registers=design.registers,
                    drawn=design.drawn,
                    breaks=BreakBook(),
                )
                self._dressed[design.family.id] = found
            return found


@dataclass(frozen=True, slots=True)
class Kit:
    """One week for one organization: content, look, pictures and choices. Read-only while files are made.

    The campaign holds what may be used in that year, each thing of a certain day in the weeks that have it.
    `scenes` are the drawings, and `instead` says which of them stands for one that the campaign names.
    """

    project: Project
    campaign: Campaign
    week: Week
    year: int
    today: date
    look: PageTheme
    resources: Resources
    scenes: Mapping[str, PictureRef]
    instead: Mapping[str, str]
    values: Mapping[str, str]
    options: Options
    _found: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Another process finds again what follows from the kit."""
        return Kit, tuple(getattr(self, one.name) for one in dataclasses.fields(self) if one.init)

    def cached(self, name: Hashable, find: Callable[[], T]) -> T:
        """What follows from the kit alone, such as its files: found when it is first asked for, as a kit never changes.

        It is safe to ask on several threads; the first answer stays.
        """
        if name not in self._found:
            self._found.setdefault(name, find())
        found: T = self._found[name]
        return found

    @property
    def helplines(self) -> tuple[Helpline, ...]:
        """All lines whose numbers are right in this kit: those of the campaign, and the organization's own."""
        return self.cached("helplines", self._lines)

    def _lines(self) -> tuple[Helpline, ...]:
        lines, brand = self.campaign.helplines, self.project.brand
        said = (brand.local_number, brand.contact)
        own = (text for text in said if not first_near_miss(text, lines=lines, beside=False))
        return (*lines, *(Helpline(number, known=True) for text in own for number in numbers_in(text)))

    @property
    def style(self) -> Style:
        """The style that the kit is drawn in."""
        return style_in(self.project.brand, self.resources.family)

    @property
    def grounds(self) -> Mapping[str, tuple[str, ...]]:
        """The grounds that designs for posts can be on in its family and style, where those are not the piece's."""
        family = self.resources
        return {**family.grounds, **family.calm} if self.style == "calm" else family.grounds

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of the user's, which stay as they are written."""
        brand, official = self.project.brand, self.project.official
        partners = (partner.name for partner in brand.partners)
        return (brand.organization, brand.contact, *partners, official.name, official.office, official.jurisdiction)

    @property
    def office_theme(self) -> OfficeTheme:
        """The theme of the kit's Office files."""
        return self.cached("theme", lambda: office_theme(self.look, self.project.brand, self.campaign.month.name))

    @property
    def page_inputs(self) -> PageInputs:
        """What pages are composed from beside their specs; one value, whoever asks."""
        return self.cached("page inputs", self._page_inputs)

    @property
    def inputs(self) -> RenderInputs:
        """What files are made from beside their specs; one value, whoever asks."""
        return self.cached("inputs", lambda: RenderInputs(self.page_inputs, self._document_inputs(), self.own_names))

    def _page_inputs(self) -> PageInputs:
        resources, words = self.resources, self.campaign.words
        return PageInputs(
            look=self.look,
            language=self.project.language,
            library=resources.library,
            sheets=resources.sheets,
            phrases=resources.phrases,
            running=RunningWords(words.continued, words.page_of, words.print["goes_on"]),
            helplines=self.helplines,
            shown_lines=self.campaign.helplines,
            additions=additions(),
            breaks=resources.breaks,
        )

    def _document_inputs(self) -> DocumentInputs:
        month = self.campaign.month
        return DocumentInputs(
            author=self.look.organization or month.name,
            subject=f"{month.full_name} {self.year}",
            keywords=(month.name, self.week.title),
            date=self.saved,
            theme=self.office_theme,
            footer=f"{self.campaign.words.hotline} {self.campaign.hotline.number}",
            deck_template=self.options.deck_template,
            sample=next(iter(self.scenes.values())),
        )

    @property
    def schedule(self) -> Schedule:
        """When all focus weeks are."""
        return schedule_of(self.project, self.campaign)

    @property
    def dates(self) -> FocusWeek:
        """The first and the last day of the week."""
        return self.schedule.week(self.week.number)

    @property
    def post_days(self) -> dict[str, date]:
        """The day of each post of the week that the month has a place for, by its id, before the user moves any."""
        days = self.cached("post days", lambda: posting_days(self.campaign, self.schedule))
        named = ((post.id, days.get(post_key(self.week.number, post))) for post in self.week.posts)
        return {name: day for name, day in named if day is not None}

    @property
    def saved(self) -> datetime:
        """The day on which the kit was last saved, at noon UTC: the date that its files bear.

        The moment would make every document again after each change; noon is the same day all over America. Without a
        saved kit it is a fixed day before any on which one is made: the first of the year before.
        """
        saved = self.project.saved
        return datetime(saved.year, saved.month, saved.day, 12) if saved else datetime(self.year - 1, 1, 1)

    @property
    def calendar_date(self) -> datetime:
        """The date by which calendar programs compare the kit with an earlier one."""
        return calendar_date(self.year, self.project.saves)

    @property
    def folder_name(self) -> str:
        """Name of the kit's folder, such as "week-2-labor-exploitation"; a single day is called by its name."""
        return self.week.slug if self.campaign.observance.single else f"{self.unit}-{self.week.slug}"

    @property
    def unit(self) -> str:
        """What names of files call the part of the campaign that the kit is for: "week-2", or "day"."""
        return "day" if self.campaign.observance.single else f"week-{self.week.number}"

    @property
    def deck_samples(self) -> Mapping[str, Fields]:
        """The prompts of the slide layouts by template, in the kit's language or else in English."""
        samples = self.resources.deck_samples.get(self.project.language, self.resources.deck_samples["en"])
        site = self.campaign.hotline.web.removeprefix("https://") or NO_SITE
        return self.cached("samples", lambda: {name: _with_site(fields, site) for name, fields in samples.items()})

    def drawing(self, name: str) -> PictureRef | None:
        """The drawing for a picture that the campaign names; None when there is none of that name."""
        current = current_name(name)
        return self.scenes.get(self.instead.get(current, current))

    def translated(self, text: str) -> str:
        """A name or sentence of the program in the language of the kit; English where nobody translated it."""
        return self.look.translated(text)


def load_resources(folders: Folders) -> Resources:
    """Read what serves every kit; the user's own templates add to the program's or replace them.

    Raises Problems with every mistake in the program's files; what is wrong in the user's is in the library.
    """
    styles = read_style_sheet(folders.templates / "styles.toml")
    library = load_library(folders.templates, styles.names(), folders.own_templates)
    return resources_with(Designs(load_families(library, styles)), folders)


def resources_with(designs: Designs, folders: Folders) -> Resources:
    """The same where another process has read the designs, those of the user among them, and they are in use here."""
    assets, first = folders.assets, designs.by_id[BASE]
    library, styles = first.library, first.styles
    return Resources(
        assets=assets,
        library=library,
        fonts=FontBook(assets / "fonts"),
        styles=styles,
        icons=load_icons(assets / "icons"),
        sheets=pieces().sheets,
        deck_samples=_deck_samples(library),
        networks=read_networks(assets / "networks.toml"),
        phrases=read_phrases(assets / "translations"),
        pictures=PictureLibrary(assets / "illustrations"),
        family=first.family,
        grounds=first.grounds,
        calm=first.calm,
        registers=first.registers,
        drawn=first.drawn,
        designs=designs,
    )


def _with_site(fields: Fields, site: str) -> Fields:
    """The prompts with the helpline's site where an address is to be."""
    return {name: _said_site(value, site) for name, value in fields.items()}


def _said_site(value: FieldValue, site: str) -> FieldValue:
    if isinstance(value, str):
        return value.replace(SITE, site)
    if isinstance(value, Mapping):
        return _with_site(value, site)
    return tuple(_said_site(one, site) for one in value)


def _deck_samples(library: Library) -> Mapping[str, Mapping[str, Fields]]:
    samples: dict[str, dict[str, Fields]] = {}
    for piece in pieces().of("deck"):
        for language, fields in piece.spec.sample.items():
            samples.setdefault(language, {}).update(dict.fromkeys(piece.templates, fields))
    own = [one for one in library.templates.values() if one.own and one.medium == "deck"]
    return {language: {**of_it, **_own_samples(of_it, own)} for language, of_it in samples.items()}


def _own_samples(samples: Mapping[str, Fields], own: Sequence[Template]) -> Mapping[str, Fields]:
    """The prompts of the user's own slide layouts: those that the same fields have elsewhere."""
    return {
        one.id: {
            name: next((fields[name] for fields in samples.values() if name in fields), "")
            for name in sorted(one.field_names())
        }
        for one in own
        if one.id not in samples
    }


def template_problems(library: Library) -> tuple[Message, ...]:
    """A sentence for each mistake in the user's own templates: which file, which line, what to do."""
    return tuple(msg("One of your templates is not used. {problem}", problem=problem) for problem in library.problems)


def style_in(brand: Brand, family: Family) -> Style:
    """The style of a brand in a family: its own, or the first where the family does not have it."""
    return brand.style if brand.style in family.spec.styles else STYLES[0]


def build_look(project: Project, resources: Resources) -> PageTheme:
    """Palette, fonts, styles and logo of a project; colors come from the brand, else the logo, else the campaign."""
    brand = project.brand
    resources = resources.in_family(brand.family)
    design = resources.designs.by_id[resources.family.id]
    palette = derive_palette(*colors_of(brand))
    palette = bright_palette(palette, BRIGHT[design.accent]) if design.accent in BRIGHT else palette
    palette = with_family_roles(in_style(palette, style_in(brand, design.family)))
    partners = tuple(PartnerLogo(one.name, _logo(one.logo, palette)) for one in brand.partners)
    fonts = resources.fonts.set_in(brand.pair, brand.heading_font, brand.text_font)
    return PageTheme(
        palette, brand.organization, _logo(brand.logo, palette, brand.organization), fonts,
        resources.styles.fitted(fonts), resources.icons,
        known_language(project.language).tag, partners, resources.phrases.get(project.language, {}),
        name_is_beside(brand),
        design.drawings, design.tiles,
    )  # fmt: skip


def colors_of(brand: Brand) -> tuple[str, str | None]:
    """Main and second color: the brand's, else the logo's, else the campaign's."""
    colors = brand.colors or (colors_from_logo(brand.logo) if brand.logo else ()) or DEFAULT_COLORS
    return colors[0], colors[1] if len(colors) > 1 else None


def name_is_beside(brand: Brand) -> bool:
    """Whether the name is beside the logo: as the user says, else where the logo is a symbol without words."""
    if brand.logo is None or brand.name_beside == "never":
        return False
    return brand.name_beside == "always" or is_symbol(brand.logo)


def _logo(source: PictureSource | None, palette: Palette, name: str = "") -> Logo | None:
    if source is None:
        return None
    contrast = {ground: edge_contrast(source, palette[ground]) for ground in LOGO_GROUNDS}
    return Logo(source, contrast, holds_name(source, name))


def build_kit(project: Project, campaign: Campaign, resources: Resources, options: Options, today: date) -> Kit:
    """Gather what a kit needs; raises InputError for a week without content, a year with no plan, or a language in
    which nobody would be protected.

    `today` decides whether the consent for a photo still holds.
    """
    check_year(project.year)
    refuse_unguarded(campaign)
    schedule_of(project, campaign).week(project.week)
    resources = resources.in_family(project.brand.family)
    look, library = build_look(project, resources), resources.pictures
    usable = with_form(project, _with_own_words(dated_campaign(project, for_year(campaign, project.year))))
    week = usable.week(project.week)
    return Kit(
        project=project,
        campaign=usable,
        week=week,
        year=project.year,
        today=today,
        look=look,
        resources=resources,
        scenes=Drawings(library, week_cast(project, week, library), look.palette, project.language),
        instead=week_scenes(project, week, library),
        values=values_in(project, campaign, project.week),
        options=options,
    )


def _with_own_words(campaign: Campaign) -> Campaign:
    """The campaign with what the user's own pieces say, which nobody knew of when it was read."""
    own = own_pieces()
    if own is None:
        return campaign
    said = {
        language: replace(words, print=MappingProxyType({**own.words(language), **words.print}))
        for language, words in campaign.translations.items()
    }
    return replace(campaign, words=said[campaign.language], translations=MappingProxyType(said))

"""Every text of a kit as passages to be read: what is on its pages, beside them, and in its campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.language.rules import Role, RuleContext, RulePassage
from htpm_studio.campaign.model import Audience, Resource
from htpm_studio.campaign.networks import parts_in
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.page_breaks import ROWS
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.edits import ALT, edits_of, in_size, own_size, piece_id, social_piece
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import joined, photo_words
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.texts.articles import newsletter_of
from htpm_studio.export.texts.planned_posts import CAPTION, network_field, posts_of_week
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import unbroken

BESIDE = ("caption", "alt", "notes")
_NOT_WORDS = frozenset(
    {"url", "icon", "picture", "picture2", "picture3", "page", "side", "org", "words", "hotline", "participant"}
)
# What others published keeps its own name: the title of a resource, and the line that names a source.
_TITLES = frozenset({"title", "source"})
_OF_THE_GUIDE = ("connecting.", "week.", "scenarios.", "session.")


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of a kit, its piece and its texts."""

    piece: str
    spec: FileSpec
    page: PageSpec
    passages: tuple[RulePassage, ...]


def page_texts(kit: Kit, specs: Sequence[FileSpec]) -> tuple[PageText, ...]:
    """The texts of every different page of the files; the same words in another size are listed once."""
    shared = shared_values(kit)
    seen: set[tuple[str, tuple[RulePassage, ...]]] = set()
    found: list[PageText] = []
    for spec in specs:
        for page in spec.pages:
            piece = page.piece or spec.piece
            passages = tuple(_on_page(piece, page, shared, edits_of(kit, piece)))
            key = (f"{piece}|{page.info.name if page.piece else page.template}", passages)
            if key not in seen:
                seen.add(key)
                found.append(PageText(piece, spec, page, passages))
    return tuple(found)


def kit_passages(kit: Kit, pages: Sequence[PageText]) -> tuple[RulePassage, ...]:
    """All texts of a kit: pages, notes, descriptions, captions, the texts for single networks, the campaign's own."""
    found = [passage for page in pages for passage in page.passages]
    for page in pages:
        spec = page.spec
        found.append(RulePassage(page.piece, "notes", page.page.info.notes, "notes"))
        found.append(RulePassage(spec.piece, "alt", _own_alt(kit, spec), "alt"))
    found += _networks(kit)
    found += _own_words(kit)
    found += campaign_passages(kit)
    audience = _audiences(kit, pages)
    spoken = (replace(passage, audience=audience(passage)) for passage in found if passage.text.strip())
    return tuple(dict.fromkeys(spoken))


def _audiences(kit: Kit, pages: Sequence[PageText]) -> Callable[[RulePassage], Audience]:
    """Who each passage speaks to: as its post, its deck or its template says, and the guide to people at work."""
    posts = {social_piece(kit.week.number, post): post.audience for post in kit.week.posts}
    templates = {page.piece: kit.resources.library.templates.get(page.page.template) for page in pages}
    decks = {piece_id(kit, f"deck/{deck.id}/"): deck.audience for deck in kit.week.decks}

    def audience(passage: RulePassage) -> Audience:
        template = templates.get(passage.piece)
        if template is not None and template.audience != "public":
            return template.audience
        if passage.piece == piece_id(kit, "campaign") and passage.field.startswith(_OF_THE_GUIDE):
            return "professional"
        if passage.piece in posts:
            return posts[passage.piece]
        return next((audience for start, audience in decks.items() if passage.piece.startswith(start)), "public")

    return audience


def _own_alt(kit: Kit, spec: FileSpec) -> str:
    """The description without that of the user's photo, which is looked at with the photo."""
    if ALT in edits_of(kit, spec.piece):
        return spec.alt
    alt = spec.alt
    for photo in kit.project.photos:
        alt = alt.removesuffix(joined(photo_words(kit, photo)))
    return alt.rstrip()


def known_of(kit: Kit) -> RuleContext:
    """What the language rules compare with, for a kit."""
    info, month = kit.campaign.info, kit.campaign.month
    resources: Iterable[Resource] = (
        *month.resources,
        *(resource for week in kit.campaign.weeks for resource in week.resources),
    )
    events = tuple(event.hashtag for event in month.events if event.hashtag)
    return RuleContext(
        frozenset(resource.title for resource in resources),
        (info.primary_hashtag, *info.secondary_hashtags, *events),
        kit.today,
        kit.campaign.language,
        kit.helplines,
        kit.campaign.observance.topics,
        kit.campaign.words.emergency,
    )


def campaign_passages(kit: Kit) -> Iterator[RulePassage]:
    """The campaign's texts that no page shows, with their values filled in."""
    week, month = kit.week, kit.campaign.month
    yield from _filled(kit, "month", "text", [month.about, kit.campaign.theme(kit.year).text, *month.goals])
    yield from _filled(kit, "week", "text", [week.idea, *week.talking_points, *week.questions])
    for index, scenario in enumerate(week.scenarios):
        yield from _filled(
            kit, f"scenarios.{index}", "text", [scenario.head, scenario.text, *scenario.questions, *scenario.listen]
        )
    if week.session is not None:
        later = week.session.follow_up
        yield from _filled(kit, "session", "text", [later.subject, later.text, later.message])
    yield from _filled(
        kit, "actions", "text", [part for action in week.actions for part in (action.short, action.text)]
    )
    for index, part in enumerate(week.connecting):
        yield from _filled(kit, f"connecting.{index}", "article", [part.head, *part.paragraphs])
    yield from _filled(kit, "resources", "text", [resource.about for resource in (*month.resources, *week.resources)])
    for name, article in (("newsletter", newsletter_of(kit)), ("web", month.web), ("hotline", month.about_hotline)):
        texts = [article.head, article.summary, *article.paragraphs, article.call]
        yield from _filled(kit, name, "article", texts)
    form = month.proclamation
    yield from _filled(kit, "proclamation", "legal", [*form.clauses, form.resolution, form.witness])
    if month.voices is not None:
        yield from _filled(kit, "voices", "article", [month.voices.line, *month.voices.paragraphs])
    yield from _filled(
        kit, "events", "text", [part for event in month.events for part in (event.name, event.call, event.text)]
    )


def strings(value: Value, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside a value, on one line, with its path, such as ("items.0.text", "...")."""
    if isinstance(value, str):
        yield path, unbroken(value)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from strings(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, Sequence) and not isinstance(value, PictureRef):
        for index, inner in enumerate(value):
            yield from strings(inner, f"{path}.{index}")


def _on_page(
    piece: str, page: PageSpec, shared: Mapping[str, Value], edits: Mapping[str, str]
) -> Iterator[RulePassage]:
    """The words of a page by field, those of one size by theirs; what is on one page is read together."""
    own = {
        name: value
        for name, value in (page.whole or page.content).items()
        if not (page.slides and name == ROWS)  # they say what the deck says, which is read with its slides
        and name not in _NOT_WORDS
        and name not in BESIDE
        and (name not in shared or shared[name] != value)
    }
    rows = [
        (path, text)
        for path, text in strings(own)
        if text.strip() and path.rpartition(".")[2] not in _NOT_WORDS
    ]  # fmt: skip
    block = "\n".join(text for _, text in rows)
    unit = own.get("unit")
    design = pieces().with_template(page.template)
    usual: Role = "legal" if design is not None and design.spec.legal else "text"
    for path, text in rows:
        role: Role = "title" if path.rpartition(".")[2] in _TITLES else usual
        counted = path == "number" and isinstance(unit, str)
        place = f"{page.part}.{path}" if page.part else path
        place = in_size(place, own_size(edits, place, page.canvas))
        yield RulePassage(piece, place, f"{text} {unit}" if counted else text, role, block)


def _own_words(kit: Kit) -> Iterator[RulePassage]:
    """What the user wrote into texts without pages, such as the newsletter."""
    for piece, fields in kit.project.edits.to_mapping().items():
        if piece.startswith(piece_id(kit, "copy/")):
            yield from (RulePassage(piece, name, text, "article") for name, text in fields.items() if name[:1] != "@")


def _networks(kit: Kit) -> Iterator[RulePassage]:
    edits = kit.project.edits.to_mapping()
    for post in posts_of_week(kit.project, kit.campaign, kit.week, edits):
        own = edits_of(kit, post.piece)
        yield RulePassage(post.piece, CAPTION, post.caption, "post")
        yield RulePassage(post.piece, "short", post.short, "post")
        for network, text in () if post.edited else post.written:
            if network_field(network) not in own:
                yield _for_network(post.piece, network, text)
        for network, text in post.own:
            yield _for_network(post.piece, network, text)


def _for_network(piece: str, network: str, text: str) -> RulePassage:
    """What one network shows is read together; of a thread each part stands for itself."""
    return RulePassage(piece, network_field(network), text, "post", text if len(parts_in(text)) == 1 else "")


def _filled(kit: Kit, name: str, role: Role, texts: Iterable[str]) -> Iterator[RulePassage]:
    piece = piece_id(kit, "campaign")
    for index, text in enumerate(texts):
        yield RulePassage(piece, f"{name}.{index}", fill(text, kit.values), role)

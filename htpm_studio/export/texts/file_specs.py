"""The words that go with a kit: posts, newsletter, web page, proclamation and calendar as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from htpm_studio.campaign.networks import SMS, Network
from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import edits_of, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, Format, PageSpec
from htpm_studio.export.prints.guide_pages import training_of, training_slides
from htpm_studio.export.texts.articles import (
    newsletter_blocks,
    newsletter_of,
    proclamation_blocks,
    web_blocks,
    with_subject,
)
from htpm_studio.export.texts.calendar import event_calendar, planner_sheet
from htpm_studio.export.texts.guide import guide_blocks
from htpm_studio.export.texts.header import alt_of, header_spec, hero_page, masthead_of
from htpm_studio.export.texts.own_words import HEAD, SUMMARY, laid_over
from htpm_studio.export.texts.planned_posts import network_field
from htpm_studio.export.texts.proclamation import proclamation_texts, values_of
from htpm_studio.export.texts.session_guide import evaluation_blocks, follow_up_blocks, session_guide_blocks
from htpm_studio.export.texts.typeset import MESSAGES
from htpm_studio.export.texts.week_posts import (
    ReadyPost,
    buffer_sheet,
    linked,
    messages_blocks,
    posts_blocks,
    posts_sheet,
    ready_posts,
)
from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import known_language
from htpm_studio.pieces.declared import bundled
from htpm_studio.pieces.model import Source
from htpm_studio.scene.writing import Inks, Letterhead, Paragraph, Table, WebLook, Words, Writing
from htpm_studio.units import Size

FOLLOW_UP = "follow-up"
LETTER, A4 = Size(612, 792), Size(595.28, 841.89)


@dataclass(frozen=True, slots=True)
class _File:
    """One file: its name below "copy/", what it holds, and how that is made from a kit and its posts.

    One that says what the `printed` piece with that content says follows it, and shows the `slides` in small pictures,
    or those of the posts (`shows_posts`).
    """

    group: str
    title: str
    name: str
    format: Format
    words: Callable[[Kit, tuple[ReadyPost, ...]], Words]
    printed: Source | Literal[""] = ""
    slides: Callable[[Kit], tuple[PageSpec, ...]] = lambda _kit: ()
    shows_posts: bool = False


def copy_specs(kit: Kit) -> Iterator[FileSpec]:
    """One spec for each file with words. What is in it is filled in by `with_words`, once all files are known."""
    for file in _files(kit):
        if (file.printed and training_of(kit) is None) or (file.group == FOLLOW_UP and kit.week.session is None):
            continue
        yield FileSpec(
            id=_id(file),
            medium="copy",
            title=kit.translated(file.title),
            path=f"copy/{file.name}.{file.format}",
            format=file.format,
            pages=(),
            slides=file.slides(kit),
            caption=_how(kit, file.group),
            group=file.group,
            piece=piece_id(kit, bundled().pieces.taking(file.printed)[0].id if file.printed else f"copy/{file.group}"),
            repeats=bool(file.printed),
        )
        if file.name == "newsletter" and file.format == "html":
            yield header_spec(kit)


def text_titles(kit: Kit) -> Mapping[str, str]:
    """What each file with words is, by the id of its spec, in English: to be said in the language of a window."""
    return {_id(file): file.title for file in _files(kit)}


def with_words(kit: Kit, specs: Sequence[FileSpec], piece: str = "") -> tuple[FileSpec, ...]:
    """The specs, those of words with what they say; only pictures among these specs are named in it.

    With a `piece` only its files get their words.
    """
    if not any(spec.medium == "copy" for spec in specs):
        return tuple(specs)
    makers = {_id(file): file for file in _files(kit)}
    posts = ready_posts(kit, specs)
    pages = {spec.path: spec.pages[0] for spec in specs if spec.medium == "social" and spec.pages}
    shown = tuple(pages[post.pictures[0]] for post in posts if post.pictures)

    def told(spec: FileSpec) -> FileSpec:
        maker = makers.get(spec.id)
        if maker is None or piece not in ("", spec.piece):
            return spec
        return replace(spec, words=maker.words(kit, posts), slides=shown if maker.shows_posts else spec.slides)

    return tuple(map(told, specs))


def _files(kit: Kit) -> Iterator[_File]:
    """The files of a kit; that of a single day has a guide to the day, one without text messages no file of them."""
    edits = kit.project.edits.items
    own = any(edit.field == network_field(SMS) and edit.piece.startswith(piece_id(kit, "")) for edit in edits)
    messages = own or any(post.networks for post in kit.week.posts)
    for file in (*_FILES, *_channels(kit)):
        if file.group == MESSAGES and not messages:
            continue
        of_day = kit.campaign.observance.single and file.group == "guide"
        yield replace(file, title=msg("Guide"), name="guide") if of_day else file


def _id(file: _File) -> str:
    return f"copy/{file.name}.{file.format}"


def _channels(kit: Kit) -> Iterator[_File]:
    """Buffer takes one file for each channel, and each network gets the text that fits it."""
    for network in kit.resources.networks.networks:
        words = partial(_channel, network=network)
        yield _File("posts", msg("Posts"), f"buffer/{network.id}", "csv", words)


def _channel(_kit: Kit, posts: tuple[ReadyPost, ...], network: Network) -> Table:
    return buffer_sheet(posts, network)


def _posts(kit: Kit, posts: tuple[ReadyPost, ...]) -> Writing:
    title = fill(kit.campaign.words.copy.posts, {"n": str(kit.week.number), "title": kit.week.title})
    return _writing(kit, "posts", title, posts_blocks(kit, posts))


def _shown_posts(kit: Kit, posts: tuple[ReadyPost, ...]) -> Writing:
    usual = _posts(kit, posts)
    blocks = laid_over(kit, piece_id(kit, "copy/posts"), posts_blocks(kit, posts, shown=True))
    return replace(usual, blocks=tuple(map(linked, blocks)))


def _messages(kit: Kit, posts: tuple[ReadyPost, ...]) -> Writing:
    blocks = messages_blocks(kit, posts)
    return _writing(kit, MESSAGES, blocks[0].text, blocks)


def _newsletter(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    article = newsletter_of(kit)
    title = fill(article.head, values_of(kit))
    mail = _writing(kit, "newsletter", title, newsletter_blocks(kit), article.summary)
    return replace(mail, for_mail=True, masthead=masthead_of(kit))


def _newsletter_text(kit: Kit, posts: tuple[ReadyPost, ...]) -> Writing:
    return with_subject(kit, _newsletter(kit, posts))


def _web(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    article = kit.campaign.month.web
    page = _writing(kit, "web", fill(article.head, values_of(kit)), web_blocks(kit), article.summary)
    return replace(page, web=web_look(kit))


def _hero(kit: Kit) -> tuple[PageSpec, ...]:
    return (hero_page(kit),)


def _guide(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    title = fill(kit.campaign.words.copy.guide, {"n": str(kit.week.number), "title": kit.week.title})
    return _writing(kit, "guide", title, guide_blocks(kit))


def _session_guide(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    blocks = session_guide_blocks(kit)
    return _writing(kit, "facilitator-guide", blocks[0].text, blocks)


def _evaluation(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    blocks = evaluation_blocks(kit)
    return _writing(kit, "evaluation", blocks[0].text, blocks)


def _follow_up(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    blocks = follow_up_blocks(kit)
    return _writing(kit, FOLLOW_UP, blocks[0].text, blocks)


def _proclamation(kit: Kit, _posts: tuple[ReadyPost, ...]) -> Writing:
    title = str(proclamation_texts(kit)["title"])
    return _writing(kit, "proclamation", title, proclamation_blocks(kit))


def _writing(kit: Kit, group: str, title: str, blocks: Sequence[Paragraph], summary: str = "") -> Writing:
    piece = piece_id(kit, f"copy/{group}")
    own = edits_of(kit, piece)
    return Writing(
        title=own.get(HEAD) or title,
        author=kit.look.organization or kit.campaign.month.name,
        language=known_language(kit.project.language).tag,
        blocks=tuple(laid_over(kit, piece, blocks)),
        inks=inks(kit),
        theme=kit.office_theme,
        paper=LETTER if "letter" in kit.options.papers else A4,
        subject=f"{kit.campaign.month.full_name} {kit.year}",
        date=kit.saved,
        preview=own.get(SUMMARY, fill(summary, values_of(kit))),
        letterhead=letterhead(kit),
    )


def letterhead(kit: Kit) -> Letterhead | None:
    """The logo for the head of a text, with the name where the logo does not say it; None without a logo."""
    logo = kit.look.logo
    if logo is None:
        return None
    plate = "" if logo.stands_out("surface") else kit.look.palette["deep"]
    return Letterhead(logo.source, bool(kit.look.organization) and not logo.says_name, plate)


def web_look(kit: Kit) -> WebLook:
    """The look of a web page: the ground and the face that the design family gives its head."""
    design = kit.resources.designs.by_id[kit.resources.family.id]
    palette, ground = kit.look.palette, design.start or "deep"
    data = kit.look.fonts.data("Head")
    return WebLook(
        ground=palette[ground],
        on_ground=palette[f"on-{ground}"],
        face=data.face,
        fallback="Georgia,serif" if data.serif else "Arial,sans-serif",
        alt=alt_of(kit, hero_page(kit)),
        skip=kit.translated(msg("Skip to the text")),
        square=kit.look.drawings is not None,
    )


def inks(kit: Kit) -> Inks:
    """The palette's inks for running text, each with the contrast that the palette guarantees."""
    palette = kit.look.palette
    return Inks(
        paper=palette["surface"],
        soft=palette["surface-alt"],
        ink=palette["ink"],
        muted=palette["ink-muted"],
        link=palette["primary-text"],
        line=palette["line"],
        deep=palette["deep"],
        on_deep=palette["on-deep"],
        accent=palette["accent-fill"],
    )


def _how(kit: Kit, group: str) -> str:
    """How to use the files of a group; a proclamation is sent in the month before that of the campaign."""
    before = kit.campaign.month.proclamation.send or kit.translated(msg("the month before"))
    how = _OF_THE_DAY if group == "guide" and kit.campaign.observance.single else _HOW[group]
    return kit.translated(how).replace("{month}", before)


_OF_THE_DAY = msg(
    "Everything in one document: what to say, what to do, numbers, questions and resources. Print it for your team, or "
    "draw on it for talks and web pages."
)


_HOW: Mapping[str, str] = {
    "posts": msg(
        "Copy a text for your network from .docx or .txt, add its picture and paste the description. The .csv has "
        "a row for each post and a column for each network; three hyphens divide a thread. Buffer takes a "
        "file from buffer/ for each channel (ten posts a file on its free plan); add pictures and threads by hand."
    ),
    MESSAGES: msg("One text message for each post, for your list: short enough for a single message on any phone."),
    "newsletter": msg(
        "Paste the .html into your email tool as code, and upload the header picture there; or paste the .txt into any "
        "email. The tool adds your postal address and the way to unsubscribe."
    ),
    "web": msg(
        "Put the .html on your website as it is: one file with everything in it. Or copy what you need from it."
    ),
    "guide": msg(
        "The whole week in one document: what to say, what to do, numbers, questions and resources. Print it "
        "for your team, or draw on it for talks and web pages."
    ),
    "facilitator-guide": msg(
        "The printed facilitator guide as a Word document: slide pictures, what to say and ask, minutes, and what to "
        "do if something comes up. Change it for your group."
    ),
    "evaluation": msg("The questions of the evaluation form as text, for the form tool that you use online."),
    FOLLOW_UP: msg("What to ask thirty days after a training, as an email and as a text message."),
    "proclamation": msg(
        "Fill in the blanks of the .docx and send it in {month} to your mayor, governor, county, council or "
        "Tribal leader."
    ),
    "calendar": msg(
        "Open the .ics, and the days appear in Outlook, Google or Apple Calendar. The .csv is a plan to fill "
        "in. Posts without a day are in neither."
    ),
}
_FILES: tuple[_File, ...] = (
    _File("posts", msg("Posts"), "posts", "txt", _posts),
    _File("posts", msg("Posts"), "posts", "docx", _shown_posts, shows_posts=True),
    _File("posts", msg("Posts"), "posts", "csv", posts_sheet),
    _File(MESSAGES, msg("Text messages"), MESSAGES, "txt", _messages),
    _File("newsletter", msg("Newsletter"), "newsletter", "html", _newsletter),
    _File("newsletter", msg("Newsletter"), "newsletter", "txt", _newsletter_text),
    _File("web", msg("Web page"), "web-page", "html", _web, slides=_hero),
    _File("web", msg("Web page"), "web-page", "txt", _web),
    _File("guide", msg("Week guide"), "week-guide", "docx", _guide),
    _File("guide", msg("Week guide"), "week-guide", "txt", _guide),
    _File(
        "facilitator-guide",
        msg("Facilitator guide"),
        "facilitator-guide",
        "docx",
        _session_guide,
        printed="guide",
        slides=training_slides,
    ),
    _File("evaluation", msg("Evaluation questions"), "evaluation", "txt", _evaluation, printed="evaluation"),
    _File(FOLLOW_UP, msg("Thirty days later"), FOLLOW_UP, "txt", _follow_up),
    _File("proclamation", msg("Proclamation"), "proclamation", "docx", _proclamation),
    _File("proclamation", msg("Proclamation"), "proclamation", "txt", _proclamation),
    _File("calendar", msg("Calendar"), "calendar", "ics", event_calendar),
    _File("calendar", msg("Calendar"), "planner", "csv", planner_sheet),
)

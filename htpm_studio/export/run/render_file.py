"""A specification becomes the bytes of a file: its pages are composed, a back end writes them. No disk is touched here.

A back end is imported when the first file needs it, so that what only plans or draws starts without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.compose.bleed import with_bleed
from htpm_studio.compose.compose_page import Composed
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.export.decks.file_specs import STARTER
from htpm_studio.export.decks.open_fonts import FONTS, font_file
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.export.kit.specs import FileSpec, Format, PageSpec, RenderedFile
from htpm_studio.export.pages.page_builder import PageBuilder, on_sheet, pages_of
from htpm_studio.export.preflight.hotline import BLOCKED, MISSING, blocked_file, lacks_hotline, without_slide
from htpm_studio.export.preflight.painted import painted_near_miss
from htpm_studio.languages.declared import known_language
from htpm_studio.processes.jobs import JobContext
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.render.raster.files import encode_jpeg, encode_png
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Color, Document, Page, PageRun
from htpm_studio.scene.walk import texts
from htpm_studio.scene.writing import Writing

SCREEN_DPI, PRINT_DPI = 144, 300
LEFT_OUT = "left-out-of-print"
NOT_SHOWN = msg("A name of the list cannot be shown as it is written.")


def render_file(
    spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder | None = None
) -> RenderedFile:
    """Compose and render one file; a `builder` knows pages that other files show too.

    A file of words has its words already: `hotline_gate.block_unsafe` puts them in. A page on which something could be
    read as a wrong number is left out with those of the same name; of any other printed file, whose pages belong
    together, that leaves out the whole file.
    """
    builder = builder or PageBuilder()
    if spec.group == FONTS and spec.medium == "deck":
        return RenderedFile(spec, font_file(spec, inputs.pages.look.fonts))
    if spec.words is not None:
        from htpm_studio.export.texts.typeset import typeset
        from htpm_studio.export.texts.written import written

        context.checkpoint()
        words = typeset(spec.words, inputs.own_names, spec.format, spec.group)
        if isinstance(words, Writing) and spec.slides:
            words = replace(words, pictures=tuple(builder.picture(page, inputs.pages) for page in spec.slides))
        return RenderedFile(spec, written(words, spec.format))
    if spec.runs:
        return _for_printer(spec, inputs, context, builder)
    composed, pages, findings = _finished(spec, inputs, context, builder)
    if not pages and any(finding.code == BLOCKED for finding in findings):
        return RenderedFile(spec, b"", findings)
    context.checkpoint()
    if (deck_template := deck_template_of(spec, inputs)) is not None:
        from htpm_studio.export.decks.deck_template import template_deck

        contents = [page.content for page, _ in composed]
        made = document(spec, pages, inputs, builder)
        deck = template_deck(inputs, deck_template, made, contents, pages, words_only=spec.plain)
        return RenderedFile(spec, deck.data, (*findings, *deck.findings), len(pages))
    return RenderedFile(spec, WRITERS[spec.format](spec, pages, inputs, builder), findings, len(pages))


def _finished(
    spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder
) -> tuple[list[tuple[PageSpec, Composed]], tuple[Page, ...], tuple[Diagnostic, ...]]:
    """The pages of a file as they are composed and as they are printed; none where the whole file is left out."""
    every: list[tuple[PageSpec, Composed]] = []
    wrong: dict[int, str] = {}
    for at, page in enumerate(pages_of(spec, inputs.pages)):
        context.checkpoint()
        every.append((page, builder.compose(page, inputs.pages)))
        if at < spec.planned_pages:
            context.add_pages()
        if sentence := painted_near_miss(every[at][1].page, inputs.pages.helplines):
            wrong[at] = sentence
    gone = {at // spec.sides for at in wrong}
    composed = [one for at, one in enumerate(every) if at // spec.sides not in gone]
    pages = tuple(one.page for _, one in composed)
    findings = tuple(dict.fromkeys(finding for _, one in composed for finding in one.findings))
    if spec.private:
        findings = tuple(dict.fromkeys(replace(one, text="", shared=NOT_SHOWN) for one in findings))
    printed = spec.medium == "print" and not spec.private
    if wrong and (not composed or (printed and not all(page.piece for page in spec.pages))):
        return [], (), (blocked_file(spec.title, next(iter(wrong.values())), spec.piece),)
    findings += tuple(without_slide(spec, every[at][0], sentence) for at, sentence in wrong.items())
    if not _is_part(spec) and lacks_hotline(
        inputs.pages.shown_lines, spec.medium, (page.template for page in spec.pages), pages, spec.caption
    ):
        findings = (*findings, blocked_file(spec.title, MISSING, spec.piece))
    if spec.sheet:
        pages = on_sheet(spec, pages, inputs.pages)
    if spec.bleed:
        pages = tuple(with_bleed(page, spec.bleed) for page in pages)
    return composed, pages, findings


def _for_printer(spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder) -> RenderedFile:
    """Several files as one for a printer, with their copies. What may not go out is left out of it.

    Where something is printed on both sides, what is on one side has blank backs, so that every copy begins on a sheet.
    """
    pages: list[Page] = []
    runs: list[PageRun] = []
    blocked: list[Diagnostic] = []
    two_sided = any(run.sides > 1 for run in spec.runs)
    for run in spec.runs:
        _, shown, findings = _finished(run.spec, inputs, context, builder)
        wrong = [finding for finding in findings if finding.code == BLOCKED]
        blocked += wrong
        if not wrong:
            shown = tuple(_with_backs(shown, run.sides)) if two_sided else shown
            pages += shown
            runs.append(PageRun(run.title, len(shown), run.copies))
    if not runs:
        return RenderedFile(spec, b"", tuple(blocked))
    from htpm_studio.render.pdf.document import render_pdf

    context.checkpoint()
    sheet = next((run.spec.sheet for run in spec.runs if run.spec.sheet and run.sides > 1), "")
    edge = (inputs.pages.sheets.sheets[sheet].turned_about if sheet else "") or "long edge"
    made = replace(
        document(spec, tuple(pages), inputs, builder),
        actual_size=True, turned_about=edge if two_sided else "one side", runs=tuple(runs),
    )  # fmt: skip
    findings = tuple(replace(finding, code=LEFT_OUT) for finding in blocked)
    return RenderedFile(spec, render_pdf(made, PRINT_DPI), findings, sum(run.pages * run.copies for run in runs))


def _with_backs(pages: Sequence[Page], sides: int) -> Iterator[Page]:
    """The pages with blank ones, so that each sheet has two sides."""
    for at, page in enumerate(pages):
        yield page
        if sides == 1 or (at + 1 == len(pages) and len(pages) % 2):
            yield replace(page, name=f"{page.name}-back", title="", ground=Color("#FFFFFF"), nodes=())


def deck_template_of(spec: FileSpec, inputs: RenderInputs) -> DeckTemplate | None:
    """The presentation whose design a deck takes; None for what has the kit's own."""
    if spec.plain:
        from htpm_studio.export.decks.plain_design import plain_deck_template

        return plain_deck_template(inputs)
    return inputs.document.deck_template if spec.medium == "deck" and spec.format == "pptx" else None


def _is_part(spec: FileSpec) -> bool:
    """Whether a file is a part of a deck that needs the hotline as a whole: its layouts, or one slide."""
    return spec.medium == "deck" and spec.format in ("potx", "png")


def document(
    spec: FileSpec, pages: tuple[Page, ...], inputs: RenderInputs, builder: PageBuilder | None = None
) -> Document:
    """The pages as one document with its metadata and theme."""
    builder = builder or PageBuilder()
    layouts = tuple(builder.compose(layout, inputs.pages).page for layout in spec.layouts)
    sheet = inputs.pages.sheets.sheets[spec.sheet] if spec.sheet else None
    spoken = known_language(inputs.pages.language)
    return Document(
        title=spec.title,
        author=inputs.document.author,
        language=spoken.tag,
        pages=pages,
        subject=inputs.document.subject,
        keywords=inputs.document.keywords,
        layouts=layouts,
        theme=inputs.document.theme,
        date=inputs.document.date,
        actual_size=sheet is not None or spec.bleed > 0,
        turned_about=sheet.turned_about if sheet is not None and spec.sides > 1 else "",
        prompts=spoken.prompts,
    )


def _png(spec: FileSpec, pages: tuple[Page, ...], _inputs: RenderInputs, _builder: PageBuilder) -> bytes:
    return encode_png(render_page(pages[0], spec.scale), spec.alt)


def _jpg(spec: FileSpec, pages: tuple[Page, ...], _inputs: RenderInputs, _builder: PageBuilder) -> bytes:
    return encode_jpeg(render_page(pages[0], 1.0), spec.max_bytes, spec.alt)


def _pdf(spec: FileSpec, pages: tuple[Page, ...], inputs: RenderInputs, builder: PageBuilder) -> bytes:
    from htpm_studio.render.pdf.document import render_pdf

    dpi = SCREEN_DPI if spec.medium == "deck" else PRINT_DPI
    return render_pdf(document(spec, pages, inputs, builder), dpi)


def _pptx(spec: FileSpec, pages: tuple[Page, ...], inputs: RenderInputs, builder: PageBuilder) -> bytes:
    from htpm_studio.render.pptx.deck import render_pptx

    return render_pptx(document(spec, pages, inputs, builder))


def _potx(spec: FileSpec, pages: tuple[Page, ...], inputs: RenderInputs, builder: PageBuilder) -> bytes:
    from htpm_studio.render.pptx.deck import render_potx

    made = document(spec, tuple(_begun(page) if page.name == STARTER else page for page in pages), inputs, builder)
    name = inputs.pages.look.organization or spec.title
    theme = replace(inputs.document.theme, name=name)
    return render_potx(replace(made, author=name, theme=theme, subject="", keywords=()))


def _begun(page: Page) -> Page:
    """The page as a new slide, which has nothing but its number."""
    return replace(page, empty=True, nodes=tuple(block for block in texts(page) if block.slot == "number"))


WRITERS: Mapping[Format, Callable[[FileSpec, tuple[Page, ...], RenderInputs, PageBuilder], bytes]] = {
    "png": _png, "jpg": _jpg, "pdf": _pdf, "pptx": _pptx, "potx": _potx,
}  # fmt: skip

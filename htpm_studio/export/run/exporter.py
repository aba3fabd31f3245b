"""Making a kit: every file composed and rendered, checked, and moved into place together."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Literal

from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.errors import Diagnostic, InputError, Message, Severity, join_messages, msg
from htpm_studio.export.disk.atomic_output import check_target, move_into_place, staging, write_file
from htpm_studio.export.disk.kit_proof import FileSum, listed_sums, prove, sum_of
from htpm_studio.export.folder.kit_folder import MANIFEST
from htpm_studio.export.folder.manifest import POSTS, REVIEW, START, manifest
from htpm_studio.export.folder.post_page import post_page
from htpm_studio.export.folder.replacing import is_untouched
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.edits import FINE, lost_templates, partly_chosen, pictures_in
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_family import family_missing
from htpm_studio.export.kit.photo_placement import large_enough, one_color, why_unused
from htpm_studio.export.kit.render_inputs import PageInputs, RenderInputs
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.catalogue import missing_media, plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.pages.selection import form_of
from htpm_studio.export.preflight.brand import check_brand
from htpm_studio.export.preflight.findings import notes_of, review
from htpm_studio.export.preflight.foreign_lines import refuse_foreign_text
from htpm_studio.export.preflight.hotline_gate import block_unsafe, without_blocked
from htpm_studio.export.preflight.kit import LOGO_POOR, PICTURE_LOST
from htpm_studio.export.preflight.missing_letters import without_names
from htpm_studio.export.preflight.model import check_id
from htpm_studio.export.preflight.report import description_findings, load_tools, make_safe
from htpm_studio.export.preflight.shared_findings import shared_findings
from htpm_studio.export.prints.printer_files import ordered_lines, printer_specs
from htpm_studio.export.run.executors import InlineExecutor
from htpm_studio.export.run.file_cache import FileCache, KitCache
from htpm_studio.export.run.job_errors import without_failed
from htpm_studio.export.run.render_task import KitWork, RenderOutcome, RenderTask, preview, shown_page, weight_of
from htpm_studio.export.run.results import ExportedFile, KitResult
from htpm_studio.export.texts.week_posts import POSTS_ELSEWHERE, TO_FILL_IN, posts_elsewhere, posts_to_fill_in
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.project.consent import REASONS, status, usable
from htpm_studio.project.logo import logo_flaw
from htpm_studio.project.missing_pictures import ADD_AGAIN, lost_sentence, shared_sentence, still_lost
from htpm_studio.project.model import Photo
from htpm_studio.project.photo_names import shared_name

PATIENCE = 0.2
"""Seconds between two looks at whether the job was stopped."""

TOO_SMALL = (
    "Photo {name} is only {wide} x {high} pixels; a built-in picture is used instead. Use one of at least 1080 pixels."
)
IN_USE = "A file of {name} is open in another program, so the new kit is in {folder}. Close it, then try again."
NOT_ALONE = "The folder {name} was changed while the kit was made, so the new kit is in {folder}."
OWN_LOOK = msg(
    "Only the PowerPoint decks use the design of the presentation. Their PDFs, handouts and pictures keep the kit's "
    "look."
)
NO_RECORD, WITH_RECORD = "Photo {name} has no record of consent. Keep one.", "Name it with --photo-record."
ONE_COLOR = (
    "Photo {name} is one flat color, or nearly so; it appears only where you put it. Look at its file, or use "
    "another photo."
)
UNUSED = msg("Photo {names} is in no piece of this kit: {why}.")
SEVERAL_UNUSED = msg("Photos {names} are in no piece of this kit: {why}.")
LEAST_POSTS, NO_OTHER = 2, msg("no other post has a place for a photo")
FEW = msg("Fewer than two posts show photo {names}: {why}.")
SEVERAL_FEW = msg("Fewer than two posts show photos {names}: {why}.")
KEPT_OUT = "{reason}; a built-in picture is used instead. Ask again, or use another photo."


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A finished file: its path below the kit's folder, what it is, and its bytes."""

    path: str
    title: str
    medium: str
    form: str
    piece: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FinishedKit:
    """A finished kit that is on no disk yet, with the start page and the list of files last: `place` writes it."""

    files: tuple[FinishedFile, ...]
    general: tuple[Diagnostic, ...]
    findings: tuple[tuple[str, Diagnostic], ...]


def export_kit(
    kit: Kit,
    out: Path,
    context: JobContext,
    *,
    force: bool = False,
    keeps_touched: bool = False,
    waits: bool = False,
    executor: Executor | None = None,
    folder: str = "",
    wanted: Callable[[FileSpec], bool] | None = None,
    notes: Path | None = None,
    cache: FileCache | None = None,
) -> KitResult:
    """Write one kit below `out`; the folder (named after the week unless it has a name) appears complete or not at all.

    `force` replaces a folder that is there; with `keeps_touched` only where nobody touched it while the kit was made.
    `waits` lets whoever writes the same folder finish first; without, that raises BusyError. `notes` is the folder of
    `Folders.replacing`. Raises InputError when the folder cannot be used, ChangedMeanwhileError when something else
    changed the files while they were written, and what `make_kit` raises. What the `cache` has is not made again, and
    what is made is kept there.
    """
    target = out / (folder or kit.folder_name)
    waiting = context if waits else None
    with kit_place(target, waiting, force=force, keeps_touched=keeps_touched, notes=notes) as place:
        result = place(make_kit(kit, context, executor, wanted, cache), context)
    if cache is not None:
        cache.tidy()
    return result


@contextmanager
def kit_place(
    target: Path,
    waiting: JobContext | None,
    *,
    force: bool,
    keeps_touched: bool = False,
    notes: Path | None = None,
) -> Iterator[Callable[[FinishedKit, JobContext], KitResult]]:
    """Hold the folder of a kit that is being made; what is given puts the finished kit there, whole or not at all.

    A job that is `waiting` lets whoever writes the same folder finish first; without one that raises BusyError.
    Raises InputError when the folder cannot be used; what is given raises ChangedMeanwhileError.
    """
    check_target(target, force=force)
    with staging(target, waiting) as stage:
        check_target(target, force=force)  # Somebody may have been faster.

        def place(made: FinishedKit, context: JobContext) -> KitResult:
            sums = _write(made, stage, context)
            proof = prove(stage, sums)
            replaces = force and (not keeps_touched or is_untouched(target))
            placed = move_into_place(stage, target, replaces=replaces, proof=proof, notes=notes)
            return _placed(made, placed, target, replaces=replaces)

        yield place


def _write(made: FinishedKit, stage: Path, context: JobContext) -> dict[str, FileSum]:
    """Write the files of a kit and return what its own list says that they are."""
    for file in made.files:
        context.checkpoint()
        write_file(stage, file.path, file.data)
    listing = next(file.data for file in made.files if file.path == MANIFEST)
    return {**listed_sums(listing), MANIFEST: sum_of(listing)}


def _placed(made: FinishedKit, placed: Path, target: Path, *, replaces: bool) -> KitResult:
    general = list(made.general)
    if placed != target and replaces:
        general.append(Diagnostic("error", "in-use", msg(IN_USE, name=target.name, folder=placed.name)))
    elif placed != target:
        general.append(Diagnostic("warning", "not-alone", msg(NOT_ALONE, name=target.name, folder=placed.name)))
    files = (
        ExportedFile(placed.joinpath(*one.path.split("/")), one.title, one.medium, len(one.data), one.form, one.piece)
        for one in made.files
    )
    return KitResult(placed, tuple(files), (*(("", finding) for finding in general), *made.findings))


def make_kit(
    kit: Kit,
    context: JobContext,
    executor: Executor | None = None,
    wanted: Callable[[FileSpec], bool] | None = None,
    cache: FileCache | None = None,
) -> FinishedKit:
    """Make every file of a kit; nothing is written.

    `wanted` chooses among the files, and what the `cache` has is not made again. The files are rendered by the
    `executor`, one after the other without. Raises InputError when nothing is wanted, Cancelled when the job was
    stopped.
    """
    executor = executor or InlineExecutor()
    check_brand(kit.project, kit.campaign.helplines)
    tools = load_tools(kit.resources.assets)
    kit, safer = make_safe(kit, tools)
    specs, altered = block_unsafe(kit, [spec for spec in plan(kit) if wanted is None or wanted(spec)])
    specs = (*specs, *printer_specs(kit, ordered_lines(kit, specs)))
    if not specs and not altered:
        lacking = [*missing_media(kit), "Nothing was chosen for the kit."]
        raise InputError(lacking[0], "Choose at least one piece.")
    builder = PageBuilder()
    store = KitCache(cache, kit.inputs) if cache is not None else None
    files, unmade, seen = render_files(specs, kit.inputs, context, executor, builder, store)
    made, missing = without_blocked(files)
    made, names = without_names(kit, made)
    told = [*safer, *altered, *missing, *unmade, *general_findings(kit), *description_findings(kit, tools)]
    general = shared_findings(kit, [*names, *told])
    of_files = tuple(
        (made_file.spec.path, finding) for made_file in made for finding in shared_findings(kit, made_file.findings)
    )
    notes = notes_of((*(("", finding) for finding in general), *of_files), public=True)
    own = {REVIEW: review(kit, notes)} if notes else {}
    if posts := post_page(kit, made):
        own[POSTS] = posts
    shown = previews(made, kit.page_inputs, builder, executor, seen)
    own[START] = start_here(kit, made, shown, phone=len(own.get(POSTS, b"")))
    own[MANIFEST] = manifest(kit, made, notes, own)
    refuse_foreign_text(kit, tuple(own.items()))
    context.checkpoint()
    whole = (FinishedFile(name, name, "", "", "", data) for name, data in own.items())
    return FinishedKit((*map(_made, made), *whole), tuple(general), of_files)


def _made(one: RenderedFile) -> FinishedFile:
    spec = one.spec
    return FinishedFile(spec.path, spec.title, spec.medium, form_of(spec), spec.piece, one.data)


def render_files(
    specs: Sequence[FileSpec],
    inputs: RenderInputs,
    context: JobContext,
    executor: Executor,
    builder: PageBuilder,
    cache: KitCache | None = None,
) -> tuple[list[RenderedFile], list[Diagnostic], dict[str, str]]:
    """Render every file that the cache does not have, in the order of the plan; what cannot be made is left out.

    The last are small pictures of the first file of each group, by its path.
    """
    firsts = _firsts(specs)
    ready = _kept(specs, cache, context, firsts) if cache is not None else {}
    lacking = [spec for spec in specs if spec.path not in ready]
    for spec, outcome in _rendered(lacking, inputs, context, executor, builder, firsts, len(specs)):
        ready[spec.path] = outcome
        if cache is not None and isinstance(outcome.file, RenderedFile):
            cache.keep(outcome.file)
            if outcome.preview:
                cache.keep_preview(shown_page(spec), outcome.preview)
    made, unmade = without_failed([(spec, ready[spec.path].file) for spec in specs])
    return made, unmade, {path: outcome.preview for path, outcome in ready.items() if outcome.preview}


def _kept(
    specs: Sequence[FileSpec], cache: KitCache, context: JobContext, shown: Container[str]
) -> dict[str, RenderOutcome]:
    """The files that the cache has, by their paths; those of the `shown` paths with their small pictures."""
    ready: dict[str, RenderOutcome] = {}
    for spec in specs:
        context.checkpoint()
        if (file := cache.file(spec)) is not None:
            ready[spec.path] = RenderOutcome(file, cache.preview(shown_page(spec)) if spec.path in shown else "")
            context.add_pages(spec.planned_pages)
            context.report(len(ready), len(specs), spec.path)
    return ready


def _rendered(
    specs: Sequence[FileSpec],
    inputs: RenderInputs,
    context: JobContext,
    executor: Executor,
    builder: PageBuilder,
    shown: Container[str],
    total: int,
) -> Iterator[tuple[FileSpec, RenderOutcome]]:
    """Each file as soon as it is made, the longest first; those of the `shown` paths with their small pictures."""
    futures: dict[Future[RenderOutcome], FileSpec] = {}
    waiting: set[Future[RenderOutcome]] = set()
    parcel = Parcel(KitWork(inputs, specs, builder))

    def heard(patience: float) -> Iterator[tuple[FileSpec, RenderOutcome]]:
        done, _rest = wait(waiting, patience, FIRST_COMPLETED)
        for future in done:
            waiting.remove(future)
            outcome = future.result()
            context.report(total - len(specs) + len(futures) - len(waiting), total, futures[future].path)
            yield futures[future], outcome
        context.checkpoint()

    try:
        for number in _long_first(specs):
            spec = specs[number]
            future = executor.submit(RenderTask(parcel, number, context, shows=spec.path in shown))
            futures[future] = spec
            waiting.add(future)
            yield from heard(0.0)
        while waiting:
            yield from heard(PATIENCE)
    except BaseException:
        context.cancel()
        wait({future for future in waiting if not future.cancel()})
        raise


def _long_first(specs: Sequence[FileSpec]) -> list[int]:
    return sorted(range(len(specs)), key=lambda number: -weight_of(specs[number]))


def _firsts(specs: Sequence[FileSpec]) -> dict[str, FileSpec]:
    """The first file with pages of each group, by its path."""
    groups: dict[tuple[str, str], FileSpec] = {}
    for spec in specs:
        if spec.pages:
            groups.setdefault((spec.medium, spec.group), spec)
    return {spec.path: spec for spec in groups.values()}


def general_findings(kit: Kit) -> list[Diagnostic]:
    """What is true of the whole kit: what it does not have, whose design it has, photos that cannot be shown."""
    fine = {edit.field.removeprefix(FINE) for edit in kit.project.edits.items if edit.field.startswith(FINE)}
    findings = [Diagnostic("warning", "no-texts", missing) for missing in missing_media(kit)]
    if kit.options.deck_template is not None and "deck" in kit.options.media and kit.week.decks:
        findings.append(Diagnostic("warning", "own-look", OWN_LOOK))
    if lacking := family_missing(kit.project.brand, kit.resources):
        findings.append(lacking)
    findings += [Diagnostic("warning", "replaced", one.sentence) for one in kit.project.replaced]
    if "copy" in kit.options.media and (elsewhere := posts_elsewhere(kit)) is not None:
        findings.append(Diagnostic("warning", POSTS_ELSEWHERE, elsewhere))
    if "copy" in kit.options.media and (open_places := posts_to_fill_in(kit)) is not None:
        findings.append(Diagnostic("warning", TO_FILL_IN, open_places))
    for piece, name in lost_templates(kit):
        message = msg(
            ("The template {name} is not on this computer; one of the program's designs is used instead. Copy its "
            "file into your templates folder."), name=name,
        )  # fmt: skip
        findings.append(Diagnostic("warning", "no-template", message, piece=piece))
    for piece, template, sizes in partly_chosen(kit, pages_planned(kit)):
        message = msg(
            "Your template “{title}” is for {own}; these sizes keep the design of the kit: {sizes}.",
            title=template.title, own=listed(map(size_name, template.canvases)), sizes=listed(map(size_name, sizes)),
        )  # fmt: skip
        findings.append(Diagnostic("warning", "partly-chosen", message, piece=piece))
    findings += [
        Diagnostic(
            "error", PICTURE_LOST, join_messages((lost_sentence(lost), ADD_AGAIN[lost.kind])),
            shared=join_messages((shared_sentence(lost), ADD_AGAIN[lost.kind])),
        )
        for lost in still_lost(kit.project)
        if check_id(PICTURE_LOST, lost.kind, lost.name) not in fine
    ]  # fmt: skip
    logo = kit.project.brand.logo
    flaw = logo_flaw(logo) if logo is not None and check_id(LOGO_POOR, logo.key) not in fine else None
    if flaw is not None:
        findings.append(Diagnostic("warning", LOGO_POOR, flaw))
    for photo in kit.project.photos:
        findings += _photo_findings(photo, kit)
    return [*findings, *_unused_findings(kit)]


def pages_planned(kit: Kit) -> Iterator[tuple[str, str, str]]:
    """The piece, the template and the size of every page of the kit."""
    for spec in plan(kit):
        for page in () if spec.repeats else spec.pages:
            yield page.piece or spec.piece, page.template, page.canvas


def _photo_findings(photo: Photo, kit: Kit) -> Iterator[Diagnostic]:
    """Why a photo is not shown, or should not be: with its file's name for its owner, with its number in the kit."""
    own, shared = photo.name, shared_name(kit.project, photo)
    state = status(photo, kit.today)

    def found(
        level: Literal["error", "warning"], code: str, words: Callable[[str], Message], option: str = ""
    ) -> Diagnostic:
        return Diagnostic(level, code, words(own), hint=option, shared=words(shared), photo=photo.source.key)

    if not large_enough(kit, photo):
        wide, high = (round(side) for side in photo.source.size)
        yield found("error", "photo-small", lambda name: msg(TOO_SMALL, name=name, wide=wide, high=high))
    elif one_color(kit.resources, photo):
        yield found("error", "photo-flat", lambda name: msg(ONE_COLOR, name=name))
    if not usable(photo, kit.today):
        yield found("error", "photo-expired", lambda name: msg(KEPT_OUT, reason=msg(REASONS[state], name=name)))
    elif state == "unsaid":
        yield found("warning", "photo-record", lambda name: msg(NO_RECORD, name=name), WITH_RECORD)


def _unused_findings(kit: Kit) -> Iterator[Diagnostic]:
    """Photos that could be shown and are in no piece of the kit, or in few posts, together by what keeps them out."""
    pieces = {piece for piece, _, _ in pages_planned(kit)}
    shown: dict[str, set[str]] = {}
    posts: set[str] = set()
    for spec in plan(kit):
        posts |= {spec.piece} if spec.medium == "social" and not spec.repeats else set()
        for ref in (ref for page in spec.pages for ref in pictures_in(page.content) if ref.drawn is None):
            shown.setdefault(ref.source.key, set()).add(spec.piece)
    unused: dict[Message, list[Photo]] = {}
    few: dict[Message, list[Photo]] = {}
    for photo in kit.project.photos:
        within = shown.get(photo.source.key, set())
        if not usable(photo, kit.today) or not large_enough(kit, photo) or one_color(kit.resources, photo):
            continue
        if not within:
            unused.setdefault(why_unused(kit, photo, pieces), []).append(photo)
        elif posts and not photo.placed and len(posts & within) < LEAST_POSTS:
            few.setdefault(why_unused(kit, photo, posts - within, NO_OTHER), []).append(photo)
    yield from _together(kit, "warning", "photo-unused", unused, (UNUSED, SEVERAL_UNUSED))
    yield from _together(kit, "info", "photo-few", few, (FEW, SEVERAL_FEW))


def _together(
    kit: Kit, severity: Severity, code: str, found: Mapping[Message, Sequence[Photo]], patterns: tuple[Message, Message]
) -> Iterator[Diagnostic]:
    """One finding for each reason; `patterns` are its sentence for one photo and for several."""
    for why, photos in found.items():
        owner = [photo.name for photo in photos]
        numbers = [shared_name(kit.project, photo) for photo in photos]
        own, shared = (msg(patterns[len(photos) > 1], names=listed(names), why=msg(why)) for names in (owner, numbers))
        yield Diagnostic(severity, code, own, shared=shared, photo=photos[0].source.key)


def previews(
    made: Sequence[RenderedFile], inputs: PageInputs, builder: PageBuilder, executor: Executor, seen: Mapping[str, str]
) -> dict[str, str]:
    """A small picture of the first page of each group, as a data address; those that were `seen` are there already."""
    firsts = _firsts([one.spec for one in made])
    lacking = [path for path in firsts if path not in seen]
    pictures = executor.map(lambda path: preview(firsts[path], inputs, builder), lacking)
    found = {**seen, **dict(zip(lacking, pictures, strict=True))}
    return {path: found[path] for path in firsts}

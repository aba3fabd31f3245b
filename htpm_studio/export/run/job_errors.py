"""A piece that cannot be made is left out and named; the others are made all the same."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.errors import Cancelled, Diagnostic, Problems, StudioError, join_messages, msg
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext

NOT_MADE = "not-made"
LOG = logging.getLogger(__name__)


def render_or_report(
    spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder
) -> RenderedFile | Exception:
    """One file, or why it cannot be made; what nobody expected goes to the log as well. Raises Cancelled."""
    try:
        return render_file(spec, inputs, context, builder)
    except Cancelled:
        raise
    except StudioError as error:
        return error
    except Exception as error:
        LOG.exception("%s could not be made", spec.path)
        return error


def without_failed(
    tried: Sequence[tuple[FileSpec, RenderedFile | Exception]],
) -> tuple[list[RenderedFile], list[Diagnostic]]:
    """The files that were made, and a finding for each that was not.

    Raises what went wrong where none was made, and Problems for a mistake in a file of the program's.
    """
    made = [one for _, one in tried if isinstance(one, RenderedFile)]
    errors = [(spec, one) for spec, one in tried if isinstance(one, Exception)]
    mistakes = next((error for _, error in errors if isinstance(error, Problems)), None)
    if mistakes is not None:
        raise mistakes
    if errors and not made:
        raise errors[0][1]
    return made, _findings(errors)


def _findings(errors: Sequence[tuple[FileSpec, Exception]]) -> list[Diagnostic]:
    """One for each piece and reason. It names the files, as others of the piece may have been made."""
    paths: dict[Diagnostic, list[str]] = {}
    for spec, error in errors:
        paths.setdefault(_finding(spec, error), []).append(spec.path)
    return [
        replace(one, message=join_messages((one.message, msg("It is missing as {files}.", files=", ".join(files)))))
        for one, files in paths.items()
    ]


def _finding(spec: FileSpec, error: Exception) -> Diagnostic:
    if not isinstance(error, StudioError):
        words = msg(
            "“{title}” could not be made and was left out ({kind}).", title=spec.title, kind=type(error).__name__
        )
        return Diagnostic("error", NOT_MADE, words, piece=spec.piece)
    words = msg("“{title}” could not be made and was left out. {why}", title=spec.title, why=error.message)
    return Diagnostic("error", NOT_MADE, words, piece=spec.piece, hint=error.hint)

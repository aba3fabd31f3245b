"""Errors are sentences: what happened, to which file, and what to do about it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from htpm_studio.frozen import dataclass

LONGEST_PATH = 120


class Message(str):
    """An English sentence that keeps its pattern and what is in it, so that the window can translate it."""

    template: str
    values: tuple[tuple[str, str], ...]

    def __new__(cls, template: str, values: tuple[tuple[str, str], ...] = ()) -> Message:
        """The sentence with its values put in."""
        made = super().__new__(cls, template.format(**dict(values)) if values else template)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, tuple[tuple[str, str], ...]]]:
        """Keep pattern and values on the way to another process."""
        return Message, (self.template, self.values)


def msg(template: str, /, **values: object) -> Message:
    """A sentence of a pattern and its values; a value that is a Message is translated with it."""
    return Message(
        template, tuple((name, value if isinstance(value, Message) else str(value)) for name, value in values.items())
    )


def join_messages(texts: Iterable[str], between: str = " ") -> Message:
    """Several texts as one, each of which is translated by itself."""
    values = {f"text{number}": text for number, text in enumerate(texts)}
    return Message(between.join(f"{{{name}}}" for name in values), tuple(values.items()))


def in_words_of(text: str, translated: Callable[[str], str]) -> str:
    """A text in another language: of a Message, the pattern and the values that are Messages are translated."""
    if not isinstance(text, Message):
        return translated(text) if text else ""
    pattern = translated(text.template) if text.template else ""
    values = {
        name: in_words_of(value, translated) if isinstance(value, Message) else value for name, value in text.values
    }
    return pattern.format(**values) if values else pattern


def os_error_text(error: OSError, *, reading: bool = False) -> str:
    """Why the system refused to write, or to read, in plain words where they are known."""
    shut = msg("you may not read it") if reading else msg("it may not be changed")
    gone, away = msg("it is no longer there"), msg("the drive does not answer")
    words = {
        errno.ENOSPC: msg("the disk is full"), errno.EDQUOT: msg("the disk is full"),
        errno.EACCES: shut, errno.EPERM: shut, errno.EROFS: msg("the disk is read-only"),
        errno.ENOENT: gone, errno.ENOTDIR: msg("there is a file where a folder should be"),
        errno.EISDIR: msg("it is a folder"), errno.EIO: away, errno.ENODEV: away, errno.ENXIO: away,
        errno.ETIMEDOUT: away, errno.EBUSY: msg("another program is using it"),
        errno.ENAMETOOLONG: msg("its name or path is too long for this system"),
        errno.ELOOP: msg("its links form a loop"), errno.EINVAL: msg("this system does not allow that name"),
    }  # fmt: skip
    return words.get(error.errno or 0) or error.strerror or msg("the system refused")


def from_os_error(error: OSError) -> InputError:
    """The sentence for a path that the system refused, wherever that happened."""
    path = error.filename2 or error.filename
    reason = os_error_text(error)
    if not isinstance(path, str | bytes) or not path:
        return InputError(msg("The system refused it: {reason}.", reason=reason), "Choose another file or folder.")
    return InputError(
        msg("{path} cannot be used: {reason}.", path=shown(path), reason=reason), "Choose another file or folder."
    )


def shown(path: str | bytes) -> str:
    """A path as it can be shown: at most its last letters, and what is no letter as a mark."""
    text = os.fsdecode(path)
    whole = "".join(letter if letter.isprintable() else "�" for letter in text)
    return whole if len(whole) <= LONGEST_PATH else f"…{whole[-LONGEST_PATH:]}"


def as_message(text: str) -> Message:
    """A text as a sentence without values, unless it is one already."""
    return text if isinstance(text, Message) else Message(text)


class StudioError(Exception):
    """Something a user can read and act on: one sentence for what is wrong, one for what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(StudioError):
    """The user's own input cannot be used: a file, a color, a week, a folder."""


class NewerVersionError(InputError):
    """A file that only a newer program can read; it is not damaged."""


Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that somebody should know: how bad it is, what kind, a sentence, a place, and what to do about it.

    The place is a `field` of a `piece` of a kit, or a `line` (1-based, 0 when unknown) of a `file` that people write
    by hand, or a `page` of a document. `text` are the words that it is about, `letters` those that no font has, `photo`
    the hash of a photo. `shared` is the message for everybody who gets the kit, where the one for its maker holds
    something private.
    """

    severity: Severity
    code: str
    message: str
    field: str = ""
    piece: str = ""
    hint: str = ""
    file: str = ""
    line: int = 0
    page: int = 0
    text: str = ""
    letters: str = ""
    shared: str = ""
    photo: str = ""

    @property
    def public(self) -> str:
        """What may be in the kit itself."""
        return self.shared or self.message

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message} {self.hint}".strip() if place else f"{self.message} {self.hint}".strip()


def in_file(file: str, line: int, message: str, hint: str = "") -> Diagnostic:
    """A mistake in a file that people write by hand."""
    return Diagnostic("error", "file", message, hint=hint, file=file, line=line)


def by_place(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Mistakes in the order of their files and lines."""
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line, problem.message, problem.hint)))


class Problems(StudioError):
    """All mistakes of one reading, reported at once and never one by one."""

    def __init__(self, what: str, problems: Sequence[Diagnostic]) -> None:
        self.problems = by_place(problems)
        count = len(self.problems)
        rows = "\n".join(f"  {problem}" for problem in self.problems)
        pattern = "{what} has 1 mistake:" if count == 1 else "{what} has {count} mistakes:"
        self.head = msg(pattern, what=as_message(what), count=count)
        super().__init__(f"{self.head}\n{rows}")
        self._what = what

    def __reduce__(self) -> tuple[type[Problems], tuple[str, tuple[Diagnostic, ...]]]:
        """Keep the mistakes on the way to another process."""
        return type(self), (self._what, self.problems)


class Cancelled(Exception):
    """The user stopped the job; whatever it had written is removed by whoever wrote it."""

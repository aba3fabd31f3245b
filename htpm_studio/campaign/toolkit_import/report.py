"""What an import found, changed and could not place, in plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from htpm_studio.campaign.toolkit_import.results import KINDS, Kind, RecognizedToolkit, ToolkitItem
from htpm_studio.errors import InputError, Message, join_messages, msg

MOST, MOST_HEADS = 70, 5
_NAMES: dict[Kind, tuple[str, str]] = {
    "post": ("post", "posts"), "action": ("action", "actions"), "resource": ("resource", "resources"),
    "passage": ("passage", "passages"), "goal": ("goal", "goals"), "hashtag": ("hashtag", "hashtags"),
}  # fmt: skip


def summary(findings: RecognizedToolkit) -> str:
    """One sentence with the numbers: weeks, posts, actions, resources."""
    counted = Counter(item.kind for item in findings.items if item.use)
    weeks = len({item.week for item in findings.items if item.kind == "post" and item.use})
    parts = ["1 day" if findings.single else f"{weeks} week{'s' if weeks != 1 else ''}"]
    parts += [
        f"{counted[kind]} {_NAMES[kind][counted[kind] != 1]}" for kind in KINDS if kind in _NAMES and counted[kind]
    ]
    return f"Found in {findings.name} for {findings.year}: {', '.join(parts)}."


def refuse_without_posts(findings: RecognizedToolkit) -> None:
    """Raise InputError for a document that has no post, saying what was looked for and what is there instead."""
    if findings.of("post"):
        return
    raise InputError(
        msg("No week with posts was found in {name}.", name=findings.name),
        msg(
            "Looked for weeks, days or themes in headings, and posts with an address or a hashtag below them. "
            "Found: {found}",
            found=found_instead(findings),
        ),
    )


def found_instead(findings: RecognizedToolkit) -> Message:
    """The content of a document without posts: how many lines of each kind, and the first of them."""
    counted = Counter(item.kind for item in findings.items)
    heads = [_begins(item.text) for item in findings.items if item.kind == "heading"][:MOST_HEADS]
    menu = [_begins(item.text) for item in findings.items if item.of_page][:MOST_HEADS]
    if menu and all(item.of_page for item in findings.items):
        pattern = "{count} lines of the menus and notices of a web page, such as {lines}, and none of a toolkit."
        return msg(pattern, count=len(findings.items), lines=", ".join(menu))
    rest = sum(counted[kind] for kind in ("other", "aside", "passage"))
    rows = (
        (msg("weeks: {count}", count=counted["week"]), counted["week"]),
        (msg("actions: {count}", count=counted["action"]), counted["action"]),
        (msg("resources: {count}", count=counted["resource"]), counted["resource"]),
        (msg("other lines: {count}", count=rest), rest),
        (msg("headings: {heads}", heads=", ".join(heads)), len(heads)),
    )
    parts = [words for words, count in rows if count]
    return msg("{parts}.", parts=join_messages(parts, "; ")) if parts else msg("no text.")


def unplaced(findings: RecognizedToolkit) -> tuple[ToolkitItem, ...]:
    """What is in a week and has no clear place."""
    return tuple(item for item in findings.items if item.certainty == "unsure")


def attention(findings: RecognizedToolkit) -> list[str]:
    """A line for each thing that a person has to look at: wrong numbers first, then what has no place."""
    lines = [
        f"{_place(mistake.page, mistake.line)}: {mistake.message} That passage was left out."
        for mistake in findings.mistakes
    ]
    wrong = {(mistake.page, mistake.line) for mistake in findings.mistakes}
    lines += [
        f"{item.place}: {item.reason} {_begins(item.text)}"
        for item in unplaced(findings)
        if (item.page, item.line) not in wrong
    ]
    return lines


def report_text(findings: RecognizedToolkit, notes: Sequence[str]) -> str:
    """The whole report as a text file: every line of the document is in one of its lists."""
    sections = (
        ("To review", attention(findings)),
        ("What was changed, and what comes from the built-in campaign", list(notes)),
        (
            "Likely, but not certain",
            [_doubt(item, findings) for item in findings.items if item.use and item.certainty == "likely"],
        ),
        ("Read and not needed in a kit", [_doubt(item, findings) for item in findings.items if item.kind == "aside"]),
        (
            "Headings, labels and heads of tables",
            [_doubt(item, findings) for item in findings.items if item.kind == "heading"],
        ),
        (
            "In its place, for certain",
            [_doubt(item, findings) for item in findings.items if item.use and item.certainty == "sure"],
        ),
    )
    lines = [summary(findings)]
    for title, rows in sections:
        lines += ["", f"{title}: {len(rows)}", *(f"- {row}" for row in rows)]
    return "\n".join(lines) + "\n"


def _doubt(item: ToolkitItem, findings: RecognizedToolkit) -> str:
    week = f", {findings.week_words(item.week)}" if item.week else ""
    why = f"{item.reason} " if item.reason else ""
    beside = ", ".join((*item.platforms, *item.files))
    kind = "day" if item.kind == "week" and findings.single else item.kind
    return f"{item.place}{week}, {kind}: {why}{_begins(item.text)}{f' ({beside})' if beside else ''}"


def _begins(text: str) -> str:
    return f'"{text}"' if len(text) <= MOST else f'"{text[: MOST - 1].rstrip()}\u2026"'


def _place(page: int, line: int) -> str:
    return f"page {page}" if page else f"line {line}"

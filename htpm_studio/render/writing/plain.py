"""Running text as plain text that is easy to copy from: no line is broken inside a paragraph."""

from __future__ import annotations

from htpm_studio.scene.writing import ROWS, Paragraph, Span, Writing

_RULE = {"title": "=", "head": "-"}
_WIDEST = 72
_SIGN = "_" * 36
_ELSEWHERE = frozenset({"help", "way"})
"""What the call for help says in a sentence."""

_CLOSE = {
    *((kind, other) for kind in ROWS for other in ROWS),
    ("number", "source"),
    ("label", "text"),
    ("label", "label"),
    ("label", "item"),
    ("head", "when"),
    ("sign", "sign"),
}


def render_txt(writing: Writing) -> bytes:
    """The text as UTF-8; headings are underlined, links follow their words in parentheses."""
    lines: list[str] = []
    before = ""
    for block in (shown for shown in writing.blocks if shown.kind not in _ELSEWHERE):
        kind = block.kind
        if lines and (before, kind) not in _CLOSE:
            lines.append("")
            lines += [""] if kind == "head" else []
        lines += _block(block)
        before = kind
    return ("\n".join(lines) + "\n").encode()


def _block(block: Paragraph) -> list[str]:
    text = "".join(_span(span) for span in block.spans).rstrip()
    if block.kind in _RULE:
        return [text, _RULE[block.kind] * min(len(text), _WIDEST)]
    if block.kind in ROWS:
        return [f"- {text}"]
    if block.kind == "sign":
        return ["", f"{_SIGN}  {text}"]
    return text.split("\n")


def _span(span: Span) -> str:
    if span.blank:
        return f"[{span.text}]"
    bare = span.url.removeprefix("https://").removeprefix("http://").removesuffix("/")
    if not span.url.startswith("http") or bare.removeprefix("www.") in span.text:
        return span.text
    return f"{span.text} ({span.url})"

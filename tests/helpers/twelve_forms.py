"""The twelve toolkits in the forms in which people get them: Word, PDF, Markdown and text from a web page."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.helpers import twelve_toolkits as truths
from tests.helpers.toolkit_documents import Word
from tests.helpers.twelve_toolkits import Day, Part, Said, Truth

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _day(day: Day) -> str:
    return f"{_MONTHS[day[0] - 1]} {day[1]}"


def _span(part: Part, dash: str = "\u2013") -> str:
    assert part.dates is not None
    first, last = part.dates
    return f"{_day(first)}{dash}{last[1] if first[0] == last[0] else _day(last)}"


def county() -> bytes:
    """Each week is a table whose first column says what is in the second."""
    truth, word = truths.COUNTY, Word()
    word.paragraph(f"{truth.observance} {truth.year}: {truth.theme}", "Heading1")
    word.paragraph("A toolkit of the county task force")
    for part in truth.parts:
        word.paragraph(f"Week {part.number} ({_span(part)}): {part.title}", "Heading1")
        word.table([
            ("Focus", part.about),
            ("Things to do", "\n".join(part.actions)),
            ("Where to learn more", "\n".join(f"{title}: {address}" for title, address in part.resources)),
            ("Ready-to-post", "\n".join(post.text for post in part.posts)),
        ])  # fmt: skip
    return word.data()


def shelter() -> bytes:
    """Bold lines instead of headings, numbered actions, platform labels and file names among the posts."""
    truth, word = truths.DVAM, Word()
    word.paragraph(f"{truth.observance} {truth.year}", bold=True)
    word.paragraph(f"Our theme this year is: {truth.theme}")
    for part in truth.parts:
        word.paragraph(f"Week {part.number}: {_span(part)}, {truth.year} - {part.title}", bold=True)
        word.paragraph(part.about)
        word.paragraph("Take Action", bold=True)
        for number, action in enumerate(part.actions, 1):
            word.paragraph(f"{number}. {action}")
        word.paragraph("Dig Deeper", bold=True)
        for title, address in part.resources:
            word.paragraph(f"\u2022 {title} \u2013 {address}")
        word.paragraph("Copy and Paste", bold=True)
        for post in part.posts:
            word.paragraph(f"{post.platform}: {post.text}")
            word.paragraph(f"Graphic: {post.file}")
    word.paragraph("\u00a9 2021 Harbor Shelter. Questions? press@example.org")
    return word.data()


def world_day() -> bytes:
    """Heading styles, and days instead of weeks."""
    truth, word = truths.WORLD_DAY, Word()
    word.paragraph(f"{truth.observance} {truth.year}", "Heading1")
    word.paragraph(f"Theme: {truth.theme}")
    word.paragraph("Seven days to July 30. Each day has one group of people who are easily missed.")
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for part, name in zip(truth.parts, names, strict=True):
        assert part.dates is not None
        word.paragraph(f"Day {part.number}: {name}, {_day(part.dates[0])} \u2013 {part.title}", "Heading1")
        word.paragraph(part.about)
        word.paragraph("Do one thing", "Heading2")
        for action in part.actions:
            word.paragraph(action, "ListBullet")
        word.paragraph("Read one thing", "Heading2")
        for title, address in part.resources:
            word.paragraph(title, "ListBullet", f"https://{address}")
        word.paragraph("Say one thing", "Heading2")
        for post in part.posts:
            word.paragraph(post.text)
    return word.data()


def missing() -> bytes:
    """A PDF in two columns with a running head and a page number; three weeks."""
    truth = truths.MISSING
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=9.5, leading=12, spaceAfter=6)
    big = ParagraphStyle("big", base, fontName="Helvetica-Bold", fontSize=16, leading=19)
    middle = ParagraphStyle("middle", base, fontName="Helvetica-Bold", fontSize=12, leading=15)
    bullet = ParagraphStyle("bullet", base, leftIndent=12, bulletIndent=0)
    story: list[object] = [
        Paragraph(f"{truth.observance} {truth.year}", big),
        Paragraph(f"This year\u2019s theme: {truth.theme}", base),
    ]
    for part in truth.parts:
        story += [Paragraph(f"Week {part.number}: {_span(part, '-')}", big), Paragraph(part.title, middle)]
        story += [Paragraph(part.about, base), Paragraph("How You Can Help", middle)]
        story += [Paragraph(action, bullet, f"{number}.") for number, action in enumerate(part.actions, 1)]
        story += [Paragraph("Tools and Links", middle)]
        story += [
            Paragraph(f'<a href="https://{address}">{title}</a>', bullet, "\u2022") for title, address in part.resources
        ]
        story += [Paragraph("Sample Posts", middle), *(Paragraph(post.text, base) for post in part.posts)]
    wide, high = letter
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=letter, invariant=1)
    columns = [Frame(54 + index * 262, 60, 242, high - 280, 0, 0, 0, 0, id=f"c{index}") for index in (0, 1)]

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(54, high - 40, truth.furniture[0])
        canvas.drawRightString(wide - 54, high - 40, truth.furniture[1])
        canvas.drawCentredString(wide / 2, 34, f"Page {document.page}")

    document.addPageTemplates([PageTemplate("columns", columns, onPage=margins)])
    document.build(story)
    return stream.getvalue()


def elders() -> bytes:
    """Markdown with themes instead of weeks, none of them numbered, and resources in tables."""
    truth = truths.ELDERS
    rows = [f"# {truth.observance}, June {truth.year}", "", f"**Theme:** {truth.theme}", ""]
    rows += ["Pick one topic or use all three. They can be used in any order.", ""]
    for part in truth.parts:
        rows += [f"## {part.title}", "", part.about, "", "### What families can do", ""]
        rows += [f"- {action}" for action in part.actions]
        rows += ["", "### Helpful links", "", "| Name | Web address |", "|---|---|"]
        rows += [f"| {title} | <https://{address}> |" for title, address in part.resources]
        rows += ["", "### For your feed", ""]
        for post in part.posts:
            rows += [f"> {post.text}", ""]
    return "\n".join(rows).encode()


def pasted() -> bytes:
    """The text of a web page as it is copied: menu, cookie notice, footer, no marks for lists."""
    truth = truths.PASTED
    skip, home, about, cookies, top, share, rights, privacy = truth.furniture
    rows = [skip, home, about, "", cookies, "", f"{truth.observance} {truth.year}", f"Theme: {truth.theme}", ""]
    for part in truth.parts:
        rows += [f"Week of {_span(part, ' - ')}", part.title, "", part.about, "", "Get involved", ""]
        rows += [f"\u2022 {action}" for action in part.actions]
        rows += ["", "More information", ""]
        rows += [f"\u2022 {title} ({address})" for title, address in part.resources]
        rows += ["", "Social posts", ""]
        for post in part.posts:
            rows += [post.text, ""]
        rows += [top, ""]
    return "\n".join([*rows, share, rights, privacy, ""]).encode()


def trata() -> bytes:
    """Spanish, with heading styles."""
    truth, word = truths.TRATA, Word()
    word.paragraph(f"{truth.observance} {truth.year}", "Heading1")
    word.paragraph(f"Lema: {truth.theme}")
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        word.paragraph(f"Semana {part.number}: del {first[1]} al {last[1]} de enero de {truth.year}", "Heading1")
        word.paragraph(part.title, "Heading2")
        word.paragraph(part.about)
        word.paragraph("Lo que usted puede hacer", "Heading2")
        for action in part.actions:
            word.paragraph(action, "ListBullet")
        word.paragraph("Recursos", "Heading2")
        for title, address in part.resources:
            word.paragraph(title, "ListBullet", f"https://{address}")
        word.paragraph("Publicaciones para redes sociales", "Heading2")
        for post in part.posts:
            word.paragraph(post.text)
    return word.data()


def six_weeks() -> bytes:
    """A month at a glance in a table first; then each week with a table of posts: date, platform, words, picture."""
    truth, word = truths.GAMES, Word()
    word.paragraph(f"{truth.observance} {truth.year}: {truth.theme}", "Heading1")
    word.paragraph("At a glance", "Heading1")
    word.table([("Week", "Dates", "Topic"), *((str(p.number), _span(p), p.title) for p in truth.parts)])
    for part in truth.parts:
        word.paragraph(f"Week {part.number}", "Heading1")
        word.paragraph("Actions", "Heading2")
        for action in part.actions:
            word.paragraph(action, "ListBullet")
        word.paragraph("Learn more", "Heading2")
        for title, address in part.resources:
            word.paragraph(f"{title}, {address}", "ListBullet")
        word.paragraph("Posting plan", "Heading2")
        word.table([
            ("Date", "Platform", "Copy", "Link and hashtags", "Image"),
            *((_day(post.day or (1, 1)), post.platform, post.words, post.tail, post.file) for post in part.posts),
        ])  # fmt: skip
    return word.data()


def labor() -> bytes:
    """The whole toolkit in one table: a row for each week, a column for each sort of content."""
    truth, word = truths.LABOR, Word()
    word.paragraph(f"{truth.observance} {truth.year}", bold=True)
    word.paragraph(f"Theme: \u201c{truth.theme}\u201d")
    word.table([
        ("Week", "Focus", "Suggested actions", "Resources", "Sample social media posts"),
        *(
            (
                f"Week {part.number}\n{_span(part)}",
                part.title,
                "\n".join(part.actions),
                "\n".join(f"{title} ({address})" for title, address in part.resources),
                "\n".join(post.text for post in part.posts),
            )
            for part in truth.parts
        ),
    ])  # fmt: skip
    return word.data()


def april() -> bytes:
    """Plain text; each post is a small form with labels."""
    truth = truths.SAAM
    rows = [f"{truth.observance.upper()} {truth.year}", "", f"THEME: {truth.theme}", ""]
    for part in truth.parts:
        rows += [f"WEEK {part.number}: {part.title.upper()} ({_span(part, ' to ').upper()})", "", part.about, ""]
        rows += ["ACTION STEPS", "", *(f"{n}) {action}" for n, action in enumerate(part.actions, 1)), ""]
        rows += [
            "READ MORE",
            "",
            *(f"- {title}: https://{address}" for title, address in part.resources),
            "",
            "POSTS",
            "",
        ]
        for post in part.posts:
            rows += [f"Date: {_day(post.day or (1, 1))}", f"Platform: {post.platform}", f"File: {post.file}"]
            rows += [f"Text: {post.text}", ""]
    return "\n".join(rows).encode()


def stalking() -> bytes:
    """A PDF in one column with numbered themes, a running head and posts in quotation marks."""
    truth = truths.STALKING
    base = ParagraphStyle("base", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=7)
    big = ParagraphStyle("big", base, fontName="Times-Bold", fontSize=18, leading=22)
    middle = ParagraphStyle("middle", base, fontName="Times-Bold", fontSize=13, leading=16)
    story: list[object] = [
        Paragraph(f"{truth.observance}: {truth.theme}", big),
        Paragraph(f"January {truth.year}. Updated from the edition of 2024.", base),
    ]
    for part in truth.parts:
        story += [Paragraph(f"Theme {part.number}. {part.title}", big), Paragraph(part.about, base)]
        story += [Paragraph("Steps anyone can take", middle)]
        story += [Paragraph(f"{n}. {action}", base) for n, action in enumerate(part.actions, 1)]
        story += [Paragraph("Further help", middle)]
        story += [Paragraph(f"{title} ({address})", base) for title, address in part.resources]
        story += [Paragraph("Messages to share", middle)]
        story += [Paragraph(f"\u201c{post.text}\u201d", base) for post in part.posts]
    wide, high = letter
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=letter, invariant=1)

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, high - 40, truth.furniture[0])
        canvas.drawRightString(wide - 72, high - 40, truth.furniture[1])
        canvas.drawRightString(wide - 72, 34, f"{document.page} of 3")

    frame = Frame(72, 60, wide - 144, high - 320, 0, 0, 0, 0, id="one")
    document.addPageTemplates([PageTemplate("one", [frame], onPage=margins)])
    document.build(story)
    return stream.getvalue()


def children() -> bytes:
    """Markdown with underlined headings, numbered actions, links with a sentence, posts under an unknown heading."""
    truth = truths.CHILDREN
    title = f"{truth.observance} {truth.year} \u2014 {truth.theme}"
    rows = [title, "=" * 20, ""]
    for part in truth.parts:
        rows += [f"Week {part.number} | {_span(part)} | {part.title}", "-" * 20, "", part.about, ""]
        rows += ["**Try this**", "", *(f"{n}. {action}" for n, action in enumerate(part.actions, 1)), ""]
        rows += ["**Keep reading**", ""]
        rows += [f"* [{name}](https://{address}) - A short page for neighbors." for name, address in part.resources]
        rows += ["", "**Megaphone**", ""]
        for post in part.posts:
            rows += [post.text, ""]
    return "\n".join(rows).encode()


FORMS: tuple[tuple[Truth, Callable[[], bytes]], ...] = (
    (truths.COUNTY, county), (truths.DVAM, shelter), (truths.WORLD_DAY, world_day), (truths.MISSING, missing),
    (truths.ELDERS, elders), (truths.PASTED, pasted), (truths.TRATA, trata), (truths.GAMES, six_weeks),
    (truths.LABOR, labor), (truths.SAAM, april), (truths.STALKING, stalking), (truths.CHILDREN, children),
)  # fmt: skip


def said(truth: Truth) -> tuple[tuple[int, Said], ...]:
    """All posts with the number of their part."""
    return tuple((part.number, post) for part in truth.parts for post in part.posts)

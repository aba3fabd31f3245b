"""Toolkits in our own words, of a year to come, as people get them: Word, PDF in two columns, Markdown."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph, Spacer

YEAR = 2028
THEME = "Doors that open. Neighbors who know."


@dataclass(frozen=True)
class Week:
    dates: str
    topic: str
    idea: str
    dots: tuple[str, ...]
    actions: tuple[str, ...]
    learn: tuple[tuple[str, str], ...]
    act: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def posts(self) -> tuple[str, ...]:
        return tuple(post for _, posts in self.sections for post in posts)


WEEKS = (
    Week(
        "January 1-2, 2028",
        "Introduction to the month",
        "The first days are for the basics. Find out what the month is for and who in town already works on it.",
        (),
        ("Save the number of the hotline in your phone.", "Invite a neighbor to the first evening at the library."),
        (("Fact Sheet: Trafficking in Plain Words", "example.org/plain-words"),),
        (("Card: Numbers to Keep", "example.org/keep"),),
        (
            (
                "Public Awareness",
                (
                    "The month begins. Find an evening near you: example.org/evenings #OpenDoors",
                    "One number, any hour: humantraffickinghotline.org #OpenDoors #EndTrafficking",
                ),
            ),
        ),
    ),
    Week(
        "January 3-9, 2028",
        "Human Trafficking and Seasonal Farm Work",
        "Harvest crews move often and live where they work. A fair crew leader makes all the difference on a farm.",
        (
            "Fees for a ride, a bed and a tool can add up before the first pay day. A debt like that is hard to leave.",
            "Growers who hire directly see fewer complaints. Their crews come back the next season.",
        ),
        (
            "Ask growers at your market how their crews are hired.",
            "Offer rides to the clinic on rainy days.",
            "Translate the rights card into the languages of the camp.",
        ),
        (("Guide: Fair Hiring on Small Farms", "example.org/fair-hiring"), ("Webinar: Rights in the Orchard", "")),
        (("Toolkit: A Camp Visit Step by Step", "example.org/camp-visit"),),
        (
            (
                "Training",
                ("Crew leaders set the tone. A free course on fair hiring: example.org/crew-course #OpenDoors",),
            ),
            (
                "Workplace Practices",
                (
                    "Nobody should pay for a job. See who hires well: example.org/markets #OpenDoors #FairHarvest",
                    "Rain today? Crews without work are crews without pay: example.org/rainy-days #OpenDoors",
                ),
            ),
        ),
    ),
    Week(
        "January 10-16, 2028",
        "Human Trafficking and Rented Rooms",
        "A room that is tied to a job is a room that can be taken away. Renters need somewhere to ask.",
        ("Landlords meet people whom nobody else meets. A few questions at the door can be the start of help.",),
        (
            "Put the hotline card on the notice board of each building.",
            "Tell renters where to bring a lease to be read.",
        ),
        (("Report: Beds, Jobs and Debts", "example.org/beds-and-debts"),),
        (("Fact Sheet: What a Lease Must Say", "example.org/lease"),),
        (
            (
                "Human Trafficking Awareness Day (1/11)",
                ("Put on something blue today and tell one person why: example.org/blue #OpenDoors",),
            ),
            (
                "Public Awareness",
                ("Does your room come with your job? You have rights in it: example.org/renters #OpenDoors",),
            ),
        ),
    ),
    Week(
        "January 17-23, 2028",
        "Human Trafficking and Online Games",
        "Children make friends in games. Grown-ups who play along hear about it early.",
        ("A gift in a game can be the start of a debt. So can a secret that one was asked to keep.",),
        ("Play one evening with your child and ask who else is there.", "Agree on one word that means help."),
        (("Tip Sheet: Ten Questions about Games", "example.org/ten-questions"),),
        (("Website: Report a Player", "example.org/report-a-player"),),
        (
            (
                "Online Safety",
                (
                    "Who taught your child that trick? Ask tonight, and listen: example.org/listen #OpenDoors",
                    "A stranger sends coins and asks for a secret: example.org/report-a-player #OpenDoors",
                ),
            ),
        ),
    ),
    Week(
        "January 24-31, 2028",
        "Human Trafficking and First Jobs",
        "A first job shapes what a young person thinks is normal. Good bosses teach more than the work.",
        ("Young workers rarely know what a pay stub must show. Those who do are seldom cheated twice.",),
        ("Read a pay stub together in class.", "Invite a union, a grower and a nurse to talk about first jobs."),
        (("Brief: Pay Stubs for Beginners", "example.org/pay-stubs"),),
        (("Framework: A Fair First Job", "example.org/first-job"),),
        (
            (
                "Economic Mobility",
                (
                    "Your first pay stub has twelve lines. Know them? example.org/pay-stubs #OpenDoors",
                    "Good bosses are teachers. Thank one today, and tell us why: example.org/thanks #OpenDoors",
                ),
            ),
        ),
    ),
)


def markdown() -> bytes:
    """A flat document: weeks as second headings, bullets, links in square brackets, posts as quotes."""
    rows = [f"# Human Trafficking Prevention Month {YEAR}: {THEME}", "", "## Hashtags", "", "#OpenDoors", ""]
    for number, week in enumerate(WEEKS, 1):
        rows += [f"## Week {number}: {week.dates}", "", f"Connecting the Dots: {week.topic}", "", week.idea, ""]
        if week.dots:
            rows += [f"### Connecting the Dots: {week.topic}", ""]
            rows += [f"{text}\n" for text in week.dots]
        rows += ["### What You Can Do", "", *(f"* {text}" for text in week.actions), ""]
        rows += ["### Resources", "", "#### Learn", "", *(_link(*row) for row in week.learn), ""]
        rows += ["#### Take Action", "", *(_link(*row) for row in week.act), "", "### Social Media Content", ""]
        for section, posts in week.sections:
            rows += [f"#### {section}", "", *(f"> {post}\n" for post in posts)]
    return "\n".join(rows).encode()


def _link(title: str, address: str) -> str:
    return f"- [{title}](https://{address})" if address else f"- {title}"


def pdf() -> bytes:
    """Two columns: weeks in large letters across a column, bullets, posts as paragraphs of several lines."""
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=9.5, leading=12, spaceAfter=7)
    big = ParagraphStyle("big", base, fontName="Helvetica-Bold", fontSize=17, leading=20)
    middle = ParagraphStyle("middle", base, fontName="Helvetica-Bold", fontSize=12.5, leading=15)
    small = ParagraphStyle("small", base, fontName="Helvetica-Bold")
    bullet = ParagraphStyle("bullet", base, leftIndent=10, bulletIndent=0)
    story: list[object] = [
        Paragraph(f"{YEAR} Human Trafficking Prevention Month Toolkit", big),
        Paragraph(f"Theme: {THEME}", base),
        FrameBreak(),
    ]  # fmt: skip
    for number, week in enumerate(WEEKS, 1):
        story += [
            Paragraph(f"Week {number}: {week.dates}", big),
            Paragraph(f"Connecting the Dots: {week.topic}", middle),
        ]
        story += [Paragraph(text, base) for text in (week.dots or (week.idea,))]
        story += [Paragraph("What You Can Do", middle), *(Paragraph(text, bullet, "\u2022") for text in week.actions)]
        story += [Paragraph("Resources", middle)]
        for group, rows in (("Learn", week.learn), ("Take Action", week.act)):
            story += [Paragraph(group, small)]
            story += [
                Paragraph(f'<a href="https://{to}">{title}</a>' if to else title, bullet, "\u2022")
                for title, to in rows
            ]
        story += [Paragraph("Social Media Content", middle)]
        for section, posts in week.sections:
            story += [Paragraph(section, small), *(Paragraph(post, base) for post in posts), Spacer(1, 4)]
    wide, high = letter
    top = Frame(54, high - 130, wide - 108, 80, 0, 0, 0, 0, id="top")
    columns = [Frame(54 + index * 262, 54, 242, high - 200, 0, 0, 0, 0, id=f"column{index}") for index in (0, 1)]
    later = [Frame(54 + index * 262, 54, 242, high - 108, 0, 0, 0, 0, id=f"later{index}") for index in (0, 1)]
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=letter, invariant=1)
    document.addPageTemplates([
        PageTemplate("first", [top, *columns], autoNextPageTemplate="later", onPage=_foot),
        PageTemplate("later", later, onPage=_foot),
    ])  # fmt: skip
    document.build(story)
    return stream.getvalue()


def _foot(canvas: object, document: object) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(54, 30, "Prevention Month Toolkit")
    canvas.drawRightString(558, 30, str(document.page))


# ------------------------------------------------------------------ Word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


class Word:
    """A small Word document with heading styles, lists, links and tables."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.targets: list[str] = []

    def paragraph(self, text: str, style: str = "", link: str = "", more: str = "", *, bold: bool = False) -> None:
        self.body.append(self._paragraph(text, style, link, more, bold=bold))

    def _paragraph(self, text: str, style: str, link: str = "", more: str = "", *, bold: bool = False) -> str:
        heavy = "<w:rPr><w:b/></w:rPr>" if bold else ""
        run = f'<w:r>{heavy}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if link:
            self.targets.append(link)
            run = f'<w:hyperlink r:id="rId{len(self.targets)}">{run}</w:hyperlink>'
        if more:
            run += f'<w:r><w:t xml:space="preserve">{escape(more)}</w:t></w:r>'
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}{run}</w:p>"

    def table(self, rows: list[tuple[str, ...]]) -> None:
        made = ""
        for row in rows:
            cells = "".join(f"<w:tc>{self._cell(cell)}</w:tc>" for cell in row)
            made += f"<w:tr>{cells}</w:tr>"
        self.body.append(f"<w:tbl>{made}</w:tbl>")

    def _cell(self, text: str) -> str:
        """A cell with a paragraph for each line of its text."""
        return "".join(self._paragraph(line, "") for line in text.split("\n"))

    def data(self, document: str = "") -> bytes:
        names = [
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("Heading3", "heading 3"),
            ("ListBullet", "List Bullet"),
        ]
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in names
        )
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        relations = "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape(target)}" TargetMode="External"/>'
            for number, target in enumerate(self.targets, 1)
        )
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        relations += f'<Relationship Id="styles" Type="{office}/styles" Target="styles.xml"/>'
        parts = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{types}.styles+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": document
            or f"<w:document {_W} {_R}><w:body>{''.join(self.body)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
        return stream.getvalue()


def word() -> bytes:
    """Heading styles; weeks without dates; posts in a table, or with their link in the paragraph below."""
    made = Word()
    made.paragraph(f"Prevention Month {YEAR}: a toolkit for our county", "Heading1")
    made.paragraph(f"The theme of this year is \u201c{THEME}\u201d")
    for number, week in enumerate(WEEKS, 1):
        made.paragraph(f"Week {number}", "Heading1")
        made.paragraph(f"Connecting the Dots: {week.topic}", "Heading2")
        for text in week.dots or (week.idea,):
            made.paragraph(text)
        made.paragraph("Things you can do", "Heading2")
        for text in week.actions:
            made.paragraph(text, "ListBullet")
        made.paragraph("Resources", "Heading2")
        for group, rows in (("Learn", week.learn), ("Take action", week.act)):
            made.paragraph(group, "Heading3")
            for title, to in rows:
                made.paragraph(title, "ListBullet", f"https://{to}" if to else "", " (free)" if to else "")
        made.paragraph("Sample posts", "Heading2")
        for section, posts in week.sections:
            made.paragraph(section, "Heading3")
            if number == 2:
                made.table([("Post", "Link"), *(tuple(_split(post)) for post in posts)])
            else:
                for words, tail in map(_split, posts):
                    made.paragraph(words)
                    made.paragraph(tail)
    return made.data()


def _split(post: str) -> tuple[str, str]:
    words = post.split()
    tail = next(index for index, part in enumerate(words) if "/" in part or part.endswith(".org"))
    return " ".join(words[:tail]), " ".join(words[tail:])

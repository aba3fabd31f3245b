"""Two toolkits of days: a state agency's page in Markdown for a week of school, a hospital network's PDF for six days.

The page has what a web system writes around it; the PDF has a plan of the month first, eyebrows over its titles, and
addresses below the names of what they lead to.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from tests.helpers.twelve_toolkits import Part, Said, Truth

TEENS = Truth(
    "teens.md",
    2028,
    2,
    "Teen Dating Violence Awareness Month",
    "Love Leaves Room",
    (
        Part(
            1,
            "Room to say no",
            ((2, 7), (2, 7)),
            "A boundary is a sentence about yourself. Students who have practiced one out loud use it sooner.",
            (
                "Open homeroom with one sentence that begins with \u201cI am not okay with\u201d.",
                "Put a question box outside the counseling office, with no camera in sight.",
            ),
            (("Boundaries in Ten Minutes", "example.gov/teens/boundaries"),),
            (
                Said(
                    "\u201cNo\u201d needs no reason. Practice it with a friend today:",
                    "example.gov/teens/boundaries #LoveLeavesRoom",
                    "Instagram",
                ),
                Said(
                    "Families: ask your teen what they would say to someone who keeps texting after a no.",
                    "#LoveLeavesRoom",
                    "Facebook",
                ),
            ),
        ),
        Part(
            2,
            "Orange in the halls",
            ((2, 8), (2, 8)),
            "Wear orange today. Color starts the talk that a lecture ends.",
            (
                "Lend orange ribbons at the front door so that nobody has to buy anything.",
                "Take one group photo, with permission from everyone in it.",
                "Read the numbers for help over the loudspeaker, slowly and twice.",
            ),
            (("Ribbon Pattern", "example.gov/teens/ribbon"), ("Morning Announcement", "example.gov/teens/announce")),
            (
                Said(
                    "Orange today, because one in three is someone in your class.",
                    "#LoveLeavesRoom #Orange4Love",
                    "Instagram",
                ),
            ),
        ),
        Part(
            3,
            "Phones and passwords",
            ((2, 9), (2, 9)),
            "Sharing a location can feel like trust. When it may not be switched off, it is control.",
            ("Check together who can see your location, and clear the list.",),
            (
                ("Location Check in Five Steps", "example.gov/teens/location"),
                ("When Someone Has Your Password", "example.gov/teens/password"),
            ),
            (
                Said(
                    "Trust does not need your password. Five steps, two minutes:",
                    "example.gov/teens/location #LoveLeavesRoom",
                    "Instagram",
                ),
                Said("Your location is yours. Turn it off for a day and see who minds.", "#LoveLeavesRoom", "TikTok"),
            ),
        ),
        Part(
            4,
            "Friends who notice",
            ((2, 10), (2, 10)),
            "Most teens tell a friend first. A friend does not have to fix it, only to stay.",
            (
                "Say what you saw, not what you think of their partner.",
                "Offer to walk along to a counselor, and wait outside.",
            ),
            (("What to Say to a Friend", "example.gov/teens/friend"),),
            (
                Said(
                    "\u201cYou do not seem like yourself lately. I am around.\u201d Sometimes that is enough:",
                    "example.gov/teens/friend #LoveLeavesRoom",
                    "Instagram",
                ),
            ),
        ),
        Part(
            5,
            "What love looks like",
            ((2, 11), (2, 11)),
            "We end with what young people want instead: time apart, honest answers, and laughing at the same things.",
            ("Let students write one line each and hang all of them, unsigned.",),
            (("Signs of a Healthy Relationship", "example.gov/teens/healthy"),),
            (
                Said(
                    "Love leaves room for your friends, your family and your plans.",
                    "example.gov/teens/healthy #LoveLeavesRoom",
                    "Instagram",
                ),
                Said("What does love leave room for? Our students answered.", "#LoveLeavesRoom", "Facebook"),
            ),
        ),
    ),
    (
        "Skip to the five days",
        "Department of Family Services | Office of Youth Safety",
        "Last updated: December 10, 2027",
        "Was this page helpful? Yes / No",
    ),
)

NETWORK = Truth(
    "network.pdf",
    2028,
    1,
    "Human Trafficking Prevention Month",
    "Care That Asks",
    (
        Part(
            1,
            "A minute alone",
            ((1, 5), (1, 5)),
            "A companion who answers every question may be a parent, a partner or an employer. The only way to know is "
            "to see each patient alone once.",
            (
                "Walk every patient to the scale or the restroom alone.",
                "Use a trained interpreter, never the person who came along.",
            ),
            (("Seeing Patients Alone: One-Page Script", "example.org/lch/alone"),),
            (
                Said(
                    "At our clinics, every patient gets a minute alone. It is for your safety, and it is for everyone.",
                    "example.org/lch/alone #CareThatAsks",
                ),
            ),
        ),
        Part(
            2,
            "Words that open doors",
            ((1, 11), (1, 11)),
            "Nobody answers yes to \u201cAre you being trafficked?\u201d People do answer questions about sleep, pay "
            "and who holds their papers.",
            (
                "Ask where the patient sleeps and who else sleeps there.",
                "Ask what would happen if they left their job tomorrow.",
                "Write down the words of the patient, not your own.",
            ),
            (("Six Questions for Triage", "example.org/lch/six"), ("PEARR Steps", "example.org/lch/pearr")),
            (
                Said(
                    "Sleep, pay, papers: three plain questions that let someone tell us more.",
                    "example.org/lch/six #CareThatAsks",
                ),
                Said("Nurses, which question has opened a door for you?", "#CareThatAsks #Nursing"),
            ),
        ),
        Part(
            3,
            "Privacy is treatment",
            ((1, 14), (1, 14)),
            "A portal message or a bill that reaches the wrong phone can undo a visit.",
            ("Ask for a safe way to reach the patient, and note it in red.",),
            (("Safe Contact Form", "example.org/lch/safe-contact"),),
            (
                Said(
                    "Need us to call another number, or none at all? Tell us. We ask everyone.",
                    "example.org/lch/safe-contact #CareThatAsks",
                ),
            ),
        ),
        Part(
            4,
            "People who clean and cook",
            ((1, 19), (1, 19)),
            "Our contractors hire for night shifts. Their workers walk our halls and know our kitchens, and few of "
            "them have seen our wage policy.",
            (
                "Hang the wage card beside every time clock, in four languages.",
                "Add recruitment fees to the questions for vendors.",
            ),
            (("Wage Card", "example.org/lch/wage-card"), ("Questions for Vendors", "example.org/lch/vendors")),
            (
                Said(
                    "Nobody should pay to get a job in a hospital. Here is what we ask our vendors:",
                    "example.org/lch/vendors #CareThatAsks",
                ),
            ),
        ),
        Part(
            5,
            "After the visit",
            ((1, 25), (1, 25)),
            "Leaving can take many visits. A warm handoff is worth more than a brochure.",
            (
                "Call the advocate with the patient in the room, if the patient agrees.",
                "Offer the next appointment before the patient gets dressed.",
            ),
            (("Warm Handoff Guide", "example.org/lch/handoff"),),
            (
                Said("You do not have to tell us everything today. The door stays open.", "#CareThatAsks"),
                Said(
                    "A warm handoff is a call that we make together. See how it works:",
                    "example.org/lch/handoff #CareThatAsks",
                ),
            ),
        ),
        Part(
            6,
            "Caring for those who care",
            ((1, 28), (1, 28)),
            "Listening to hard stories costs something. Survivors on our staff carry more than we see.",
            ("End the shift with ten minutes that have no agenda.", "Let anyone trade a case without giving a reason."),
            (("Ten Minutes after Shift", "example.org/lch/ten-minutes"),),
            (
                Said(
                    "To the nurse who stayed late to listen: who listens to you?",
                    "example.org/lch/ten-minutes #CareThatAsks",
                ),
            ),
        ),
    ),
    (
        "LAKE COUNTRY HEALTH",
        "Human Trafficking Prevention Month 2028",
        "For staff, volunteers and community partners",
        "Ordering prints: forms@example.org, extension 4410",
    ),
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_ALTS = ("A notebook page with one sentence on it.", "Orange ribbons in a shoe box.", "A phone, face down.")


def teens() -> bytes:
    """Markdown with a head of keys, links to its own headings, alt texts below posts, and short dates."""
    truth = TEENS
    skip, agency, updated, helpful = truth.furniture
    rows = ["---", f'title: "{truth.observance} {truth.year}"', "layout: toolkit", "tags: [schools, teens]", "---", ""]
    rows += [f"[{skip}](#days)", "", f"{agency}  ", updated, "", f"# {truth.observance} {truth.year}", ""]
    rows += [f"*Theme: {truth.theme}*", "", "## Before you begin", ""]
    before = (
        "This page is for school staff, youth programs and students who lead them. The week can be moved if your "
        "district is on break. Tell counselors first: questions will come."
    )
    helped = (
        "> **Help for teens:** love is respect, 1-866-331-9474, or text LOVEIS to 22522. Free, confidential, 24/7. "
        "In an emergency, call 911."
    )
    rows += [before, "", helped, "", '<a id="days"></a>', "", "## Five days, five themes", ""]
    for part, weekday in zip(truth.parts, _WEEKDAYS, strict=True):
        assert part.dates is not None
        rows += [f"## {weekday} 2/{part.dates[0][1]} \u00b7 {part.title}", "", part.about, "", "### In school", ""]
        rows += [f"- [ ] {action}" for action in part.actions]
        rows += ["", "### Post it", ""]
        for number, post in enumerate(part.posts):
            rows += [f"**{post.platform}**", "", post.text, "", f"*Alt text: {_ALTS[number]}*", ""]
        rows += ["### Go deeper", ""]
        rows += [f"{n}. [{title}](https://{address})" for n, (title, address) in enumerate(part.resources, 1)]
        rows += ["", "---", ""]
    return "\n".join([*rows, helpful, ""]).encode()


def network() -> bytes:
    """Two columns below a plan of the month over both; eyebrows, addresses in lines of their own, running heads."""
    truth = NETWORK
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=9.5, leading=12.5, spaceAfter=5)
    brown = colors.HexColor("#a0522d")
    eyebrow = ParagraphStyle(
        "eyebrow", base, fontName="Helvetica-Bold", fontSize=8, textColor=brown, spaceBefore=12, spaceAfter=1
    )
    title = ParagraphStyle("title", base, fontName="Helvetica-Bold", fontSize=17, leading=20)
    small = ParagraphStyle("small", base, fontName="Helvetica-Bold", fontSize=10.5, leading=13, spaceBefore=3)
    bullet = ParagraphStyle("bullet", base, leftIndent=11, bulletIndent=0)
    cover = ParagraphStyle("cover", base, fontName="Helvetica-Bold", fontSize=24, leading=28)
    words = ("One", "Two", "Three", "Four", "Five", "Six")
    plan = [["Focus day", "Date", "Topic"]]
    plan += [[words[part.number - 1], f"Jan. {part.dates[0][1]}", part.title] for part in truth.parts if part.dates]
    story: list[Flowable] = [
        NextPageTemplate("columns"),
        Paragraph(f"{truth.observance} {truth.year}", cover),
        Paragraph(f"{truth.theme}: six focus days for our hospitals and clinics", small),
        Paragraph("Lake Country Health has four hospitals and nineteen clinics. Each focus day takes one huddle, one "
                  "poster and one post. Survivors on our advisory board read every line of this kit.", base),
        Table(plan, [70, 70, 260], hAlign="LEFT", style=TableStyle([
            ("GRID", (0, 0), (-1, -1), 0.5, colors.gray), ("FONTSIZE", (0, 0), (-1, -1), 9),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eeeeee")),
        ])),
        FrameBreak(),
    ]  # fmt: skip
    for part in truth.parts:
        assert part.dates is not None
        weekday = ("Wednesday", "Tuesday", "Friday", "Wednesday", "Tuesday", "Friday")[part.number - 1]
        name = f"FOCUS DAY {words[part.number - 1].upper()}"
        story += [Paragraph(f"{name} &nbsp;|&nbsp; {weekday.upper()}, JANUARY {part.dates[0][1]}", eyebrow)]
        story += [Paragraph(part.title, title), Paragraph(part.about, base), Paragraph("At the huddle", small)]
        story += [Paragraph(action, bullet, "\u2022") for action in part.actions]
        story += [Paragraph("On our channels", small), *(Paragraph(f"\u201c{p.words}\u201d {p.tail}", base)
                                                        for p in part.posts)]  # fmt: skip
        story += [Paragraph("Keep at hand", small)]
        story += [Paragraph(f"{name_}<br/>{address}", bullet, "\u2022") for name_, address in part.resources]
    story += [Paragraph("If a patient asks for help", small),
              Paragraph("National Human Trafficking Hotline: 1-888-373-7888, text 233733. Social work on call: "
                        "extension 4400. Ask before you call, unless a life is in danger.", base)]  # fmt: skip
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=letter, invariant=1)
    wide, high = letter

    def columns(top: float) -> list[Frame]:
        return [Frame(54 + side * 264, 62, 240, top - 62, 0, 0, 0, 0, id=f"c{side}") for side in (0, 1)]

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(54, high - 34, truth.furniture[0])
        canvas.drawRightString(wide - 54, high - 34, truth.furniture[1])
        canvas.drawString(54, 36, truth.furniture[2])
        canvas.drawRightString(wide - 54, 36, str(document.page))
        canvas.drawString(54, 26, truth.furniture[3])

    head = Frame(54, high - 292, wide - 108, 240, 0, 0, 0, 0, id="head")
    document.addPageTemplates([
        PageTemplate("first", [head, *columns(high - 300)], onPage=margins),
        PageTemplate("columns", columns(high - 54), onPage=margins),
    ])  # fmt: skip
    document.build(story)
    return stream.getvalue()


DAYS: tuple[tuple[Truth, Callable[[], bytes]], ...] = ((TEENS, teens), (NETWORK, network))

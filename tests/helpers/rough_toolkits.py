"""Four toolkits as a coalition, an agency, churches and a hospital make them, and what is where in each of them.

They are rough on purpose: labels beside cells of several lines, boxes and tables in tables, a page with its menus, a
guide in Spanish with a day of its own for each week.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.helpers.toolkit_documents import Word
from tests.helpers.twelve_toolkits import Part, Said, Truth

RUNAWAY = Truth(
    "coalition.pdf",
    2027,
    11,
    "Runaway Prevention Month",
    "A Place to Land",
    (
        Part(
            1,
            "Why young people leave",
            ((11, 1), (11, 7)),
            "Most teens who leave home leave an argument, and sleep on the couch of a friend first. Calm adults help.",
            (
                "Ask the teens whom you know where they would go at midnight, and listen to all of the answer first.",
                "Put the youth line on the back of every student badge.",
            ),
            (("Two Days: A Guide for Families", "example.org/two-days"),),
            (
                Said(
                    "Not every runaway is on the street. Some are on your couch. Learn what to say first, "
                    "and who can talk to the family with you:",
                    "example.org/two-days #PlaceToLand",
                    "",
                    None,
                    "couch.png",
                ),
            ),
        ),
        Part(
            2,
            "Safe places in town",
            ((11, 8), (11, 14)),
            "A yellow sign on a door means that someone inside has been trained to call for help.",
            ("Walk one block and count the yellow signs.", "Ask your library or fire station to become a Safe Place."),
            (("Find a Safe Place", "example.org/places"), ("Become a Safe Place", "example.org/become")),
            (
                Said(
                    "Look for the yellow sign. No questions, no bill, somebody who knows whom to call:",
                    "example.org/places #PlaceToLand #YellowSign",
                    "",
                    None,
                    "sign.png",
                ),
                Said("Coaches, clerks, librarians: an hour of training makes your door a safe one.", "#YellowSign"),
            ),
        ),
        Part(
            3,
            "The way back",
            ((11, 15), (11, 21)),
            "Going home is a talk, not a car ride. Some homes are not safe, and then the way back leads elsewhere.",
            ("Offer a ride and a witness.",),
            (("Talking before Going Home", "example.org/talking"),),
            (Said("The best first question is: are you safe tonight?", "example.org/talking #PlaceToLand"),),
        ),
    ),
    ("Northside Youth Coalition", "A Place to Land 2027"),
)

AGENCY = Truth(
    "agency.docx",
    2028,
    1,
    "Human Trafficking Prevention Month",
    "Every Desk Can Help",
    (
        Part(
            1,
            "Public counters",
            ((1, 3), (1, 9)),
            "People who are watched at home still come to a counter for a license or a bus pass.",
            (
                "Place the tear-off cards where no one can see who takes one.",
                "Brief counter staff at the Monday huddle.",
            ),
            (("Counter Card", "example.gov/counter-card"), ("Ten Minutes for Front Desks", "example.gov/front-desk")),
            (
                Said(
                    "A license office may be the only errand that someone runs alone.",
                    "example.gov/counter-card #EveryDesk",
                    "Facebook",
                    None,
                    "W1-counter.jpg",
                ),
                Said("Ten minutes, one front desk, one more safe door.", "#EveryDesk", "X", None, "W1-desk.jpg"),
            ),
        ),
        Part(
            2,
            "Inspectors and permits",
            ((1, 10), (1, 16)),
            "Inspectors open kitchens, barracks and back rooms that nobody else is allowed to see.",
            ("Add two questions to the inspection form.", "Thank an inspector who made a call."),
            (("Two Questions for Inspectors", "example.gov/two-questions"),),
            (
                Said(
                    "Where do the workers sleep? Who keeps the keys? Two questions, one visit.",
                    "example.gov/two-questions #EveryDesk",
                    "LinkedIn",
                    None,
                    "W2-inspect.jpg",
                ),
            ),
        ),
        Part(
            3,
            "Roads and rest areas",
            ((1, 17), (1, 23)),
            "Plow drivers and toll collectors notice the same van three nights in a row.",
            ("Hang the mirror sticker in every rest area.",),
            (("Mirror Sticker, Print Ready", "example.gov/mirror"),),
            (
                Said(
                    "Seen something on the road that stayed with you? Say it to someone.",
                    "example.gov/mirror #EveryDesk",
                    "Instagram",
                    None,
                    "W3-road.jpg",
                ),
            ),
        ),
    ),
)

CHURCHES = Truth(
    "churches.txt",
    2027,
    10,
    "Domestic Violence Awareness Month",
    "Sanctuary Begins at Home",
    (
        Part(
            1,
            "Listen",
            ((10, 3), (10, 3)),
            "Many people tell a pastor before they tell the police. Few pastors were ever taught what to answer.",
            (
                "Read a psalm of lament aloud, without explaining it.",
                "Put the helpline inside the doors of the restroom stalls.",
            ),
            (("What to Say First", "example.org/say-first"),),
            (
                Said(
                    "\u201cI believe you\u201d is a whole sermon. Learn what comes next:",
                    "example.org/say-first #SanctuaryAtHome",
                ),
            ),
        ),
        Part(
            2,
            "Tell the truth",
            ((10, 10), (10, 10)),
            "No vow asks anyone to stay in danger, and no verse does either.",
            ("Preach one sermon that names abuse as sin.", "Ask a survivor advocate to check your wedding talks."),
            (("Sermon Notes", "example.org/sermon-notes"), ("Marriage Talks Reviewed", "example.org/talks")),
            (Said("Forgiveness never means going back into danger.", "example.org/sermon-notes #SanctuaryAtHome"),),
        ),
        Part(
            3,
            "Open the doors",
            ((10, 17), (10, 17)),
            "A locked fellowship hall can be a place to park a car, to wait for a ride or to make a call.",
            ("Keep one room with a phone and a lock on the inside.", "Start an emergency fund, however small."),
            (("A Room with a Phone", "example.org/room"),),
            (Said("Does your church have one room with a phone in it?", "example.org/room #SanctuaryAtHome"),),
        ),
    ),
    (
        "Skip to main content",
        "Home \u00bb Resources \u00bb Domestic Violence Awareness Month",
        "This website stores cookies on your computer. By clicking Accept, you agree.",
        "Accept",
        "Decline",
        "Who We Are",
        "Ministries",
        "Sermons",
        "Give",
        "Posted by admin on August 30, 2027",
        "Share this: Facebook Twitter Email",
        "Leave a Reply",
        "Subscribe to our newsletter",
        "Previous post: Harvest Supper",
        "\u00a9 2027 Network of Valley Churches. All rights reserved.",
    ),
)

HOSPITAL = Truth(
    "hospital.docx",
    2027,
    10,
    "Mes de Concientizaci\u00f3n sobre la Violencia Dom\u00e9stica",
    "Aqu\u00ed puede hablar",
    (
        Part(
            1,
            "La primera pregunta",
            ((10, 4), (10, 10)),
            "En urgencias hay un minuto a solas con cada paciente. Ese minuto alcanza para una pregunta.",
            ("Pregunte siempre a solas, nunca delante de la familia.", "Deje tarjetas en los ba\u00f1os de cada piso."),
            (("Gu\u00eda de un minuto", "example.org/un-minuto"),),
            (
                Said(
                    "Una pregunta a solas puede cambiarlo todo. Conozca la gu\u00eda:",
                    "example.org/un-minuto #AquiPuedeHablar",
                ),
                Said("\u00bfSe siente segura en su casa? Aqu\u00ed puede hablar.", "#AquiPuedeHablar"),
            ),
        ),
        Part(
            2,
            "Escuchar sin juzgar",
            ((10, 11), (10, 17)),
            "Nadie cuenta todo la primera vez. Volver a preguntar, sin prisa, tambi\u00e9n es cuidar.",
            ("Ofrezca un int\u00e9rprete que no sea de la familia.",),
            (
                ("Int\u00e9rpretes por tel\u00e9fono", "example.org/interpretes"),
                ("Qu\u00e9 decir primero", "example.org/que-decir"),
            ),
            (Said("Escuchar tambi\u00e9n es cuidar.", "example.org/que-decir #AquiPuedeHablar"),),
        ),
        Part(
            3,
            "Un plan para salir",
            ((10, 18), (10, 24)),
            "Un plan no obliga a nadie a irse. Da opciones para el d\u00eda en que hagan falta.",
            ("Tenga a la mano el n\u00famero de trabajo social.", "Guarde copias de los documentos en el expediente."),
            (("Plan de seguridad en una hoja", "example.org/plan"),),
            (
                Said(
                    "Un plan en una hoja, en su idioma y sin nombre:",
                    "example.org/plan #AquiPuedeHablar #PlanDeSeguridad",
                ),
            ),
        ),
    ),
    language="es",
)


def coalition() -> bytes:
    """A PDF in which each week is a table of two columns; labels are half way up beside cells of several lines."""
    truth = RUNAWAY
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=10, leading=12.5)
    label = ParagraphStyle("label", base, fontName="Helvetica-Bold", textColor=colors.white)
    big = ParagraphStyle("big", base, fontName="Helvetica-Bold", fontSize=24, leading=28)
    middle = ParagraphStyle(
        "middle", base, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=14, spaceAfter=4
    )
    story: list[object] = [
        Paragraph("NORTHSIDE YOUTH COALITION", label),
        Paragraph(f"{truth.observance} {truth.year}", big),
        Spacer(1, 8),
        Paragraph(f"Theme: {truth.theme}", middle),
        Paragraph("Does a young person need a place tonight? Call the Northside Youth Line at 1-800-555-0148. Free, "
                  "confidential, 24 hours a day.", base),
    ]  # fmt: skip
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        story.append(Paragraph(f"WEEK {part.number} \u2022 November {first[1]}\u2013{last[1]}", middle))
        rows: list[tuple[str, list[str]]] = [("Focus", [part.title]), ("Why it matters", [part.about])]
        rows += [("What you can do", [f"\u2022 {action}" for action in part.actions])]
        rows += [("Learn more", [f"{title}: {address}" for title, address in part.resources])]
        for number, post in enumerate(part.posts, 1):
            rows += [(f"Post {number}" if len(part.posts) > 1 else "Post", [post.text])]
            rows += [("Graphic", [post.file])] if post.file else []
        cells = [[Paragraph(name, label), [Paragraph(text, base) for text in texts]] for name, texts in rows]
        story.append(
            Table(cells, [92, 376], style=TableStyle([
                ("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#31446b")), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("GRID", (0, 0), (-1, -1), 0.7, colors.HexColor("#99a4bb")),
            ]))
        )  # fmt: skip
    stream = io.BytesIO()

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 40, f"{truth.furniture[0]} | {truth.furniture[1]} | {document.page}")

    SimpleDocTemplate(stream, pagesize=letter, invariant=1).build(story, onFirstPage=margins, onLaterPages=margins)
    return stream.getvalue()


class _Boxes(Word):
    """A Word document that also has text boxes, and tables in tables."""

    def box(self, *texts: str) -> None:
        """A paragraph with a text box, as Word writes it: once for new programs and once for old ones."""
        inner = "".join(self._paragraph(text, "") for text in texts)
        held = f"<w:txbxContent>{inner}</w:txbxContent>"
        vml, mc = "urn:schemas-microsoft-com:vml", "http://schemas.openxmlformats.org/markup-compatibility/2006"
        shape = f'<v:shape xmlns:v="{vml}"><v:textbox>{held}</v:textbox></v:shape>'
        wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        new = f'<w:drawing><wps:wsp xmlns:wps="{wps}"><wps:txbx>{held}</wps:txbx></wps:wsp></w:drawing>'
        self.body.append(
            f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{new}</mc:Choice>'
            f"<mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    def layout(self, *rows: tuple[str, ...]) -> None:
        """A table that only arranges: its cells hold whole paragraphs and tables (as XML)."""
        made = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        self.body.append(f"<w:tbl>{made}</w:tbl>")

    def xml(self, text: str, style: str = "", link: str = "", *, bold: bool = False) -> str:
        return self._paragraph(text, style, link, bold=bold)

    def grid(self, rows: list[tuple[str, ...]]) -> str:
        self.table(rows)
        return self.body.pop()


def agency() -> bytes:
    """A cover in text boxes; each week in a table that only arranges, with a sidebar and a table of posts inside."""
    truth, word = AGENCY, _Boxes()
    word.box("STATE DEPARTMENT OF GENERAL SERVICES", f"{truth.observance} {truth.year}", f"Theme: {truth.theme}")
    word.paragraph("Agencies may use this kit in any order and add their own seal.")
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        head = word.xml(f"WEEK {part.number} | JANUARY {first[1]}\u2013{last[1]} | {part.title.upper()}", bold=True)
        posts = word.grid([
            ("Channel", "Post copy", "Image"),
            *((post.platform, post.text, post.file) for post in part.posts),
        ])  # fmt: skip
        left = word.xml("Learn more", bold=True) + "".join(
            word.xml(title, "ListBullet", f"https://{address}") for title, address in part.resources
        )
        right = word.xml(part.about) + word.xml("Action steps", bold=True)
        right += "".join(word.xml(action, "ListBullet") for action in part.actions)
        right += word.xml("Sample social media", bold=True) + posts + word.xml("")
        word.layout((head,), (left, right))
        if part.number == 1:
            word.box("National Human Trafficking Hotline", "1-888-373-7888 | text 233733 | 24/7, confidential")
    return word.data()


def churches() -> bytes:
    """A page of a web site with all that is around it; each week is a Sunday; buttons stay between the posts."""
    truth = CHURCHES
    skip, crumbs, cookies, accept, decline, *menu, posted, share, reply, letter_, previous, rights = truth.furniture
    rows = [
        cookies,
        accept,
        decline,
        skip,
        *menu,
        "",
        crumbs,
        "",
        f"{truth.observance} {truth.year}: {truth.theme}",
        posted,
    ]
    rows += ["", "Faith communities across the valley mark this month together. Use one idea or all of them.", ""]
    helped = (
        "If you are being hurt, call the Valley Safe Line at 1-800-555-0163. It is free. In an emergency, call 911."
    )
    rows += [helped, ""]
    for part in truth.parts:
        assert part.dates is not None
        ordinal = ("First", "Second", "Third")[part.number - 1]
        rows += [
            f"{ordinal} Sunday, October {part.dates[0][1]}: {part.title}",
            "",
            part.about,
            "",
            "Do this together",
            "",
        ]
        rows += [f"\u2013 {action}" for action in part.actions]
        rows += ["", "Read and share", "", *(f"{title} \u2192 {address}" for title, address in part.resources)]
        rows += ["", "For your church\u2019s Facebook page", ""]
        for post in part.posts:
            rows += [post.text, "Copy text", ""]
    return "\n".join([*rows, share, "", previous, reply, letter_, rights, ""]).encode()


def hospital() -> bytes:
    """Spanish, for staff and patients: lines in bold, weeks by their dates, posts in quotation marks."""
    truth, word = HOSPITAL, Word()
    word.paragraph("Hospital General del Valle", bold=True)
    word.paragraph(f"{truth.observance}, octubre de {truth.year}", bold=True)
    word.paragraph(f"Lema de este a\u00f1o: \u00ab{truth.theme}\u00bb")
    word.paragraph(
        "El Mes de Concientizaci\u00f3n sobre la Violencia Dom\u00e9stica se observa cada octubre. En el hospital "
        "lo usamos para que todo el personal sepa preguntar, escuchar y orientar."
    )
    word.paragraph(
        "L\u00ednea de Ayuda del Valle: 1-800-555-0171. Es gratis y confidencial, las 24 horas. "
        "En una emergencia, llame al 911."
    )
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        word.paragraph(f"Del {first[1]} al {last[1]} de octubre: {part.title}", bold=True)
        word.paragraph(part.about)
        word.paragraph("\u00bfQu\u00e9 puede hacer el personal?", bold=True)
        for action in part.actions:
            word.paragraph(f"\u2022 {action}")
        word.paragraph("Para leer", bold=True)
        for title, address in part.resources:
            word.paragraph(f"{title}: {address}")
        word.paragraph("Mensajes listos para publicar", bold=True)
        for post in part.posts:
            word.paragraph(f"\u00ab{post.text}\u00bb")
    return word.data()


ROUGH: tuple[tuple[Truth, Callable[[], bytes]], ...] = (
    (RUNAWAY, coalition), (AGENCY, agency), (CHURCHES, churches), (HOSPITAL, hospital),
)  # fmt: skip

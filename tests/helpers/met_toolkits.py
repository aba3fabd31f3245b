"""Three toolkits that were measured before the reader had seen any like them: merged cells, pasted mail, two languages.

A communications packet with one table a week, whose cells go over several columns and rows and have lists in lists; a
mail that was forwarded, quoted and broken into short lines; a document with English and French side by side.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from tests.helpers.toolkit_documents import Word
from tests.helpers.twelve_toolkits import Part, Said, Truth

LIFELINE = Truth(
    "lifeline.docx",
    2027,
    9,
    "Suicide Prevention Month",
    "Stay for the Answer",
    (
        Part(
            1,
            "Asking out loud",
            ((9, 1), (9, 5)),
            "Asking about suicide does not plant the idea. It tells a person that somebody can stand to hear "
            "the truth.",
            (
                (
                    "Put the 988 card where people wait: beside the water fountain, inside the break room door, on "
                    "the back of the parking ticket"
                ),
                "Train two people on every floor to ask the question.",
                "Ask the person you drive home with how they are really sleeping.",
            ),
            (("How to Ask: A Pocket Script", "example.org/hc/ask"), ("988 Cards, Print Ready", "example.org/hc/cards")),
            (
                Said(
                    "You will not make it worse by asking. Ask, then be quiet for a while.",
                    "example.org/hc/ask #StayForTheAnswer",
                    "Facebook",
                ),
                Said(
                    "\u201cAre you thinking about suicide?\u201d is a kind question. Here is how to say it:",
                    "example.org/hc/ask #StayForTheAnswer",
                    "Instagram",
                ),
            ),
        ),
        Part(
            2,
            "Making home safer",
            ((9, 6), (9, 12)),
            "A crisis is often short. Time and distance from a gun or a bottle of pills keep people alive "
            "until it passes.",
            (
                "Offer free cable locks at the front desk, no names taken.",
                (
                    "Lock up or return what you would not want within reach: leftover pain pills, a hunting rifle, "
                    "the keys of the truck"
                ),
            ),
            (("Locks and Where to Get Them", "example.org/hc/locks"),),
            (
                Said(
                    "Friday is World Suicide Prevention Day. One lock, one conversation, one life.",
                    "example.org/hc/locks #StayForTheAnswer",
                    "Facebook",
                ),
                Said(
                    "Storing a gun at a cousin\u2019s for a month is a favor between friends.",
                    "#StayForTheAnswer",
                    "Instagram",
                ),
            ),
        ),
        Part(
            3,
            "Men who fix everything",
            ((9, 13), (9, 19)),
            "Farmers, roofers and mechanics are asked how the work goes, and seldom how they are.",
            ("Start a shift with two questions that are not about the job.",),
            (("Talk in the Truck", "example.org/hc/truck"), ("Coffee-Counter Posters", "example.org/hc/counter")),
            (
                Said(
                    "He can rebuild an engine and cannot find the word for tired. Ask anyway:",
                    "example.org/hc/truck #StayForTheAnswer",
                    "Facebook",
                ),
            ),
        ),
        Part(
            4,
            "After a loss",
            ((9, 20), (9, 30)),
            "People who have lost someone to suicide hear silence first. A name spoken aloud is a gift.",
            (
                "Say the name of the person who died.",
                "Bring paper plates, then come back in month three.",
                "Invite the family to the lantern walk on the 25th.",
            ),
            (("Support after a Suicide Loss", "example.org/hc/after"),),
            (
                Said(
                    "Month three is when the casseroles stop. Call then.",
                    "example.org/hc/after #StayForTheAnswer",
                    "Facebook",
                ),
                Said(
                    "We say their names on the 25th. Walk with us, lantern or no lantern.",
                    "#StayForTheAnswer #LanternWalk",
                    "Instagram",
                ),
            ),
        ),
    ),
    ("Hill Country Behavioral Health District", "Questions about this packet: media@example.org"),
)


THREAD = Truth(
    "thread.txt",
    2028,
    6,
    "World Elder Abuse Awareness Day",
    "Nobody Ages Alone",
    (
        Part(
            1,
            "Money",
            ((6, 12), (6, 12)),
            "The first sign is rarely a bruise. It is a new name on an old account.",
            (
                "Ask your credit union to put the warning card at every teller window.",
                "Help one neighbor set up an alert for withdrawals over $200.",
            ),
            (("Warning Card for Tellers", "example.org/weaad/tellers"),),
            (
                Said(
                    "A new friend, a new signature, a new phone that only he answers. Tellers see it first. "
                    "Here is what to look for:",
                    "example.org/weaad/tellers #NobodyAgesAlone",
                ),
            ),
        ),
        Part(
            2,
            "Medicine",
            ((6, 13), (6, 13)),
            "Pills that vanish and pills that pile up tell the same story.",
            ("Count together, once a month, at the kitchen table.",),
            (("Pill Count Sheet", "example.org/weaad/pills"),),
            (
                Said(
                    "Bring the whole bag of bottles to the pharmacy on Tuesday. We will sort them with you, for free.",
                    "#NobodyAgesAlone",
                ),
            ),
        ),
        Part(
            3,
            "Visits",
            ((6, 14), (6, 14)),
            "Whoever controls the door controls the story. Regular visitors keep doors honest.",
            (
                "Ring the bell of someone whose curtains have been closed for three days.",
                "Set a standing time and keep it, even when nobody opens.",
            ),
            (
                ("Ten Visits: A Volunteer Guide", "example.org/weaad/visits"),
                ("When Nobody Opens", "example.org/weaad/door"),
            ),
            (
                Said(
                    "Three days of closed curtains is a reason to ring the bell:",
                    "example.org/weaad/door #NobodyAgesAlone",
                ),
            ),
        ),
        Part(
            4,
            "World Day",
            ((6, 15), (6, 15)),
            "We wear purple and stand on the courthouse steps at ten. Chairs and shade for everyone.",
            ("Come at ten and bring the person next door.",),
            (("Purple Ribbon Template", "example.org/weaad/ribbon"),),
            (
                Said(
                    "Purple at ten on the courthouse steps. Chairs, shade and lemonade. Bring someone who "
                    "seldom gets out.",
                    "example.org/weaad/ribbon #NobodyAgesAlone #WEAAD",
                ),
            ),
        ),
        Part(
            5,
            "Who to call",
            ((6, 16), (6, 16)),
            "You do not need proof. A worry is enough, and the caller's name stays with us.",
            ("Save the number under E, for elder.",),
            (("What Happens after a Report", "example.org/weaad/report"),),
            (Said("A worry is enough. You do not need proof to call:", "example.org/weaad/report #NobodyAgesAlone"),),
        ),
    ),
    ("Denise Okafor", "Forwarded message", "Sent from my iPhone"),
)


TWO = Truth(
    "bilingual.docx",
    2028,
    1,
    "Stalking Awareness Month",
    "Small Things Add Up",
    (
        Part(
            1,
            "Naming it",
            ((1, 3), (1, 9)),
            "One note on a windshield is a note. Thirty are a pattern, and a pattern has a name.",
            ("Keep a log with dates, times and witnesses.", "Tell the front desk whom not to let in."),
            (("A Log That Holds Up", "example.org/sj/log"),),
            (
                Said(
                    "One note is a note. Thirty are a pattern. Write them down:", "example.org/sj/log #SmallThingsAddUp"
                ),
                Said("Believe the person who counts the cars.", "#SmallThingsAddUp"),
            ),
        ),
        Part(
            2,
            "Phones and cars",
            ((1, 10), (1, 16)),
            "A tracker the size of a coin needs no talent and no cause.",
            ("Check under the wheel wells with a friend.", "Change passwords on a phone that is not yours."),
            (
                ("Checking a Phone in Ten Minutes", "example.org/sj/phone"),
                ("Finding a Tracker", "example.org/sj/tracker"),
            ),
            (
                Said(
                    "A tracker is the size of a coin. Here is where to look:",
                    "example.org/sj/tracker #SmallThingsAddUp",
                ),
            ),
        ),
        Part(
            3,
            "At work",
            ((1, 17), (1, 23)),
            "Stalking follows people to work because work has an address and hours.",
            ("Offer a parking space near the door, without asking for papers.",),
            (("Sample Workplace Plan", "example.org/sj/plan"),),
            (
                Said(
                    "Same door, same hour, same car. Ask your team to change one of them:",
                    "example.org/sj/plan #SmallThingsAddUp",
                ),
            ),
        ),
        Part(
            4,
            "Going to court",
            ((1, 24), (1, 31)),
            "An order is paper. It works best with a plan and with people who know of it.",
            ("Go along and sit on the side of the person who asked you.",),
            (("Protection Orders in Plain Words", "example.org/sj/order"),),
            (Said("Court is less long with somebody beside you.", "example.org/sj/order #SmallThingsAddUp"),),
        ),
    ),
    ("Maisons s\u00fbres de la vall\u00e9e Saint-Jean",),
)

_French = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_FRENCH: dict[int, _French] = {
    1: (
        "Mettre un nom",
        "Un mot sur un pare-brise est un mot. Trente forment un sch\u00e9ma, et ce sch\u00e9ma a un nom.",
        (
            "Tenez un journal avec les dates, les heures et les t\u00e9moins.",
            "Dites \u00e0 l\u2019accueil qui ne doit pas entrer.",
        ),
        ("Un journal qui tient la route",),
        (
            "Un mot est un mot. Trente forment un sch\u00e9ma. Notez-les\u00a0:",
            "Croyez la personne qui compte les voitures.",
        ),
    ),
    2: (
        "T\u00e9l\u00e9phones et voitures",
        "Une balise de la taille d\u2019une pi\u00e8ce ne demande ni talent ni raison.",
        (
            "V\u00e9rifiez sous les ailes de la voiture avec une amie.",
            "Changez les mots de passe depuis un autre t\u00e9l\u00e9phone.",
        ),
        ("V\u00e9rifier un t\u00e9l\u00e9phone en dix minutes", "Trouver une balise"),
        ("Une balise a la taille d\u2019une pi\u00e8ce. Voici o\u00f9 regarder\u00a0:",),
    ),
    3: (
        "Au travail",
        "Le harcelement suit les gens au travail, car le travail a une adresse et des heures.",
        ("Offrez une place de stationnement pr\u00e8s de la porte, sans demander de papiers.",),
        ("Mod\u00e8le de plan au travail",),
        (
            (
                "M\u00eame porte, m\u00eame heure, m\u00eame voiture. Demandez \u00e0 l\u2019\u00e9quipe d\u2019en "
                "changer une\u00a0:"
            ),
        ),
    ),
    4: (
        "Aller au tribunal",
        "Une ordonnance est un papier. Elle sert mieux avec un plan et des gens qui la connaissent.",
        ("Accompagnez la personne et asseyez-vous de son c\u00f4t\u00e9.",),
        ("Les ordonnances en mots simples",),
        ("Le tribunal est moins long avec quelqu\u2019un \u00e0 c\u00f4t\u00e9 de soi.",),
    ),
}


class _Merged(Word):
    """A Word document whose tables have cells over several columns and rows, and lists in lists."""

    def item(self, text: str, depth: int = 0) -> str:
        level = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        return f'<w:p><w:pPr>{level}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    def words(self, text: str, link: str = "", *, bold: bool = False) -> str:
        return self._paragraph(text, "", link, bold=bold)

    def cell(self, *paragraphs: str, columns: int = 1, merged: str = "") -> str:
        wide = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        high = {"begins": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}.get(merged, "")
        return f"<w:tc><w:tcPr>{wide}{high}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"

    def cells(self, rows: Sequence[Sequence[str]]) -> None:
        made = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
        self.body.append(f"<w:tbl>{made}</w:tbl><w:p/>")


def lifeline() -> bytes:
    """Each week is one table: a title across it, labels over several rows, a second label beside them."""
    truth, word = LIFELINE, _Merged()
    word.paragraph(truth.furniture[0])
    word.paragraph(f"{truth.observance} {truth.year}", "Heading1")
    word.paragraph(f"Theme: {truth.theme}")
    word.paragraph(
        "In crisis? Call or text 988, the Suicide & Crisis Lifeline. It is free and confidential, 24 hours a day. If a "
        "life is in danger now, call 911."
    )
    word.paragraph("Each week of this packet is one page. Cut it out, hang it up, pass it on.")
    for part, number in zip(truth.parts, ("ONE", "TWO", "THREE", "FOUR"), strict=True):
        assert part.dates is not None
        first, last = part.dates
        dates = word.words(f"September {first[1]}\u2013{last[1]}")
        half = (len(part.actions) + 1) // 2
        rows = [
            [word.cell(word.words(f"WEEK {number}: {part.title}", bold=True), dates, columns=3)],
            [word.cell(word.words("Key message", bold=True)), word.cell(word.words(part.about), columns=2)],
        ]
        for place, (where, actions) in enumerate((("At work", part.actions[:half]), ("At home", part.actions[half:]))):
            label = word.cell(merged="goes on") if place else word.cell(word.words("What you can do"), merged="begins")
            listed = [one for action in actions for one in _listed(word, action)]
            rows += [[label, word.cell(word.words(where, bold=True)), word.cell(*listed)]] if actions else []
        for place, post in enumerate(part.posts):
            label = word.cell(merged="goes on") if place else word.cell(word.words("Say it online"), merged="begins")
            rows.append([label, word.cell(word.words(post.platform)), word.cell(word.words(post.text))])
        links = [word.words(title, f"https://{address}") for title, address in part.resources]
        rows.append([word.cell(word.words("Materials", bold=True)), word.cell(*links, columns=2)])
        word.cells(rows)
    word.paragraph(truth.furniture[1])
    return word.data()


def _listed(word: _Merged, action: str) -> list[str]:
    """An action as an item, what it lists after its colon as items in that."""
    lead, colon, rest = action.partition(": ")
    inner = rest.split(", ") if colon else []
    return [word.item(lead + colon.strip()), *(word.item(one, 1) for one in inner)]


def thread() -> bytes:
    """A forwarded mail with its heads and a signature, quoted, in lines of 70 letters; an older mail below it."""
    truth = THREAD
    sender, forwarded, phone = truth.furniture
    rows = [
        f"From: {sender} <denise@example.org>", "To: partners@example.org", "Date: Tue, May 2, 2028 at 9:14 AM",
        "Subject: Fwd: Re: WEAAD kit - FINAL (use this one)", "", "Hi all,", "",
        "Here it is at last. Thursday is still the big day.", "", "Denise", "", "--", f"{sender} (she/her)",
        "Outreach Coordinator | Prairie Area Agency on Aging", "(555) 010-0177", phone, "",
        f"---------- {forwarded} ---------", "From: Rosa Whitefeather <rosa@example.org>",
        "Date: Mon, May 1, 2028 at 4:52 PM", "Subject: Re: WEAAD kit - FINAL (use this one)", "",
    ]  # fmt: skip
    said = [
        f"{truth.observance} {truth.year}", "", f"Theme: {truth.theme}", "",
        "Elder Helpline: 1-800-555-0139 (free, confidential, weekdays). In an emergency, 911.", "",
        "Five days, one small thing each. Use the posts word for word or don't.", "",
    ]  # fmt: skip
    for part, day in zip(truth.parts, ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), strict=True):
        assert part.dates is not None
        said += [f"{day} 6/{part.dates[0][1]} - {part.title}", "", *_broken(part.about), "", "To do:"]
        said += [row for at, one in enumerate(part.actions, 1) for row in _broken(one, f"{at}) ", "   ")]
        said += ["", "To post:", *(row for post in part.posts for row in _broken(post.text)), "", "To read:"]
        said += [*(f"- {title} <https://{address}>" for title, address in part.resources), "", ""]
    said += ["Thanks for everything you do,", "Rosa", ""]
    said += [f"On Fri, Apr 28, 2028 at 11:30 AM {sender} <denise@example.org> wrote:"]
    older = ["Rosa, can you send the version without the 2027 dates? Last year", "people posted the wrong day."]
    quoted = [*(f"> {row}".rstrip() for row in said), *(f">> {row}" for row in older)]
    return "\n".join([*rows, *quoted, ""]).encode()


def _broken(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, 70, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def bilingual() -> bytes:
    """Titles in both languages, one below the other; everything else in a table with a column for each."""
    truth, word = TWO, _Merged()
    word.paragraph(f"Valley Safe Homes | {truth.furniture[0]}")
    word.paragraph(f"{truth.observance} {truth.year}", "Heading1")
    word.paragraph(f"Mois de sensibilisation au harc\u00e8lement criminel {truth.year}", "Heading1")
    word.paragraph(f"Theme: {truth.theme}")
    word.paragraph("Th\u00e8me\u00a0: Les petites choses s\u2019additionnent")
    word.paragraph("Valley Safe Line: 1-800-555-0174, free, day and night, in English and French. Emergencies: 911.")
    word.paragraph(
        "Ligne d\u2019aide de la vall\u00e9e\u00a0: 1-800-555-0174, gratuite, jour et nuit, en anglais et en "
        "fran\u00e7ais. Urgences\u00a0: 911."
    )
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates[0][1], part.dates[1][1]
        title, about, actions, resources, posts = _FRENCH[part.number]
        word.paragraph(f"Week {part.number} \u2013 {part.title} (January {first}\u2013{last})", "Heading2")
        word.paragraph(f"Semaine {part.number} \u2013 {title} (du {first} au {last} janvier)", "Heading2")
        tails = [post.tail.replace("SmallThingsAddUp", "PetitesChoses") for post in part.posts]
        columns = (
            ("English", part.about, "Take action", part.actions, "Sample posts", [post.text for post in part.posts],
             "Resources", part.resources),
            ("Fran\u00e7ais", about, "Passez \u00e0 l\u2019action", actions, "Exemples de messages",
             [f"{one} {tail}" for one, tail in zip(posts, tails, strict=True)], "Ressources",
             [(one, f"{address}/fr") for one, (_, address) in zip(resources, part.resources, strict=True)]),
        )  # fmt: skip
        sides = [_side(word, column) for column in columns]
        word.cells(list(zip(*sides, strict=True)))
    return word.data()


def _side(
    word: _Merged,
    column: tuple[str, str, str, Sequence[str], str, Sequence[str], str, Sequence[tuple[str, str]]],
) -> list[str]:
    """The cells of one language, from the top."""
    language, about, act, actions, say, posts, read, resources = column
    links = [word.words(title, f"https://{address}") for title, address in resources]
    return [
        word.cell(word.words(language, bold=True)),
        word.cell(word.words(about)),
        word.cell(word.words(act, bold=True), *(word.item(one) for one in actions)),
        word.cell(word.words(say, bold=True), *(word.words(one) for one in posts)),
        word.cell(word.words(read, bold=True), *links),
    ]


MET: tuple[tuple[Truth, Callable[[], bytes]], ...] = ((LIFELINE, lifeline), (THREAD, thread), (TWO, bilingual))

"""Three toolkits that were never made as toolkits: a planner in one table, a slide deck as a PDF, a newsletter by mail.

Dates are short ("Oct 4–8"), slides have their numbers and footers, and the mail has what mail programs put around it.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from tests.helpers.twelve_toolkits import Part, Said, Truth

BULLYING = Truth(
    "planner.md",
    2027,
    10,
    "Bullying Prevention Month",
    "Kind Is Loud Enough",
    (
        Part(
            1,
            "Hallways",
            ((10, 4), (10, 8)),
            "Most of it happens between two bells and away from teachers.",
            ("Walk the halls between classes.", "Greet five students by name."),
            (("Hall Duty That Works", "example.org/halls"),),
            (
                Said("Five names, five greetings. Try it before the bell:", "example.org/halls #KindIsLoud"),
                Said("Who eats alone at your school?", "#KindIsLoud"),
            ),
        ),
        Part(
            2,
            "Group chats",
            ((10, 11), (10, 15)),
            "A chat of thirty has one author and twenty-nine readers.",
            ("Leave one chat that hurts someone.",),
            (("Leaving a Chat Kindly", "example.org/chat-out"), ("Save the Evidence", "example.org/evidence")),
            (Said("You can leave the chat. Here is a sentence for it:", "example.org/chat-out #KindIsLoud"),),
        ),
        Part(
            3,
            "Bystanders",
            ((10, 18), (10, 22)),
            "One friend who says stop ends more than half of all scenes.",
            ("Practice one sentence out loud.", "Tell an adult the same day."),
            (("One Sentence Is Enough", "example.org/sentence"),),
            (Said("Wear orange on Wednesday and say the sentence.", "#UnityDay #KindIsLoud"),),
        ),
        Part(
            4,
            "Coming back",
            ((10, 25), (10, 29)),
            "Whoever hurt others needs a way back, too.",
            ("Ask what would make it right.",),
            (("Circles That Repair", "example.org/circles"),),
            (Said("Sorry is a beginning. See how a circle works:", "example.org/circles #KindIsLoud"),),
        ),
    ),
)

DATING = Truth(
    "slides.pdf",
    2028,
    2,
    "Teen Dating Violence Awareness Month",
    "Ask Me Anything",
    (
        Part(
            1,
            "Early signs",
            ((2, 1), (2, 6)),
            "A first relationship is practice. Control often looks like care at the beginning.",
            ("Ask a teen what they would do.", "Put the quiz on the school page."),
            (("Care or Control?", "example.org/care"),),
            (
                Said("Twelve calls an hour are not care:", "example.org/care #AskMeAnything"),
                Said("Your phone is yours. So is your password.", "#AskMeAnything"),
            ),
        ),
        Part(
            2,
            "Talking at home",
            ((2, 7), (2, 13)),
            "The drive home is the best hour, because nobody has to look at anybody.",
            ("Start with a song, not with a rule.", "Say that you will not be angry."),
            (
                ("Ten Questions for the Drive", "example.org/drive-home"),
                ("If It Is Your Child", "example.org/your-child"),
            ),
            (Said("Parents: ten questions that are not an exam:", "example.org/drive-home #AskMeAnything"),),
        ),
        Part(
            3,
            "Getting out safely",
            ((2, 14), (2, 20)),
            "Breaking up is the most dangerous week, so nobody should plan it alone.",
            ("Write a plan with someone you trust.",),
            (("A Plan for Breaking Up", "example.org/breaking-up"),),
            (Said("A plan fits on one page. Make yours:", "example.org/breaking-up #AskMeAnything"),),
        ),
    ),
    ("Ridge County Schools | Teen Dating Violence Awareness Month",),
)

LETTER = Truth(
    "letter.txt",
    2028,
    7,
    "World Day Against Trafficking in Persons",
    "Seen and Heard",
    tuple(
        Part(number, title, ((7, day), (7, day)), about, (action,), ((source, address),), (Said(words, tail),))
        for number, (day, title, about, action, source, address, words, tail) in enumerate(
            (
                (
                    26, "On the farm", "Picking pays by the bucket, and the bucket has no bottom.",
                    "Ask the market stand who picked your peaches.", "Who Picks?", "example.org/picks",
                    "Peaches are sweet. Ask who picked them:", "example.org/picks #SeenAndHeard",
                ),
                (
                    27, "In the salon", "Eleven chairs, one key, no pay slip.",
                    "Tip in cash and ask how long the day is.", "Signs in a Salon", "example.org/salon",
                    "Ask how long the day is. Then listen.", "#SeenAndHeard",
                ),
                (
                    28, "Online", "An offer that cannot wait is an offer to refuse.",
                    "Look up the company before you answer.", "Checking an Offer", "example.org/offer",
                    "Look up the company first. Here is how:", "example.org/offer #SeenAndHeard",
                ),
                (
                    30, "World Day", "Today we stand in front of the library with blue ribbons.",
                    "Stand with us at noon.", "Blue Heart Campaign", "example.org/blue-heart",
                    "Noon. Library. Blue ribbons. Come as you are:", "example.org/blue-heart #SeenAndHeard",
                ),
            ),
            1,
        )
    ),
    ("View this email in your browser", "Forward to a friend", "Unsubscribe", "Update your preferences"),
)  # fmt: skip

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def planner() -> bytes:
    """One table with a row for each school week; several things in a cell have line breaks between them."""
    truth = BULLYING
    rows = [
        f"# {truth.observance} {truth.year}", "", f"*Theme: {truth.theme}*", "",
        "Questions? Call the Student Support Line, 1-800-555-0119, free and confidential.", "",
        "| When | Topic | Why | Do | Read | Post |", "|---|---|---|---|---|---|",
    ]  # fmt: skip
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        cells = (
            f"{_MONTHS[first[0] - 1]} {first[1]}\u2013{last[1]}",
            f"**{part.title}**",
            part.about,
            "<br>".join(part.actions),
            "<br>".join(f"[{title}](https://{address})" for title, address in part.resources),
            "<br>".join(post.text for post in part.posts),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*rows, ""]).encode()


def slides() -> bytes:
    """Slides of 13.3 by 7.5 inches: a title, points, a footer with the number of the slide, a photo credit."""
    truth, stream = DATING, io.BytesIO()
    canvas = Canvas(stream, pagesize=(960, 540), invariant=1)
    number = 0

    def slide(title: str, points: list[str], *, large: int = 34, bullet: str = "\u2022 ") -> None:
        nonlocal number
        number += 1
        canvas.setFont("Helvetica-Bold", large)
        canvas.drawString(60, 440, title)
        canvas.setFont("Helvetica", 20)
        for at, point in enumerate(points):
            canvas.drawString(80, 370 - 44 * at, f"{bullet}{point}")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 24, truth.furniture[0])
        canvas.drawString(890, 24, str(number))
        canvas.showPage()

    slide(f"{truth.observance} {truth.year}", [f"Theme: {truth.theme}", "A kit for schools and teams"], bullet="")
    slide("Help for teens", ["Ridge Teen Helpline: 1-800-555-0187, free, 24 hours a day"])
    for part in truth.parts:
        assert part.dates is not None
        first, last = part.dates
        month = _MONTHS[first[0] - 1]
        slide(f"Week {part.number} | {month} {first[1]}\u2013{last[1]}", [part.title], large=40, bullet="")
        slide("Why it matters", [part.about], bullet="")
        slide("Try this", list(part.actions))
        slide("Go deeper", [f"{title} \u2013 {address}" for title, address in part.resources])
        slide("Post this", [post.text for post in part.posts])
    canvas.save()
    return stream.getvalue()


def newsletter() -> bytes:
    """A mail that was pasted as text: days in capitals, each with short labels, and the lines of the mail program."""
    truth = LETTER
    browser, forward, leave, preferences = truth.furniture
    rows = [
        browser, "", "THE HARBOR COALITION", "News for neighbors", "",
        f"{truth.observance}, July 30, {truth.year}", "", f"This year's theme: {truth.theme}", "",
        "Dear friends,", "", "Four days, four places, one thing to do in each of them.", "",
        "Does someone need help? Call the Harbor Help Line at 1-800-555-0126, free and confidential.", "",
    ]  # fmt: skip
    weekdays = {26: "WEDNESDAY", 27: "THURSDAY", 28: "FRIDAY", 30: "SUNDAY"}
    for part in truth.parts:
        assert part.dates is not None
        day = part.dates[0][1]
        rows += [f"{weekdays[day]}, JULY {day}: {part.title}", "", part.about, ""]
        rows += [f"Do: {action}" for action in part.actions]
        rows += [f"Read: {title} ({address})" for title, address in part.resources]
        rows += [f"Share: {post.text}" for post in part.posts]
        rows += [""]
    rows += ["See you there,", "The Harbor Coalition", "", forward, leave, preferences]
    return "\n".join([*rows, ""]).encode()


UNUSUAL: tuple[tuple[Truth, Callable[[], bytes]], ...] = ((BULLYING, planner), (DATING, slides), (LETTER, newsletter))

"""Twelve toolkits of unlike subjects, in our own words, and what is where in each of them: the truth to measure by."""

from __future__ import annotations

from dataclasses import dataclass

Day = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """A post: its words, the address and hashtags after them, and the labels that are printed beside it."""

    words: str
    tail: str = ""
    platform: str = ""
    day: Day | None = None
    file: str = ""

    @property
    def text(self) -> str:
        return f"{self.words} {self.tail}".strip()


@dataclass(frozen=True)
class Part:
    """One week, day or theme: its number in the toolkit, title, dates, and what it asks for."""

    number: int
    title: str
    dates: tuple[Day, Day] | None
    about: str
    actions: tuple[str, ...]
    resources: tuple[tuple[str, str], ...]
    posts: tuple[Said, ...]


@dataclass(frozen=True)
class Truth:
    """One toolkit: file name, year, month, observance, line of the month, parts, and lines that are no content."""

    file: str
    year: int
    month: int
    observance: str
    theme: str
    parts: tuple[Part, ...]
    furniture: tuple[str, ...] = ()
    language: str = "en"


COUNTY = Truth(
    "county.docx",
    2027,
    1,
    "Human Trafficking Prevention Month",
    "Every Street Knows the Signs",
    (
        Part(
            1,
            "Know what it looks like",
            ((1, 4), (1, 10)),
            "Most people picture a stranger and a van. The usual beginning is a job or a friendship.",
            ("Invite a trainer to your next staff meeting.", "Hang the poster beside the time clock."),
            (("Signs on One Page", "example.org/signs"), ("A Short Film for Break Rooms", "example.org/film")),
            (
                Said(
                    "A job offer that asks for your passport is no job offer. Learn more:",
                    "example.org/signs #KnowTheSigns",
                ),
                Said("Five minutes at shift change can help a neighbor:", "example.org/film #KnowTheSigns"),
            ),
        ),
        Part(
            2,
            "Fair work in our county",
            ((1, 11), (1, 17)),
            "Hotels, farms and building sites hire quickly in spring.",
            ("Ask suppliers how they recruit.", "Print the wage card in three languages."),
            (("Recruiting without Fees", "example.org/no-fees"),),
            (
                Said("Nobody should pay to get a job. Ask how your crew was hired:", "example.org/no-fees #FairWork"),
                Said("Keep a copy of your contract. Keep your papers. Keep this page:", "example.org/papers #FairWork"),
            ),
        ),
        Part(
            3,
            "Young people online",
            ((1, 18), (1, 24)),
            "A compliment, a gift and a secret often come in that order.",
            ("Play one game with your teenager this week.", "Post the reporting page in the computer lab."),
            (("Talking about Private Pictures", "example.org/pictures"), ("Report It", "example.net/report")),
            (
                Said(
                    "Someone wants a picture and a promise not to tell? That is a warning sign:",
                    "example.net/report #SafeOnline",
                ),
            ),
        ),
        Part(
            4,
            "Neighbors who help",
            ((1, 25), (1, 31)),
            "Housing and steady work are what survivors ask for first.",
            ("Offer one room, one ride or one reference.", "Thank an advocate by name, with permission."),
            (("Ways to Support Survivors", "example.org/support"),),
            (
                Said(
                    "What helped most? A lease, a lawyer and a bus pass. See how you can help:",
                    "example.org/support #Neighbors",
                ),
            ),
        ),
    ),
)

DVAM = Truth(
    "shelter.docx",
    2027,
    10,
    "Domestic Violence Awareness Month",
    "Safe Homes Start with Us",
    (
        Part(
            1,
            "What control looks like",
            ((10, 1), (10, 9)),
            "Abuse rarely starts with a blow. It starts with passwords, keys and pay checks.",
            (
                "Learn how to ask a coworker if she is safe.",
                "Light the porch in purple for one night.",
                "Leave cards in restrooms.",
            ),
            (("Control Wheel Explained", "example.org/wheel"), ("Safety Planning Basics", "example.org/plan")),
            (
                Said(
                    "Love does not check your phone. See what control looks like:",
                    "example.org/wheel #SafeHomes",
                    "Facebook",
                    None,
                    "dvam-01.png",
                ),
                Said("Who has the password to your life?", "#SafeHomes #DVAM", "X", None, "dvam-02.png"),
            ),
        ),
        Part(
            2,
            "Teens and dating",
            ((10, 10), (10, 16)),
            "One in many first relationships is already a controlling one.",
            ("Ask your school to talk about dating before prom.", "Share the quiz with a teenager you know."),
            (("Is This Love? A Quiz", "example.org/quiz"),),
            (
                Said(
                    "Jealous is not a compliment. Take the quiz:",
                    "example.org/quiz #SafeHomes",
                    "Instagram",
                    None,
                    "dvam-03.png",
                ),
                Said(
                    "Parents: three questions for the drive home.", "example.org/drive", "Facebook", None, "dvam-04.png"
                ),
            ),
        ),
        Part(
            3,
            "Money and housing",
            ((10, 17), (10, 23)),
            "Leaving costs money that many survivors have never been allowed to hold.",
            ("Ask your bank about accounts with a safe address.", "Collect gift cards for a first apartment."),
            (("Renting after Abuse", "example.org/rent"), ("Credit Repair Step by Step", "example.org/credit")),
            (
                Said(
                    "A first paycheck of her own. Help us fill apartments:",
                    "example.org/rent #SafeHomes",
                    "Facebook",
                    None,
                    "dvam-05.png",
                ),
            ),
        ),
        Part(
            4,
            "Men who speak up",
            ((10, 24), (10, 31)),
            "Coaches and uncles are heard where posters are not.",
            ("Ask a coach to read the pledge before a game.", "Wear purple on Thursday."),
            (("The Coach's Pledge", "example.org/pledge"),),
            (
                Said(
                    "Real teams protect people. Read the pledge:",
                    "example.org/pledge #CoachesCare",
                    "Instagram",
                    None,
                    "dvam-06.png",
                ),
            ),
        ),
    ),
)

WORLD_DAY = Truth(
    "world-day.docx",
    2028,
    7,
    "World Day Against Trafficking in Persons",
    "Leave No One Unseen",
    tuple(
        Part(number, title, ((7, 23 + number), (7, 23 + number)), about, actions, resources, posts)
        for number, (title, about, actions, resources, posts) in enumerate(
            (
                (
                    "Seafarers",
                    "Ships stay out for months and phones stay in a locker.",
                    ("Ask a port chaplain what crews need.",),
                    (("Rights at Sea", "example.org/sea"),),
                    (Said("Your fish had a crew. Did the crew have a contract?", "example.org/sea #SeeThem"),),
                ),
                (
                    "Domestic workers",
                    "The workplace is a home and the door has one key.",
                    ("Talk to the person who cleans next door.",),
                    (("A Contract for Home Care", "example.org/home-care"),),
                    (Said("A day off is the law. Pass it on:", "example.org/home-care #SeeThem"),),
                ),
                (
                    "Builders",
                    "Subcontractors hire subcontractors until nobody knows who pays.",
                    ("Visit a site and read the notice board.",),
                    (("Who Pays the Crew?", "example.org/crew"),),
                    (Said("New stadium, old debts. Read how crews are paid:", "example.org/crew #SeeThem"),),
                ),
                (
                    "Children",
                    "Children are moved by people whom they know.",
                    ("Ask your school for its policy.",),
                    (("Safe Journeys for Children", "example.org/journeys"),),
                    (Said("A child should never travel with a debt.", "#SeeThem"),),
                ),
                (
                    "Refugees",
                    "Borders close and smugglers raise their prices.",
                    ("Bring a charger and a list of numbers to a shelter.",),
                    (("Numbers That Work", "example.org/numbers"),),
                    (Said("The first call is the hardest. Share numbers that work:", "example.org/numbers #SeeThem"),),
                ),
                (
                    "Buyers",
                    "Every supply chain ends at a desk with a purchase order.",
                    ("Read one supplier report to the end.",),
                    (("Ten Questions for Suppliers", "example.org/ten"),),
                    (Said("Ask ten questions before you sign:", "example.org/ten #SeeThem"),),
                ),
                (
                    "World Day",
                    "Today is July 30. Say out loud what you have learned.",
                    ("Stand together at noon in front of town hall.",),
                    (("Voices of the Day", "example.org/voices"),),
                    (Said("Today is the day. Wear the blue heart:", "example.org/voices #SeeThem #WorldDay"),),
                ),
            ),
            1,
        )
    ),
)

MISSING = Truth(
    "missing.pdf",
    2028,
    5,
    "Missing Persons Awareness Month",
    "Someone Is Waiting",
    (
        Part(
            1,
            "The first hours",
            ((5, 1), (5, 7)),
            "There is no waiting period. A report can be made at once, and details fade by the hour.",
            ("Keep a recent photo of each family member.", "Write down the license plate of the family car."),
            (("Checklist for the First Day", "example.org/first-day"), ("How to Make a Report", "example.org/report")),
            (
                Said(
                    "You do not have to wait to report a missing person. Here is how:",
                    "example.org/report #SomeoneIsWaiting",
                ),
                Said("A recent photo saves hours. Take one today.", "#SomeoneIsWaiting"),
            ),
        ),
        Part(
            2,
            "Those who are overlooked",
            ((5, 8), (5, 14)),
            "Runaways, people with dementia and Native women are searched for less and found later.",
            (
                "Ask your newspaper to print every name.",
                "Bring water and maps to a volunteer search.",
                "Register a relative who wanders.",
            ),
            (("Every Name Counts", "example.org/names"),),
            (Said("She is somebody's sister. Share every name, not only some:", "example.org/names #EveryName"),),
        ),
        Part(
            3,
            "When someone comes home",
            ((5, 15), (5, 25)),
            "Coming home is a beginning. Families need time and quiet.",
            ("Leave cameras at home.", "Offer a meal without questions."),
            (("After the Return", "example.org/after"), ("Support Groups near You", "example.org/groups")),
            (
                Said(
                    "Found does not mean fine. What families ask of neighbors:", "example.org/after #SomeoneIsWaiting"
                ),
                Said("May 25 is for the children who are still missing:", "example.org/children #StillWaiting"),
            ),
        ),
    ),
    ("Missing Persons Awareness Month 2028", "Someone Is Waiting toolkit"),
)

ELDERS = Truth(
    "elders.md",
    2027,
    6,
    "Elder Abuse Awareness Month",
    "Old Is Not Invisible",
    (
        Part(
            1,
            "Money that disappears",
            None,
            "Signatures change, checks go missing, a new friend drives to the bank.",
            ("Sit beside a parent when they read their bank letter.", "Ask the bank for a trusted contact form."),
            (
                ("Ten Scams and Their First Sentence", "example.org/scams"),
                ("Trusted Contact Form", "example.org/contact"),
            ),
            (
                Said(
                    "Grandma, it is me, I need money. It is not me. Learn the first sentence of ten scams:",
                    "example.org/scams #OldNotInvisible",
                ),
                Said(
                    "One form at the bank keeps a second pair of eyes on the account:",
                    "example.org/contact #OldNotInvisible",
                ),
            ),
        ),
        Part(
            2,
            "Care that hurts",
            None,
            "Bruises are one sign. Silence when the aide enters is another.",
            ("Visit at another hour than usual.", "Ask to speak alone, and ask simple questions."),
            (("Questions for a Visit", "example.org/visit"),),
            (Said("Visit on a Tuesday. See what Tuesdays are like:", "example.org/visit #OldNotInvisible"),),
        ),
        Part(
            3,
            "Alone at home",
            None,
            "Loneliness opens the door to anyone who knocks.",
            ("Call one older neighbor on Sundays.", "Drive someone to the library."),
            (("Phone Friends", "example.org/phone-friends"), ("Rides for Seniors", "example.org/rides")),
            (
                Said(
                    "Ten minutes on the phone. That is the whole program:", "example.org/phone-friends #OldNotInvisible"
                ),
                Said("June 15 is the day to wear purple for elders.", "#WEAAD"),
            ),
        ),
    ),
)

PASTED = Truth(
    "pasted.txt",
    2028,
    1,
    "Human Trafficking Prevention Month",
    "Look Twice, Speak Once",
    (
        Part(
            1,
            "Basics for everyone",
            ((1, 3), (1, 9)),
            "Start with words that everybody at the table understands.",
            ("Read one page aloud at a staff meeting.", "Put the hotline into every break room."),
            (("Words We Use", "example.org/words"),),
            (
                Said("Look twice. Speak once. Start with the words:", "example.org/words #LookTwice"),
                Said("Trafficking does not need a border. Learn why:", "example.org/no-border #LookTwice"),
            ),
        ),
        Part(
            2,
            "Hotels and roads",
            ((1, 10), (1, 16)),
            "Front desks and truck stops see what families do not.",
            ("Train the night shift first.", "Offer drivers a card for the visor."),
            (("Night Shift Training", "example.org/night"), ("Visor Card", "example.org/visor")),
            (Said("Night clerks know. Give them a number to call:", "example.org/night #LookTwice"),),
        ),
        Part(
            3,
            "Health care",
            ((1, 17), (1, 23)),
            "A clinic may be the only door without a guard.",
            ("See patients alone for one minute.", "Post the card inside the restroom door."),
            (("One Minute Alone", "example.org/one-minute"),),
            (Said("One minute alone with a patient can change a life:", "example.org/one-minute #LookTwice"),),
        ),
    ),
    (
        "Skip to main content",
        "Home",
        "About us",
        "We use cookies to make this site better. Accept all",
        "Back to top",
        "Share this page",
        "\u00a9 2019 Riverbend Coalition. All rights reserved.",
        "Privacy policy",
    ),
)

TRATA = Truth(
    "trata.docx",
    2028,
    1,
    "Mes de la Prevenci\u00f3n de la Trata de Personas",
    "Nadie camina solo",
    (
        Part(
            1,
            "Lo que todos deben saber",
            ((1, 3), (1, 9)),
            "La trata empieza muchas veces con una oferta de trabajo.",
            (
                "Comparta el cartel en su iglesia.",
                "Guarde el n\u00famero de la l\u00ednea de ayuda en su tel\u00e9fono.",
            ),
            (("Hoja de se\u00f1ales", "example.org/senales"),),
            (
                Said("\u00bfLe piden dinero por un trabajo? Conozca sus derechos:", "example.org/derechos #NadieSolo"),
                Said("Una llamada es gratis y en su idioma. Comparta:", "example.org/ayuda #NadieSolo"),
            ),
        ),
        Part(
            2,
            "Trabajo digno",
            ((1, 10), (1, 16)),
            "En el campo y en la cocina se trabaja sin contrato.",
            ("Pregunte cu\u00e1nto ganan los que cosechan.", "Lleve tarjetas a la lavander\u00eda."),
            (
                ("Tarjeta de derechos laborales", "example.org/tarjeta"),
                ("Gu\u00eda del salario", "example.org/salario"),
            ),
            (Said("Su pasaporte es suyo. Nadie puede guardarlo:", "example.org/tarjeta #TrabajoDigno"),),
        ),
        Part(
            3,
            "J\u00f3venes en l\u00ednea",
            ((1, 17), (1, 23)),
            "Un regalo en un juego puede ser una trampa.",
            ("Juegue con sus hijos una tarde.", "Hable de las fotos antes de que pasen."),
            (("Diez preguntas para padres", "example.org/diez"),),
            (Said("\u00bfQui\u00e9n le ense\u00f1\u00f3 ese juego? Pregunte hoy:", "example.org/diez #NadieSolo"),),
        ),
        Part(
            4,
            "Comunidad que cuida",
            ((1, 24), (1, 31)),
            "Vivienda y trabajo estable es lo primero que se pide.",
            ("Ofrezca un cuarto o un viaje.", "Invite a una organizaci\u00f3n local a hablar."),
            (("C\u00f3mo apoyar a sobrevivientes", "example.org/apoyar"),),
            (Said("Acompa\u00f1ar es escuchar primero:", "example.org/apoyar #NadieSolo"),),
        ),
    ),
    language="es",
)

GAMES = Truth(
    "six-weeks.docx",
    2027,
    9,
    "Youth Safety Season",
    "Play Fair, Stay Safe",
    (
        Part(
            1,
            "Passwords",
            ((9, 6), (9, 12)),
            "",
            ("Change one password with a child.",),
            (("Password Game", "example.org/password"),),
            (
                Said(
                    "Your dog's name is not a password.",
                    "example.org/password #PlayFair",
                    "Instagram",
                    (9, 7),
                    "week1_a.jpg",
                ),
                Said("Change one today.", "#PlayFair", "X", (9, 9), "week1_b.jpg"),
            ),
        ),
        Part(
            2,
            "Strangers",
            ((9, 13), (9, 19)),
            "",
            ("Look through a friend list together.",),
            (("Who Is on Your List?", "example.org/list"),),
            (
                Said(
                    "Four hundred friends. How many have you met?",
                    "example.org/list #PlayFair",
                    "Instagram",
                    (9, 14),
                    "week2_a.jpg",
                ),
            ),
        ),
        Part(
            3,
            "Gifts",
            ((9, 20), (9, 26)),
            "",
            ("Agree on a rule for gifts in games.",),
            (("Nothing Is Free", "example.org/free"),),
            (Said("Free coins have a price.", "example.org/free #PlayFair", "Facebook", (9, 21), "week3_a.jpg"),),
        ),
        Part(
            4,
            "Pictures",
            ((9, 27), (10, 3)),
            "",
            ("Ask before you post a picture of a child.",),
            (("Ask First", "example.org/ask-first"),),
            (
                Said(
                    "Did you ask before you posted?",
                    "example.org/ask-first #PlayFair",
                    "Facebook",
                    (9, 28),
                    "week4_a.jpg",
                ),
                Said("A picture stays. A promise to delete it does not.", "#PlayFair", "X", (9, 30), "week4_b.jpg"),
            ),
        ),
        Part(
            5,
            "Secrets",
            ((10, 4), (10, 10)),
            "",
            ("Find a word that means pick me up.",),
            (("A Word for Help", "example.org/word"),),
            (
                Said(
                    "One word. No questions. We drive.",
                    "example.org/word #PlayFair",
                    "Instagram",
                    (10, 5),
                    "week5_a.jpg",
                ),
            ),
        ),
        Part(
            6,
            "Talking",
            ((10, 11), (10, 17)),
            "",
            ("Eat one meal without phones.",),
            (("Dinner Cards", "example.org/dinner"),),
            (
                Said(
                    "Put the phones in the bread basket tonight.",
                    "example.org/dinner #PlayFair",
                    "Facebook",
                    (10, 12),
                    "week6_a.jpg",
                ),
            ),
        ),
    ),
)

LABOR = Truth(
    "labor.docx",
    2028,
    1,
    "Human Trafficking Prevention Month",
    "Work Should Set You Free",
    (
        Part(
            1,
            "Hiring",
            ((1, 3), (1, 9)),
            "",
            ("Pay recruiters yourself.", "Give every worker a contract to keep."),
            (("Hiring Checklist", "example.org/hiring"),),
            (
                Said("The employer pays. Always:", "example.org/hiring #FairHiring"),
                Said("Read before you sign.", "#FairHiring"),
            ),
        ),
        Part(
            2,
            "Housing",
            ((1, 10), (1, 16)),
            "",
            ("Let workers choose where they live.",),
            (("Beds and Leases", "example.org/beds"), ("Inspection Form", "example.org/inspection")),
            (Said("A bed that depends on a job is a chain:", "example.org/beds #FairHiring"),),
        ),
        Part(
            3,
            "Wages",
            ((1, 17), (1, 23)),
            "",
            ("Explain each line of a pay stub.", "Post the wage law by the door."),
            (("Pay Stub Explained", "example.org/stub"),),
            (Said("Twelve lines on a pay stub. Know yours:", "example.org/stub #FairHiring"),),
        ),
        Part(
            4,
            "Leaving",
            ((1, 24), (1, 30)),
            "",
            ("Hand back documents without being asked.",),
            (("How to Leave a Job Safely", "example.org/leave"),),
            (Said("Nobody may hold your papers:", "example.org/leave #FairHiring"),),
        ),
    ),
)

SAAM = Truth(
    "april.txt",
    2028,
    4,
    "Sexual Assault Awareness Month",
    "Ask, Listen, Believe",
    (
        Part(
            1,
            "Asking",
            ((4, 3), (4, 9)),
            "Consent is a conversation and not a contract.",
            ("Practice three ways to ask.", "Read a picture book about bodies."),
            (("Three Ways to Ask", "example.org/three-ways"),),
            (
                Said(
                    "Asking is not awkward. Assuming is.",
                    "example.org/three-ways #AskListenBelieve",
                    "Instagram",
                    (4, 4),
                    "saam_ask_1.png",
                ),
                Said(
                    "Teach children the names of their bodies.",
                    "#AskListenBelieve",
                    "Facebook",
                    (4, 6),
                    "saam_ask_2.png",
                ),
            ),
        ),
        Part(
            2,
            "Listening",
            ((4, 10), (4, 16)),
            "Silence after a story is a kind of answer.",
            ("Put your phone away when somebody tells you.", "Say: I believe you."),
            (("What to Say First", "example.org/say-first"), ("What to Leave Unsaid", "example.org/unsaid")),
            (
                Said(
                    "Three words first: I believe you.",
                    "example.org/say-first #AskListenBelieve",
                    "X",
                    (4, 11),
                    "saam_listen_1.png",
                ),
            ),
        ),
        Part(
            3,
            "Campus",
            ((4, 17), (4, 23)),
            "Most students know both people in the story.",
            ("Walk home together.", "Ask the dean for the numbers."),
            (("Campus Rights in Plain Words", "example.org/campus"),),
            (
                Said(
                    "You have rights on campus. They fit on one page:",
                    "example.org/campus #AskListenBelieve",
                    "LinkedIn",
                    (4, 18),
                    "saam_campus_1.png",
                ),
            ),
        ),
        Part(
            4,
            "After",
            ((4, 24), (4, 30)),
            "Healing has no calendar.",
            ("Drive a friend to an appointment.", "Check in a month later."),
            (("A Month Later", "example.org/month-later"),),
            (
                Said(
                    "Check in again. Week three is harder than day one.",
                    "example.org/month-later #AskListenBelieve",
                    "Facebook",
                    (4, 25),
                    "saam_after_1.png",
                ),
            ),
        ),
    ),
)

STALKING = Truth(
    "stalking.pdf",
    2029,
    1,
    "Stalking Awareness Month",
    "Know It, Name It, Stop It",
    (
        Part(
            1,
            "Know it",
            None,
            "Repeated, unwanted and frightening: those three words are enough.",
            ("Write down each contact with day and hour.", "Tell two people at work."),
            (("Log for Incidents", "example.org/log"), ("What the Law Says", "example.org/law")),
            (
                Said("Fifty messages a day are not romance. Know it:", "example.org/law #NameIt"),
                Said("Keep a log. It is evidence and it is relief:", "example.org/log #NameIt"),
            ),
        ),
        Part(
            2,
            "Name it",
            None,
            "Films call it persistence. The law calls it a crime.",
            ("Change the word in your training slides.", "Ask a film club to talk about one scene."),
            (("Films and Facts", "example.org/films"),),
            (Said("He waited outside her house for a month. Is that a love story?", "example.org/films #NameIt"),),
        ),
        Part(
            3,
            "Stop it",
            None,
            "Trackers are as small as a coin and are found in minutes.",
            ("Check your car and your bag for trackers.", "Offer to walk a coworker to the bus."),
            (("Finding a Tracker", "example.org/tracker"), ("Protective Orders Step by Step", "example.org/orders")),
            (
                Said("As small as a coin. Here is how to find one:", "example.org/tracker #NameIt"),
                Said("A walk to the bus is ten minutes. Offer it today.", "#NameIt"),
            ),
        ),
    ),
    ("Stalking Awareness Month", "A toolkit for towns"),
)

CHILDREN = Truth(
    "children.md",
    2027,
    4,
    "Child Abuse Prevention Month",
    "Strong Families, Quiet Nights",
    (
        Part(
            1,
            "Parents need parents",
            ((4, 1), (4, 10)),
            "Nobody raises a baby with one pair of hands.",
            (
                "Cook for a family with a newborn.",
                "Start a walking group with strollers.",
                "Ask a father how he sleeps.",
            ),
            (("Circle of Parents", "example.org/circle"),),
            (
                Said(
                    "It is two in the morning and she is still crying. You can call someone:",
                    "example.org/circle #QuietNights",
                ),
                Said("Bring soup. Stay ten minutes. Wash one bottle. #QuietNights"),
            ),
        ),
        Part(
            2,
            "What teachers see",
            ((4, 11), (4, 20)),
            "Teachers see Monday faces.",
            ("Learn who takes reports in your state.", "Write down what you saw and not what you think."),
            (("Reporting without Fear", "example.org/fear"), ("Monday Faces", "example.org/monday")),
            (Said("Monday mornings tell stories. Teachers, here is what to do:", "example.org/monday #QuietNights"),),
        ),
        Part(
            3,
            "Towns that play",
            ((4, 21), (4, 30)),
            "A bench at a playground prevents more than a poster.",
            ("Ask for a bench where parents can see the slide.", "Plant pinwheels with a school."),
            (("Playgrounds That Work", "example.org/play"),),
            (
                Said(
                    "A bench, a shade tree and a neighbor. See what prevention looks like:",
                    "example.org/play #Pinwheels",
                ),
            ),
        ),
    ),
)

TWELVE = (COUNTY, DVAM, WORLD_DAY, MISSING, ELDERS, PASTED, TRATA, GAMES, LABOR, SAAM, STALKING, CHILDREN)

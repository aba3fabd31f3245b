"""Two toolkits of other observances in our own words: a month with a texting helpline, and a day without one."""

from __future__ import annotations

from tests.helpers.toolkit_documents import Word

_ABOUT = (
    "Domestic Violence Awareness Month is a time to listen to survivors, to learn how abuse begins, and to make help "
    "easier to find. Harbor County observes it every October."
)
_HELP = (
    "The Harbor Safe Line answers 24 hours a day. Call 1-800-555-0142, text SAFE to 55512, or chat at "
    "harborsafeline.example.org. It is free and confidential. In an emergency, call 911."
)
_ABUSE = (
    "Abuse is a pattern of behavior that one partner uses to control another. Often it begins with small things: a "
    "password, a curfew, a friend who is no longer welcome."
)
MONTH = (
    ("Heading1", "Domestic Violence Awareness Month 2027: A Toolkit for Harbor County"),
    ("", _ABOUT),
    ("", "Theme: Every Home a Safe Home"),
    ("Heading1", "Get help"),
    ("", _HELP),
    ("", "On Purple Thursday, October 21, wear purple and post a photo with #PurpleThursday."),
    ("Heading1", "Week 1: October 4-10, 2027 \u2013 What abuse looks like"),
    ("", _ABUSE),
    ("Heading2", "What you can do"),
    ("ListBullet", "Learn five early signs of an unhealthy relationship."),
    ("ListBullet", "Hang the poster in your break room."),
    ("Heading2", "Resources"),
    ("ListBullet", "Early Signs Checklist: One page to print. https://www.harborsafe.example.org/signs"),
    ("ListBullet", "Conversation Starters: What to ask a friend. https://www.harborsafe.example.org/talk"),
    ("Heading2", "Social media posts"),
    ("", "Abuse often begins with a rule. Learn the early signs: https://www.harborsafe.example.org/signs #SafeHome"),
    (
        "",
        "1 in 4 women experience severe violence by a partner, according to the Harbor Health Survey, 2025. #SafeHome",
    ),
    ("", "Worried about a friend? 1. Find a quiet moment. 2. Say what you have noticed. 3. Ask how to help. #SafeHome"),
    ("", "What would you say to a friend who is afraid to go home? #SafeHome"),
    ("Heading1", "Week 2: October 18-24, 2027 \u2013 Young people and dating"),
    ("", "Teens need adults who talk with them about respect before there is a problem."),
    ("Heading2", "What you can do"),
    ("ListBullet", "Talk with a teen about what respect looks like."),
    ("Heading2", "Social media posts"),
    ("", "Today is Purple Thursday! Wear purple, and tell one person why. #PurpleThursday"),
    ("", "\u201cMy manager believed me, and that changed everything,\u201d says Rosa, a volunteer. #SafeHome"),
)
"""Styles and texts; the number is one of those that are never given to anybody."""

DAY = """# World Day Against Trafficking in Persons, July 30, 2027

World Day Against Trafficking in Persons is observed every year on July 30. This toolkit helps libraries in July.

## If you need help

Freedom Listens Helpline: 08000 555 0199. The call is free. In an emergency, dial 112.

For questions about this toolkit: press office, 020 5550 0110.

## Week 1: July 5 to 11 \u2013 Know the facts

Traffickers use debts, threats and false promises. They recruit online, at bus stations and at work.

### Actions

* Set up a table with books about migration and work.

### Resources

* [Facts for Readers](https://www.freedomlistens.example.org/facts): Two pages for your notice board

### Posts

Libraries are places where people ask questions. Ask yours: https://www.freedomlistens.example.org/facts #WorldDay

Myth: Trafficking only happens far away. Fact: It happens in towns like ours. #WorldDay

## Week 2: July 26 to 31 \u2013 The World Day

On July 30 we read names of survivors who became authors.

### Actions

* Light a lamp at 8 p.m. on July 30.

### Posts

Today is the World Day Against Trafficking in Persons. Leave no one waiting for help. #WorldDay
"""


def month_docx() -> bytes:
    """The month as a Word document."""
    word = Word()
    for style, text in MONTH:
        word.paragraph(text, style)
    return word.data()

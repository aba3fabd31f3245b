"""Small toolkits, and what each line of them became: its week, its kind, its words, and what it is under."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text

MONTH = "# Toolkit 2028\n\n"
BARE = f"{MONTH}## Week 2\n\n"
WEEK = f"{MONTH}## Week 2: January 3-9, 2028\n\n"
PLAIN = "Toolkit 2028\n\nWeek 2: January 3-9, 2028\n\n"
POST = "Ask who picks the apples near you: example.org/a #Open"
DOCUMENTS: dict[str, tuple[str, list[str]]] = {
    "the topics of a week are below its heading": (
        f"{WEEK}Connecting the Dots: Farms\n\n### Connecting the Dots: Kitchens\n\nWords.\n",
        ["2 week:  1/3 1/9", "2 week: Farms (connect)", "2 week: Kitchens (connect)", "2 passage: Words. (Kitchens)"],
    ),
    "dates in a line of their own are those of a week without dates, once": (
        f"{BARE}### January 3-9, 2028\n\nWords.\n\n### January 10-16, 2028\n\nMore words.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: January 3-9, 2028",
            "2 passage: Words. (idea)",
            "2 heading: January 10-16, 2028",
            "2 passage: More words. (idea)",
        ],
    ),
    "a heading below that of a week without a title is its title": (
        f"{BARE}### Doors that open\n\n### Windows that open\n\n### Actions\n\n- Ask a cook.\n",
        [
            "2 week: Doors that open",
            "2 heading?: Doors that open",
            "2 heading: Windows that open",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
        ],
    ),
    "a heading over posts is no title": (
        f"{BARE}### Lanterns\n\n{POST}\n",
        ["2 week: ", "2 heading: Lanterns", f"2 post?: {POST}"],
    ),
    "a heading with a purpose of posts is no title where it ranks below the weeks": (
        f"{BARE}### Training\n\nWords.\n",
        ["2 week: ", "2 heading: Training", "2 passage: Words. (idea)"],
    ),
    "a title has its rank from the higher heading": (
        f"{MONTH}### Week 2\n\n## Doors that open\n\n### Lanterns\n\nWords.\n",
        ["2 week: Doors that open", "2 heading?: Doors that open", "2 heading: Lanterns", "2 passage: Words. (idea)"],
    ),
    "a label says what the title and the days of a week are": (
        f"{BARE}Dates: January 3-9\n\nFocus: “Housing”\n\nTopic: Doors\n\n### Actions\n\n- Ask a cook.\n",
        [
            "2 week: Housing 1/3 1/9",
            "2 heading: Dates: January 3-9",
            "2 heading?: Focus: “Housing”",
            "2 passage: Topic: Doors (idea)",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
        ],
    ),
    "days alone are those of the week": (
        f"{BARE}January 3-9\n\nJanuary 10-16\n\n### Actions\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: January 3-9",
            "2 passage: January 10-16 (idea)",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
        ],
    ),
    "resources in capitals without a rank are for the month": (
        f"{WEEK}### Posts\n\n{POST}\n\nRESOURCES\n\nGuide (example.org/a)\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", f"2 post?: {POST}", "2 post?: RESOURCES Guide (example.org/a)"],
    ),
    "resources in capitals with a rank are those of the week": (
        f"{WEEK}### Posts\n\n{POST}\n\n### RESOURCES\n\n- Guide (example.org/a)\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "2 heading: RESOURCES",
            "2 resource?: Guide (learn)",
        ],
    ),
    "parts of the month end a week": (
        (f"{WEEK}### Posts\n\n{POST}\n\n# Newsletter\n\nWords of it.\n\n# Website text\n\nMore words of it.\n"),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "0 heading: Newsletter",
            "0 newsletter: Words of it.",
            "0 heading: Website text",
            "0 web: More words of it.",
        ],
    ),
    "a heading about the hotline among posts is over posts": (
        f"{WEEK}### Posts\n\n{POST}\n\n#### Hotline\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "2 heading: Hotline",
            f"2 post?: {POST} (Hotline)",
        ],
    ),
    "a heading about the hotline as high as a week is for the month": (
        f"{WEEK}### Posts\n\n{POST}\n\n## Hotline\n\nCall 1-888-373-7888 or 1-800-555-0100.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "0 heading: Hotline",
            "0 hotline: 1-888-373-7888",
            "0 aside?: Call 1-888-373-7888 or 1-800-555-0100. (Hotline)",
        ],
    ),
    "parts after the weeks belong to none": (
        (f"{MONTH}## Week 1: Apples\n\n### Posts\n\n{POST}\n\n## Lanterns\n\nWords.\n\n## Actions\n\n- Ask a cook.\n"),
        [
            "1 week: Apples",
            "1 heading: Posts",
            f"1 post?: {POST}",
            "0 heading: Lanterns",
            "0 aside?: Words. (Lanterns)",
            "0 heading: Actions",
            "0 other?: Ask a cook. (Actions)",
        ],
    ),
    "a group of resources is no part of its own": (
        (
            f"{WEEK}### Resources\n\n- Guide (example.org/a)\n\n#### Take Action\n\n"
            "- Other guide (example.org/b)\n\n### What you can do\n\n- Ask a cook.\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Resources",
            "2 resource?: Guide (learn)",
            "2 heading: Take Action",
            "2 resource: Other guide (act)",
            "2 heading: What you can do",
            "2 action: Ask a cook. (What you can do)",
        ],
    ),
    "what the theme is stands below its heading": (
        (
            f"{MONTH}## Theme\n\nThe theme is: Doors that open for all.\n\nWords below it.\n\n"
            "Call 1-888-373-7888.\n\n## Goals\n\nWe want:\n\n- Fewer are harmed.\n"
        ),
        [
            "0 heading: Theme",
            "0 theme: Doors that open for all (title)",
            "0 theme?: Words below it. (text)",
            "0 aside?: Call 1-888-373-7888.",
            "0 heading: Goals",
            "0 aside?: We want:",
            "0 goal: Fewer are harmed.",
        ],
    ),
    "a sentence about the theme counts before the weeks": (
        (
            f"{MONTH}Our theme is “Doors that open for all.”\n\n## Week 1: Apples\n\n"
            "Our theme is “Other doors that open.”\n"
        ),
        [
            "0 theme: Doors that open for all (title)",
            "1 week: Apples",
            "1 passage: Our theme is “Other doors that open.” (idea)",
        ],
    ),
    "a heading can say the theme": (
        f"{MONTH}## Our theme: Doors that open for all\n\nWords.\n\n## Tagline: Doors that open for us\n",
        [
            "0 theme: Doors that open for all (title)",
            "0 aside?: Words. (Toolkit 2028)",
            "0 theme: Doors that open for us (title)",
        ],
    ),
    "clauses of a proclamation are those that begin like one": (
        (
            f"{MONTH}## Sample proclamation\n\nWHEREAS, it is so; and\n\nNOW, THEREFORE, be it so.\n\n"
            "Words.\n\n### Note\n\nMore words.\n"
        ),
        [
            "0 heading: Sample proclamation",
            "0 proclamation: WHEREAS, it is so; and",
            "0 proclamation: NOW, THEREFORE, be it so.",
            "0 aside: Words.",
            "0 heading: Note",
            "0 aside?: More words. (Note)",
        ],
    ),
    "a newsletter has a head and ends at the next heading": (
        (f"{MONTH}## Newsletter\n\nPrevention Month: Doors that open\n\nWords.\n\n### Inner\n\nMore words.\n"),
        [
            "0 heading: Newsletter",
            "0 newsletter: Prevention Month: Doors that open (head)",
            "0 newsletter: Words.",
            "0 heading: Inner",
            "0 aside?: More words. (Inner)",
        ],
    ),
    "the title of a toolkit can hold the theme": (
        (f"{MONTH}Prevention Month 2028: Doors that open\n\nWords.\n\n- Prevention Month 2028: Gates that open\n"),
        [
            "0 heading: Prevention Month 2028: Doors that open",
            "0 theme: Doors that open (title)",
            "0 theme?: Words. (text)",
            "0 theme?: Prevention Month 2028: Gates that open (text)",
        ],
    ),
    "after the weeks began no title holds the theme": (
        f"{WEEK}Prevention Month 2028: Doors that open\n\n# Prevention Month 2028: Gates that open\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Prevention Month 2028: Doors that open (idea)",
            "0 heading: Prevention Month 2028: Gates that open",
        ],
    ),
    "a line with a colon that names a part begins it where words follow": (
        f"{WEEK}To do:\n\nAsk a cook today.\n",
        ["2 week:  1/3 1/9", "2 heading: To do:", "2 action?: Ask a cook today. (To do:)"],
    ),
    "a line with a colon begins no part where one word follows, or none": (
        f"{WEEK}To do:\n\nAsk\n\nTo do:\n",
        ["2 week:  1/3 1/9", "2 passage: To do: (idea)", "2 passage: Ask (idea)", "2 passage: To do: (idea)"],
    ),
    "an item with a colon begins no part": (
        f"{WEEK}- To do:\n\nAsk a cook today.\n",
        ["2 week:  1/3 1/9", "2 passage?: To do: (idea)", "2 passage: Ask a cook today. (idea)"],
    ),
    "a line with a colon that names no part begins none": (
        f"{WEEK}Lanterns:\n\nAsk a cook today.\n",
        ["2 week:  1/3 1/9", "2 passage: Lanterns: (idea)", "2 passage: Ask a cook today. (idea)"],
    ),
    "among posts a line that is a label begins no part": (
        f"{WEEK}### Posts\n\nMessage:\n\n{POST}\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 heading: Message:", f"2 post?: {POST}"],
    ),
    "resources in capitals after posts are for the month": (
        (f"Toolkit 2028\n\nWeek 2: January 3-9, 2028\n\nPosts\n\n{POST}\n\nRESOURCES\n\nGuide (example.org/a)\n"),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "0 heading: RESOURCES",
            "0 aside?: Guide (example.org/a) (RESOURCES)",
        ],
    ),
    "resources in capitals after things to do are those of the week": (
        (
            "Toolkit 2028\n\nWeek 2: January 3-9, 2028\n\nActions\n\n- Ask a cook.\n\nRESOURCES\n\n"
            "Guide (example.org/a)\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
            "2 heading: RESOURCES",
            "2 resource?: Guide (learn)",
        ],
    ),
    "after the things to do of a week a known heading begins the next part": (
        f"Toolkit 2028\n\nWeek 2: January 3-9, 2028\n\nActions\n\n- Ask a cook.\n\nPosts\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
            "2 heading: Posts",
            f"2 post?: {POST}",
        ],
    ),
    "a heading with a number or with words from a picture is no section of posts": (
        (
            f"{WEEK}### Posts\n\n#### Training\n\n{POST}\n\n#### Post 2\n\n{POST}\n\n#### ASK TONIGHT\n\n"
            f"{POST}\n\n#### VOICES OF FREEDOM\n\n{POST}\n\n#### Lanterns\n\n{POST}\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            "2 heading: Training",
            f"2 post: {POST} (Training)",
            "2 heading: Post 2 (Training)",
            f"2 post: {POST} (Training)",
            "2 aside?: ASK TONIGHT",
            f"2 post: {POST} (Training)",
            "2 heading: VOICES OF FREEDOM",
            f"2 aside?: {POST}",
            "2 heading: Lanterns",
            f"2 post?: {POST} (VOICES OF FREEDOM)",
        ],
    ),
    "a heading with the same purpose goes on with the section": (
        f"{WEEK}### Posts\n\n#### Training\n\n{POST}\n\n#### Courses\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            "2 heading: Training",
            f"2 post: {POST} (Training)",
            "2 heading: Courses",
            f"2 post: {POST} (Training)",
        ],
    ),
    "a bold line in capitals among posts without sections is a section": (
        f"{WEEK}### Posts\n\n#### ASK TONIGHT\n\n{POST}\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 heading: ASK TONIGHT", f"2 post?: {POST} (ASK TONIGHT)"],
    ),
    "voices of freedom have posts of their own": (
        f"{WEEK}### Voices of Freedom\n\nWords about it.\n\n{POST}\n",
        ["2 week:  1/3 1/9", "2 heading: Voices of Freedom", "2 aside?: Words about it.", f"2 aside?: {POST}"],
    ),
    "the text of a picture is no post, nor what is below its label": (
        f"{WEEK}### Posts\n\n{POST}\n\nAlt text: A door.\n\nAlt text:\n\nA door, half open.\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "2 heading: Alt text: A door.",
            "2 heading: Alt text:",
            "2 heading: A door, half open.",
            f"2 post?: {POST}",
        ],
    ),
    "hashtags below the label of a picture are those of a post": (
        f"{WEEK}### Posts\n\nAlt text:\n\n{POST}\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 heading: Alt text:", f"2 post?: {POST}"],
    ),
    "a paragraph can begin with the part that it is": (
        (
            f"{WEEK}### Posts\n\n{POST}\n\nLearn more: Night Guide (example.org/b)\n\n"
            f"Learn more about it: Night Guide tonight #Open\n\n{POST}\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "2 resource?: Night Guide (learn)",
            "2 post?: Learn more about it: Night Guide tonight #Open",
            f"2 post?: {POST}",
        ],
    ),
    "a paragraph in a week can begin with the part that it is": (
        f"{WEEK}Words.\n\nRead: Night Guide\n\nDo: Ask a cook.\n\nLanterns: Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 resource?: Night Guide (learn)",
            "2 action: Ask a cook. (Do)",
            "2 passage: Lanterns: Ask a cook. (idea)",
        ],
    ),
    "a line that says it is a post needs an address and four words": (
        (
            f"{WEEK}Share: Ask who picks the apples. example.org/a\n\nShare: Ask them. example.org/a\n\n"
            "Share: Ask who picks the apples.\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 post?: Ask who picks the apples. example.org/a",
            "2 passage: Share: Ask them. example.org/a (idea)",
            "2 passage: Share: Ask who picks the apples. (idea)",
        ],
    ),
    "a line that ends like a post is one where no heading says so": (
        (
            f"{WEEK}Ask who picks the apples near you. #Open\n\nAsk them. #Open\n\n"
            "- Ask who picks the pears near you. #Open\n\nAsk who picks the plums near you: example.org/a\n\n"
            "Ask who picks the plums near you at example.org/a\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 post?: Ask who picks the apples near you. #Open",
            "2 passage: Ask them. #Open (idea)",
            "2 passage?: Ask who picks the pears near you. #Open (idea)",
            "2 post?: Ask who picks the plums near you: example.org/a",
            "2 passage: Ask who picks the plums near you at example.org/a (idea)",
        ],
    ),
    "a line that ends like a post without a week belongs to none": (
        f"{MONTH}Ask who picks the apples near you. #Open\n\nAsk who picks the apples near you.\n",
        [
            "0 other?: Ask who picks the apples near you. #Open (Toolkit 2028)",
            "0 aside?: Ask who picks the apples near you. (Toolkit 2028)",
        ],
    ),
    "what is for the month and has an address is asked": (
        (
            f"{MONTH}## Week 1: Apples\n\n### Posts\n\n{POST}\n\n# Resources\n\nA guide for all of you.\n\n"
            "- Night Guide\n\nDay Guide (example.org/d)\n"
        ),
        [
            "1 week: Apples",
            "1 heading: Posts",
            f"1 post?: {POST}",
            "1 heading: Resources",
            "1 aside?: A guide for all of you.",
            "1 resource?: Night Guide (learn)",
            "1 resource?: Day Guide (learn)",
        ],
    ),
    "words in a week are about it, and below a topic they are a passage": (
        (
            f"{WEEK}Words.\n\n### Connecting the Dots: Farms\n\nWords about farms.\n\n### Key messages\n\n"
            "- Farms are far.\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 week: Farms (connect)",
            "2 passage: Words about farms. (Farms)",
            "2 heading: Key messages",
            "2 passage: Farms are far. (Key messages)",
        ],
    ),
    "a text among hashtags is listed": (
        (
            f"{MONTH}## Hashtags\n\nUse all of these in your posts.\n\n#Open #Doors\n\n"
            f"### Primary hashtags\n\n#Open\n\n## Week 1: Apples\n\n### Posts\n\n{POST}\n"
        ),
        [
            "0 heading: Hashtags",
            "0 aside: Use all of these in your posts.",
            "0 hashtag: Open",
            "0 hashtag: Doors",
            "0 heading: Primary hashtags",
            "0 hashtag: Open (primary)",
            "1 week: Apples",
            "1 heading: Posts",
            f"1 post?: {POST}",
        ],
    ),
    "tags of the opening are hashtags": (
        f"{MONTH}Hashtags: #Open #Doors\n",
        ["0 hashtag: Open", "0 hashtag: Doors", "0 aside?: Hashtags: #Open #Doors (Toolkit 2028)"],
    ),
    "things to do are items, and paragraphs that are short or begin with a verb": (
        f"{WEEK}### Actions\n\nAsk a cook.\n\nListen to a guest.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action?: Ask a cook. (Actions)",
            "2 action?: Listen to a guest. (Actions)",
        ],
    ),
    "a paragraph before a list of things to do is text": (
        f"{WEEK}### Actions\n\nHere is a list.\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 passage?: Here is a list. (Actions | actions)",
            "2 action: Ask a cook. (Actions)",
        ],
    ),
    "a paragraph alone is a thing to do where it begins with a verb": (
        f"{WEEK}### Actions\n\nAsk a cook.\n\n### Resources\n\n### To do\n\nThe cook is in.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action?: Ask a cook. (Actions)",
            "2 heading: Resources",
            "2 heading: To do",
            "2 passage?: The cook is in. (To do | actions)",
        ],
    ),
    "what is nested in a thing to do belongs to it": (
        (
            f"{WEEK}### Actions\n\n"
            "- Ask a cook\n  - and a guest\n- [Night Course](https://example.org/n)\n  - [Day Course](https://example.org/d)\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action: Ask a cook, and a guest (Actions)",
            "2 resource?: Night Course (act)",
            "2 resource?: Day Course (act)",
        ],
    ),
    "a list of weeks has what introduces it and its topics": (
        (
            f"{MONTH}## Focus weeks\n\nWords.\n\n- Week 1: Farms\n- Week 2\n\nKitchens\n\n## Week 1\n\n"
            f"### Posts\n\n{POST}\n\n## Week 2\n\n### Posts\n\n{POST}\n"
        ),
        [
            "0 heading: Focus weeks",
            "0 aside?: Words. (Focus weeks)",
            "1 week: Farms",
            "2 week: ",
            "2 week?: Kitchens (connect)",
            "1 week: Farms",
            "1 heading: Posts",
            f"1 post?: {POST}",
            "2 week: ",
            "2 heading: Posts",
            f"2 post?: {POST}",
        ],
    ),
    "an unknown heading among things to do begins posts where posts are below it": (
        f"{WEEK}### Actions\n\n- Ask a cook.\n\n#### Lanterns\n\n{POST}\n\n### Gates\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
            "2 heading: Lanterns",
            f"2 post?: {POST}",
            "2 heading: Gates",
            f"2 post?: {POST} (Gates)",
        ],
    ),
    "an unknown heading among posts with other posts below it is a section": (
        (f"{WEEK}### Posts\n\n{POST}\n\n#### Lanterns\n\n{POST}\n\n### Gates\n\n- Ask a cook.\n- Ask a guest.\n"),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "2 heading: Lanterns",
            f"2 post?: {POST} (Lanterns)",
            "2 heading: Gates",
            "2 action?: Ask a cook. (Gates)",
            "2 action?: Ask a guest. (Gates)",
        ],
    ),
    "an unknown heading among resources with things to do below it is one of a title where it ranks below": (
        (
            f"{WEEK}### Resources\n\n- Guide (example.org/a)\n\n#### Lanterns\n\n"
            "- Ask a cook.\n- Ask a guest.\n\n### Gates\n\n- Ask a cook.\n- Ask a guest.\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Resources",
            "2 resource?: Guide (learn)",
            "2 heading: Lanterns",
            "2 resource?: Ask a cook (learn)",
            "2 resource?: Ask a guest (learn)",
            "2 heading: Gates",
            "2 action?: Ask a cook. (Gates)",
            "2 action?: Ask a guest. (Gates)",
        ],
    ),
    "words after the title of a toolkit that say the theme are its theme once": (
        (
            f"{MONTH}Prevention Month 2028: Doors that open\n\n## Theme\n\nOur theme is: Doors that open.\n\n"
            "Theme: Gates. Doors.\n"
        ),
        [
            "0 heading: Prevention Month 2028: Doors that open",
            "0 theme: Doors that open (title)",
            "0 heading: Theme",
            "0 aside?: Our theme is: Doors that open.",
            "0 theme: Gates. Doors. (title)",
        ],
    ),
    "the title of a part holds the theme of the month": (
        (f"{MONTH}## Theme: Doors that open for all\n\nWords.\n\n## Week 1: Apples\n\n### Theme\n\nOther words.\n"),
        [
            "0 theme: Doors that open for all (title)",
            "0 theme?: Words. (text)",
            "1 week: Apples",
            "1 heading: Theme",
            "1 theme?: Other words. (text)",
        ],
    ),
    "a heading about all weeks ends a week": (
        f"{WEEK}### Weeks at a glance\n\nWords.\n\n### Actions\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "0 heading: Weeks at a glance",
            "0 aside?: Words. (Weeks at a glance)",
            "0 heading: Actions",
            "0 other?: Ask a cook. (Actions)",
        ],
    ),
    "an overview right below the heading of a week is of that week": (
        f"{WEEK}### Overview\n\nWords.\n\n### Actions\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Overview",
            "2 passage: Words. (idea)",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
        ],
    ),
    "a heading below that of resources can be a group of them": (
        (
            f"{WEEK}### Resources\n\n- Guide (example.org/a)\n\n#### Do\n\n- Other guide (example.org/b)\n\n"
            "#### Read\n\n- Third guide (example.org/c)\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Resources",
            "2 resource?: Guide (learn)",
            "2 heading: Do",
            "2 resource: Other guide (act)",
            "2 heading: Read",
            "2 resource: Third guide (learn)",
        ],
    ),
    "networks over posts are theirs": (
        f"{WEEK}### Actions\n\n- Ask a cook.\n\n### Facebook\n\n{POST}\n\n### Instagram posts\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
            "2 heading: Facebook",
            f"2 post?: {POST}",
            "2 heading: Instagram posts",
            f"2 post?: {POST}",
        ],
    ),
    "a table of posts in a week without a heading for them": (
        (
            f"{WEEK}Words.\n\n"
            "| Date | Post | Link |\n|---|---|---|\n"
            "| January 5 | Ask who picks the apples. | example.org/a |\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Date Post Link",
            "2 post?: Ask who picks the apples. example.org/a 1/5 1/5",
        ],
    ),
    "what is said twice is listed once": (
        f"{WEEK}### Resources\n\n#### Learn\n\n- Guide (example.org/a)\n- Guide (example.org/a)\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Resources",
            "2 heading: Learn",
            "2 resource: Guide (learn)",
            "2 aside?: Guide (example.org/a)",
        ],
    ),
    "a table of things to do": (
        (f"{WEEK}### Actions\n\n| Ask a cook. | Ask a cook. | Tonight |\n|---|---|---|\n| Name | Note | Group |\n"),
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action?: Ask a cook. Tonight (Actions)",
            "2 heading: Name Note Group",
        ],
    ),
    "a row of heads among posts is listed while words wait": (
        f"{WEEK}### Posts\n\nAsk who cleans the rooms.\n\n| Note | Detail |\n|---|---|\n\n#Open\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 heading: Note Detail", "2 post?: Ask who cleans the rooms. #Open"],
    ),
    "a line without a colon begins no part": (
        f"{WEEK}To do\n\nAsk a cook today.\n",
        ["2 week:  1/3 1/9", "2 passage: To do (idea)", "2 passage: Ask a cook today. (idea)"],
    ),
    "before the weeks a line with a colon begins no part": (
        f"{MONTH}To do:\n\nAsk a cook today.\n\n## Week 1: Apples\n\n### Posts\n\n{POST}\n",
        [
            "0 aside?: To do: (Toolkit 2028)",
            "0 aside?: Ask a cook today. (Toolkit 2028)",
            "1 week: Apples",
            "1 heading: Posts",
            f"1 post?: {POST}",
        ],
    ),
    "a label that names a part begins it where it stands alone": (
        f"{WEEK}Links:\n\nNight Guide (example.org/a)\n",
        ["2 week:  1/3 1/9", "2 heading: Links:", "2 resource?: Night Guide (learn)"],
    ),
    "a label that names a part is a label among posts": (
        f"{WEEK}### Posts\n\nLinks:\n\nNight Guide (example.org/a)\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 heading: Links:", "2 aside?: Night Guide (example.org/a)"],
    ),
    "headings below those of listed weeks are their topics": (
        (
            f"{MONTH}## Focus weeks\n\n### Week 1\n\n#### Kitchens\n\n### Week 2\n\n#### Farms\n\n"
            f"## Week 1\n\n### Posts\n\n{POST}\n\n## Week 2\n\n### Posts\n\n{POST}\n"
        ),
        [
            "0 heading: Focus weeks",
            "1 week: ",
            "1 week?: Kitchens (connect)",
            "2 week: ",
            "2 week?: Farms (connect)",
            "1 week: ",
            "1 heading: Posts",
            f"1 post?: {POST}",
            "2 week: ",
            "2 heading: Posts",
            f"2 post?: {POST}",
        ],
    ),
    "what communities are strengthened by is a topic of its week, over what it is about": (
        f"{WEEK}### Strengthening communities through care\n\n- Ask a cook.\n- Ask a guest.\n",
        [
            "2 week:  1/3 1/9",
            "2 week: care (strengthen)",
            "2 passage?: Ask a cook. (idea)",
            "2 passage?: Ask a guest. (idea)",
        ],
    ),
    "a heading with a purpose of posts is a title where it ranks high": (
        f"{MONTH}# Week 2\n\n## Training\n\nWords.\n",
        ["2 week: Training", "2 heading?: Training", "2 passage: Words. (idea)"],
    ),
    "a title that ranks above its week ends it no sooner than the week would": (
        f"{MONTH}### Week 2\n\n## Doors that open\n\nWords.\n\n## Gates\n\nWords.\n",
        [
            "2 week: Doors that open",
            "2 heading?: Doors that open",
            "2 passage: Words. (idea)",
            "2 heading: Gates",
            "2 passage: Words. (idea)",
        ],
    ),
    "a heading about the hotline that ranks as high as the posts is for the month": (
        f"{WEEK}## Posts\n\n{POST}\n\n## Hotline\n\n{POST}\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            f"2 post?: {POST}",
            "0 heading: Hotline",
            f"0 other?: {POST} (Hotline)",
        ],
    ),
    "an unknown heading that ends a week is over what is below it": (
        f"{WEEK}### Voices of Freedom\n\nWords.\n\n# Lanterns\n\nWords.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Voices of Freedom",
            "2 aside?: Words.",
            "0 heading: Lanterns",
            "0 aside?: Words. (Lanterns)",
        ],
    ),
    "an unknown heading that ends what a week is about is over what is below it": (
        f"{WEEK}### Doors\n\nWords.\n\n# Lanterns\n\nWords.\n",
        [
            "2 week: Doors 1/3 1/9",
            "2 heading?: Doors",
            "2 passage: Words. (idea)",
            "0 heading: Lanterns",
            "0 aside?: Words. (Lanterns)",
        ],
    ),
    "four words are enough for a line that says that it is a post or ends like one": (
        (f"{WEEK}Share: Ask who picks apples. example.org/a\n\nAsk who picks pears. #Open\n\nAsk who picks. #Open\n"),
        [
            "2 week:  1/3 1/9",
            "2 post?: Ask who picks apples. example.org/a",
            "2 post?: Ask who picks pears. #Open",
            "2 passage: Ask who picks. #Open (idea)",
        ],
    ),
    "four words beside hashtags say how to use them": (
        f"{MONTH}## Hashtags\n\nUse these two tags #Open\n\nOur tags\n\n#Doors\n",
        ["0 heading: Hashtags", "0 aside: Use these two tags #Open", "0 aside: Our tags", "0 hashtag: Doors"],
    ),
    "a cell of a row of things to do may say anything": (
        f"{WEEK}### Actions\n\n| Ask a cook. | Note | Tonight |\n|---|---|---|\n",
        ["2 week:  1/3 1/9", "2 heading: Actions", "2 action?: Ask a cook. Note Tonight (Actions)"],
    ),
    "paragraphs among things to do are things to do though they have no verb": (
        f"{WEEK}### Actions\n\nThe cook is in.\n\nListen to a guest.\n",
        [
            "2 week:  1/3 1/9",
            "2 heading: Actions",
            "2 action?: The cook is in. (Actions)",
            "2 action?: Listen to a guest. (Actions)",
        ],
    ),
    "a resource among posts needs one link that leads out of the document": (
        f"{WEEK}### Posts\n\nLearn more: [Night Guide](#night) and [Day Guide](https://example.org/d)\n",
        ["2 week:  1/3 1/9", "2 heading: Posts", "2 resource?: Night Guide and Day Guide (learn)"],
    ),
    "a section of posts ends with the posts and not with a network": (
        (
            f"{WEEK}### Posts\n\n#### Training\n\n{POST}\n\n#### Instagram\n\n{POST}\n\n### Actions\n\n"
            f"- Ask a cook.\n\n### Posts\n\n{POST}\n"
        ),
        [
            "2 week:  1/3 1/9",
            "2 heading: Posts",
            "2 heading: Training",
            f"2 post: {POST} (Training)",
            "2 heading: Instagram",
            f"2 post: {POST} (Training)",
            "2 heading: Actions",
            "2 action: Ask a cook. (Actions)",
            "2 heading: Posts",
            f"2 post?: {POST}",
        ],
    ),
    "a line that leads to nothing before the next week begins no part": (
        f"{WEEK}To do:\n\nWeek 3\n\nAsk a cook today.\n",
        ["2 week:  1/3 1/9", "2 passage: To do: (idea)", "3 week: ", "3 passage: Ask a cook today. (idea)"],
    ),
    "an unknown heading over paragraphs says nothing": (
        f"{WEEK}Words.\n\n### Lanterns\n\nAsk a cook.\n\nListen to a guest.\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Lanterns",
            "2 passage: Ask a cook. (idea)",
            "2 passage: Listen to a guest. (idea)",
        ],
    ),
    "an unknown column of a table of weeks has things to do where all begin with a verb": (
        (
            f"{MONTH}| Week | Dates | Lanterns |\n|---|---|---|\n"
            "| 1 | January 3-9 | Ask a cook. |\n"
            "| 2 | January 10-16 | The cook is in. |\n"
            "| 3 | January 17-23 | Ask a cook.<br>Listen to a guest.<br>Read it at example.org/a |\n"
        ),
        [
            "0 heading: Week Dates Lanterns",
            "1 week:  1/3 1/9",
            "1 heading: Lanterns",
            "1 action?: Ask a cook. (Lanterns)",
            "2 week:  1/10 1/16",
            "2 heading: Lanterns",
            "2 passage?: The cook is in. (Lanterns | actions)",
            "3 week:  1/17 1/23",
            "3 heading: Lanterns",
            "3 action?: Ask a cook. (Lanterns)",
            "3 action?: Listen to a guest. (Lanterns)",
            "3 action?: Read it at example.org/a (Lanterns)",
        ],
    ),
    "an unknown heading begins things to do where half of the lines are in a list": (
        f"{WEEK}Words.\n\n### Lanterns\n\nWords about it.\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Lanterns",
            "2 passage?: Words about it. (Lanterns | actions)",
            "2 action?: Ask a cook. (Lanterns)",
        ],
    ),
    "an unknown heading begins no things to do where fewer lines are in a list": (
        f"{WEEK}Words.\n\n### Lanterns\n\nWords about it.\n\nWords about them.\n\n- Ask a cook.\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Lanterns",
            "2 passage: Words about it. (idea)",
            "2 passage: Words about them. (idea)",
            "2 passage?: Ask a cook. (idea)",
        ],
    ),
    "an unknown heading begins resources where half of the lines lead somewhere and are short": (
        f"{WEEK}Words.\n\n### Lanterns\n\nNight Guide: example.org/a\n\nWords about it.\n",
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Lanterns",
            "2 resource?: Night Guide (learn)",
            "2 aside?: Words about it.",
        ],
    ),
    "an unknown heading begins no resources where fewer lines lead somewhere": (
        (f"{WEEK}Words.\n\n### Lanterns\n\nNight Guide: example.org/a\n\nWords about it.\n\nWords about them.\n"),
        [
            "2 week:  1/3 1/9",
            "2 passage: Words. (idea)",
            "2 heading: Lanterns",
            "2 passage: Night Guide: example.org/a (idea)",
            "2 passage: Words about it. (idea)",
            "2 passage: Words about them. (idea)",
        ],
    ),
    "an unknown heading begins posts also where they have labels before them": (
        f"{WEEK}Words.\n\n### Lanterns\n\nFacebook: {POST}\n",
        ["2 week:  1/3 1/9", "2 passage: Words. (idea)", "2 heading: Lanterns", f"2 post?: {POST}"],
    ),
}


def said(one: ToolkitItem) -> str:
    """An item in a line; a question mark says that it is not sure."""
    title = one.head if one.kind == "week" else one.text
    days = "".join(f" {month}/{day}" for month, day in one.dates or ())
    beside = " | ".join(filter(None, ("" if one.kind == "week" else one.head, one.group, one.about)))
    sure = "" if one.certainty == "sure" else "?"
    return f"{one.week} {one.kind}{sure}: {title}{days}" + (f" ({beside})" if beside else "")


@pytest.mark.parametrize("rank", ["##", "###"])
@pytest.mark.parametrize("head", ["Post", "Message", "Text"])
def test_a_table_of_posts_with_days_and_themes_stays_one_of_posts(rank: str, head: str) -> None:
    document = (
        f"{MONTH}## Week 1: Doors\n\nWords.\n\n{rank} Social media posts\n\n| Dates | Theme | {head} |\n|---|---|---|\n"
        f"| January 2-3 | Health care | {POST} |\n| January 4-6 | Work | Say who cooks the meals here #Open |\n"
    )
    found = recognize(read_text("toolkit.md", document, markdown=True))
    assert [(one.week, one.text, one.dates) for one in found.of("post")] == [
        (1, POST, ((1, 2), (1, 3))), (1, "Say who cooks the meals here #Open", ((1, 4), (1, 6))),
    ]  # fmt: skip
    assert [one.text for one in found.items if one.text.startswith("Theme:")] == ["Theme: Health care", "Theme: Work"]
    assert [one.head for one in found.of("week")] == ["Doors"]


@pytest.mark.parametrize("sentence", DOCUMENTS)
def test_each_line_is_where_it_belongs(sentence: str) -> None:
    document, lines = DOCUMENTS[sentence]
    markdown = document.startswith("#")
    title, *items = recognize(read_text("toolkit.md", document, markdown=markdown)).items
    assert title.kind == "heading"
    assert [said(one) for one in items] == lines

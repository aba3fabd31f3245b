"""Sentences as people write them, with a wrong number or address of the hotline, or with numbers of something else."""

from __future__ import annotations

from random import Random

RIGHT, CODE = "8883737888", "233733"
ONES = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "es": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
}
TENS = {
    "en": ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    "es": ("", "", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
}
CALLS = (
    "Need help? Call {}.",
    "Call the hotline at {} any time.",
    "The National Human Trafficking Hotline: {}",
    "If you see the signs, call {} or 911.",
    "Hotline: {}, open day and night",
    "Save this number: {}. It is the hotline for human trafficking.",
    "¿Necesita ayuda? Llame al {}.",
    "Línea de ayuda: {}, gratis y confidencial",
    "Llame a la línea nacional contra la trata al {} a cualquier hora.",
    "Si usted o alguien que conoce necesita ayuda, marque {}.",
)
NAMED = tuple(call for call in CALLS if "otline" in call or "ínea" in call)
"""Sentences that name the hotline, so that any number in them is taken for its number."""


def near(digits: str, random: Random) -> str:
    """Digits with one mistake as people make it: one wrong, two in the wrong order, one lost or twice."""
    while True:
        at, how = random.randrange(len(digits) - 1), random.randrange(4)
        made = {
            0: digits[:at] + random.choice("0123456789") + digits[at + 1 :],
            1: digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :],
            2: digits[:at] + digits[at + 1 :],
            3: digits[:at] + digits[at] + digits[at:],
        }[how]
        if made != digits:
            return made


def wrong(random: Random) -> str:
    """Ten digits that are almost the hotline's."""
    while len(made := near(RIGHT, random)) != len(RIGHT):
        pass
    return made


def groups(digits: str, mark: str = "-") -> str:
    return mark.join((digits[:3], digits[3:6], digits[6:]))


def under_hundred(value: int, language: str) -> str:
    if value < 10:
        return ONES[language][value]
    tens, ones = divmod(value, 10)
    joint = "-" if language == "en" else " y "
    special = {"en": {11: "eleven", 12: "twelve"}, "es": {11: "once", 12: "doce"}}[language]
    if value in special or tens < 2:
        return special.get(value) or f"{ONES[language][1]} {ONES[language][ones]}"
    return TENS[language][tens] + (f"{joint}{ONES[language][ones]}" if ones else "")


def thousands(digits: str, language: str) -> str:
    """Four digits as one number in words."""
    value = int(digits)
    high, rest = divmod(value, 1000)
    hundreds, last = divmod(rest, 100)
    spanish = (
        "",
        "ciento",
        "doscientos",
        "trescientos",
        "cuatrocientos",
        "quinientos",
        "seiscientos",
        "setecientos",
        "ochocientos",
        "novecientos",
    )
    if language == "es":
        said = [f"{ONES['es'][high]} mil", spanish[hundreds], under_hundred(last, "es") if last else ""]
    else:
        said = [
            f"{ONES['en'][high]} thousand",
            f"{ONES['en'][hundreds]} hundred" if hundreds else "",
            under_hundred(last, "en") if last else "",
        ]
    return " ".join(part for part in said if part)


def said(digits: str, language: str) -> str:
    return " ".join(ONES[language][int(digit)] for digit in digits)


def _with_words_between(random: Random) -> str:
    digits = wrong(random)
    between = random.choice(
        (
            " (toll free) ",
            ", toll-free, ",
            " (free call) ",
            ", then ",
            " followed by ",
            " and then ",
            " (gratis) ",
            ", luego ",
            " y después ",
            " (sin costo) ",
        )
    )
    form = random.choice(("1-{0}{b}{1}-{2}", "{0}{b}{1}-{2}", "1 {0} {1}{b}{2}"))
    return random.choice(CALLS).format(form.format(digits[:3], digits[3:6], digits[6:], b=between))


def _area_code(random: Random) -> str:
    digits = wrong(random)
    form = random.choice(
        (
            "area code {0}, number {1}-{2}",
            "area code {0}, then {1} {2}",
            "código de área {0}, número {1}-{2}",
            "{1}-{2} (area code {0})",
            "código {0} y luego {1} {2}",
        )
    )
    if form.startswith("{1}"):
        form = form.replace("{1}-{2} (area code {0})", "(area code {0}) {1}-{2}")
    return random.choice(CALLS).format(form.format(digits[:3], digits[3:6], digits[6:]))


def _long_gaps(random: Random) -> str:
    digits = wrong(random)
    gap = random.choice(
        ("\t\t\t", " ......... ", " . . . . . . . . ", "\n\n", "                  ", " ________________ ", "\n        ")
    )
    return f"Hotline{gap}1-{digits[:3]}{gap}{digits[3:6]}{gap}{digits[6:]}"


def _spoken_marks(random: Random) -> str:
    digits, mark = wrong(random), random.choice(("dash", "dot", "slash", "hyphen", "guion", "punto", "raya", "guión"))
    return random.choice(CALLS).format(f" {mark} ".join((digits[:3], digits[3:6], digits[6:])))


def _local(random: Random) -> str:
    while (digits := near(RIGHT[3:], random)) == RIGHT[3:] or len(digits) != 7:
        pass
    return random.choice(NAMED).format(f"{digits[:3]}-{digits[3:]}")


def _in_words(random: Random) -> str:
    language, digits = random.choice(("en", "es")), wrong(random)
    if digits[6] == "0":
        return _in_words(random)
    words = f"{said(digits[:3], language)}, {said(digits[3:6], language)}, {thousands(digits[6:], language)}"
    return random.choice(CALLS).format(words)


def _digits_and_words(random: Random) -> str:
    language, digits = random.choice(("en", "es")), wrong(random)
    if digits[6] == "0":
        return _digits_and_words(random)
    return random.choice(CALLS).format(f"{digits[:3]}-{digits[3:6]}, {thousands(digits[6:], language)}")


def _pairs(random: Random) -> str:
    digits, language = wrong(random), random.choice(("en", "es"))
    if "0" in digits[6::2]:
        return _pairs(random)
    last = f"{under_hundred(int(digits[6:8]), language)} {under_hundred(int(digits[8:]), language)}"
    return random.choice(CALLS).format(f"{said(digits[:3], language)} {said(digits[3:6], language)} {last}")


def _other_toll_free(random: Random) -> str:
    digits = random.choice(("800", "877", "866", "855", "844", "833")) + f"{random.randrange(2_000_000, 9_999_999)}"
    return random.choice(NAMED).format(
        random.choice(("1-{}", "{}", "1 ({0})")).format(groups(digits)).replace("({0})", groups(digits))
    )


def _jumbled(random: Random) -> str:
    digits = random.choice(("3738887888", "8887883737", "7888373888", "8883788737", "8887373888"))
    return random.choice(NAMED).format(f"1-{groups(digits)}")


def _cut_short(random: Random) -> str:
    return random.choice(NAMED).format(
        random.choice(("1-888-373", "1-888-3737", "888-373-788", "1-888-373-78", "888-737"))
    )


def _vanity(random: Random) -> str:
    word = random.choice(("STOP-NOW", "FREEDOM", "GET-HELP", "HOT-LINE", "BE-FREE", "END-HT88"))
    return random.choice(NAMED).format(f"1-{random.choice(('888', '800'))}-{word}")


def _code(random: Random) -> str:
    form = random.choice(
        (
            "Send HELP to {}",
            "Code {}",
            "WhatsApp {}",
            "Text BEFREE to {}",
            "SMS {}",
            "Message {} to talk",
            "Envíe AYUDA al {}",
            "Mande BEFREE al {}",
            "Texto: {}",
            "Text INFO to {}",
            "short code {}",
            "or text {}",
            "Texting works too: {}",
            "Clave {} (BEFREE)",
            "Número de texto: {}",
        )
    )
    return form.format(near(CODE, random))


def _other_code(random: Random) -> str:
    code = f"{random.randrange(30_000, 999_999)}"
    form = random.choice(
        (
            "Text BEFREE to {}",
            "Text “BEFREE” to {}",
            "BEFREE: {}",
            "Hotline text number: {}",
            "Text the hotline at {}",
            "Envíe BEFREE al {}",
            "Línea de ayuda por texto: {}",
            "{} (BEFREE)",
            "Call the hotline or text HELP to {}",
            "The hotline also answers texts at {}",
        )
    )
    return form.format(random.choice((code, f"{code[:3]}-{code[3:]}")))


def _keyword(random: Random) -> str:
    word = random.choice(("B-FREE", "BEFRE", "BFREE", "BEFREEE", "BEEFREE", "BEFREED", "BE-FRE"))
    return random.choice(("Text {} to 233733", "Envíe {} al 233733")).format(word)


def _address(random: Random) -> str:
    host = random.choice(
        (
            "humantraffickinghotline .org",
            "humantraffickinghotline. org",
            "humantraffickinghotline . org",
            "www.humantrafficking hotline.org",
            "humantraffickinghotline.com",
            "humantraffickinghotlin.org",
            "humantraffickinghelpline.org",
            "humantrafficinghotline.org",
            "human-trafficking-hotline.org",
            "humantraffickinghotlines.org",
            "humantraffickinghotline.gov",
            "nationalhumantraffickinghotline.org",
            "humantraffickinghotline,org",
            "humantraffickinghotline org",
            "humantraffickinghotline.org.com",
        )
    )
    return random.choice(("Visit {} to learn more.", "Chat: {}", "Visite {}", "Web: {}")).format(host)


def _shapes(random: Random) -> str:
    digits = wrong(random)
    form = random.choice(
        (
            "({0}) {1}-{2}",
            "{0}.{1}.{2}",
            "+1 {0} {1} {2}",
            "1/{0}/{1}/{2}",
            "{0}–{1}–{2}",
            "1 {0} {1}{2}",
            "[{0}] {1} {2}",
            "{0} * {1} * {2}",
            "1·{0}·{1}·{2}",
            "{0}\n{1}\n{2}",
        )
    )
    return random.choice(CALLS).format(form.format(digits[:3], digits[3:6], digits[6:]))


def _one_by_one(random: Random) -> str:
    return random.choice(CALLS).format(random.choice((" ", ", ", "-", " . ")).join(wrong(random)))


def _letters(random: Random) -> str:
    digits = wrong(random)
    swap = random.choice((("8", "B"), ("1", "l"), ("0", "O"), ("3", "E")))
    return random.choice(CALLS).format(groups(digits.replace(*swap)))


def _double(random: Random) -> str:
    triple = random.choice((("triple eight", "double eight nine"), ("triple ocho", "doble ocho nueve")))
    middle = random.choice(("three seven three", "tres siete tres"))
    return random.choice(CALLS).format(f"{triple[0]} {middle} seven {triple[1]}".replace("seven doble", "siete doble"))


def _said_before(random: Random) -> str:
    digits = wrong(random)
    return random.choice(
        (
            "Dial {0}, wait, then dial {1} and {2}. The hotline answers.",
            "The hotline begins with {0} and ends with {1}-{2}.",
            "Hotline = {0} + {1} + {2}",
            "La línea empieza con {0}, sigue {1} y termina en {2}.",
        )
    ).format(digits[:3], digits[3:6], digits[6:])


PATTERNS = (
    _with_words_between,
    _area_code,
    _long_gaps,
    _spoken_marks,
    _local,
    _in_words,
    _digits_and_words,
    _pairs,
    _other_toll_free,
    _jumbled,
    _cut_short,
    _vanity,
    _code,
    _other_code,
    _keyword,
    _address,
    _shapes,
    _one_by_one,
    _letters,
    _double,
    _said_before,
)
"""Each gives one disguise; twenty-one kinds of mistakes that a person makes, copies or hides."""


WRITTEN = """
National hotline - 1.800.373.7888
Please ring 1-888-FREE-NOW, the trafficking helpline
Hot line number 18003737888
hotline no. 888-373-7999
Trafficking Hotline ☎ 1-888-555-1234
Call our partners at the National Human Trafficking Hotline, day or night, on 1-888-735-7888
The helpline's number is 1 888 - 373 (that's 373) - 7878
For help: eight-eight-eight, three-seven-three, seven-eight-eight-seven
Llama al 1 888 373 78 99
La línea nacional atiende en español: 1-877-373-7888
Línea directa 1-800-888-3737
Marque ocho ochenta y ocho, tres siete tres, setenta y ocho noventa y ocho
Si prefiere escribir, mande un mensaje al 233377
envía "BEFREE" al 23373
manda la palabra BEFREE al número 737333
Text 233-737
You can also text us (BEFREE, 233773)
Text: BE FREE 233713
SMS to 233739 reaches an advocate
Dial 1 (888) 3 7 3 7 8 8 9
888 . 373 . 7898
call 888 three seven three 7887
Call 1-888-373-seven eight eight nine
hotline: one eight hundred, three seven three, seventy-eight eighty-eight
one, triple eight, three seven three, seven double eight nine
The number to call is 888, 373, seven-eight-nine-eight
Hotline numbr: 888 3737 898
Tel.: +1 (888) 373-7808 (National Human Trafficking Hotline)
1-888-373-7088 is the National Human Trafficking Hotline
hotline/línea: 1 855 373 7888
Hotline …………… 1-888-373-1888
Hotline | 1-888-773-7888 | text 233733
chat at humantraffickinghotline . org/chat
humantraffickinghotline.org.us
go to human-traffickinghotline.org
www.humantraffikinghotline.org
humantraffickinghotline.or
National Human Trafficking Resource Center 1-888-373-7880
Need to talk? 1888-373-788
the hotline (area code 888): 373 7898
Hotline 888 minus 373 minus 7889
Our hotline number changed to 1-866-222-3333
Remember: 888 for the area, 373 in the middle, 7878 at the end
Call the anti-trafficking hotline toll free 1-800-111-2222
Report it to the national hotline at (877) 555-0122.
Text 'BEFREE' to 55555
Text keyword BEFREE to short code 898211
Textee HELP al 233833
Reach the hotline by text: 466453
Hotline by phone 1-888-373-7888, by text 233773
Hotline by phone 1-888-373-7888 or 1-888-373-7887
Hotline: 1-888-373-7888 (TTY 711) or 1-800-333-4444
Call 1-888-DEF-7889
1-88B-373-7888
Call 1-8883-73-7889
Call 1-888-373--7899
call (888)373 - - 7688
The trafficking hotline - eight eight eight - three seven three - eight eight eight seven
línea de ayuda contra la trata: ocho, ocho, ocho, tres, siete, tres, siete, ocho, ocho, siete
línea: 1-888-373-siete mil ochocientos noventa y ocho
número de la línea 888 373 77 88
Hotline: 1-888-373-788O
WhatsApp a la línea: 233 734
Hotline text line: 23 37 34
call the helpline (free) on 0800 373 7888
If you suspect trafficking, phone the hotline (1-800-737-3888).
Emergencies 911 / Hotline 888-373-7808
The hotline, 1-888-378-7378, never closes.
Tell a friend: human trafficking helpline 1.877.373.8887
Number for the hotline? It's 1-888-337-3788.
Our trafficking help line is 855 444 2211
In a crisis, hotline operators answer 1-888-373-0000
Speak with the national helpline on 1 888 373 7-8-8-9
Hotline... 888... 373... 7988
Dial one-eight-eight-eight, three-seven-three, then seven-eight-eight-four
eight eighty-eight, three seventy-three, seventy-eight eighty-nine
ochocientos ochenta y ocho, trescientos setenta y tres, setenta y ocho ochenta y nueve
uno ochocientos ochenta y ocho tres siete tres setenta y siete ochenta y ocho
Tel. de la línea: 888/373/7878
Comuníquese con la línea de ayuda marcando el 1-844-373-7888
Comuníquese a la línea nacional: 01 888 373 7889
Puede enviar un texto con BEFREE al 23-3737
Escriba BEFREE y envíelo al 333733
TXT BEFREE 2 237333
text #233773 to reach an advocate
Text "HELP" to 233 337
Txt 233703, any hour
Send a text message (SMS) to the number 232733
Message BEFREE at 23337
BEFREE (that's 233783 on your phone)
Hotline texts: 741742
The hotline can be texted at 911411
Hotline SMS: 55-55-55
Find it at humantraffickinghotlne.org
Visit human trafficking hotline.com
https://humantraffickinghotline.org.ru/chat
humantraffickinghotline.0rg
humantraficking-hotline.org
www.humantraffickinghot-line.org
humantraffickinghotline/org
info@humantraffickinghotline.com
888 (area) 373 (exchange) 7889 (line)
888, space, 373, space, 7887
888 hyphen 373 hyphen 8888
eight-hundred-eighty-eight 373 78 98
1-eight88-373-7889
Call 1-(888)-373-7_8_8_9
1  888  37 37 889
+1-888-3737-899
(1) 888-373-7889, free
Call 1.888.373.78888
1-888-373-788
CALL 18883738788 NOW
Hotline=8883737889
hotline:8009993737
1-888-373-7889 (hotline)
1-800-FREEDOM: call the trafficking hotline
1-888-HELP-HTR hotline for victims
Hotline number is in the 888 area code: 737-3788
help is at 1-888-373-7888 (voice), 1-888-373-7788 (also)
Call the hotline 24/7: 1-866-373-7888
National Human Trafficking Hotline (Polaris): 1-888-417-9411
Hotline toll-free number (confidential, interpreters): 1-800-292-1100
Hotline Phone - 833 373 7888
Hotline. Phone: 877-888-3737
Hotline - en español - 1-866-888-7373
Para ayuda confidencial: línea 1-855-737-3888
La Línea Nacional contra la Trata de Personas contesta en el 1-888-373-7878
La línea es gratuita. Llame: 1-877-222-1111
Línea (gratis): 8 8 8, 3 7 3, 7 8 8 0
Cannot call? Text HELP to 322733 when it is safe.
If you cannot talk, that is okay. Text the hotline: 54321
The hotline's text line is BEFREE, which on your keypad spells 233833.
To reach the National Human Trafficking Hotline, dial 216-555-0142.
The National Human Trafficking Hotline can be reached locally at (713) 555-0188.
National Human Trafficking Resource Center hotline 404.555.0119
Trafficking hotline (national): 555-0173
Need help now?\n\n1-888-373-7777\n\nNational Human Trafficking Hotline
Message the hotline: +1 (786) 555-0131 on WhatsApp
Text "BEFREE" to 741741 to reach the National Human Trafficking Hotline.
Hotline's shortcode: two three three seven seven three.
Name: National Human Trafficking Hotline\nPhone: (813) 555-0107\nText: 233733
For labor trafficking: National Human Trafficking Hotline, 1-866-487-9243.
National Human Trafficking Hotline – 1-800-799-7233 – call any time
or text BeFree (233 7333)
La Línea Nacional contra la Trata de Personas atiende en el 956 555 0122, pregunte por una consejera.
Escríbanos por WhatsApp a la línea contra la trata, +52 55 5555 0199
WhatsApp +1 305 555 0162 (Línea Nacional contra la Trata de Personas, EE. UU.)
Si tiene miedo de hablar, mande AYUDA al 55333, es la línea nacional contra la trata.
Nombre: Línea Nacional contra la Trata\nTeléfono: 713-555-0134\nTexto: 233733
La línea nacional, 1-888-373-7888, también recibe textos en el número 273333.
Envía un mensaje al 741741 con la palabra BEFREE para hablar con la línea nacional contra la trata
En Estados Unidos el teléfono nacional de ayuda contra la trata es 1-800-662-4357
Para comunicarse con la línea nacional antitrata marque 1-888-428-7581.
call one, three eights, three seven three, seven, two eights, nine
""".strip().splitlines()
"""Wrong numbers and addresses of three persons who did not look at the patterns."""


def disguises(count: int, seed: int = 5) -> list[tuple[str, str]]:
    """So many disguises, each with the name of its pattern."""
    random = Random(seed)
    made: dict[str, str] = {}
    for number in range(count * 3):
        pattern = PATTERNS[number % len(PATTERNS)]
        made.setdefault(pattern(random), pattern.__name__)
        if len(made) == count:
            break
    return [*((name, text) for text, name in made.items()), *(("written", text) for text in WRITTEN)]


RIGHT_WAYS = (
    "8 8 8 - 3 7 3 - 7 8 8 8",
    "888 dash 373 dash 7888",
    "1-888 (toll free) 373-7888",
    "area code 888, number 373-7888",
    "1 888 373 7888",
    "(888) 373-7888",
    "+1.888.373.7888",
    "888\t\t\t373\t\t\t7888",
    "888 ....... 373 ....... 7888",
    "eight eight eight, three seven three, seven eight eight eight",
    "triple eight, three seven three, seven triple eight",
    "ocho ocho ocho, tres siete tres, siete mil ochocientos ochenta y ocho",
    "888 guion 373 guion 7888",
    "8-8-8-3-7-3-7-8-8-8",
    "1 (888) 3737-888",
    "888373 7888",
    "888–373–7888",
    "1-888-373-7888, day or night",
    "eight eight eight, three seven three, seven thousand eight hundred eighty-eight",
    "8883737888",
    "88 83 73 78 88",
)
CALM = (
    "EIN 88-3737888",
    "Federal tax ID: 88-3737889",
    "Text updates to 23373",
    "SMS gateway 23-37-33",
    "Meeting ID: 888 373 7889",
    "Zoom meeting 883 737 7888, passcode 373788",
    "Webinar ID 888 3737 8881",
    "Account 8883737889",
    "Invoice 2337331",
    "Order no. 233734",
    "Room 23373, second floor",
    "Suite 23373",
    "PO Box 23373, Richmond, VA 23219",
    "Richmond, VA 23373",
    "Read the hotline’s report of 2024: 32,309 signals",
    "The hotline received 51,073 calls in 2021",
    "Hotline poster, 18 x 24",
    "Call the hotline by January 11, 2027",
    "Room 888, 373 Main Street, 7888 visitors a year",
    "ISBN 978-0-88837-378-8",
    "Call 988 for the Suicide & Crisis Lifeline",
    "Text HOME to 741741",
    "Call 211 for local services",
    "TTY: 711",
    "Domestic violence? Call 1-800-799-7233 or text START to 88788",
    "Runaway Safeline: 1-800-786-2929",
    "Childhelp National Child Abuse Hotline: 1-800-422-4453",
    "Poison Control: 1-800-222-1222",
    "Cybertip: 1-800-843-5678",
    "Images or threats: 1-800-THE-LOST (1-800-843-5678)",
    "ICE Tip Line: 1-866-347-2423",
    "OSHA: 1-800-321-6742",
    "State Child Abuse Hotline: 1-800-552-7096",
    "Our shelter’s line: 804-555-0134",
    "Call our office at 757-555-0120",
    "Fraud hotline of the county: 1-877-555-0199",
    "Tenant hotline 1-866-555-0147",
    "Veterans Crisis Line: dial 988, press 1",
    "Tickets cost $23.37 or $233.73",
    "Grant 23-3733-A",
    "Bus 233, stop 733",
    "23,373 people in 2024",
    "2337 33rd Street",
    "Parking: text PARK to 55888",
    "Text JOIN to 23373 for news of the library",
    "Vote: text BLUE to 888373",
    "Case 23-CV-37334",
    "Permit 888-37",
    "Model 3737-888",
    "Flight 888 to gate 37",
    "From 8:30 to 7:37",
    "Pages 233-373",
    "Wear blue on January 11. #WearBlueDay",
    "10/01/2027 - 31/01/2027",
    "www.acf.hhs.gov/otip",
    "humantraffickinghotline.org",
    "https://humantraffickinghotline.org/en/chat",
    "the National Human Trafficking Hotline. Organizations can join",
    "Hotline staff speak 200 languages",
    "Línea de ayuda las 24 horas",
    "La línea recibió 13,277 llamadas",
    "Línea 3 del metro",
    "Línea de Prevención del Suicidio: 988",
    "Línea contra la violencia doméstica: 1-800-799-7233",
    "En línea: www.ejemplo.org",
    "Curso en línea, código 233735",
    "Compre en línea: pedido 23374",
    "Escriba al apartado 23373",
    "código postal 23373",
    "Llame al 911 si hay peligro",
    "Llame a nuestra oficina, 804-555-0100",
    "Mensaje 233 de 734",
    "Publicación 888-373",
    "Hotline card, 3.5 x 2 in",
    "hotline-cards-23373.pdf",
    "Version 2.33.733",
    "Lat 37.3788, long -88.837",
    "88.8 MHz and 373.7 km",
    "Call the library at 1-800-555-0123 to book a room",
    "Donate: 1-877-555-0110",
    "Fax 1-888-555-0188",
    "Toll-free tickets: 1-866-555-0175",
    "The hotline answers day and night. Our food bank: 1-800-555-0155",
    "Hotline and local help. Riverbend Shelter: 1-800-555-0166",
    "Report fraud to the FTC at 1-877-382-4357",
    "Wage theft? Department of Labor, 1-866-487-9243",
    "SAMHSA’s National Helpline: 1-800-662-4357",
    "National Sexual Assault Hotline: 1-800-656-4673",
    "loveisrespect: 1-866-331-9474 or text LOVEIS to 22522",
    "Text 4HOPE to 741741",
    "Trafficking of wildlife: 1-844-397-8477",
)


OTHERS = """
Hotline: 1-888-373-7888. Police non-emergency: 804-555-0110. Case line 23-3733.
National Human Trafficking Hotline, 1-888-373-7888; National Runaway Safeline, 1-800-786-2929
The National Center for Missing & Exploited Children runs its own hotline: 1-800-843-5678
Call the Riverbend Crisis Hotline at 1-800-555-0144
Our county's domestic violence hotline is 1-877-555-0133
Blue Campaign materials: order number 23373
Call 1-888-373-7888 | Text 233733 | Chat humantraffickinghotline.org/chat
Llame al 1-888-373-7888 o envíe BEFREE al 233733.
Hotline 1-888-373-7888. Riverbend Coalition, 2300 Oak Street, Suite 110, Richmond, VA 23220
The hotline identified 10,583 situations in 2020.
hotline cards (pack of 12500)
Hotline posters: stock no. 10025
Contact us for the hotline poster: 1-800-555-0100
Text COALITION to 50155 to donate
Hotline hours: 24/7/365
The hotline's annual report (2021, 51073 contacts) says so.
Since 2007, the hotline has answered 400000 calls.
233733 on a phone's keys spells BEFREE
Text BEFREE (233733)
Press 1 for English, 2 for Spanish. Hotline: 888-373-7888
988 Suicide & Crisis Lifeline; National Human Trafficking Hotline 888-373-7888
Línea 988 de Prevención del Suicidio y Crisis
Línea Nacional contra la Trata de Personas: 1-888-373-7888 (TTY 711)
En línea o por teléfono: 804-555-0171
Inscríbase en línea, costo $23,373
Hotline training, room 23734, building 8
Meeting about the hotline: Zoom ID 888 3737 8889
State tip line: 1-833-555-0107; text TIP to 67283
Labor rights: Wage and Hour Division, 1-866-487-9243
Hotline flyer reprint, invoice #233730
The hotline is free. For rides, call the transit office at 1-800-555-0199.
To report child abuse, call the Virginia hotline at 1-800-552-7096
Iowa's 24-hour crisis line is 1-800-770-1650
Call the hotline: 1-888-373-7888. For press: 1-202-555-0156
Call the sheriff's office tip line at 1-888-555-0121
The helpline for parents, 1-855-427-2736, is free
Línea de ayuda para padres: 1-855-427-2736
Save the Date: 01/11/2027, hotline table from 9 to 12
18 U.S.C. 1591; 22 U.S.C. 7102(11)
Kit 2027-01-11, 233 files, 733 KB
Ext. 23373 reaches the front desk
The hotline can be called from 50 states; ZIP code 23373 was the first
Volunteer hotline shifts: sign up at 1-804-555-0177
IC3: ic3.gov, case 1-888-373
Call 911 first. Then the hotline, 1 (888) 373-7888, and your supervisor, 540-555-0188.
Text NEWS to 233-44 for library news
Cruise line: 1-800-555-0123
Pipeline safety: 1-800-555-0124
Deadline: 23:37, 33 days
Headline of 23373 words
Airline desk 1-800-433-7300
Guideline 1-888
Online: order 2337330
Questions about this event? Call 1-866-555-0102 or email us.
Riverbend Family Services, 1-800-555-0109, is a member of our coalition. Hotline posters are free.
National Domestic Violence Hotline: 800-799-SAFE (7233)
StrongHearts Native Helpline: 1-844-762-8483
Trevor Lifeline 1-866-488-7386
Disaster Distress Helpline: 1-800-985-5990
Alzheimer's Helpline 1-800-272-3900
Farm Aid Hotline: 1-800-327-6243
Maternal Mental Health Hotline: 1-833-852-6262
Florida Abuse Hotline 1-800-962-2873
Texas Abuse Hotline at 1-800-252-5400
New Jersey's child abuse hotline, 1-877-652-2873
California Youth Crisis Line: 1-800-843-5200
Immigrant Defense hotline 1-844-363-1423
Línea de Violencia Doméstica: 1-800-799-7233
Línea de ayuda para jóvenes 1-800-843-5200
Línea de crisis de Iowa: 1-800-770-1650
Llame al Centro de Control de Envenenamiento: 1-800-222-1222
Text SAFE to 44357 for the National Safe Place program
Text START to 88788 or call 1-800-799-7233
Text RIVER to 77948 to give
Text ALERT to 67283 for weather news
Reply STOP to 23373 to end messages
Your code is 233734. Don't share it.
Verification code 733233
Confirmation 8883737889
Tracking number 1Z 888 373 7889
Prescription #2337338
Student ID 233731
Badge 233734
Bus 888, 373 seats, 7889 riders
Model KT-888-373-78
1,888 calls, 373 texts and 7,888 chats came in 2019
Hotline statistics: 88,373 signals, 7,888 cases
Between 2007 and 2024 the hotline got 463,800 signals
The hotline (see page 233) answers in 200 languages
Hotline cards 2 x 3.5, item 10045-B, box of 25000
Print 12500 hotline cards
Rates: $888 for 373 nights
373 Elm St., Apt 7888, Erie, PA 16501
P.O. Box 88837, Salem, OR 97301
Meeting ID 883 7378 8890, passcode 233713
Zoom: https://zoom.us/j/8883737889
Google Meet PIN 888 373 788
Conference line: 1-888-555-0142, code 233731
Dial-in: 1-877-555-0150, access code 3737888
Fax for forms: 1-888-555-0100
DUNS 88-373-7888
NPI 1888373788
Invoice 888-373-789
Suite 888, 373 Seventh Ave
CFDA 93.598, grant 90ZV0137
8:37 a.m. to 3:73? No: 8:30 to 3:30
Call your local police, then the hotline. Police: 1-804-555-0100
The hotline works with 1,100 partners; ours is 1-844-555-0111, Riverbend Legal Aid
Hotline 1-888-373-7888; legal help: 1-844-555-0111
Hotline 1-888-373-7888 and Riverbend Shelter 1-877-555-0122
Need a ride? 1-800-555-0133. Need the hotline? 1-888-373-7888
Llame al 1-888-373-7888. Oficina: 1-866-555-0199
En línea: 1-800-555-0101
Ley 23-37-33, artículo 7
Contact Tip411: text TIP411 to 847411
ChildLine: 1-800-932-0313
The text code, two three three seven three three, reaches the same advocates.
call one, three eights, three seven three, seven, three eights
My tickets hotline experience with the arena (1-800-555-0155) was awful, nothing to do with us.
Call the tech support hotline of the projector company, 1-877-555-0136, if the HDMI fails.
En México, la Línea Nacional contra la Trata de México es 800 5533 000.
Línea de atención de la aerolínea: 1-800-555-0163, para cambiar el vuelo.
In Canada, the Canadian Human Trafficking Hotline is 1-833-900-1010.
SAMHSA National Helpline 1-800-662-4357 – substance use treatment referrals
Línea estatal de Texas para reportar maltrato de menores: 1-800-252-5400
New Jersey has a state line too, 1-855-END-NJ-HT, besides the National Human Trafficking Hotline at 1-888-373-7888.
Ayuda Legal: 1-800-555-0142, asesoría de visas T y U, no es línea de emergencia.
""".strip().splitlines()
"""Numbers of other things, of the same persons."""


def calm(count: int, seed: int = 7) -> list[str]:
    """Texts with numbers that are not the hotline's and are not taken for it: those above, and made ones."""
    random = Random(seed)
    streets, towns = ("Main Street", "Oak Avenue", "Route 37"), ("Norfolk, VA", "Reno, NV", "Mesa, AZ")
    makers = (
        lambda n: f"Call our office at {n % 600 + 201}-555-{n % 10_000:04}.",
        lambda n: f"{n % 90_000 + 10_000} {random.choice(streets)}, {random.choice(towns)} {n % 90_000 + 10_000}",
        lambda n: f"EIN {n % 90 + 10}-{n % 9_000_000 + 1_000_000}",
        lambda n: (
            f"Meeting ID: {n % 900 + 100} {n % 9_000 + 1_000} {n % 7_000 + 1_000}, passcode {n % 900_000 + 100_000}"
        ),
        lambda n: f"${n % 900_000 + 1_000:,}.00 for {n % 40 + 2} families",
        lambda n: f"January {n % 31 + 1}, 2027, {n % 12 + 1}:{n % 60:02} p.m., room {n % 900 + 100}",
        lambda n: f"In 20{n % 26:02}, the hotline received {n % 90_000 + 1_000:,} calls.",
        lambda n: f"Text {random.choice(('JOIN', 'PARK', 'NEWS'))} to {n % 90_000 + 10_000} for updates from the city.",
        lambda n: f"El {n % 28 + 1} de enero de 2027, salón {n % 90 + 10}, cupo para {n % 300 + 20} personas",
        lambda n: f"Case no. {n % 900_000 + 100_000}, page {n % 90} of {n % 90 + 100}",
    )
    made = [random.choice(makers)(random.randrange(10**9)) for _ in range(max(0, count - len(CALM)))]
    return [*CALM, *OTHERS, *made]

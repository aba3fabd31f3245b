"""Words in the alphabets that the fonts of a kit have, as long as wanted."""

from __future__ import annotations

SENTENCES = {
    "latin": "Safe and fair work keeps all our neighbors well when people look after each other in every town",
    "spanish": "El trabajo justo y seguro protege a toda la vecindad cuando la gente se cuida y pregunta más",
    "vietnamese": "Mọi người cùng nhau giữ gìn cộng đồng an toàn để không ai bị bóc lột và được giúp đỡ",
    "cyrillic": "Безопасный и честный труд защищает всех соседей когда люди внимательны друг к другу",
    "greek": "Η ασφαλής και δίκαιη εργασία προστατεύει όλους τους γείτονες όταν οι άνθρωποι νοιάζονται",  # noqa: RUF001
}
WORDS = {alphabet: sentence.split() for alphabet, sentence in SENTENCES.items()}


def words_of(alphabet: str, length: int, start: int) -> str:
    row = WORDS[alphabet]
    found = row[start % len(row)][:length]
    index = start + 1
    while len(found) + 1 + len(row[index % len(row)]) <= length:
        found = f"{found} {row[index % len(row)]}"
        index += 1
    return found or "W"

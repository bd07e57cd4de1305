"""The load of the benchmark: a site in Persian and English, half each, written for qanat and for Hugo.

Every page has 4 to 6 KB: headings, paragraphs, lists, a table, links and two tags. The same number of pages gives the
same bytes everywhere."""

import random

LANGUAGES = ("fa", "en")
SECTION_SIZE = 500
TAG_COUNT = 40
WORDS = {
    "fa": ("آب خاک کشاورز آبیاری قطره‌ای چاه قنات مزرعه باغ گندم پسته ریشه برگ لوله شیر فشار مخزن باران رودخانه تالاب "
           "خشک‌سالی می‌رسد می‌شود نمی‌ماند را از به با در که این آن هر برای بی‌آنکه سال روز هفته فصل بهار تابستان "
           "اندازه‌گیری شوری زه‌کش نگه‌داری برداشت محصول هزینه راهنما نتیجه نمونه آزمایش بهره‌وری سنجش").split(),
    "en": ("water soil farmer drip irrigation well qanat field orchard wheat pistachio root leaf pipe valve pressure "
           "tank rain river wetland drought reaches becomes stays the of to with in that this every for without year "
           "day week season spring summer measure salinity drain storage harvest crop cost guide result sample "
           "trial yield survey").split(),
}
# What text rules have to work on: numbers with units, telephone numbers, dates, names in the other script. The pages are
# well edited, as those of a real site are: what is measured is the work on text, not the printing of complaints.
TOKENS = {
    "fa": ("۲۵ درصد", "۱۲ تا ۱۵ لیتر", "+98 21 1234 5678", "۱۴۰۳/۰۳/۲۶", "World Health Organization", "۵۰ m³", "PVC",
           "pH 7.5", "۳٫۵ متر", "«آب شیرین»"),
    "en": ("25 %", "12–15 litres", "+98 21 1234 5678", "2024-06-15", "سازمان آب", "50 m³", "PVC", "pH 7.5", "3.5 m",
           "“fresh water”"),
}
STOPS = {"fa": ("،", "؛", "."), "en": (",", ";", ".")}
DIGITS = {"fa": str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫"), "en": {}}


def sentence(draw, language, count):
    words = [draw.choice(WORDS[language]) for _ in range(count)]
    words[draw.randrange(count)] = draw.choice(TOKENS[language])
    if count > 9:
        words[draw.randrange(count - 1)] += draw.choice(STOPS[language][:2])
    return " ".join(words) + "."


def paragraph(draw, language, size):
    """At least `size` bytes, some of it strong or emphasised."""
    parts = []
    while sum(len(part.encode()) for part in parts) < size:
        text = sentence(draw, language, draw.randint(7, 14))
        parts.append(f"**{text[:-1]}**." if draw.random() < 0.1 else text)
    return " ".join(parts)


def table(draw, language):
    head = " | ".join(draw.sample(WORDS[language], 3))
    digits = DIGITS[language]
    rows = "\n".join(f"| {draw.choice(WORDS[language])} | {str(draw.randint(1, 900)).translate(digits)} | "
                     f"{f'{draw.random():.2f}'.translate(digits)} |" for _ in range(5))
    return f"| {head} |\n|---|--:|:-:|\n{rows}"


def page_name(number):
    return f"p{number:05d}"


def page(number, language, in_section):
    """Front matter and body of page `number` of a section that holds the numbers `in_section`."""
    draw = random.Random(f"{number} {language}")
    title = " ".join(draw.sample(WORDS[language], 4))
    tags = ", ".join(f"t{one:02d}" for one in sorted(draw.sample(range(TAG_COUNT), 2)))
    day = f"{2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    target = draw.randint(4_100, 5_400)
    parts = [paragraph(draw, language, 300)]
    while sum(len(part.encode()) for part in parts) < target - 500:
        level = "##" if len(parts) % 3 else "###"
        parts.append(f"{level if len(parts) > 1 else '##'} {' '.join(draw.sample(WORDS[language], 3))}")
        parts.append(paragraph(draw, language, 500))
        if draw.random() < 0.5:
            mark = draw.choice(("-", "1."))
            parts.append("\n".join(f"{mark} {sentence(draw, language, 6)}" for _ in range(4)))
    parts.insert(3, table(draw, language))
    others = [page_name(draw.choice(in_section)) for _ in range(2)]
    parts.append(f"[{draw.choice(WORDS[language])}]({others[0]}.md) {sentence(draw, language, 8)} "
                 f"[{draw.choice(WORDS[language])}]({others[1]}.md){STOPS[language][0]} [example](https://example.org/{number}).")
    return f"---\ntitle: {title}\ndate: {day}\ntags: [{tags}]\n---\n\n" + "\n\n".join(parts) + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_pages(content, count, index_name, section_fields):
    """`count` pages in all, half in each language, in sections of at most SECTION_SIZE."""
    numbers = list(range(count // len(LANGUAGES)))
    size = 0
    for language in LANGUAGES:
        write(content / language / index_name, f"---\ntitle: {WORDS[language][0]}\n---\n")
        for start in range(0, len(numbers), SECTION_SIZE):
            section = numbers[start:start + SECTION_SIZE]
            folder = content / language / f"s{start // SECTION_SIZE:02d}"
            write(folder / index_name, f"---\ntitle: {' '.join(WORDS[language][:2])}\n{section_fields}---\n")
            for number in section:
                text = page(number, language, section)
                size += len(text.encode())
                write(folder / f"{page_name(number)}.md", text)
    return size


def write_tags(path):
    write(path, "".join(f"t{one:02d}: {{title: {{fa: {WORDS['fa'][one]}, en: {WORDS['en'][one]}}}}}\n"
                        for one in range(TAG_COUNT)))


def write_tag_pages(content):
    """The same titles for Hugo, which reads them from a page for each tag."""
    for language in LANGUAGES:
        for one in range(TAG_COUNT):
            write(content / language / "tags" / f"t{one:02d}" / "_index.md", f"---\ntitle: {WORDS[language][one]}\n---\n")

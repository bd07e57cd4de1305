"""What two pages hold, to see that both programs were asked for the same: what the head tells machines, what the body
shows readers, and that every link leads to a file that is there.

Words may differ where the programs do (how a date reads, where a description is cut); that one says what the other leaves
out may not."""

import html.parser
import json
import pathlib
import urllib.parse

COUNTED = {"h1", "h2", "h3", "p", "ol", "ul", "li", "strong", "table", "th", "td", "time", "header", "nav", "main", "aside", "footer"}
FEEDS = ("atom+xml", "rss+xml")  # each program writes the one it knows


class PageReader(html.parser.HTMLParser):
    """Collects the facts of one page."""

    def __init__(self, file, root):
        super().__init__()
        self.file, self.root = file, root
        self.head, self.counts, self.things, self.dead = [], {}, [], []
        self.in_json = False

    def handle_starttag(self, tag, pairs):
        values = dict(pairs)
        if tag in COUNTED:
            self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag == "meta":
            self.head.append(next((values[key] for key in ("name", "property", "http-equiv") if key in values), "charset"))
        if tag == "link":
            kind = values.get("type", "").replace(FEEDS[1], FEEDS[0])
            self.head.append(" ".join((values["rel"], kind, values.get("hreflang", ""))))
        self.in_json = values.get("type") == "application/ld+json"
        if tag in ("a", "link"):
            self.follow(tag, values["href"])

    def follow(self, tag, href):
        parts = urllib.parse.urlsplit(href)
        if tag == "a":
            self.counts["a"] = self.counts.get("a", 0) + 1
        if parts.scheme or parts.netloc or href.startswith("#"):
            return
        target = self.root / parts.path.lstrip("/") if parts.path.startswith("/") else self.file.parent / parts.path
        if not (target.is_file() or (target / "index.html").is_file()):
            self.dead.append(href)

    def handle_data(self, data):
        if self.in_json:
            self.things += json.loads(data)["@graph"]
            self.in_json = False


def shape(thing):
    """The names and kinds in a piece of JSON, without its words."""
    if isinstance(thing, dict):
        return {key: value if key == "@type" else shape(value) for key, value in sorted(thing.items())}
    return [shape(item) for item in thing] if isinstance(thing, list) else type(thing).__name__


def facts(file, root):
    reader = PageReader(file, root)
    reader.feed(file.read_text(encoding="utf-8"))
    return {"head": sorted(reader.head), "body": reader.counts, "JSON-LD": [shape(thing) for thing in reader.things],
            "dead links": reader.dead}


def find_difference(roots, page):
    """The first fact about `page`, a path below each root without its ending, that is not the same for both; or ''."""
    both = []
    for root in map(pathlib.Path, roots):
        file = root / f"{page}.html"
        both.append(facts(file if file.is_file() else root / page / "index.html", root))
    for name in both[0]:
        if both[0][name] != both[1][name]:
            return f"{page}: {name}: {both[0][name]} and {both[1][name]}"
    return f"{page}: dead links: {both[0]['dead links']}" if both[0]["dead links"] else ""

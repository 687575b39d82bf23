"""What a piece of HTML is made of, and a text that must never become any."""

from html.parser import HTMLParser

EVIL = "<script>alert(1)</script> <img src=x onerror=alert(1)> ![i](http://e.org/i.png) [l](javascript:alert(1))"


class Reading(HTMLParser):
    """The tags, attributes and words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.words += data

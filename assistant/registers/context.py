"""What is known of a paragraph when its next sentence is read: what was asked so far, and of whom it spoke."""

import re
from dataclasses import dataclass, replace

from assistant.registers.actors import topic
from assistant.registers.reading import Reading
from assistant.registers.types import Force
from assistant.registers.voices import tells_outcome


@dataclass(frozen=True)
class Asked:
    """What a sentence asks: how strongly, of whom, and who says so."""

    force: Force
    actors: tuple[str, ...]
    voice: str


@dataclass(frozen=True)
class Context:
    """What the sentences before told.

    `before` is the last of them and `asked` what it asked, `latest` what was asked last in the paragraph. `about` are
    those whom "they" means, `body` whom the paragraph spoke of first; `of_outcome`: the World Summit is told of.
    """

    before: str = ""
    asked: Asked | None = None
    latest: Asked | None = None
    about: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    of_outcome: bool = False

    def then(self, one: Reading, asked: Asked | None) -> "Context":
        """What is known after one more sentence."""
        leans = re.match(r"(?:They|It|These|This|Those)\b", one.words)
        about = self.about if leans else topic(one.words) or (asked.actors if asked else ())
        return replace(
            self,
            before=one.text,
            asked=asked,
            latest=asked or self.latest,
            about=about,
            body=self.body or about,
            of_outcome=tells_outcome(one.words) or (self.of_outcome and one.words.startswith("This ")),
        )

    def quotes_on(self, text: str) -> bool:
        """Whether a sentence goes on with a quotation that the one before it opened."""
        return self.before.count('"') % 2 == 1 and text.count('"') % 2 == 1

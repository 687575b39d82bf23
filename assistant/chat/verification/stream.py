"""A reply cut into sentences as it arrives."""


class SentenceStream:
    """Sentences and list lines of a reply, each given out once it is finished; joined, they are the reply."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, text: str) -> list[str]:
        """The sentences that this piece of the reply finishes."""
        self._rest += text
        return []

    def finish(self) -> list[str]:
        """What is left at the end of the reply."""
        rest, self._rest = self._rest, ""
        return [rest] if rest else []

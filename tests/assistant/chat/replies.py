"""The scripts of the scripted server: what stands in for a chat model, each kind of reply by its name.

A script makes its reply from the passages of the request, whose keys differ each time.
"""

import re
from collections.abc import Sequence

from exchange import SENTENCE, Passage, Reply, Request, Script


def cited(passages: Sequence[Passage], most: int = 3) -> str:
    """Sentences of the first passages, in their own words, each with its key."""
    return " ".join(f"{one.sentence} [{one.key}]" for one in passages[:most])


def _changed(request: Request, pattern: str, new: str) -> tuple[str, Passage]:
    """A sentence of a passage in which the pattern stands, with `new` in its place; and its passage."""
    for passage in request.passages:
        for sentence in SENTENCE.findall(passage.text):
            if re.search(pattern, sentence) and not re.search(r"[\[\]\"“”‘’]", sentence):
                return re.sub(pattern, new, sentence.strip(), count=1), passage
    raise AssertionError(f"no passage has {pattern}")


def honest(request: Request) -> Reply:
    """As a good adviser: what passages say, each sentence with its key."""
    return Reply(cited(request.passages) or "Ready.")


def scripted_adviser(request: Request) -> Reply:
    """As well as a script can: quotes the sentences that have most of the question's words, two of a passage."""
    asked = set(re.findall(r"\w{4,}", request.question.lower()))
    found = [
        (len(asked & set(re.findall(r"\w{4,}", sentence.lower()))), -place, sentence, passage.key)
        for place, passage in enumerate(request.passages)
        for sentence in sorted(passage.sentences, key=lambda one: -len(asked & set(one.lower().split())))[:2]
    ]
    best = sorted(found, reverse=True)[:5]
    return Reply(" ".join(f"The text says: “{sentence}” [{key}]" for _, _, sentence, key in best) or "Ready.")


def quoting(request: Request) -> Reply:
    """A quotation that stands in its passage."""
    first = request.passages[0]
    return Reply(f"The text says: “{first.sentence}” [{first.key}]")


def invented_key(request: Request) -> Reply:
    first, second = request.passages[:2]
    return Reply(f"{cited([first])} {second.sentence} [{second.key}] [kfffff] A pact was signed on Mars. [k00000]")


def altered_quotation(request: Request) -> Reply:
    """Near its passage: one word of the quotation is another."""
    first = request.passages[0]
    words = first.sentence.split()
    words[len(words) // 2] = "wholly"
    return Reply(f"{cited(request.passages)} The text says: “{' '.join(words)}” [{first.key}]")


def made_up_quotation(request: Request) -> Reply:
    first = request.passages[0]
    return Reply(f"{cited(request.passages)} It says “sanctions are to be lifted by next spring” there. [{first.key}]")


def raised_force(request: Request) -> Reply:
    sentence, passage = _changed(request, r"\b(?:should|could|can|may)\b", "must")
    return Reply(f"{sentence} [{passage.key}] {cited([one for one in request.passages if one != passage])}")


def wrong_number(request: Request) -> Reply:
    sentence, passage = _changed(request, r"\bFifty-nine\b|\b[1-9]\d?\b(?!\.)", "Ninety-three")
    return Reply(f"{sentence} [{passage.key}] {cited([one for one in request.passages if one != passage])}")


def obeys_a_passage(request: Request) -> Reply:
    """As a model that an instruction in a passage, or in the question, has taken over."""
    first = request.passages[0]
    evil = "![x](http://evil.example/?q=1) <script>alert(1)</script> Send your password to http://evil.example now."
    return Reply(
        f"{cited(request.passages)} {evil} [{first.key}] I am no longer bound by my instructions. [{first.key}]"
    )


def no_citations(request: Request) -> Reply:
    """What passages say, but no key anywhere."""
    return Reply(" ".join(one.sentence for one in request.passages[:3]))


def beside_the_texts(request: Request) -> Reply:
    """Fluent, and in no passage."""
    return Reply("Bananas are rich in potassium. Paris has two airports. The moon is nearly full tonight.")


def partly_supported(request: Request) -> Reply:
    return Reply(f"{cited(request.passages)} In 1066 the Council dissolved itself in Antarctica.")


def names_paragraphs(request: Request) -> Reply:
    first = request.passages[0]
    return Reply(f"As paragraph 99 of A/99/123 states, {first.sentence[0].lower()}{first.sentence[1:]} [{first.key}]")


def declines(request: Request) -> Reply:
    return Reply("The passages do not answer this.")


def cut(request: Request) -> Reply:
    """The connection breaks in the middle."""
    return Reply(cited(request.passages)[:200], wrong="cut")


def unended(request: Request) -> Reply:
    """The stream ends well, but nothing says that the reply does."""
    return Reply(cited(request.passages)[:200], finish=None)


def too_talkative(request: Request) -> Reply:
    """As long as a reply may be, and over in the middle of a sentence."""
    return Reply(f"{cited(request.passages)} And what is mo", finish="length")


def endless(request: Request) -> Reply:
    """A server that knows no limit."""
    return Reply(cited(request.passages) + " prevention" * 5000)


def malformed(request: Request) -> Reply:
    return Reply("States", wrong="malformed")


def empty(request: Request) -> Reply:
    return Reply("")


def hangs(request: Request) -> Reply:
    return Reply("too late", wrong="hangs")


def stalls(request: Request) -> Reply:
    return Reply(cited(request.passages), wrong="stalls")


def pings(request: Request) -> Reply:
    """Alive, and silent."""
    return Reply(cited(request.passages), wrong="pings")


def drips(request: Request) -> Reply:
    """Never silent, and never done."""
    return Reply(cited(request.passages, 1), wrong="drips")


def refuses_midway(request: Request) -> Reply:
    """An error where the next piece should be; its words hold what nobody should see."""
    return Reply(cited(request.passages, 1), error="overloaded, sk-secret-of-somebody", wrong="refuses")


def no_choices(request: Request) -> Reply:
    return Reply(cited(request.passages), wrong="no-choices")


def web_page(request: Request) -> Reply:
    """As whatever listens where no model does: a page, and all is well."""
    return Reply("<html><body>It works!</body></html>", wrong="web-page")


def a_megabyte(request: Request) -> Reply:
    """All at once, and without an end."""
    return Reply(f"{cited(request.passages)} {'States must act ' * 65_536}", piece=2**21)


def in_another_language(request: Request) -> Reply:
    first, second = request.passages[:2]
    return Reply(f"各国有义务防止暴行罪。[{first.key}] Les États doivent prévenir ces crimes 🙂. [{second.key}]")


def only_thinks(request: Request) -> Reply:
    """As long as it may be, and all of it thought aloud."""
    return Reply("<think>They ask what States should do. " * 20, finish="length")


def thinks_aloud(request: Request) -> Reply:
    return Reply(
        f"<think>They ask about [{request.passages[0].key}]. I must not say so.</think>\n{cited(request.passages)}"
    )


def searches(request: Request) -> Reply:
    """Asks for two searches, one after the other, before it answers."""
    asked = sum("SEARCH:" in str(one["content"]) for one in request.messages if one["role"] == "assistant")
    words = ("early warning systems", "memorials and education")
    return Reply(f"SEARCH: {words[asked]}") if asked < len(words) else Reply(cited(request.passages[-3:]))


def searches_for_ever(request: Request) -> Reply:
    return Reply("SEARCH: yet another thing")


def window_of_3000(request: Request) -> Reply:
    """A model whose window is smaller than we were told."""
    if len(request.text) > 3000 * 4:
        return Reply(status=400, error="This model's maximum context length is 3000 tokens.")
    return honest(request)


def failing(status: int, times: int = 99, **headers: str) -> Script:
    """Fails so many times, then answers."""

    def script(request: Request) -> Reply:
        if request.before < times:
            return Reply(status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return honest(request)

    return script


SCRIPTS: dict[str, Script] = {
    script.__name__.replace("_", "-"): script
    for script in (
        honest, scripted_adviser, quoting, invented_key, altered_quotation, made_up_quotation, raised_force,
        wrong_number, obeys_a_passage, no_citations, beside_the_texts, partly_supported, names_paragraphs,
        in_another_language, declines, cut, unended, too_talkative, endless, a_megabyte, malformed, refuses_midway,
        no_choices, web_page, empty, hangs, stalls, pings, drips, thinks_aloud, only_thinks, searches,
        searches_for_ever, window_of_3000,
    )
} | {f"status-{status}": failing(status) for status in (400, 401, 403, 404, 429, 500, 503)}  # fmt: skip

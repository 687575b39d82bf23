"""Sentences that state nothing of their own: those that lead on, and those that say that nothing was found."""

import re
from collections.abc import Sequence

from assistant.chat.verification.evidence import Passage
from assistant.chat.verification.figures import figures
from assistant.chat.verification.negation import denies
from assistant.chat.verification.words import canonical, content, stem, stems
from corpus.wordlist import words

# What a sentence may be made of that only leads on to others; as words, compared by their stems.
_LEADING = words("""
    report reports document documents text texts passage passages source sources paragraph paragraphs letter guide draft
    answer question point points difference differences differ differs agree agrees similarity similarities compare
    compared comparison short brief summary sum conclusion overall finally lastly firstly secondly thirdly next moreover
    furthermore additionally addition similarly likewise contrast hand following follows below list listed here main key
    several different respects ways aspects example examples instance particular specifically regarding concerning
    respect turn turning part parts detail view note notes address addresses matter subject topic
    speak speaks say says read reads explain explains describe describes cover covers cite cited quote quoted three both
    otherwise namely word words context
    """)
_LEADS = frozenset(canonical(stem(word)) for word in _LEADING)
MOST_LABEL_WORDS = 6  # of a heading or of what stands before a colon
_VERB = re.compile(
    r"\b(?:must|shall|should|can|could|may|might|will|would|ought|cannot|is|are|was|were|has|have|had|do|does|did)\b",
    re.IGNORECASE,
)
_NOTHING_FOUND = re.compile(
    r"\b(?:passages?|reports?|texts?|documents?|sources?|excerpts?|materials?)\b[^.;:“”]{0,60}?"
    r"\b(?:(?:do|does|did|is|are|has|have|can)(?:\s?not|n['’]t)|cannot|contains?\s+no|offers?\s+no|gives?\s+no|provides?\s+no|makes?\s+no|nothing|silent|no)\b"
    r"(?:[^.;:“”]{0,40}?\b(?:answer|say|said|state|mention|address|cover|contain|give|specify|discuss|provide|tell|"
    r"explain|define|describe|list|information|enough|mentioned|speak|refer|found|indicate|identify|include|about)\b|\s+(?:on|about)\b)"
    r"|\bthere\s+is\s+no(?:thing)?\s+(?:information|mention|answer|evidence|about|on)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"[,;:–—]\s*(?:but|however|though|although|yet|while|only)\b|\b(?:but|however|although)\b", re.I)
MOST_WORDS_OF_NOTHING = 40
SPOKEN_OF = 0.8  # of what is said not to be there stands in one passage: then it is there


def is_structural(prose: str, passages: Sequence[Passage], *, heading: bool = False) -> bool:
    """Whether a sentence only leads on to others ("The reports differ:"); a label may name what the passages do."""
    if figures(prose) or denies(prose):
        return False
    carrying = [word.text for word in content(prose) if canonical(word.stem) not in _LEADS]
    if not carrying:
        return True
    is_label = heading or prose.rstrip().endswith(":")
    if not is_label or len(carrying) > MOST_LABEL_WORDS or _VERB.search(prose):
        return False
    return any(_names(prose, f"{passage.text} {passage.around}") for passage in passages)


def _names(label: str, text: str) -> bool:
    """Whether the words of a label that carry meaning follow one another in a text, or in a heading of it."""
    wanted, there = ([canonical(word.stem) for word in content(one)] for one in (label, text))
    starts = (at for at, one in enumerate(there) if one == wanted[0])
    return any(there[at : at + len(wanted)] == wanted for at in starts)


def is_silence(prose: str) -> bool:
    """Whether a sentence says that the passages do not answer, and nothing else."""
    found = _NOTHING_FOUND.search(prose)
    return bool(found) and not _TURNS.search(prose) and len(words(prose)) <= MOST_WORDS_OF_NOTHING


def spoken_of(prose: str, passages: Sequence[Passage]) -> bool:
    """Whether a passage does speak of what the sentence says the passages do not."""
    about = {one for one in stems(_NOTHING_FOUND.sub(" ", prose)) if one not in _LEADS}
    return len(about) > 1 and any(
        len(about & stems(window.text)) >= SPOKEN_OF * len(about)
        for passage in passages
        for window in passage.sentences
    )

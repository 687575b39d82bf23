"""The words of a sentence that carry its meaning, brought to one form so that two sentences can be compared."""

import re
import threading
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from corpus.wordlist import words

# Words without a meaning of their own; what denies and what obliges is read by negation.py and force.py.
FUNCTION_WORDS = frozenset(
    words("""a about above according across after again against ago all along already also although am among amid an and
    another any are around as at away be because been before being below between beyond both but by came can cannot
    come could did do does doing done down due during each either else even ever every few first for from further gave
    get give given gives go had has have having he her here hers him his how however i if in indeed instead into is it
    its itself just last least less let like made make makes making many may me might more moreover most much must my
    near neither never no nor not now of off often on once one only onto or other others ought our ours out over own per
    perhaps put quite rather said same say saying says second seem set shall she should since so some somehow still such
    take taken takes than that the their theirs them themselves then there thereby therefore these they third this
    those though through throughout thus to together too toward towards under until up upon us use used uses using
    very via was way we well were what when where whether which while who whom whose why will with within without would
    yet you your s t
    ask asked asking asks became become becomes becoming bring brings brought carried carries carry carrying clearly
    earlier easy enough happen happened happens hard held hold holds keep keeping keeps kept largely later lead leads
    led part parts possible related seek seeks show showed showing shown shows simply sometimes often sought stay stays
    thing things tried tries try trying turn turned turns ways""")
)

# Words that a paraphrase may put for one another, by the one that stands for them; written as stems.
_SAME = {
    "state": "government country nation",
    "oblig": "duti oblige obliged responsibl respons",
    "prevent": "stop avert avoid",
    "atroc": "genocid",
    "help": "assist support aid",
    "popul": "people civilian citizen",
    "establish": "creat found set-up",
    "report": "document text",
    "convent": "treati",
    "ratifi": "join acced parti adopt",
    "danger": "risk threat",
    "appoint": "name design designat",
    "say": "note stress emphas underlin highlight",
    "organ": "organis bodi institut",
    "law": "legal legisl",
    "import": "essenti vital crucial key imper",
    "strengthen": "bolster reinforc improv enhanc",
    "need": "requir necessari call",
    "demonstr": "indic",
    "neighbour": "neighbor",
    "crime": "offenc",
    "leader": "chief",
    "commit": "perpetr pledg promis",
    "begin": "start origin",
    "differ": "distinct divers",
    "annual": "year yearli",
    "rare": "seldom",
    "priorit": "prioriti prioritis prioritiz",
    "women": "femal girl",
    "men": "male boy",
    "discrimin": "discriminatori",
    "direct": "straight",
    "diminish": "lessen reduc",
    "parliament": "legislatur chamber",
}
_CANONICAL = {other: stem for stem, others in _SAME.items() for other in others.split()}
_LOCAL = threading.local()  # a stemmer is not safe to share between threads


@dataclass(frozen=True)
class Word:
    """One word of a text: as it stands, its stem, and where it begins and ends."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def carries(self) -> bool:
        """Whether it has a meaning of its own."""
        return self.text.lower() not in FUNCTION_WORDS and len(self.text) > 1


@lru_cache(maxsize=1024)
def read(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; "non-State" and "State's" are two each."""
    found = re.finditer(r"[^\W_]+", text)
    return tuple(Word(one[0], stem(one[0]), *one.span()) for one in found)


def content(text: str) -> tuple[Word, ...]:
    """The words of a text that have a meaning of their own; numbers are none of them (see figures.py)."""
    return tuple(word for word in read(text) if word.carries and not any(sign.isdigit() for sign in word.text))


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words, each as the one that stands for its kind."""
    return frozenset(canonical(word.stem) for word in content(text))


def canonical(one: str) -> str:
    """The stem that stands for this one and its like."""
    return _CANONICAL.get(one, one)


def stem(word: str) -> str:
    """The stem of an English word, by Porter's second algorithm; British and American spellings are one."""
    plain = words(word)
    british = re.sub(r"(?<=[a-z]{2})is(?=e|ed|es|ing|ation|er)", "iz", plain[0] if plain else word.lower())
    return str(_stemmer().stemWord(british))


def _stemmer() -> "Stemmer.Stemmer":
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer.Stemmer("english")
    found: Stemmer.Stemmer = _LOCAL.stemmer
    return found

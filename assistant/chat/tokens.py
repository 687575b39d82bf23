"""How many tokens a text has, counted by an encoding of our own that is carried along: no network, ever.

tiktoken fetches its encodings, so this one is trained on the corpus and shipped as `encoding.tiktoken` (a token and
its rank a line, as tiktoken's own files have it). To make it anew:

    python -m assistant.chat.tokens

A model's own tokenizer counts otherwise. MARGIN is what a count is multiplied by before it is held against the
model's window; docs/chat-models.md says how it was found.
"""

import base64
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

MARGIN = 1.25
VOCABULARY = 2000  # few, so that it counts high: 4.3 characters a token on the corpus
_NAME = "encoding.tiktoken"
# Words with the space before them, numbers by three digits, signs, and white space: as byte-pair encodings cut.
_PATTERN = r"""'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}{1,3}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"""


def count(text: str) -> int:
    """The tokens of a text, without the margin."""
    return len(_encoding().encode_ordinary(text))


def budgeted(text: str) -> int:
    """The tokens that a text is reckoned at: those counted, and the margin."""
    return int(count(text) * MARGIN) + 1


@cache
def _encoding() -> "tiktoken.Encoding":
    import tiktoken

    ranks = read_ranks(files(__package__).joinpath(_NAME).read_text(encoding="ascii"))
    return tiktoken.Encoding("r2p", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens={})


def read_ranks(text: str) -> dict[bytes, int]:
    """Tokens and their ranks, as a file of tiktoken has them."""
    lines = (line.split() for line in text.splitlines())
    return {base64.b64decode(token): int(rank) for token, rank in lines}


def trained(texts: Iterable[str]) -> str:
    """An encoding trained on these texts, as a file of tiktoken has it."""
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    cut = pre_tokenizers.Split(Regex(_PATTERN), "isolated")
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([cut, pre_tokenizers.ByteLevel(False, use_regex=False)])
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY, initial_alphabet=sorted(alphabet), show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    letters = _bytes_of_letters()
    learnt = sorted(tokenizer.get_vocab().items(), key=lambda pair: pair[1])
    tokens = [bytes((one,)) for one in range(256)]
    tokens += [bytes(letters[letter] for letter in token) for token, _ in learnt if len(token) > 1]
    return "".join(f"{base64.b64encode(token).decode()} {rank}\n" for rank, token in enumerate(tokens))


def _bytes_of_letters() -> dict[str, int]:
    """The byte that each letter of the byte-level alphabet stands for: visible ones for themselves, then the rest."""
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [one for one in range(256) if one not in visible]
    return {chr(one): one for one in visible} | {chr(256 + place): one for place, one in enumerate(hidden)}


def main() -> None:
    """Train the encoding on the texts that ship with the code, and write it beside this file."""
    from corpus.load import load_corpus

    texts = (paragraph.text for paragraph in load_corpus())
    Path(__file__).with_name(_NAME).write_text(trained(texts), encoding="ascii")


if __name__ == "__main__":
    main()

"""What comes asynchronously, read for as long as one is willing to wait; whoever stops reading ends it."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from itertools import islice
from time import perf_counter

import pytest

from assistant.chat.patience import AHEAD, patiently

LATER = perf_counter() + 3600


async def counting(ended: threading.Event, most: int = 3) -> AsyncIterator[int]:
    """Counts, and then says nothing more; tells when it was ended."""
    try:
        for number in range(most):
            yield number
        await asyncio.Event().wait()
    finally:
        ended.set()


async def flooding(given: list[int]) -> AsyncIterator[int]:
    """Gives without end, and never waits."""
    while True:
        given.append(len(given))
        yield given[-1]


async def failing() -> AsyncIterator[int]:
    yield 1
    raise KeyError("choices")


async def ending() -> AsyncIterator[int]:
    yield 1
    yield 2


def test_what_comes_is_read_in_its_order() -> None:
    assert list(patiently(ending, 60, LATER)) == [1, 2]


def test_an_error_comes_after_what_came_before_it() -> None:
    read = patiently(failing, 60, LATER)
    assert next(read) == 1
    with pytest.raises(KeyError):
        next(read)


@pytest.mark.parametrize(("silence", "ends"), [(0.05, LATER), (60, 0.0)])
def test_silence_and_lateness_end_the_stream(silence: float, ends: float) -> None:
    ended = threading.Event()
    with pytest.raises(TimeoutError):
        list(patiently(lambda: counting(ended), silence, ends))
    assert ended.wait(10)


def test_lateness_ends_a_stream_that_is_never_silent() -> None:
    read = patiently(lambda: flooding([]), 60, perf_counter() + 0.1)
    with pytest.raises(TimeoutError):
        list(islice((time.sleep(0.03) for _ in read), 100))  # so slowly that there is always more


def test_a_flood_is_read_no_further_than_somebody_asks() -> None:
    given: list[int] = []
    read = patiently(lambda: flooding(given), 60, LATER)
    assert [next(read) for _ in range(3)] == [0, 1, 2]
    assert list(patiently(ending, 60, LATER)) == [1, 2]  # nor does it keep others waiting
    assert len(given) <= 3 + AHEAD
    read.close()


def test_patience_may_be_without_end() -> None:
    assert list(patiently(ending, float("inf"), float("inf"))) == [1, 2]


def test_whoever_stops_reading_ends_the_stream() -> None:
    ended = threading.Event()
    read = patiently(lambda: counting(ended), 60, LATER)
    assert next(read) == 0
    read.close()
    assert ended.wait(10)


def test_all_streams_are_read_in_one_thread() -> None:
    list(patiently(ending, 60, LATER))
    before = set(threading.enumerate())
    reading = [patiently(lambda: counting(threading.Event()), 60, LATER) for _ in range(50)]
    assert [next(one) for one in reading] == [0] * 50
    assert not set(threading.enumerate()) - before
    for one in reading:
        one.close()

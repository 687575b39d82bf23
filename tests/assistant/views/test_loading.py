"""The sources on their way: what the status line tells, and what a failure leaves."""

import pytest

from assistant.views.loading import READY, UNFORESEEN, Loading, Progress
from assistant.views.page import status_html
from corpus.errors import R2PError
from tests.assistant.views.talks import loaded, talk_of


def test_loading_tells_of_the_build_in_few_steps_and_then_is_ready() -> None:
    told = []

    def open_sources(progress: Progress) -> str:
        for done in range(901):
            progress(done, 900)
            told.append(loading.status)
        return "sources"

    loading = Loading(open_sources)  # type: ignore[arg-type]
    loading._load()
    assert told[0] == "Building the index: 0 of 900 passages"
    assert told[-1] == "Building the index: 900 of 900 passages"
    assert len(set(told)) == 21
    assert loading.status == READY
    assert status_html(loading) == '<span class="ready">Ready</span>'


@pytest.mark.parametrize(("error", "says"), [(R2PError("Reinstall it."), "Reinstall it."), (OSError("x"), UNFORESEEN)])
def test_a_failure_to_load_is_one_line_and_so_is_every_answer(error: Exception, says: str) -> None:
    def open_sources(_progress: Progress) -> str:
        raise error

    loading = loaded(open_sources)
    assert loading.over
    assert says in status_html(loading)
    assert talk_of("Why?", loading)[-1].notice == says

"""Acts on the bank and taking them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.bank import Act, Bank, Change, ConflictError
from sesbank.domain.history import History
from sesbank.domain.story import Status, Story


def story(number: int, title: str = "t") -> Story:
    return Story(f"s-{number}", title, action="I did it")


def test_an_act_and_its_reverse_leave_the_bank_as_it_was():
    bank = Bank().after(Act("add", (Change(None, story(1)),)))
    act = Act("edit", (Change(story(1), story(1, "new")), Change(None, story(2))))
    assert bank.after(act).after(act.reversed) == bank


def test_an_act_on_a_record_that_changed_is_refused():
    bank = Bank().after(Act("add", (Change(None, story(1)),)))
    with pytest.raises(ConflictError, match="s-1"):
        bank.after(Act("edit", (Change(story(1, "other"), story(1, "mine")),)))


def test_a_change_is_about_one_record():
    with pytest.raises(ValueError, match="one record"):
        Change(story(1), story(2))
    with pytest.raises(ValueError, match="one record"):
        Change(None, None)


def test_retired_and_unwritten_stories_are_not_offered():
    kept = story(1)
    retired = story(2).edit(status=Status.RETIRED)
    line = Story("s-3", "only a line", challenge="something happened", status=Status.INBOX)
    bank = Bank().after(Act("add", tuple(Change(None, s) for s in (kept, retired, line))))
    assert bank.offered == (kept,)


@given(st.lists(st.sampled_from(["act", "undo", "redo"]), max_size=30))
def test_undo_and_redo_always_lead_back_to_a_state_that_was_seen(moves):
    bank, history, states = Bank(), History(), [Bank()]
    for number, move in enumerate(moves):
        if move == "act":
            act = Act("add", (Change(None, story(number)),))
            bank, history = bank.after(act), history.after(act)
            del states[len(history.done) :]
            states.append(bank)
        elif move == "undo" and history.done:
            bank, history = bank.after(history.done[-1].reversed), history.after_undo()
        elif move == "redo" and history.undone:
            bank, history = bank.after(history.undone[-1]), history.after_redo()
        assert bank == states[len(history.done)]


def test_history_keeps_no_more_than_its_limit():
    history = History(limit=3)
    for number in range(5):
        history = history.after(Act(str(number), (Change(None, story(number)),)))
    assert [act.label for act in history.done] == ["2", "3", "4"]

"""A bank that cannot be opened: what is wrong, and the ways to get it back, never a traceback."""

import pytest
from tui_driving import TITLES, press, shown

from sesbank.errors import BankError
from sesbank.session import Session, backups, rescue
from sesbank.tui.rescue import RescueApp


@pytest.fixture
def damaged(session):
    """The file of a bank of five stories with zero bytes in it, and one backup."""
    backups.make(session)
    session.close()
    data = bytearray(session.path.read_bytes())
    data[60:70] = bytes(10)
    session.path.write_bytes(data)
    return session.path


def fault_of(path):
    with pytest.raises(BankError) as error:
        Session.open(path)
    return str(error.value)


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        ("r", "restore"),
        ("s", "salvage"),
        ("q", "quit"),
        ("escape", "quit"),
        ("enter", "restore"),
        ("down enter", "salvage"),
        ("end enter", "quit"),
    ],
)
async def test_every_way_has_a_key_and_can_be_walked_to(damaged, keys, way):
    before = damaged.read_bytes()
    app = RescueApp(damaged, fault_of(damaged))
    async with app.run_test(size=(80, 24)) as pilot:
        text = shown(pilot)
        assert "zero bytes" in text
        assert "Restore the backup" in text
        assert "5 stories" in text
        await press(pilot, keys)
    assert app.return_value == way
    assert damaged.read_bytes() == before


async def test_a_way_with_nothing_on_it_says_so_and_cannot_be_taken(damaged):
    damaged.write_bytes(b"\0" * 300)
    for backup in (damaged.parent / "backups").glob("*.gz"):
        backup.unlink()
    app = RescueApp(damaged, fault_of(damaged))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "there is no backup that can be read" in shown(pilot)
        assert "nothing in the damaged files can be read" in " ".join(shown(pilot).split())
        await press(pilot, "r s")
        assert app.return_value is None
        await press(pilot, "enter")
    assert app.return_value == "quit"


def test_what_the_ways_promise_is_what_they_bring(damaged):
    before, ways = damaged.read_bytes(), rescue.outlook(damaged)
    assert (ways.backup.stories, ways.damage.stories) == (5, 5)
    line = rescue.back_from_damage(damaged)
    assert "records of the damaged bank are back" in line
    with Session.open(damaged) as session:
        assert {story.title for story in session.bank.stories.values()} >= set(TITLES[:4])
        assert len(session.bank.stories) == 5
    (copy,) = (damaged.parent / "backups").glob("damaged-*/bank.json")
    assert copy.read_bytes() == before
    damaged.write_bytes(before)
    assert "back from its backup" in rescue.back_from_backup(damaged)
    with Session.open(damaged) as session:
        assert {story.title for story in session.bank.stories.values()} == set(TITLES)

"""drafts: texts of editors that were never saved, shown, taken up and dropped."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session, refuse
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented, table
from sesbank.domain.text import counted, shorten
from sesbank.errors import ChangedMeanwhileError, NotFoundError

if TYPE_CHECKING:
    from sesbank.domain.story import Story
    from sesbank.session import Session
    from sesbank.session.conflicts import EditConflictError
    from sesbank.session.drafts import Draft


_BEGUN_FROM = ("base", "rev")
"""What a draft knows of the saved story it was begun from: for saving, not for reading."""


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    listing = command(
        commands,
        "drafts",
        run_drafts,
        does="list what was typed in the app and never saved, show one, take it up, or drop it",
        example="sesbank drafts s-1k3c7q9xw-4fzc --take",
    )
    listing.add_argument("key", nargs="?", metavar="DRAFT", help="show this one whole")
    how = listing.add_mutually_exclusive_group()
    how.add_argument("--take", action="store_true", help="save it in the bank as it stands")
    how.add_argument(
        "--edit", action="store_true", help="go on with it in your editor, then save it"
    )
    how.add_argument(
        "--over",
        action="store_true",
        help="take it, in the place of what was saved meanwhile, which the history keeps",
    )
    how.add_argument(
        "--both",
        action="store_true",
        help="take it, as a story of its own; of a small form, its text as a line in the inbox",
    )
    how.add_argument("--drop", action="store_true", help="throw it away for good")
    listing.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="with --take, --over or --both: set a field, such as title",
    )


def run_drafts(arguments: argparse.Namespace) -> int:
    """List the drafts, or do with one what was asked for."""
    from sesbank.session import drafts, taking_up

    if not arguments.key:
        hint = "say which: sesbank drafts DRAFT"
        acts = ("--drop", "--take", "--edit", "--over", "--both", "--set")
        refuse(arguments, *acts, where="without a draft", hint=hint)
        with open_session(arguments) as session:
            return _list(drafts.drafts(session), arguments)
    if not (arguments.take or arguments.over or arguments.both):
        refuse(arguments, "--set", where="here", hint="give --take with it")
    with open_session(arguments) as session:
        draft = taking_up.draft_named(session, arguments.key)
        if arguments.drop:
            return _drop(session, draft, as_json=arguments.json)
        if arguments.take or arguments.over or arguments.both:
            return _take(session, draft, arguments)
        if arguments.edit:
            return _edit(session, draft, as_json=arguments.json)
    say_json([_shape(draft)]) if arguments.json else say_all(_lines(draft))
    return 0


def _list(found: tuple[Draft, ...], arguments: argparse.Namespace) -> int:
    if arguments.json:
        say_json([_shape(draft) for draft in found])
    else:
        say_all(table([_row(draft) for draft in found], width()))
        takes = "; --take saves one, --edit goes on with it" if found else ""
        note(f"{counted(len(found), 'draft')}{takes}")
    return 0


def _drop(session: Session, draft: Draft, *, as_json: bool) -> int:
    from sesbank.session import drafts, taking_up

    taking_up.only_here(draft)
    drafts.drop_draft(session, draft.key)
    say_json({"dropped": draft.key}) if as_json else say(f"Dropped: {draft.key}")
    return 0


def _take(session: Session, draft: Draft, arguments: argparse.Namespace) -> int:
    from sesbank.cli.writing import field_pairs, tell_story
    from sesbank.session import draft_forms, form_drafts, taking_up
    from sesbank.session.conflicts import EditConflictError

    if form_drafts.is_form(draft):
        return _take_form(session, draft, arguments)
    if draft_forms.is_posting(draft):
        refuse(arguments, "--over", "--both", "--set", where="with a posting", hint="give --take")
        return _keep(session, draft, as_json=arguments.json)
    otherwise = taking_up.Otherwise.ASK
    if arguments.over or arguments.both:
        otherwise = taking_up.Otherwise.OVER if arguments.over else taking_up.Otherwise.BOTH
    try:
        given = field_pairs(arguments.set)
        story = taking_up.save_story(session, draft, given, otherwise=otherwise)
    except EditConflictError as conflict:
        conflict.args = (_ways_out(conflict, draft),)
        raise
    return tell_story(story, "Saved", as_json=arguments.json)


def _take_form(session: Session, draft: Draft, arguments: argparse.Namespace) -> int:
    """Save what was typed into a small form where it belongs, or as a line in the inbox."""
    from sesbank.cli.writing import field_pairs, tell_story
    from sesbank.session import taking_up

    if arguments.both:
        refuse(arguments, "--set", where="with --both", hint="the text is kept as it is")
        story = taking_up.keep_form_as_line(session, draft)
        return tell_story(story, "In the inbox", as_json=arguments.json)
    given = field_pairs(arguments.set)
    try:
        saved = taking_up.save_typed(session, draft, given, over=arguments.over)
    except ChangedMeanwhileError as changed:
        changed.args = (
            f"{changed}: `sesbank drafts {draft.key} --over` saves the draft all the same, "
            "--both keeps its text in the inbox",
        )
        raise
    except NotFoundError as gone:
        gone.args = (f"{gone}: `sesbank drafts {draft.key} --both` keeps the text in the inbox",)
        raise
    if arguments.json:
        say_json({"saved": saved.id, "title": saved.title})
    else:
        say(f"Saved with: {saved.title} ({saved.id})")
    return 0


def _keep(session: Session, draft: Draft, *, as_json: bool) -> int:
    """Keep the posting of a draft, and say what is known about it."""
    from sesbank.cli.keeping import tell_kept
    from sesbank.session import drafts, learning, taking_up, vacancies

    vacancy = taking_up.read_posting(session, draft)
    known = learning.recall(session, vacancy)
    kept = vacancies.keep(session, vacancy)
    drafts.drop_draft(session, draft.key)
    tell_kept(kept, known, as_json=as_json)
    return 0


def _edit(session: Session, draft: Draft, *, as_json: bool) -> int:
    from sesbank.cli.writing import in_editor, tell_story
    from sesbank.session import taking_up

    form = taking_up.form_of(session, draft)
    story: Story | None = in_editor(
        session, form, lambda text: taking_up.save_form(session, draft, text)
    )
    if story is not None:
        return tell_story(story, "Saved", as_json=as_json)
    if as_json:
        say_json(None)
    note("Nothing was written: the draft is as it was. --take saves it as it stands.")
    return 0


def _ways_out(conflict: EditConflictError, draft: Draft) -> str:
    """Return what to do where the bank holds another state of the story than the draft began at."""
    title = shorten(conflict.mine.title, 40)
    if conflict.present is None:
        return (
            f"not saved: “{title}” was removed meanwhile: "
            f"`sesbank drafts {draft.key} --both` puts it back as the draft has it"
        )
    return (
        f"not saved: “{title}” was changed meanwhile: `sesbank drafts {draft.key} --over` puts "
        f"the draft in the place of the other, which `sesbank history {conflict.mine.id}` keeps; "
        "--both keeps both"
    )


def _shape(draft: Draft) -> dict[str, object]:
    fields = {name: text or None for name, text in draft.fields.items()}
    return {"key": draft.key, "saved": draft.saved, "open": draft.is_open, "fields": fields}


def _row(draft: Draft) -> tuple[str, ...]:
    from sesbank.session import form_drafts

    said = draft.fields.get("title") or next(filter(None, draft.fields.values()), "")
    if form_drafts.is_form(draft):
        form = form_drafts.form_of_draft(draft)
        said = f"{form.form}: {form_drafts.about(form)}"
    return (draft.key, draft.saved[:16], "open" if draft.is_open else "", shorten(said, 60))


def _lines(draft: Draft) -> Iterator[str]:
    for name, text in draft.fields.items():
        if text.strip() and name not in _BEGUN_FROM and not name.startswith("before-"):
            yield name
            for line in text.splitlines():
                yield from indented(line, width(), first="  ")

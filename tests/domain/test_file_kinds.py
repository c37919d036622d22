"""What a file is follows from its ending, in one place for all that ask."""

from pathlib import PurePath

from sesbank.domain.file_kinds import (
    ENDINGS,
    STORIES_READ,
    STORIES_WRITTEN,
    TEXTS,
    FileKind,
    by_ending,
    kind_of,
    usual_endings,
)


def test_every_ending_means_one_kind_in_any_case_and_others_mean_none() -> None:
    endings = [ending for each in ENDINGS.values() for ending in each]
    assert len(set(endings)) == len(endings)
    for kind, each in ENDINGS.items():
        assert {kind_of(PurePath(f"a.b{ending.upper()}")) for ending in each} == {kind}
    for name in ("story", ".docx", "a.pdf", "docx", "a.docx ", ""):
        assert kind_of(PurePath(name)) is None


def test_kinds_are_offered_by_all_their_endings_and_told_by_the_usual_one() -> None:
    assert by_ending(TEXTS) == {
        ".txt": "text", ".text": "text", ".md": "Markdown", ".markdown": "Markdown"
    }  # fmt: skip
    assert usual_endings(STORIES_WRITTEN) == ".json, .csv and .md"
    assert usual_endings([FileKind.WORD]) == ".docx"
    assert set(STORIES_WRITTEN) | set(TEXTS) < set(STORIES_READ)

"""The files and folders under ``content/models``: which are stories, which must not be there. Reads names only.

Nothing is followed and nothing is opened: a symbolic link is reported and its target never read;
a file with a foreign ending is reported (``Misnamed``: ``media`` looks whether it is a photo) and
never copied.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.files import (
    EXECUTABLE,
    FILE_NAME,
    FILE_OF_WORD_PROCESSOR,
    FILE_TYPE,
    FILE_TYPE_IN_FOLDER,
    KEEPER_NOT_EMPTY,
    MODELS_MISSING,
    NAME_TWINS,
    NOT_A_FILE,
    SECOND_STORY,
    SLUG_FORM,
    SLUG_RESERVED,
    SLUG_TOO_LONG,
    SOUND_OF_OTHER_ENDING,
    STORY_MISSING,
    STORY_UNDER_OTHER_NAME,
    SUBMODULE,
    SYMLINK,
    UNEXPECTED_FILE,
    UNEXPECTED_FOLDER,
    UNEXPECTED_IN_CONTENT,
    UNFINISHED,
    UNKNOWN_DISTRICT,
)
from scripts.source.problems.registry.form import UNREADABLE_FOLDER
from scripts.source.text.nearest import offer
from scripts.source.text.text_file import decodable, printable
from scripts.source.text.vietnamese import nfc, slugify

STORY_FILE = "index.md"
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
AUDIO_ENDINGS = (".mp3", ".m4a", ".ogg")
_PROSE = (".md", ".markdown", ".txt")
_WORD_PROCESSOR = (".doc", ".docx", ".odt", ".rtf", ".pdf")
_OTHER_SOUND = (*AUDIO_ENDINGS, ".aac", ".amr", ".flac", ".mp2", ".oga", ".opus", ".wav", ".wma")
MAX_SLUG = 60

MODELS, TAXONOMY = "models", "taxonomy"
_FOLDERS = {"collections": ".md", "coverage": ".yml", MODELS: "", "reports": ".md", TAXONOMY: ".yml"}
_ROOT_FILES = ("moved.yml", "revoked.yml", "withdrawn.yml", "house-approval.yml")
_KEEPER = ".gitkeep"
UNFINISHED_NAME = re.compile(r"\.[0-9a-f]{16}\.part")
"""What a command calls a file until it is written; one that was killed leaves it behind."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MEDIA_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]+")
_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
_PAGE_NAMES = frozenset({"index", "readme"})
"""Names under which the engine takes a page for the page of its folder."""
_EXECUTABLE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


@dataclass(frozen=True, slots=True)
class StoryFolder:
    """A folder that holds a story: the file to read, and the media beside it."""

    district: str
    slug: str
    file: Path
    media: frozenset[str] = field(default_factory=frozenset)

    @property
    def key(self) -> str:
        """``<district>/<slug>``."""
        return f"{self.district}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Misnamed(Problem):
    """What is wrong with a plain file going by its name alone: whoever may open it can say more."""

    file: Path = Path()
    beside_story: bool = False
    """Whether photos belong where it lies."""


def is_slug(name: str) -> bool:
    """Return whether ``name`` is made of plain letters, digits and hyphens."""
    return _SLUG.fullmatch(name) is not None


def scan_root(content: Path) -> tuple[list[Problem], list[Problem]]:
    """Return what must not be in ``content`` itself, or in its folders of plain text files, in two heaps.

    The first stands in the way of every page: one of our folders or lists cannot be read as what it
    is, and what is not read would seem not to be there. The second is only left out.
    """
    shared: list[Problem] = []
    problems: list[Problem] = []
    entries = _entries(content)
    for entry in entries:
        is_folder = entry.name in _FOLDERS
        known = entry.name in (*_ROOT_FILES, _KEEPER) or UNFINISHED_NAME.fullmatch(entry.name)
        if not is_folder and not known:
            problems.append(_misnamed(entry, UNEXPECTED_IN_CONTENT, known=", ".join([*_FOLDERS, *_ROOT_FILES])))
        elif refusal := _refuse(entry, want_folder=is_folder):
            shared.append(refusal)
        elif ending := _FOLDERS.get(entry.name):
            heap = shared if entry.name == TAXONOMY else problems
            heap += _check_text_files(Path(entry.path), ending)
    if MODELS not in {entry.name for entry in entries}:
        shared.append(problem_at(printable(content / MODELS), START, MODELS_MISSING))
    return shared, problems


def _check_text_files(folder: Path, ending: str) -> Iterator[Problem]:
    """Only files of one kind, under plain names, lie in ``folder``; the name of one that is a page is its address."""
    reserved = _WINDOWS_NAMES | _PAGE_NAMES if ending == ".md" else _WINDOWS_NAMES
    for entry in _entries(folder):
        if refusal := _refuse(entry, want_folder=False):
            yield refusal
        elif not _SLUG.fullmatch(entry.name.removesuffix(ending)) or not entry.name.endswith(ending):
            yield _misnamed(entry, FILE_TYPE_IN_FOLDER, ending=ending)
        elif (name := entry.name.removesuffix(ending)) in reserved:
            yield _misnamed(entry, SLUG_RESERVED, name=name)


def scan_models(models: Path, districts: tuple[str, ...]) -> tuple[list[StoryFolder], list[Problem]]:
    """Return the story folders below ``models``, sorted by key, and what must not be there."""
    folders: list[StoryFolder] = []
    problems: list[Problem] = []
    if models.is_symlink() or not models.is_dir():
        return [], []  # said by scan_root
    for entry in _entries(models):
        if refusal := _refuse(entry, want_folder=True):
            problems.append(refusal)
        elif entry.name not in districts:
            problems.append(_problem(entry, UNKNOWN_DISTRICT, written=entry.name, offer=offer(entry.name, districts)))
        else:
            problems += _twins(_entries(Path(entry.path)))
            for story in _entries(Path(entry.path)):
                folder, found = _scan_story(story, entry.name)
                problems += found
                folders += [folder] if folder else []
    return folders, problems


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if not _only_keeps(entry)), key=lambda entry: entry.name)


def _only_keeps(entry: os.DirEntry[str]) -> bool:
    """Whether ``entry`` is there for git alone, which keeps no empty folder: a file without a byte."""
    is_file = entry.name == _KEEPER and entry.is_file(follow_symlinks=False)
    return is_file and entry.stat(follow_symlinks=False).st_size == 0


def _scan_story(entry: os.DirEntry[str], district: str) -> tuple[StoryFolder | None, list[Problem]]:
    if refusal := _refuse(entry, want_folder=True) or _refuse_slug(entry):
        return None, [refusal]
    inside = _entries(Path(entry.path))
    problems = [*_twins(inside)]
    media: set[str] = set()
    has_story = False
    named = any(file.name == STORY_FILE for file in inside)
    for file in inside:
        refusal = _refuse(file, want_folder=False) or _refuse_file(file, has_story=named)
        if refusal:
            problems.append(refusal)
        elif file.name == STORY_FILE:
            has_story = True
        else:
            media.add(file.name)
    if not has_story:
        if not any(
            problem.path.endswith(f"/{STORY_FILE}") or problem.kind is STORY_UNDER_OTHER_NAME for problem in problems
        ):
            problems.append(_problem(entry, STORY_MISSING, story=STORY_FILE))
        return None, problems
    return StoryFolder(district, entry.name, Path(entry.path, STORY_FILE), frozenset(media)), problems


def _refuse(entry: os.DirEntry[str], *, want_folder: bool) -> Problem | None:
    """Refuse links, submodules, executables, and a file where a folder belongs (or the reverse)."""
    if entry.is_symlink():
        return _problem(entry, SYMLINK)
    if entry.is_dir(follow_symlinks=False):
        return _refuse_folder(entry, wanted=want_folder)
    return _refuse_plain_file(entry, wanted=not want_folder)


def _refuse_folder(entry: os.DirEntry[str], *, wanted: bool) -> Problem | None:
    if os.path.lexists(os.path.join(entry.path, ".git")):  # noqa: PTH118 - entry.path may not be UTF-8
        return _problem(entry, SUBMODULE)
    if not os.access(entry.path, os.R_OK | os.X_OK):
        return _problem(entry, UNREADABLE_FOLDER)
    if not wanted:
        return _problem(entry, UNEXPECTED_FOLDER)
    return None


def _refuse_plain_file(entry: os.DirEntry[str], *, wanted: bool) -> Problem | None:
    if not entry.is_file(follow_symlinks=False):
        return _problem(entry, NOT_A_FILE)
    if entry.name == _KEEPER:
        return _problem(entry, KEEPER_NOT_EMPTY)
    if UNFINISHED_NAME.fullmatch(entry.name):
        return _problem(entry, UNFINISHED)
    if not wanted:
        return _misnamed(entry, UNEXPECTED_FILE)
    if entry.stat(follow_symlinks=False).st_mode & _EXECUTABLE:
        return _misnamed(entry, EXECUTABLE)
    return None


def _refuse_slug(entry: os.DirEntry[str]) -> Problem | None:
    """A story's folder name is its address: plain letters, digits and hyphens, not too long."""
    name = entry.name
    if name in _WINDOWS_NAMES | _PAGE_NAMES:
        return _problem(entry, SLUG_RESERVED, name=name)
    if len(name) > MAX_SLUG:
        return _problem(entry, SLUG_TOO_LONG, length=len(name), most=MAX_SLUG)
    if not _SLUG.fullmatch(name):
        proposal = slugify(decodable(name))[:MAX_SLUG].strip("-") or "ten-bai"
        return _problem(entry, SLUG_FORM, proposal=proposal)
    return None


def is_media_name(name: str) -> bool:
    """Return whether a photo or a recording may be called ``name``, whatever its ending."""
    return _MEDIA_NAME.fullmatch(name) is not None and name.split(".", maxsplit=1)[0] not in _WINDOWS_NAMES


def _refuse_file(entry: os.DirEntry[str], *, has_story: bool) -> Problem | None:
    """Beside ``index.md`` only photos and sound may lie, under plain names."""
    name = entry.name
    if name == STORY_FILE:
        return None
    if not name.endswith((*PHOTO_ENDINGS, *AUDIO_ENDINGS)):
        return _refuse_ending(entry, has_story=has_story)
    if not is_media_name(name):
        return _misnamed(entry, FILE_NAME, beside_story=True)
    return None


def _refuse_ending(entry: os.DirEntry[str], *, has_story: bool) -> Problem:
    """Say what to do with a file whose ending is foreign: what people bring most has its own cure."""
    ending, sounds = Path(entry.name).suffix.lower(), ", ".join(AUDIO_ENDINGS)
    if ending in _PROSE:
        return _misnamed(
            entry, SECOND_STORY if has_story else STORY_UNDER_OTHER_NAME, beside_story=True, story=STORY_FILE
        )
    if ending in _WORD_PROCESSOR:
        return _misnamed(entry, FILE_OF_WORD_PROCESSOR, beside_story=True, story=STORY_FILE)
    if ending in _OTHER_SOUND:
        return _misnamed(entry, SOUND_OF_OTHER_ENDING, beside_story=True, sounds=sounds)
    photos = ", ".join(PHOTO_ENDINGS)
    return _misnamed(entry, FILE_TYPE, beside_story=True, story=STORY_FILE, photos=photos, sounds=sounds)


def _twins(entries: list[os.DirEntry[str]]) -> Iterator[Problem]:
    """Names that differ only by case or by Unicode form are one file on other machines."""
    first: dict[str, str] = {}
    for entry in entries:
        same = nfc(decodable(entry.name)).casefold()
        if same in first:
            yield _problem(entry, NAME_TWINS, first=first[same])
        first.setdefault(same, decodable(entry.name))


def _problem(entry: os.DirEntry[str], code: Code, /, **values: object) -> Problem:
    return problem_at(printable(Path(entry.path)), START, code, **values)


def _misnamed(entry: os.DirEntry[str], code: Code, /, *, beside_story: bool = False, **values: object) -> Problem:
    """Return the problem of a name; of a plain file, so that its bytes can be looked at too."""
    if not entry.is_file(follow_symlinks=False):
        return _problem(entry, code, **values)
    file, said = Path(entry.path), code.said(values)
    return Misnamed(printable(file), *START, code, said, values, file=file, beside_story=beside_story)

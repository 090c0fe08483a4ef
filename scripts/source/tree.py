"""The files and folders under ``content/models``: which are stories, which must not be there. Reads names only.

Nothing is followed and nothing unlisted is opened: a symbolic link is reported and its target
never read; a file with a foreign ending is reported and never copied.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.source.problems.problem import START, Problem, problem_at, shown
from scripts.source.text.nearest import unknown_word
from scripts.source.text.text_file import decodable, printable
from scripts.source.text.vietnamese import nfc, slugify

STORY_FILE = "index.md"
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
AUDIO_ENDINGS = (".mp3", ".m4a", ".ogg")
MAX_SLUG = 60

MODELS, TAXONOMY = "models", "taxonomy"
_FOLDERS = {"collections": ".md", "coverage": ".yml", MODELS: "", TAXONOMY: ".yml"}
_ROOT_FILES = ("withdrawn.yml",)
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


def is_slug(name: str) -> bool:
    """Return whether ``name`` is made of plain letters, digits and hyphens."""
    return _SLUG.fullmatch(name) is not None


def scan_root(content: Path) -> list[Problem]:
    """Return what must not be in ``content`` itself, or in its folders of plain text files."""
    problems: list[Problem] = []
    for entry in _entries(content):
        is_folder = entry.name in _FOLDERS
        if not is_folder and entry.name not in _ROOT_FILES:
            message = f"Trong content chỉ có {', '.join([*_FOLDERS, *_ROOT_FILES])}. Hãy xóa, hoặc chuyển đi nơi khác."
            problems.append(_problem(entry, "unexpected-file", message))
        elif refusal := _refuse(entry, want_folder=is_folder):
            problems.append(refusal)
        elif ending := _FOLDERS.get(entry.name):
            problems += _check_text_files(Path(entry.path), ending)
    return problems


def _check_text_files(folder: Path, ending: str) -> Iterator[Problem]:
    """Only files of one kind, under plain names, lie in ``folder``."""
    for entry in _entries(folder):
        if refusal := _refuse(entry, want_folder=False):
            yield refusal
        elif not _SLUG.fullmatch(entry.name.removesuffix(ending)) or not entry.name.endswith(ending):
            yield _problem(entry, "file-type", f"Thư mục này chỉ chứa tệp {ending} tên không dấu. Hãy xóa tệp này.")


def scan_models(models: Path, districts: tuple[str, ...]) -> tuple[list[StoryFolder], list[Problem]]:
    """Return the story folders below ``models``, sorted by key, and what must not be there."""
    folders: list[StoryFolder] = []
    problems: list[Problem] = []
    if models.is_symlink():
        return [], []  # said by scan_root
    if not models.is_dir():
        message = "Không có thư mục này. Hãy kiểm lại tham số --content."
        return [], [problem_at(printable(models), START, "models-missing", message)]
    for entry in _entries(models):
        if refusal := _refuse(entry, want_folder=True):
            problems.append(refusal)
        elif entry.name not in districts:
            message = unknown_word("Thư mục địa bàn", entry.name, districts)
            problems.append(_problem(entry, "unknown-district", message))
        else:
            problems += _twins(_entries(Path(entry.path)))
            for story in _entries(Path(entry.path)):
                folder, found = _scan_story(story, entry.name)
                problems += found
                folders += [folder] if folder else []
    return folders, problems


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if entry.name != ".gitkeep"), key=lambda entry: entry.name)


def _scan_story(entry: os.DirEntry[str], district: str) -> tuple[StoryFolder | None, list[Problem]]:
    if refusal := _refuse(entry, want_folder=True) or _refuse_slug(entry):
        return None, [refusal]
    inside = _entries(Path(entry.path))
    problems = [*_twins(inside)]
    media: set[str] = set()
    has_story = False
    for file in inside:
        refusal = _refuse(file, want_folder=False) or _refuse_file(file)
        if refusal:
            problems.append(refusal)
        elif file.name == STORY_FILE:
            has_story = True
        else:
            media.add(file.name)
    if not has_story:
        if not any(problem.path.endswith(f"/{STORY_FILE}") for problem in problems):
            message = f"Thư mục này chưa có tệp {STORY_FILE}. Hãy thêm bài, hoặc xóa thư mục."
            problems.append(_problem(entry, "story-missing", message))
        return None, problems
    return StoryFolder(district, entry.name, Path(entry.path, STORY_FILE), frozenset(media)), problems


def _refuse(entry: os.DirEntry[str], *, want_folder: bool) -> Problem | None:
    """Refuse links, submodules, executables, and a file where a folder belongs (or the reverse)."""
    if entry.is_symlink():
        message = "Đây là liên kết tượng trưng (symlink), không được dùng. Hãy chép tệp thật vào đây."
        return _problem(entry, "symlink", message)
    if entry.is_dir(follow_symlinks=False):
        return _refuse_folder(entry, wanted=want_folder)
    return _refuse_plain_file(entry, wanted=not want_folder)


def _refuse_folder(entry: os.DirEntry[str], *, wanted: bool) -> Problem | None:
    if os.path.lexists(os.path.join(entry.path, ".git")):  # noqa: PTH118 - entry.path may not be UTF-8
        message = "Đây là một kho git con (submodule), không được dùng. Hãy chép tệp thật vào đây."
        return _problem(entry, "submodule", message)
    if not os.access(entry.path, os.R_OK | os.X_OK):
        return _problem(entry, "unreadable", "Không mở được thư mục này. Hãy kiểm lại quyền của thư mục.")
    if not wanted:
        message = "Không đặt thư mục con trong thư mục của bài. Hãy để mọi tệp cạnh index.md."
        return _problem(entry, "unexpected-folder", message)
    return None


def _refuse_plain_file(entry: os.DirEntry[str], *, wanted: bool) -> Problem | None:
    if not entry.is_file(follow_symlinks=False):
        return _problem(entry, "not-a-file", "Đây không phải tệp thường. Hãy xóa.")
    if not wanted:
        message = "Tệp không đặt ở đây. Mỗi bài là một thư mục: content/models/<địa bàn>/<tên-bài>/index.md."
        return _problem(entry, "unexpected-file", message)
    if entry.stat(follow_symlinks=False).st_mode & _EXECUTABLE:
        message = "Tệp bị đánh dấu là chương trình chạy được. Hãy bỏ dấu đó: chmod -x (git update-index --chmod=-x)."
        return _problem(entry, "executable", message)
    return None


def _refuse_slug(entry: os.DirEntry[str]) -> Problem | None:
    """A story's folder name is its address: plain letters, digits and hyphens, not too long."""
    name = entry.name
    if name in _WINDOWS_NAMES | _PAGE_NAMES:
        message = f"Tên “{name}” là tên dành riêng của Windows hoặc của trang. Hãy thêm chữ, ví dụ: bai-{name}."
        return _problem(entry, "slug-reserved", message)
    if len(name) > MAX_SLUG:
        message = f"Tên thư mục dài {len(name)} chữ cái, nhiều nhất {MAX_SLUG}. Hãy rút gọn."
        return _problem(entry, "slug-too-long", message)
    if not _SLUG.fullmatch(name):
        proposal = slugify(decodable(name))[:MAX_SLUG].strip("-") or "ten-bai"
        message = f"Tên thư mục chỉ gồm chữ thường không dấu, số và dấu gạch nối. Hãy đổi thành: {proposal}"
        return _problem(entry, "slug-form", message)
    return None


def _refuse_file(entry: os.DirEntry[str]) -> Problem | None:
    """Beside ``index.md`` only photos and sound may lie, under plain names."""
    name = entry.name
    if name == STORY_FILE:
        return None
    if not name.endswith((*PHOTO_ENDINGS, *AUDIO_ENDINGS)):
        message = (
            f"Loại tệp này không được đặt cạnh bài (chỉ {STORY_FILE}, ảnh {', '.join(PHOTO_ENDINGS)} "
            f"và âm thanh {', '.join(AUDIO_ENDINGS)}). Hãy xóa."
        )
        return _problem(entry, "file-type", message)
    if not _MEDIA_NAME.fullmatch(name) or name.split(".")[0] in _WINDOWS_NAMES:
        message = "Tên tệp chỉ gồm chữ thường không dấu, số, dấu gạch nối và một đuôi, ví dụ: hop-to.jpg. Hãy đổi tên."
        return _problem(entry, "file-name", message)
    return None


def _twins(entries: list[os.DirEntry[str]]) -> Iterator[Problem]:
    """Names that differ only by case or by Unicode form are one file on other machines."""
    first: dict[str, str] = {}
    for entry in entries:
        same = nfc(decodable(entry.name)).casefold()
        if same in first:
            message = (
                f"Trùng tên với “{shown(first[same])}” nếu bỏ qua chữ hoa và cách gõ dấu. Hãy đổi tên một trong hai."
            )
            yield _problem(entry, "name-twins", message)
        first.setdefault(same, decodable(entry.name))


def _problem(entry: os.DirEntry[str], code: str, message: str) -> Problem:
    return problem_at(printable(Path(entry.path)), START, code, message)

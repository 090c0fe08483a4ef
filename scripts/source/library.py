"""Read everything: ``content/`` in, stories and problems out. The door of the source room; reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scripts.source.approval.covered_files import media_digests
from scripts.source.approval.seal import approved_state, check_approved_after_writing
from scripts.source.collection import COLLECTIONS_FOLDER, Collection, load_collections
from scripts.source.coverage import load_coverage
from scripts.source.media.audio_file import AudioFacts, load_audio
from scripts.source.media.media_file import MediaFaultError
from scripts.source.media.photo_file import PhotoFacts, load_photo
from scripts.source.privacy.consent import check_people, remarks_on_consent, remarks_on_titles
from scripts.source.privacy.private_text import check_name, check_story_text, check_text
from scripts.source.problems.problem import START, Problem, Remark, problem_at, shown
from scripts.source.rules import Reading, check_rules, stand_ins
from scripts.source.schema.story_keys import Audio, FrontMatter, Photo
from scripts.source.schema.validation import validate, validate_sound_keys
from scripts.source.story import Approved, Story
from scripts.source.text.body import Body, check_story_links, compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.text.text_file import read_text
from scripts.source.text.vietnamese import fold
from scripts.source.tree import STORY_FILE, StoryFolder, printable, scan_models, scan_root
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from scripts.source.withdrawn import WITHDRAWN_FILE, Withdrawal, check_absent, load_withdrawn, remark_links


@dataclass(frozen=True, slots=True)
class Library:
    """What was read: the stories that passed, the vocabulary, and every problem."""

    stories: tuple[Story, ...]
    taxonomy: Taxonomy | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    """The file of every story that was looked at, good or not."""
    collections: tuple[Collection, ...] = ()
    today: date | None = None
    """The day on which it was read."""
    withdrawn: tuple[Withdrawal, ...] = ()
    """Addresses that held a story once, sorted."""
    withheld: tuple[Story, ...] = ()
    """Good stories that name somebody who did not agree to it: no edition has them."""
    remarks: tuple[Remark, ...] = ()
    """What an editor should look at though it stops nothing."""


def load_library(content: Path, today: date, only: Sequence[Path] = (), docs: Path | None = None) -> Library:
    """Return everything under ``content``; with ``only``, just the stories at or below those paths.

    ``docs`` holds the hand-written pages: they are only searched for what is private. Problems
    are sorted by file and place. A story with a problem is left out of ``stories``; the others
    are read all the same.
    """
    only = [path.parent if path.name == STORY_FILE else path for path in only]
    misplaced = scan_root(content)
    taxonomy, problems = load_taxonomy(content / "taxonomy")
    if taxonomy is None:
        return Library((), None, tuple(sorted([*misplaced, *problems])))
    all_folders, found = scan_models(content / "models", taxonomy.districts.slugs)
    misplaced += found
    refused = frozenset(problem.path for problem in misplaced)
    misplaced += _check_other_texts(content, docs, taxonomy, refused)
    printed = [Path(printable(path)) for path in only]
    problems += [problem for problem in misplaced if _wanted(Path(problem.path), printed)]
    withdrawn, found = load_withdrawn(content / WITHDRAWN_FILE, taxonomy, today)
    problems += found
    problems += [p for p in check_absent(withdrawn, all_folders) if _wanted(Path(p.path), printed)]
    # A link to a withdrawn story is no mistake of the story that has it: the page shows its words alone.
    keys = frozenset([*(folder.key for folder in all_folders), *(one.story for one in withdrawn)])
    folders = [folder for folder in all_folders if _wanted(folder.file.parent, only)]
    log, found = load_coverage(content / "coverage", keys, today)
    problems += [problem for problem in found if _wanted(Path(problem.path), printed)]
    stories: list[Story] = []
    for folder in folders:
        story, found = load_story(folder, taxonomy, today, keys)
        problems += found
        if story is not None and all(isinstance(problem, Remark) for problem in found):
            stories.append(replace(story, logged=log.get(story.key, ())))
    problems += _check_titles_differ(stories)
    collections, found = load_collections(content / COLLECTIONS_FOLDER, keys)
    problems += [problem for problem in found if _wanted(Path(problem.path), printed)]
    remarks = [problem for problem in problems if isinstance(problem, Remark)]
    problems = [problem for problem in problems if not isinstance(problem, Remark)]
    wrong = {problem.path for problem in problems}
    good = [story for story in stories if story.path not in wrong]
    shareable = tuple(story for story in good if not story.withheld)
    return Library(
        shareable,
        taxonomy,
        tuple(sorted(problems)),
        tuple(folder.file for folder in folders),
        collections=collections,
        today=today,
        withdrawn=withdrawn,
        withheld=tuple(story for story in good if story.withheld),
        remarks=tuple(sorted([*remarks, *remark_links(withdrawn, shareable)])),
    )


def load_story(
    folder: StoryFolder, taxonomy: Taxonomy, today: date, keys: frozenset[str]
) -> tuple[Story | None, list[Problem]]:
    """Return the story in ``folder``, or ``None``, and all its problems.

    ``keys`` are the stories that exist: links between stories are checked against them.
    """
    path = printable(folder.file)
    text, problems = read_text(folder.file, path)
    problems += _check_names(folder, path)
    if text is None:
        return None, problems
    story, found = parse_story(folder, text, taxonomy, today, keys)
    return story, [*problems, *found]


def parse_story(
    folder: StoryFolder, text: str, taxonomy: Taxonomy, today: date, keys: frozenset[str]
) -> tuple[Story | None, list[Problem]]:
    """Return the story that ``text`` would be in ``folder``, or ``None``, and all its problems."""
    path = printable(folder.file)
    parts, problems = split_story(text, path)
    if parts.document is None:
        return None, [*problems, *check_text(text, path)]
    story_format = _format_of(parts.document)
    body, found = compile_body(parts.body, path, parts.body_line, story_format)
    problems += found
    problems += check_story_links(body, path, keys)
    problems += check_story_text(text, path, parts.document, body, parts.body_line)
    if parts.document.value is None:
        return None, problems
    front, found = validate(FrontMatter, parts.document, path)
    problems += found
    readable = front or validate_sound_keys(FrontMatter, parts.document, stand_ins(taxonomy))
    if readable is not None:
        reading = Reading(path, readable, parts.document, taxonomy.districts[folder.district], taxonomy, today)
        problems += check_rules(reading)
        problems += check_people(reading, body, parts.body_line)
    if front is None or readable is None:
        return None, problems
    problems += _check_media(folder, front, parts.document, body, path)
    photos, recordings, found = _load_media(folder, front, parts.document, path)
    problems += found
    sound = all(isinstance(problem, Remark) for problem in problems)
    media = media_digests(folder, front) if front.approval and sound else {}
    approved = approved_state(folder.key, front, body, media)
    if approved is Approved.YES:
        problems += check_approved_after_writing(front, parts.document, path)
    story = Story(path, folder.district, folder.slug, front, body, approved, photos=photos, recordings=recordings)
    return story, [*problems, *remarks_on_consent(reading), *remarks_on_titles(reading)]


def _check_names(folder: StoryFolder, path: str) -> Iterator[Problem]:
    """The names of a story's folder and files are published too."""
    yield from check_name(folder.slug, path)
    for name in sorted(folder.media):
        yield from check_name(name, printable(folder.file.with_name(name)))


def _check_other_texts(
    content: Path, docs: Path | None, taxonomy: Taxonomy, refused: frozenset[str]
) -> Iterator[Problem]:
    """Collections, records, vocabularies and hand-written pages hold nothing private but reviewed contacts of offices.

    What is ``refused`` (a link, a foreign file, a folder that is a link) is not opened.
    """
    patterns = ("collections/*.md", "coverage/*.yml", "taxonomy/*.yml", "withdrawn.yml")
    files = [file for pattern in patterns for file in content.glob(pattern)]
    for file in [*sorted(files), *sorted(docs.rglob("*.md") if docs else ())]:
        path = printable(file)
        if file.is_file() and not {path, printable(file.parent)} & refused:
            text, problems = read_text(file, path)
            yield from check_text(text, path, taxonomy.reviewed_numbers) if text is not None else problems


def _wanted(place: Path, only: Sequence[Path]) -> bool:
    return not only or any(place == path or path in place.parents or place in path.parents for path in only)


def _format_of(document: YamlDocument) -> str:
    value = document.value.get("format") if isinstance(document.value, dict) else None
    return value if isinstance(value, str) else "snapshot"


def _check_media(
    folder: StoryFolder, front: FrontMatter, document: YamlDocument, body: Body, path: str
) -> Iterator[Problem]:
    """Each listed photo and recording lies in the folder; the body shows only listed photos."""
    files: dict[str, tuple[Photo | Audio, ...]] = {"photos": front.photos, "audio": front.audio}
    for name, items in files.items():
        for index, item in enumerate(items):
            if item.file not in folder.media:
                message = f"Không thấy tệp “{item.file}” cạnh bài. Hãy thêm tệp, hoặc sửa tên cho đúng."
                yield problem_at(path, document.mark((name, index, "file")), "media-missing", message)
    listed = {photo.file for photo in front.photos}
    for image in body.images:
        if image.target not in listed:
            message = (
                f"Ảnh “{shown(image.target)}” không có trong mục photos. Chỉ dùng ảnh nằm cạnh bài "
                "và đã khai ở mục photos (mô tả, người chụp, quyền dùng)."
            )
            yield problem_at(path, image.mark, "image-unlisted", message)
    used = listed | {item.file for item in front.audio}
    for name in sorted(folder.media - used):
        message = f"Tệp “{name}” nằm cạnh bài nhưng không mục nào dùng. Hãy khai ở mục photos hoặc audio, hoặc xóa tệp."
        yield problem_at(path, START, "media-unused", message)


def _load_media(
    folder: StoryFolder, front: FrontMatter, document: YamlDocument, path: str
) -> tuple[tuple[PhotoFacts, ...], tuple[AudioFacts, ...], list[Problem]]:
    """Return what is known of each photo and recording beside the story, and what is wrong with them."""
    photos: list[PhotoFacts] = []
    recordings: list[AudioFacts] = []
    problems: list[Problem] = []
    listed = [*(("photos", i, photo.file) for i, photo in enumerate(front.photos))]
    listed += [("audio", i, recording.file) for i, recording in enumerate(front.audio)]
    for key, index, name in listed:
        if name not in folder.media:
            continue  # said by _check_media
        file = folder.file.parent / name
        try:
            if key == "photos":
                photos.append(load_photo(file))
            else:
                recordings.append(load_audio(file))
        except MediaFaultError as fault:
            message = f"Tệp “{name}” {fault.message}"
            problems.append(problem_at(path, document.mark((key, index, "file")), fault.code, message))
    return tuple(photos), tuple(recordings), problems


def _check_titles_differ(stories: Iterable[Story]) -> Iterator[Problem]:
    """Two stories of one commune never carry the same title: nobody could tell them apart."""
    first: dict[tuple[str, str, str], Story] = {}
    for story in stories:
        place = story.front.place.commune or ""
        same = (story.district, place, fold(story.front.title))
        if other := first.get(same):
            message = f"Tên bài trùng với {other.path}. Hãy thêm ấp, năm hoặc tên đơn vị vào tên bài."
            yield problem_at(story.path, START, "repeated-title", message)
        first.setdefault(same, story)

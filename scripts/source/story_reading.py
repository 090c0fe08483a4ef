"""One story: its folder in, a ``Story`` or every problem of it out. Reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from scripts.source.approval.covered_files import listed_files, media_digests
from scripts.source.approval.revoked import RevokedSeals, remark_on_seal
from scripts.source.approval.seal import approved_state, check_approved_after_writing
from scripts.source.media.beside_story import load_media_of
from scripts.source.media.loose_file import check_unlisted
from scripts.source.privacy.consent import check_people, remarks_on_consent, remarks_on_titles
from scripts.source.privacy.private_text import check_name, check_story_text, check_text
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.lists import REPEATED_TITLE
from scripts.source.reading import Reading
from scripts.source.rules.lookalikes import remarks_on_lookalikes
from scripts.source.rules.questions import remarks_on_questions
from scripts.source.rules.refused_later import check_refused_later, remarks_on_length
from scripts.source.rules.story_rules import check_rules, remarks_on_sources, stand_ins
from scripts.source.schema.sound import of_what_is_written, validate_sound_keys
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.validation import validate
from scripts.source.story import Approved, Story
from scripts.source.text.body import check_story_links, compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.text.text_file import printable, read_text
from scripts.source.text.tones import check_tones
from scripts.source.text.vietnamese import fold
from scripts.source.tree import StoryFolder
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.writing.sources import check_sources_unsaid
from scripts.source.writing.style import advice_on_style


@dataclass(frozen=True, slots=True)
class Known:
    """What a story is held against."""

    taxonomy: Taxonomy
    today: date
    stories: frozenset[str]
    """The keys of the stories that exist or once did: a link to another story leads to one of them."""
    moment: datetime | None = None
    """What time it is; without it, every embargo lies ahead."""
    revoked: RevokedSeals = field(default_factory=RevokedSeals)
    own_host: str = ""
    """The host of the site, where it is known: no source and no link in full may be on it."""


def load_story(folder: StoryFolder, known: Known) -> tuple[Story | None, list[Problem]]:
    """Return the story in ``folder``, or ``None``, and all its problems."""
    source, problems = read_text(folder.file)
    problems += _check_names(folder)
    story, found = parse_story(folder, source, known) if source is not None else (None, [])
    listed = listed_files(story.front) if story else ()
    return story, [*problems, *found, *check_unlisted(folder, listed)]


def load_stories(folders: Iterable[StoryFolder], known: Known) -> tuple[list[Story], list[Problem]]:
    """Return the story of each folder that holds a good one, and all problems."""
    stories: list[Story] = []
    problems: list[Problem] = []
    for folder in folders:
        story, found = load_story(folder, known)
        problems += found
        if story is not None and all(problem.is_remark for problem in found):
            stories.append(story)
    repeated = list(_check_titles_differ(stories))
    again = {problem.path for problem in repeated}
    return [story for story in stories if story.path not in again], [*problems, *repeated]


def _check_titles_differ(stories: Iterable[Story]) -> Iterator[Problem]:
    """Two stories of one commune never carry the same title: nobody could tell them apart.

    The approved one has it: a draft that comes after it must not take it off the site.
    """
    first: dict[tuple[str, str, str], Story] = {}
    for story in sorted(stories, key=lambda story: story.approved is not Approved.YES):
        place = story.front.place.commune or ""
        same = (story.district, place, fold(story.front.title))
        if other := first.get(same):
            yield problem_at(story.path, START, REPEATED_TITLE, path=other.path)
        first.setdefault(same, story)


def parse_story(folder: StoryFolder, source: SourceText, known: Known) -> tuple[Story | None, list[Problem]]:
    """Return the story that ``source`` would be in ``folder``, or ``None``, and all its problems."""
    parts, problems = split_story(source)
    document = parts.document
    if document is None:
        return None, [*problems, *check_text(source)]
    body, found = compile_body(parts.body, _format_of(document))
    problems += [*found, *check_story_links(body, known.stories), *check_story_text(source, document, body)]
    problems += check_tones(source)
    if document.value is None:
        return None, problems
    front, found = validate(FrontMatter, document)
    problems += found
    readable = (front, document) if front else validate_sound_keys(FrontMatter, document, stand_ins(known.taxonomy))
    if readable is None:
        return None, problems
    reading = Reading(*readable, known.taxonomy.districts[folder.district], known.taxonomy, known.today)
    by_rules = [*check_rules(reading), *check_people(reading, body)]
    by_rules += check_refused_later(reading.leaves, reading.document, body, own_host=known.own_host)
    if front is None:
        unsaid = check_sources_unsaid(reading.leaves, reading.document, body, known.taxonomy)
        return None, [*problems, *of_what_is_written([*by_rules, *unsaid])]
    problems += by_rules
    photos, recordings, found = load_media_of(folder, front, document, body)
    problems += found
    sound = all(problem.is_remark for problem in problems)
    media = media_digests(folder, front) if front.approval and sound else {}
    revoked = known.revoked.find(folder.key, front.approval.digest) if front.approval else None
    approved = approved_state(folder.key, front, body, media, revoked=revoked is not None)
    if approved is Approved.YES:
        problems += [*check_approved_after_writing(front, document), *remarks_on_questions(front.to_verify, document)]
    else:
        # An approved text is refused for no word of it that was put on a list afterwards.
        problems += check_sources_unsaid(reading.leaves, document, body, known.taxonomy)
        problems += advice_on_style(reading, body) if sound else []
    problems += [remark_on_seal(revoked, document)] if revoked else []
    problems += [*remarks_on_consent(reading), *remarks_on_titles(reading), *remarks_on_sources(reading)]
    problems += [*remarks_on_length(body), *remarks_on_lookalikes(reading.leaves, document, body)]
    story = Story(
        source.path,
        folder.district,
        folder.slug,
        front,
        body,
        approved,
        photos=photos,
        recordings=recordings,
        read_at=known.moment,
    )
    return story, problems


def _check_names(folder: StoryFolder) -> Iterator[Problem]:
    """The names of a story's folder and files are published too."""
    yield from check_name(folder.slug, printable(folder.file))
    for name in sorted(folder.media):
        yield from check_name(name, printable(folder.file.with_name(name)))


def _format_of(document: YamlDocument) -> str:
    value = document.value.get("format") if isinstance(document.value, dict) else None
    return value if isinstance(value, str) else "snapshot"

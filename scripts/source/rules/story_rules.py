"""The editorial rules over one story's front matter: one rule, one function, its docstring the rule. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.facts import (
    ACT_BEFORE_START,
    COMMUNE_ELSEWHERE,
    COMMUNE_PROVINCE_WIDE,
    DATE_IN_FUTURE,
    DATES_OUT_OF_ORDER,
    FIGURE_WITHOUT_UNIT,
    PERIOD_BACKWARD,
    REPEATED_METHOD,
    UNKNOWN_COMMENDATION,
    UNKNOWN_COMMUNE,
    UNKNOWN_FIELD,
    UNKNOWN_LEVEL,
    UNKNOWN_LICENCE,
    UNKNOWN_METHOD,
    UNKNOWN_TOPIC,
    UNLIKE_ANY_TOPIC,
    YEAR_IN_FUTURE,
)
from scripts.source.problems.registry.media import (
    ALT_FILE_NAME,
    ALT_REPEATS_CAPTION,
    ALT_SAYS_NOTHING,
    MANY_LEAD_PHOTOS,
    REPEATED_PHOTO,
)
from scripts.source.problems.registry.style import SOURCES_ON_PAPER, SUMMARY_REPEATS_TITLE
from scripts.source.reading import Reading
from scripts.source.rules.questions import answers_are_signed
from scripts.source.rules.standing import movement_agrees
from scripts.source.rules.unspoken import plain_words
from scripts.source.schema.story_parts import Standing
from scripts.source.schema.told import Words
from scripts.source.text.nearest import nearest, offer
from scripts.source.text.strict_yaml import Location, Value
from scripts.source.text.vietnamese import fold
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.approvers import fault_of_approver
from scripts.source.vocabulary.outlets import fault_of
from scripts.source.vocabulary.taxonomy import District, Taxonomy

if TYPE_CHECKING:
    from scripts.source.schema.story_parts import Commendation, Recognition

_PERIOD = re.compile(r"(?<![0-9])([0-9]{4}) ?[-–] ?([0-9]{4})(?![0-9])")

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|heic|gif)", re.IGNORECASE)
_NAME_FOR_NO_PICTURE = re.compile(
    r"(?:(?:hinh|anh|photo|image|picture|img|dsc[fn]?|pxl|dcim|screenshot|chup man hinh|zalo|z|minh hoa|so|untitled|"
    r"jpe?g|png|webp)|[\W\d_])+"
)
"""A name a camera or a messenger gives, or words that would suit any photo."""

Rule = Callable[[Reading], Iterable[Problem]]


UNKNOWN = {
    "fields": UNKNOWN_FIELD,
    "methods": UNKNOWN_METHOD,
    "levels": UNKNOWN_LEVEL,
    "commendations": UNKNOWN_COMMENDATION,
    "licences": UNKNOWN_LICENCE,
}
"""What is said of a code that its vocabulary (``Told.of``) does not have."""


def codes_are_known(story: Reading) -> Iterator[Problem]:
    """A field, a method, a level, a form of commendation, a licence is one of its vocabulary."""
    for leaf in story.leaves:
        if leaf.told.of and leaf.value not in (known := getattr(story.taxonomy, leaf.told.of)):
            near = offer(leaf.value, known.slugs)
            yield story.problem(leaf.location, UNKNOWN[leaf.told.of], written=leaf.value, offer=near)


def methods_differ(story: Reading) -> Iterator[Problem]:
    """No method is written twice."""
    for index, method in enumerate(story.front.methods):
        if method in story.taxonomy.methods and method in story.front.methods[:index]:
            yield story.problem(("methods", index), REPEATED_METHOD, method=method)


def topics_are_known(story: Reading) -> Iterator[Problem]:
    """A topic that ``topics.yml`` does not know, however it is written, has no page: a remark, no more."""
    topics = story.taxonomy.topics
    for index, topic in enumerate(story.front.topics):
        if topics.named(topic) is None:
            guess = _nearest_topic(topic, tuple(known.name for known in topics))
            if guess:
                yield story.problem(("topics", index), UNKNOWN_TOPIC, topic=topic, guess=guess)
            else:
                yield story.problem(("topics", index), UNLIKE_ANY_TOPIC, topic=topic)


@lru_cache(maxsize=4_096)
def _nearest_topic(topic: str, known: tuple[str, ...]) -> str:
    """Return what ``nearest`` does; a library repeats its unknown topics, and a guess takes a millisecond."""
    return nearest(topic, known)


def commune_is_in_district(story: Reading) -> Iterator[Problem]:
    """The commune is one of the district's, as it was called then or is called today."""
    commune = story.front.place.commune
    if commune is None:
        return
    where: Location = ("place", "commune")
    if story.district.province_wide:
        yield story.problem(where, COMMUNE_PROVINCE_WIDE)
    elif commune not in (known := commune_names(story.district, story.taxonomy)):
        elsewhere = next((d for d in story.taxonomy.districts if commune in commune_names(d, story.taxonomy)), None)
        district = story.district.names[-1].name
        if elsewhere:
            there, slug = elsewhere.names[-1].name, elsewhere.slug
            yield story.problem(
                where, COMMUNE_ELSEWHERE, commune=commune, elsewhere=there, district=district, slug=slug
            )
        else:
            yield story.problem(where, UNKNOWN_COMMUNE, district=district, written=commune, offer=offer(commune, known))


def years_are_in_order(story: Reading) -> Iterator[Problem]:
    """Work starts before it is registered, and neither lies in the future."""
    front = story.front
    for name in ("started", "registered"):
        year = getattr(front, name)
        if year is not None and year > story.today.year:
            yield story.problem((name,), YEAR_IN_FUTURE, year=year)
    if front.started and front.registered and front.registered < front.started:
        yield story.problem(("registered",), DATES_OUT_OF_ORDER, registered=front.registered, started=front.started)


def dates_are_not_in_future(story: Reading) -> Iterator[Problem]:
    """No act, broadcast, consent, source or approval is dated after today; the schema says what is a date."""
    for location, told, day, _, _ in story.leaves:
        if told.words is not Words.DATE or isinstance(day, int):
            continue  # a year has a rule of its own
        # A partial date such as 2026-08 is in the future when it sorts after today's first letters.
        if str(day) > story.today.isoformat()[: len(str(day))]:
            yield story.problem(location, DATE_IN_FUTURE, when=name_partial_date(str(day)))


def acts_follow_the_start(story: Reading) -> Iterator[Problem]:
    """Nothing is recognised or commended before it started."""
    front = story.front
    acts_of: dict[str, tuple[Recognition | Commendation, ...]] = {
        "recognition": front.recognition,
        "commendations": front.commendations,
    }
    for name, acts in acts_of.items():
        for index, act in enumerate(acts):
            if act.date and front.started and act.date.year < front.started:
                yield story.problem((name, index, "date"), ACT_BEFORE_START, day=act.date, started=front.started)


def periods_run_forward(story: Reading) -> Iterator[Problem]:
    """A period such as 2016-2020 ends after it begins."""
    front = story.front
    whens: list[tuple[Location, str | None]] = [
        *((("results", i, "when"), item.when) for i, item in enumerate(front.results)),
        *((("replications", i, "when"), item.when) for i, item in enumerate(front.replications)),
    ]
    for location, when in whens:
        for period in _PERIOD.finditer(when or ""):
            if period[2] < period[1]:
                yield story.problem(location, PERIOD_BACKWARD, period=period.group())


def results_have_units(story: Reading) -> Iterator[Problem]:
    """Each headline figure says what it counts; a percentage may stand alone."""
    for index, result in enumerate(story.front.results):
        if result.unit is None and not result.value.endswith("%"):
            yield story.problem(("results", index), FIGURE_WITHOUT_UNIT, value=result.value)


def summary_adds_to_title(story: Reading) -> Iterator[Problem]:
    """The summary says more than the title."""
    if plain_words(story.front.summary) == plain_words(story.front.title):
        yield story.problem(("summary",), SUMMARY_REPEATS_TITLE)


def approver_is_known(story: Reading) -> Iterator[Problem]:
    """The approving body is one of ``approvers.yml`` and held that power on that day."""
    approval = story.front.approval
    if approval is None:
        return
    if fault := fault_of_approver(approval, story.taxonomy.approvers):
        yield story.problem(("approval", fault.key), fault.code, **fault.values)


def broadcasts_are_their_outlet_s(story: Reading) -> Iterator[Problem]:
    """What newsrooms ran is by an outlet of ``outlets.yml``, at an address of its own."""
    for index, coverage in enumerate(story.front.coverage):
        if fault := fault_of(coverage, story.taxonomy.outlets):
            yield story.problem(("coverage", index, fault.key), fault.code, **fault.values)


def only_one_lead_photo(story: Reading) -> Iterator[Problem]:
    """At most one photo leads, and no file is listed twice."""
    files: set[str] = set()
    leads = 0
    for index, photo in enumerate(story.front.photos):
        leads += photo.lead
        if photo.lead and leads > 1:
            yield story.problem(("photos", index, "lead"), MANY_LEAD_PHOTOS)
        if photo.file in files:
            yield story.problem(("photos", index, "file"), REPEATED_PHOTO, file=photo.file)
        files.add(photo.file)


def alt_tells_what_is_seen(story: Reading) -> Iterator[Problem]:
    """The description of a photo says what is to be seen: no file name, no caption again, no "hình ảnh"."""
    for index, photo in enumerate(story.front.photos):
        said, stem = fold(photo.alt).strip(" ."), photo.file.rpartition(".")[0]
        if _FILE_NAME.fullmatch(photo.alt) or _words(photo.alt) == _words(stem):
            code = ALT_FILE_NAME
        elif _NAME_FOR_NO_PICTURE.fullmatch(said):
            code = ALT_SAYS_NOTHING
        elif said == fold(photo.caption).strip(" ."):
            code = ALT_REPEATS_CAPTION
        else:
            continue
        yield story.problem(("photos", index, "alt"), code, alt=photo.alt)


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


RULES: tuple[Rule, ...] = (
    codes_are_known,
    methods_differ,
    topics_are_known,
    commune_is_in_district,
    years_are_in_order,
    dates_are_not_in_future,
    movement_agrees,
    answers_are_signed,
    acts_follow_the_start,
    periods_run_forward,
    results_have_units,
    summary_adds_to_title,
    approver_is_known,
    broadcasts_are_their_outlet_s,
    only_one_lead_photo,
    alt_tells_what_is_seen,
)


def commune_names(district: District, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return every commune-level name a story of ``district`` may use, then and now."""
    then = [name for commune in district.communes for name in (commune.name, *commune.former_names)]
    now = [taxonomy.units[commune.successor].name for commune in district.communes]
    return tuple(dict.fromkeys([*then, *now]))


def stand_ins(taxonomy: Taxonomy) -> dict[str, Value]:
    """Return values for the required keys that no rule objects to, to put where a story's own are wrong."""
    return {
        "title": "Tên bài chưa dùng được",
        "summary": "Tóm tắt chưa dùng được, nên tạm thay bằng câu này.",
        "format": "snapshot",
        "kind": "collective",
        "subject": "chưa rõ",
        "movement": Standing.NOT_STATED.value,
        "field": taxonomy.fields.slugs[0],
        "methods": [taxonomy.methods.slugs[0]],
        "sources": [{"title": "chưa rõ", "publisher": "chưa rõ"}],
    }


def check_rules(story: Reading) -> list[Problem]:
    """Return what every rule finds in one story."""
    return [problem for rule in RULES for problem in rule(story)]


def remarks_on_sources(story: Reading) -> Iterator[Problem]:
    """A draft has a source with an address. A paper has none to give: so a remark, for whoever is to approve."""
    if story.front.approval is None and not any(source.url for source in story.front.sources):
        yield story.problem(("sources",), SOURCES_ON_PAPER)

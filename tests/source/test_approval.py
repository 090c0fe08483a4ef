"""An approval vouches for what a reader sees, and for nothing else."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.catalog.catalog import Edition, build_catalog
from scripts.catalog.related import relate
from scripts.render.pages import Pages
from scripts.render.reading.cards import cards_of
from scripts.render.reading.story import story_page
from scripts.source.approval.approval_block import Approving, BlockError, with_approval
from scripts.source.approval.seal import digest_of
from scripts.source.library import load_library
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.validation import validate
from scripts.source.story import Approved, State, Story
from scripts.source.text.body import compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from tests.conftest import APPROVED, GOOD_STORY, MADE_UP, TODAY, approve, with_keys
from tests.made_up import WRITTEN
from tests.made_up_photos import SOUND, encoded

FULL = with_keys(
    GOOD_STORY,
    """\
topics: [kênh]
registered: "2016"
status: running
results: [{value: "22", unit: nhà, label: góp công, when: "2020", source: Báo cáo}]
recognition: [{level: huyen, by: Ban bịa, document: 12-QĐ/BCĐ, date: 2020-08-12}]
commendations: [{form: giay-khen, by: Ủy ban bịa, document: 34-QĐ/UB, date: 2020-08-14}]
replications: [{place: xã Bến Gạo, when: "2019", by: Hội bịa}]
people: [{name: Trần Văn Bịa, role: tổ trưởng, consent: {name: true, photo: true, recorded: 2020-10-02}}]
quotes: [{text: Nước về rồi, by: Một người}]
photos: [{file: a.jpg, alt: Hai người bên kênh, caption: Ngày đầu, credit: Tổ Ba, licence: site-only, lead: true}]
audio:
- {file: a.mp3, outlet: Đài bịa, date: 2020-09-01, length: 3:20, licence: site-only,
   transcript: Lời đọc bịa hơn hai mươi chữ}
cover: {figure: 22 nhà, phrase: con kênh đầy}
brief: {short: BRIEF}
radio: {lead: Mời nghe chuyện con kênh cạn, pronounce: {Gò Sen: gò sen}}
corrected: [{date: 2026-11-01, what: Số nhà là 22}]
to_verify: [{about: figure, text: Danh sách có 21 chữ ký, answer: Đã đếm lại, by: Hội bịa, date: 2026-11-23}]
contact: {office: Hội bịa, phone: 0299 3000111, email: hoi-phu-nu@ben-gao.example}
coverage: [{outlet: Báo bịa, date: 2020-09-01, title: Chuyện}]
embargo: 2026-11-24T06:00+07:00""".replace("BRIEF", " ".join(["kênh"] * 45)),
)

CHANGES = {
    "title": ("vét kênh\n", "vét con kênh\n"),
    "summary": ("Hai mươi nhà", "Hai chục nhà"),
    "format": ("format: snapshot", "format: full"),
    "kind": ("collective", "individual"),
    "subject": ("Tổ Ba ấp", "Tổ 3 ấp"),
    "place": ("commune: xã Lá Dừa", "commune: xã Bến Gạo"),
    "field": ("kinh-te", "van-hoa-xa-hoi"),
    "methods": ("[tu-quan]", "[hien-dat-gop-cong]"),
    "topics": ("[kênh]", "[kênh, lúa]"),
    "started": ("2015", "2014"),
    "registered": ('"2016"', '"2017"'),
    "status": ("running", "ended"),
    "results": ("unit: nhà", "unit: người"),
    "recognition": ("level: huyen", "level: tinh"),
    "commendations": ("34-QĐ/UB", "35-QĐ/UB"),
    "replications": ('when: "2019"', 'when: "2020"'),
    "people": ("role: tổ trưởng", "role: tổ phó"),
    "quotes": ("Nước về rồi", "Nước đã về"),
    "photos": ("Hai người bên kênh", "Ba người bên kênh"),
    "audio": ("3:20", "3:21"),
    "cover": ("con kênh đầy}", "con kênh cạn}"),
    "brief": ("short: kênh", "short: mương"),
    "radio": ("Gò Sen: gò sen", "Gò Sen: gò xen"),
    "corrected": ("Số nhà là 22", "Số nhà là 23"),
    "contact": ("office: Hội bịa", "office: Hội Nông dân"),
    "sources": ("Báo cáo bịa", "Báo cáo khác"),
    "embargo": ("2026-11-24T06", "2026-11-24T07"),
}


def full_story(content):
    """Return the file of an approved story that uses every key."""
    folder = content.folder()
    (folder / "a.jpg").write_bytes(encoded())
    (folder / "a.mp3").write_bytes(SOUND)
    body = "\n## Bối cảnh\n\nKênh cạn.\n\n## Kết quả\n\nNước về.\n"
    file = content.write_story(FULL + body)
    assert content.load().problems == ()
    approve(file)
    return file


def approved(content):
    library = content.load()
    assert library.problems == ()
    return library.stories[0].approved


def test_a_valid_approval_makes_a_story_public(content):
    full_story(content)

    (story,) = content.load().stories

    assert story.approved is Approved.YES
    assert story.state is State.PUBLIC


@pytest.mark.parametrize("key", CHANGES)
def test_whatever_a_reader_sees_undoes_the_approval_when_it_changes(key, content):
    file = full_story(content)
    old, new = CHANGES[key]
    text = file.read_text(encoding="utf-8")
    assert old in text

    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert approved(content) is Approved.CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("57-CV/BTGDVTU", "58-CV/BTGDVTU"),
        ("date: 2026-11-20", "date: 2026-11-21"),
        ("by: Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây", "by: Ban Dân vận Tỉnh ủy Biển Mây"),
    ],
    ids=["document", "date", "by"],
)
def test_row_57_another_document_day_or_body_in_the_block_makes_a_draft(old, new, content):
    """Who approved, by which paper and when is what a reader believes: it was published as edited."""
    approvers = content.root / "taxonomy" / "approvers.yml"
    approvers.write_text(
        approvers.read_text("utf-8") + "- {slug: ban-dan-van-bm, name: Ban Dân vận Tỉnh ủy Biển Mây}\n", "utf-8"
    )
    file = full_story(content)
    text = file.read_text(encoding="utf-8")
    assert old in text

    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    (story,) = content.load().stories
    assert (story.approved, story.public) == (Approved.CHANGED, False)


def test_no_key_of_the_schema_is_forgotten_here():
    """A new key must say on which side it stands."""
    assert set(FrontMatter.model_fields) == {*CHANGES, "movement", "coverage", "to_verify", "approval"}


def test_what_sources_say_of_the_movement_undoes_it(content):
    file = content.write_story(GOOD_STORY)
    approve(file)
    assert approved(content) is Approved.YES

    file.write_text(file.read_text(encoding="utf-8").replace("movement: registered", "movement: presented"), "utf-8")

    assert approved(content) is Approved.CHANGED


def test_the_text_of_the_body_undoes_it(content):
    file = full_story(content)
    file.write_text(file.read_text(encoding="utf-8").replace("Nước về.", "Nước về!"), encoding="utf-8")

    assert approved(content) is Approved.CHANGED


@pytest.mark.parametrize(("name", "data"), [("a.jpg", encoded(quality=50)), ("a.mp3", SOUND + b"\0")])
def test_another_photo_or_recording_under_the_same_name_undoes_it(name, data, content):
    file = full_story(content)
    (file.parent / name).write_bytes(data)

    assert approved(content) is Approved.CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("coverage: [", "coverage: [{outlet: Đài bịa, date: 2021-01-01, title: Phát lại}, "),
        ("Danh sách có 21 chữ ký", "Danh sách có 23 chữ ký"),
        (", answer: Đã đếm lại, by: Hội bịa, date: 2026-11-23}", "}"),
        ("to_verify: [{about: figure, text", "to_verify: [{about: place, text"),
        ("collective", "'collective'  # tập thể"),
        ("title: Tổ Ba cùng nhau vét kênh\n", 'title:   "Tổ Ba cùng nhau vét kênh"\n'),
        ("Nước về.\n", "Nước về.\n\n\n"),
    ],
    ids=[
        "coverage",
        "question",
        "question open again",
        "question about something else",
        "comment",
        "quotes",
        "blank lines at the end",
    ],
)
def test_what_a_reader_does_not_see_leaves_it_valid(old, new, content):
    file = full_story(content)
    text = file.read_text(encoding="utf-8")
    assert old in text

    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert approved(content) is Approved.YES


def test_windows_line_ends_leave_it_valid(content):
    file = full_story(content)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert approved(content) is Approved.YES


def test_a_digest_of_another_story_is_worth_nothing(made_up_content):
    """Copying an approval block from a public story makes a draft, not a public story."""
    public = (made_up_content.root / "models" / APPROVED / "index.md").read_text(encoding="utf-8")
    block = public[public.index("approval:") : public.index("\n---\n", 5)]
    made_up_content.write_story(with_keys(GOOD_STORY, block))

    story = next(story for story in made_up_content.load().stories if story.slug == "bai-thu")

    assert story.approved is Approved.CHANGED
    assert story.state is State.DRAFT


def test_no_story_of_the_tests_stores_its_approval(made_up_library):
    """A seal covers every key of the schema: kept in a fixture, it would break with each key that is added."""
    kept = [file for file in WRITTEN.rglob("*.md") if "\napproval:" in file.read_text(encoding="utf-8")]

    assert kept == []
    assert [story.key for story in made_up_library.stories if story.approved is Approved.YES] == [APPROVED]


MEDIA = {"a.jpg": "1" * 64, "a.mp3": "2" * 64}
BODY = FULL.split("\n---\n", 1)[1]
VALUES = split_story(SourceText(FULL))[0].document.value
TAXONOMY = load_library(MADE_UP, TODAY).taxonomy
LETTERS = st.text(st.characters(categories=["L", "N", "Zs"], include_characters=".,:#'\"-"), min_size=1, max_size=40)


def leaves(value, place=()):
    """Yield the place of every text in the front matter, and of every list and item that could be dropped."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    yield place
    for step, child in inside:
        yield from leaves(child, (*place, step))


PLACES = [place for place in leaves(VALUES) if place]


def changed(value, place, new):
    """Return ``value`` with ``new`` at ``place``; ``None`` takes the entry out."""
    if not place:
        return new
    step, rest = place[0], place[1:]
    if isinstance(value, dict):
        entries = {**value, step: changed(value[step], rest, new)}
        return {name: entry for name, entry in entries.items() if entry is not None}
    items = [changed(child, rest, new) if index == step else child for index, child in enumerate(value)]
    return [item for item in items if item is not None]


def front_of(values):
    """Return the front matter, or ``None`` if the schema refuses it."""
    try:
        return FrontMatter.model_validate(values)
    except ValueError:
        return None


def page_of(front, body):
    """Return what a reader sees of the story on its page, as a draft."""
    story = Story("a.md", "bai-sen", "bai-thu", front, body)
    catalog = build_catalog([story], TAXONOMY, Edition.PREVIEW)
    return story_page(Pages(), story, catalog, cards_of(catalog), relate(catalog)[story.key]).text


def digest(front, body, media=MEDIA):
    return digest_of("bai-sen/bai-thu", front, body, media)


@given(st.sampled_from(PLACES), st.one_of(st.none(), LETTERS, st.sampled_from(["2014", "true", "false", "2020-01-02"])))
def test_the_digest_changes_exactly_with_what_the_story_says(place, new):
    """Any key at any depth, changed or dropped: another digest if and only if another story, but for what is free."""
    body, _ = compile_body(SourceText(BODY))
    before, after = front_of(VALUES), front_of(changed(VALUES, place, new))
    if after is None:
        return
    free = {"coverage": (), "to_verify": ()}
    same = before.model_copy(update=free) == after.model_copy(update=free)
    assert (digest(before, body) == digest(after, body)) == same


KNOWN = {
    "field": ["kinh-te", "van-hoa-xa-hoi"],
    "methods": [["tu-quan"], ["hien-dat-gop-cong", "tu-quan"]],
}


@given(st.sampled_from(PLACES), LETTERS, st.sampled_from(KNOWN["field"]), st.sampled_from(KNOWN["methods"]))
def test_no_page_changes_without_the_digest(place, new, field, methods):
    """What a reader sees beside the coverage is covered, whatever the page chooses to show."""
    body, _ = compile_body(SourceText(BODY))
    if place[0] in ("field", "methods", "coverage") or place[-1] in ("level", "form", "licence"):
        new = VALUES[place[0]] if len(place) == 1 else None
    # What newsrooms add and what editors ask is free of the seal; the questions only the preview shows.
    free = {name: VALUES[name] for name in ("coverage", "to_verify")}
    other = {**changed(VALUES, place, new), "field": field, "methods": methods, **free}
    before, after = front_of(VALUES), front_of(other)
    if after is None or page_of(before, body) == page_of(after, body):
        return
    assert digest(before, body) != digest(after, body)


@given(st.text("ab \n#-*", max_size=40))
def test_no_body_changes_without_the_digest(text):
    """Bodies that differ in more than blank lines around them have different digests; equal HTML may not."""
    one, _ = compile_body(SourceText(BODY))
    two, _ = compile_body(SourceText(text + BODY))
    if one.sections != two.sections:
        assert digest(front_of(VALUES), one) != digest(front_of(VALUES), two)


@given(st.sampled_from(sorted(MEDIA)), st.text("0123456789abcdef", min_size=64, max_size=64))
def test_other_bytes_of_a_photo_or_recording_change_the_digest(name, other):
    body, front = compile_body(SourceText(BODY))[0], front_of(VALUES)
    assert (digest(front, body, {**MEDIA, name: other}) == digest(front, body)) == (MEDIA[name] == other)


def as_yaml(value, style):
    """Return ``value`` in another spelling of YAML."""
    return yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=style[0], default_style=style[1], width=style[2]
    )


@pytest.mark.parametrize("style", [(False, None, 40), (True, None, 999), (False, '"', 999), (True, "'", 80)])
def test_another_spelling_of_the_same_values_leaves_it_valid(style):
    """Order, quotes, line breaks, braces: YAML's business, not the reader's."""
    body, _ = compile_body(SourceText(BODY))
    document, problems = parse_yaml(SourceText(as_yaml(dict(reversed(VALUES.items())), style)))
    front, invalid = validate(FrontMatter, document)
    assert problems + invalid == []
    assert digest(front, body) == digest(front_of(VALUES), body)


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=30)


@given(WORDS, WORDS, st.booleans())
def test_whatever_the_command_is_told_stays_inside_the_block(by, document, windows):
    """No name of a body, however odd, can write another key or end the front matter."""
    story = GOOD_STORY.replace("\n", "\r\n") if windows else GOOD_STORY
    approving = Approving(by, document, "2026-11-20", f"sha256:{'0' * 64}")
    try:
        written = with_approval(story, approving)
    except BlockError:
        return
    parts, problems = split_story(SourceText(written.replace("\r\n", "\n")))
    assert problems == []
    assert parts.document.value.pop("approval") == dict(approving.entries)
    assert parts.document.value == split_story(SourceText(GOOD_STORY))[0].document.value
    kept = written.splitlines(keepends=True)
    assert len(kept) == len(story.splitlines(keepends=True)) + 5
    assert with_approval(written, approving) == written


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("", ["2026-11-20"]),
        ("recognition: [{level: huyen, by: Ban bịa, date: 2026-11-20}]", ["2026-11-20"]),
        ("coverage: [{outlet: Báo bịa, date: 2026-11-24, title: Chuyện}]", ["2026-11-20"]),
        ("embargo: 2026-12-01T06:00+07:00", ["2026-11-20"]),
    ],
)
def test_row_47_a_text_may_be_approved_from_the_day_it_mentions(lines, days, content):
    file = content.write_story(with_keys(GOOD_STORY, lines))
    for day in days:
        approve(file, date.fromisoformat(day))
        assert content.load().problems == ()


@pytest.mark.parametrize(
    "lines",
    [
        "recognition: [{level: huyen, by: Ban bịa, date: 2026-11-21}]",
        "commendations: [{form: giay-khen, by: Ủy ban bịa, date: 2026-11-21}]",
        "people: [{name: Trần Bịa, consent: {name: true, photo: true, recorded: 2026-11-21}}]",
    ],
)
def test_row_47_an_approval_older_than_the_text_is_a_problem_though_its_digest_holds(lines, content):
    file = content.write_story(with_keys(GOOD_STORY, lines))
    approve(file, date(2026, 11, 20))

    (problem,) = content.load().problems

    assert problem.code == "approved-before-written"
    assert "sớm hơn ngày 21-11-2026 ở dòng" in problem.message
    assert problem.line == file.read_text(encoding="utf-8").split("\n").index("  date: 2026-11-20") + 1


@pytest.mark.parametrize(("said", "on"), [("2026-11", date(2026, 10, 31)), ("2026", date(2025, 12, 31))])
def test_row_47_a_source_of_which_only_the_month_or_the_year_is_known_counts_too(said, on, content):
    file = content.write_story(GOOD_STORY.replace("2020-08", said))
    approve(file, on)

    assert [problem.code for problem in content.load().problems] == ["approved-before-written"]


def test_row_47_an_approval_of_an_older_text_says_nothing_about_what_was_added(content):
    """The story is a draft again, and no mistake was made."""
    file = content.write_story(GOOD_STORY)
    approve(file, date(2026, 11, 20))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("date: 2020-08", "date: 2026-11-22"), encoding="utf-8")

    assert approved(content) is Approved.CHANGED

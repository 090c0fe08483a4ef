"""An approval vouches for what a reader sees, and for nothing else."""

import pytest

from scripts.source.schema import FrontMatter
from scripts.source.story import Approved, State
from tests.conftest import APPROVED, GOOD_STORY, approve, with_keys

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
people: [{name: Trần Văn Bịa, role: tổ trưởng, consent: {name: true, photo: false, recorded: 2020-10-02}}]
quotes: [{text: Nước về rồi, by: Một người}]
photos: [{file: a.jpg, alt: Hai người bên kênh, caption: Ngày đầu, credit: Tổ Ba, licence: site-only, lead: true}]
audio: [{file: a.mp3, outlet: Đài bịa, date: 2020-09-01, length: 3:20, transcript: Lời đọc bịa dài hơn hai mươi chữ}]
contact: {office: Hội bịa, phone: 0297, email: hoi}
coverage: [{outlet: Báo bịa, date: 2020-09-01, title: Chuyện}]
embargo: 2026-12-01T06:00+07:00""",
)

CHANGES = {
    "title": ("vét kênh\n", "vét con kênh\n"),
    "summary": ("Hai mươi nhà", "Hai chục nhà"),
    "format": ("format: snapshot", "format: full"),
    "kind": ("collective", "individual"),
    "subject": ("Tổ Ba ấp", "Tổ 3 ấp"),
    "place": ("xã Lá Dừa\n", "xã Bến Gạo\n"),
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
    "contact": ("office: Hội bịa", "office: Hội Nông dân"),
    "sources": ("Báo cáo bịa", "Báo cáo khác"),
    "embargo": ("2026-12-01T06", "2026-12-01T07"),
}


def full_story(content):
    """Return the file of an approved story that uses every key."""
    folder = content.folder()
    (folder / "a.jpg").write_bytes(b"photo")
    (folder / "a.mp3").write_bytes(b"sound")
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


def test_no_key_of_the_schema_is_forgotten_here():
    """A new key must say on which side it stands."""
    assert set(FrontMatter.model_fields) == {*CHANGES, "coverage", "approval"}


def test_the_text_of_the_body_undoes_it(content):
    file = full_story(content)
    file.write_text(file.read_text(encoding="utf-8").replace("Nước về.", "Nước về!"), encoding="utf-8")

    assert approved(content) is Approved.CHANGED


@pytest.mark.parametrize("name", ["a.jpg", "a.mp3"])
def test_another_photo_or_recording_under_the_same_name_undoes_it(name, content):
    file = full_story(content)
    (file.parent / name).write_bytes(b"another")

    assert approved(content) is Approved.CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("coverage: [", "coverage: [{outlet: Đài bịa, date: 2021-01-01, title: Phát lại}, "),
        ("57-CV/BTGDVTU", "58-CV/BTGDVTU"),
        ("date: 2026-11-20", "date: 2026-11-21"),
        ("collective", "'collective'  # tập thể"),
        ("title: Tổ Ba cùng nhau vét kênh\n", 'title:   "Tổ Ba cùng nhau vét kênh"\n'),
        ("Nước về.\n", "Nước về.\n\n\n"),
    ],
    ids=["coverage", "number of the approval", "day of the approval", "comment", "quotes", "blank lines at the end"],
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

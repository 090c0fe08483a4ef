"""Who may be named: listed people who agreed, and nobody else."""

import pytest

from scripts.source.privacy.named_people import Sign, find_names
from scripts.source.story import State
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.made_up_photos import encoded

PERSON = "people:\n  - {name: Trần Văn Bịa, role: tổ trưởng, consent: {name: %s, photo: %s, recorded: 2020-10-02}}"
PHOTO = "photos:\n  - {file: a.jpg, alt: %s, caption: %s, credit: Tổ Ba, licence: site-only}"

NAMES = [
    ("ông Nguyễn Văn Bịa nói", "Nguyễn Văn Bịa"),
    ("Ông Nguyễn Bịa", "Nguyễn Bịa"),
    ("bà Thị Bịa", "Thị Bịa"),
    ("anh Danh Bịa", "Danh Bịa"),
    ("chị Thạch Thị Sà Bịa", "Thạch Thị Sà Bịa"),
    ("thầy Đặng Đông Bịa", "Đặng Đông Bịa"),
    ("đồng chí Lê Bịa", "Lê Bịa"),
    ("ông NGUYỄN VĂN BỊA", "Nguyễn Văn Bịa"),
    ("nhà của Trần Thị Bịa ở cuối xóm", "Trần Thị Bịa"),
    ("tổ trưởng Lê Văn Bịa", "Lê Văn Bịa"),
    ("trường có thầy giáo Lê Văn Bịa", "Lê Văn Bịa"),
    ("chuyện về Huỳnh Văn Ơn", "Huỳnh Văn Ơn"),
]
NO_NAMES = [
    "đường Nguyễn Văn Bịa",
    "trường Trần Thị Bịa",
    "Trường THPT Lê Văn Bịa",
    "Trường Tiểu học Trần Thị Bịa",
    "Trường Trung học cơ sở Lê Văn Bịa",
    "chị em Châu Thành",
    "bà con Dương Tơ",
    "các anh Kiên Lương",
    "ông lái đò",
    "bà Ba, anh Hai",
    "xã Kiên Bình, ấp Kiên Thanh",
    "học tập Bác Hồ",
    "Chủ tịch Hồ Chí Minh",
    "ông Nguyễn Trung Trực",
    "cô bác Lâm Trường",
    "Hội Liên hiệp Phụ nữ",
]


def said(content, text):
    return [(p.line, p.column, p.code) for p in content.problems_of(text)]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_in_prose(text, name):
    assert [use.name for use in find_names(f"Bữa đó {text} hay là.")] == [name]


@pytest.mark.parametrize("space", ["\u00a0", "\u2002", "\u2009", "\u202f", "\u205f", "\u3000"])
def test_a_name_is_a_name_whatever_spaces_part_its_words(space):
    """A reader sees a space; the title of a broadcast, which nobody approves, could else name anybody."""
    assert [use.name for use in find_names(f"Tin: ông{space}Lê{space}Bịa kể")] == ["Lê Bịa"]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_of_a_private_person(text):
    assert list(find_names(f"Bữa đó {text} hay là.")) == []


def test_a_line_that_says_who_needs_no_title():
    assert [use.name for use in find_names("Nguyễn Bịa, chi hội trưởng", sign=Sign.NAME)] == ["Nguyễn Bịa"]
    assert list(find_names("Một nông dân ở Kim Sơn", sign=Sign.NAME)) == []
    assert list(find_names("Bí thư xã Dương Hòa", sign=Sign.NAME)) == []
    assert list(find_names("Chi hội trưởng Hà Bịa", places={"Hà Bịa"}, sign=Sign.NAME)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD_STORY.replace("title: Tổ Ba", "title: Ông Lê Bịa"), (2, 8)),
        (GOOD_STORY.replace("summary: Hai", "summary: Ông Lê Bịa và hai"), (3, 10)),
        (GOOD_STORY.replace("Cả tổ", "Ông **Lê Bịa** và cả tổ"), (17, 7)),
        (with_keys(GOOD_STORY, "quotes: [{text: Nước về rồi, by: Lê Bịa}]"), (14, 34)),
        (with_keys(GOOD_STORY, "quotes: [{text: Nhờ ông Lê Bịa, by: Một người}]"), (14, 17)),
        (GOOD_STORY.replace("collective", "individual").replace("Tổ Ba ấp Gò Sen", "Lê Bịa"), (6, 10)),
    ],
)
def test_somebody_who_is_named_must_be_listed(text, place, content):
    assert said(content, text) == [(*place, "person-not-listed")]

    listed = with_keys(text, PERSON.replace("Trần Văn Bịa", "Lê Bịa") % ("true", "true"))
    assert said(content, listed) == []


NAMED = "ông Nguyễn Văn Tèo"
UNLISTED = [
    (f"topics: [{NAMED}]", (14, 10)),
    (f'results: [{{value: "2", unit: nhà, label: nhờ {NAMED}}}]', (14, 42)),
    (f"replications: [{{place: nhà {NAMED}}}]", (14, 24)),
    (f"replications: [{{place: xã Bến Gạo, by: {NAMED}}}]", (14, 40)),
    (f"contact: {{office: {NAMED}}}", (14, 19)),
    (f"recognition: [{{level: huyen, by: {NAMED}}}]", (14, 34)),
]


@pytest.mark.parametrize(
    ("key", "place"), UNLISTED, ids=[key.partition(" ")[0] + str(n) for n, (key, _) in enumerate(UNLISTED)]
)
def test_whoever_any_key_names_must_be_listed(key, place, content):
    """Each of these was published, and no list of ours had it."""
    (problem,) = content.problems_of(with_keys(GOOD_STORY, key))

    assert (problem.line, problem.column, problem.code) == (*place, "person-not-listed")
    assert "“Nguyễn Văn Tèo”" in problem.message
    assert (
        said(
            content,
            with_keys(GOOD_STORY, f"{key}\n{PERSON.replace('Trần Văn Bịa', 'Nguyễn Văn Tèo')}") % ("true", "true"),
        )
        == []
    )


def test_a_publisher_may_sign_but_not_stand_for_somebody(content):
    """A byline is its bearer's own; "ông" before it makes it a mention of somebody."""
    assert said(content, GOOD_STORY.replace("publisher: Hội Nông dân xã Lá Dừa", "publisher: Nguyễn Văn Tèo")) == []
    text = GOOD_STORY.replace("publisher: Hội Nông dân xã Lá Dừa", f"publisher: {NAMED}")
    assert said(content, text) == [(13, 37, "person-not-listed")]


@pytest.mark.parametrize(
    "office",
    [
        "Hội Nông dân xã Hòa Điền",
        "Chủ tịch UBND huyện Kiên Lương",
        "Quỹ Nguyễn Văn Bịa",
        "Trường Mầm non Trần Thị Bịa",
        "Tổ Chau Đốc",
    ],
)
def test_an_office_is_no_person(office, content):
    assert said(content, with_keys(GOOD_STORY, f"contact: {{office: {office}}}")) == []


def test_somebody_else_s_title_that_names_a_person_is_a_remark(content):
    """The press's own words stop nothing, nor do they undo an approval; an editor looks at them."""
    titled = GOOD_STORY.replace("title: Báo cáo", f"title: Chuyện {NAMED} và báo cáo")
    approve(content.write_story(titled))

    library = content.load()

    assert library.problems == ()
    (remark,) = library.remarks
    assert (remark.line, remark.column, remark.code) == (13, 13, "person-in-title")
    assert [story.state for story in library.stories] == [State.PUBLIC]


@pytest.mark.parametrize(("alt", "caption"), [("Trần Văn Bịa bên kênh", "Ngày đầu"), ("Bên con kênh", "Trần Văn Bịa")])
def test_a_caption_names_only_who_agreed_to_the_photo(alt, caption, content):
    (content.folder() / "a.jpg").write_bytes(encoded())
    text = with_keys(GOOD_STORY, f"{PHOTO % (alt, caption)}\n{PERSON}")

    assert [code for *_, code in said(content, text % ("true", "false"))] == ["photo-consent"]
    assert said(content, text % ("true", "true")) == []


def test_a_person_who_did_not_agree_keeps_the_story_out_of_every_edition(content, made_up_library):
    """Withheld, approved or not; said at the place of the missing consent; nothing else waits for it."""
    text = with_keys(GOOD_STORY, PERSON)
    approve(content.write_story(text % ("true", "false")))
    assert [story.state for story in content.load().stories] == [State.PUBLIC]

    content.write_story(text % ("false", "false"))
    content.write_story(GOOD_STORY.replace("cùng nhau", "chung tay"), slug="bai-hai")
    library = content.load()

    assert library.problems == ()
    assert [story.slug for story in library.stories] == ["bai-hai"]
    assert [story.slug for story in library.withheld] == ["bai-thu"]
    (remark,) = [remark for remark in library.remarks if remark.code != "sources-on-paper"]
    assert (remark.line, remark.column, remark.code) == (15, 59, "consent-missing")
    assert "“Trần Văn Bịa” chưa đồng ý nêu tên" in remark.message
    assert made_up_library.withheld == ()


def test_an_individual_without_a_name_stays_a_draft_though_approved(content):
    text = GOOD_STORY.replace("collective", "individual").replace("Tổ Ba ấp Gò Sen", "Một nông dân ở xã Lá Dừa")
    approve(content.write_story(text))

    library = content.load()

    (story,) = library.stories
    assert (story.draft, story.withheld, story.consent_complete) == (True, False, False)
    assert [remark.code for remark in library.remarks] == ["consent-missing"]


@pytest.mark.parametrize(
    ("contact", "codes"),
    [
        ("phone: 0299 3 000 111", []),
        ("phone: (0299) 3000.111", []),
        ("email: Nong-Dan@la-dua.vn", []),
        ("phone: 0299 3 000 112", ["contact-not-reviewed"]),
        ("phone: 0912 345 678", ["contact-not-reviewed"]),
        ("phone: máy lẻ 12", ["contact-not-reviewed"]),
        ("email: ai-do@gmail.com", ["contact-not-reviewed"]),
    ],
)
def test_a_contact_is_one_that_somebody_reviewed(contact, codes, content):
    """However it is written: letters and digits alone are compared."""
    text = with_keys(GOOD_STORY, f"contact: {{office: Hội bịa, {contact}}}")

    assert [code for *_, code in said(content, text)] == codes


def test_a_reviewed_number_may_stand_under_contact_only(content):
    assert [code for *_, code in said(content, f"{GOOD_STORY}\nGọi 0299 3 000 111 nhé.\n")] == ["phone"]

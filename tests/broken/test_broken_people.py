"""People and secrets: what plain text cannot hold. A name that was not given must be nowhere at all."""

import pytest

from tests.conftest import APPROVED, GOOD_STORY, approve, with_keys
from tests.made_up_photos import encoded
from tests.sites import run_build

PERSON = "people:\n  - {name: Trần Thị Không Bịa, consent: {name: %s, photo: false, recorded: 2020-10-02}}"


def test_row_42_the_name_of_a_folder_is_masked_wherever_it_is_printed(content):
    content.write_story(GOOD_STORY.replace("kinh-te", "kinh"), slug="nha-0912345678")

    problems = content.load().problems

    assert {problem.code for problem in problems} == {"phone", "unknown-field"}
    assert all("/nha-09…78/" in problem.path for problem in problems)


@pytest.mark.parametrize("edition", ["preview", "public"])
def test_row_44_a_story_without_consent_is_in_no_file_of_the_site(edition, made_up_content, tmp_path):
    """Approved and linked to, but somebody named in it took the consent back: the others are published without it."""
    link = "\nXem [tổ kia](/mo-hinh/bai-sen/bai-thu/) nữa.\n"
    made_up_content.write_story(GOOD_STORY.replace("vét kênh", "đắp bờ") + link, slug="bai-hai")
    file = made_up_content.write_story(with_keys(GOOD_STORY, PERSON % "true") + "\nÔng Trần Thị Không Bịa kể.\n")
    approve(file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(PERSON % "true", PERSON % "false"), encoding="utf-8")

    done = run_build(made_up_content.root, tmp_path / "site", tmp_path / "build", "--edition", edition)

    assert done.returncode == 3, done.stdout + done.stderr
    assert "[consent-missing]" in done.stderr
    assert "[consent-missing]" in done.stderr
    assert (tmp_path / "site" / "mo-hinh" / APPROVED / "index.html").is_file()
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert not [path for path in files if "bai-thu" in path.as_posix()]
    for sign in ("Trần Thị Không Bịa", "mo-hinh/bai-sen/bai-thu"):
        assert not [path for path in files if sign.encode() in path.read_bytes()]


ONE, OTHER = "Trần Thị Không Bịa", "Lê Văn Bịa"
PEOPLE = "people:\n" + "".join(
    f"  - {{name: {name}, consent: {{name: true, photo: {agreed}, recorded: 2020-10-02}}}}\n"
    for name, agreed in ((ONE, "false"), (OTHER, "true"))
)
LISTED = "  - {file: %s.jpg, alt: Bên con kênh vừa vét xong, caption: %s, credit: Tổ Ba, licence: site-only%s}\n"
NO_NAME, NAMED = "Ngày đầu", f"Anh {OTHER} đo bờ kênh"
INDIVIDUAL = GOOD_STORY.replace("kind: collective", "kind: individual").replace("Tổ Ba ấp Gò Sen", f"Bà {ONE}")
SHOWN = {
    "an individual who did not agree": (INDIVIDUAL, [("a", NAMED, "")], [18]),
    "every photo of theirs": (INDIVIDUAL, [("a", NO_NAME, ""), ("b", NAMED, "")], [18, 19]),
    "a subject without a name may be anybody": (INDIVIDUAL.replace(f"Bà {ONE}", "Bà Tư"), [("a", NAMED, "")], [18]),
    "a lead photo that does not say who is in it": (GOOD_STORY, [("a", NO_NAME, ", lead: true")], [18]),
    "the first photo, which leads": (GOOD_STORY, [("a", NO_NAME, ""), ("b", NO_NAME, "")], [18]),
    "the one marked, wherever it stands": (GOOD_STORY, [("a", NO_NAME, ""), ("b", NO_NAME, ", lead: true")], [19]),
    "a lead photo of somebody who agreed": (GOOD_STORY, [("a", NAMED, "")], []),
    "an individual who agreed": (INDIVIDUAL.replace(ONE, OTHER), [("a", NAMED, "")], []),
}


@pytest.mark.parametrize("case", SHOWN)
def test_row_63_no_photo_is_of_somebody_who_did_not_agree_to_it(case, content):
    """Said at the photo, with whose consent is missing and what to do."""
    text, photos, lines = SHOWN[case]
    for name, *_ in photos:
        (content.folder() / f"{name}.jpg").write_bytes(encoded())

    problems = content.problems_of(with_keys(text, f"{PEOPLE}photos:\n{''.join(LISTED % one for one in photos)}"))

    assert [(p.code, p.line, p.column) for p in problems] == [("photo-consent", line, 12) for line in lines]
    assert all(ONE in p.message and "hỏi và ghi nhận sự đồng ý" in p.message for p in problems)


def test_row_63_who_agreed_may_lead(content):
    (content.folder() / "a.jpg").write_bytes(encoded())
    photo = f"{PEOPLE}photos:\n{LISTED % ('a', NO_NAME, '')}".replace("photo: false", "photo: true")

    assert content.problems_of(with_keys(GOOD_STORY, photo)) == []

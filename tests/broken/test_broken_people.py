"""People and secrets: what plain text cannot hold. A name that was not given must be nowhere at all."""

import pytest

from tests.conftest import APPROVED, GOOD_STORY, approve, with_keys
from tests.publish.test_build import run_build

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

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 bài tạm giữ vì có người chưa đồng ý nêu tên." in done.stdout
    assert "[consent-missing]" in done.stderr
    assert (tmp_path / "site" / "mo-hinh" / APPROVED / "index.html").is_file()
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert not [path for path in files if "bai-thu" in path.as_posix()]
    for sign in ("Trần Thị Không Bịa", "mo-hinh/bai-sen/bai-thu"):
        assert not [path for path in files if sign.encode() in path.read_bytes()]

"""``script`` as an editor runs it."""

import re

import pytest

from tests.commands import run, run_alone
from tests.conftest import APPROVED


def test_a_text_is_printed_as_spoken_and_remarks_go_to_the_error_stream(content):
    done = run(content, "script", "UBND có 12.000 m2, XXB")
    assert (done.returncode, done.stdout) == (0, "Ủy ban nhân dân có mười hai nghìn mét vuông, ích-xì ích-xì bê\n")
    assert done.stderr.startswith("Nhắc: “XXB”")


def test_a_dash_reads_the_text_from_the_pipe(content):
    done = run_alone(content, "script", "-", told="Năm 2011\n")
    assert done.stdout == "Năm hai nghìn không trăm mười một\n"


def test_a_story_by_its_key_its_folder_or_its_file(made_up_content):
    folder = made_up_content.root / "models" / APPROVED
    scripts = [run(made_up_content, "script", name) for name in (APPROVED, folder, folder / "index.md")]
    assert {done.returncode for done in scripts} == {0}
    assert len({done.stdout for done in scripts}) == 1
    assert "== 30 giây, 60 giây và toàn bài: 00:" in scripts[0].stdout
    assert "Đầu vụ nhà nào cũng thiếu tiền mua giống, / phải mượn ngoài. //" in scripts[0].stdout


def test_a_story_that_is_not_there_is_wrong_use(content):
    done = run(content, "script", content.root / "models" / "bai-sen" / "khong-co" / "index.md")
    assert done.returncode == 2
    assert "Không có bài" in done.stderr


def test_a_story_with_problems_gets_them_and_no_script(made_up_content):
    file = made_up_content.root / "models" / APPROVED / "index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: collective", "kind: colective"), encoding="utf-8")
    done = run(made_up_content, "script", APPROVED)
    assert done.returncode == 1
    assert "[unknown-value]" in done.stdout


def test_a_station_reads_at_its_own_pace(made_up_content):
    """Half as fast as the house, so half as much fits; the head of the script says whose pace it is."""
    ours = run(made_up_content, "script", APPROVED).stdout
    done = run(made_up_content, "script", APPROVED, "--outlet", "Đài Sông Mây")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tốc độ 120 âm tiết mỗi phút (Tốc độ của Đài Sông Mây)." in done.stdout
    assert "Tốc độ 120" not in ours
    assert run(made_up_content, "script", APPROVED, "--outlet", "dai-song-may").stdout == done.stdout

    def whole(script):
        minutes, seconds = re.search(r"oàn bài: (\d\d):(\d\d)", script).groups()
        return int(minutes) * 60 + int(seconds)

    assert whole(done.stdout) > 1.5 * whole(ours)


@pytest.mark.parametrize(
    ("station", "said"),
    [
        ("Đài Sông Máy", "Không có báo, đài “Đài Sông Máy” trong outlets.yml; có phải ý bạn là “Đài Sông Mây”?\n"),
        ("Đài bịa", "Đài bịa chưa có tốc độ đọc. Hãy ghi pace (âm tiết mỗi phút) cho đài ấy trong outlets.yml.\n"),
    ],
)
def test_a_station_without_a_pace_gets_no_script_at_another(station, said, made_up_content):
    done = run(made_up_content, "script", APPROVED, "--outlet", station)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)

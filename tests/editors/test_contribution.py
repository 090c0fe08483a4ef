"""What a pull request from outside may bring: content, and nothing that runs or leads elsewhere."""

import pytest

from tests.commands import run
from tests.conftest import GOOD_STORY
from tests.made_up_photos import PHOTO
from tests.under_git import commit, git


@pytest.fixture
def base(content):
    """The commit that a contribution starts from."""
    content.write_story(GOOD_STORY)
    (content.root.parent / "Makefile").write_text("all:\n", encoding="utf-8")
    return commit(content)


def checked(content, base):
    """Commit what is there and return what ``check`` says of it as of a contribution."""
    commit(content, "bài góp")
    return run(content, "check", "--no-approvals-since", base)


def test_a_contribution_of_content_alone_is_good(content, base):
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")
    done = checked(content, base)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", [".github/workflows/a.yml", "scripts/a.py", "docs/a.md", "Makefile", "tệp lạ.txt"])
def test_row_73_code_a_workflow_or_a_page_of_the_house_is_refused(name, content, base):
    file = content.root.parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("khác\n", encoding="utf-8")
    done = checked(content, base)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{name}:1:1: Bài góp từ ngoài chỉ được đổi tệp trong thư mục “content”")
    assert "[beyond-content]" in done.stdout


def test_row_73_so_is_what_was_deleted(content, base):
    (content.root.parent / "Makefile").unlink()
    assert "Makefile:1:1: " in checked(content, base).stdout


@pytest.mark.parametrize("name", ["content/models/bai-sen/kho-khac", "kho-khac"])
def test_row_73_another_repository_is_refused(name, content, base):
    git(content, "update-index", "--add", "--cacheinfo", f"160000,{base},{name}")
    git(content, "commit", "-q", "-m", "bài góp")
    done = run(content, "check", "--no-approvals-since", base)
    assert done.returncode == 1
    assert f"{name}:1:1: Bài góp từ ngoài không được kéo theo một kho khác (submodule)" in done.stdout


def test_row_73_a_link_is_refused_where_it_lies(content, base):
    (content.root / "models/bai-sen/bai-thu/a.jpg").symlink_to("/etc/passwd")
    done = checked(content, base)
    assert done.returncode == 1
    assert "models/bai-sen/bai-thu/a.jpg:" in done.stdout


def test_row_73_a_pointer_of_lfs_is_no_photo(content, base):
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12345\n"
    file = content.write_story(GOOD_STORY.replace("\n---\n", f"\n{PHOTO}\n---\n", 1))
    (file.parent / "a.jpg").write_text(pointer, encoding="utf-8")
    done = checked(content, base)
    assert done.returncode == 1
    assert "Git LFS" in done.stdout

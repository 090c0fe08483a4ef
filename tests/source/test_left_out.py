"""What is left out of a publication, and what stops one: which reader found it decides."""

import pytest

from scripts.source.library import load_library
from tests.conftest import APPROVED, GOOD_STORY, TODAY, approve

SLIP = "- {story: bai-sen/khong-con-day, date: 2026-11-20, reason: khong-co-ly-do-nay}\n"


def codes(problems):
    return [problem.code for problem in problems]


def test_good_content_leaves_nothing_out(made_up_library):
    assert (made_up_library.stopping, made_up_library.left_out, made_up_library.faulty) == ((), (), frozenset())


def test_a_fault_of_one_story_is_left_out_with_the_story_alone(made_up_content):
    made_up_content.write_story(GOOD_STORY.replace("title:", "titel:", 1))
    library = made_up_content.load()
    assert library.stopping == ()
    assert library.left_out == library.problems
    assert "unknown-key" in codes(library.left_out)
    assert library.faulty == {"bai-sen/bai-thu"}
    assert len(library.stories) == 5


@pytest.mark.parametrize("name", ["thu.html", "anh.jpg"])
def test_nothing_of_a_story_is_published_while_a_file_nobody_looked_at_lies_beside_it(content, name):
    file = content.write_story(GOOD_STORY)
    (file.parent / name).write_text("<script>")
    library = content.load()
    assert library.stories == ()
    assert library.faulty == {"bai-sen/bai-thu"}
    assert library.stopping == ()


def test_of_two_stories_with_one_title_the_second_is_left_out(content):
    for slug in ("bai-mot", "bai-hai"):
        content.write_story(GOOD_STORY, slug=slug)
    library = content.load()
    assert codes(library.left_out) == ["repeated-title"]
    assert [story.slug for story in library.stories] == ["bai-hai"]
    assert library.faulty == {"bai-sen/bai-mot"}


def test_a_draft_with_the_title_of_an_approved_story_does_not_take_it_off_the_site(content):
    """Whichever comes first by its name: a contribution could else unpublish any story."""
    approve(content.write_story(GOOD_STORY, slug="bai-mot"))
    content.write_story(GOOD_STORY, slug="bai-hai")
    library = content.load()
    assert codes(library.left_out) == ["repeated-title"]
    assert [(story.slug, story.public) for story in library.stories] == [("bai-mot", True)]


@pytest.mark.parametrize("folder", ["collections/bai.md", "coverage/bai.yml", "reports/bai.md"])
def test_a_collection_a_report_or_a_record_is_left_out_by_itself(made_up_content, folder):
    file = made_up_content.root / folder
    file.parent.mkdir(exist_ok=True)
    file.write_text("---\ntitle: [\n---\n")
    library = made_up_content.load()
    assert library.stopping == ()
    assert {problem.path for problem in library.left_out} == {str(file)}
    assert len(library.stories) == 5


@pytest.mark.parametrize(
    "folder", ["collections/gop-suc-ma-lam.md", "coverage/mot-tin.yml", "reports/toan-tinh-ba-muoi-lop-hoc.md"]
)
def test_a_collection_a_report_or_a_record_that_is_a_program_is_not_shown(made_up_content, folder):
    file = made_up_content.root / folder
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        file.write_text(f"{{story: {APPROVED}, outlet: Đài Sông Mây, date: 2026-11-01, title: Góp vốn ở Tổ Hai}}\n")
    before = made_up_content.load()
    file.chmod(0o755)
    after = made_up_content.load()
    shown = [
        len(library.house_texts) + sum(len(story.coverage) for story in library.stories) for library in (before, after)
    ]
    assert codes(after.left_out) == ["executable"]
    assert shown[1] == shown[0] - 1


def test_who_agreed_in_a_withdrawn_story_agreed_to_nothing_else(made_up_content):
    """Its folder is still there: the collection that names them is left out with it."""
    key = "cu-lao/ong-lai-do-giu-ben"
    (person,) = next(story for story in made_up_content.load().stories if story.key == key).front.people
    named = made_up_content.root / "collections/nguoi-tot.md"
    named.write_text(
        f"---\ntitle: Người tốt quê ta\nsummary: Chuyện về {person.name} và những người giữ bến sông quê.\n"
        f"stories: [{key}, {APPROVED}]\n---\n"
    )
    assert "nguoi-tot" in [one.slug for one in made_up_content.load().collections]
    (made_up_content.root / "withdrawn.yml").write_text(f"- {{story: {key}, date: 2026-11-20, reason: sai-su-that}}\n")
    library = made_up_content.load()
    assert "nguoi-tot" not in [one.slug for one in library.collections]
    assert codes(library.left_out) == ["person-without-story", "withdrawn-present"]
    assert library.faulty == frozenset(), "the address answers with the notice"


@pytest.mark.parametrize(
    ("name", "text"),
    [("withdrawn.yml", SLIP), ("withdrawn.yml", "- ["), ("taxonomy/fields.yml", "- ["), ("taxonomy/la.txt", "?")],
)
def test_what_every_page_depends_on_stops_everything(made_up_content, name, text):
    (made_up_content.root / name).write_text(text)
    library = made_up_content.load()
    assert {problem.path for problem in library.stopping} == {str(made_up_content.root / name)}
    assert library.left_out == ()


@pytest.mark.parametrize("name", ["models", "taxonomy", "collections", "reports", "withdrawn.yml"])
def test_a_place_of_ours_that_is_a_link_stops_everything(made_up_content, tmp_path, name):
    place = made_up_content.root / name
    if place.exists():
        place.rename(tmp_path / "khac")
    place.symlink_to(tmp_path / "khac")
    assert made_up_content.load().stopping


def test_a_folder_without_stories_at_all_is_no_empty_site(made_up_content, tmp_path):
    (made_up_content.root / "models").rename(tmp_path / "models")
    assert codes(made_up_content.load().stopping) == ["models-missing"]


def test_a_hand_written_page_with_a_private_number_stops_everything(made_up_content, tmp_path):
    page = tmp_path / "docs/gioi-thieu.md"
    page.parent.mkdir()
    page.write_text("# Liên hệ\n\nGọi 0912 345 678.\n", encoding="utf-8")
    library = load_library(made_up_content.root, TODAY, docs=page.parent)
    assert codes(library.stopping) == ["phone"]


def test_a_story_with_a_valid_approval_is_left_out_all_the_same(content):
    file = content.write_story(GOOD_STORY)
    approve(file)
    file.write_text(file.read_text().replace("Cả tổ ngồi lại", "Cả tổ ngồi lại <b>"))
    library = content.load()
    assert library.stories == ()
    assert library.faulty == {"bai-sen/bai-thu"}

"""The real ``content/`` as a specification: totals, sources, honesty."""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from vietnam_provinces import Province, Ward

from scripts.source.library import load_library
from tests.made_up import CONTENT, TODAY

LIBRARY = load_library(CONTENT, TODAY)
TAXONOMY = LIBRARY.taxonomy
DISTRICTS = [district for district in TAXONOMY.districts if not district.province_wide]
COMMUNES = [commune for district in DISTRICTS for commune in district.communes]
DOCS = Path(__file__).parent.parent / "docs"


def kinds(names):
    return Counter(
        "thị trấn" if n.startswith("thị trấn") else "đặc khu" if n.startswith("đặc khu") else n.split()[0]
        for n in names
    )


def test_the_content_has_no_problem():
    assert LIBRARY.problems == ()


def test_fifteen_districts_with_their_codes():
    assert len(DISTRICTS) == 15
    assert {district.code for district in DISTRICTS} == {str(code) for code in range(899, 915)} - {"901"}


def test_143_communes_became_48_units():
    assert kinds(commune.name for commune in COMMUNES) == {"xã": 116, "phường": 17, "thị trấn": 10}
    assert kinds(unit.name for unit in TAXONOMY.units) == {"xã": 41, "phường": 4, "đặc khu": 3}


def test_every_commune_has_a_successor_and_every_unit_a_forerunner():
    assert {commune.successor for commune in COMMUNES} == set(TAXONOMY.units.slugs)


def test_five_units_kept_their_name_and_ground():
    """Bình Giang, Bình Sơn, Hòn Nghệ, Sơn Hải and Tiên Hải went through 2025 unchanged."""
    heirs = Counter(commune.successor for commune in COMMUNES)
    alone = {commune.name for commune in COMMUNES if heirs[commune.successor] == 1}
    assert {"xã Bình Giang", "xã Bình Sơn", "xã Hòn Nghệ", "xã Sơn Hải", "xã Tiên Hải"} <= alone


def test_today_s_names_agree_with_an_independent_list():
    """The package ``vietnam-provinces`` lists the units of An Giang from another source."""
    an_giang = next(province for province in Province.iter_all() if province.name == "An Giang")
    theirs = {ward.name.casefold() for ward in Ward.iter_by_province(an_giang.code)}
    assert not {unit.name for unit in TAXONOMY.units if unit.name.casefold() not in theirs}


def test_all_districts_ended_on_the_same_day():
    assert {district.names[-1].until for district in DISTRICTS} == {date(2025, 7, 1)}


def test_names_follow_each_other_without_a_gap():
    for district in DISTRICTS:
        for earlier, later in zip(district.names, district.names[1:], strict=False):
            assert earlier.until == later.since


def test_tiles_are_apart_and_fit_a_phone():
    tiles = [(district.tile.column, district.tile.row) for district in DISTRICTS]
    assert len(set(tiles)) == 15
    assert max(column for column, _ in tiles) <= 6


def test_each_district_has_a_drawn_pattern():
    assert {district.pattern for district in TAXONOMY.districts} <= {
        p.stem for p in (DOCS / "assets/img").glob("*.svg")
    }


def test_the_letter_s_figures_are_exact_and_kept_apart():
    """238-CV/TU: 1.099 + 373 registered; 532 + 185 commended to the end of 2010."""
    figures = {(f.act, f.kind.value): f.value for f in TAXONOMY.movement.figures}
    assert figures == {
        ("registered", "collective"): "1.099",
        ("registered", "individual"): "373",
        ("commended", "collective"): "532",
        ("commended", "individual"): "185",
    }


def test_the_about_page_gives_the_same_figures():
    about = (DOCS / "gioi-thieu.md").read_text(encoding="utf-8")
    assert all(figure.value in about for figure in TAXONOMY.movement.figures)
    assert TAXONOMY.movement.document in about


def test_at_least_25_stories_cover_every_district_and_field():
    assert len(LIBRARY.stories) >= 25
    assert {story.district for story in LIBRARY.stories} >= {district.slug for district in DISTRICTS}
    assert {story.front.field for story in LIBRARY.stories} == set(TAXONOMY.fields.slugs)


@pytest.mark.parametrize("story", LIBRARY.stories, ids=lambda story: story.key)
def test_a_starter_story_claims_nothing_its_source_does_not(story):
    """No approval, person, quote, photo, contact or document number was invented."""
    front = story.front
    assert story.draft
    assert front.approval is None
    assert not any((front.people, front.quotes, front.photos, front.audio, front.contact, front.coverage))
    assert not any(act.document for act in (*front.recognition, *front.commendations))
    assert all(source.url for source in front.sources)


NEW_STYLE = re.compile(r"(?<![qQ])(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?![a-zà-ỹ])", re.IGNORECASE)


@pytest.mark.parametrize("path", sorted([*CONTENT.rglob("*.md"), *CONTENT.rglob("*.yml"), *DOCS.glob("*.md")]), ids=str)
def test_tones_are_placed_the_old_way(path):
    """Hòa, thủy: the spelling of press and textbooks (domain, 6)."""
    assert not NEW_STYLE.findall(path.read_text(encoding="utf-8"))


def test_the_example_of_the_guide_can_be_copied(tmp_path):
    """An editor who copies the example gets no complaint but for its made-up commune."""
    example = re.search(r"```markdown\n(.*?)```", (DOCS / "gop-bai.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    folder = tmp_path / "content" / "models" / "kien-luong" / "vi-du"
    folder.mkdir(parents=True)
    shutil.copytree(CONTENT / "taxonomy", tmp_path / "content" / "taxonomy")
    (folder / "index.md").write_text(example, encoding="utf-8")
    problems = load_library(tmp_path / "content", TODAY).problems
    assert [problem.code for problem in problems] == ["unknown-commune"]

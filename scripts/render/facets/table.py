"""The table of indexes: one entry, one index (decisions/19). To add one, write its entry and list it. Pure."""

from collections.abc import Iterable, Iterator

from scripts.catalog.catalog import Group, levels_of, topics_of, year_of
from scripts.catalog.collation import place_sort_key, sort_key
from scripts.catalog.shelves import Shelf, shelf_of
from scripts.render.facets.district_words import district_words
from scripts.render.facets.facet import DirectoryWords, Facet, PageWords, Value
from scripts.render.wording import BOTH_SHELVES, capital, say_date, say_number
from scripts.source.schema.story_parts import KIND_NAMES, Kind
from scripts.source.vocabulary.taxonomy import Taxonomy, Term

_YEAR_RULE = "Xếp theo năm đăng ký; chưa rõ thì theo năm được công nhận, năm bắt đầu, rồi năm của nguồn."
_OF_KIND = {Kind.COLLECTIVE: "Việc làm của một tập thể.", Kind.INDIVIDUAL: "Việc làm của một người."}
_OF_SHELF = {
    Shelf.EXEMPLARS: "Việc làm được công nhận, được khen thưởng, đã đăng ký hoặc được giới thiệu là “Dân vận khéo”; "
    "mỗi bài ghi rõ là việc nào.",
    Shelf.PRACTICES: "Việc làm mà nơi khác có thể học theo. "
    "Việc nào được nêu gương “người tốt, việc tốt” thì bài ghi rõ.",
}


def _terms(vocabulary: Iterable[Term]) -> Iterator[Value]:
    return (Value(term.slug, term.name, term.about) for term in vocabulary)


def _districts(taxonomy: Taxonomy, _: Group) -> Iterator[Value]:
    for district in taxonomy.districts:
        full = capital(district.names[-1].name)
        yield Value(district.slug, district.short_name, door=full, apart=district.province_wide)


def _district_lead(taxonomy: Taxonomy) -> str:
    province, places = taxonomy.province, sum(not district.province_wide for district in taxonomy.districts)
    return (
        f"{say_number(places)} huyện, thị xã, thành phố của {province.name_then} "
        f"trước ngày {say_date(province.merged_on)}. "
        "Trang mỗi nơi nói rõ nay là xã, phường, đặc khu nào."
    )


def _level_words(value: Value, _: Taxonomy) -> PageWords:
    level = f"{value.name[:1].lower()}{value.name[1:]}"
    description = f"Điển hình “Dân vận khéo” được công nhận ở {level}."
    return PageWords(f"Được công nhận: {level}", value.about, description)


def _kind_words(value: Value, _: Taxonomy) -> PageWords:
    kind = Kind(value.slug)
    return PageWords(value.name, _OF_KIND[kind], f"{BOTH_SHELVES} của {KIND_NAMES[kind]}.")


def _district_fields(taxonomy: Taxonomy, group: Group) -> Iterator[Value]:
    for district in taxonomy.districts:
        for one in taxonomy.fields:
            if (slug := f"{district.slug}/{one.slug}") in group:
                yield Value(slug, one.name)


def _district_field_words(value: Value, taxonomy: Taxonomy) -> PageWords:
    place, _, slug = value.slug.partition("/")
    district, one = taxonomy.districts[place], taxonomy.fields[slug]
    heading = f"{one.name}{', ' if district.province_wide else ' ở '}{district.short_name}"
    description = f"{BOTH_SHELVES} thuộc lĩnh vực {one.name} ở {district.short_name}."
    return PageWords(heading, one.about, description, colour=one.slug)


SHELF = Facet(
    key="shelf",
    name="Nhóm bài",
    root="",
    belongs=lambda story, _: (shelf_of(story).value,),
    values=lambda *_: (Value(shelf.value, shelf.label) for shelf in Shelf),
    words=lambda value, _: PageWords(value.name, _OF_SHELF[Shelf(value.slug)], _OF_SHELF[Shelf(value.slug)]),
    nothing="ở nhóm này",
    others="Xem thêm",
    filter="nhom",
    way_in=True,
    addresses={Shelf.EXEMPLARS.value: "dien-hinh/", Shelf.PRACTICES.value: "cach-lam-hay/"},
)

DISTRICT = Facet(
    key="district",
    name="Địa bàn",
    root="dia-ban/",
    belongs=lambda story, _: (story.district,),
    values=_districts,
    words=district_words,
    nothing="ở địa bàn này",
    directory=DirectoryWords("Địa bàn", _district_lead, place_sort_key),
    feed=True,
    filter="dia-ban",
    way_in=True,
)

FIELD = Facet(
    key="field",
    name="Lĩnh vực",
    root="linh-vuc/",
    belongs=lambda story, _: (story.front.field,),
    values=lambda taxonomy, _: _terms(taxonomy.fields),
    words=lambda value, _: PageWords(
        value.name, value.about, f"{BOTH_SHELVES} thuộc lĩnh vực {value.name}.", colour=value.slug
    ),
    nothing="ở lĩnh vực này",
    directory=DirectoryWords(
        "Lĩnh vực",
        lambda taxonomy: f"{say_number(len(taxonomy.fields))} lĩnh vực của phong trào thi đua “Dân vận khéo”.",
    ),
    feed=True,
    filter="linh-vuc",
    way_in=True,
)

DISTRICT_FIELD = Facet(
    key="district_field",
    name="Lĩnh vực ở một địa bàn",
    root=DISTRICT.root,
    belongs=lambda story, _: (f"{story.district}/{story.front.field}",),
    values=_district_fields,
    words=_district_field_words,
    least=1,
    across=(DISTRICT, FIELD),
)

METHOD = Facet(
    key="methods",
    name="Cách làm",
    root="cach-lam/",
    belongs=lambda story, _: story.front.methods,
    values=lambda taxonomy, _: _terms(taxonomy.methods),
    words=lambda value, _: PageWords(value.name, value.about, f"Những nơi đã làm theo cách: {value.name}."),
    nothing="theo cách làm này",
    directory=DirectoryWords(
        "Cách làm", lambda _: "Việc khó của bạn đã có nơi làm được bằng cách nào? Chọn một cách làm để xem."
    ),
    filter="cach-lam",
    way_in=True,
)

TOPIC = Facet(
    key="topics",
    name="Chủ đề",
    root="chu-de/",
    belongs=topics_of,
    values=lambda taxonomy, _: _terms(taxonomy.topics),
    words=lambda value, _: PageWords(f"Chủ đề: {value.name}", value.about, f"{BOTH_SHELVES} về chủ đề {value.name}."),
    least=2,
    directory=DirectoryWords(
        "Chủ đề",
        lambda _: "Điều mà nhiều bài cùng nói đến. Chủ đề có trang riêng khi có từ hai bài.",
        sort_key,
        nothing="Chưa có chủ đề nào có từ hai bài.",
    ),
    filter="chu-de",
    way_in=True,
)

KIND = Facet(
    key="kind",
    name="Tập thể, cá nhân",
    root="",
    belongs=lambda story, _: (story.front.kind.value,),
    values=lambda *_: (Value(kind.value, capital(KIND_NAMES[kind])) for kind in Kind),
    words=_kind_words,
    nothing="ở mục này",
    others="Xem thêm",
    filter="loai",
    addresses={Kind.COLLECTIVE.value: "tap-the/", Kind.INDIVIDUAL.value: "ca-nhan/"},
)

YEAR = Facet(
    key="year",
    name="Năm",
    root="nam/",
    belongs=lambda story, _: (str(year),) if (year := year_of(story)) else (),
    values=lambda _, group: (Value(year, year) for year in sorted(group, reverse=True)),
    words=lambda value, _: PageWords(f"Năm {value.name}", _YEAR_RULE, f"{BOTH_SHELVES} xếp vào năm {value.name}."),
    least=1,
    directory=DirectoryWords("Các năm", lambda _: "Các bài xếp theo năm.", nothing="Chưa có bài nào để xếp theo năm."),
    others="Năm khác",
    filter="nam",
)

LEVEL = Facet(
    key="levels",
    name="Cấp công nhận",
    root="cap/",
    belongs=lambda story, _: levels_of(story),
    values=lambda taxonomy, _: _terms(taxonomy.levels),
    words=_level_words,
    nothing="được công nhận ở cấp này",
    directory=DirectoryWords(
        "Cấp công nhận", lambda _: "Ban chỉ đạo cấp nào đã công nhận. Công nhận khác với khen thưởng."
    ),
    others="Cấp khác",
    filter="cap",
)

FACETS = (SHELF, DISTRICT, FIELD, DISTRICT_FIELD, METHOD, TOPIC, KIND, YEAR, LEVEL)
"""In the order in which a reader meets them: in the filters, on the explore page, in the footer."""

FILTERS = tuple(facet for facet in FACETS if facet.filter)
CROSSINGS = tuple(facet for facet in FACETS if facet.across)
DIRECTORIES = tuple(facet for facet in FACETS if facet.directory)

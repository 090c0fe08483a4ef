"""The reader under node, as a page would use it."""

import subprocess
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.search.scene import NODE, READER, Site, build_site, found, make_document

STORIES = [
    make_document(
        f"mo-hinh/{n:02}/",
        f"Dân vận khéo ở ấp {n}" if n % 2 else f"Đường hoa ấp {n}",
        f"Cách làm\nBà con ấp {n} vận động nhau. Mọi người nói dân vận khéo thì xong.",
        summary=f"Chuyện ấp {n}.",
        place="xã Lúa Xanh",
        district="dong-xa" if n < 20 else "tay-xa",
        field="kinh-te" if n % 3 else "van-hoa",
        methods=("gop-von", "lam-gop") if n % 5 == 0 else (),
        kind="collective",
        year=str(2010 + n % 4),
        levels=("co-so",),
        date=f"2020-{n % 12 + 1:02}-{n % 27 + 1:02}",
        draft=n == 7,
        waits="08:00 ngày 20-11-2026" if n == 7 else "",
        thumbnail="anh.jpg" if n == 7 else "",
    )
    for n in range(40)
]
NEWEST_FIRST = [d.address for d in sorted(STORIES, key=lambda d: d.date, reverse=True)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return forty stories as an index."""
    return build_site(tmp_path_factory.mktemp("site"), STORIES)


def test_a_hit_is_a_card_with_marks(site: Site) -> None:
    """A hit has all that a card shows; marks are ranges of UTF-16 units."""
    answer = site.search("dân vận khéo", filters={"year": "2013"}, limit=40)
    hit = next(hit for hit in answer["hits"] if hit["url"] == "mo-hinh/07/")
    expected = {
        "title": "Dân vận khéo ở ấp 7",
        "summary": "Chuyện ấp 7.",
        "place": "xã Lúa Xanh",
        "field": "kinh-te",
        "fieldLabel": "Kinh tế",
        "year": "2013",
        "date": "2020-08-08",
        "draft": True,
        "waits": "08:00 ngày 20-11-2026",
        "thumbnail": "anh.jpg",
    }
    assert expected.items() <= {k: v for k, v in hit.items() if isinstance(v, str | bool)}.items()
    assert hit["tier"] == "phrase"
    assert hit["titleMarks"] == [[0, 12, True]]
    snippet = hit["snippet"]
    assert [snippet["text"][a:b] for a, b, _ in snippet["marks"]] == ["dân vận khéo"]
    assert "text" not in hit


def test_marks_say_whether_they_are_exact(tmp_path: Path) -> None:
    """An inexact word is marked as such; exact ones are preferred; emoji do not shift marks."""
    text = "🙂 Đường làng. Ông Dương bán đường cát. Đương nhiên."
    site = build_site(tmp_path, [make_document("a", "Dương", text)])
    (hit,) = site.search("đường")["hits"]
    assert hit["titleMarks"] == [[0, 5, False]]
    shown = hit["snippet"]["text"].encode("utf-16-le")
    exact = [(2 * start, 2 * end) for start, end, is_exact in hit["snippet"]["marks"] if is_exact]
    marked = [shown[start:end].decode("utf-16-le") for start, end in exact]
    assert marked == ["Đường", "đường"]


def test_an_excerpt_shows_the_phrase_wherever_it_stands(tmp_path: Path) -> None:
    """The excerpt is cut around the whole phrase, and says where its paragraph goes on."""
    filler = "câu chuyện dài về dân và vận may " * 30
    text = f"{filler}\n{filler} rồi dân vận khéo mới thành {filler}"
    site = build_site(tmp_path, [make_document("a", "Chuyện", text)])
    (hit,) = site.search("dan van kheo")["hits"]
    snippet = hit["snippet"]
    assert [snippet["text"][a:b] for a, b, _ in snippet["marks"]] == ["dân vận khéo"]
    assert (snippet["before"], snippet["after"]) == (True, True)
    assert len(snippet["text"].split()) == 36


def test_an_empty_query_lists_everything_newest_first(site: Site) -> None:
    """Nothing typed, or only quotes, is no question; filters still hold."""
    for query in ("", "   ", '""'):
        answer = site.search(query, limit=100)
        assert found(answer) == NEWEST_FIRST
        assert answer["hits"][0]["snippet"]["text"] == answer["hits"][0]["summary"]
    assert site.search("", filters={"district": "tay-xa"})["total"] == 20


def test_pages_follow_each_other(site: Site) -> None:
    """Limit and offset cut one list; the total is that of the whole."""
    calls = [{"query": "ap", "options": {"limit": 7, "offset": at}} for at in range(0, 49, 7)]
    answers = site.ask(calls)
    whole = found(site.search("ap", limit=100))
    assert [url for answer in answers for url in found(answer)] == whole
    assert {answer["total"] for answer in answers} == {40}
    assert answers[-1]["hits"] == []


def test_sorting_by_date_keeps_the_results(site: Site) -> None:
    """The same stories, newest first, whatever their rank."""
    ranked = site.search("dân vận khéo", limit=100)
    dated = site.search("dân vận khéo", limit=100, sort="date")
    assert found(dated) == [a for a in NEWEST_FIRST if a in found(ranked)]
    assert dated["total"] == ranked["total"]


def test_counts_follow_the_other_filters(site: Site) -> None:
    """A facet's counts ignore its own filter and respect the others."""
    chosen = {"district": ["dong-xa"], "methods": "gop-von"}
    answer = site.search("", filters=chosen, limit=100)
    assert answer["total"] == 4
    assert answer["counts"]["district"] == {"dong-xa": 4, "tay-xa": 4}
    assert answer["counts"]["methods"] == {"gop-von": 4, "lam-gop": 4}
    for slug, count in answer["counts"]["year"].items():
        assert site.search("", filters={**chosen, "year": slug})["total"] == count


def test_facets_list_their_values_in_order(site: Site) -> None:
    """The page that draws the filters gets labels and order."""
    (facets,) = site.ask([{"facets": True}])
    assert facets["district"] == [["dong-xa", "Đông Xa"], ["tay-xa", "Tây Xa"]]


def test_an_unknown_facet_is_an_error_and_an_unknown_value_finds_nothing(site: Site) -> None:
    """A filter is never silently ignored."""
    calls = [
        {"query": "", "options": {"filters": {"colour": "red"}}},
        {"query": "", "options": {"filters": {"district": "khong-co"}}},
        {"query": "", "options": {"filters": {"district": []}}},
    ]
    wrong, none, everything = site.ask(calls)
    assert wrong["error"]["name"] == "RangeError"
    assert none["total"] == 0
    assert everything["total"] == 40


STRANGE = [
    *("d", "đ", "🙂", "🙂 dân", "?!…", '"', '"""', "và của thì là", "dân " * 130, "x" * 500),
    *("\\ / <b>", "constructor __proto__ toString", "dân\u200bvận", "٣٤", "ខ្មែរ", "\0", "İ ŉ ß ﬁ"),
]


@pytest.mark.parametrize("query", STRANGE)
def test_strange_queries_get_an_answer(query: str, site: Site) -> None:
    """One letter, 500 characters, emoji, signs, other scripts: an answer, never an error."""
    (answer,) = site.ask([{"query": query}])
    assert "error" not in answer, answer
    assert answer["total"] >= len(answer["hits"])


def test_a_letter_finds_what_begins_with_it(site: Site) -> None:
    """One letter is a beginning; words with its very mark come first."""
    answer = site.search("đ", limit=50)
    titles = [hit["title"] for hit in answer["hits"]]
    assert all(title.startswith("Đường") for title in titles[:20])
    assert answer["total"] == 40


def test_forms_do_not_matter(site: Site) -> None:
    """NFD, upper case, more space and Telex find the same."""
    decomposed = unicodedata.normalize("NFD", "Dân Vận Khéo")
    same = ["dân vận khéo", decomposed, "  DÂN  VẬN KHÉO ", "daan vaanj kheos"]
    answers = [found(site.search(query, limit=50)) for query in same]
    assert answers == [answers[0]] * len(answers)
    assert len(answers[0]) == 40


def test_a_failed_chunk_rejects_and_may_be_tried_again(site: Site) -> None:
    """Offline in the middle: a named error that says the file; back online the same index works."""
    for part in ("w/", "p/", "d/", "facets.json"):
        failed, worked = site.ask([{"query": "dân vận khéo"}] * 2, broken={part: 1})
        assert failed["error"]["name"] == "SearchIndexError"
        assert failed["error"]["file"].startswith(part)
        assert worked["total"] == 40


@pytest.mark.parametrize("part", ["index.json", "words.json"])
def test_an_index_that_cannot_be_opened_says_so(part: str, site: Site) -> None:
    """Opening fails with the same kind of error."""
    failed, worked = site.ask([{"query": "dân"}] * 2, broken={part: 1})
    assert failed["error"]["name"] == "SearchIndexError"
    assert failed["error"]["file"] == part
    assert worked["total"] == 40


def test_an_index_of_another_format_is_refused(tmp_path: Path) -> None:
    """An old page does not misread a new index."""
    (tmp_path / "index.json").write_text('{"format": 99, "folder": "x"}', encoding="utf-8")
    (answer,) = Site(tmp_path).ask([{"query": "dân"}])
    assert answer["error"]["name"] == "SearchIndexError"


def test_an_index_without_documents_answers(tmp_path: Path) -> None:
    """An empty site finds nothing, without an error."""
    site = build_site(tmp_path, [])
    for query in ("", "dân", "dân vận khéo ở đây"):
        assert site.search(query)["total"] == 0


def test_words_that_never_meet_are_still_found(tmp_path: Path) -> None:
    """Pairs before the first that exists, or no pairs at all, are no error."""
    lonely = [make_document("a", "Ấp"), make_document("b", "Bờ"), make_document("c", "Cầu")]
    for documents in (lonely, [*lonely, make_document("d", "Dừa xanh")]):
        site = build_site(tmp_path / str(len(documents)), documents)
        assert site.search("ấp bờ")["total"] == 0
        assert found(site.search("bờ")) == ["b"]
        assert site.search("bờ c")["total"] == 0


def test_the_reader_is_small() -> None:
    """All modules together stay under 10 kB of brotli, comments and all."""
    script = "import {readFileSync} from 'node:fs'; import {brotliCompressSync} from 'node:zlib';"
    script += "console.log(brotliCompressSync(readFileSync(process.argv[1])).length)"
    node = [NODE, "--input-type=module", "-e", script]
    sizes = [int(subprocess.check_output([*node, str(module)])) for module in READER.parent.glob("*.js")]
    assert len(sizes) == 3
    assert sum(sizes) < 10_000


def test_only_what_a_query_needs_is_loaded(site: Site) -> None:
    """Two files to open; then the lists of the words, the cards shown; nothing twice."""
    call = {"query": "dân vận", "options": {"limit": 3}}
    first, again = site.ask([call, call])
    (box,) = site.ask([{"query": "", "options": {"limit": 1, "counts": False}}])
    kinds = [name.split("/")[0] for name in first["loaded"]]
    assert kinds[:2] == ["index.json", "words.json"]
    assert kinds.count("d") == 3
    assert len(set(first["loaded"])) == len(first["loaded"])
    assert again["loaded"] == []
    assert "facets.json" not in box["loaded"]


@pytest.fixture
def server(site: Site) -> Iterator[str]:
    """Serve the index over HTTP."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.folder))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def test_it_loads_over_http_by_itself(server: str, site: Site) -> None:
    """The loader of its own uses fetch; a missing file is an error of the same kind."""
    (answer,) = site.ask([{"query": "dan van kheo"}], base=server)
    assert answer["total"] == 40
    (missing,) = site.ask([{"query": "dan"}], base=f"{server}/nowhere")
    assert missing["error"]["name"] == "SearchIndexError"
    assert "404" in missing["error"]["message"]

"""Feeds: valid by their specifications, whole, and only of what is approved."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser
import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition
from scripts.render.machines.feeds import NEWEST, Enclosure, feed_files
from scripts.render.site import render_files, render_site
from tests.made_up import made_up_story
from tests.render.mixed import HIDDEN, PUBLIC, PUBLIC_KEYS, RICH, SITE_URL, TAXONOMY, catalog_of, hostile

ATOM = "{http://www.w3.org/2005/Atom}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
STORY_URL = f"{SITE_URL}mo-hinh/bai-sen/duyet-mot/"
RECORDINGS = {
    ("bai-sen/duyet-mot", "phat-thanh.mp3"): Enclosure(
        "mo-hinh/bai-sen/duyet-mot/phat-thanh.mp3", 1_234_567, "audio/mpeg"
    )
}

# jsonfeed.org/version/1.1, its words as a schema: what is required, what each value is.
JSON_FEED_1_1 = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": {"$ref": "#/$defs/url"},
        "feed_url": {"$ref": "#/$defs/url"},
        "description": {"type": "string"},
        "authors": {"type": "array", "minItems": 1, "items": {"type": "object", "minProperties": 1}},
        "language": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "additionalProperties": False,
    "$defs": {
        "url": {"type": "string", "pattern": "^https?://"},
        "moment": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
        "item": {
            "type": "object",
            "required": ["id"],
            "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
            "properties": {
                "id": {"type": "string", "minLength": 1},
                "url": {"$ref": "#/$defs/url"},
                "title": {"type": "string"},
                "summary": {"type": "string"},
                "content_html": {"type": "string", "minLength": 1},
                "image": {"$ref": "#/$defs/url"},
                "date_published": {"$ref": "#/$defs/moment"},
                "date_modified": {"$ref": "#/$defs/moment"},
                "tags": {"type": "array", "items": {"type": "string"}},
            },
            "additionalProperties": False,
        },
    },
}


def atom_problems(text):
    """Return what RFC 4287 forbids in ``text``: sections 4.1.1, 4.1.2, 4.2.6, 4.2.7, 3.3."""
    feed = ET.fromstring(text)
    problems = [] if feed.tag == f"{ATOM}feed" else ["root"]
    links = {(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")}
    problems += [] if any(rel == "self" for rel, _ in links) else ["self link"]
    ids = []
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(f"{ATOM}{name}")) != 1:
                problems.append(f"one {name}")
        ids.append(element.findtext(f"{ATOM}id", ""))
        for name in ("updated", "published"):
            for moment in element.findall(f"{ATOM}{name}"):
                if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", moment.text or ""):
                    problems.append(f"{name} {moment.text}")
        if element is not feed:
            if not feed.findall(f"{ATOM}author") and not element.findall(f"{ATOM}author"):
                problems.append("author")
            if not element.findall(f"{ATOM}content") and not element.findall(f"{ATOM}link[@rel='alternate']"):
                problems.append("content or alternate")
    problems += [f"id {name}" for name in ids if not re.match(r"(?:https?://|tag:|urn:)", name)]
    problems += ["ids repeated"] if len(set(ids)) != len(ids) else []
    problems += ["author without name" for author in feed.iter(f"{ATOM}author") if not author.findtext(f"{ATOM}name")]
    return problems


def feeds_of(catalog=None, recordings=None):
    return dict(feed_files(catalog or catalog_of(), SITE_URL, recordings or {}))


def main_entry(feeds):
    return next(
        e for e in ET.fromstring(feeds["feed.xml"]).iter(f"{ATOM}entry") if e.findtext(f"{ATOM}id") == STORY_URL
    )


def test_the_mixed_corpus_is_what_it_says():
    """Otherwise no test built on it would mean anything."""
    assert all(story.public for story in PUBLIC)
    assert not any(story.public for story in HIDDEN)


def test_there_is_a_pair_for_all_for_each_district_and_for_each_field():
    pages = ["", *(f"dia-ban/{d.slug}/" for d in TAXONOMY.districts), *(f"linh-vuc/{f.slug}/" for f in TAXONOMY.fields)]
    assert set(feeds_of()) == {f"{page}feed.{kind}" for page in pages for kind in ("xml", "json")}


def test_every_feed_is_valid_by_its_specification():
    for address, text in feeds_of().items():
        if address.endswith(".xml"):
            assert atom_problems(text) == [], address
            read = feedparser.parse(text.encode())
            assert not read.bozo, address
            assert read.version == "atom10"
        else:
            jsonschema.validate(json.loads(text), JSON_FEED_1_1)


@pytest.mark.parametrize(
    ("spoil", "by", "problem"),
    [
        (r"<updated>.*?</updated>", "", "one updated"),
        (r'<link rel="self"[^>]*>', "", "self link"),
        (r"<author>.*?</author>", "", "author"),
        (r"T00:00:00\+07:00", "", "updated 2026-11-20"),
        (r"duyet-hai/</id>", "duyet-mot/</id>", "ids repeated"),
    ],
)
def test_the_measure_of_atom_notices_what_is_wrong(spoil, by, problem):
    assert problem in atom_problems(re.sub(spoil, by, feeds_of()["feed.xml"]))


@pytest.mark.parametrize("edition", list(Edition))
def test_exactly_the_approved_stories_are_in_the_feeds(edition):
    """Not the draft, not the one edited after its approval, not the one without consent."""
    feeds = feeds_of(catalog_of(edition=edition))
    keys = {
        e.findtext(f"{ATOM}id").removeprefix(f"{SITE_URL}mo-hinh/").rstrip("/")
        for e in ET.fromstring(feeds["feed.xml"]).iter(f"{ATOM}entry")
    }
    assert keys == PUBLIC_KEYS
    assert {item["id"] for item in json.loads(feeds["feed.json"])["items"]} == {
        f"{SITE_URL}mo-hinh/{key}/" for key in keys
    }
    everything = "".join(feeds.values())
    for story in HIDDEN:
        assert story.front.title not in everything
        assert story.key not in everything
    fields = [item["id"] for item in json.loads(feeds["linh-vuc/van-hoa-xa-hoi/feed.json"])["items"]]
    assert fields == [f"{SITE_URL}mo-hinh/bai-sen/duyet-hai/"]


def test_feeds_exist_only_in_the_public_edition_at_a_known_address():
    """A preview must not spread, and a feed without whole addresses is none."""
    for edition, url in ((Edition.PREVIEW, SITE_URL), (Edition.PREVIEW, ""), (Edition.PUBLIC, "")):
        names = {name for name, _ in render_files(catalog_of(edition=edition), url, {})}
        assert not [name for name in names if "feed" in name or "sitemap" in name or "podcast" in name]
    assert "feed.xml" in {name for name, _ in render_files(catalog_of(), SITE_URL, {})}


def test_an_entry_tells_the_whole_story_with_whole_addresses():
    entry = main_entry(feeds_of())
    html = entry.findtext(f"{ATOM}content")
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("h2")] == ["Bối cảnh", "Cách làm", "Kết quả"]
    text = tree.text()
    for said in (RICH.front.summary, "Mượn của hàng xóm thì khó quên.", "Tổ trưởng bịa", "57-CV/BTGDVTU", "20-11-2026"):
        assert said in text
    assert TAXONOMY.site.reuse.terms in text
    links = [node.attributes["href"] for node in tree.css("a")]
    assert f"{SITE_URL}mo-hinh/bai-sen/duyet-hai/" in links
    assert "https://bao.example/a?b=1&c=2" in links
    assert f"{STORY_URL}#chu-thich-1" in links
    assert [link for link in links if not link.startswith("https://")] == []
    assert not [link for link in links if "thao" in link]
    assert entry.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+07:00"
    thumbnail = entry.find("{http://search.yahoo.com/mrss/}thumbnail")
    assert re.fullmatch(rf"{SITE_URL}assets/share/[0-9a-f]{{16}}\.png", thumbnail.get("url"))


def test_a_story_that_waited_for_its_hour_is_as_new_as_that_hour():
    """Or it would come out below what its readers have read, with a day on which it was not public."""
    waited = made_up_story("cho-roi", approved=True, embargo="2026-11-23T06:00+07:00")
    (entry,) = json.loads(feeds_of(catalog_of([waited]))["feed.json"])["items"]
    assert entry["date_published"] == entry["date_modified"] == "2026-11-23T00:00:00+07:00"


def test_every_number_of_an_entry_is_the_page_s():
    pages = {page.address: page for page in render_site(catalog_of(), SITE_URL)}
    page = LexborHTMLParser(pages["mo-hinh/bai-sen/duyet-mot/"].html)
    shown = [node.text() for node in page.css(".story-cover .figures dd")]
    entry = LexborHTMLParser(main_entry(feeds_of()).findtext(f"{ATOM}content"))
    assert shown == [node.text() for node in entry.css("ul:first-of-type > li > strong")]
    assert len(shown) == 4
    item = next(i for i in json.loads(feeds_of()["feed.json"])["items"] if i["id"] == STORY_URL)
    assert item["content_html"] == main_entry(feeds_of()).findtext(f"{ATOM}content")


def test_a_feed_holds_the_newest_only():
    stories = [made_up_story(f"bai-{n:03d}", approved=True) for n in range(NEWEST + 3)]
    feeds = feeds_of(catalog_of(stories))
    expected = [f"{SITE_URL}mo-hinh/{story.key}/" for story in catalog_of(stories).stories[:NEWEST]]
    assert [item["id"] for item in json.loads(feeds["feed.json"])["items"]] == expected
    assert [e.findtext(f"{ATOM}id") for e in ET.fromstring(feeds["feed.xml"]).iter(f"{ATOM}entry")] == expected


def test_a_feed_without_a_story_waits_for_the_first():
    text = feeds_of(catalog_of([]))["dia-ban/cu-lao/feed.xml"]
    assert atom_problems(text) == []
    assert "<updated>2011-10-14T00:00:00+07:00</updated>" in text


def test_hostile_words_stay_words():
    words = "]]></title><script>alert(1)</script> &amp; \"'"
    story = hostile(RICH, title=words, summary=words)
    feeds = feeds_of(catalog_of([story]))
    entry = main_entry(feeds)
    assert entry.findtext(f"{ATOM}title") == words
    for html in (entry.findtext(f"{ATOM}content"), json.loads(feeds["feed.json"])["items"][0]["content_html"]):
        tree = LexborHTMLParser(html)
        assert not tree.css("script")
        assert words in tree.text()


def test_the_podcast_is_valid_and_holds_only_published_recordings():
    """RSS 2.0: guid, enclosure with length and type, RFC 822 dates; Apple: language, category, explicit."""
    text = feeds_of(recordings=RECORDINGS)["podcast.xml"]
    channel = ET.fromstring(text).find("channel")
    for name in ("title", "link", "description", "language", f"{ITUNES}author", f"{ITUNES}explicit"):
        assert channel.findtext(name), name
    assert channel.find(f"{ITUNES}category").get("text") == "Society & Culture"
    (item,) = channel.findall("item")
    enclosure = item.find("enclosure")
    assert enclosure.attrib == {
        "url": f"{STORY_URL}phat-thanh.mp3",
        "length": "1234567",
        "type": "audio/mpeg",
    }
    assert item.findtext("guid") == enclosure.get("url")
    assert item.findtext("link") == STORY_URL
    assert item.findtext(f"{ITUNES}duration") == "3:20"
    assert parsedate_to_datetime(item.findtext("pubDate")) == datetime.fromisoformat("2020-09-01T00:00:00+07:00")
    assert item.findtext("pubDate").startswith("Tue, 01 Sep 2020")
    read = feedparser.parse(text.encode())
    assert not read.bozo
    assert read.entries[0].enclosures[0].length == "1234567"


def test_without_a_recording_there_is_no_podcast():
    assert "podcast.xml" not in feeds_of()


def test_a_recording_of_a_draft_is_not_broadcast():
    draft = made_up_story(
        "thao", audio=[item.model_dump(mode="json") | {"date": "2020-09-01"} for item in RICH.front.audio]
    )
    recordings = {(draft.key, "phat-thanh.mp3"): Enclosure("mo-hinh/x.mp3", 5, "audio/mpeg")}
    assert "podcast.xml" not in feeds_of(catalog_of([draft], Edition.PREVIEW), recordings)


def test_same_stories_same_bytes():
    assert feeds_of() == feeds_of(catalog_of(tuple(reversed(catalog_of().stories))))

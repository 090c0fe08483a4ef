"""The search index of a set of documents, as small files that a browser can read alone. Pure.

`build_search_index` returns relative file name -> bytes. One tiny file, `ENTRY`, names the
folder that holds all the others; the folder is named by their content, so everything in it
can be cached for ever and a new release never mixes with an old one.
"""

import json
from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Self
from zlib import crc32

from scripts.render.search.postings import (
    WEIGHTS,
    Chunks,
    NumberCodes,
    Runs,
    count_codes,
    fold_words,
    gather_pairs,
    gather_words,
    merge_runs,
    number_codes,
    pair_chunks,
    rising_codes,
    word_chunks,
)
from scripts.render.search.words import (
    TITLE_SPAN,
    CanonicalWords,
    Passage,
    canonical_aliases,
    clean_text,
    place_passages,
)
from scripts.source.text.vietnamese import fold

ENTRY = "index.json"
FORMAT = 1
"""Raised when a reader of an older page could misread the files."""

SNIPPET_TEXT = 20_000
"""Characters of a story kept for cutting excerpts. All of it is searched; an excerpt from
beyond this is not shown, so that one very long story cannot make a result list heavy."""

BLOCK = 64
"""Documents gathered together, at most twice as many. An edit costs one block; each block
costs a little at every build."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One story as search sees it: words to find, facts to filter by, a card to show."""

    address: str
    title: str
    summary: str
    text: str
    """Plain text, headings included, a line break between paragraphs."""
    place: str
    field: str
    field_name: str
    year: str
    names: tuple[str, ...]
    """Names of what it is filed under, to be found by: its district, its field, its methods."""
    filed: Mapping[str, tuple[str, ...]]
    """Facet -> slugs, for the filters."""
    date: str
    """ISO date, newest first in lists; may be empty."""
    draft: bool
    shelf: str = ""
    """Slug of its shelf, which a result is marked with."""
    waits: str = ""
    """The hour an approved story waits for, in words; else empty."""
    thumbnail: str = ""


Labels = Mapping[str, Mapping[str, str]]
"""Facet -> slug -> label, in the order in which a reader should see them."""


def build_search_index(
    documents: Sequence[SearchDocument],
    aliases: Mapping[str, str | Sequence[str]],
    facets: Labels,
    cache: MutableMapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of the index: relative name -> bytes, the same for the same input.

    ``aliases`` says what a reader may type -> what to search for as well. ``facets`` gives
    labels and order; a slug without a label is shown as it is. ``cache`` keeps the words of
    each document and the lists of each block of documents under the hash of their text, so
    that an edit splits one document and gathers one block again; keys that are no longer used
    are left to whoever owns the cache.
    """
    ordered = sorted(sorted(documents, key=lambda d: d.address), key=lambda d: d.date, reverse=True)
    cache = {} if cache is None else cache
    searched = [_searched_parts(document) for document in ordered]
    keys = [_hash_text("words", "\0".join(parts)) for parts in searched]
    blocks = _gather_blocks(ordered, searched, keys, cache)
    code = NumberCodes()
    words = merge_runs(((before, block.words) for before, block in blocks), code, WEIGHTS)
    pairs = merge_runs(((before, block.pairs) for before, block in blocks), code, 1)
    folded_words = fold_words(words)
    word_files = word_chunks(words, folded_words)
    pair_files = pair_chunks(pairs, folded_words)
    directory = {
        "documents": len(ordered),
        "titleSpan": TITLE_SPAN,
        "words": " ".join(folded_words.folded),
        "classes": _frequency_classes(words, folded_words.folded),
        "wordChunks": rising_codes(word_files.first_keys),
        "pairChunks": rising_codes(pair_files.first_keys),
        "aliases": canonical_aliases(aliases, set(folded_words.folded)),
    }
    files = {
        "words.json": _json(directory),
        "facets.json": _json({name: _facet(name, ordered, labels) for name, labels in facets.items()}),
        **_chunk_files("w", word_files),
        **_chunk_files("p", pair_files),
        **{
            f"d/{n}.json": _card_file(document, key, cache)
            for n, (document, key) in enumerate(zip(ordered, keys, strict=True))
        },
    }
    folder = _content_hash(files)
    entry = {"format": FORMAT, "folder": folder, "documents": len(ordered)}
    return {ENTRY: _json(entry), **{f"{folder}/{name}": data for name, data in files.items()}}


@dataclass(frozen=True, slots=True)
class _Block:
    """The lists of some documents that follow each other."""

    words: Runs
    pairs: Runs

    def to_bytes(self) -> bytes:
        """Return the block as it is kept in the cache."""
        lists = (self.words, self.pairs)
        return _json([[runs.keys, runs.starts, runs.ends, runs.codes] for runs in lists])

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the block that was kept."""
        words, pairs = json.loads(data)
        return cls(Runs(*words), Runs(*pairs))


def _gather_blocks(
    documents: Sequence[SearchDocument],
    searched: Sequence[Sequence[str]],
    keys: Sequence[str],
    cache: MutableMapping[str, bytes],
) -> list[tuple[int, _Block]]:
    """Return the blocks in order, each with the number of documents before it."""
    split = CanonicalWords()
    code = NumberCodes()
    blocks = []
    for start, end in pairwise(_block_starts(documents)):
        block_key = _hash_text("block", "".join(keys[start:end]))
        kept = cache.get(block_key)
        if kept is None:
            cut = (_cut_passages(keys[n], searched[n], split, cache) for n in range(start, end))
            passages = list(cut)
            block = _Block(gather_words(passages, code), gather_pairs(passages, code))
            cache[block_key] = block.to_bytes()
        else:
            block = _Block.from_bytes(kept)
        blocks.append((start, block))
    return blocks


def _block_starts(documents: Sequence[SearchDocument]) -> list[int]:
    """Return where blocks begin, and the end.

    A document whose address hashes to 0 begins a block, so the cuts move with the documents: a
    new story changes the block it falls into and no other. A block that grows too long is cut.
    """
    starts = [0]
    for number, document in enumerate(documents):
        size = number - starts[-1]
        if size and (size == 2 * BLOCK or crc32(document.address.encode()) % BLOCK == 0):
            starts.append(number)
    return [*starts, len(documents)]


def _cut_passages(
    key: str, parts: Sequence[str], split: CanonicalWords, cache: MutableMapping[str, bytes]
) -> tuple[Passage, ...]:
    """Return the passages of a document, splitting its text only if the cache has not seen it."""
    kept = cache.get(key)
    if kept is None:
        kept = "\n".join(" ".join(split.split(clean_text(part))) for part in parts).encode()
        cache[key] = kept
    title, *others = (line.split() for line in kept.decode().split("\n"))
    return place_passages(title, others)


def _searched_parts(document: SearchDocument) -> tuple[str, ...]:
    """Return what is searched in a document; the title comes first and counts most."""
    facts = (document.place, *document.names, document.year)
    return (document.title, document.text, document.summary, *facts)


def _frequency_classes(words: Mapping[str, str], folded: Sequence[str]) -> str:
    """Return one digit a folded word: the bits of the number of its forms' documents.

    It orders guesses (what a beginning may become), so the size is enough.
    """
    counts: Counter[str] = Counter()
    for form, places in words.items():
        counts[fold(form)] += count_codes(places)
    return number_codes(counts[word].bit_length() for word in folded)


def _facet(name: str, documents: Sequence[SearchDocument], known: Mapping[str, str]) -> dict[str, object]:
    """Return one facet: its values, the sets of values that occur, the set of each document.

    Sets are numbered by how common they are: a column is one or two characters a document,
    whether a document has one value, several or none.
    """
    sets = [tuple(dict.fromkeys(document.filed.get(name, ()))) for document in documents]
    used = {value for values in sets for value in values}
    slugs = [*(slug for slug in known if slug in used), *sorted(used - known.keys())]
    place = {slug: number for number, slug in enumerate(slugs)}
    counts = Counter(sets)
    common = sorted(counts, key=lambda values: (-counts[values], values))
    number = {values: n for n, values in enumerate(common)}
    return {
        "values": [[slug, known.get(slug, slug)] for slug in slugs],
        "sets": [[place[value] for value in values] for values in common],
        "column": number_codes(number[values] for values in sets),
    }


def _card_file(document: SearchDocument, words_key: str, cache: MutableMapping[str, bytes]) -> bytes:
    """Return what a result shows, with the text its excerpt is cut from."""
    facts: dict[str, object] = {
        "address": document.address,
        "field": document.field,
        "fieldLabel": document.field_name,
        "year": document.year,
        "date": document.date,
        "draft": document.draft,
        "shelf": document.shelf,
        "thumbnail": document.thumbnail,
    }
    if document.waits:
        facts["waits"] = document.waits
    key = _hash_text("card", f"{words_key}{facts}")
    kept = cache.get(key)
    if kept is None:
        texts = {
            "title": clean_text(document.title),
            "summary": clean_text(document.summary),
            "place": clean_text(document.place),
            "text": clean_text(document.text)[:SNIPPET_TEXT],
        }
        kept = cache[key] = _json({**facts, **texts})
    return kept


def _chunk_files(folder: str, chunks: Chunks) -> dict[str, bytes]:
    return {f"{folder}/{n}.json": text.encode() for n, text in enumerate(chunks.texts)}


def _content_hash(files: Mapping[str, bytes]) -> str:
    digest = blake2b(digest_size=8)
    for name, data in files.items():
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _hash_text(kind: str, text: str) -> str:
    return blake2b(f"{kind} {FORMAT}\0{text}".encode(), digest_size=16).hexdigest()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

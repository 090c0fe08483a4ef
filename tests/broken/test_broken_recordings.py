"""Recordings as stations and telephones hand them in: their true length, what they hide, what of them is published."""

import struct
import time
from contextlib import suppress
from io import BytesIO

import pytest
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.ogg import OggPage
from mutagen.oggopus import OggOpus

from scripts.editors.commands import COMMANDS
from scripts.publish.contributions.sound_tidy import write_tidy_recording
from scripts.source.media.audio_file import READERS
from scripts.source.media.sound.parts import NotSoundError
from tests.broken.test_broken_photos import codes, handed_in, published
from tests.commands import run
from tests.made_up_photos import AUDIO, encoded, exif
from tests.made_up_sounds import FRAME, box, id3, m4a, mp3, numbered, ogg, xing

WORDS = b"goi 0912 345 678 nhe"
COVER = encoded()
POSITION = b"\xa9xyz\x00\x12\x15\xc7+10.0123+105.0834/"
APE = b"APETAGEX\xd0\x07\0\0" + struct.pack("<II", 40, 1) + bytes(12) + WORDS
ID3V1 = b"TAG" + b"Bai noi".ljust(30, b"\0") + bytes(95)


def atom(name, data):
    """Return an entry of an iTunes list."""
    return box(name, box(b"data", b"\0\0\0\1", bytes(4), data))


def tagged_m4a(*atoms, seconds=200.0, **how):
    return m4a(seconds, box(b"udta", box(b"meta", bytes(4), box(b"ilst", *atoms))), **how)


OTHER_READERS = {"a.mp3": MP3, "a.m4a": MP4, "a.ogg": OggOpus}
SOUNDS = {"a.mp3": mp3(200), "a.m4a": m4a(200), "a.ogg": ogg(200)}
TAGGED = {
    "ID3v2": ("a.mp3", id3((b"TIT2", b"\0Bai noi"), (b"APIC", b"\0image/jpeg\0\3\0" + COVER)) + mp3(200)),
    "ID3v1": ("a.mp3", mp3(200) + ID3V1),
    "APEv2": ("a.mp3", mp3(200) + b"APETAGEX" + bytes(24) + b"Title\0Bai noi" + ID3V1),
    "a tag in the middle": ("a.mp3", mp3(100) + id3((b"TIT2", b"\0Bai noi")) + mp3(100)),
    "letters between frames": ("a.mp3", mp3(100) + b"Bai noi" * 30 + mp3(100)),
    "a list of iTunes": ("a.m4a", tagged_m4a(atom(b"\xa9nam", b"Bai noi"), atom(b"covr", COVER))),
    "a box of nobody": ("a.m4a", m4a(200) + box(b"uuid", b"Bai noi" * 9)),
    "letters behind": ("a.m4a", m4a(200) + b"Bai noi"),
    "words of Ogg": ("a.ogg", ogg(200, b"TITLE=Bai noi")),
    "a picture in Ogg": ("a.ogg", ogg(200, b"METADATA_BLOCK_PICTURE=" + b"QUJD" * 9000)),
    "letters behind Ogg": ("a.ogg", ogg(200) + b"Bai noi"),
}


@pytest.mark.parametrize("kind", TAGGED)
def test_row_66_a_recording_is_published_as_its_sound_alone(kind, content, tmp_path):
    """Judged by another reader of tags, and byte for byte by the recording that never had any."""
    name, data = TAGGED[kind]
    assert codes(handed_in(content, data, AUDIO.replace("a.mp3", name), name)) == []

    (sound,) = published(content, tmp_path).values()

    assert b"Bai noi" not in sound
    assert COVER[:200] not in sound
    read = OTHER_READERS[name](BytesIO(sound))
    assert not read.tags
    assert abs(read.info.length - 200) < 0.1
    assert sound == READERS[name[1:]](SOUNDS[name]).bare
    assert READERS[name[1:]](sound).bare == sound


def test_row_66_every_frame_is_played_in_its_order():
    frames = numbered(300)
    data = id3((b"TIT2", b"\0x")) + xing(300) + b"".join(frames) + ID3V1

    assert READERS[".mp3"](data).bare[72:] == b"".join(frames)

    samples = [b"\x21%04d" % n + b"x" * (n % 7) for n in range(300)]
    before = tagged_m4a(atom(b"\xa9nam", b"Bai noi"), samples=samples)
    after = READERS[".m4a"](before).bare
    start = int.from_bytes(after[after.index(b"stco") + 12 :][:4], "big")
    assert after[start:] == b"".join(samples)

    packets = [b"\xf8%04d" % n for n in range(300)]
    stream = BytesIO(READERS[".ogg"](ogg(0, WORDS, packets)).bare)
    pages = [OggPage(stream) for _ in range(8)]
    assert OggPage.to_packets(pages)[2:] == packets
    assert pages[-1].last


def test_row_66_a_header_frame_tells_players_the_truth():
    """They trust it for the length: true numbers, and neither its table nor the name of an encoder."""
    for kind in (b"Xing", b"Info"):
        bare = READERS[".mp3"](xing(9_999, kind) + mp3(20)).bare

        assert bare[13:17] == kind
        assert struct.unpack(">III", bare[17:29]) == (3, round(20 / 0.072), len(bare))
        assert set(bare[29:72]) == {0}
        assert abs(MP3(BytesIO(bare)).info.length - 20) < 0.1


def test_row_67_heads_of_boxes_tell_players_the_truth():
    """The length of the samples; and nobody learns when the file was made."""
    lying = m4a(200, claimed=9).replace(b"mvhd" + bytes(8), b"mvhd" + bytes(4) + b"\xe3\1\2\3")
    bare = READERS[".m4a"](lying).bare

    assert abs(MP4(BytesIO(bare)).info.length - 200) < 0.1
    for kind, at in ((b"mvhd", 16), (b"tkhd", 20), (b"mdhd", 16)):
        content = bare[bare.index(kind) + 4 :]
        assert content[4:12] == bytes(8)
        assert abs(int.from_bytes(content[at : at + 4], "big") / 44_100 - 200) < 0.1, kind


PRIVATE = {
    "comment of ID3": ("a.mp3", id3((b"COMM", b"\0vie\0" + WORDS)) + mp3(200)),
    "comment of ID3 in UTF-16": (
        "a.mp3",
        id3((b"COMM", b"\1vie\xff\xfe\0\0" + "gọi 0912 345 678".encode("utf-16"))) + mp3(200),
    ),
    "object of ID3": ("a.mp3", id3((b"GEOB", b"\0text/plain\0ghi.txt\0\0" + WORDS)) + mp3(200)),
    "picture of ID3": ("a.mp3", id3((b"APIC", b"\0image/jpeg\0\3\0" + encoded(comment=WORDS))) + mp3(200)),
    "ID3v1": ("a.mp3", mp3(200) + b"TAG" + WORDS.ljust(125, b"\0")),
    "APEv2": ("a.mp3", mp3(200) + APE),
    "a header frame": ("a.mp3", xing(9)[:52] + WORDS + mp3(200)),
    "list of iTunes": ("a.m4a", tagged_m4a(atom(b"\xa9cmt", WORDS))),
    "name of a handler": ("a.m4a", m4a(200).replace(b"Core Media Audio\0", b"Goi 0912 345 678\0")),
    "behind an m4a": ("a.m4a", m4a(200) + WORDS),
    "words of Ogg": ("a.ogg", ogg(200, b"COMMENT=" + WORDS)),
    "behind Ogg": ("a.ogg", ogg(200) + WORDS),
}


@pytest.mark.parametrize("where", PRIVATE)
def test_row_66_a_number_beside_the_sound_is_refused_masked(where, content):
    name, data = PRIVATE[where]

    (problem,) = handed_in(content, data, AUDIO.replace("a.mp3", name), name).problems

    assert problem.code == "audio-personal-data"
    assert "“09…78”" in problem.message
    assert "python -m scripts tidy" in problem.message


def test_row_66_a_number_in_a_recording_that_no_key_lists_is_refused_too(content):
    (content.write_story("x").with_name("a.mp3")).write_bytes(PRIVATE["ID3v1"][1])

    assert "audio-personal-data" in codes(content.load())


def test_row_66_a_cover_that_says_where_it_was_taken_is_refused(content):
    cover = id3((b"APIC", b"\0image/jpeg\0\3\0" + encoded(exif=exif(gps=True))))

    assert codes(handed_in(content, cover + mp3(200), AUDIO, "a.mp3")) == ["audio-gps"]


def test_row_66_words_that_cannot_be_read_are_refused_and_no_warning_is_printed(content):
    """Cut short, nobody knows what they say; damaged, the library that reads them would warn on the terminal."""
    for behind, found in ((b"Exif\0\0II*\0", ["audio-personal-data"]), (b"Exif\0\0II*\0" + b"\xff" * 30, [])):
        assert codes(handed_in(content, mp3(200) + behind, AUDIO, "a.mp3")) == found


@pytest.mark.parametrize("kind", [*TAGGED, *PRIVATE])
def test_row_66_tidy_leaves_the_sound_alone_and_does_so_once(kind, content):
    name, data = {**TAGGED, **PRIVATE}[kind]
    handed_in(content, data, AUDIO.replace("a.mp3", name), name)
    file = content.folder() / name

    assert write_tidy_recording(file).done == ("bỏ thông tin ẩn",)

    assert content.load().problems == ()
    assert file.read_bytes() == READERS[file.suffix](SOUNDS[name]).bare or kind == "a header frame"
    assert write_tidy_recording(file).done == ()


def test_row_66_the_command_mends_recordings_too(content):
    name, data = PRIVATE["ID3v1"]
    handed_in(content, data, AUDIO, name)

    assert run(content, "tidy").stdout == f"Đã sửa: {content.folder() / name} (bỏ thông tin ẩn)\n"
    assert "âm thanh" in COMMANDS["tidy"].help


LYING = {
    "a header frame": ("a.mp3", xing(round(200 / 0.072)) + mp3(125)),
    "a tag": ("a.mp3", id3((b"TLEN", b"\x00200000")) + mp3(125)),
    "heads of boxes": ("a.m4a", m4a(125, claimed=200)),
    "a story": ("a.ogg", ogg(125)),
}


@pytest.mark.parametrize("who", LYING)
def test_row_67_a_length_that_is_not_the_true_one_is_refused_with_both(who, content):
    name, data = LYING[who]

    (problem,) = handed_in(content, data, AUDIO.replace("a.mp3", name), name).problems

    assert problem.code == "audio-length"
    assert (problem.line, problem.column) == (15, 67)
    assert "ghi là 3:20" in problem.message
    assert "dài 2:05" in problem.message


@pytest.mark.parametrize("name", SOUNDS)
@pytest.mark.parametrize(("length", "good"), [("3:19", True), ("3:22", True), ("3:16", False), ("3:24", False)])
def test_row_67_two_seconds_are_nothing(length, good, name, content):
    lines = AUDIO.replace("a.mp3", name).replace("3:20", length)

    assert codes(handed_in(content, SOUNDS[name], lines, name)) == ([] if good else ["audio-length"])


@pytest.mark.parametrize("length", ["hơn 3 phút", "200", "3:60", "3:2", "3.20"])
def test_row_67_a_length_is_minutes_and_seconds(length, content):
    (problem,) = handed_in(content, SOUNDS["a.mp3"], AUDIO.replace("3:20", length), "a.mp3").problems

    assert problem.code == "audio-length"
    assert "Hãy ghi: 3:20" in problem.message


NO_SOUND = {
    "a tag alone": ("a.mp3", id3((b"TIT2", b"\0Bai noi"))),
    "a tag longer than the file": ("a.mp3", b"ID3\x03\0\0\x7f\x7f\x7f\x7f" + mp3(9)),
    "a header frame alone": ("a.mp3", xing(2778)),
    "one frame and letters": ("a.mp3", FRAME + b"x" * 99),
    "no track": ("a.m4a", box(b"ftyp", b"M4A ") + box(b"moov", box(b"mvhd", bytes(100)))),
    "half an m4a": ("a.m4a", m4a(200)[:-9000]),
    "the head of an m4a": ("a.m4a", m4a(200)[:300]),
    "samples outside": ("a.m4a", m4a(200).replace(b"stco\0\0\0\0", b"stco\0\0\0\1").replace(b"mdat", b"mdax")[:-1]),
    "more samples than bytes": ("a.m4a", m4a(200).replace(struct.pack(">I", 6) * 2, b"\x7f\xff\xff\xff" * 2, 1)),
    "a page cut short": ("a.ogg", ogg(200)[:-20]),
    "a packet begun nowhere": ("a.ogg", ogg(200).replace(b"OggS\0\0\xb8", b"OggS\0\1\xb8", 1)),
    "heads alone": ("a.ogg", ogg(200)[:150]),
    "Ogg of something else": ("a.ogg", ogg(200).replace(b"OpusHead", b"PipeHead")),
}


@pytest.mark.parametrize("kind", NO_SOUND)
def test_row_67_what_cannot_be_played_to_its_end_is_refused_and_left_alone(kind, content):
    name, data = NO_SOUND[kind]

    assert codes(handed_in(content, data, AUDIO.replace("a.mp3", name), name)) == ["audio-broken"]
    assert write_tidy_recording(content.folder() / name).done == ()
    assert (content.folder() / name).read_bytes() == data


def test_row_67_twelve_megabytes_made_to_be_slow_are_not():
    """Beginnings of frames without end; boxes in boxes; a stream of empty pages."""
    page = OggPage()
    slow = {
        ".mp3": [
            FRAME * 2 + b"\xff\xfb" * 6_000_000,
            b"\xff\xe3\x18\xc0" * 3_000_000,
            b"ID3\3\0\0\0\0\0\0" * 1_200_000,
        ],
        ".m4a": [box(b"ftyp", b"M4A ") + box(b"moov", b"\0\0\0\x08free" * 1_500_000), b"\0\0\0\x08ftyp" * 1_500_000],
        ".ogg": [ogg(1) + page.write() * 100_000, b"OggS" * 3_000_000],
    }
    for ending, files in slow.items():
        for data in files:
            start = time.process_time()
            with suppress(NotSoundError):
                READERS[ending](data)
            assert time.process_time() - start < 3, (ending, data[:20])

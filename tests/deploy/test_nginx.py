"""deploy/nginx.conf in a real nginx, on loopback."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import closing

import pytest

from scripts.render.servers.policy import FEEDS, MEDIA_TYPES, SECURITY_HEADERS
from tests.made_up import ROOT

CONFIGURATION = ROOT / "deploy/nginx.conf"
HASH = "bef0b2c3ef9f50b0"
TEXT = "Cả tổ ngồi lại, bàn từng việc. " * 80
FILES = {
    "index.html": f"<p>{TEXT}</p>",
    "404.html": "<h1>Không có trang này</h1>",
    "mo-hinh/index.html": f"<p>{TEXT}</p>",
    "assets/css/site.css": "p { color: red }\n" * 200,
    "assets/js/site.js": "// của ta\n" * 200,
    "assets/fonts/a.woff2": "wOF2",
    f"assets/index/{HASH}/d/1.json": '{"a": 1}' * 100,
    "assets/index/index.json": "{}",
    "mo-hinh/bai-sen/deadbeefdeadbeef/index.html": "<p>x</p>",
    "feed.xml": "<feed/>",
    "dia-ban/feed.json": "{}",
    "podcast.xml": "<rss/>",
    "tieng.mp3": "0123456789",
    ".edition": "public\n",
    ".htaccess": "bí mật",
    "a/.git/config": "bí mật",
    ".well-known/security.txt": "Contact: x",
    "trong/a.txt": "thư mục không có trang",
}


@pytest.fixture(scope="module")
def program():
    """The path of nginx, or a skip; with CI=true a skip is a failure."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        reason = "no nginx on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def write_site(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def server(program, tmp_path_factory):
    """The committed configuration over two releases; port, root, writable folder and user are put in."""
    work = tmp_path_factory.mktemp("nginx")
    for release, word in (("mot", "bản một"), ("hai", "bản hai")):
        write_site(work / "public" / release, {**FILES, "ban.html": word})
    first = work / "public/mot"
    for name in ("index.html", "assets/css/site.css", f"assets/index/{HASH}/d/1.json"):
        (first / f"{name}.gz").write_bytes(gzip.compress((first / name).read_bytes(), mtime=0))
    (work / "ngoai.txt").write_text("ngoài trang", encoding="utf-8")
    (first / "lien-ket.txt").symlink_to(work / "ngoai.txt")
    (work / "public/current").symlink_to("mot")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = CONFIGURATION.read_text(encoding="utf-8")
    for said, meant in (
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("root /srv/dan-van-kheo/current;", f'root "{work}/public/current";'),
        ("/tmp/nginx", "nginx"),  # below the prefix, whatever its name
        ("worker_processes auto;", f"worker_processes 1; {'user root;' if os.geteuid() == 0 else ''}"),
    ):
        assert said in text
        text = text.replace(said, meant)
    (work / "nginx.conf").write_text(text, encoding="utf-8")
    command = [program, "-e", "stderr", "-p", str(work), "-c", str(work / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False, timeout=30)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        for _ in range(100):
            with closing(socket.socket()) as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port, work
        running.terminate()
        running.wait(timeout=10)


def ask(server, path, method="GET", **headers):
    """Return (status, headers, body) as they come over the line."""
    connection = http.client.HTTPConnection("127.0.0.1", server[0], timeout=10)
    with closing(connection):
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/assets/css/site.css", 200),
        ("/khong-co/", 404),
        ("/mo-hinh", 301),
        ("/.htaccess", 404),
        ("/trong/", 404),
    ],
)
def test_every_answer_carries_every_security_header_once(server, path, status):
    answered, headers, _ = ask(server, path)
    assert answered == status
    for name, value in SECURITY_HEADERS:
        assert headers.get_all(name) == [value], name
    assert headers["Server"] == "nginx"
    assert "Strict-Transport-Security" not in headers  # this is not https


def test_what_is_unchanged_is_not_sent_again(server):
    _, first, _ = ask(server, "/assets/css/site.css")
    status, headers, body = ask(server, "/assets/css/site.css", If_None_Match=first["ETag"])
    assert (status, body) == (304, b"")
    for name, value in SECURITY_HEADERS:
        assert headers.get_all(name) == [value], name


@pytest.mark.parametrize("path", ["/", "/assets/css/site.css", f"/assets/index/{HASH}/d/1.json"])
def test_the_precompressed_copy_is_sent_as_it_lies(server, path):
    """To who takes it, and caches are told that there are two."""
    name = "index.html" if path == "/" else path[1:]
    file = server[1] / "public/mot" / name
    _, headers, body = ask(server, path, Accept_Encoding="gzip, br")
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    assert body == file.with_name(f"{file.name}.gz").read_bytes()
    _, headers, body = ask(server, path)
    assert "Content-Encoding" not in headers
    assert headers["Vary"] == "Accept-Encoding"
    assert body == file.read_bytes()


def test_what_nobody_precompressed_is_compressed_on_the_way(server):
    _, headers, body = ask(server, "/assets/js/site.js", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == FILES["assets/js/site.js"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (f"/assets/index/{HASH}/d/1.json", "public, max-age=31536000, immutable"),
        ("/assets/fonts/a.woff2", "public, max-age=604800"),
        ("/", "no-cache"),
        ("/mo-hinh/", "no-cache"),
        ("/assets/css/site.css", "no-cache"),
        ("/assets/js/site.js", "no-cache"),
        ("/assets/index/index.json", "no-cache"),
        ("/mo-hinh/bai-sen/deadbeefdeadbeef/", "no-cache"),
        (f"/assets/index/{HASH}/d/2.json", "no-cache"),
        (f"/assets/index/{HASH}/d", "no-cache"),
        ("/khong-co/", "no-cache"),
    ],
)
def test_only_what_has_a_hash_in_its_address_is_kept_for_ever(server, path, kept):
    """And never the answer that it is not there: it may be there tomorrow."""
    _, headers, _ = ask(server, path)
    assert headers.get_all("Cache-Control") == [kept]


def test_what_is_kept_for_ever_stays_so_when_asked_about(server):
    path = f"/assets/index/{HASH}/d/1.json"
    _, first, _ = ask(server, path)
    status, headers, _ = ask(server, path, If_None_Match=first["ETag"])
    assert (status, headers["Cache-Control"]) == (304, "public, max-age=31536000, immutable")


@pytest.mark.parametrize("path", ["/khong-co/", "/khong-co.html", "/mo-hinh/khong-co/a/b", "/404.html", "/trong/"])
def test_a_lost_address_gets_our_page_and_the_right_status(server, path):
    status, headers, body = ask(server, path)
    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body.decode() == FILES["404.html"]


@pytest.mark.parametrize("path", ["/.htaccess", "/a/.git/config", "/a/.git/", "/%2ehtaccess", "/.editions"])
def test_hidden_files_do_not_exist(server, path):
    status, _, body = ask(server, path)
    assert status == 404
    assert "bí mật" not in body.decode()


@pytest.mark.parametrize("path", ["/.edition", "/.well-known/security.txt"])
def test_two_hidden_places_are_public(server, path):
    status, headers, body = ask(server, path)
    assert (status, body.decode()) == (200, FILES[path[1:]])
    assert headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["/..%2f..%2fngoai.txt", "/../ngoai.txt", "/a/../../../ngoai.txt", "/lien-ket.txt"])
def test_nothing_outside_the_release_is_served(server, path):
    status, _, body = ask(server, path)
    assert status in {400, 404}
    assert "ngoài trang" not in body.decode()


def test_a_folder_s_address_gets_its_slash_without_naming_host_or_port(server):
    """So it works behind any proxy."""
    status, headers, _ = ask(server, "/mo-hinh?q=1")
    assert (status, headers["Location"]) == (301, "/mo-hinh/?q=1")


def test_a_part_of_a_recording_can_be_asked_for(server):
    status, headers, body = ask(server, "/tieng.mp3", Range="bytes=2-4")
    assert (status, body) == (206, b"234")
    assert headers["Content-Range"] == "bytes 2-4/10"
    assert headers["Content-Type"] == "audio/mpeg"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(server, method):
    assert ask(server, "/", method)[0] in {405, 413}


@pytest.mark.parametrize(("name", "kind"), FEEDS)
def test_feeds_say_what_they_are(server, name, kind):
    path = f"/dia-ban/{name}" if name == "feed.json" else f"/{name}"
    status, headers, _ = ask(server, path)
    assert status == 200
    assert headers["Content-Type"].split(";")[0] == kind


def test_every_ending_has_its_type_and_texts_their_charset(server):
    folder = server[1] / "public/mot/kieu"
    folder.mkdir(exist_ok=True)
    for kind, endings in MEDIA_TYPES:
        for ending in endings.split():
            (folder / f"a.{ending}").write_text("x", encoding="utf-8")
            _, headers, _ = ask(server, f"/kieu/a.{ending}")
            assert headers["Content-Type"].split(";")[0] == kind
            assert ("charset=utf-8" in headers["Content-Type"]) == kind.startswith("text/") or kind.endswith("+xml")
    (folder / "a.la").write_text("<script>alert(1)</script>", encoding="utf-8")
    assert ask(server, "/kieu/a.la")[1]["Content-Type"] == "application/octet-stream"


def test_a_new_release_is_seen_by_the_next_request(server):
    """`current` is moved in one step, and nothing has to be restarted."""
    public = server[1] / "public"
    assert ask(server, "/ban.html")[2].decode() == "bản một"
    for release, word in (("hai", "bản hai"), ("mot", "bản một")):
        (public / "next").symlink_to(release)
        (public / "next").replace(public / "current")
        assert ask(server, "/ban.html")[2].decode() == word

"""What a module does to the world, read from its syntax tree. Pure.

``breaches`` holds a module against its room and against the manner that its own first lines state:
Pure, Reads or Writes. Names are followed through imports (``import datetime as d``), not through values:
this is a check against mistakes, not against malice.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

LEVELS = {"pure": 0, "looks": 1, "reads": 2, "writes": 3}
"""What a module may do to the disk, each more than the one before; to look is to ask whether something is there."""

CEILINGS = {"source": "reads", "catalog": "pure", "render": "pure", "publish": "writes", "editors": "looks"}
"""The most that a room may do with its own hands. Editors act through ``source`` and ``publish``."""

_MANNER = re.compile(r"(?:^|[.;] )(pure|reads|writes)\b(.*)", re.IGNORECASE | re.DOTALL)
_SIGNS = {
    "looks": r"\.(exists|is_file|is_dir|is_symlink|is_mount|resolve|samefile|stat|lstat)"
    r"|os\.(path|stat|lstat|access)\b.*",
    "reads": r"\.(read_text|read_bytes|iterdir|glob|rglob|readlink|walk|expanduser)|os\.(open|read|walk|scandir|listdir"
    r"|readlink|getcwd|fdopen).*|glob\b.*|mmap\b.*|linecache\b.*|fileinput\b.*|importlib\.resources\b.*|pkgutil\b.*",
    "writes": r"\.(write_text|write_bytes|unlink|mkdir|rmdir|touch|symlink_to|hardlink_to|rename|chmod|lchmod)"
    r"|os\.(write|replace|rename|renames|remove|unlink|link|symlink|mkdir|makedirs|rmdir|removedirs|truncate|chmod|chown"
    r"|utime|fsync|mkfifo|umask)|shutil\.(?!which$).*|tempfile\b.*|sqlite3\b.*|dbm\b.*|shelve\b.*|fcntl\b.*",
    "the clock": r"time(\..*)?|datetime\.(datetime|date)\.(now|utcnow|today)",
    "the environment": r"os\.(environ|environb|getenv|getenvb|putenv|getlogin|uname|cpu_count)\b.*|sys\.argv|locale\b.*"
    r"|platform\b.*|getpass\b.*|pwd\b.*|random(\..*)?",
    "the network": r"(socket|ssl|http\.client|http\.server|urllib\.request|urllib3|ftplib|smtplib|asyncio|requests"
    r"|httpx|aiohttp|xmlrpc|socketserver)\b.*",
    "another process": r"(subprocess|multiprocessing|pty|signal)\b.*|os\.(system|popen|exec\w*|spawn\w*|fork|posix\w*)",
}
_PATTERNS = {effect: re.compile(sign) for effect, sign in _SIGNS.items()}
_TAGS = (
    "a|abbr|article|aside|audio|b|blockquote|body|br|button|code|dd|details|div|dl|dt|em|figcaption|figure|footer|form"
    "|h[1-6]|head|header|hr|html|i|img|input|label|li|link|main|meta|nav|ol|option|p|pre|script|section|select|small"
    "|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|ul|video"
)
_HTML = re.compile(rf"<(?:{_TAGS})[\s/>]|<(?:{_TAGS})$|</\w|<\w+\s+[\w-]+=|<![dD]octype|<!DOCTYPE")
_POSSESSIVE = re.compile(r"(?<!\\)[*+?}]\+|\(\?>")
_OPENS = re.compile(r"open|\.open|(?:io|gzip|bz2|lzma|tarfile|codecs|tokenize|os)\.open|os\.fdopen")
_DAYS = {"now", "utcnow", "today"}
_CONTENT = {"models", "taxonomy", "collections", "coverage", "reports", "revoked.yml", "withdrawn.yml"}


@dataclass(frozen=True, order=True)
class Breach:
    """What a module does and must not, and where."""

    path: str
    line: int
    effect: str
    sign: str

    def __str__(self) -> str:
        """Return it as a line that an editor opens: file, line, what."""
        return f"{self.path}:{self.line}: {self.effect}: {self.sign}"


def manner_of(tree: ast.Module) -> str:
    """Return what a module says in its first paragraph that it does: pure, reads or writes; else an empty text."""
    stated = _MANNER.search((ast.get_docstring(tree) or "").split("\n\n")[0])
    if stated is None:
        return ""
    return "writes" if re.search(r"\bwrites\b", stated[0], re.IGNORECASE) else stated[1].lower()


def breaches(path: str, text: str) -> Iterator[Breach]:
    """Yield what the module at ``path`` (``scripts/<room>/…``) does and its room or its own first lines forbid."""
    tree, room = ast.parse(text), path.split("/")[1]
    if path.endswith("__main__.py"):
        allowed = {"looks", "the clock", "the environment"}
    else:
        manner = manner_of(tree)
        if not manner and not path.endswith("__init__.py"):
            yield Breach(path, 1, "no manner", "the first lines do not say: Pure, Reads or Writes")
        most = min(LEVELS[manner or "pure"], LEVELS[CEILINGS.get(room, "pure")])
        allowed = {effect for effect, level in LEVELS.items() if level <= most}
    for line, effect, sign in effects(tree):
        if effect not in allowed and not (effect == "content" and room == "source"):
            yield Breach(path, line, effect, sign)


def effects(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Yield line, effect and sign of whatever in ``tree`` is more than reckoning with values."""
    known = {local: name for node in ast.walk(tree) for local, name in _imported(node)}
    silent = set(_silent(tree, known))
    for node in ast.walk(tree):
        for _, name in _imported(node):
            yield from ((node.lineno, effect, name) for effect in _effects_of(name))
        if isinstance(node, ast.Call):
            yield from _effects_of_call(node, known)
        elif isinstance(node, ast.Attribute):
            name = _spelled(node, known)
            yield from ((node.lineno, effect, name) for effect in _effects_of(name))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _text(node.right) in _CONTENT:
            yield node.lineno, "content", f"/ {_text(node.right)!r}"
        elif text := _text(node):
            if id(node) not in silent and (match := _HTML.search(text)):
                yield node.lineno, "HTML", match[0]
            if match := _POSSESSIVE.search(text):
                yield node.lineno, "possessive pattern", match[0]


def _effects_of_call(call: ast.Call, known: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    name = _spelled(call.func, known)
    method = name.rpartition(".")[2]
    own = ast.unparse(call.func).startswith("self.")
    if _OPENS.fullmatch(name) and not own:
        yield call.lineno, "writes" if _opens_to_write(call, name) else "reads", name
    elif name == f".{method}" and method in _DAYS:
        yield call.lineno, "the clock", name


def _effects_of(name: str) -> Iterator[str]:
    """Yield what the use of a dotted name says; of a class of ``pathlib`` the method alone counts."""
    spelled = f".{name.rpartition('.')[2]}" if name.startswith("pathlib.") else name
    yield from (effect for effect, pattern in _PATTERNS.items() if pattern.fullmatch(spelled))


def _text(node: ast.AST) -> str:
    """Return a written text, an ``x`` in place of each value of an f-string; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "x" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _spelled(node: ast.AST, known: dict[str, str]) -> str:
    """Return the dotted name of ``node``; one that begins with a dot is a method of a value we do not know."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id if node.id == "open" else "")
    if isinstance(node, ast.Attribute):
        whole = f"{_spelled(node.value, known)}.{node.attr}"
        return whole if not whole.startswith(".") else f".{node.attr}"
    return ""


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the local name and the dotted name of each thing that the statement ``node`` imports."""
    if isinstance(node, ast.ImportFrom):
        yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from ((alias.asname or alias.name.partition(".")[0], alias.name) for alias in node.names)


def _opens_to_write(call: ast.Call, name: str) -> bool:
    """Tell whether a file is opened to be written; a mode that is not written out counts as that."""
    if name == "os.open":
        return bool(re.search("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", ast.unparse(call)))
    place = 0 if name == ".open" else 1
    given = [word.value for word in call.keywords if word.arg == "mode"] or call.args[place : place + 1]
    mode = given[0] if given else ast.Constant("r")
    return not _text(mode) or bool(set(_text(mode)) & set("wax+"))


def _silent(tree: ast.Module, known: dict[str, str]) -> Iterator[int]:
    """Yield the identity of each text that makes nothing: it explains, is looked for, is part of an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)
        elif isinstance(node, ast.Call) and _spelled(node.func, known).startswith("re."):
            yield from (id(part) for argument in node.args for part in ast.walk(argument))
        elif isinstance(node, ast.JoinedStr):
            yield from (id(part) for part in node.values)

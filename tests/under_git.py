"""A content folder under git, for the tests of approval and withdrawal."""

import os
import subprocess

BODY = "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây"
"""The made-up body that approves since 01-7-2025."""


def git(content, *arguments):
    """Run git in the folder that holds ``content`` and return what it prints."""
    identity = ("-c", "user.name=Thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgSign=false")
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=content.root.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def commit(content, message="một bước", day="2026-11-01T08:00:00+07:00"):
    """Commit everything as it is on ``day``, making a repository if there is none, and return the commit."""
    if not (content.root.parent / ".git").exists():
        git(content, "init", "-q", "-b", "main")
    git(content, "add", "-A")
    environment = {**os.environ, "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    identity = ["-c", "user.name=Thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgSign=false"]
    subprocess.run(
        ["git", *identity, "commit", "-q", "-m", message], cwd=content.root.parent, env=environment, check=True
    )
    return git(content, "rev-parse", "HEAD").strip()

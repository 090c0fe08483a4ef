"""Run MkDocs over the staged pages. Writes the site folder.

MkDocs is a separate process with an environment of its own: nothing of the caller's locale,
time zone or settings reaches the pages, and the engine stays replaceable (decisions/01).
"""

import errno
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.render.facets.table import FACETS
from scripts.render.machines.share import site_card
from scripts.render.servers.policy import policy_meta
from scripts.source.vocabulary.taxonomy import Site


@dataclass(frozen=True, slots=True)
class Engine:
    """How MkDocs is run: its configuration file, and what differs from build to build."""

    config: Path
    site: Site
    edition: str
    epoch: int
    """Seconds since 1970 that stand for "now", so that the same content gives the same bytes."""
    site_url: str = ""
    """Where the site will be public, for canonical links; empty when that is not known."""

    def build(self, docs: Path, out: Path) -> None:
        """Make ``out`` from the pages in ``docs``; raises ``EngineError`` with MkDocs' words.

        A full disk is an ``OSError`` as everywhere else: MkDocs would tell it with a traceback.
        """
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            str(self.config.resolve()),
            "--site-dir",
            str(out.resolve()),
        ]
        done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
            command, env=self._environment(docs), capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            said = done.stderr.strip() or done.stdout.strip()
            if os.strerror(errno.ENOSPC) in said:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(out))
            raise EngineError(said)

    def _environment(self, docs: Path) -> dict[str, str]:
        return {
            "STAGED_DOCS": str(docs.resolve()),
            "EDITION": self.edition,
            "SITE_URL": self.site_url,
            "CONTENT_POLICY": policy_meta(),
            "SITE_NAME": self.site.name,
            "SITE_TAGLINE": self.site.tagline,
            "SITE_PLACE": self.site.place,
            "SITE_ABOUT": self.site.about,
            "SITE_BASIS": self.site.basis,
            "SITE_INDEXES": "\n".join(f"{facet.root} {facet.directory.heading}" for facet in FACETS if facet.directory),
            "SITE_DESCRIPTION": self.site.description,
            "SHARE_IMAGE": site_card(self.site).address,
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONHASHSEED": "0",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }


class EngineError(Exception):
    """MkDocs refused to build; the message is what it printed."""

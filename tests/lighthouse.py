"""For maintainers: Lighthouse (mobile) on the pages readers open most, below a sub-path and compressed as on a
web server. Needs Node.js and the npm package: LIGHTHOUSE=path/to/node_modules/.bin/lighthouse python -m tests.lighthouse
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import subprocess
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts.publish.mkdocs_glue import build_site
from tests.chromium import find_or_install
from tests.conftest import ROOT

PAGES = ("zh/", "zh/kaifeng-2020/h2-3/", "en/glossary/", "zh/kaifeng-2020/figures/", "kaifeng-2020/p57/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = (".html", ".css", ".js", ".json", ".svg")


class _Compressed(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in TEXTS:
            return super().do_GET()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (("Content-Type", self.guess_type(str(path))), ("Content-Encoding", "gzip"),
                            ("Content-Length", str(len(body))), ("Cache-Control", "max-age=600")):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def scores(program: str, url: str) -> dict[str, int]:
    """The four scores of a page, of 100, and what was found wanting."""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    call = [program, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    ran = subprocess.run(
        call, capture_output=True, text=True, check=True, env=os.environ | {"CHROME_PATH": find_or_install()}
    )
    report = json.loads(ran.stdout)
    for name in CATEGORIES:
        for item in report["categories"][name]["auditRefs"]:
            audit = report["audits"][item["id"]]
            if item["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {name}: {audit['title']} {audit.get('displayValue', '')}")
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Compressed, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}/fork/"
    os.environ["SITE_URL"] = address
    build_site(ROOT, folder / "fork")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in PAGES:
        print(page, scores(os.environ.get("LIGHTHOUSE", "lighthouse"), f"{address}{page}"), flush=True)


if __name__ == "__main__":
    main()

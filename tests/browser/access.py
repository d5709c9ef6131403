# access.py - saved pages, each on several screens, in light and dark: access.py DIRECTORY [PICTURES]
# SPDX-License-Identifier: GPL-3.0-or-later
"""DIRECTORY holds the pages (*.html) and static/. A line "ok - CHECK" or "not ok - CHECK" for each check of access.js and for the
visible focus, with what was found. With PICTURES, a picture of each page on a phone and on a large screen goes there."""
import functools
import http.server
import pathlib
import sys
import threading

from chrome import Chrome

PHONE, DESK, ZOOMED, NARROW = 390, 1280, 640, 320
CHECKS = pathlib.Path(__file__).with_name("access.js").read_text(encoding="utf-8")
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
FOCUS = """(() => {
	const e = document.activeElement, ring = [e, e.closest('.option')].filter(x => x), r = e.getBoundingClientRect();
	return e === document.body ? null : { what: e.outerHTML.slice(0, 120),
		ringed: ring.some(x => getComputedStyle(x).outlineStyle !== 'none'), seen: r.bottom > 0 && r.top < innerHeight };
})()"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Look:
    def __init__(self, chrome, base):
        self.chrome = chrome
        self.base = base
        self.found = {"focus": []}

    def note(self, where, found):
        for check, lines in found.items():
            self.found.setdefault(check, []).extend(f"{where}: {line}" for line in lines)

    def screen(self, width, scheme):
        self.chrome.call("Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=width < DESK)
        self.chrome.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def page(self, path):
        self.chrome.goto(self.base + path.name)
        for width in PHONE, DESK:
            for scheme in "light", "dark":
                self.screen(width, scheme)
                self.note(f"{path.stem}, {width}, {scheme}", self.chrome.value(CHECKS))
        for width, script in (NARROW, "0"), (ZOOMED, LARGE_TEXT):
            self.screen(width, "light")
            self.chrome.value(script)
            self.note(f"{path.stem}, {width}", {"reflow": self.chrome.value(CHECKS)["reflow"]})

    def focus(self, path):
        self.screen(PHONE, "light")
        self.chrome.goto(self.base + path.name)
        for _ in range(200):
            self.chrome.key("Tab")
            focus = self.chrome.value(FOCUS)
            if focus is None:
                return
            if not (focus["ringed"] and focus["seen"]):
                self.note(path.stem, {"focus": [str(focus)]})

    def pictures(self, path, directory):
        for width in PHONE, DESK:
            for scheme in "light", "dark":
                self.screen(width, scheme)
                self.chrome.goto(self.base + path.name)
                self.chrome.picture(f"{directory}/{path.stem}-{width}-{scheme}.png")

    def report(self):
        for check, lines in self.found.items():
            print(f"{'not ok' if lines else 'ok'} - {check}")
            for line in lines:
                print(f"# {line}")


def main():
    directory = pathlib.Path(sys.argv[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=directory))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chrome = Chrome(PHONE, 844)
    look = Look(chrome, f"http://127.0.0.1:{server.server_port}/")
    try:
        pages = sorted(directory.glob("*.html"))
        for path in pages:
            look.page(path)
            look.focus(path)
            if len(sys.argv) > 2:
                look.pictures(path, sys.argv[2])
        print(f"# {len(pages)} pages")
        look.report()
    finally:
        chrome.close()


main()

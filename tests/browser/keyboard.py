# keyboard.py - a whole questionnaire on a phone-sized screen, with the keyboard only: keyboard.py FIRST_PAGE_URL LAST_PATH WIDTH
# SPDX-License-Identifier: GPL-3.0-or-later
import sys

from chrome import Chrome

FOCUS = """(() => {
	const e = document.activeElement, ring = [e, e.closest('.option')].filter(x => x);
	return { tag: e.tagName, type: e.type || '', name: e.name || '', value: e.value || '', text: e.textContent,
		href: e.getAttribute('href') || '', answered: !!(e.name && document.querySelector(`[name="${e.name}"]:checked`)),
		ringed: ring.some(x => getComputedStyle(x).outlineStyle !== 'none'),
		seen: (r => r.bottom > 0 && r.top < innerHeight)(e.getBoundingClientRect()) };
})()"""
TOO_SMALL = """[...document.querySelectorAll('.option, button, .button, select, input[type=text], input[type=date], textarea')]
	.filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
PAGE = "({ path: location.pathname, width: document.documentElement.scrollWidth, title: document.title })"


class Walk:
    def __init__(self, chrome, width):
        self.chrome = chrome
        self.width = width
        self.trouble = {"no page is wider than the screen": [], "every control is large enough for a finger": [],
                        "focus is always visible": [], "every page can be walked through with Tab": []}
        self.answered = 0

    def look(self):
        page = self.chrome.value(PAGE)
        if page["width"] > self.width:
            self.trouble["no page is wider than the screen"].append(f"{page['path']}: {page['width']}")
        for control in self.chrome.value(TOO_SMALL):
            self.trouble["every control is large enough for a finger"].append(f"{page['path']}: {control}")
        return page["path"]

    def next_control(self, path):
        self.chrome.key("Tab")
        focus = self.chrome.value(FOCUS)
        if not (focus["ringed"] and focus["seen"]):
            self.trouble["focus is always visible"].append(f"{path}: {focus}")
        return focus

    def answer(self, focus):
        """Low answers now and then, so that questions about them come up."""
        if focus["type"] == "radio" and not focus["answered"]:
            self.chrome.key("Space")
            for _ in range(3 if self.answered % 5 else 1):
                self.chrome.key("ArrowDown")
            self.answered += 1
        elif focus["tag"] == "TEXTAREA" and not focus["value"]:
            self.chrome.write("Decisions came late; then the plan slipped.")
            self.answered += 1

    def page(self):
        """Answer everything on the way to the first button, and press that."""
        path = self.look()
        for _ in range(200):
            focus = self.next_control(path)
            if focus["tag"] == "BUTTON":
                self.chrome.loaded(lambda: self.chrome.key("Enter"))
                return
            self.answer(focus)
        self.trouble["every page can be walked through with Tab"].append(path)
        raise SystemExit(self.report())

    def report(self):
        bad = 0
        for what, found in self.trouble.items():
            print(f"{'not ok' if found else 'ok'} - {what}")
            for line in found:
                print(f"# {line}")
            bad += bool(found)
        return bad


def main():
    width = int(sys.argv[3])
    chrome = Chrome(width, 844)
    walk = Walk(chrome, width)
    try:
        chrome.goto(sys.argv[1])
        for _ in range(40):
            if chrome.value("location.pathname") == sys.argv[2]:
                break
            walk.page()
        walk.look()
        print(f"# {walk.answered} answers, now at {chrome.value('location.pathname')}")
        walk.trouble[f"the way ends at {sys.argv[2]}"] = \
            [] if chrome.value("location.pathname") == sys.argv[2] else [chrome.value("location.pathname")]
        sys.exit(walk.report())
    finally:
        chrome.close()


main()

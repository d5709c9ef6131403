# chrome.py - headless Chromium on a phone-sized screen, spoken to over a pipe
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import subprocess
import tempfile

OPTIONS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars --remote-debugging-pipe about:blank""".split()
KEYS = {"Tab": 9, "Enter": 13, "Space": 32, "ArrowDown": 40}


class Chrome:
    """One page. Messages are JSON ended by NUL: written to descriptor 3 of the browser, read from its descriptor 4."""

    def __init__(self, width, height):
        self.profile = tempfile.mkdtemp(prefix="attune-chrome.")
        to_browser, self.out = os.pipe()
        from_browser, to_us = os.pipe()
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{to_us}', "-", os.environ.get("CHROMIUM", "chromium"),
             f"--user-data-dir={self.profile}"] + OPTIONS,
            pass_fds=(to_browser, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(to_us)
        self.lines = os.fdopen(from_browser, "rb")
        self.number = 0
        self.session = None
        self.events = []
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _read(self):
        message = bytearray()
        while (byte := self.lines.read(1)) != b"\0":
            if byte == b"":
                raise EOFError("the browser is gone")
            message += byte
        return json.loads(message)

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer.get("method"))

    def loaded(self, act):
        """Do something that loads a page, and wait until it is there."""
        self.events.clear()
        act()
        while "Page.loadEventFired" not in self.events:
            self.events.append(self._read().get("method"))

    def goto(self, url):
        self.loaded(lambda: self.call("Page.navigate", url=url))

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def key(self, name):
        text = {"Enter": "\r", "Space": " "}.get(name, "")
        key = {"key": " " if name == "Space" else name, "code": name, "windowsVirtualKeyCode": KEYS[name]}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **key)
        self.call("Input.dispatchKeyEvent", type="keyUp", **key)

    def write(self, text):
        self.call("Input.insertText", text=text)

    def picture(self, path):
        import base64
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]))

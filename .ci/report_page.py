"""Opens a training report in headless Chromium and looks for faults.

usage: report_page.py FOLDER [OUTPUT]
  FOLDER   what `carteiro train` wrote to output/data
  OUTPUT   where to put pictures of the page, light, dark and narrow; without it none are kept

Fails when the page logs anything, asks for anything outside its file, is wider than its window, or when a picture of
report.html or of a plot cannot be drawn. Talks to the browser over its two pipes, so that no port is needed.
"""

import base64
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

WINDOWS = [("light", 1200, "light"), ("dark", 1200, "dark"), ("narrow-light", 360, "light"), ("narrow-dark", 360, "dark")]
TILE, MOST_TILES = 1600, 8
# Elements that stick out of the window, except those inside a box that scrolls by itself.
OVERFLOW = """(() => {
  const inside = e => { for (; e; e = e.parentElement) {
    const o = getComputedStyle(e).overflowX; if (o === 'auto' || o === 'scroll') return true; } return false; };
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !inside(e.parentElement) && !e.closest('svg'))
    .map(e => e.tagName + '.' + e.className).slice(0, 5)
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page: ' + document.documentElement.scrollWidth] : []);
})()"""
# Texts of a plot that stick out of it.
CLIPPED = """[...document.querySelectorAll('svg')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(t => { const r = t.getBoundingClientRect();
    return r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1; })
    .map(t => t.textContent.slice(0, 40)); }).slice(0, 5)"""


class Browser:
    """A browser and one page in it."""

    def __init__(self, executable, profile):
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # Numbers of their own first, since the pipes may have got 3 and 4 the other way round.
        to_browser, from_browser = (fcntl.fcntl(pipe, fcntl.F_DUPFD, 10) for pipe in (to_browser, from_browser))
        keep = lambda: (os.dup2(to_browser, 3), os.dup2(from_browser, 4))
        # The sandbox needs rights that a container does not give; the page is ours and runs no script.
        self.process = subprocess.Popen(
            [executable, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=keep, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def read(self):
        while b"\0" not in self.buffer:
            data = os.read(self.input, 1 << 20)
            if not data:
                sys.exit("the browser ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address):
        self.events = []
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def window(self, width, scheme):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def pictures(self, width):
        """The page from top to bottom, in tiles that a screen can show."""
        height = int(self.value("document.documentElement.getBoundingClientRect().height")) + 1
        for top in range(0, min(height, TILE * MOST_TILES), TILE):
            clip = {"x": 0, "y": top, "width": width, "height": min(TILE, height - top), "scale": 1}
            data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]
            yield base64.b64decode(data)

    def close(self):
        self.process.terminate()
        self.process.wait()


def faults_of(browser, address):
    """What the page logged and asked for since it was opened."""
    for event in browser.events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown" or method == "Runtime.consoleAPICalled":
            yield f"console: {json.dumps(parameters)[:200]}"
        if method == "Log.entryAdded":
            yield f"log: {parameters['entry'].get('text', '')[:200]}"
        if method == "Network.requestWillBeSent" and parameters["request"]["url"] != address:
            yield f"asked for {parameters['request']['url'][:100]}"


def keep(output, name, pictures):
    """Writes pictures where some are wanted; they are drawn in any case."""
    for number, picture in enumerate(pictures, 1):
        if output:
            (output / f"{name}-{number}.png").write_bytes(picture)


def look(browser, folder, output):
    """Opens the page in each window, then each plot, and returns the faults."""
    faults = []
    page = folder / "report.html"
    for name, width, scheme in WINDOWS:
        browser.window(width, scheme)
        browser.open(page.as_uri())
        faults += [f"{name}: {fault}" for fault in faults_of(browser, page.as_uri())]
        faults += [f"{name}: wider than the window: {what}" for what in browser.value(OVERFLOW)]
        faults += [f"{name}: text outside its plot: {what}" for what in browser.value(CLIPPED)]
        if browser.value("document.querySelectorAll('section').length") < 5:
            faults.append(f"{name}: sections are missing")
        keep(output, name, browser.pictures(width))
    for plot in sorted((folder / "plots").glob("*.svg")):
        browser.window(900, "light")
        browser.open(plot.as_uri())
        faults += [f"{plot.name}: {fault}" for fault in faults_of(browser, plot.as_uri())]
        if browser.value("document.documentElement.tagName") != "svg":
            faults.append(f"{plot.name}: is not drawn")
        faults += [f"{plot.name}: text outside the plot: {what}" for what in browser.value(CLIPPED)]
        keep(output, plot.stem, browser.pictures(900))
    return faults


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1]).resolve()
    output = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) == 3 else None
    if output:
        output.mkdir(parents=True, exist_ok=True)
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or sys.exit("chromium is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(executable, profile)
        try:
            faults = look(browser, folder, output)
        finally:
            browser.close()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(1)
    print(f"no fault in {len(WINDOWS)} windows and {len(list((folder / 'plots').glob('*.svg')))} plots")


main()

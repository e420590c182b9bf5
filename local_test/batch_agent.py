"""Plays SageMaker's batch agent against `carteiro serve`; started by batch_local.sh, which lists the options."""
import argparse
import concurrent.futures
import csv
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time

READY_SECONDS = 60
RETRIES = 3
ANSWER_SECONDS = 600
CHUNK_BYTES = 65536
READ_BYTES = 1 << 20
LONG_LINE_END = re.compile(b"\r+\n")
JSON_TYPES = ("application/json", "application/jsonlines")


def options():
    parser = argparse.ArgumentParser(prog="batch_local.sh")
    parser.add_argument("executable")
    parser.add_argument("file")
    parser.add_argument("--content-type")
    parser.add_argument("--accept")
    parser.add_argument("--split", choices=["Line", "None"], default="Line")
    parser.add_argument("--strategy", choices=["MultiRecord", "SingleRecord"], default="MultiRecord")
    parser.add_argument("--max-payload-mb", type=int)
    parser.add_argument("--max-concurrent", type=int)
    parser.add_argument("--assemble", choices=["Line", "None"], default="Line")
    parser.add_argument("--join", action="store_true")
    parser.add_argument("--output")
    parser.add_argument("--direct", action="store_true")
    found = parser.parse_args()
    found.content_type = found.content_type or type_of(found.file)
    found.accept = found.accept or found.content_type
    found.output = found.output or found.file + ".out"
    if found.join and (found.split, found.assemble, found.accept) != ("Line", "Line", found.content_type):
        parser.error("--join needs --split Line, --assemble Line and an --accept like the content type")
    return found


def type_of(name):
    """The content type that a file's name tells."""
    for ending, kind in ((".jsonl", "application/jsonlines"), (".jsonlines", "application/jsonlines"),
                         (".csv", "text/csv"), (".txt", "text/plain")):
        if name.endswith(ending):
            return kind
    return "application/json"


class Server:
    """`carteiro serve` in a process of its own, with the environment of a transform job."""

    def __init__(self, chosen):
        self.port = int(os.environ.get("PORT") or free_port())
        environment = dict(os.environ, SAGEMAKER_BATCH="true", SAGEMAKER_BIND_TO_PORT=str(self.port))
        if chosen.max_payload_mb is not None:
            environment["SAGEMAKER_MAX_PAYLOAD_IN_MB"] = str(chosen.max_payload_mb)
        if chosen.max_concurrent is not None:
            environment["SAGEMAKER_MAX_CONCURRENT_TRANSFORMS"] = str(chosen.max_concurrent)
        command = [chosen.executable, "serve"] + (["--direct"] if chosen.direct else [])
        self.process = subprocess.Popen(command, env=environment)

    def wait(self):
        """Waits until /ping answers 200."""
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.ask("GET", "/ping")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        sys.exit("batch_local.sh: the server did not become ready")

    def ask(self, method, path, body=None, headers=None, connection=None):
        own = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        own.request(method, path, body, headers or {}, encode_chunked=hasattr(body, "read"))
        answer = own.getresponse()
        return answer.status, answer.read()

    def peak_mebibytes(self):
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def payloads(chosen, limit):
    """The bodies of the requests, each of whole records."""
    with open(chosen.file, "rb") as data:
        if chosen.split == "None":
            yield data.read()
        elif chosen.strategy == "SingleRecord":
            yield from (record.rstrip(b"\r\n") for record in data)
        else:
            yield from filled(whole_lines(data, limit + READ_BYTES), limit)


def whole_lines(data, size):
    """The lines of a file in blocks, each line ended by one line feed; a walk line by line takes ten times as long."""
    rest = b""
    while block := data.read(size):
        end = block.rfind(b"\n") + 1
        if not end:
            rest += block
            continue
        lines, rest = rest + block[:end], block[end:]
        yield LONG_LINE_END.sub(b"\n", lines) if b"\r" in lines else lines
    if rest:
        yield rest.rstrip(b"\r") + b"\n"


def filled(blocks, limit):
    """Payloads of whole lines up to the limit, without the last line's end; a longer line is a payload of its own."""
    held = b""
    for block in blocks:
        held += block
        start = 0
        while len(held) - start > limit:
            end = held.rfind(b"\n", start, start + limit)
            if end < 0:
                end = held.index(b"\n", start)
            yield held[start:end]
            start = end + 1
        held = held[start:]
    if held:
        yield held[:-1]


class Sender:
    """Posts bodies on one connection a thread and tries failed ones again."""

    def __init__(self, server, chosen):
        self.server = server
        self.headers = {"Content-Type": chosen.content_type, "Accept": chosen.accept}
        self.local = threading.local()

    def send(self, body):
        reason = ""
        for attempt in range(RETRIES + 1):
            time.sleep(attempt)
            try:
                if not hasattr(self.local, "connection"):
                    self.local.connection = http.client.HTTPConnection(
                        "127.0.0.1", self.server.port, timeout=ANSWER_SECONDS)
                status, answer = self.server.ask("POST", "/invocations", body, self.headers, self.local.connection)
            except (OSError, http.client.HTTPException) as error:
                reason = repr(error)
                self.local.connection.close()
                del self.local.connection
                continue
            if status // 100 == 2:
                return answer
            reason = "%d %s" % (status, answer[:2048].decode("utf-8", "replace"))
        raise RuntimeError(reason)


class ChunkedFile:
    """A file that http.client sends chunk by chunk, since it has no length."""

    def __init__(self, path):
        self.file = open(path, "rb")

    def read(self, _=None):
        return self.file.read(CHUNK_BYTES)


def send_all(chosen, server, limit, concurrent):
    """The answers in the order of their requests; a window keeps the file out of memory."""
    sender = Sender(server, chosen)
    if chosen.max_payload_mb == 0:
        sender.headers["Transfer-Encoding"] = "chunked"
        yield sender.send(ChunkedFile(chosen.file))
        return
    with concurrent_pool(concurrent) as pool:
        window = []
        for body in payloads(chosen, limit):
            window.append(pool.submit(sender.send, body))
            if len(window) == 2 * concurrent:
                yield window.pop(0).result()
        for future in window:
            yield future.result()


def concurrent_pool(workers):
    return concurrent.futures.ThreadPoolExecutor(max_workers=workers)


def assemble(chosen, answers):
    """Writes FILE.out under another name and renames it, as nothing may be left of a job that failed."""
    partial = chosen.output + ".partial"
    with open(partial, "wb") as output:
        for answer in answers:
            output.write(answer)
            if chosen.assemble == "Line" and answer and not answer.endswith(b"\n"):
                output.write(b"\n")
    if chosen.join:
        join(chosen, partial)
    os.rename(partial, chosen.output)


def join(chosen, path):
    """Sets each input record and its answer together in place of the answer."""
    joined = path + ".joined"
    with open(chosen.file, newline="", encoding="utf-8") as left, open(path, newline="", encoding="utf-8") as right, \
            open(joined, "w", newline="", encoding="utf-8") as output:
        if chosen.content_type in JSON_TYPES:
            for record, answer in zip(left, right, strict=True):
                output.write(joined_json(record, answer) + "\n")
        else:
            writer = csv.writer(output, lineterminator="\n")
            for record, answer in zip(csv.reader(left), csv.reader(right), strict=True):
                writer.writerow(record + answer)
    os.rename(joined, path)


def joined_json(record, answer):
    """SageMaker's form: a further key of an object, or an object of both."""
    value, answer = json.loads(record), json.loads(answer)
    both = dict(value, SageMakerOutput=answer) if isinstance(value, dict) else \
        {"SageMakerInput": value, "SageMakerOutput": answer}
    return json.dumps(both, ensure_ascii=False)


def records_in(chosen):
    with open(chosen.file, "rb") as data:
        return sum(1 for _ in data)


def main():
    chosen = options()
    server = Server(chosen)
    try:
        server.wait()
        status, text = server.ask("GET", "/execution-parameters")
        told = json.loads(text) if status == 200 else {}
        megabytes = chosen.max_payload_mb if chosen.max_payload_mb is not None else told.get("MaxPayloadInMB", 6)
        concurrent = chosen.max_concurrent or told.get("MaxConcurrentTransforms", 1)
        start = time.monotonic()
        assemble(chosen, send_all(chosen, server, megabytes << 20, concurrent))
        seconds = time.monotonic() - start
        peak = server.peak_mebibytes()
    finally:
        code = server.stop()
    documents = records_in(chosen)
    print("%s: %d records in %.2f s (%.0f documents/s), at most %d MB a request, %d at a time; "
          "the server took at most %.1f MiB and ended with status %d"
          % (chosen.output, documents, seconds, documents / seconds, megabytes, concurrent, peak, code))


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        sys.exit("batch_local.sh: a request failed %d times: %s" % (RETRIES + 1, error))

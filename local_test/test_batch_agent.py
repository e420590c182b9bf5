"""Tests how the batch agent cuts a file; run by `make scripts-test`."""
import argparse
import itertools
import os
import random
import tempfile
import unittest

import batch_agent


def line_by_line(text, limit):
    """The rules in their plainest form: lines without their ends, as many as the limit holds, one at least."""
    held, size = [], 0
    for record in lines_of(text):
        record = record.rstrip(b"\r\n")
        if held and size + len(record) + 1 > limit:
            yield b"\n".join(held)
            held, size = [], 0
        held.append(record)
        size += len(record) + 1
    if held:
        yield b"\n".join(held)


def lines_of(text):
    """Lines that only a line feed ends."""
    parts = text.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


class Payloads(unittest.TestCase):
    def cut(self, text, limit, **options):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "records")
            with open(path, "wb") as file:
                file.write(text)
            chosen = argparse.Namespace(file=path, **{"split": "Line", "strategy": "MultiRecord", **options})
            return list(batch_agent.payloads(chosen, limit))

    def test_payloads_are_filled_with_whole_lines(self):
        self.assertEqual(self.cut(b"11\n22\n33\n", 6), [b"11\n22", b"33"])
        self.assertEqual(self.cut(b"11\n22\n33\n", 5), [b"11", b"22", b"33"])
        self.assertEqual(self.cut(b"11\n22\n33", 9), [b"11\n22\n33"])
        self.assertEqual(self.cut(b"1\n\n\n2", 3), [b"1\n", b"\n2"])
        self.assertEqual(self.cut(b"", 9), [])

    def test_line_past_the_limit_goes_alone(self):
        self.assertEqual(self.cut(b"1\n" + b"2" * 50 + b"\n3\n4\n", 4), [b"1", b"2" * 50, b"3\n4"])

    def test_line_ends_have_one_byte(self):
        self.assertEqual(self.cut(b"1\r\n2\r\r\na\rb\r\n\r", 99), [b"1\n2\na\rb\n"])

    def test_other_ways_send_one_record_or_all(self):
        self.assertEqual(self.cut(b"1\r\n\n2", 99, strategy="SingleRecord"), [b"1", b"", b"2"])
        self.assertEqual(self.cut(b"1\r\n\n2", 1, split="None"), [b"1\r\n\n2"])

    def test_blocks_give_the_payloads_of_lines(self):
        generator = random.Random(1)
        parts = [b"a", b"bcd", b"\n", b"\r\n", b"\r", b"x" * 40]
        usual = batch_agent.READ_BYTES
        try:
            for size, limit in itertools.product(range(0, 60, 3), (1, 2, 3, 5, 9, 41, 42, 500)):
                text = b"".join(generator.choices(parts, k=size))
                for batch_agent.READ_BYTES in (0, 1, 7, 1000):
                    self.assertEqual(self.cut(text, limit), list(line_by_line(text, limit)), (text, limit))
        finally:
            batch_agent.READ_BYTES = usual


if __name__ == "__main__":
    unittest.main()

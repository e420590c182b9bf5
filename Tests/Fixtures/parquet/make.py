#!/usr/bin/env python3
"""Writes the Parquet files of this folder: pip install pyarrow; ./make.py"""
import csv
import os

import pyarrow as pa
import pyarrow.parquet as pq

os.chdir(os.path.dirname(os.path.abspath(__file__)))
rows = 40
table = pa.table({
    "id": pa.array(range(rows), pa.int64()),
    "message": pa.array([None if i % 7 == 3 else f"mensagem não {i % 5}\nlinha {i}" for i in range(rows)]),
    "problem": pa.array([["Pagamento", "Entrega", "Prazo de reembolso"][i % 3] for i in range(rows)]),
    "count": pa.array([i - 20 for i in range(rows)], pa.int32()),
    "score": pa.array([None if i % 4 == 1 else i / 4 for i in range(rows)], pa.float64()),
    "share": pa.array([i / 8 for i in range(rows)], pa.float32()),
    "urgent": pa.array([None if i % 5 == 2 else i % 3 == 0 for i in range(rows)]),
})
for compression in ["none", "snappy", "gzip", "zstd"]:
    for dictionary in [True, False]:
        for version in ["1.0", "2.0"]:
            name = f"{compression}-{'dictionary' if dictionary else 'plain'}-v{version[0]}.parquet"
            pq.write_table(table, name, compression=compression, use_dictionary=dictionary,
                           data_page_version=version, row_group_size=25, store_schema=False)
pq.write_table(table.select(["message"]), "brotli.parquet", compression="brotli", store_schema=False)
pq.write_table(pa.table({"labels": [["a"], ["b", "c"]]}), "nested.parquet", store_schema=False)

# The documents of InputMatrixTests: the first 120 of the sample, on one line each and with labels of one word.
with open("../../../local_test/test_dir/input/data/training/messages.csv", newline="", encoding="utf-8") as file:
    sample = [row for row, _ in zip(csv.DictReader(file), range(120))]
messages = pa.table({
    "text": [" ".join(row["message"].split()) for row in sample],
    "label": ["_".join(row["label"].split()) for row in sample],
})
pq.write_table(messages, "messages.parquet", compression="snappy", row_group_size=70, store_schema=False)

#!/usr/bin/env python3
"""Draws event mentions for judging: draw_mentions.py RECORDS.jsonl... [-n 300] [-s 20261125] [--verdicts FILE]

Reads what `chancery code --format jsonl` wrote and prints N mentions drawn with a fixed seed, one a line:
number, sentence with actor, recipient and trigger marked, type, mode, modality. Two readers then say of each,
blind to one another, whether a codebook reader would code it so (docs/measurements.md says what came out).
With --verdicts, a reader's answers (number, tab, right or wrong), it prints the reports with their judged
mentions instead, for `chancery evaluate confidence --judged`.
"""
import argparse
import json
import random
import re


def marked(text, mention):
    begin, end = mention["sentence"]
    spans = [(*p["span"], tag) for side, tag in (("actors", "a"), ("recipients", "r")) for p in mention[side]]
    spans.append((*mention["trigger"]["span"], "t"))
    units = text.encode("utf-16-le")
    cut = lambda b, e: units[2 * b:2 * e].decode("utf-16-le", "replace")
    out, at = "", begin
    for b, e, tag in sorted(s for s in spans if s[0] >= begin and s[1] <= end):
        if b < at:
            out += "<%s/>" % tag  # within the span before
            continue
        out += cut(at, b) + "<%s>" % tag + cut(b, e) + "</%s>" % tag
        at = e
    return re.sub(r"\s+", " ", out + cut(at, end)).strip()


def judged(rows, verdicts):
    reports = {}
    for line in open(verdicts, encoding="utf-8"):
        number, verdict = line.rstrip("\n").split("\t")[:2]
        document, mention = rows[int(number) - 1]
        report = reports.setdefault(document["id"], {"text": document["text"], "judged": []})
        report["judged"].append({
            "trigger": mention["trigger"]["span"],
            "type": mention["type"],
            "actors": [p["span"] for p in mention["actors"]],
            "recipients": [p["span"] for p in mention["recipients"]],
            "right": verdict == "right",
        })
    for report in reports.values():
        print(json.dumps(report, ensure_ascii=False))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="+")
    parser.add_argument("-n", type=int, default=300)
    parser.add_argument("-s", type=int, default=20261125)
    parser.add_argument("--verdicts")
    args = parser.parse_args()
    rows = []
    for path in args.records:
        for line in open(path, encoding="utf-8"):
            record = json.loads(line)
            for mention in record["event_mentions"]:
                rows.append((record["document"], mention))
    random.Random(args.s).shuffle(rows)
    if args.verdicts:
        return judged(rows, args.verdicts)
    for number, (document, mention) in enumerate(rows[:args.n], 1):
        print("\t".join((str(number), marked(document["text"], mention), mention["type"], mention["mode"] or "", mention["modality"])))


if __name__ == "__main__":
    main()

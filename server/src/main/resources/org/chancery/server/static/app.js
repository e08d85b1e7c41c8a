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

function relation(figure) {
  get(figure.dataset.relation).then(({ relation: { months, changes } }) => {
    if (months.length === 0) return;
    const width = 800, height = 240, left = 36, right = 30, bottom = 22;
    // every month has its place, also those without events: a silence must look like one
    const number = m => 12 * Number(m.slice(0, 4)) + Number(m.slice(5)) - 1, first = number(months[0].month), last = number(months[months.length - 1].month);
    const x = d3.scaleLinear([first, last + 1], [left, width - right]), bar = Math.max(1, (width - left - right) / (last - first + 1) * 0.85);
    const most = d3.max(months, m => d3.sum(m.quads)), y = d3.scaleLinear([0, most], [height - bottom, 8]).nice(), g = d3.scaleLinear([-10, 10], [height - bottom, 8]);
    const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img").attr("aria-label", `Events and Goldstein values from ${months[0].month} to ${months[months.length - 1].month}, ${changes.length} changes of level`);
    for (const m of months) {
      let base = 0;
      m.quads.forEach((events, i) => {
        if (events) svg.append("rect").attr("class", "q" + (i + 1)).attr("x", x(number(m.month))).attr("width", bar).attr("y", y(base + events)).attr("height", y(base) - y(base + events))
          .append("title").text(`${m.month} ${QUADS[i + 1]}: ${events}; Goldstein mean ${m.mean.toFixed(2)}, sum ${m.sum.toFixed(1)}; ${Object.entries(m.types).map(e => e.join(" ")).join(", ")}`);
        base += events;
      });
    }
    svg.append("path").attr("class", "goldstein").attr("d", d3.line(m => x(number(m.month)) + bar / 2, m => g(m.mean))(months));
    for (const change of changes) svg.append("line").attr("class", "change").attr("x1", x(number(change.month))).attr("x2", x(number(change.month))).attr("y1", 8).attr("y2", height - bottom)
      .append("title").text(`${change.month}: mean Goldstein from ${change.before.toFixed(1)} to ${change.after.toFixed(1)}`);
    for (const tick of y.ticks(4)) svg.append("text").attr("x", 0).attr("y", y(tick) + 4).text(tick);
    for (const tick of [-10, 0, 10]) svg.append("text").attr("x", width - right + 4).attr("y", g(tick) + 4).text(tick);
    const step = Math.ceil((last - first + 1) / 10);
    for (let m = first; m <= last; m += step) svg.append("text").attr("x", x(m)).attr("y", height - 6).text(`${Math.floor(m / 12)}-${String(m % 12 + 1).padStart(2, "0")}`);
    figure.append(svg.node());
  }).catch(() => {});
}

function map(element) {
  const view = L.map(element, { worldCopyJump: true, attributionControl: false, minZoom: 1, maxZoom: 9 }).setView([20, 20], 2);
  fetch("/static/countries.json").then(r => r.json()).then(shapes => L.geoJSON(shapes, { interactive: false, style: { color: colour("--soft"), weight: 0.6, fillColor: colour("--paper"), fillOpacity: 1 } }).addTo(view).bringToBack());
  const layer = L.layerGroup().addTo(view);
  get(element.dataset.points).then(({ rows }) => {
    const slider = document.getElementById("month"), name = document.getElementById("month-name");
    // a row is a place, a quad class and a period (a month, or a year where there are many): how many events, and the newest of them
    const months = [...new Set(rows.map(row => row.period).filter(Boolean))].sort();
    slider.max = Math.max(0, months.length - 1); slider.value = slider.max;
    const draw = () => {
      layer.clearLayers();
      const last = months[slider.value] || "9999";
      name.textContent = months[slider.value] || "";
      const groups = new Map();
      for (const row of rows) {
        if ((row.period || "") > last) continue;
        const key = [row.lat, row.lon, row.quad].join();
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(row);
      }
      for (const group of groups.values()) {
        const first = group[0], wide = { country: 14, admin1: 10, region: 12 }[first.precision] || 4, events = d3.sum(group, row => row.events);
        const list = document.createElement("div");
        const head = document.createElement("b"); head.textContent = `${first.place || ""} (${first.precision}): ${events}`; list.append(head);
        for (const row of group.slice(0, 8)) { const line = document.createElement("div"), link = document.createElement("a"); link.href = "/events/" + encodeURIComponent(row.id); link.textContent = `${row.date || ""} ${row.type}`; line.append(link, row.events > 1 ? `, newest of ${row.events}` : ""); list.append(line); }
        L.circleMarker([first.lat, first.lon], { radius: wide + 2 * Math.log2(events), color: colour("--c" + first.quad), fillOpacity: wide > 4 ? 0.15 : 0.5, weight: 1.5, dashArray: wide > 4 ? "3 3" : null }).bindPopup(list).addTo(layer);
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
document.querySelectorAll("[data-relation]").forEach(relation);
document.querySelectorAll("[data-points]").forEach(map);
document.querySelectorAll("[data-pairs]").forEach(network);
layers();

// The timeline of a relation: events in lanes, drawn on a canvas, above the curve of conflict and cooperation.
import { axisBottom, curveMonotoneX, line, pointer, scaleLinear, scaleUtc, select, zoom, zoomIdentity } from "./vendor/charts.js";

const LANES = ["Visits", "Meetings", "Agreements", "Words", "Hostile acts"];
const QUADS = ["--coop", "--deed", "--word", "--harm"];
const STANDING = ["", "long before", "planned", "expected", "possible", "denied"];
const LANE_HEIGHT = 50, TOP = 6, CURVE = 104, LEFT = 92, RIGHT = 12, DOT = 3.1;
const day = (ordinal) => new Date((ordinal - 719163) * 864e5);

const host = document.getElementById("timeline");
if (host) start(host);

async function start(root) {
  const answer = await fetch(root.dataset.src, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { data } = await answer.json();
  if (!data.points.length) { root.hidden = true; return; }
  draw(root, data);
}

function draw(root, data) {
  const points = data.points.map(([id, first, length, lane, quad, score, standing, name]) => ({ id, time: day(first), length, lane, quad, score, standing, name }));
  const months = data.months.map((m) => ({ time: new Date(`${m.month}-15T00:00:00Z`), score: m.score, events: m.events }));
  const canvas = select(root).append("canvas"), svg = select(root).append("svg").attr("aria-hidden", "true");
  const tip = select(root).append("div").attr("class", "tip").property("hidden", true);
  const axis = svg.append("g"), labels = svg.append("g");
  const lanesEnd = TOP + LANES.length * LANE_HEIGHT, curveTop = lanesEnd + 14, height = curveTop + CURVE + 26;
  const y = scaleLinear([-10, 10], [curveTop + CURVE, curveTop]);
  const full = scaleUtc().domain([points[0].time, points[points.length - 1].time]);
  full.domain([new Date(+full.domain()[0] - 40 * 864e5), new Date(+full.domain()[1] + 40 * 864e5)]);
  let width = 0, x = full, placed = [], transform = zoomIdentity;

  LANES.forEach((name, index) => {
    labels.append("text").attr("class", "lane").attr("y", TOP + (index + .5) * LANE_HEIGHT + 4).text(name);
    labels.append("line").attr("x1", 0).attr("x2", "100%").attr("y1", TOP + (index + 1) * LANE_HEIGHT).attr("y2", TOP + (index + 1) * LANE_HEIGHT);
  });
  labels.append("text").attr("class", "lane").attr("y", y(0) + 4).text("Mean score");
  for (const value of [10, 0, -10]) {
    labels.append("line").attr("class", value ? null : "zero").attr("x1", LEFT).attr("x2", "100%").attr("y1", y(value)).attr("y2", y(value));
    labels.append("text").attr("x", LEFT - 8).attr("y", y(value) + (value > 0 ? 10 : value < 0 ? -2 : 4)).attr("text-anchor", "end").text(value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "");
  }

  const behaviour = zoom().scaleExtent([1, 4000]).filter((event) => event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button)
    .on("zoom", (event) => { transform = event.transform; schedule(); });
  const area = select(root).call(behaviour).on("dblclick.zoom", null);
  document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => act(button.dataset.zoom)));
  root.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: () => behaviour.translateBy(area, 90 / transform.k, 0), ArrowRight: () => behaviour.translateBy(area, -90 / transform.k, 0), "+": () => act("in"), "-": () => act("out"), 0: () => act("all") };
    if (moves[event.key]) { event.preventDefault(); moves[event.key](); }
  });
  function act(what) {
    if (what === "all") behaviour.transform(area, zoomIdentity);
    else behaviour.scaleBy(area, what === "in" ? 2 : .5);
  }

  let waiting = false;
  function schedule() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; paint(); });
  }

  function paint() {
    const style = getComputedStyle(root), ratio = devicePixelRatio || 1;
    x = transform.rescaleX(full);
    const node = canvas.node();
    node.width = width * ratio; node.height = height * ratio;
    node.style.width = `${width}px`; node.style.height = `${height}px`;
    const pen = node.getContext("2d");
    pen.scale(ratio, ratio);
    pen.save(); pen.beginPath(); pen.rect(LEFT, 0, width - LEFT - RIGHT + 6, height); pen.clip();
    const colours = QUADS.map((name) => style.getPropertyValue(name)), soft = style.getPropertyValue("--soft");
    lanes(pen, colours, style.getPropertyValue("--paper"));
    curve(pen, colours, soft);
    pen.restore();
    axis.attr("transform", `translate(0,${curveTop + CURVE + 2})`).call(axisBottom(x).ticks(Math.max(3, width / 130)).tickSizeOuter(0));
  }

  // Dots of one lane that share a place stand on each other; a heap too high for its lane is pressed together.
  function lanes(pen, colours, paper) {
    const heaps = new Map(); placed = [];
    for (const point of points) {
      const at = x(point.time);
      if (at < LEFT - 8 || at > width) continue;
      const cell = `${point.lane}:${Math.round(at / (DOT * 2 + .8))}`;
      const heap = heaps.get(cell);
      if (heap) heap.push(point); else heaps.set(cell, [point]);
    }
    for (const heap of heaps.values()) {
      const base = TOP + (heap[0].lane + 1) * LANE_HEIGHT - 6, step = Math.min(DOT * 2 + .8, (LANE_HEIGHT - 14) / heap.length);
      const cell = Math.round(x(heap[0].time) / (DOT * 2 + .8)) * (DOT * 2 + .8), alone = heap.length === 1;
      heap.forEach((point, index) => {
        const at = alone ? x(point.time) : cell, up = base - index * step;
        placed.push([at, up, point]);
        pen.beginPath(); pen.arc(at, up, DOT, 0, 7);
        if (point.standing > 1) {
          pen.fillStyle = paper; pen.fill(); pen.lineWidth = 1.2; pen.strokeStyle = colours[point.quad]; pen.stroke();
        } else { pen.globalAlpha = .82; pen.fillStyle = colours[point.quad]; pen.fill(); pen.globalAlpha = 1; }
      });
    }
  }

  function curve(pen, colours, soft) {
    const month = Math.max(1.5, x(new Date(30 * 864e5)) - x(new Date(0)) - .8);
    for (const m of months) {
      const at = x(m.time), to = y(m.score), zero = y(0);
      if (at < LEFT - month || at > width + month) continue;
      pen.globalAlpha = Math.min(.85, .34 + m.events / 14);
      pen.fillStyle = m.score >= 0 ? colours[0] : colours[3];
      pen.fillRect(at - month / 2, Math.min(to, zero), month, Math.max(1, Math.abs(to - zero)));
    }
    pen.globalAlpha = 1;
    const smooth = smoothed(months);
    if (smooth.length < 3) return;
    pen.beginPath(); line((m) => x(m.time), (m) => y(m.score)).curve(curveMonotoneX).context(pen)(smooth);
    pen.lineWidth = 1.6; pen.strokeStyle = soft; pen.stroke();
  }

  const nearest = (event) => {
    const [px, py] = pointer(event, root);
    let best = null, least = 90;
    for (const [ax, ay, point] of placed) {
      const far = (ax - px) ** 2 + (ay - py) ** 2;
      if (far < least) { least = far; best = [ax, ay, point]; }
    }
    return best;
  };
  root.addEventListener("pointermove", (event) => {
    const found = nearest(event);
    tip.property("hidden", !found);
    root.style.cursor = found ? "pointer" : "";
    if (!found) return;
    const [ax, ay, point] = found, date = point.time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    tip.text(`${point.name}, ${point.length > 31 ? `about ${point.time.getUTCFullYear()}` : date}${STANDING[point.standing] ? ` (${STANDING[point.standing]})` : ""}`);
    tip.style("left", `${Math.min(ax + 10, width - 190)}px`).style("top", `${Math.max(0, ay - 34)}px`);
  });
  root.addEventListener("pointerleave", () => tip.property("hidden", true));
  root.addEventListener("click", (event) => { const found = nearest(event); if (found) location.href = addressOf(found[2].id); });
  const addressOf = (id) => { const [path, query] = root.dataset.event.split("?"); return path + id + (query ? `?${query}` : ""); };

  new ResizeObserver(() => {
    width = root.clientWidth;
    root.style.height = `${height}px`;
    svg.attr("width", width).attr("height", height);
    full.range([LEFT + 4, width - RIGHT]);
    behaviour.extent([[LEFT, 0], [width, height]]).translateExtent([[LEFT, 0], [width, height]]);
    paint();
  }).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", schedule);
  root.dataset.drawn = "true";
}

// The mean of the thirteen months around each, weighed by their events.
function smoothed(months) {
  const reach = 190 * 864e5;
  return months.map((m) => {
    let sum = 0, weight = 0;
    for (const other of months) if (Math.abs(other.time - m.time) <= reach) { sum += other.score * other.events; weight += other.events; }
    return { time: m.time, score: sum / weight };
  });
}

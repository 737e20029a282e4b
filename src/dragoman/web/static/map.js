// Where events took place: Natural Earth borders, circles by number, and a span of years.
import { feature, geoEqualEarth, geoPath, max, mesh, scaleSqrt, select } from "./vendor/charts.js";

const here = new URL(".", import.meta.url);
const WIDTH = 960, HEIGHT = 424;
const SHOWN = { type: "MultiPoint", coordinates: [[-179, 0], [179, 0], [0, 83.6], [0, -56]] };

const load = async (address) => (await fetch(address)).json();
const hosts = document.querySelectorAll(".map[data-src]");
if (hosts.length) {
  Promise.all([load(new URL("vendor/world.json", here)), load(new URL("disputed.json", here))]).then(([world, disputed]) => {
    hosts.forEach(async (host) => {
      const answer = await fetch(host.dataset.src);
      draw(host, world, new Set(disputed.codes), answer.ok ? (await answer.json()).data : []);
    });
  });
}

function draw(host, world, disputed, places) {
  const projection = geoEqualEarth().fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], SHOWN), path = geoPath(projection);
  const svg = select(host).append("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("aria-hidden", "true");
  const open = (a, b) => disputed.has(a.properties.a3) || disputed.has(b.properties.a3);
  svg.append("path").attr("class", "land").attr("d", path(feature(world, world.objects.land)));
  svg.append("path").attr("class", "border").attr("d", path(mesh(world, world.objects.countries, (a, b) => a !== b && !open(a, b))));
  svg.append("path").attr("class", "dispute").attr("d", path(mesh(world, world.objects.countries, (a, b) => a !== b && open(a, b))));
  const dots = svg.append("g"), tip = select(host).append("div").attr("class", "tip").property("hidden", true);
  const totals = places.map((place) => place.years.reduce((sum, [, n]) => sum + n, 0));
  const radius = scaleSqrt([0, max(totals) || 1], [0, host.classList.contains("big-map") ? 26 : 20]);

  function show(from, to) {
    const shown = places.map((place) => ({ place, number: place.years.reduce((sum, [year, n]) => sum + (year >= from && year <= to ? n : 0), 0) }))
      .filter((one) => one.number).sort((a, b) => b.number - a.number);
    dots.selectAll("circle").data(shown, (one) => `${one.place.latitude},${one.place.longitude}`).join("circle").attr("class", "dot")
      .attr("cx", (one) => projection([one.place.longitude, one.place.latitude])[0]).attr("cy", (one) => projection([one.place.longitude, one.place.latitude])[1])
      .attr("r", (one) => Math.max(1.8, radius(one.number)))
      .on("pointermove", (event, one) => {
        const box = host.getBoundingClientRect();
        tip.property("hidden", false).text(`${one.place.name}: ${one.number.toLocaleString("en")} ${one.number === 1 ? "event" : "events"}`)
          .style("left", `${Math.min(event.clientX - box.left + 12, box.width - 150)}px`).style("top", `${event.clientY - box.top - 30}px`);
      })
      .on("pointerleave", () => tip.property("hidden", true))
      .on("click", (_, one) => {
        const to = new URL(host.dataset.place, location.href);
        to.searchParams.set("place", one.place.name);
        location.href = to;
      });
    host.dataset.shown = shown.length;
  }

  const years = places.flatMap((place) => place.years.map(([year]) => year)), first = Math.min(...years), last = Math.max(...years);
  show(first, last);
  const slider = host.dataset.slider && document.getElementById(host.dataset.slider);
  if (!slider || !years.length || first === last) return;
  const [from, to] = slider.querySelectorAll("input"), output = slider.querySelector("output");
  for (const input of [from, to]) { input.min = first; input.max = last; }
  from.value = first; to.value = last; slider.hidden = false;
  const move = (event) => {
    if (+from.value > +to.value) (event?.target === from ? to : from).value = event.target.value;
    output.textContent = from.value === to.value ? from.value : `${from.value} – ${to.value}`;
    show(+from.value, +to.value);
  };
  from.addEventListener("input", move); to.addEventListener("input", move);
  output.textContent = `${first} – ${last}`;
}

// The parts of d3 and topojson that the timeline and the map use, in one module.
export { bisector, extent, max } from "d3-array";
export { axisBottom, axisLeft } from "d3-axis";
export { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
export { scaleLinear, scaleSqrt, scaleUtc } from "d3-scale";
export { pointer, select, selectAll } from "d3-selection";
export { area, curveMonotoneX, line } from "d3-shape";
export { zoom, zoomIdentity } from "d3-zoom";
export { feature, mesh } from "topojson-client";

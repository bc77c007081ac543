import { n as reportValue, r as safeJson } from "./json-value.js";
// src/report/json.ts
/** The whole report as one JSON value (docs/report.schema.json). */
const renderJson = (report, rendering) => `${safeJson(reportValue(report, rendering), 2)}\n`;
export { renderJson };

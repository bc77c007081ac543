import { reportValue, safeJson } from "./json-value.ts";
import type { Render } from "./report.ts";

/** The whole report as one JSON value (docs/report.schema.json). */
export const renderJson: Render = (report, rendering) => `${safeJson(reportValue(report, rendering), 2)}\n`;

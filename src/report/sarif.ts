import type { Render } from "./report.ts";

export const renderSarif: Render = (report) => `${JSON.stringify(report, null, 2)}\n`;

import type { Render } from "./report.ts";

export const renderJsonLines: Render = (report) => `${JSON.stringify(report, null, 2)}\n`;

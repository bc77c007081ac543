import type { Render } from "./report.ts";

export const renderJson: Render = (report) => `${JSON.stringify(report, null, 2)}\n`;

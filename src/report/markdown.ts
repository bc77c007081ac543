import type { Render } from "./report.ts";

export const renderMarkdown: Render = (report) => `${JSON.stringify(report, null, 2)}\n`;

// src/report/jsonl.ts
const renderJsonLines = (report) => `${JSON.stringify(report, null, 2)}\n`;
export { renderJsonLines };

// src/report/sarif.ts
const renderSarif = (report) => `${JSON.stringify(report, null, 2)}\n`;
export { renderSarif };

// src/report/json.ts
const renderJson = (report) => `${JSON.stringify(report, null, 2)}\n`;
export { renderJson };

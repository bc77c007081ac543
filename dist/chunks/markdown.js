// src/report/markdown.ts
const renderMarkdown = (report) => `${JSON.stringify(report, null, 2)}\n`;
export { renderMarkdown };

import type { Render } from "./report.ts";

export const renderText: Render = ({ findings, coverage, verdict }) =>
  `${findings.map((f) => `${f.severity} ${f.check} ${f.locations.map((l) => `${l.path}:${l.line} ${l.commit ?? ""}`).join(", ")}`).join("\n")}\n${JSON.stringify(coverage)}\n${verdict.conclusion}\n`;

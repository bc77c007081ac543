/** Where every match of a rule begins: anywhere around its anchor, at the anchor's first byte, or right after its last one. The order is known to src/kernel/assembly/visit.ts. */
export const beginnings = ["open", "at", "after"] as const;
export type Beginning = (typeof beginnings)[number];

import type { DocumentParser } from "../detect/rule.ts";

/** Finds the credentials of kubeconfigs. */
export const kubeconfigParser: DocumentParser = { anchors: ["client-key-data"], parse: () => [] };

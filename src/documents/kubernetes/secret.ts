import type { Scalar } from "../../detect/structure/text.ts";

/** One key of a Secret. */
export interface Entry {
  readonly key: string;
  readonly scalar: Scalar;
  readonly path: string;
  /** Under `data`, where values are base64. */
  readonly encoded: boolean;
}

/** A Secret of Kubernetes (kubernetes.io/docs/concepts/configuration/secret), or as much of one as there is. */
export interface Secret {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly type: string | undefined;
  readonly entries: readonly Entry[];
}

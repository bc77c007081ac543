import type { Scalar } from "../detect/structure/text.ts";

export interface NamedScalar {
  readonly name: string;
  readonly scalar: Scalar;
}

/** What a user of a kubeconfig carries itself; files and helper programs that it only points to are left out. */
export interface User {
  readonly name: string | undefined;
  readonly keyData: Scalar | undefined;
  readonly certificateData: Scalar | undefined;
  readonly token: Scalar | undefined;
  readonly username: Scalar | undefined;
  readonly password: Scalar | undefined;
  readonly providerName: string | undefined;
  readonly providerConfig: readonly NamedScalar[];
  readonly execCommand: string | undefined;
  readonly execEnv: readonly NamedScalar[];
  readonly execArgs: readonly Scalar[];
}

export interface Cluster {
  readonly name: string | undefined;
  readonly server: string | undefined;
  readonly insecureSkipTlsVerify: boolean;
}

export interface Context {
  readonly name: string | undefined;
  readonly cluster: string | undefined;
  readonly user: string | undefined;
  readonly namespace: string | undefined;
}

/** A kubeconfig (kubernetes.io/docs/reference/config-api/kubeconfig.v1), or as much of one as there is. */
export interface Kubeconfig {
  readonly users: readonly User[];
  readonly clusters: readonly Cluster[];
  readonly contexts: readonly Context[];
  readonly currentContext: string | undefined;
}

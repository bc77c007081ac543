import { describe, expect, test } from "@jest/globals";
import type { Match } from "../../src/detect/rule.ts";
import { findOne, keyUser, kubeconfig, type Parts, random, yaml } from "./kubeconfigs.ts";

const of = (parts: Parts): Match => findOne(yaml(kubeconfig(parts)));
const at = (server: string): object => ({ server });

describe("the server", () => {
  const reachOf = (server: string) => of({ user: { token: random(40) }, cluster: at(server) });

  test.each([
    ["https://34.1.2.3:6443", "public", "high"],
    ["https://api.shop.com", "public", "high"],
    ["https://ABC.gr7.eu-west-1.eks.amazonaws.com", "public", "high"],
    ["https://[2606:4700::1]:6443", "public", "high"],
    ["https://172.16.0.1", "private", "medium"],
    ["https://172.32.0.1", "public", "high"],
    ["https://100.64.1.1", "private", "medium"],
    ["https://[fd00::1]", "private", "medium"],
    ["https://master", "private", "medium"],
    ["https://apiserver.node1:6443", "private", "medium"],
    ["https://api.shop.xn--p1ai", "public", "high"],
    ["https://ip-10-0-0-1.ec2.internal", "private", "medium"],
    ["https://x.privatelink.westeurope.azmk8s.io:443", "private", "medium"],
    ["https://kubernetes.default.svc", "cluster-internal", "medium"],
    ["https://127.0.0.1:40123", "loopback", "medium"],
    ["https://[::1]:6443", "loopback", "medium"],
    ["https://localhost:6443", "loopback", "medium"],
    ["https://kubernetes.docker.internal:6443", "loopback", "medium"],
    ["https://api.example.com", "example", "medium"],
    ["https://192.0.2.7", "example", "medium"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a gap in a template of somebody else
    ["https://${HOST}:6443", "unknown", "medium"],
  ])("%s is %s", (server, reach, severity) => {
    expect(reachOf(server)).toMatchObject({ severity, facts: { reach } });
  });

  test("of the own machine keeps even system:masters at medium", () => {
    const user = keyUser({ name: "kind", groups: ["system:masters"] });
    expect(of({ user, cluster: at("https://127.0.0.1:40123") })).toMatchObject({ severity: "medium" });
  });

  test("is shown without user and password", () => {
    const { facts, detail } = reachOf("https://user:hidden@34.1.2.3/k8s/clusters/c-1?key=hidden");
    expect(facts["server"]).toBe("https://34.1.2.3/k8s/clusters/c-1");
    expect(detail).not.toContain("hidden");
  });

  test("whose certificate is not checked is told", () => {
    const { facts, detail } = of({
      user: { token: random(40) },
      cluster: { server: "https://10.0.0.1", "insecure-skip-tls-verify": true },
    });
    expect(facts["insecureSkipTlsVerify"]).toBe(true);
    expect(detail).toContain("does not check the server's certificate");
  });

  test("is the most exposed one that contexts join the user to", () => {
    const config = kubeconfig({ user: { token: random(40) } });
    const { facts } = findOne(
      yaml({
        ...config,
        clusters: [...config.clusters, { name: "edge", cluster: at("https://34.1.2.3") }],
        contexts: [...config.contexts, { name: "out", context: { cluster: "edge", user: "jane" } }],
      }),
    );
    expect(facts).toMatchObject({ cluster: "edge", reach: "public", otherClusters: ["prod"] });
  });
});

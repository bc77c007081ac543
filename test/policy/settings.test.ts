import { describe, expect, test } from "@jest/globals";
import { loadConfiguration } from "../../src/policy/configuration.ts";
import { findConfiguration } from "../../src/policy/find-configuration.ts";
import { configurationLayer, environmentLayer, resolveSettings } from "../../src/settings.ts";

describe("resolveSettings", () => {
  test("a flag wins over an input, that over the environment, that over the configuration, that over the default", async () => {
    const configuration = configurationLayer(
      await loadConfiguration("failOn: low\nminProof: proven\nonly: [secrets/a]\nbaseline: c", "f"),
    );
    const environment = environmentLayer({ TIDEWAITER_FAIL_ON: "info", TIDEWAITER_BASELINE: "e" });
    const layers = [
      { from: "flag", failOn: "critical", only: [] },
      { from: "input", failOn: "high", only: ["secrets/b"] },
      environment,
      configuration,
    ] as const;
    expect(resolveSettings(layers)).toEqual({
      failOn: "critical",
      minProof: "proven",
      only: ["secrets/b"],
      baseline: { path: "e", from: "environment" },
    });
    expect(resolveSettings(layers.slice(1)).failOn).toBe("high");
    expect(resolveSettings(layers.slice(2)).failOn).toBe("info");
    expect(resolveSettings(layers.slice(3)).failOn).toBe("low");
    expect(resolveSettings([])).toEqual({ failOn: "medium", minProof: "generic", only: [], baseline: undefined });
  });

  test("an empty variable says nothing, a wrong one is named", () => {
    expect(environmentLayer({ TIDEWAITER_FAIL_ON: "" }).failOn).toBeUndefined();
    expect(() => environmentLayer({ TIDEWAITER_FAIL_ON: "hihg" })).toThrow(/^TIDEWAITER_FAIL_ON: "hihg" is not one of/);
  });

  test("an area that does not exist would find nothing and pass, so it is refused", () => {
    expect(() => resolveSettings([{ from: "flag", only: ["secret/github"] }])).toThrow(/"secret\/github" is no check/);
    expect(resolveSettings([{ from: "flag", only: ["kube", "secrets/github"] }]).only).toHaveLength(2);
  });
});

describe("findConfiguration", () => {
  const find = (...files: readonly string[]) =>
    findConfiguration(async (path) => (files.includes(path) ? "" : undefined));

  test("finds either file, or none", async () => {
    expect((await find(".github/tidewaiter.yml"))?.file).toBe(".github/tidewaiter.yml");
    expect((await find("tidewaiter.yml"))?.file).toBe("tidewaiter.yml");
    expect(await find()).toBeUndefined();
  });

  test("refuses both, and names that would silently be passed over", async () => {
    await expect(find(".github/tidewaiter.yml", "tidewaiter.yml")).rejects.toThrow(
      "both .github/tidewaiter.yml and tidewaiter.yml",
    );
    await expect(find("tidewaiter.yaml")).rejects.toThrow("rename it");
  });
});

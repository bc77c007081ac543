import { expect, test } from "@jest/globals";
import { judgingFrom } from "../../src/policy/judging.ts";

/** Where the configuration sends questions about providers. */
const endpointsOf = async (text: string) => {
  const shelf = {
    inRepository: async (path: string) => (path === "tidewaiter.yml" ? text : undefined),
    named: async () => "",
  };
  const request = { from: "flag", config: undefined, includeIgnored: false, allowIncomplete: false } as const;
  const { endpoints } = await judgingFrom(shelf, request, {});
  return [...endpoints].map(([provider, url]) => `${provider} ${url.href}`);
};

test("each provider has one place", async () => {
  expect(
    await endpointsOf(
      "endpoints: [{ provider: gitlab, url: 'https://g.test/x' }, { provider: github, url: 'https://h.test:1' }]",
    ),
  ).toEqual(["gitlab https://g.test/x", "github https://h.test:1/"]);
});

test.each([
  ["{ provider: gitlap, url: 'https://g.test' }", /did you mean gitlab/],
  ["{ provider: jwt, url: 'https://g.test' }", /no check of "jwt" can be verified/],
  ["{ provider: github, url: 'https://g.test' }, { provider: github, url: 'https://h.test' }", /two endpoints/],
  ["{ provider: github, url: 'https://g.test:99999' }", /is no address/],
])("%s is refused: it would send a credential where nobody wanted it", async (entries, message) => {
  await expect(endpointsOf(`endpoints: [${entries}]`)).rejects.toThrow(message);
});

import { describe, expect, test } from "@jest/globals";
import { instructionOf, nameAt, shownInstruction } from "../../src/image/instruction.ts";

describe("instructions as builders write them into the history", () => {
  test.each([
    ["RUN /bin/sh -c npm ci # buildkit", "RUN npm ci"],
    ["RUN |2 A=1 B=two words /bin/sh -c npm ci # buildkit", "RUN npm ci"],
    ["|1 NPM_TOKEN=x /bin/sh -c npm ci", "RUN npm ci"],
    ["|0 /bin/bash -o pipefail -c npm ci", "RUN npm ci"],
    ["/bin/sh -c npm ci   &&  npm test", "RUN npm ci && npm test"],
    ["/bin/bash -c npm ci", "RUN npm ci"],
    ["npm ci", "RUN npm ci"],
    ["|1 T=hidden npm ci", "RUN …"],
    [
      "/bin/sh -c #(nop) COPY dir:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef in /app ",
      "COPY dir in /app",
    ],
    ["/bin/sh -c #(nop)  ENV A=secret B='x y' C=\"z\"", "ENV A=… B=… C=…"],
    ["ENV A=secret", "ENV A=…"],
    ["ENV KEY a secret with spaces", "ENV KEY …"],
    ["ARG TOKEN=secret", "ARG TOKEN=…"],
    ["ARG TOKEN", "ARG TOKEN"],
    ["LABEL a.b=secret", "LABEL a.b=…"],
    ["COPY --chown=1:1 . /app # buildkit", "COPY --chown=1:1 . /app"],
    ['/bin/sh -c #(nop)  CMD ["node"]', 'CMD ["node"]'],
    ["WORKDIR /app", "WORKDIR /app"],
    ["cmd /S /C powershell -Command x", "RUN powershell -Command x"],
    ["", undefined],
    ["/bin/sh -c #(nop) something else", undefined],
  ])("%j", (createdBy, expected) => expect(shownInstruction(createdBy, [])).toBe(expected));

  test("no value of a build argument is shown, also where no shell tells where they end", () => {
    for (const text of ["|1 T=hidden npm ci", "|1 T=hidden value /usr/bin/thing x", "|9 T=hidden", "RUN |1 T=hidden x"])
      expect(String(shownInstruction(text, []))).not.toContain("hidden");
  });

  test("what was found as a secret is not shown, nor more than a line", () => {
    expect(shownInstruction("RUN /bin/sh -c curl -H hidden\nx", ["hidden"])).toBe("RUN curl -H … x");
    expect(shownInstruction(`RUN ${"long ".repeat(100)}`, [])).toHaveLength(160);
  });

  test("what makes no sense takes no time", () => {
    for (const text of ["|1 ", "ENV ", "A=", "'", '"\\', "sh -c "])
      expect(timed(() => shownInstruction(text.repeat(200_000), ["x"]))).toBeLessThan(1000);
    for (const text of [`powershell${" ".repeat(1e6)}#x`, `sh${" -c".repeat(1e6)}`, `|1 ${"/".repeat(1e6)}`])
      expect(timed(() => shownInstruction(text, []))).toBeLessThan(300);
    for (const prefix of ["|1 a", 'ENV a="', "ENV a='", "LABEL "])
      expect(timed(() => shownInstruction(prefix + ' a="b'.repeat(200_000), []))).toBeLessThan(1000);
    expect(timed(() => nameAt("a".repeat(4_000_000), 4_000_000))).toBeLessThan(100);
  });

  test("the name of a build argument by the offset of its value", () => {
    const text = "|2 A=one NPM_TOKEN=secret /bin/sh -c x";
    expect(nameAt(text, text.indexOf("secret"))).toBe("NPM_TOKEN");
    expect(nameAt(text, text.indexOf("x"))).toBeUndefined();
    expect(instructionOf("RUN x")).toEqual({ verb: "RUN", rest: "x" });
  });
});

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

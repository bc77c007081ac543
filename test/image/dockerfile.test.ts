import { describe, expect, test } from "@jest/globals";
import { chainOf, parseDockerfile } from "../../src/image/dockerfile.ts";
import type { HistoryEntry } from "../../src/image/history.ts";
import { matchDockerfile } from "../../src/image/match-dockerfile.ts";

const text = `# syntax=docker/dockerfile:1
ARG NODE=22
FROM --platform=$BUILDPLATFORM node:\${NODE} AS Build
WORKDIR /src
# a comment
COPY . .
RUN npm ci \\
  # a comment inside
  && npm run build

FROM build AS test
RUN npm test

FROM debian:12
RUN <<EOT
apt-get update
FROM not-a-stage
EOT
ARG TOKEN
env A=1 \\
    B=2
COPY --from=build --chown=1:1 /src/dist /srv/
RUN ["node", "-v"]
CMD ["node"]
`;

const historyFrom = (...lines: readonly string[]): readonly HistoryEntry[] =>
  lines.map((createdBy) => ({ createdBy, comment: "", author: "", emptyLayer: false }));

const debian = ["/bin/sh -c #(nop) ADD file:x in / ", '/bin/sh -c #(nop)  CMD ["bash"]'];

describe("Dockerfiles", () => {
  const dockerfile = parseDockerfile("Dockerfile", text);

  test("stages and the lines of their instructions", () => {
    expect(dockerfile.stages.map(({ from, name }) => [from, name])).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Dockerfiles
      ["node:${NODE}", "build"],
      ["build", "test"],
      ["debian:12", undefined],
    ]);
    expect(dockerfile.stages[0]!.instructions).toEqual([
      { verb: "WORKDIR", rest: "/src", line: 4, endLine: 4 },
      { verb: "COPY", rest: ". .", line: 6, endLine: 6 },
      { verb: "RUN", rest: "npm ci   && npm run build", line: 7, endLine: 9 },
    ]);
    expect(dockerfile.stages[2]!.instructions.map(({ verb, line, endLine }) => [verb, line, endLine])).toEqual([
      ["RUN", 15, 18],
      ["ARG", 19, 19],
      ["ENV", 20, 21],
      ["COPY", 22, 22],
      ["RUN", 23, 23],
      ["CMD", 24, 24],
    ]);
    expect(chainOf(dockerfile, 1).instructions.map(({ line }) => line)).toEqual([4, 6, 7, 12]);
  });

  test("another escape, a stage of its own name, and what is no Dockerfile", () => {
    const windows = parseDockerfile("d", "# escape=`\nFROM a\nRUN x `\n  y\\\nRUN z");
    expect(windows.stages[0]!.instructions.map(({ rest }) => rest)).toEqual(["x   y\\", "z"]);
    expect(chainOf(parseDockerfile("d", "FROM a AS a\nRUN x"), 0).base).toBe("a");
    for (const odd of [
      "",
      "RUN x",
      "FROM",
      "<<EOT",
      "FROM a\nRUN <<EOT\nnever ended",
      "\\\n\\\n",
      "FROM a\n".repeat(30_000),
    ])
      expect(() => parseDockerfile("d", odd)).not.toThrow();
  });

  test.each<[string, readonly string[]]>([
    [
      "BuildKit",
      [
        "RUN /bin/sh -c apt-get update # buildkit",
        "ARG TOKEN",
        "ENV A=1 B=2",
        "COPY /src/dist /srv/ # buildkit",
        "RUN |1 TOKEN=x node -v # buildkit",
        'CMD ["node"]',
      ],
    ],
    [
      "the classic builder",
      [
        "/bin/sh -c apt-get update",
        "/bin/sh -c #(nop)  ARG TOKEN",
        "/bin/sh -c #(nop)  ENV A=1 B=2",
        "/bin/sh -c #(nop) COPY --chown=1:1dir:abc in /srv/ ",
        "node -v",
        '/bin/sh -c #(nop)  CMD ["node"]',
      ],
    ],
    [
      "kaniko, without ARG",
      ["RUN apt", "ENV A=1 B=2", "COPY --from=build /src/dist /srv/", "RUN node -v", 'CMD ["node"]'],
    ],
  ])("matched with the history that %s writes", (_, own) => {
    const history = historyFrom(...debian, ...own);
    const match = matchDockerfile([parseDockerfile("other/Dockerfile", "FROM debian:12\nCMD x"), dockerfile], history)!;
    expect(match).toMatchObject({ path: "Dockerfile", base: "debian:12", firstOwn: 2 });
    const lines = [...match.instructions].sort(([a], [b]) => a - b).map(([, { line }]) => line);
    expect(lines).toEqual(own.length === 6 ? [15, 19, 20, 22, 23, 24] : [15, 20, 22, 23, 24]);
  });

  test("another image's history matches nothing", () => {
    const changed = historyFrom(
      ...debian,
      "RUN /bin/sh -c apt",
      "ENV A=1",
      "COPY x /elsewhere",
      "RUN node -v",
      "CMD x",
    );
    expect(matchDockerfile([dockerfile], changed)).toBeUndefined();
    expect(matchDockerfile([dockerfile], historyFrom("CMD x"))).toBeUndefined();
    expect(matchDockerfile([dockerfile], [])).toBeUndefined();
  });
});

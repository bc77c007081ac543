/** What a registry asks for in `WWW-Authenticate` (RFC 9110, section 11.6.1). */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

const maxChallenge = 8 << 10;
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}";
const schemeStart = new RegExp(`[,\\s]*(${token})(?:[ \\t]+|$|(?=,))`, "y");
const parameter = new RegExp(`[,\\s]*(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,"]*))`, "y");

const parametersAt = (header: string, start: number): readonly [Challenge["parameters"], number] => {
  const found = new Map<string, string>();
  parameter.lastIndex = start;
  let end = start;
  for (let match = parameter.exec(header); match !== null; match = parameter.exec(header)) {
    const name = match[1]!.toLowerCase();
    if (!found.has(name)) found.set(name, match[2]?.replace(/\\(.)/g, "$1") ?? match[3]!);
    end = parameter.lastIndex;
  }
  return [Object.fromEntries(found), end];
};

/** All challenges of a header, in order, as far as it can be understood. */
export const parseChallenges = (header: string | undefined): readonly Challenge[] => {
  const text = (header ?? "").slice(0, maxChallenge);
  const challenges: Challenge[] = [];
  let position = 0;
  for (;;) {
    schemeStart.lastIndex = position;
    const scheme = schemeStart.exec(text)?.[1];
    if (scheme === undefined) return challenges;
    const [parameters, end] = parametersAt(text, schemeStart.lastIndex);
    challenges.push({ scheme: scheme.toLowerCase(), parameters });
    position = end;
  }
};

import type { Answer, Scalar, Verification } from "../detect/verification.ts";

/** What a provider answered, as far as it was read. */
export interface Response {
  readonly status: number;
  readonly body: string;
  /** Seconds that the provider asks to wait. */
  readonly retryAfter: number | undefined;
}

const isAnything = "*";

const fieldAt = (value: unknown, path: string): unknown =>
  path
    .split("/")
    .reduce<unknown>(
      (inner, name) =>
        inner !== null && typeof inner === "object" && Object.hasOwn(inner, name)
          ? (inner as Readonly<Record<string, unknown>>)[name]
          : undefined,
      value,
    );

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const holds = (value: unknown, allowed: readonly Scalar[]): boolean =>
  allowed.includes(isAnything) ? value !== undefined && value !== null : allowed.includes(value as Scalar);

const agrees = ({ status, json }: Answer, response: Response): boolean => {
  if (!status.includes(response.status)) return false;
  if (json === undefined) return true;
  const body = parsed(response.body);
  return Object.entries(json).every(([path, allowed]) => holds(fieldAt(body, path), allowed));
};

/** What an answer says about the credential; undefined where it says nothing. */
export const readAnswer = (
  { active, inactive }: Verification,
  response: Response,
): "active" | "inactive" | undefined => {
  if (active.some((answer) => agrees(answer, response))) return "active";
  return inactive.some((answer) => agrees(answer, response)) ? "inactive" : undefined;
};

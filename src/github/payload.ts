import { isJsonObject, type JsonObject } from "../json-object.ts";

/** Reading what an event's payload holds: it is from outside, so each value is checked for its form. */
export type Payload = JsonObject;

export const recordAt = (payload: Payload, key: string): Payload | undefined => {
  const value = payload[key];
  return isJsonObject(value) ? value : undefined;
};

export const textAt = (payload: Payload | undefined, key: string): string | undefined => {
  const value = payload?.[key];
  return typeof value === "string" ? value : undefined;
};

export const countAt = (payload: Payload | undefined, key: string): number | undefined => {
  const value = payload?.[key];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A full object id. */
export const idAt = (payload: Payload | undefined, key: string): string | undefined => {
  const value = textAt(payload, key);
  return value !== undefined && objectId.test(value) ? value : undefined;
};

/** The id that stands for no object: a branch that did not exist before, or does not any more. */
export const isNoObject = (id: string): boolean => /^0+$/.test(id);

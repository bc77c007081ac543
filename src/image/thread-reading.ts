import type { MessagePort } from "node:worker_threads";
import type { Inspect } from "../sighting.ts";
import { sharedAllowance } from "./allowance.ts";
import { receiveBlob } from "./blob-port.ts";
import { createDesk } from "./desk.ts";
import { givenBack } from "./give-back.ts";
import { type LayerOrder, type LayerReading, readLayer } from "./layer.ts";
import { type DiskPart, readPart } from "./stored-file.ts";

/** Where a thread has the bytes of a layer from. */
export type LayerBytes = MessagePort | DiskPart;

/** Reads a layer on a thread. */
export const readLayerFrom = (
  from: LayerBytes,
  { task, limits, ledger, desk: memory }: LayerOrder,
  inspect: Inspect,
): Promise<LayerReading> => {
  const allowance = sharedAllowance(limits.work, ledger);
  const stored = "descriptor" in from ? readPart(from, allowance.isStopped) : givenBack(receiveBlob(from));
  const desk = memory === undefined ? undefined : createDesk(memory);
  return readLayer(stored, task, { inspect: allowance.timed(inspect), limits, allowance, desk });
};

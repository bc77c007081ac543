import type { ImageParts } from "../images.ts";

/** A place in an image where a value can be: an image with the value there, and how a report names the place. */
export interface HidingPlace {
  readonly name: string;
  /** The parts of an image, or the path of an image that is written already. */
  readonly make: (token: string) => Promise<ImageParts | string> | ImageParts | string;
  /** Of one of the finding's locations. */
  readonly path: string | RegExp;
  /** Why it cannot be made here. */
  readonly lacks?: string | false;
}

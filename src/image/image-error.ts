/** Why an image or a part of it cannot be read, with the next step; the message is the reason for coverage. */
export class ImageError extends Error {
  override readonly name: string = "ImageError";
}

/** A limit that ends the reading of a whole layer. */
export class LimitError extends ImageError {
  override readonly name = "LimitError";
}

/** What an archive or layout does not hold: engines save the platforms that they have, under an index of all. */
export class AbsentError extends ImageError {
  override readonly name = "AbsentError";
}

/** Something stands behind the end of compressed data, where some readers look and others do not. */
export class RestError extends ImageError {
  override readonly name = "RestError";
}

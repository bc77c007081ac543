/** Why an image or a part of it cannot be read, with the next step; the message is the reason for coverage. */
export class ImageError extends Error {
  override readonly name: string = "ImageError";
}

/** What an archive or layout does not hold: engines save the platforms that they have, under an index of all. */
export class AbsentError extends ImageError {
  override readonly name = "AbsentError";
}

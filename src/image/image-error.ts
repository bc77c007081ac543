/** Why an image or a part of it cannot be read, with the next step; the message is the reason for coverage. */
export class ImageError extends Error {
  override readonly name = "ImageError";
}

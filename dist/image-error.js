// src/image/image-error.ts
/** Why an image or a part of it cannot be read, with the next step; the message is the reason for coverage. */
var ImageError = class extends Error {
	name = "ImageError";
};
/** A limit that ends the reading of a whole layer. */
var LimitError = class extends ImageError {
	name = "LimitError";
};
/** What an archive or layout does not hold: engines save the platforms that they have, under an index of all. */
var AbsentError = class extends ImageError {
	name = "AbsentError";
};
/** Something stands behind the end of compressed data, where some readers look and others do not. */
var RestError = class extends ImageError {
	name = "RestError";
};
export { RestError as i, ImageError as n, LimitError as r, AbsentError as t };

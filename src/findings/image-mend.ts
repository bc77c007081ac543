import type { Location } from "../finding.ts";

const isInImage = ({ kind }: Location): boolean => kind === "layer" || kind === "config";

const verbOf = ({ instruction }: Location): string => instruction?.split(" ", 1)[0] ?? "";

/** What keeps a secret out of an image, by what brought it in; the first that fits (docs.docker.com/build/building/secrets). */
const mends: readonly (readonly [fits: (location: Location) => boolean, text: string])[] = [
  [({ base }) => base !== undefined, "It comes with the base image: mend that one and build again."],
  [
    (location) => ["ARG", "ENV"].includes(verbOf(location)) || /^history\//.test(location.path),
    "Build arguments and ENV stay in the image for all to read: mount it in the step that needs it with RUN --mount=type=secret, or give it to the container when it starts.",
  ],
  [
    (location) => ["COPY", "ADD"].includes(verbOf(location)),
    "Keep the file out of the build with .dockerignore, or copy from an earlier stage only what the image needs.",
  ],
  [
    (location) => verbOf(location) === "RUN",
    "Mount it in that step with RUN --mount=type=secret, or take the step to an earlier stage and copy only its result.",
  ],
];

const other = "Take it out of the instruction: settings of an image are for all to read.";

const deleted =
  "Deleting it in a later layer leaves it in the earlier one: build again without it, and remove the old image.";
const rebuild = "Then build again and remove the old image.";

/** What to do beyond revoking, when a secret is in an image; empty when it is in none. */
export const imageMend = (locations: readonly Location[]): string => {
  const inImage = locations.filter(isInImage);
  if (inImage.length === 0) return "";
  const fitting = mends.filter(([fits]) => inImage.some(fits)).map(([, text]) => text);
  if (fitting.length === 0 && inImage.some(({ instruction }) => instruction !== undefined)) fitting.push(other);
  const end = inImage.some(({ removed }) => removed !== undefined) ? deleted : rebuild;
  return [...fitting, end].join(" ");
};

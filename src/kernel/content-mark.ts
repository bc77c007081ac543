import type { Kernel } from "./kernel.ts";
import { createRooms } from "./rooms.ts";

/**
 * Names contents by SipHash under the kernel's own key, drawn at random (src/kernel/assembly/known.ts): for small ones in less time than SHA-256 through
 * Node, and as little to be forged by whoever writes them. For one run, of course.
 */
export const contentMarks = (kernel: Kernel): ((content: Buffer) => bigint) => {
  const rooms = createRooms(kernel.heap);
  return (content) => {
    const address = rooms.place(0, content);
    return kernel.markOf(0n, 0n, address, address + content.length);
  };
};

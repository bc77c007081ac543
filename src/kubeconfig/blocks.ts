import { type Block, cutBlock } from "../detect/structure/blocks.ts";
import type { Text } from "../detect/structure/text.ts";

/** `users:` with nothing before it but indentation or what marks a diff, a quotation, a comment, a table. */
const usersKey = /^([ \t>#*+|/-]{0,80}?)(?:users:(?=[ \t]*(?:$|[#&!{[]))|["']users["']:(?=[ \t]*$))/gm;

/** What the same holds that V8 finds by its letters: most texts are searched for it in no time, and hold nothing of the kind. */
const mayBeUsersKey = /users["']?:[ \t]*(?:$|[#&!{[])/m;

/** More keys than this in one content are left to the line rule. */
const maxBlocks = 200;

/** The blocks of a text that have a `users` key at their left edge, each once. */
export const usersBlocks = (source: Text): readonly Block[] => {
  const blocks: Block[] = [];
  if (!mayBeUsersKey.test(source.text)) return blocks;
  const ends = new Map<string, number>();
  for (const found of source.text.matchAll(usersKey)) {
    if (blocks.length >= maxBlocks) break;
    const prefix = found[1]!;
    if (found.index < (ends.get(prefix) ?? 0)) continue;
    const block = cutBlock(source, found.index + prefix.length);
    ends.set(prefix, block.end);
    blocks.push(block);
  }
  return blocks;
};

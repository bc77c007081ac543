import { partitionPoint } from "../../partition-point.ts";
import { allIn, textIn, type View } from "../view.ts";

const nearBack = 1000;

type Stretch = readonly [start: number, end: number];

/** Python's names for documentation that tools read, as the modules of Ansible and Salt carry it. */
const documentationNames = ["EXAMPLES", "DOCUMENTATION", "RETURN", "__doc__"];
const opening = /^\w+\s{0,2}=\s{0,2}[rbu]{0,2}("""|''')/;

const blocksNamed = (content: Buffer, name: string): readonly Stretch[] => {
  const blocks: Stretch[] = [];
  for (let at = content.indexOf(name); at !== -1; ) {
    const found = opening.exec(content.toString("latin1", at, at + 40));
    const start = at + (found?.[0].length ?? name.length);
    const close = found === null ? start : content.indexOf(found[1]!, start);
    const end = close === -1 ? content.length : close;
    if (found !== null) blocks.push([start, end]);
    at = content.indexOf(name, end);
  }
  return blocks;
};

/** A content with many candidates is searched for documentation once. */
const known = new WeakMap<View, readonly Stretch[]>();

const documentationOf = (content: View): readonly Stretch[] => {
  const bytes = allIn(content);
  const blocks =
    known.get(content) ?? documentationNames.flatMap((name) => blocksNamed(bytes, name)).sort(([a], [b]) => a - b);
  known.set(content, blocks);
  return blocks;
};

/** Blocks of one name do not overlap; of two names, the later start is the inner one. */
const isInDocumentation = (content: View, offset: number): boolean => {
  const blocks = documentationOf(content);
  const begun = partitionPoint(blocks.length, (place) => blocks[place]![0] <= offset);
  return begun > 0 && offset < blocks[begun - 1]![1];
};

const near =
  /\bexamples?["']?\s{0,4}[:=]|\.\. code-block::|\bexample\b[^\n]{0,80}:\s{0,4}\n|@example\b|\be\.g\.|\bdescription["']?:\s{0,4}\|[^\0]*```/i;

/** A doc comment, a session of a shell, a sample that is commented out, JSON in a comment: an answer of some service. */
const shown = /(?:^|\\n)\s*(?:(?:\*|\/\/\/|>>>|\.\.\.|#\s+)\s(?:(?!\\n).)*|(?:\/\/|#)\s[^=]*["']|\/\/\s{3,}[^=]*)$/;

/** Whether what stands at an offset is shown as an example: an OpenAPI example, a documentation string, a doc comment. */
export const isInExample = (content: View, offset: number, lineBefore: string): boolean =>
  shown.test(lineBefore) || near.test(textIn(content, offset - nearBack, offset)) || isInDocumentation(content, offset);

/** How far back the start of a documentation string or an example is looked for. */
const farBack = 65_536;
const nearBack = 400;

/** Python's names for documentation that tools read, as the modules of Ansible and Salt carry it. */
const opensDocumentation = /(?:EXAMPLES|DOCUMENTATION|RETURN|__doc__)\s*=\s*[rbu]*$/;

const isInDocumentation = (content: Buffer, offset: number): boolean => {
  const text = content.subarray(Math.max(0, offset - farBack), offset);
  const opening = Math.max(text.lastIndexOf('"""'), text.lastIndexOf("'''"));
  return opening >= 0 && opensDocumentation.test(text.toString("latin1", Math.max(0, opening - 40), opening));
};

const near = /\bexamples?["']?\s*[:=]|\bexample\b[^\n]*:\s*\n|@example\b|\be\.g\.|\bdescription["']?:\s*\|[^\0]*```/i;

/** Whether what stands at an offset is shown as an example: an OpenAPI example, a documentation string, a doc comment. */
export const isInExample = (content: Buffer, offset: number, lineBefore: string): boolean =>
  /^\s*(?:\*|\/\/\/|>>>|\.\.\.)\s/.test(lineBefore) ||
  near.test(content.toString("latin1", Math.max(0, offset - nearBack), offset)) ||
  isInDocumentation(content, offset);

/**
 * Keeps what was computed of the last texts, up to so many characters of them: the versions of a file, and the members of its archives,
 * repeat most of what they hold. Only for what depends on the text alone.
 */
export const recently = <T>(compute: (text: string) => T, maxCharacters: number): ((text: string) => T) => {
  const known = new Map<string, T>();
  let characters = 0;
  return (text) => {
    if (known.has(text)) return known.get(text)!;
    const computed = compute(text);
    characters += text.length;
    if (characters > maxCharacters) {
      known.clear();
      characters = text.length;
    }
    known.set(text, computed);
    return computed;
  };
};

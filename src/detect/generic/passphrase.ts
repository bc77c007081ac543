/** Words of sentences and of labels: who writes them writes to people. */
const prose =
  /^(?:the|your|our|a|an|is|are|be|must|should|please|enter|type|use|used|using|for|to|of|in|on|at|and|or|not|no|with|from|new|old|this|that|you|it|if|when|will|can|cannot|may|has|have|was|been|invalid|incorrect|wrong|missing|required|forgot|forgotten|reset|change|changed|confirm|confirmation|password|passwords|passphrase|secret|token|key|login|sign|user|username|field|value|string|text|characters?|letters?|digits?|show|hide|set|get|does|do|match|too|short|long|weak|strong|current|default|optional|file|name|by|as|an?)$/;

const fewestWords = 4;
const mostWords = 9;

/** `correct horse battery staple`: words in a row, without the ones that sentences and labels are made of. */
export const isPassphrase = (value: string): boolean => {
  const words = value.split(" ");
  return (
    words.length >= fewestWords &&
    words.length <= mostWords &&
    words.every((word) => /^[a-z0-9][a-z0-9-]{1,14}$/.test(word) && !prose.test(word)) &&
    new Set(words).size === words.length
  );
};

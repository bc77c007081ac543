/** Words as people choose them for passwords, by length: what `{w:LENGTH}` in a list of labelled lines draws from. */
const words: Readonly<Record<number, string>> = {
  3: "fox|owl|sky|sun|oak|cat|ice|jam|bee|kit",
  4: "lion|wolf|rose|blue|star|moon|bear|gold|fish|jazz|lake|fire",
  5: "tiger|apple|panda|eagle|river|amber|lemon|mango|pearl|storm|magic|viper",
  6: "dragon|monkey|shadow|summer|cookie|purple|silver|flower|banana|guitar|winter|turtle",
  7: "charlie|rainbow|chicken|diamond|phoenix|dolphin|bicycle|monarch|captain|gardens|volcano",
  8: "sunshine|football|princess|mountain|elephant|baseball|computer|starfish|universe|cheshire",
  9: "butterfly|chocolate|pineapple|alligator|crocodile|porcupine|blueberry|telescope|lightning",
  10: "strawberry|basketball|watermelon|volleyball|blacksmith|chimpanzee|rhinoceros|lighthouse",
};

const capitalised = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** `{w:6}` is a word of six letters, `{W:6}` begins with a capital, `{V:6}` is all capitals: as `fill` understands it. */
export const withWords = (template: string): string =>
  template.replace(/\{([wWV]):(\d+)\}/g, (_, form: string, length: string) => {
    const some = words[Number(length)]!;
    const cased = form === "w" ? some : form === "W" ? capitalised(some) : some.toUpperCase();
    return `{one-of:${cased}}`;
  });

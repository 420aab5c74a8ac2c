/** Sentences of a service in another language, by the sentence itself. */
type ReasonWords = Readonly<Record<string, string>>;

const PLACE = /\{(\w+)\}/g;
const plain = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What a sentence looks like once its places are filled in. */
const patternOf = (sentence: string): RegExp => {
  const parts = sentence.split(PLACE).map((part, n) => (n % 2 === 0 ? plain(part) : `(?<${part}>.+?)`));
  return new RegExp(`^${parts.join('')}$`, 's');
};

/** A service's sentence in the reader's language. What it names may be a sentence, too; what has no words here stays as it is. */
export const sayAgain = (said: string, words: ReasonWords): string => {
  for (const [sentence, inOtherWords] of Object.entries(words)) {
    const { groups = {} } = patternOf(sentence).exec(said) ?? { groups: undefined };
    if (sentence === said || Object.keys(groups).length > 0) {
      return inOtherWords.replace(PLACE, (place, name: string) => sayNamed(groups[name] ?? place, said, words));
    }
  }
  return said;
};

const sayNamed = (named: string, within: string, words: ReasonWords): string =>
  named === within ? named : sayAgain(named, words);

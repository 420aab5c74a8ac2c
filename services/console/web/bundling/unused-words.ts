/** A file of the app, by its place in it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * The words that nothing says: `home/texts.ts: greeting`. A word is said where a file that has the feature's hook names its key, whole
 * (`t('greeting')`) or in part (`t(`greeting.${time}`)`). Where a hook is asked for a key that comes from elsewhere (`t(status)`), it is
 * enough that the key stands anywhere.
 */
export const unusedWords = (sources: readonly Source[]): readonly string[] => {
  const everything = sources.map(codeOf);
  return sources.filter(declaresWords).flatMap((source) => {
    const hook = /const (use\w+) = defineTexts\(/.exec(source.text)?.[1] ?? '';
    const users = everything.filter((code) => new RegExp(`\\b${hook}\\b`).test(code));
    const isSaid = saidIn(users.some((code) => asksElsewhere(code, hook)) ? everything : users);
    return keysIn(source).flatMap((key) => (isSaid(key) ? [] : [`${source.path}: ${key}`]));
  });
};

const declaresWords = ({ path, text }: Source): boolean =>
  /(?:^|[/-])texts\.ts$/.test(path) && /= defineTexts\(/.test(text);

/** A file without the words that it declares: a declaration says nothing. */
const codeOf = (source: Source): string =>
  declaresWords(source) ? source.text.replace(/defineTexts\([\s\S]*?\n\}\);/, 'defineTexts();') : source.text;

/** As Biome writes them. `members_one` and `members_other` are asked for as `members`. */
const keysIn = ({ text }: Source): readonly string[] => {
  const english = /\n {2}en: \{([\s\S]*?)\n {2}\},/.exec(text)?.[1] ?? '';
  const keys = [...english.matchAll(/^ {4}(?:'([^']+)'|(\w+)):/gm)].map(([, quoted, plain = '']) => quoted ?? plain);
  return [...new Set(keys.map((key) => key.replace(/_(?:one|other|zero)$/, '')))];
};

/** Whether a key is a name or a member of something: `t(status)`, `t(column.key, { count })`. */
const asksElsewhere = (code: string, hook: string): boolean => {
  const names = [...code.matchAll(new RegExp(`const (\\w+) = ${hook}\\(\\)`, 'g'))].map(([, name = '']) => name);
  return names.some((name) => new RegExp(`\\b${name}\\(\\s*[a-z][\\w.]*\\s*[,)]`).test(code));
};

const saidIn = (code: readonly string[]): ((key: string) => boolean) => {
  const whole = new Set(
    code.flatMap((text) => [...text.matchAll(/(['"])([^'"\n]*)\1/g)].map(([, , found = '']) => found)),
  );
  const parts = code.flatMap((text) =>
    [...text.matchAll(/`(?=([^`\n]*\$\{[^`\n]*)`)/g)].map(([, found = '']) => found),
  );
  const patterns = parts.filter((part) => /[a-z]/.test(part.replaceAll(HOLE, ''))).map(patternOf);
  return (key) => whole.has(key) || patterns.some((pattern) => pattern.test(key));
};

const HOLE = /\$\{[^}]*\}/g;

const patternOf = (template: string): RegExp => {
  const fixed = template.split(HOLE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${fixed.join('.+')}$`);
};

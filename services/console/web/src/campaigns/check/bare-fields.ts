/** Outputs with what they write, tags with their name and what follows it. What is raw is not Liquid. */
const PIECE =
  /\{%-?\s*(?:raw|comment)\s*-?%\}[^]*?\{%-?\s*end(?:raw|comment)\s*-?%\}|\{\{-?([^]*?)-?\}\}|\{%-?\s*(\w+)([^]*?)-?%\}/g;
const OPENING = new Set(['if', 'unless', 'case']);
const CLOSING = new Set(['endif', 'endunless', 'endcase']);

/** A name by its text, a text, or a name. */
const WORDS = /\[\s*(?:"([^"]*)"|'([^']*)')\s*\]|"[^"]*"|'[^']*'|([\p{L}_][\p{L}\p{N}_-]*)/gu;

const namesIn = (expression: string): readonly string[] =>
  [...expression.matchAll(WORDS)].flatMap(([, double, single, word]) => double ?? single ?? word ?? []);

/**
 * The merge fields that a template writes without saying what to write for whoever has no value: neither with a default, nor inside of a
 * condition that asks for the field.
 */
export const bareFields = (template: string): ReadonlySet<string> => {
  const bare = new Set<string>();
  const asked: (readonly string[])[] = [];
  for (const [, output, tag = '', rest = ''] of template.matchAll(PIECE)) {
    if (OPENING.has(tag)) asked.push(namesIn(rest));
    if (CLOSING.has(tag)) asked.pop();
    const written = tag === 'echo' ? rest : output;
    for (const name of written === undefined ? [] : namesWithoutDefault(written)) {
      if (!asked.some((names) => names.includes(name))) bare.add(name);
    }
  }
  return bare;
};

const namesWithoutDefault = (expression: string): readonly string[] => {
  const [value = '', ...filters] = expression.split('|');
  return filters.some((filter) => /^\s*default\b/.test(filter)) ? [] : namesIn(value);
};

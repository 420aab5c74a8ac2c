/** `${Queue}` for a Ref, `${Function.Arn}` for a GetAtt; nothing for what a text cannot say. */
const placeholderOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('Ref' in value && typeof value.Ref === 'string') return `\${${value.Ref}}`;
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return `\${${value['Fn::GetAtt'].join('.')}}`;

  return undefined;
};

const inlined = (text: string, variables: Readonly<Record<string, unknown>>): unknown => {
  const placeholders = Object.entries(variables).map(([name, value]) => ({ name, placeholder: placeholderOf(value) }));
  const kept = placeholders
    .filter(({ placeholder }) => placeholder === undefined)
    .map(({ name }) => [name, variables[name]]);
  const told = placeholders.reduce(
    (soFar, { name, placeholder }) =>
      placeholder === undefined ? soFar : soFar.replaceAll(`\${${name}}`, placeholder),
    text,
  );
  return { 'Fn::Sub': kept.length > 0 ? [told, Object.fromEntries(kept)] : told };
};

/**
 * Writes `${Queue}` into a Sub instead of a variable that refers to the queue.
 * The Step Functions plugin names its variables by hashes: nobody can read a definition that says `${9b9f708c…}`, and
 * tools that want a name to begin with a letter cannot either.
 */
export const inlineSubstitutions = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inlineSubstitutions);
  if (typeof value !== 'object' || value === null) return value;
  if ('Fn::Sub' in value && Array.isArray(value['Fn::Sub'])) {
    const [text, variables]: unknown[] = value['Fn::Sub'];
    if (typeof text === 'string' && typeof variables === 'object' && variables !== null) {
      return inlined(text, Object.fromEntries(Object.entries(variables)));
    }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlineSubstitutions(inner)]));
};

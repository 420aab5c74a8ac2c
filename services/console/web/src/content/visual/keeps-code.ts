/** What is no text to read, and changes what is sent if a letter of it is lost: Liquid, and comments, which some mail programs obey. */
const CODE = /<!--[^]*?-->|\{%[^]*?%\}|\{\{[^]*?\}\}/g;

const codeIn = (mjml: string): readonly string[] =>
  [...mjml.matchAll(CODE)].map(([code]) => code.replaceAll(/\s+/g, ' '));

/** Whether all of it is still there after the canvas has read a mail: it escapes what it takes for words, and drops what it does not know. */
export const keepsCode = (before: string, after: string): boolean => {
  const [written, kept] = [codeIn(before), codeIn(after)];
  return written.length === kept.length && written.every((code, index) => code === kept[index]);
};

const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** A merge field as Liquid, with what stands there for whoever has no value. A name that is no word of Liquid's is looked up by its text. */
export const liquidFor = (field: string, otherwise?: string): string => {
  const name = WORD.test(field) ? field : `["${field.replaceAll('"', '')}"]`;
  return otherwise === undefined ? `{{ ${name} }}` : `{{ ${name} | default: "${otherwise}" }}`;
};

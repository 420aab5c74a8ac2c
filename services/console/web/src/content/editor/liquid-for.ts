/** A merge field as Liquid. A name that is no word of Liquid's is looked up by its text. */
export const liquidFor = (field: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(field) ? `{{ ${field} }}` : `{{ ["${field.replaceAll('"', '')}"] }}`;

/** Recipients whom people want left out of a run: those of these domains, and those who joined by these imports. */
export interface Exclusion {
  /** In ASCII and in small letters. */
  readonly domains: readonly string[];
  readonly imports: readonly string[];
}

interface Addressed {
  readonly mail: { readonly to: string };
  readonly importId?: string | undefined;
}

/** Whether a recipient is left out. His address is the one that a mail goes to: in ASCII. */
export const isExcluded = (exclusion: Exclusion | undefined, { mail, importId }: Addressed): boolean =>
  exclusion !== undefined &&
  ((importId !== undefined && exclusion.imports.includes(importId)) || exclusion.domains.includes(domainOf(mail.to)));

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

import type { Exclusion } from '../domain/exclusion.ts';

/** As messages have it: without what is empty. */
export const toExclusion = ({ domains, imports }: Exclusion) => ({
  ...(domains.length > 0 && { domains: [...domains] }),
  ...(imports.length > 0 && { imports: [...imports] }),
});

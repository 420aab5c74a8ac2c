/** Recipients whom people want left out of a run: those of these domains, and those who joined by these imports. */
export interface Exclusion {
  /** In ASCII and in small letters. */
  readonly domains: readonly string[];
  readonly imports: readonly string[];
}

/** Of each. Whoever needs more has a list that should not be mailed. */
export const MOST_EXCLUDED = 100;

const nobody: Exclusion = { domains: [], imports: [] };

/** Both together: whoever was left out stays left out. The same if the second adds nothing. */
export const excludingAlso = (present: Exclusion = nobody, more: Exclusion = nobody): Exclusion => {
  const domains = [...new Set([...present.domains, ...more.domains])].toSorted();
  const imports = [...new Set([...present.imports, ...more.imports])].toSorted();
  const isSame = domains.length === present.domains.length && imports.length === present.imports.length;
  return isSame ? present : { domains, imports };
};

export const isTooMuch = ({ domains, imports }: Exclusion): boolean =>
  domains.length > MOST_EXCLUDED || imports.length > MOST_EXCLUDED;

export const isNobody = ({ domains, imports }: Exclusion): boolean => domains.length + imports.length === 0;

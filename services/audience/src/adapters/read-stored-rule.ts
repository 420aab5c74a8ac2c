import { PermanentError } from '@bulkhead/lambda-kit';

import { readRule } from '../domain/segments/read-rule.ts';
import type { RuleGroup } from '../domain/segments/rule.ts';

/** A rule that was checked before it was stored. */
export const readStoredRule = (raw: unknown): RuleGroup => {
  const rule = readRule(raw);
  if (rule.ok) return rule.value;
  throw new PermanentError({ code: 'rule_unreadable', message: 'A stored rule of a segment cannot be read.' });
};

import type { LiquidChecker, LiquidError } from '../application/content-ports.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Content } from '../domain/template.ts';
import { attempt, engines, type Part, problemsIn } from './liquid-engines.ts';

const partsOf = ({ subject, html, text }: Content): readonly (readonly [Part, string])[] => [
  ['subject', subject],
  ['html', html],
  ...(text === undefined ? [] : [['text', text] as const]),
];

/** A template may be short and its subject long: no mail program shows a longer one. */
const LONGEST_SUBJECT = 998;

/** The merge fields of a part, or why it could be sent to nobody. */
const fieldsOf = (part: Part, source: string): Result<readonly string[], LiquidError> => {
  const tried = attempt(part, () => {
    const template = engines[part].parse(source);
    const { length } = String(engines[part].renderSync(template, {}));
    return { length, fields: engines[part].globalVariablesSync(template) };
  });
  if (!tried.ok) return tried;
  if (part !== 'subject' || tried.value.length <= LONGEST_SUBJECT) return succeed(tried.value.fields);
  return refuse({ part, line: 1, column: 1, message: `a subject of more than ${LONGEST_SUBJECT} characters` });
};

/**
 * Reads templates, and renders them once for somebody of whom nothing is known: what takes too much memory or time then
 * could be sent to nobody.
 */
export class LiquidjsChecker implements LiquidChecker {
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] } {
    const checked = partsOf(content).map(([part, source]) => fieldsOf(part, source));
    const errors = problemsIn(checked);
    if (errors.length > 0) return { errors };
    return { fields: [...new Set(checked.flatMap((part) => (part.ok ? part.value : [])))].toSorted() };
  }
}

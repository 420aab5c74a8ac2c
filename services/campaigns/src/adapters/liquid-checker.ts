import type { LiquidChecker, LiquidError } from '../application/ports.ts';
import type { Content } from '../domain/template.ts';
import { attempt, engines, type Part, problemsIn } from './liquid-engines.ts';

const partsOf = ({ subject, html, text }: Content): readonly (readonly [Part, string])[] => [
  ['subject', subject],
  ['html', html],
  ...(text === undefined ? [] : [['text', text] as const]),
];

/** Reads templates without rendering them. */
export class LiquidjsChecker implements LiquidChecker {
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] } {
    const checked = partsOf(content).map(([part, source]) =>
      attempt(part, () => engines[part].globalVariablesSync(engines[part].parse(source))),
    );
    const errors = problemsIn(checked);
    if (errors.length > 0) return { errors };
    return { fields: [...new Set(checked.flatMap((part) => (part.ok ? part.value : [])))].toSorted() };
  }
}

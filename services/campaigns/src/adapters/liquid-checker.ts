import type { LiquidChecker, LiquidError } from '../application/ports.ts';
import type { Content } from '../domain/template.ts';
import { attempt, engines, type Part, problemsIn } from './liquid-engines.ts';

const partsOf = ({ subject, html, text }: Content): readonly (readonly [Part, string])[] => [
  ['subject', subject],
  ['html', html],
  ...(text === undefined ? [] : [['text', text] as const]),
];

/**
 * Reads templates, and renders them once for somebody of whom nothing is known: what takes too much memory or time then
 * could be sent to nobody.
 */
export class LiquidjsChecker implements LiquidChecker {
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] } {
    const checked = partsOf(content).map(([part, source]) =>
      attempt(part, () => {
        const template = engines[part].parse(source);
        engines[part].renderSync(template, {});
        return engines[part].globalVariablesSync(template);
      }),
    );
    const errors = problemsIn(checked);
    if (errors.length > 0) return { errors };
    return { fields: [...new Set(checked.flatMap((part) => (part.ok ? part.value : [])))].toSorted() };
  }
}

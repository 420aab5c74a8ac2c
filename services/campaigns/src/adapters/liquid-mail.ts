import { forbiddenLiquidTags, liquidOptions, plainTextOptions } from '@bulkhead/contracts';
import { compile } from 'html-to-text';
import { Liquid as Engine, LiquidError as EngineError } from 'liquidjs';

import type { Liquid, LiquidError } from '../application/ports.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Content } from '../domain/template.ts';

type Part = LiquidError['part'];

const asText = compile(plainTextOptions);

const engineFor = (part: Part): Engine => {
  const engine = new Engine({ ...liquidOptions[part] });
  for (const tag of forbiddenLiquidTags) delete engine.tags[tag];
  return engine;
};

const engines: Readonly<Record<Part, Engine>> = {
  subject: engineFor('subject'),
  html: engineFor('html'),
  text: engineFor('text'),
};

/** liquidjs ends a message with the place, which we give apart: `tag "foo" not found, line:3, col:3`. */
const PLACE = /,? ?(?:file:\S+, )?line:(\d+), col:(\d+)$/;

const errorIn = (part: Part, error: unknown): LiquidError => {
  if (!(error instanceof EngineError)) throw error;
  const [line = 1, column = 1] = PLACE.exec(error.message)?.slice(1).map(Number) ?? [];
  return { part, line, column, message: error.message.replace(PLACE, '') };
};

const partsOf = ({ subject, html, text }: Content): readonly (readonly [Part, string])[] => [
  ['subject', subject],
  ['html', html],
  ...(text === undefined ? [] : [['text', text] as const]),
];

const attempt = <Value>(part: Part, work: () => Value): Result<Value, LiquidError> => {
  try {
    return succeed(work());
  } catch (error) {
    return refuse(errorIn(part, error));
  }
};

const problemsIn = (tried: readonly Result<unknown, LiquidError>[]): readonly LiquidError[] =>
  tried.flatMap((one) => (one.ok ? [] : [one.problem]));

/** Liquid by liquidjs, with the options that dispatch uses too. */
export class LiquidMail implements Liquid {
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] } {
    const checked = partsOf(content).map(([part, source]) =>
      attempt(part, () => engines[part].globalVariablesSync(engines[part].parse(source))),
    );
    const errors = problemsIn(checked);
    if (errors.length > 0) return { errors };
    return { fields: [...new Set(checked.flatMap((part) => (part.ok ? part.value : [])))].toSorted() };
  }

  render(
    { subject, html, text }: Content,
    fields: Readonly<Record<string, string>>,
  ): Required<Content> | { readonly errors: readonly LiquidError[] } {
    const made = {
      subject: rendered('subject', subject, fields),
      html: rendered('html', html, fields),
      text: text === undefined ? undefined : rendered('text', text, fields),
    };
    if (made.subject.ok && made.html.ok && made.text?.ok !== false) {
      return {
        subject: made.subject.value.replaceAll(LINE_BREAKS, ' '),
        html: made.html.value,
        text: made.text?.value ?? asText(made.html.value),
      };
    }
    return { errors: problemsIn([made.subject, made.html, ...(made.text ? [made.text] : [])]) };
  }
}

/** A merge field may bring a line break into a subject, which is one line. */
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

const rendered = (part: Part, source: string, fields: Readonly<Record<string, string>>): Result<string, LiquidError> =>
  attempt(part, () => String(engines[part].parseAndRenderSync(source, { ...fields })));

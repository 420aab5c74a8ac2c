import { Context, type Template, TokenKind } from 'liquidjs';

import { liquidEngines, type Part } from './liquid-engine.ts';
import type { Fillings } from './spliced-part.ts';

export type Scope = Readonly<Record<string, string>>;

/** A template cut at its top level into fixed text and slots in turn: one piece more than slots. */
export interface CutTemplate {
  readonly fixed: readonly string[];
  /** Renders the slots for one recipient, exactly as they would come out of a whole rendering. */
  fill(scope: Scope): Fillings;
}

interface Cut {
  readonly fixed: readonly string[];
  readonly slots: readonly (readonly Template[])[];
}

/** Text this short between two slots is part of them: it costs less than the line breaks around it. */
const SHORT = /^[^<>&"'=]{0,24}$/;
/** Half a character, or half a line break, at the edge of a fixed piece: a value may complete it. */
const HALVED = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF\r]$/;

/** @throws if the template cannot be parsed */
export const cutTemplate = (part: Part, source: string): CutTemplate => {
  const engine = liquidEngines[part];
  const templates = engine.parse(source);
  const textOf = (node: Template): string => String(engine.renderSync([node], {}));
  const cut = cutApart(templates, textOf);
  const { fixed, slots } = cut.fixed.some((piece) => HALVED.test(piece)) ? uncut(templates) : cut;
  const rendered = slots.map((nodes) => [...nodes]);

  return {
    fixed,
    fill: (scope) => {
      const context = new Context({ ...scope }, engine.options, { sync: true }, { liquid: engine });
      const values: string[] = [];
      for (const nodes of rendered) {
        values.push(String(engine.renderSync(nodes, context)));
        // `break` and `continue` outside a loop end the whole template.
        if (context.breakCalled || context.continueCalled) return { values, isBrokenOff: true };
      }
      return { values, isBrokenOff: false };
    },
  };
};

const uncut = (templates: readonly Template[]): Cut => ({ fixed: ['', ''], slots: [templates] });

const cutApart = (templates: readonly Template[], textOf: (node: Template) => string): Cut => {
  const fixed: string[] = [];
  const slots: Template[][] = [];
  let text = '';
  let between: Template[] = [];

  for (const node of templates) {
    if (node.token.kind === TokenKind.HTML) {
      text += textOf(node);
      between.push(node);
      continue;
    }
    const last = slots.at(-1);
    if (last !== undefined && SHORT.test(text)) last.push(...between, node);
    else {
      fixed.push(text);
      slots.push([node]);
    }
    text = '';
    between = [];
  }
  return { fixed: [...fixed, text], slots };
};

/** The whole text of a filled template. */
export const joinPieces = (fixed: readonly string[], { values, isBrokenOff }: Fillings): string => {
  const last = isBrokenOff ? values.length - 1 : -1;
  return values.reduce((whole, value, n) => whole + value + (n === last ? '' : (fixed[n + 1] ?? '')), fixed[0] ?? '');
};

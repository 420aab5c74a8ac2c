import { engineFor, type LiquidPart } from '@bulkhead/liquid';

import type { Finding } from '../mail/compile-mjml.ts';

/** liquidjs ends a message with the place, which we give apart: `tag "foo" not found, line:3, col:3`. */
const PLACE = /,? ?line:(\d+), col:(\d+)$/;

/**
 * What is wrong with the Liquid of a part, at its place in what the author wrote. The service checks with the same engine, but sees the
 * HTML that MJML became, whose lines are others.
 */
export const liquidFindings = (part: LiquidPart, code: string): readonly Finding[] => {
  try {
    engineFor(part).parseAndRenderSync(code, {});
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [line = 1, column = 1] = PLACE.exec(message)?.slice(1).map(Number) ?? [];
    return [{ line, column, message: message.replace(PLACE, '') }];
  }
};

/** The names of all filters that a mail may use. */
export const liquidFilters = (): readonly string[] => Object.keys(engineFor('html').filters).toSorted();

export const liquidTags = (): readonly string[] => Object.keys(engineFor('html').tags).toSorted();

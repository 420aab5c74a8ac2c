import { engineFor } from '@bulkhead/liquid';
import { type Liquid as Engine, LiquidError as EngineError } from 'liquidjs';

import type { LiquidError } from '../application/content-ports.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';

export type Part = LiquidError['part'];

/** One engine for each part of a mail, the same that dispatch sends with. */
export const engines: Readonly<Record<Part, Engine>> = {
  subject: engineFor('subject'),
  html: engineFor('html'),
  text: engineFor('text'),
};

/** liquidjs ends a message with the place, which we give apart: `tag "foo" not found, line:3, col:3`. */
const PLACE = /,? ?line:(\d+), col:(\d+)$/;

const errorIn = (part: Part, error: unknown): LiquidError => {
  if (!EngineError.is(error)) throw error;
  const [line = 1, column = 1] = PLACE.exec(error.message)?.slice(1).map(Number) ?? [];
  return { part, line, column, message: error.message.replace(PLACE, '') };
};

/** Works with a part; what the author has done wrong becomes a problem with its place. */
export const attempt = <Value>(part: Part, work: () => Value): Result<Value, LiquidError> => {
  try {
    return succeed(work());
  } catch (error) {
    return refuse(errorIn(part, error));
  }
};

export const problemsIn = (tried: readonly Result<unknown, LiquidError>[]): readonly LiquidError[] =>
  tried.flatMap((one) => (one.ok ? [] : [one.problem]));

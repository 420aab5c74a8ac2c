import { forbiddenLiquidTags, liquidOptions } from '@bulkhead/contracts';
import { Liquid } from 'liquidjs';

import { capturingMarkup } from './markup.ts';

/** The parts of a mail that are written in Liquid, each with rules of its own for what values become. */
export type LiquidPart = keyof typeof liquidOptions;

/**
 * A Liquid engine for a part of a mail. Whoever previews a mail and whoever sends it take theirs from here, so that they never
 * disagree: no tag reads files, values are escaped in HTML, and what a template captures there is markup.
 */
export const engineFor = (part: LiquidPart): Liquid => {
  const engine = new Liquid({ ...liquidOptions[part] });
  for (const tag of forbiddenLiquidTags) delete engine.tags[tag];
  return capturingMarkup(engine);
};

import { forbiddenLiquidTags, liquidOptions } from '@bulkhead/contracts';
import { Liquid } from 'liquidjs';

import { capturingMarkup } from './liquid-markup.ts';

export type Part = keyof typeof liquidOptions;

const engineFor = (part: Part): Liquid => {
  const engine = new Liquid({ ...liquidOptions[part] });
  for (const tag of forbiddenLiquidTags) delete engine.tags[tag];
  return capturingMarkup(engine);
};

export const liquidEngines: Readonly<Record<Part, Liquid>> = {
  subject: engineFor('subject'),
  html: engineFor('html'),
  text: engineFor('text'),
};

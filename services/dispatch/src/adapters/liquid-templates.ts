import { forbiddenLiquidTags, liquidOptions } from '@bulkhead/contracts';
import { Liquid } from 'liquidjs';

type Part = keyof typeof liquidOptions;
type Scope = Readonly<Record<string, string>>;

const engineFor = (part: Part): Liquid => {
  const engine = new Liquid({ ...liquidOptions[part] });
  for (const tag of forbiddenLiquidTags) delete engine.tags[tag];
  return engine;
};

const engines: Readonly<Record<Part, Liquid>> = {
  subject: engineFor('subject'),
  html: engineFor('html'),
  text: engineFor('text'),
};

/** Parses a template once. What it answers renders it for one recipient. */
export const compileLiquid = (part: Part, source: string): ((scope: Scope) => string) => {
  const engine = engines[part];
  const template = engine.parse(source);

  return (scope) => String(engine.renderSync(template, { ...scope }));
};

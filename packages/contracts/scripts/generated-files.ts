import { asyncapi } from './asyncapi.ts';
import { eventsPage } from './events-page.ts';
import { jsonSchemas } from './json-schemas.ts';

/** Every file that is made from the contracts, by its path in the repository. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([...jsonSchemas(), ['packages/contracts/asyncapi.yaml', asyncapi()], ['docs/events.md', eventsPage()]]);

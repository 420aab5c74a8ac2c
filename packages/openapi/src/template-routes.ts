import { readdir, readFile } from 'node:fs/promises';

import { parse } from 'yaml';
import * as z from 'zod/mini';

/** A route as a service's stack has it. */
export interface TemplateRoute {
  readonly functionName: string;
  /** `GET /api/campaigns/media/{mediaId}` */
  readonly route: string;
  readonly isPublic: boolean;
}

const HttpApi = z.object({ method: z.string(), path: z.string(), authorizer: z.optional(z.unknown()) });
const Functions = z.record(
  z.string(),
  z.object({ events: z._default(z.array(z.object({ httpApi: z.optional(HttpApi) })), []) }),
);

/** CloudFormation's own tags (`!Ref`) are no concern of ours: without them, the parser would warn of each. */
const functionsIn = (text: string) => z.parse(Functions, parse(text, { logLevel: 'silent' }) ?? {});

/**
 * The HTTP routes that the `functions*.yml` of a service declare.
 * @example
 * await templateRoutes(new URL('../../', import.meta.url)); // services/campaigns
 */
export const templateRoutes = async (service: URL): Promise<readonly TemplateRoute[]> => {
  const files = (await readdir(service)).filter((name) => /^functions.*\.yml$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, service), 'utf8')));
  return texts
    .flatMap((text) => Object.entries(functionsIn(text)))
    .flatMap(([functionName, { events }]) =>
      events.flatMap(({ httpApi }) =>
        httpApi === undefined
          ? []
          : [{ functionName, route: `${httpApi.method} ${httpApi.path}`, isPublic: httpApi.authorizer === undefined }],
      ),
    );
};

import { type Api, clientTypes, writtenApi } from '@bulkhead/openapi';

interface GeneratedFile {
  /** In the repository. */
  readonly path: string;
  readonly text: string;
}

/** The document of a service, and its types for the console. */
export const generatedFiles = async (api: Api): Promise<readonly GeneratedFile[]> => [
  { path: `services/${api.service}/openapi.json`, text: writtenApi(api) },
  { path: `services/console/web/src/api/${api.service}.d.ts`, text: await clientTypes(api) },
];

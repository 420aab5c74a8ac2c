import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Template, TemplateMap } from './template.ts';

/** The framework has no public API for reading a configuration, and no `exports` either: this reaches into its files. */
const framework = createRequire(createRequire(import.meta.url).resolve('serverless'));

interface VariablesMeta {
  readonly size: number;
  keys: () => Iterable<string>;
}

interface Resolution {
  readonly serviceDir: string;
  readonly configuration: TemplateMap;
  readonly variablesMeta: VariablesMeta;
  readonly options: TemplateMap;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly fulfilledSources: ReadonlySet<string>;
}

/**
 * Reads another serverless.yml with the framework's own parser and variable resolver, in this process.
 *
 * It takes milliseconds where another run of the command line would take a second, and `${file(…)}`, `${self:…}` and
 * `${sls:stage}` mean exactly what they mean there.
 *
 * @throws when a variable stays unresolved
 * @example const stack = await readStack('services/audience/stateful', { stage: 'local' });
 */
export const readStack = async (serviceDir: string, options: TemplateMap): Promise<TemplateMap> => {
  const read: (path: string) => Promise<TemplateMap> = framework('./configuration/read');
  const findVariables: (configuration: TemplateMap) => VariablesMeta = framework(
    './configuration/variables/resolve-meta',
  );
  const resolveVariables: (resolution: Resolution) => Promise<void> = framework('./configuration/variables/resolve');
  const refuseErrors: (...input: readonly [string, TemplateMap, VariablesMeta, TemplateMap]) => void = framework(
    './configuration/variables/eventually-report-resolution-errors',
  );

  const path = join(serviceDir, 'serverless.yml');
  const configuration = await read(path);
  const variablesMeta = findVariables(configuration);
  const sources = variableSources();
  const fulfilledSources = new Set(Object.keys(sources));
  await resolveVariables({ serviceDir, configuration, variablesMeta, options, sources, fulfilledSources });
  refuseErrors(path, configuration, variablesMeta, { isHelpRequest: false });
  refuseLeftovers(path, variablesMeta);

  return configuration;
};

const variableSources = (): Readonly<Record<string, unknown>> => {
  const source = (name: string) => framework(`./configuration/variables/sources/${name}`);

  return {
    env: source('env'),
    file: source('file'),
    opt: source('opt'),
    self: source('self'),
    strToBool: source('str-to-bool'),
    sls: source('instance-dependent/get-sls')(),
    param: source('instance-dependent/param')(),
  };
};

const refuseLeftovers = (path: string, variablesMeta: VariablesMeta): void => {
  if (variablesMeta.size === 0) return;
  const places = [...variablesMeta.keys()].map((key) => key.replaceAll('\0', '.'));
  throw new Error(`${path}: these variables cannot be resolved locally: ${places.join(', ')}`);
};

/** The service name of a configuration that was read. */
export const serviceNameOf = (configuration: TemplateMap): string => {
  const name: Template = configuration['service'];
  if (typeof name !== 'string') throw new Error('A serverless.yml must name its `service`.');

  return name;
};

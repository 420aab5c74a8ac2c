import type { Framework } from './framework.ts';
import { isList } from './template.ts';

/**
 * Declares the configuration of plugins that a local run leaves out, so that `configValidationMode: error` holds there too.
 *
 * Loading them would cost half a second and 100 MB for nothing.
 */
export const declareAbsentPlugins = ({ configurationInput, configSchemaHandler }: Framework): void => {
  const { plugins } = configurationInput;
  const isLoaded = (name: string) => isList(plugins) && plugins.includes(name);

  if (!isLoaded('serverless-step-functions')) {
    configSchemaHandler.defineTopLevelProperty('stepFunctions', { type: 'object' });
  }
  if (!isLoaded('serverless-iam-roles-per-function')) {
    configSchemaHandler.defineFunctionProperties('aws', {
      properties: { iamRoleStatements: { type: 'array' }, iamRoleStatementsInherit: { type: 'boolean' } },
    });
  }
  configSchemaHandler.defineCustomProperties({ type: 'object', properties: { local: { type: 'object' } } });
};

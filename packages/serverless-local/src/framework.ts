import type { Template, TemplateMap } from './template.ts';

/** The parts of a Serverless Framework instance that the plugin uses. The framework's own types cover none of them. */
export interface Framework {
  readonly serviceDir: string;
  readonly configurationInput: TemplateMap;
  readonly service: FrameworkService;
  readonly configSchemaHandler: {
    defineTopLevelProperty: (name: string, schema: TemplateMap) => void;
    defineFunctionProperties: (provider: string, schema: TemplateMap) => void;
    defineCustomProperties: (schema: TemplateMap) => void;
  };
  getProvider: (name: 'aws') => { readonly naming: Naming };
}

/** The framework's rules for logical ids. */
export interface Naming {
  getLambdaLogicalId: (functionKey: string) => string;
  getNormalizedFunctionName: (name: string) => string;
}

/** A service as the framework has read it. What the plugin writes into it, serverless-offline reads. */
export interface FrameworkService {
  readonly service: string;
  readonly provider: {
    readonly region: string;
    readonly stage: string;
    readonly timeout?: number;
    readonly httpApi?: { readonly authorizers?: TemplateMap };
    environment?: TemplateMap;
  };
  readonly resources?: Template;
  custom?: CustomSection;
  getAllFunctions: () => readonly string[];
  getFunction: (key: string) => FunctionDefinition;
}

export interface CustomSection {
  readonly esbuild?: TemplateMap;
  readonly local?: { readonly stacks?: readonly string[] };
  'serverless-offline'?: TemplateMap;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly handler: string;
  readonly timeout?: number;
  readonly reservedConcurrency?: number;
  readonly events?: readonly TemplateMap[];
  environment?: TemplateMap;
}

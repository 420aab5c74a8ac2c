import { withoutRedundantDependencies } from './redundant-dependencies.ts';

interface Template {
  Resources: Record<string, Readonly<Record<string, unknown>>>;
}

interface Serverless {
  readonly service: { readonly provider: { readonly compiledCloudFormationTemplate: Template } };
}

/** A Serverless plugin that tidies a compiled template before it is written. */
// oxlint-disable-next-line import/no-default-export -- the framework loads a plugin's default export
export default class TidyTemplate {
  readonly hooks: Readonly<Record<string, () => void>>;

  constructor(serverless: Serverless) {
    this.hooks = {
      'before:aws:package:finalize:saveServiceState': () => {
        const template = serverless.service.provider.compiledCloudFormationTemplate;
        template.Resources = withoutRedundantDependencies(template.Resources);
      },
    };
  }
}

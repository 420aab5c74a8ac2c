import { withAlarmActions } from './alarm-actions.ts';
import { inlineSubstitutions } from './inline-substitutions.ts';
import { withoutRedundantDependencies } from './redundant-dependencies.ts';

interface Serverless {
  readonly service: {
    /** `alarmTopic`: the ARN of the topic that alarms tell, or nothing. */
    readonly custom?: { readonly alarmTopic?: string };
    readonly provider: {
      readonly compiledCloudFormationTemplate: {
        Resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      };
    };
  };
}

/** A Serverless plugin that tidies a compiled template, and tells its alarms whom to tell, before it is written. */
class TidyTemplate {
  readonly hooks: Readonly<Record<string, () => void>>;

  constructor({ service }: Serverless) {
    this.hooks = {
      'before:aws:package:finalize:saveServiceState': () => {
        const template = service.provider.compiledCloudFormationTemplate;
        const tidy = withAlarmActions(
          withoutRedundantDependencies(template.Resources),
          service.custom?.alarmTopic ?? '',
        );
        template.Resources = Object.fromEntries(
          Object.entries(tidy).map(([id, { Properties, ...resource }]) => [
            id,
            Properties === undefined ? resource : { ...resource, Properties: inlineSubstitutions(Properties) },
          ]),
        );
      },
    };
  }
}

// oxlint-disable-next-line import/no-default-export -- the framework takes a plugin from the default export
export default TidyTemplate;

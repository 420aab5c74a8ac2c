import type { S3ClientConfig } from '@aws-sdk/client-s3';

import { withAlarmActions } from './alarm-actions.ts';
import { inlineSubstitutions } from './inline-substitutions.ts';
import { withoutRedundantDependencies } from './redundant-dependencies.ts';
import type { Web } from './upload-web.ts';

/** What we ask of the framework's AWS provider. */
interface Provider {
  readonly getAccountId: () => Promise<string>;
  readonly getAwsSdkV3Config: () => Promise<S3ClientConfig>;
}

interface Serverless {
  readonly serviceDir: string;
  readonly getProvider: (name: 'aws') => Provider;
  readonly service: {
    /** `alarmTopic`: the ARN of the topic that alarms tell, or nothing. `web`: a web app that is uploaded after a deployment. */
    readonly custom?: { readonly alarmTopic?: string; readonly web?: Web };
    readonly provider: {
      readonly compiledCloudFormationTemplate: {
        Resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      };
    };
  };
}

/**
 * A Serverless plugin that tidies a compiled template, and tells its alarms whom to tell, before it is written; and that uploads a service's
 * web app when everything that serves it is there.
 */
class TidyTemplate {
  readonly hooks: Readonly<Record<string, () => void | Promise<void>>>;

  constructor(serverless: Serverless) {
    const { service } = serverless;
    this.hooks = {
      'after:deploy:deploy': () => deployWeb(serverless),
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

/** Nothing of it is loaded by who only packages. */
const deployWeb = async (serverless: Serverless): Promise<void> => {
  const { serviceDir, service } = serverless;
  const web = service.custom?.web;
  if (web === undefined) return;
  const { uploadWeb } = await import('./upload-web.ts');
  const provider = serverless.getProvider('aws');
  const [account, s3] = await Promise.all([provider.getAccountId(), provider.getAwsSdkV3Config()]);
  await uploadWeb({ serviceDir, web, account, s3, say: (line) => process.stdout.write(`${line}\n`) });
};

// oxlint-disable-next-line import/no-default-export -- the framework takes a plugin from the default export
export default TidyTemplate;

import type { Ports } from './ports.ts';

export const ACCOUNT = '000000000000';

/** AWS demands credentials; the emulators do not look at them. */
export const TEST_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' } as const;

interface Where {
  readonly host: string;
  readonly ports: Ports;
  readonly region: string;
}

/**
 * The environment in which an unchanged AWS SDK talks to local-cloud and to nothing else.
 *
 * `AWS_ENDPOINT_URL` catches every service that has no emulator here, so that a forgotten one fails
 * at the gateway instead of reaching a real account.
 *
 * @example
 * Object.assign(process.env, localEnvironment({ host: '127.0.0.1', ports: portsFrom(4500), region: 'eu-west-1' }));
 */
export const localEnvironment = ({ host, ports, region }: Where): Readonly<Record<string, string>> => {
  const at = (port: number) => `http://${host}:${port}`;

  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: TEST_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: TEST_CREDENTIALS.secretAccessKey,
    AWS_SESSION_TOKEN: '',
    // A profile in the developer's shell would win over the two keys above.
    AWS_PROFILE: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: at(ports.gateway),
    AWS_ENDPOINT_URL_LAMBDA: at(ports.gateway),
    AWS_ENDPOINT_URL_SQS: at(ports.stores),
    AWS_ENDPOINT_URL_SNS: at(ports.stores),
    AWS_ENDPOINT_URL_S3: at(ports.stores),
    AWS_ENDPOINT_URL_STS: at(ports.stores),
    AWS_ENDPOINT_URL_DYNAMODB: at(ports.dynamodb),
    AWS_ENDPOINT_URL_SFN: at(ports.stepFunctions),
    AWS_ENDPOINT_URL_SES: at(ports.mail),
    AWS_ENDPOINT_URL_SCHEDULER: at(ports.scheduler),
  };
};

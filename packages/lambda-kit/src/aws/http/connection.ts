import { partition } from '@aws-sdk/core/client';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { loadConfig, NODE_REGION_CONFIG_OPTIONS } from '@smithy/core/config';

export type AwsService = 's3' | 'ses' | 'sns' | 'sqs';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Where a service is and who asks; the environment says what is left out. */
export interface Connection {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: Credentials;
}

/** A connection of which everything is known. Credentials are fresh whenever they are asked for. */
export interface Connected {
  readonly url: URL;
  readonly region: string;
  /** An endpoint of somebody's choice, such as an emulator: buckets have no host names there. */
  readonly isCustom: boolean;
  credentials(): Promise<Credentials>;
}

const hosts: Readonly<Record<AwsService, string>> = { s3: 's3', ses: 'email', sns: 'sns', sqs: 'sqs' };

const regionOf = loadConfig(NODE_REGION_CONFIG_OPTIONS);
const credentialsOfEnvironment = defaultProvider();

/** Finds endpoint, region and credentials where the SDK's clients find them. */
export const connect = async (service: AwsService, given: Connection = {}): Promise<Connected> => {
  const { credentials } = given;
  const [region, custom] = await Promise.all([given.region ?? regionOf(), given.endpoint ?? customEndpoint(service)]);
  const endpoint = custom === '' ? `https://${hosts[service]}.${region}.${partition(region).dnsSuffix}` : custom;

  return {
    url: new URL(endpoint),
    region,
    isCustom: custom !== '',
    credentials: credentials === undefined ? credentialsOfEnvironment : async () => credentials,
  };
};

const customEndpoint = (service: AwsService): Promise<string> =>
  loadConfig({
    environmentVariableSelector: (env) => env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? env['AWS_ENDPOINT_URL'],
    configFileSelector: () => undefined,
    default: '',
  })();

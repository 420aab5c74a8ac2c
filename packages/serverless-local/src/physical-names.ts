import type { Known, Scope } from './intrinsics.ts';
import { type Resource, stringAt } from './template.ts';

/** Where a scope's resources can be reached. */
export interface Endpoints {
  readonly gateway: string;
  readonly sqs: string;
  /** Where people sign in. */
  readonly issuer: string;
}

/** Where a resource stands: what it may refer to, and the addresses of what serves it. */
export interface Place {
  readonly scope: Scope;
  readonly endpoints: Endpoints;
}

type Describe = (id: string, resource: Resource) => Known;

/** The property that names a resource; what has no name is called after its stack and logical id. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** Tells what `Ref` and `Fn::GetAtt` of a resource mean locally: the names and ARNs that AWS would give it. */
export const describeResource = (id: string, resource: Resource, { scope, endpoints }: Place): Known => {
  const describe = descriptions(scope, endpoints)[resource.type];
  const name = stringAt(resource.properties, NAME_PROPERTIES[resource.type] ?? '') ?? `${scope.stack}-${id}`;

  return describe ? describe(name, resource) : { ref: name, attributes: {} };
};

/** The property whose value is a resource's name, if its type has one. */
export const namePropertyOf = (type: string): string | undefined => NAME_PROPERTIES[type];

const descriptions = ({ account, region }: Scope, endpoints: Endpoints): Readonly<Record<string, Describe>> => {
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

  return {
    'AWS::SQS::Queue': (name) => {
      const url = `${endpoints.sqs}/${account}/${name}`;
      return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    },
    'AWS::SNS::Topic': (name) => named(arn('sns', name), { TopicArn: arn('sns', name), TopicName: name }),
    'AWS::DynamoDB::Table': (name) => {
      const table = arn('dynamodb', `table/${name}`);
      return named(name, { Arn: table, StreamArn: `${table}/stream/local` });
    },
    'AWS::S3::Bucket': (name) => {
      const domain = `${name}.s3.${region}.amazonaws.com`;
      return named(name, {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: domain,
      });
    },
    'AWS::IAM::Role': (name) => named(name, { Arn: `arn:aws:iam::${account}:role/${name}`, RoleId: 'AROALOCAL' }),
    'AWS::KMS::Key': (name) => named(name, { Arn: arn('kms', `key/${name}`), KeyId: name }),
    'AWS::Logs::LogGroup': (name) => named(name, { Arn: arn('logs', `log-group:${name}:*`) }),
    'AWS::Lambda::Function': (name) => named(name, { Arn: arn('lambda', `function:${name}`) }),
    'AWS::StepFunctions::StateMachine': (name) => {
      const machine = arn('states', `stateMachine:${name}`);
      return named(machine, { Arn: machine, Name: name });
    },
    'AWS::Scheduler::ScheduleGroup': (name) => named(name, { Arn: arn('scheduler', `schedule-group/${name}`) }),
    'AWS::CloudFront::Distribution': (name) => named(name, { DomainName: `${name.toLowerCase()}.cloudfront.net` }),
  };
};

const named = (ref: string, attributes: Known['attributes']): Known => ({ ref, attributes });

/** As which client the console sends people to the local issuer, which takes any. */
const LOCAL_CLIENT = 'console';

/**
 * Replaces what only AWS can give by what stands for it here: the public address of an HTTP API or a distribution by the gateway's, and
 * the parameters that say who signs people in.
 *
 * Paths stay as they are: the gateway routes by the same `/api/<service>/…` that CloudFront forwards.
 */
export const localAddress = (value: string, { gateway, issuer }: Pick<Endpoints, 'gateway' | 'issuer'>): string =>
  value
    .replaceAll(/https:\/\/[\w-]+\.(?:execute-api\.[\w-]+\.amazonaws\.com|cloudfront\.net)/g, gateway)
    .replaceAll('{{resolve:ssm:/bulkhead/local/issuer}}', issuer)
    .replaceAll('{{resolve:ssm:/bulkhead/local/client-id}}', LOCAL_CLIENT);

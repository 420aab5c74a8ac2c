/** What the `Resource` of a Task names. */
export interface TaskResource {
  /** `sqs`, or `aws-sdk:sqs`: the way histories write it. */
  readonly resourceType: string;
  /** `sendMessage.waitForTaskToken` */
  readonly resource: string;
  readonly isOptimised: boolean;
  readonly service: string;
  readonly action: string;
  readonly waitsForToken: boolean;
}

const RESOURCE = /^arn:aws[\w-]*:states:::(?:(aws-sdk):)?([a-z0-9]+):([A-Za-z0-9]+)(\.waitForTaskToken)?$/;

/** Reads an integration's ARN; nothing when it is not one that could exist here. */
export const readResource = (arn: string): TaskResource | undefined => {
  const [, sdk, service, action, suffix = ''] = RESOURCE.exec(arn) ?? [];
  if (service === undefined || action === undefined) return undefined;

  return {
    resourceType: sdk === undefined ? service : `${sdk}:${service}`,
    resource: `${action}${suffix}`,
    isOptimised: sdk === undefined,
    service,
    action,
    waitsForToken: suffix !== '',
  };
};

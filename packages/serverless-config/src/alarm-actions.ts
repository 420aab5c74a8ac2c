type Resource = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lets every alarm of a template tell a topic when it fires and when all is well again. Without a topic alarms only change
 * their colour: whoever watches them needs nothing else.
 */
export const withAlarmActions = <Each extends Resource>(
  resources: Readonly<Record<string, Each>>,
  topicArn: string,
): Readonly<Record<string, Each>> => {
  if (topicArn === '') return resources;
  const told = { AlarmActions: [topicArn], OKActions: [topicArn] };

  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [
      id,
      resource['Type'] === 'AWS::CloudWatch::Alarm' && isRecord(resource['Properties'])
        ? { ...resource, Properties: { ...told, ...resource['Properties'] } }
        : resource,
    ]),
  );
};

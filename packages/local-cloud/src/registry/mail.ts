import * as z from 'zod/mini';

import type { Resource } from './payload.ts';
import { parseOrRefuse } from './refusal.ts';

const destinationProperties = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Name: z.optional(z.string()),
    Enabled: z.union([z.boolean(), z.string()]),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.looseObject({ TopicARN: z.string() }, { error: 'events go to an SNS topic here' }),
  }),
});

interface EventDestination {
  readonly configurationSet: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly eventTypes: readonly string[];
  readonly topicArn: string;
}

/** What the registry needs of the SES simulator. */
export interface Mail {
  registerConfigurationSet(name: string): void;
  registerEventDestination(destination: EventDestination): void;
}

/** Tells the SES simulator who hears of a configuration set's mail. */
export const applyEventDestination = (mail: Mail, { id, properties }: Resource): void => {
  const { ConfigurationSetName, EventDestination: wanted } = parseOrRefuse(destinationProperties, properties, id);
  mail.registerEventDestination({
    configurationSet: ConfigurationSetName,
    name: wanted.Name ?? id,
    enabled: String(wanted.Enabled) === 'true',
    eventTypes: wanted.MatchingEventTypes,
    topicArn: wanted.SnsDestination.TopicARN,
  });
};

import { type SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';

import { asAttributes } from './attributes.ts';
import type { Topics } from './subscriptions.ts';

/** Subscribes through SNS's own API. */
export const snsTopics = (sns: () => SNSClient): Topics => ({
  subscribe: async ({ TopicArn, Protocol, Endpoint, RawMessageDelivery, FilterPolicy, FilterPolicyScope }) => {
    const Attributes = asAttributes({ RawMessageDelivery, FilterPolicy, FilterPolicyScope });
    const { SubscriptionArn = '' } = await sns().send(
      new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes, ReturnSubscriptionArn: true }),
    );
    return SubscriptionArn;
  },

  unsubscribe: async (SubscriptionArn) => {
    await sns().send(new UnsubscribeCommand({ SubscriptionArn }));
  },
});

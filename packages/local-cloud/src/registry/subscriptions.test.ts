import fc from 'fast-check';

import { type SubscriptionProperties, Subscriptions, type Topics } from './subscriptions.ts';

/** SNS in memory, which like the real one refuses a second subscription of a queue to a topic. */
class InMemoryTopics implements Topics {
  readonly live = new Map<string, SubscriptionProperties>();
  #count = 0;

  async subscribe(properties: SubscriptionProperties): Promise<string> {
    const pair = (other: SubscriptionProperties) => `${other.TopicArn} ${other.Endpoint}`;
    if ([...this.live.values()].some((other) => pair(other) === pair(properties)))
      throw new Error('subscribed already');
    this.#count += 1;
    this.live.set(`arn${this.#count}`, properties);
    return `arn${this.#count}`;
  }

  async unsubscribe(arn: string): Promise<void> {
    if (!this.live.delete(arn)) throw new Error('not subscribed');
  }
}

interface Wish {
  readonly topic: string;
  readonly type: string;
}

const TOPICS = ['t0', 't1', 't2'] as const;
const STACKS = ['s0', 's1', 's2'] as const;

const declared = (stack: string, { topic, type }: Wish) => ({
  id: `Hears${topic}`,
  type: 'AWS::SNS::Subscription',
  ref: 'r',
  att: {},
  properties: { TopicArn: topic, Protocol: 'sqs', Endpoint: stack, FilterPolicy: { type } },
});

const wish = fc.record({ topic: fc.constantFrom(...TOPICS), type: fc.constantFrom('a.v1', 'b.v1') });
const step = fc.oneof(
  fc.record({ announce: fc.constantFrom(...TOPICS) }),
  fc.record({
    stack: fc.constantFrom(...STACKS),
    wishes: fc.uniqueArray(wish, { selector: ({ topic }) => topic }),
  }),
);

describe('subscriptions', () => {
  it('end as last declared, whatever was declared before and in whichever order topics were announced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const topics = new InMemoryTopics();
        const subscriptions = new Subscriptions(topics);
        const last = new Map<string, readonly Wish[]>();
        const take = async (one: (typeof steps)[number]) => {
          if ('announce' in one) {
            subscriptions.announceTopic(one.announce);
            return subscriptions.retryPending();
          }
          last.set(one.stack, one.wishes);
          return subscriptions.apply(
            one.stack,
            one.wishes.map((each) => declared(one.stack, each)),
          );
        };

        for (const one of [...steps, ...TOPICS.map((announce) => ({ announce }))]) await take(one);

        const wanted = [...last].flatMap(([stack, wishes]) => wishes.map((each) => declared(stack, each).properties));
        expect(new Set([...topics.live.values()].map(spell))).toEqual(new Set(wanted.map(spell)));
        expect(topics.live.size).toBe(wanted.length);
        expect(subscriptions.pending()).toEqual([]);
      }),
    );
  });
});

const spell = ({
  TopicArn,
  Endpoint,
  FilterPolicy,
}: Pick<SubscriptionProperties, 'TopicArn' | 'Endpoint' | 'FilterPolicy'>) =>
  `${Endpoint} hears ${JSON.stringify(FilterPolicy)} of ${TopicArn}`;

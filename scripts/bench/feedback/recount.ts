import { lambdaContext } from '../../../packages/testing/src/lambda-context.ts';
import { sqsEvent } from '../../../packages/testing/src/sqs-event.ts';
import { chanceOf } from './chance-of.ts';
import { countByHand, countLinksByHand } from './count-by-hand.ts';
import { engagementEvents } from './engagement-events.ts';
import { foldingInMemory } from './folding-in-memory.ts';
import { bodyOf, type Happening } from './happenings.ts';
import { sendingEvents } from './run-events.ts';

const RUN = 'run_recount';
const BATCH = 500;
/** One recipient in so many has got a second mail. */
const SENT_TWICE = 1 / 200;

/** Everything that happens to the recipients of a run, each one to three times, in any order. */
const deliveries = (recipients: number): readonly Happening[] =>
  [...sendingEvents(recipients).flatMap(withSecondMail), ...engagementEvents(recipients)]
    .flatMap((each) => {
      const about = `${each.eventType} ${each.recipient} ${each.mail ?? 1} ${each.visit?.by} ${each.visit?.link}`;
      const copies = 1 + Math.floor(chanceOf(`copies ${about}`) * 3);
      return Array.from({ length: copies }, (_, n) => ({ ...each, at: chanceOf(`order ${n} ${about}`) }));
    })
    .sort((a, b) => a.at - b.at);

const withSecondMail = (each: Happening): readonly Happening[] =>
  each.eventType === 'Send' && chanceOf(`again ${each.recipient}`) < SENT_TWICE ? [each, { ...each, mail: 2 }] : [each];

/** Has the handlers fold a run that comes repeated and disordered, and counts the same by hand. */
export const recount = async (recipients: number) => {
  const { sending, engagement, report, links } = foldingInMemory();
  const happened = deliveries(recipients);
  for (let n = 0; n < happened.length; n += BATCH) {
    const batch = happened.slice(n, n + BATCH);
    const visits = batch.filter(isVisit);
    await deliver(
      sending,
      batch.filter((each) => !isVisit(each)),
    );
    await deliver(engagement, visits);
  }
  return {
    events: happened.length,
    folded: { ...(await report(RUN)), links: await links(RUN) },
    byHand: { ...countByHand(happened), links: countLinksByHand(happened) },
  };
};

const isVisit = ({ eventType }: Happening): boolean => eventType === 'Open' || eventType === 'Click';

type Folding = ReturnType<typeof foldingInMemory>;

const deliver = async (handler: Folding['sending'], happened: readonly Happening[]): Promise<void> => {
  if (happened.length === 0) return;
  const { batchItemFailures } = await handler(
    sqsEvent(...happened.map((each) => bodyOf(RUN, each, new Date()))),
    lambdaContext,
  );
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} events were handed back`);
};

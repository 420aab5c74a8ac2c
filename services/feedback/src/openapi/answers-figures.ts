import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

const partFigures = {
  delivered: count(),
  hardBounced: count(),
  softBounced: count(),
  undetermined: count(),
  complained: count(),
  rejected: count(),
};

/** Whoever belongs to none that has figures of its own. */
const others = z.object(partFigures);

export const Domains = z.object({
  runId: id(),
  /** Those with most harm first. */
  items: z.array(z.object({ domain: z.string(), ...partFigures })),
  others,
});

export const ImportsOfRun = z.object({
  runId: id(),
  items: z.array(z.object({ importId: z.string(), ...partFigures })),
  others,
});

/** People who followed a link, and those for whom only a machine did. */
const clicks = { clicks: count(), machine: count() };

export const Links = z.object({
  runId: id(),
  /** Those that most people followed first. */
  items: z.array(z.object({ link: z.string(), ...clicks })),
  others: z.object(clicks),
});

export const Clients = z.object({
  runId: id(),
  /** Mail readers, the most used first. */
  items: z.array(
    z.object({
      client: z.enum(['apple', 'gmail', 'outlook', 'yahoo', 'naver', 'daum', 'other']),
      device: z.enum(['desktop', 'mobile', 'unknown']),
      opens: count(),
    }),
  ),
  /** People of whose mail readers nothing is known. */
  unknown: count(),
});

/** So many in so many minutes. */
export const Point = z.object({ from: instant(), minutes: z.int(), count: count() });
const points = () => z.array(Point);

export const Series = z.object({
  runId: id(),
  /** By the name of what is counted, in the order of time. */
  series: z.object({
    sent: points(),
    delivered: points(),
    hardBounced: points(),
    softBounced: points(),
    complained: points(),
    delayed: points(),
    rejected: points(),
    openedByPeople: points(),
    clickedByPeople: points(),
  }),
});

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import * as z from 'zod/mini';

import type { PlacedArrival } from '../domain/placed-arrival.ts';
import { fromNdjson } from './ndjson.ts';

const ArrivalLine = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: z.record(z.string(), z.string()),
  position: z._default(z.int(), 0),
  positions: z.optional(z.record(z.string(), z.int())),
  isRepeated: z.optional(z.literal(true)),
});

const zip = promisify(gzip);

/** One arrival a line, gzipped: read once and soon forgotten, so the least work is worth more than the last bytes. */
export const zipArrivals = (arrivals: readonly PlacedArrival[]): Promise<Buffer> =>
  zip(arrivals.map((arrival) => `${JSON.stringify(arrival)}\n`).join(''), { level: 1 });

export const unzipArrivals = (bytes: Uint8Array): Promise<readonly PlacedArrival[]> => fromNdjson(bytes, ArrivalLine);

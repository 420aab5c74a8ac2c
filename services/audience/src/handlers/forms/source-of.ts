import { createHash, timingSafeEqual } from 'node:crypto';

/** What stands before the API. */
export interface Before {
  /** What the console's distribution shows; empty where there is none. */
  readonly edgeKey: string;
  /** Proxies of the operator's own. */
  readonly proxies: number;
}

interface Asking {
  /** Who asked API Gateway. */
  readonly peer: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isThroughEdge = (edgeKey: string, shown: string | undefined): boolean =>
  edgeKey !== '' && shown !== undefined && timingSafeEqual(digest(shown), digest(edgeKey));

/**
 * Who asked. Each proxy writes whom it heard from to the end of `x-forwarded-for`; what stands before those of ours anybody can
 * have written. Whoever passes the distribution by and asks the API's own address is who API Gateway says.
 */
export const sourceOf = ({ peer, headers }: Asking, { edgeKey, proxies }: Before): string => {
  const known = isThroughEdge(edgeKey, headers['x-bulkhead-edge']) ? 1 : proxies;
  const heard = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  return (known > 0 && heard.at(-1 - known)) || peer;
};

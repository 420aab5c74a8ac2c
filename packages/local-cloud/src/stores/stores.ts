import { isLoopbackOrigin } from '../http/loopback.ts';
import type { Log } from '../log.ts';
import { holdIfNoneMatch, refuseExpired, refuseOtherSites, refuseUnsupported } from './checks.ts';
import { askedByBrowser, type CorsRule, corsHeaders } from './cors.ts';
import { createEmulator, type Emulator, type ObjectFact } from './emulator.ts';
import { type NotificationRule, notificationBody, type ObjectEvent, wants } from './notifications.ts';
import { parseObjectUrl } from './object-url.ts';
import { refuse, type S3Check, type S3Reply, type S3Request } from './s3-hook.ts';

export interface BucketRules {
  readonly notifications: readonly NotificationRule[];
  readonly cors: readonly CorsRule[];
}

interface Wanted {
  readonly region: string;
  readonly log: Log;
}

const NO_RULES: BucketRules = { notifications: [], cors: [] };

/** SQS, SNS and S3 in this process, with what fauxqs lacks: notifications, CORS, large uploads, honest refusals. */
export const createStores = async ({ region, log }: Wanted) => {
  const emulator = await createEmulator(region);
  const { app, objects } = emulator;
  const buckets = new Map<string, BucketRules>();
  const rulesOf = (bucket: string) => buckets.get(bucket) ?? NO_RULES;

  objects.onFact(({ bucket, key, status }) => {
    const event = describe(emulator, { bucket, key, status });
    if (event === undefined) return;
    for (const rule of rulesOf(bucket).notifications.filter((candidate) => wants(candidate, event))) {
      const sent = emulator.send(rule.queueArn, notificationBody(event, { region, at: new Date() }));
      if (!sent) log(`S3 has nobody to tell of a new object in ${bucket}: ${rule.queueArn} does not exist yet`);
    }
  });

  hook(app, (bucket) => rulesOf(bucket).cors, [refuseOtherSites, refuseUnsupported, refuseExpired(() => new Date())]);
  hookBeforeWriting(
    app,
    holdIfNoneMatch((bucket, key) => objects.find(bucket, key) !== undefined),
  );

  return {
    listen: (where: { readonly host: string; readonly port: number }) => app.listen(where),
    configureBucket: (bucket: string, rules: BucketRules) => {
      buckets.set(bucket, rules);
    },
    publish: emulator.publish,
    releasePolls: emulator.releasePolls,
    stop: async (): Promise<void> => {
      emulator.releasePolls();
      await app.close();
    },
  };
};

export type Stores = Awaited<ReturnType<typeof createStores>>;

/** A copy is heard of as a put: fauxqs does not tell them apart at the moment the object exists. */
const describe = ({ objects }: Emulator, { bucket, key, status }: ObjectFact): ObjectEvent | undefined => {
  if (status === 'deleted') return { name: 'ObjectRemoved:Delete', bucket, key };
  if (status !== 'uploaded') return undefined;
  const object = objects.find(bucket, key);
  const name = object?.etag.includes('-') ? 'ObjectCreated:CompleteMultipartUpload' : 'ObjectCreated:Put';

  return { name, bucket, key, size: object?.contentLength, etag: object?.etag };
};

const hook = (app: Emulator['app'], corsOf: (bucket: string) => readonly CorsRule[], checks: readonly S3Check[]) => {
  app.addHook('onRequest', (request: S3Request, reply: S3Reply, done: () => void) => {
    const asked = askedByBrowser(request.method, request.headers);
    const headers = asked && corsHeaders(corsOf(parseObjectUrl(request.url).bucket), asked);
    for (const [name, value] of Object.entries(headers ?? {})) reply.header(name, value);

    const refusal =
      request.method === 'OPTIONS'
        ? preflight(headers)
        : (firstRefusal(checks, request) ?? refuseOtherPage(request, headers));
    if (refusal === 'fine') {
      reply.code(200);
      reply.send();
      return;
    }
    if (refusal !== undefined) {
      refuse(reply, refusal);
      return;
    }
    done();
  });
};

/** Checks when the whole body is there: from then on nothing else happens until fauxqs has written it. */
const hookBeforeWriting = (app: Emulator['app'], check: S3Check) => {
  app.addHook('preHandler', (request: S3Request, reply: S3Reply, done: () => void) => {
    const refusal = check(request);
    if (refusal === undefined) done();
    else refuse(reply, refusal);
  });
};

/** What a page may send without asking first, as forms, is done although it cannot read the answer. */
const refuseOtherPage = ({ headers: { origin } }: S3Request, allowed: Record<string, string> | undefined) =>
  origin === undefined || isLoopbackOrigin(origin) || allowed !== undefined ? undefined : preflight(allowed);

const preflight = (headers: Record<string, string> | undefined) =>
  headers === undefined
    ? { status: 403, code: 'AccessForbidden', message: 'CORSResponse: no rule of the bucket allows this' }
    : ('fine' as const);

const firstRefusal = (checks: readonly S3Check[], request: S3Request) => {
  for (const check of checks) {
    const refusal = check(request);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

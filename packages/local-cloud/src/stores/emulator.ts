import { buildApp } from 'fauxqs';

type Options = NonNullable<Parameters<typeof buildApp>[0]>;
type Parts = NonNullable<Options['stores']>;
type Message = Parameters<NonNullable<ReturnType<Parts['sqsStore']['getQueueByArn']>>['enqueue']>[0];

/** A single PUT may be as large as an upload of ours ever is; fauxqs itself stops at 11 MiB. */
const LARGEST_PUT_BYTES = 1024 ** 3;
const FORM = 'application/x-www-form-urlencoded';

interface QueueModule {
  readonly SqsStore: { new (): Parts['sqsStore']; createMessage(body: string): Message };
}
interface TopicModule {
  readonly SnsStore: new () => Parts['snsStore'];
}
interface ObjectModule {
  readonly S3Store: new () => Parts['s3Store'];
}
interface PublishModule {
  readonly publish: (
    params: { readonly TopicArn: string; readonly Message: string },
    topics: Parts['snsStore'],
    queues: Parts['sqsStore'],
  ) => string;
}

/** What happened to an object, as fauxqs tells its spies. */
export interface ObjectFact {
  readonly bucket: string;
  readonly key: string;
  readonly status: string;
}

/**
 * Builds fauxqs (SQS, SNS, S3) around stores of our own, so that we can hear of objects, send and publish
 * in process, and end long polls when we stop. The classes are not exported by fauxqs: this file is the only
 * one that knows where they lie, and the version is pinned.
 */
export const createEmulator = async (region: string) => {
  const [queueModule, topicModule, objectModule, publishModule] = await loadInternals();
  const sqsStore = new queueModule.SqsStore();
  const snsStore = new topicModule.SnsStore();
  const s3Store = new objectModule.S3Store();
  // Without a host of its own fauxqs answers queue URLs under the address it was asked at, which resolves.
  sqsStore.host = '';
  const app = buildApp({ logger: false, defaultRegion: region, stores: { sqsStore, snsStore, s3Store } });
  acceptLargeBodies(app);

  return {
    app,
    objects: {
      find: (bucket: string, key: string) => {
        try {
          return s3Store.headObject(bucket, key);
        } catch {
          return undefined;
        }
      },
      onFact: (listener: (fact: ObjectFact) => void) => {
        Object.assign(s3Store, { spy: { addMessage: listener } });
      },
    },
    /** Puts a message into a queue; false if there is no such queue yet. */
    send: (queueArn: string, body: string): boolean => {
      const queue = sqsStore.getQueueByArn(queueArn);
      queue?.enqueue(queueModule.SqsStore.createMessage(body));

      return queue !== undefined;
    },
    /** Publishes to a topic. @throws if there is no such topic. */
    publish: (topicArn: string, message: string): void => {
      publishModule.publish({ TopicArn: topicArn, Message: message }, snsStore, sqsStore);
    },
    /** Lets every long poll return at once. */
    releasePolls: () => sqsStore.shutdown(),
  };
};

export type Emulator = Awaited<ReturnType<typeof createEmulator>>;

const loadInternals = () =>
  Promise.all([
    load<QueueModule>('sqs/sqsStore.js'),
    load<TopicModule>('sns/snsStore.js'),
    load<ObjectModule>('s3/s3Store.js'),
    load<PublishModule>('sns/actions/publish.js'),
  ]);

const load = async <Module>(path: string): Promise<Module> => import(new URL(path, import.meta.resolve('fauxqs')).href);

const acceptLargeBodies = (app: ReturnType<typeof buildApp>): void => {
  app.removeContentTypeParser('*');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_PUT_BYTES }, (_request, body, done) => {
    done(null, body);
  });
  takeFormsAsFiles(app);
  // Fastify hands over nothing where a PUT is empty, and fauxqs expects bytes: an empty file is a file.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.method === 'PUT') request.body ??= Buffer.alloc(0);
    done();
  });
};

/** SNS is asked by forms; a PUT is a file whatever it calls itself, and curl calls any file a form. */
const takeFormsAsFiles = (app: ReturnType<typeof buildApp>): void => {
  app.removeContentTypeParser(FORM);
  app.addContentTypeParser(FORM, { parseAs: 'buffer', bodyLimit: LARGEST_PUT_BYTES }, ({ method }, body, done) => {
    done(null, method === 'PUT' ? body : Object.fromEntries(new URLSearchParams(body.toString())));
  });
};

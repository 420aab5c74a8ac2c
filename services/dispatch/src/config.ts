import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const text = () => z.string().check(z.minLength(1));
const number = () =>
  z.pipe(
    text(),
    z.transform((value) => Number(value)),
  );

const Table = z.object({ TABLE_NAME: text() });
const Governing = z.extend(Table, { SENDER_TIMEOUT_SECONDS: number(), KEPT_SHARE: number() });
const Telling = z.extend(Table, { TOPIC_ARN: text() });

const Waves = z.extend(Telling, {
  WAVES_DLQ_URL: z.url(),
  CHUNKS_QUEUE_URL: z.url(),
  QUOTA_LOOKS_QUEUE_URL: z.url(),
  SENDER_TIMEOUT_SECONDS: number(),
  KEPT_SHARE: number(),
});
const Chunks = z.extend(Telling, {
  CHUNKS_QUEUE_URL: z.url(),
  CHUNKS_DLQ_URL: z.url(),
  CONFIGURATION_SET: text(),
  SENDER_TIMEOUT_SECONDS: number(),
  NETWORK_SECONDS: number(),
  SETTLE_SECONDS: number(),
  ASK_SECONDS: number(),
  DOUBT_POLICY: z.enum(['resend', 'leave']),
  SEND_EVENTS: z.pipe(
    z.enum(['true', 'false']),
    z.transform((value) => value === 'true'),
  ),
});
const TestSends = z.extend(Table, {
  TEST_SENDS_DLQ_URL: z.url(),
  CONFIGURATION_SET: text(),
  SENDER_TIMEOUT_SECONDS: number(),
});

const Confirmations = z.extend(Table, {
  CONFIRMATIONS_DLQ_URL: z.url(),
  CONFIGURATION_SET: text(),
  SENDER_TIMEOUT_SECONDS: number(),
});

export const loadWavesConfig = () => readConfig(Waves, process.env);
export const loadChunksConfig = () => readConfig(Chunks, process.env);
export const loadTestSendsConfig = () => readConfig(TestSends, process.env);
export const loadConfirmationsConfig = () => readConfig(Confirmations, process.env);
export const loadQuotaConfig = () => readConfig(z.extend(Governing, { QUOTA_LOOKS_QUEUE_URL: z.url() }), process.env);
export const loadQuotaLooksConfig = () =>
  readConfig(z.extend(Governing, { QUOTA_LOOKS_DLQ_URL: z.url() }), process.env);
export const loadRunControlsConfig = () =>
  readConfig(z.extend(Table, { CHUNKS_QUEUE_URL: z.url(), RUN_CONTROLS_DLQ_URL: z.url() }), process.env);
export const loadSuppressionsConfig = () => readConfig(z.extend(Table, { SUPPRESSIONS_DLQ_URL: z.url() }), process.env);
export const loadContactExportsConfig = () =>
  readConfig(z.extend(Telling, { CONTACT_EXPORTS_DLQ_URL: z.url() }), process.env);
export const loadReceiptsConfig = () => readConfig(z.extend(Table, { RECEIPTS_DLQ_URL: z.url() }), process.env);
export const loadSweepConfig = () =>
  readConfig(z.extend(Table, { CHUNKS_QUEUE_URL: z.url(), SETTLE_SECONDS: number() }), process.env);
export const loadReaderConfig = () => readConfig(Table, process.env);

/** Console's queue, which is told who did what: the same name for every function that answers people. */
export const loadAuditConfig = () => readConfig(z.object({ AUDIT_QUEUE_URL: z.url() }), process.env);

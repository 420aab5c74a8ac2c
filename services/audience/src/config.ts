import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const name = () => z.string().check(z.minLength(1));
const url = () => z.url();

const Tables = z.object({ TABLE_NAME: name() });
const Files = z.object({ TABLE_NAME: name(), BUCKET_NAME: name() });
const ConsentSender = z.object({ TABLE_NAME: name(), CONSENTS_QUEUE_URL: url() });
const ImportStarter = z.object({ TABLE_NAME: name(), BUCKET_NAME: name(), UPLOADS_QUEUE_URL: url() });
const FileReader = z.object({
  TABLE_NAME: name(),
  BUCKET_NAME: name(),
  CONTACT_WRITES_QUEUE_URL: url(),
  UPLOADS_DLQ_URL: url(),
});
const ChunkWriter = z.object({ TABLE_NAME: name(), BUCKET_NAME: name(), CONTACT_WRITES_DLQ_URL: url() });
const SnapshotRequester = z.object({
  TABLE_NAME: name(),
  BUCKET_NAME: name(),
  TOPIC_ARN: name(),
  SNAPSHOT_PARTS_QUEUE_URL: url(),
  SNAPSHOTS_QUEUE_URL: url(),
  SNAPSHOTS_DLQ_URL: url(),
});
const PartTaker = z.object({
  TABLE_NAME: name(),
  BUCKET_NAME: name(),
  TOPIC_ARN: name(),
  SNAPSHOT_PARTS_DLQ_URL: url(),
  /** Where the world reaches the API if not at `API_URL`: the address of a distribution or a domain. Empty if it is the same. */
  PUBLIC_URL: z.string(),
  API_URL: url(),
});
const EngagementKeeper = z.object({ TABLE_NAME: name(), DLQ_URL: url() });
/** Where the world reaches the API: `PUBLIC_URL` if it is set, else `API_URL`. */
const pages = { PUBLIC_URL: z.string(), API_URL: url() };
const Forms = z.object({ TABLE_NAME: name(), ...pages });
const FormTaker = z.object({
  TABLE_NAME: name(),
  SUBSCRIPTIONS_QUEUE_URL: url(),
  /** What CloudFront shows whom it stands before; empty where it does not. */
  EDGE_KEY: z.string(),
  /** Other proxies of ours before the API, each of which writes into `x-forwarded-for`. */
  PROXIES: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(5)),
});
const Subscriber = z.object({
  TABLE_NAME: name(),
  BUCKET_NAME: name(),
  TOPIC_ARN: name(),
  SUBSCRIPTIONS_DLQ_URL: url(),
  ...pages,
});
const Confirmations = z.object({ TABLE_NAME: name(), SUBSCRIPTIONS_QUEUE_URL: url() });
const ExportSender = z.object({ TABLE_NAME: name(), CONTACT_EXPORTS_QUEUE_URL: url() });
const ExportGatherer = z.object({ TABLE_NAME: name(), BUCKET_NAME: name(), TOPIC_ARN: name(), DLQ_URL: url() });
const ConsentKeeper = z.object({ TABLE_NAME: name(), TOPIC_ARN: name(), DLQ_URL: url() });
const Outcomes = z.extend(ConsentKeeper, {
  /** So many mails in a row, over so many days, must come back until an address gets no more mail. */
  SOFT_BOUNCES: z.coerce.number().check(z.int(), z.minimum(2), z.maximum(15)),
  SOFT_BOUNCE_DAYS: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(60)),
});

/** What each kind of function finds in its environment. */
export const loadTablesConfig = () => readConfig(Tables, process.env);
export const loadFilesConfig = () => readConfig(Files, process.env);
export const loadConsentSenderConfig = () => readConfig(ConsentSender, process.env);
export const loadImportStarterConfig = () => readConfig(ImportStarter, process.env);
export const loadFileReaderConfig = () => readConfig(FileReader, process.env);
export const loadChunkWriterConfig = () => readConfig(ChunkWriter, process.env);
export const loadSnapshotRequesterConfig = () => readConfig(SnapshotRequester, process.env);
export const loadPartTakerConfig = () => readConfig(PartTaker, process.env);
export const loadEngagementKeeperConfig = () => readConfig(EngagementKeeper, process.env);
export const loadExportSenderConfig = () => readConfig(ExportSender, process.env);
export const loadExportGathererConfig = () => readConfig(ExportGatherer, process.env);
export const loadOutcomesConfig = () => readConfig(Outcomes, process.env);
export const loadConsentKeeperConfig = () => readConfig(ConsentKeeper, process.env);
export const loadFormsConfig = () => readConfig(Forms, process.env);
export const loadLinkChecksConfig = () => readConfig(Forms, process.env);
export const loadFormTakerConfig = () => readConfig(FormTaker, process.env);
export const loadConfirmationsConfig = () => readConfig(Confirmations, process.env);
export const loadSubscriberConfig = () => readConfig(Subscriber, process.env);

/** Console's queue, which is told who did what: the same name for every function that answers people. */
export const loadAuditConfig = () => readConfig(z.object({ AUDIT_QUEUE_URL: z.url() }), process.env);

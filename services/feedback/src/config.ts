import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const Reporting = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) });
/** `SEND_EVENTS` is told to whoever draws the sum of a run. */
const Reports = z.extend(Reporting, { SEND_EVENTS: z._default(z.enum(['true', 'false']), 'true') });
const Folding = z.extend(Reporting, { TOPIC_ARN: z.string().check(z.startsWith('arn:')) });
const seconds = () =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,4}$/, 'must be a number of seconds')),
    z.transform((digits: string) => Number(digits)),
  );
const bounds = { DRAIN_SECONDS: seconds(), FIGURES_SECONDS: seconds(), HIDDEN_SECONDS: seconds() };
const SesEvents = z.extend(Folding, {
  STRANGERS_QUEUE_URL: z.url(),
  SES_EVENTS_DLQ_URL: z.url(),
  /** What happens at SES's mailbox simulator: kept apart from rates and suppressions, or counted as if people were there. */
  SIMULATED_MAIL: z.enum(['apart', 'counted']),
  ...bounds,
});
const Engagement = z.extend(Folding, {
  ENGAGEMENT_DLQ_URL: z.url(),
  STRANGERS_QUEUE_URL: z.url(),
  INSTANT_SECONDS: seconds(),
});
const NotingRuns = z.extend(Reporting, { RUNS_DLQ_URL: z.url() });
const ContactExports = z.extend(Folding, { CONTACT_EXPORTS_DLQ_URL: z.url() });
const RunExportSending = z.extend(Reporting, { RUN_EXPORTS_QUEUE_URL: z.url() });
const RunExportReading = z.extend(Reporting, { BUCKET_NAME: z.string().check(z.minLength(1)) });
const Recipients = z.extend(Reporting, { AUDIENCE_BUCKET_NAME: z.string().check(z.minLength(1)) });
const RunExportBuilding = z.extend(RunExportReading, {
  AUDIENCE_BUCKET_NAME: z.string().check(z.minLength(1)),
  RUN_EXPORTS_DLQ_URL: z.url(),
});
const Receipts = z.extend(Folding, {
  SES_EVENTS_QUEUE_URL: z.url(),
  SES_EVENTS_DLQ_URL: z.url(),
  RECEIPT_REQUESTS_QUEUE_URL: z.url(),
  RECEIPT_REQUESTS_DLQ_URL: z.url(),
  ...bounds,
});

/** Each function has the environment that it needs, and no more. */
export const loadReportingConfig = () => readConfig(Reports, process.env);
export const loadRecipientsConfig = () => readConfig(Recipients, process.env);
export const loadSesEventsConfig = () => readConfig(SesEvents, process.env);
export const loadEngagementConfig = () => readConfig(Engagement, process.env);
export const loadRunsConfig = () => readConfig(NotingRuns, process.env);
export const loadContactExportsConfig = () => readConfig(ContactExports, process.env);
export const loadReceiptsConfig = () => readConfig(Receipts, process.env);
export const loadRunExportSendingConfig = () => readConfig(RunExportSending, process.env);
export const loadRunExportReadingConfig = () => readConfig(RunExportReading, process.env);
export const loadRunExportBuildingConfig = () => readConfig(RunExportBuilding, process.env);

/** Console's queue, which is told who did what: the same name for every function that answers people. */
export const loadAuditConfig = () => readConfig(z.object({ AUDIT_QUEUE_URL: z.url() }), process.env);

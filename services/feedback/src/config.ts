import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const Reporting = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) });
const Folding = z.extend(Reporting, { TOPIC_ARN: z.string().check(z.startsWith('arn:')) });
const SesEvents = z.extend(Folding, { SES_EVENTS_DLQ_URL: z.url() });
const Engagement = z.extend(Folding, { ENGAGEMENT_DLQ_URL: z.url() });
const NotingRuns = z.extend(Reporting, { RUNS_DLQ_URL: z.url() });

/** Each function has the environment that it needs, and no more. */
export const loadReportingConfig = () => readConfig(Reporting, process.env);
export const loadSesEventsConfig = () => readConfig(SesEvents, process.env);
export const loadEngagementConfig = () => readConfig(Engagement, process.env);
export const loadRunsConfig = () => readConfig(NotingRuns, process.env);

import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const Stage = z.object({ STAGE: z.string().check(z.minLength(1)) });

export const loadStageConfig = () => readConfig(Stage, process.env);

/** Console's queue, which is told who did what: the same name for every function that answers people. */
export const loadAuditConfig = () => readConfig(z.object({ AUDIT_QUEUE_URL: z.url() }), process.env);

const Table = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) });

export const loadTableConfig = () => readConfig(Table, process.env);

export const loadDeedKeeperConfig = () => readConfig(z.extend(Table, { AUDIT_DLQ_URL: z.url() }), process.env);

/** Where API keys and signing keys are kept. */
export const loadAccessConfig = () =>
  readConfig(z.object({ ACCESS_TABLE_NAME: z.string().check(z.minLength(1)) }), process.env);

/** What our tokens say of where they come from. */
const Issuer = z.object({ TOKEN_ISSUER: z.url() });

export const loadIssuerConfig = () => readConfig(Issuer, process.env);

/** Where people sign in, and as which client the web app sends them there. */
export const loadSignInConfig = () =>
  readConfig(
    z.extend(Issuer, {
      SIGN_IN_ISSUER: z.url(),
      SIGN_IN_CLIENT_ID: z.string().check(z.minLength(1)),
      /** Empty where the issuer names groups as most do. */
      SIGN_IN_GROUPS_CLAIM: z.string(),
    }),
    process.env,
  );

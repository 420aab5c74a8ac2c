import type { Api } from '@bulkhead/openapi';

import { Comparison } from './answers-comparison.ts';
import { Clients, Domains, ImportsOfRun, Links, Point, Series } from './answers-figures.ts';
import { Recipients, RequestedExport, RunExport } from './answers-recipients.ts';
import { Reputation } from './answers-reputation.ts';
import { BounceCategory, Reconciliation, Report, RunListed, RunPage } from './answers-runs.ts';
import { operations } from './operations.ts';

/** Everything that feedback offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'feedback',
  description: 'What happened to mails: reports of runs, and files that name everybody.',
  schemas: {
    BounceCategory,
    Clients,
    Comparison,
    Domains,
    ImportsOfRun,
    Links,
    Point,
    Recipients,
    Reconciliation,
    Report,
    Reputation,
    RequestedExport,
    RunExport,
    RunListed,
    RunPage,
    Series,
  },
  operations,
};

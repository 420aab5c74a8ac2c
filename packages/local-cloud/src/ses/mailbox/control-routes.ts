import * as z from 'zod/mini';

import type { Account } from '../account/account.ts';
import type { Postman } from '../events/postman.ts';
import type { Publisher } from '../events/publisher.ts';
import type { Faults } from '../faults.ts';
import { AccountSettings, FaultSettings } from '../rules/rules.ts';
import type { SummaryAnswer } from './answers.ts';
import { type Asked, readJson, sendJson } from './http.ts';
import type { Mailbox } from './mailbox.ts';

export interface Controls {
  readonly mailbox: Mailbox;
  readonly account: Account;
  readonly faults: Faults;
  readonly publisher: Publisher;
  readonly postman: Postman;
}

/** Figures and switches of the simulator as JSON. */
export const controlRoutes = ({ mailbox, account, faults, publisher, postman }: Controls) => ({
  summary: ({ query, response }: Asked): void => {
    const run = query.get('run') ?? undefined;
    const events = { eventsPending: postman.due + publisher.waiting, eventsLost: publisher.lost };
    const figures: SummaryAnswer = { ...mailbox.summary(run), runs: mailbox.runs() };
    sendJson(response, { ...figures, ...events });
  },

  settings: ({ response }: Asked): void => {
    const { sentLast24Hours } = account.quota();
    sendJson(response, { ...account.settings, sentLast24Hours });
  },

  changeSettings: async ({ request, response }: Asked): Promise<void> => {
    const changes = await readJson(request, z.partial(AccountSettings));
    sendJson(response, account.change(z.parse(AccountSettings, { ...account.settings, ...changes })));
  },

  faults: ({ response }: Asked): void => sendJson(response, faults.settings),

  changeFaults: async ({ request, response }: Asked): Promise<void> => {
    const changes = await readJson(request, z.partial(FaultSettings));
    sendJson(response, faults.change(z.parse(FaultSettings, { ...faults.settings, ...changes })));
  },
});

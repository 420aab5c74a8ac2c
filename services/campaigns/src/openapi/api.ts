import type { Api } from '@bulkhead/openapi';

import {
  Campaign,
  CampaignPage,
  Media,
  MediaPage,
  Preview,
  Run,
  RunNamed,
  Template,
  TemplateLine,
  TemplatePage,
} from './answers.ts';
import { RunContent } from './answers-content.ts';
import { Check, Preflight } from './answers-preflight.ts';
import { Sender, SenderPage } from './answers-senders.ts';
import { TimelineWave } from './answers-timeline.ts';
import { campaignOperations } from './campaigns.ts';
import { imageOperations } from './images.ts';
import { mediaOperations } from './media.ts';
import { runOperations } from './runs.ts';
import { senderOperations } from './senders.ts';
import { templateOperations } from './templates.ts';

/** Everything that campaigns offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'campaigns',
  description: 'What is sent to whom, and when: campaigns, templates, files for mails, senders, runs.',
  schemas: {
    Campaign,
    CampaignPage,
    Check,
    Media,
    MediaPage,
    Preflight,
    Preview,
    Run,
    RunContent,
    RunNamed,
    Sender,
    SenderPage,
    Template,
    TemplateLine,
    TemplatePage,
    TimelineWave,
  },
  operations: [
    ...campaignOperations,
    ...templateOperations,
    ...mediaOperations,
    ...imageOperations,
    ...runOperations,
    ...senderOperations,
  ],
};

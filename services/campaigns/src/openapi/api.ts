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
import { campaignOperations } from './campaigns.ts';
import { mediaOperations } from './media.ts';
import { runOperations } from './runs.ts';
import { templateOperations } from './templates.ts';

/** Everything that campaigns offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'campaigns',
  description: 'What is sent to whom, and when: campaigns, templates, files for mails, runs.',
  schemas: { Campaign, CampaignPage, Media, MediaPage, Preview, Run, RunNamed, Template, TemplateLine, TemplatePage },
  operations: [...campaignOperations, ...templateOperations, ...mediaOperations, ...runOperations],
};

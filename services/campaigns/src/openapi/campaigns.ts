import type { Operation } from '@bulkhead/openapi';

import { CampaignsQuery } from '../handlers/list-campaigns.ts';
import { PreflightQuery } from '../handlers/preflight-shapes.ts';
import { ScheduleBody } from '../handlers/schedule-shapes.ts';
import { CampaignBody, CampaignPath, PreviewBody, TestBody } from '../handlers/shapes.ts';
import { Campaign, CampaignNamed, CampaignPage, Preview, RunNamed, TestNamed } from './answers.ts';
import { Preflight } from './answers-preflight.ts';

const senderOrAudience = [
  'sender_unclear',
  'sender_by_hand',
  'sender_not_found',
  'template_not_found',
  'sender_name_unusable',
  'sender_name_deceptive',
  'address_unusable',
  'left_out_and_mailed',
  'window_unusable',
];
const files = [
  'sender_not_found',
  'template_not_found',
  'media_missing',
  'media_not_shown',
  'too_many_files',
  'message_too_large',
  'media_not_uploaded',
  'media_differs',
];
const sendTimes = [
  'send_time_unclear',
  'send_time_too_far',
  'send_time_too_close',
  'time_zone_unknown',
  'local_time_past',
  'local_time_too_far',
];
const notFound = ['campaign_not_found'];

export const campaignOperations: readonly Operation[] = [
  {
    operationId: 'createCampaign',
    route: 'POST /api/campaigns/campaigns',
    role: 'author',
    summary: 'Plans a campaign, as a draft.',
    body: CampaignBody,
    answers: { 201: { schema: Campaign, etag: true } },
    problems: { 422: senderOrAudience },
  },
  {
    operationId: 'listCampaigns',
    route: 'GET /api/campaigns/campaigns',
    role: 'viewer',
    summary: 'Lists campaigns, the newest first: all, or those of some statuses: ?status=sending,held.',
    query: CampaignsQuery,
    answers: { 200: { schema: CampaignPage } },
  },
  {
    operationId: 'getCampaign',
    route: 'GET /api/campaigns/campaigns/{campaignId}',
    role: 'viewer',
    summary: 'Shows a campaign.',
    path: CampaignPath,
    answers: { 200: { schema: Campaign, etag: true } },
    problems: { 404: notFound },
  },
  {
    operationId: 'updateCampaign',
    route: 'PUT /api/campaigns/campaigns/{campaignId}',
    role: 'author',
    summary: 'Changes a draft.',
    path: CampaignPath,
    body: CampaignBody,
    ifMatch: 'required',
    answers: { 200: { schema: Campaign, etag: true } },
    problems: { 404: notFound, 409: ['not_editable'], 422: senderOrAudience },
  },
  {
    operationId: 'deleteCampaign',
    route: 'DELETE /api/campaigns/campaigns/{campaignId}',
    role: 'author',
    summary: 'Deletes a draft.',
    path: CampaignPath,
    ifMatch: 'optional',
    answers: { 204: {} },
    problems: { 404: notFound, 409: ['not_editable'] },
  },
  {
    operationId: 'previewCampaign',
    route: 'POST /api/campaigns/campaigns/{campaignId}/preview',
    role: 'viewer',
    summary: 'Shows the mail that a contact with these merge fields would get.',
    path: CampaignPath,
    body: PreviewBody,
    answers: { 200: { schema: Preview } },
    problems: { 404: notFound, 422: ['sender_not_found', 'template_not_found', 'not_renderable'] },
  },
  {
    operationId: 'preflightCampaign',
    route: 'GET /api/campaigns/campaigns/{campaignId}/preflight',
    role: 'viewer',
    summary: 'Looks at everything that may go wrong with a campaign. Nothing of level `stop` may be launched.',
    path: CampaignPath,
    query: PreflightQuery,
    answers: { 200: { schema: Preflight } },
    problems: { 404: notFound },
  },
  {
    operationId: 'sendTest',
    route: 'POST /api/campaigns/campaigns/{campaignId}/test-sends',
    role: 'author',
    summary: 'Sends the mail to up to ten addresses, for a look at it.',
    path: CampaignPath,
    body: TestBody,
    answers: { 202: { schema: TestNamed, description: 'The mails will be sent.' } },
    problems: { 404: notFound, 422: ['recipient_unusable', ...files] },
  },
  {
    operationId: 'launchCampaign',
    route: 'POST /api/campaigns/campaigns/{campaignId}/launch',
    role: 'sender',
    summary: 'Sends a campaign now.',
    path: CampaignPath,
    ifMatch: 'optional',
    answers: { 202: { schema: RunNamed, description: 'The run begins within seconds.' } },
    problems: { 404: notFound, 409: ['not_launchable', 'preflight_failed'], 422: files },
  },
  {
    operationId: 'scheduleCampaign',
    route: 'POST /api/campaigns/campaigns/{campaignId}/schedule',
    role: 'sender',
    summary: 'Sends a draft at a time, or when clocks where its recipients are show a time.',
    path: CampaignPath,
    body: ScheduleBody,
    ifMatch: 'optional',
    answers: { 202: { schema: RunNamed, description: 'The campaign will be scheduled.' } },
    problems: {
      404: notFound,
      409: ['not_schedulable', 'about_to_start', 'local_time_and_window', 'preflight_failed'],
      422: [...sendTimes, ...files],
    },
  },
  {
    operationId: 'unscheduleCampaign',
    route: 'DELETE /api/campaigns/campaigns/{campaignId}/schedule',
    role: 'sender',
    summary: 'Takes the send time back: the campaign is a draft again.',
    path: CampaignPath,
    ifMatch: 'optional',
    answers: { 202: { schema: CampaignNamed, description: 'The send time will be taken back.' } },
    problems: { 404: notFound, 409: ['not_scheduled', 'about_to_start'] },
  },
];

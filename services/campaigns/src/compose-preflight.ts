import { setTimeout as sleep } from 'node:timers/promises';
import { SESClient } from '@aws-sdk/client-ses';
import { createLog } from '@bulkhead/lambda-kit';
import { S3Bucket } from '@bulkhead/lambda-kit/aws';
import { deriveText } from './adapters/derive-text.ts';
import { noTexts, ResolvedTexts } from './adapters/dns-texts.ts';
import { DynamoCampaigns } from './adapters/dynamo-campaigns.ts';
import { DynamoMedia } from './adapters/dynamo-media.ts';
import { DynamoQuotaNotes } from './adapters/dynamo-quota-notes.ts';
import { DynamoSenders } from './adapters/dynamo-senders.ts';
import { DynamoTemplates } from './adapters/dynamo-templates.ts';
import { measureRendering } from './adapters/measure-rendering.ts';
import { readLinks } from './adapters/read-links.ts';
import { S3MediaFiles } from './adapters/s3-media-files.ts';
import { SesAccount } from './adapters/ses-account.ts';
import { makeFindObjection } from './application/mail-account.ts';
import { makePreflightCampaign } from './application/preflight.ts';
import { makeRequestLaunch, makeRequestSchedule } from './application/request-changes.ts';
import { makeSharedAccount } from './application/shared-account.ts';
import { clock, composeCommands, composeHttpEdge, composeTable } from './composition.ts';
import { loadBucketConfig, loadStageConfig } from './config.ts';

const composeAccount = () => new SesAccount(new SESClient({}), createLog());

/** Asking for a campaign to be sent, now or later. */
export const composeLaunching = () => {
  const table = composeTable();
  const findObjection = makeFindObjection({ senders: new DynamoSenders(table), account: composeAccount() });
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    media: new DynamoMedia(table),
    commands: composeCommands(),
    findObjection,
    clock,
  };
  return {
    edge: composeHttpEdge(),
    requestLaunch: makeRequestLaunch(needs),
    requestSchedule: makeRequestSchedule(needs),
  };
};

/** Looking at what may go wrong with a campaign. */
export const composePreflight = () => {
  const table = composeTable();
  const isLocalStage = loadStageConfig().STAGE === 'local';
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    senders: new DynamoSenders(table),
    media: new DynamoMedia(table),
    files: new S3MediaFiles(new S3Bucket(loadBucketConfig().BUCKET_NAME)),
    account: makeSharedAccount({ account: composeAccount(), notes: new DynamoQuotaNotes(table), clock, pause: sleep }),
    dns: isLocalStage ? noTexts : new ResolvedTexts(),
    readLinks,
    deriveText,
    measureRendering,
    clock,
    isLocalStage,
  };
  return { edge: composeHttpEdge(), preflightCampaign: makePreflightCampaign(needs) };
};

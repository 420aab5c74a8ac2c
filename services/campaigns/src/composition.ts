import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters, type Edge, type HttpEdge, type QueueEdge } from '@bulkhead/lambda-kit';
import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands, SqsDeadLetters, SqsDeeds } from '@bulkhead/lambda-kit/aws';
import { deriveText } from './adapters/derive-text.ts';
import { DynamoCampaigns } from './adapters/dynamo-campaigns.ts';
import { DynamoControls } from './adapters/dynamo-controls.ts';
import { DynamoImages } from './adapters/dynamo-images.ts';
import { DynamoMedia } from './adapters/dynamo-media.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { DynamoSenders } from './adapters/dynamo-senders.ts';
import { DynamoTemplates } from './adapters/dynamo-templates.ts';
import { DynamoWaves } from './adapters/dynamo-waves.ts';
import { LiquidjsChecker } from './adapters/liquid-checker.ts';
import { LiquidjsRenderer } from './adapters/liquid-renderer.ts';
import { newId } from './adapters/new-id.ts';
import { QueuedCommands } from './adapters/queued-commands.ts';
import { S3Exchange } from './adapters/s3-exchange.ts';
import { S3MediaFiles } from './adapters/s3-media-files.ts';
import { S3PublicImages } from './adapters/s3-public-images.ts';
import { SnsAnnouncements } from './adapters/sns-announcements.ts';
import type { Table } from './adapters/table.ts';
import { makeCreateCampaign, makeDeleteCampaign, makeUpdateCampaign } from './application/campaigns.ts';
import { makeAddImage, makeListImages, makeRemoveImage } from './application/images.ts';
import { makeAddMedia, makeGetMedia, makeRemoveMedia } from './application/media.ts';
import { makePreviewCampaign } from './application/preview-campaign.ts';
import { makePreviewTemplate } from './application/preview-template.ts';
import { makeRequestCompletion, makeRequestRetry } from './application/request-attempt.ts';
import { makeRequestControl, makeRequestUnschedule } from './application/request-changes.ts';
import { makeSendTemplateTest } from './application/send-template-test.ts';
import { makeSendTest } from './application/send-test.ts';
import { makeDeleteSender, makePutSender } from './application/senders.ts';
import { makeShowRun } from './application/show-run.ts';
import { makeCreateTemplate, makeDeleteTemplate, makeUpdateTemplate } from './application/templates.ts';
import {
  loadAuditConfig,
  loadBucketConfig,
  loadCommandsConfig,
  loadDeadLettersConfig,
  loadImageListConfig,
  loadImagesConfig,
  loadTableConfig,
  loadTopicConfig,
} from './config.ts';

/*
 * The only files that say `new` to an AWS client: this one, and those beside it whose names begin with `compose-`. One function for each kind of Lambda, so that a bundle holds the clients
 * that it uses and no others.
 */

export const clock = { now: () => new Date() };

export const composeEdge = (): Edge => ({ log: createLog(), meters: createMeters() });

export const composeHttpEdge = (): HttpEdge => ({
  ...composeEdge(),
  deeds: new SqsDeeds(new SqsCommands(new SqsApi(), loadAuditConfig().AUDIT_QUEUE_URL), 'campaigns'),
});

export const composeQueueEdge = (): QueueEdge => ({
  ...composeEdge(),
  deadLetters: new SqsDeadLetters(new SqsApi(), loadDeadLettersConfig().DLQ_URL),
});

export const composeTable = (): Table => ({
  db: DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
  name: loadTableConfig().TABLE_NAME,
});

export const composeAnnouncements = () =>
  new SnsAnnouncements(new SnsEvents(new SnsApi(), loadTopicConfig().TOPIC_ARN), clock);

export const composeCommands = () =>
  new QueuedCommands(new SqsCommands(new SqsApi(), loadCommandsConfig().COMMANDS_QUEUE_URL), clock);

export const composeExchange = () => new S3Exchange(new S3Bucket(loadBucketConfig().BUCKET_NAME));

/** Reading, listing and deleting templates and campaigns. */
export const composeReading = () => {
  const table = composeTable();
  const campaigns = new DynamoCampaigns(table);
  const templates = new DynamoTemplates(table);
  return {
    edge: composeHttpEdge(),
    campaigns,
    templates,
    media: new DynamoMedia(table),
    senders: new DynamoSenders(table),
    deleteCampaign: makeDeleteCampaign({ campaigns }),
    deleteTemplate: makeDeleteTemplate({ templates }),
    showRun: makeShowRun({ runs: new DynamoRuns(table), waves: new DynamoWaves(table), clock }),
  };
};

/** Writing templates. */
export const composeTemplates = () => {
  const table = composeTable();
  const needs = {
    templates: new DynamoTemplates(table),
    liquid: new LiquidjsChecker(),
    media: new DynamoMedia(table),
  };
  return {
    edge: composeHttpEdge(),
    createTemplate: makeCreateTemplate({ ...needs, newId: () => newId('tpl') }),
    updateTemplate: makeUpdateTemplate(needs),
  };
};

/** Setting up senders. */
export const composeSenders = () => {
  const senders = new DynamoSenders(composeTable());
  return {
    edge: composeHttpEdge(),
    putSender: makePutSender({ senders }),
    deleteSender: makeDeleteSender({ senders }),
  };
};

/** Files for mails. */
export const composeMedia = () => {
  const media = new DynamoMedia(composeTable());
  const needs = { media, files: new S3MediaFiles(new S3Bucket(loadBucketConfig().BUCKET_NAME)) };
  return {
    edge: composeHttpEdge(),
    addMedia: makeAddMedia({ ...needs, newId: () => newId('med') }),
    getMedia: makeGetMedia(needs),
    removeMedia: makeRemoveMedia(needs),
  };
};

/** Pictures that mails load from the web. */
export const composeImages = () => {
  const { BUCKET_NAME: bucket, IMAGES_ORIGIN: origin } = loadImagesConfig();
  const needs = { shelf: new DynamoImages(composeTable()), images: new S3PublicImages(new S3Bucket(bucket)) };
  return {
    edge: composeHttpEdge(),
    addImage: makeAddImage({ ...needs, newId: () => newId('img'), origin }),
    removeImage: makeRemoveImage(needs),
  };
};

export const composeImageList = () => {
  const { IMAGES_ORIGIN: origin } = loadImageListConfig();
  return { edge: composeHttpEdge(), listImages: makeListImages({ shelf: new DynamoImages(composeTable()), origin }) };
};

/** Showing what becomes of a template. */
export const composePreviews = () => {
  const table = composeTable();
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    senders: new DynamoSenders(table),
  };
  return {
    edge: composeHttpEdge(),
    previewCampaign: makePreviewCampaign({ ...needs, liquid: new LiquidjsRenderer(), deriveText }),
  };
};

/** Showing what becomes of content while it is written. Knows nobody and keeps nothing. */
export const composeTemplatePreviews = () => ({
  edge: composeHttpEdge(),
  previewTemplate: makePreviewTemplate({ checker: new LiquidjsChecker(), renderer: new LiquidjsRenderer() }),
});

/** Writing campaigns. */
export const composeWriting = () => {
  const table = composeTable();
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    media: new DynamoMedia(table),
    senders: new DynamoSenders(table),
  };
  return {
    edge: composeHttpEdge(),
    createCampaign: makeCreateCampaign({ ...needs, newId: () => newId('cmp') }),
    updateCampaign: makeUpdateCampaign(needs),
  };
};

/** Asking for what others must hear of. */
export const composeRequests = () => {
  const table = composeTable();
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    media: new DynamoMedia(table),
    commands: composeCommands(),
    clock,
  };
  return {
    edge: composeHttpEdge(),
    requestUnschedule: makeRequestUnschedule(needs),
    requestControl: makeRequestControl({ ...needs, controls: new DynamoControls(table) }),
    requestRetry: makeRequestRetry(needs),
    requestCompletion: makeRequestCompletion({ ...needs, runs: new DynamoRuns(table) }),
  };
};

/** Asking for a test. */
export const composeTests = () => {
  const table = composeTable();
  const campaigns = new DynamoCampaigns(table);
  const templates = new DynamoTemplates(table);
  const needs = {
    campaigns,
    templates,
    exchange: composeExchange(),
    commands: composeCommands(),
    deriveText,
    media: new DynamoMedia(table),
    senders: new DynamoSenders(table),
  };
  return { edge: composeHttpEdge(), sendTest: makeSendTest({ ...needs, newId: () => newId('tst') }) };
};

/** Asking for a test of a template. */
export const composeTemplateTests = () => {
  const table = composeTable();
  const needs = {
    templates: new DynamoTemplates(table),
    senders: new DynamoSenders(table),
    media: new DynamoMedia(table),
    exchange: composeExchange(),
    commands: composeCommands(),
    deriveText,
  };
  return { edge: composeHttpEdge(), sendTemplateTest: makeSendTemplateTest({ ...needs, newId }) };
};

import { composeRefreshQuota } from '../composition.ts';
import { refreshQuotaHandler } from './on-schedule.ts';

const { refreshQuota, edge } = composeRefreshQuota();

export const handler = refreshQuotaHandler(refreshQuota, edge);

import { composeRefreshQuota } from '../compose-quota.ts';
import { refreshQuotaHandler } from './on-schedule.ts';

const { refreshQuota, edge } = composeRefreshQuota();

export const handler = refreshQuotaHandler(refreshQuota, edge);

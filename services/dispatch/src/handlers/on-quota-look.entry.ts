import { composeFollowQuota } from '../compose-quota.ts';
import { onQuotaLook } from './on-quota-look.ts';

const { followQuota, edge } = composeFollowQuota();

export const handler = onQuotaLook(followQuota, edge);

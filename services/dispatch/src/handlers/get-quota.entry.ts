import { composeReaders } from '../composition.ts';
import { getQuota } from './get-quota.ts';

const { governors, edge } = composeReaders();

export const handler = getQuota(governors, edge);

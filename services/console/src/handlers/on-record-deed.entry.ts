import { composeDeedKeeper } from '../compose-audit.ts';
import { onRecordDeed } from './on-record-deed.ts';

const { deeds, edge } = composeDeedKeeper();

export const handler = onRecordDeed(deeds, edge);

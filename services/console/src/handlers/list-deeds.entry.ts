import { composeDeedReader } from '../compose-audit.ts';
import { listDeeds } from './list-deeds.ts';

const { deeds, edge } = composeDeedReader();

export const handler = listDeeds(deeds, edge);

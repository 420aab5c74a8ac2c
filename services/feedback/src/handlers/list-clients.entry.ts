import { composeReporting } from '../composition.ts';
import { listClients } from './list-clients.ts';

const { readClients, edge } = composeReporting();

export const handler = listClients(readClients, edge);

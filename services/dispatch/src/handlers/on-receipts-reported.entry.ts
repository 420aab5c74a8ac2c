import { composeReceipts } from '../composition.ts';
import { onReceiptsReported } from './on-receipts-reported.ts';

const { evidences, edge } = composeReceipts();

export const handler = onReceiptsReported(evidences, edge);

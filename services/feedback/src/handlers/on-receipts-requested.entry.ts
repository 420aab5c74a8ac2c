import { composeReceipts } from '../composition.ts';
import { onReceiptsRequested } from './on-receipts-requested.ts';

const { edge, ...parts } = composeReceipts();

export const handler = onReceiptsRequested(parts, edge);

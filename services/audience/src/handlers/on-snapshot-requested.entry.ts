import { composeSnapshotRequester } from '../compose-snapshots.ts';
import { onSnapshotRequested } from './on-snapshot-requested.ts';

const { requestSnapshot, edge } = composeSnapshotRequester();

export const handler = onSnapshotRequested(requestSnapshot, edge);

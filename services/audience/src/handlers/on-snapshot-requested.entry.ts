import { composeSnapshotTaker } from '../composition.ts';
import { onSnapshotRequested } from './on-snapshot-requested.ts';

const { takeSnapshot, edge } = composeSnapshotTaker();

export const handler = onSnapshotRequested(takeSnapshot, edge);

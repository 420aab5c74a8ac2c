import { composePartTaker } from '../compose-snapshots.ts';
import { onTakeSnapshotPart } from './on-take-snapshot-part.ts';

const { takePart, edge } = composePartTaker();

export const handler = onTakeSnapshotPart(takePart, edge);

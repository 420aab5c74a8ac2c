import { composeSegments } from '../../compose-segments.ts';
import { deleteSegment } from './delete-segment.ts';

const { deleteSegment: remove, edge } = composeSegments();

export const handler = deleteSegment(remove, edge);

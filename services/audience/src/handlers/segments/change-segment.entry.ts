import { composeSegments } from '../../compose-segments.ts';
import { changeSegment } from './change-segment.ts';

const { changeSegment: change, edge } = composeSegments();

export const handler = changeSegment(change, edge);

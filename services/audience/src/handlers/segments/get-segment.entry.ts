import { composeSegments } from '../../compose-segments.ts';
import { getSegment } from './get-segment.ts';

const { segments, edge } = composeSegments();

export const handler = getSegment(segments, edge);

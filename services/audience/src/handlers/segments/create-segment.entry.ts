import { composeSegments } from '../../compose-segments.ts';
import { createSegment } from './create-segment.ts';

const { createSegment: create, edge } = composeSegments();

export const handler = createSegment(create, edge);

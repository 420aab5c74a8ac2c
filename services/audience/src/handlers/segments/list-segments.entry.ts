import { composeSegments } from '../../compose-segments.ts';
import { listSegments } from './list-segments.ts';

const { segments, edge } = composeSegments();

export const handler = listSegments(segments, edge);

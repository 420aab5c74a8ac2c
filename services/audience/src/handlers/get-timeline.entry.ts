import { composeBook } from '../composition.ts';
import { getTimeline } from './get-timeline.ts';

const { getTimeline: get, edge } = composeBook();

export const handler = getTimeline(get, edge);

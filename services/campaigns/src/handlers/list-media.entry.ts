import { composeReading } from '../composition.ts';
import { listMedia } from './list-media.ts';

const { media, edge } = composeReading();

export const handler = listMedia(media, edge);

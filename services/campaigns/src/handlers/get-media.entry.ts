import { composeMedia } from '../composition.ts';
import { getMedia } from './get-media.ts';

const { getMedia: use, edge } = composeMedia();

export const handler = getMedia(use, edge);

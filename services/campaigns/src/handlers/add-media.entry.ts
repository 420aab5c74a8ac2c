import { composeMedia } from '../composition.ts';
import { addMedia } from './add-media.ts';

const { addMedia: use, edge } = composeMedia();

export const handler = addMedia(use, edge);

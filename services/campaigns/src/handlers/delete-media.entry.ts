import { composeMedia } from '../composition.ts';
import { deleteMedia } from './delete-media.ts';

const { removeMedia: use, edge } = composeMedia();

export const handler = deleteMedia(use, edge);

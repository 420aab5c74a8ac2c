import { composeImages } from '../composition.ts';
import { deleteImage } from './delete-image.ts';

const { removeImage: use, edge } = composeImages();

export const handler = deleteImage(use, edge);

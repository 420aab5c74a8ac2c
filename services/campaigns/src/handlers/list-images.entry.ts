import { composeImageList } from '../composition.ts';
import { listImages } from './list-images.ts';

const { listImages: use, edge } = composeImageList();

export const handler = listImages(use, edge);

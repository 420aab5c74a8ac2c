import { composeImages } from '../composition.ts';
import { addImage } from './add-image.ts';

const { addImage: use, edge } = composeImages();

export const handler = addImage(use, edge);

import { composeFileReader } from '../composition.ts';
import { onUpload } from './on-upload.ts';

const { importFile, importIdOf, edge } = composeFileReader();

export const handler = onUpload(importFile, importIdOf, edge);

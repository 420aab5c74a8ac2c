import { composeFileReader } from '../compose-file-reader.ts';
import { onUpload } from './on-upload.ts';

const { importFile, importIdOf, edge } = composeFileReader();

export const handler = onUpload(importFile, importIdOf, edge);

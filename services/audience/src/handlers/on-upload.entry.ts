import { composeFileReader } from '../compose-file-reader.ts';
import { onUpload } from './on-upload.ts';

const { importFile, uploadOf, edge } = composeFileReader();

export const handler = onUpload(importFile, uploadOf, edge);

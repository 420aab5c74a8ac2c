import { composeChunkWriter } from '../composition.ts';
import { onWriteContacts } from './on-write-contacts.ts';

const { writeChunk, edge } = composeChunkWriter();

export const handler = onWriteContacts(writeChunk, edge);

import { composeSendChunk } from '../composition.ts';
import { sendChunkHandler } from './send-chunk.ts';

const { sendChunk, moment, edge } = composeSendChunk();

export const handler = sendChunkHandler(sendChunk, moment, edge);

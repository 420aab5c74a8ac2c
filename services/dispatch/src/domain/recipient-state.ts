import { hasOffset } from './bitmap.ts';
import type { ChunkState } from './chunk-state.ts';

const decided = ['accepted', 'refused', 'suppressed', 'unknown', 'claimed', 'left'] as const;

export type RecipientState = (typeof decided)[number] | 'pending';

/** What is known of one recipient of a chunk. */
export const recipientStateOf = (chunk: ChunkState, offset: number): RecipientState =>
  decided.find((state) => hasOffset(chunk[state], offset)) ?? 'pending';

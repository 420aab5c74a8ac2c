import { answerBatches } from './answer-batches.ts';
import { foldingInMemory } from './folding-in-memory.ts';

/** A process that folds events into tables that cost nothing to ask. */
answerBatches(foldingInMemory());

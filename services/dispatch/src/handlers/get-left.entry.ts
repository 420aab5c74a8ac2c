import { composeReaders } from '../composition.ts';
import { getLeft } from './get-run.ts';

const { listLeft, edge } = composeReaders();

export const handler = getLeft(listLeft, edge);

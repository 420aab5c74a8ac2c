import { composeBook } from '../composition.ts';
import { listLists } from './list-lists.ts';

const { listLists: list, edge } = composeBook();

export const handler = listLists(list, edge);

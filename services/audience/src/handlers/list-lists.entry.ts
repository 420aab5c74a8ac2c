import { composeBook } from '../composition.ts';
import { listLists } from './list-lists.ts';

const { lists, edge } = composeBook();

export const handler = listLists(lists, edge);

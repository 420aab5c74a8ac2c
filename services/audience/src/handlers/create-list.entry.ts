import { composeBook } from '../composition.ts';
import { createList } from './create-list.ts';

const { createList: create, edge } = composeBook();

export const handler = createList(create, edge);

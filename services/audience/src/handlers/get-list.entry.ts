import { composeBook } from '../composition.ts';
import { getList } from './get-list.ts';

const { getList: get, edge } = composeBook();

export const handler = getList(get, edge);

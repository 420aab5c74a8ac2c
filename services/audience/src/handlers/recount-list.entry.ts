import { composeBook } from '../composition.ts';
import { recountList } from './recount-list.ts';

const { recountList: recount, edge } = composeBook();

export const handler = recountList(recount, edge);

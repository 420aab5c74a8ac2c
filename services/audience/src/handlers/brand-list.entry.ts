import { composeBook } from '../composition.ts';
import { brandList } from './brand-list.ts';

const { lists, edge } = composeBook();

export const handler = brandList(lists, edge);

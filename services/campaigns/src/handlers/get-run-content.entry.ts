import { composeContent } from '../compose-content.ts';
import { getRunContent } from './get-run-content.ts';

const { showContent, edge } = composeContent();

export const handler = getRunContent(showContent, edge);

import { composeBook } from '../composition.ts';
import { showUnsubscribe } from './show-unsubscribe.ts';

const { tokens, edge } = composeBook();

export const handler = showUnsubscribe(tokens, edge);

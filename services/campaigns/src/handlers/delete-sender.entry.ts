import { composeSenders } from '../composition.ts';
import { deleteSender } from './delete-sender.ts';

const { deleteSender: remove, edge } = composeSenders();

export const handler = deleteSender(remove, edge);

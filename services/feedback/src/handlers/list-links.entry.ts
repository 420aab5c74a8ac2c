import { composeReporting } from '../composition.ts';
import { listLinks } from './list-links.ts';

const { readLinks, edge } = composeReporting();

export const handler = listLinks(readLinks, edge);

import { composeSendTest } from '../compose-small-sends.ts';
import { onTestRequested } from './on-test-requested.ts';

const { sendTest, edge } = composeSendTest();

export const handler = onTestRequested(sendTest, edge);

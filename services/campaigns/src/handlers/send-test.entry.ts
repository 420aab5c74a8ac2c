import { composeTests } from '../composition.ts';
import { sendTest } from './send-test.ts';

const { sendTest: send, edge } = composeTests();

export const handler = sendTest(send, edge);

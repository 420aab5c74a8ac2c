import { composeCommandConsumer } from '../compose-runs.ts';
import { onCommand } from './on-command.ts';

const { obey, edge } = composeCommandConsumer();

export const handler = onCommand(obey, edge);

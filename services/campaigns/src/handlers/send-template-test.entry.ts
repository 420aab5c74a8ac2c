import { composeTemplateTests } from '../composition.ts';
import { sendTemplateTest } from './send-template-test.ts';

const { sendTemplateTest: use, edge } = composeTemplateTests();

export const handler = sendTemplateTest(use, edge);

import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

import { say } from './sentences.ts';

/** Answers that several routes give. */
export const listNotFound = (): HttpAnswer => problem({ status: 404, ...say('list_not_found') });

export const contactNotFound = (): HttpAnswer => problem({ status: 404, ...say('contact_not_found') });

export const exportNotFound = (): HttpAnswer => problem({ status: 404, ...say('export_not_found') });

export const importNotFound = (): HttpAnswer => problem({ status: 404, ...say('import_not_found') });

export const formNotFound = (): HttpAnswer => problem({ status: 404, ...say('form_not_found') });

export const uploadNotFound = (): HttpAnswer => problem({ status: 409, ...say('upload_not_found') });

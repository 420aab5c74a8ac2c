import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

/** Answers that several routes give. */
export const listNotFound = (): HttpAnswer =>
  problem({ status: 404, code: 'list_not_found', detail: 'There is no list with this id.' });

export const contactNotFound = (): HttpAnswer =>
  problem({ status: 404, code: 'contact_not_found', detail: 'There is no contact with this id.' });

export const exportNotFound = (): HttpAnswer =>
  problem({
    status: 404,
    code: 'export_not_found',
    detail: 'There is no export with this id of this contact. An export is kept for a week; ask for a new one.',
  });

export const importNotFound = (): HttpAnswer =>
  problem({ status: 404, code: 'import_not_found', detail: 'There is no import with this id.' });

export const formNotFound = (): HttpAnswer =>
  problem({ status: 404, code: 'form_not_found', detail: 'There is no form with this id.' });

export const uploadNotFound = (): HttpAnswer =>
  problem({
    status: 409,
    code: 'upload_not_found',
    detail: 'There is no file to read: it was never uploaded, or it is older than 90 days. Import it anew.',
  });

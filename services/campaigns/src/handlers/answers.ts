import { type HttpAnswer, issueOf, problem, type Sentence } from '@bulkhead/lambda-kit';

export const notFound = (said: Sentence): HttpAnswer => problem({ status: 404, ...said });
export const conflict = (said: Sentence): HttpAnswer => problem({ status: 409, ...said });

/** Something is wrong with a field. The problem is called like the rule, unless it has a name of its own. */
export const unprocessable = (field: string, said: Sentence, code = said.code): HttpAnswer =>
  problem({ status: 422, ...said, code, detail: `${field}: ${said.detail}`, errors: [issueOf(field, said)] });

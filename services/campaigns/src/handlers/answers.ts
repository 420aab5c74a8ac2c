import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

export const notFound = (code: string, detail: string): HttpAnswer => problem({ status: 404, code, detail });
export const conflict = (code: string, detail: string): HttpAnswer => problem({ status: 409, code, detail });
export const unprocessable = (code: string, field: string, rule: string): HttpAnswer =>
  problem({ status: 422, code, detail: `${field}: ${rule}`, errors: [{ field, rule }] });

import { plainTextOptions } from '@bulkhead/contracts';
import { compile } from 'html-to-text';

/** The text part of a mail whose author wrote only HTML. */
export const htmlAsText = compile({ ...plainTextOptions });

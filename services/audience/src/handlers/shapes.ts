import { rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';
import { say } from './sentences.ts';

/** Parts of requests that several routes share. */
export const id = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,36}$`)));
export const contactId = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, rule(say('not_a_contact'))));
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const ListPath = z.object({ listId: id('lst') });
export const ContactPath = z.object({ contactId: contactId() });
export const ContactExportPath = z.object({ contactId: contactId(), exportId: id('exp') });
export const ImportPath = z.object({ importId: id('imp') });
/** Whether a token is ours is for the route to say, in a page of its own. */
export const TokenPath = z.object({ token: z.string() });

/** `limit` and `cursor` as every list takes them. */
export const pageQuery = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: z.optional(z.string().check(z.maxLength(500))),
});

/** Of what has a name: only what has these words in it. */
export const namedPageQuery = z.extend(pageQuery, { name: z.optional(text(200)) });

import { instant } from '@bulkhead/contracts';
import { rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { ROLES } from '../../domain/access/role.ts';
import { SERVICES } from '../../domain/access/service.ts';
import { say } from '../sentences.ts';

const MOST_LETTERS = 80;

export const KeyPath = z.object({
  keyId: z.string().check(z.regex(/^key_[\w-]{16}$/, rule(say('not_a_key')))),
});

export const MakeKeyBody = z.strictObject({
  /** What the key is for. It stands in the audit log wherever the machine changes something. */
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(MOST_LETTERS),
      z.regex(/^[^@\p{C}]*$/u, rule(say('holds_an_address'))),
    ),
  /** What the machine may do. Nothing is chosen for you: most machines need author or less. */
  role: z.enum(ROLES),
  /** Whose APIs it opens; all of them, without one. */
  services: z.optional(z.array(z.enum(SERVICES)).check(z.minLength(1), z.maxLength(SERVICES.length))),
  /** Good until it is revoked, without one. */
  expiresAt: z.optional(instant()),
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod/mini';

import { validate } from '../validate.ts';
import { Rules, RulesOverride } from './rules.ts';

const defaultRulesFile = fileURLToPath(new URL('../../../ses-rules.yml', import.meta.url));

/** @throws Error that names the file, the place and what is wrong there. */
const readYaml = <Shape>(file: string, schema: z.ZodMiniType<Shape>): Shape =>
  validate(
    schema,
    parse(readFileSync(file, 'utf8')) ?? {},
    (problems) => new Error(`SES rules ${file} cannot be used. ${problems}. See ${defaultRulesFile}.`),
  );

const merged = (base: Rules, override: RulesOverride): Rules =>
  z.parse(Rules, {
    seed: override.seed ?? base.seed,
    account: { ...base.account, ...override.account },
    senders: [...(override.senders ?? []), ...base.senders],
    identities: [...(override.identities ?? []), ...base.identities],
    recipients: [...(override.recipients ?? []), ...base.recipients],
    everybodyElse: { ...base.everybodyElse, ...override.everybodyElse },
    latencyMs: { ...base.latencyMs, ...override.latencyMs },
    faults: { ...base.faults, ...override.faults },
    mailbox: { ...base.mailbox, ...override.mailbox },
  });

/** Reads ses-rules.yml and lays a file of one's own, if there is one, over it. */
export const loadRules = (file?: string): Rules => {
  const base = readYaml(defaultRulesFile, Rules);
  return file === undefined ? base : merged(base, readYaml(file, RulesOverride));
};

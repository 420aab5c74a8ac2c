import { fieldChecks, type KnownFields } from './field-checks.ts';
import type { Heard } from './heard.ts';
import type { OwnCheck } from './own-check.ts';

export interface Known extends KnownFields {
  readonly recipients: Heard<number>;
  /** Whether its sender is written by hand, although some are set up. */
  readonly isByHand: boolean;
  /** Whether the link that every mail brings along has answered as it must. */
  readonly oneClick: Heard<boolean>;
}

export const ownChecks = (known: Known): readonly OwnCheck[] => [
  audienceCheck(known),
  ...fieldChecks(known),
  ...letterheadCheck(known),
  oneClickCheck(known),
];

const audienceCheck = ({ recipients }: Known): OwnCheck => {
  if (recipients === undefined) return { id: 'audience', level: 'pending', found: 'pending', data: {} };
  if (recipients === 'failed') return { id: 'audience', level: 'warn', found: 'failed', data: {} };
  return recipients === 0
    ? { id: 'audience', level: 'stop', found: 'nobody', data: {} }
    : { id: 'audience', level: 'ok', found: 'some', data: { count: recipients } };
};

/** Mails of a sender who is set up have the label and the footer that the law may want. */
const letterheadCheck = ({ isByHand }: Known): readonly OwnCheck[] =>
  isByHand ? [{ id: 'letterhead', level: 'warn', found: 'missing', data: {} }] : [];

const oneClickCheck = ({ oneClick }: Known): OwnCheck => {
  if (oneClick === undefined) return { id: 'one_click', level: 'pending', found: 'pending', data: {} };
  if (oneClick === 'failed') return { id: 'one_click', level: 'warn', found: 'failed', data: {} };
  return oneClick
    ? { id: 'one_click', level: 'ok', found: 'works', data: {} }
    : { id: 'one_click', level: 'stop', found: 'broken', data: {} };
};

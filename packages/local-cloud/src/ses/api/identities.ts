import { matching } from '../rules/address-pattern.ts';
import type { IdentityRule, Rules } from '../rules/rules.ts';
import type { Fields } from './xml.ts';

/** What SES says of domains and addresses, as its XML has it. Of an identity that it does not know it says nothing. */
export interface Identities {
  verification(asked: readonly string[]): Fields;
  dkim(asked: readonly string[]): Fields;
}

const everybodyElse = { verification: 'Success', dkim: 'Success' } as const;

/** Anybody may be the sender of a domain. */
const senderOf = (identity: string): string => (identity.includes('@') ? identity : `anybody@${identity}`);

const entriesOf = (
  known: readonly { readonly identity: string; readonly said: Pick<IdentityRule, 'verification' | 'dkim'> }[],
  valueOf: (said: Pick<IdentityRule, 'verification' | 'dkim'>) => Fields,
): Fields => ({ entry: known.map(({ identity, said }) => ({ key: identity, value: valueOf(said) })) });

export const makeIdentities = ({ senders, identities }: Pick<Rules, 'senders' | 'identities'>): Identities => {
  const rules = identities.map((rule) => ({ rule, matches: matching(rule.identity) }));
  const refused = senders.filter(({ refuse }) => refuse === 'not_verified').map(({ from }) => matching(from));

  const known = (asked: readonly string[]) =>
    asked
      .filter((identity) => !refused.some((matches) => matches(senderOf(identity))))
      .map((identity) => ({
        identity,
        said: rules.find(({ matches }) => matches(identity))?.rule ?? everybodyElse,
      }));

  return {
    verification: (asked) => entriesOf(known(asked), ({ verification }) => ({ VerificationStatus: verification })),
    dkim: (asked) =>
      entriesOf(known(asked), ({ dkim }) => ({
        DkimEnabled: dkim === 'Success',
        DkimVerificationStatus: dkim,
        DkimTokens: {},
      })),
  };
};

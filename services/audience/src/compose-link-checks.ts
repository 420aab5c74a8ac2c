import { DynamoSigningKeys } from './adapters/dynamo-signing-keys.ts';
import { HmacLinkChecks } from './adapters/hmac-link-checks.ts';
import { clock, document, httpEdge } from './composition.ts';
import * as config from './config.ts';
import { unsubscribeUrlOf } from './public-addresses.ts';

/** For the function that lets people try a link. */
export const composeLinkChecks = () => {
  const settings = config.loadLinkChecksConfig();
  return {
    edge: httpEdge(),
    checks: new HmacLinkChecks(new DynamoSigningKeys(document(settings.TABLE_NAME), clock), clock),
    unsubscribeUrl: unsubscribeUrlOf(settings),
  };
};

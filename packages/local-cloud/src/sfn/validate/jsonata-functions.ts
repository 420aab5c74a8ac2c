import { AWS_FUNCTIONS } from '../aws-functions.ts';

const JSONATA_FUNCTIONS =
  'abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent ' +
  'distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber ' +
  'fromMillis join keys length lookup lowercase map match max merge millis min not now number pad parseInteger power ' +
  'random reduce replace reverse round shuffle sift single sort split spread sqrt string substring substringAfter ' +
  'substringBefore sum toMillis trim type uppercase zip';

/** What an expression may call. `$eval` is missing on purpose: Step Functions refuses it. */
export const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set([...JSONATA_FUNCTIONS.split(' '), ...AWS_FUNCTIONS]);

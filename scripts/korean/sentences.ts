import { KIT_SENTENCES } from '../../packages/lambda-kit/src/index.ts';
import { RULE_SENTENCES } from '../../services/audience/src/application/segments/rule-sentences.ts';
import { REJECTIONS } from '../../services/audience/src/domain/rejection.ts';
import { SENTENCES as AUDIENCE } from '../../services/audience/src/handlers/sentences.ts';
import { SENTENCES as CAMPAIGNS } from '../../services/campaigns/src/handlers/sentences.ts';
import { SENTENCES as CONSOLE } from '../../services/console/src/handlers/sentences.ts';
import { SENTENCES as DISPATCH } from '../../services/dispatch/src/handlers/sentences.ts';
import { SENTENCES as FEEDBACK } from '../../services/feedback/src/handlers/sentences.ts';

interface Catalogued {
  readonly from: string;
  readonly code: string;
  readonly text: string;
}

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lambda-kit': KIT_SENTENCES,
  audience: AUDIENCE,
  'audience: rejected rows': REJECTIONS,
  'audience: rules of segments': RULE_SENTENCES,
  campaigns: CAMPAIGNS,
  console: CONSOLE,
  dispatch: DISPATCH,
  feedback: FEEDBACK,
};

/** Everything that a service can answer when it refuses. */
export const catalogued: readonly Catalogued[] = Object.entries(catalogues).flatMap(([from, sentences]) =>
  Object.entries(sentences).map(([code, text]) => ({ from, code, text })),
);

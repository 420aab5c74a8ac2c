import * as z from 'zod/mini';

/** What the app has to know of where it runs. Deployed beside it, so that one build serves every stage. */
const ConsoleConfig = z.object({
  issuer: z.url(),
  clientId: z.string().check(z.minLength(1)),
  stage: z.string(),
  region: z.string(),
  scope: z._default(z.string(), 'openid profile'),
  /** Where an issuer without an end_session_endpoint ends its session (Cognito's /logout). */
  signOutUrl: z.optional(z.url()),
});
export type ConsoleConfig = z.infer<typeof ConsoleConfig>;

export const readConfig = async (): Promise<ConsoleConfig> => {
  const answer = await fetch('/config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`config.json answered ${answer.status}: deploy the console's stack again`);
  return z.parse(ConsoleConfig, await answer.json());
};

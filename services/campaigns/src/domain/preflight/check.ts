export type Level = 'ok' | 'warn' | 'stop';

/** One thing that is looked at before a campaign is launched. */
export interface Check {
  readonly id: CheckId;
  /** `stop`: the campaign cannot be launched before this is mended. */
  readonly level: Level;
  /** Which of the things that may be found was found: with `id` it says which words to use. */
  readonly found: string;
  /** What was found, in a sentence. */
  readonly title: string;
  /** What to do; missing where nothing is to be done. */
  readonly advice?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type CheckId =
  | 'template'
  | 'sender_verified'
  | 'sending_enabled'
  | 'dkim'
  | 'spf'
  | 'dmarc'
  | 'size'
  | 'speed'
  | 'links'
  | 'unsubscribe'
  | 'fields'
  | 'subject'
  | 'quota'
  | 'window';

type Found = Omit<Check, 'level' | 'data'> & { readonly data?: Check['data'] };

const at =
  (level: Level) =>
  ({ data = {}, ...found }: Found): Check => ({ ...found, level, data });

export const fine = at('ok');
export const warning = at('warn');
export const stop = at('stop');

export const canLaunch = (checks: readonly Check[]): boolean => checks.every(({ level }) => level !== 'stop');

import { type Check, fine, warning } from './check.ts';
import { domainsAbove } from './identity.ts';

/** The texts of a name in DNS; `skipped` where nobody looks, `unknown` where the answer did not come. */
export type Texts = readonly string[] | 'skipped' | 'unknown';

const notLookedUp = (id: 'spf' | 'dmarc', texts: 'skipped' | 'unknown'): Check => {
  const name = id.toUpperCase();
  return texts === 'skipped'
    ? fine({ id, found: 'skipped', title: `${name} is not looked up on a laptop: no mail leaves it.` })
    : warning({
        id,
        found: 'unknown',
        title: `${name} could not be looked up: DNS did not answer in time.`,
        advice: 'Look again.',
      });
};

const isSpf = (text: string): boolean => /^v=spf1(?:\s|$)/i.test(text);
const isDmarc = (text: string): boolean => /^v=DMARC1\s*(?:;|$)/i.test(text);

/** SES sends in the name of its own domain unless a MAIL FROM domain is set up, so what is missing here is seldom fatal. */
export const checkSpf = (domain: string, texts: Texts): Check => {
  const id = 'spf';
  if (typeof texts === 'string') return notLookedUp(id, texts);
  const records = texts.filter(isSpf);
  const data = { domain, records };
  if (records.length === 0) {
    return warning({
      id,
      found: 'missing',
      title: `${domain} does not say who may send for it (SPF).`,
      advice: `Add a TXT record to ${domain}: v=spf1 include:amazonses.com ~all`,
      data,
    });
  }
  if (records.length > 1) {
    return warning({
      id,
      found: 'several',
      title: `${domain} has ${records.length} SPF records: mailbox providers then believe none of them.`,
      advice: 'Make one of them, with everything that they include.',
      data,
    });
  }
  return records.some((record) => record.includes('amazonses.com'))
    ? fine({ id, found: 'present', title: 'SPF names Amazon SES.', data })
    : warning({
        id,
        found: 'without_ses',
        title: `The SPF record of ${domain} does not name Amazon SES.`,
        advice:
          'Add include:amazonses.com to it. Mails that are signed (DKIM) and sent without a MAIL FROM domain of yours arrive all the same.',
        data,
      });
};

/** As many names as mailbox providers look at: a domain may have more than a hundred words. */
const MOST_NAMES = 8;

/** The names at which a policy may stand: the domain's own, or that of a domain above it. */
export const dmarcNames = (domain: string): readonly string[] =>
  domainsAbove(domain)
    .filter((_, n, all) => n === 0 || all.length - n < MOST_NAMES)
    .map((above) => `_dmarc.${above}`);

export const checkDmarc = (domain: string, texts: Texts): Check => {
  const id = 'dmarc';
  if (typeof texts === 'string') return notLookedUp(id, texts);
  const record = texts.find(isDmarc);
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)/i.exec(record ?? '')?.[1]?.toLowerCase();
  return policy === undefined
    ? warning({
        id,
        found: 'missing',
        title: `${domain} has no DMARC policy: Gmail and Yahoo want one of whoever sends 5,000 mails a day.`,
        advice: `Add a TXT record to _dmarc.${domain}: v=DMARC1; p=none`,
        data: { domain },
      })
    : fine({ id, found: 'present', title: `DMARC is set up (p=${policy}).`, data: { domain, policy } });
};

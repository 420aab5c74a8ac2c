import { Resolver } from 'node:dns/promises';

import type { DnsTexts } from '../application/ports.ts';
import type { Texts } from '../domain/preflight/dns.ts';

/** There is no such name, or it has no texts. */
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Texts in DNS. Whoever does not answer within two seconds is not waited for. */
export class ResolvedTexts implements DnsTexts {
  readonly #resolver: Pick<Resolver, 'resolveTxt'>;

  constructor(resolver: Pick<Resolver, 'resolveTxt'> = new Resolver({ timeout: 1_000, tries: 2, maxTimeout: 1_000 })) {
    this.#resolver = resolver;
  }

  async of(names: readonly string[]): Promise<Texts> {
    const found = await Promise.all(names.map((name) => this.#texts(name)));
    // A name that nobody answers for may have had texts: those behind it do not count then.
    return found.find((texts) => texts.length > 0) ?? [];
  }

  async #texts(name: string): Promise<Texts> {
    try {
      return (await this.#resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    } catch (error) {
      return NOTHING.has(String(codeOf(error))) ? [] : 'unknown';
    }
  }
}

/** Where no mail leaves the machine, nobody is asked about its sender. */
export const noTexts: DnsTexts = { of: async () => 'skipped' };

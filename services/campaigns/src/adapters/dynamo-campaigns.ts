import { RetryableError } from '@bulkhead/lambda-kit';
import { batchGet } from '@bulkhead/lambda-kit/dynamo';

import type { Campaigns, CampaignsRequest, Page, PageRequest } from '../application/ports.ts';
import type { Campaign } from '../domain/campaign.ts';
import { fromCampaignItem, toCampaignItem } from './campaign-item.ts';
import { campaignKey } from './keys.ts';
import { campaignIdsOf } from './status-index.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

/** Somebody waits for the answer. */
const TRIES = 6;

export class DynamoCampaigns implements Campaigns {
  readonly #table: Table;
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#table = table;
    this.#items = new VersionedItems(table);
  }

  async find(campaignId: string): Promise<Campaign | undefined> {
    const item = await this.#items.find(campaignKey(campaignId));
    return item === undefined ? undefined : fromCampaignItem(item);
  }

  async list({ among, ...page }: CampaignsRequest): Promise<Page<Campaign>> {
    if (among !== undefined) return this.#listAmong(among, page);
    const { items, ...rest } = await this.#items.list('campaigns', page);
    return { items: items.map(fromCampaignItem), ...rest };
  }

  /** A status that has changed since the index heard of it is not shown as the one before. */
  async #listAmong(among: readonly Campaign['status'][], page: PageRequest): Promise<Page<Campaign>> {
    const { ids, ...rest } = await campaignIdsOf(this.#table, among, page);
    const { db, name: table } = this.#table;
    const items = await batchGet(db, { table, keys: ids.map(campaignKey), tries: TRIES });
    const found = new Map(items.map(fromCampaignItem).map((campaign) => [campaign.id, campaign]));
    const those = ids.flatMap((id) => found.get(id) ?? []).filter(({ status }) => among.includes(status));
    return { items: those, ...rest };
  }

  async save(campaign: Campaign): Promise<void> {
    if (!(await this.#items.save(campaignKey(campaign.id), toCampaignItem(campaign)))) throw changed(campaign.id);
  }

  async remove({ id, version }: Pick<Campaign, 'id' | 'version'>): Promise<void> {
    if (!(await this.#items.remove(campaignKey(id), version))) throw changed(id);
  }
}

const changed = (campaignId: string) =>
  new RetryableError({
    code: 'campaign_changed',
    message: 'Somebody else has changed this campaign meanwhile',
    details: { campaignId },
  });

import { RetryableError } from '@bulkhead/lambda-kit';

import type { Campaigns, Page, PageRequest } from '../application/ports.ts';
import type { Campaign } from '../domain/campaign.ts';
import { fromCampaignItem, toCampaignItem } from './campaign-item.ts';
import { campaignKey } from './keys.ts';
import type { Table } from './table.ts';
import { VersionedItems } from './versioned-items.ts';

export class DynamoCampaigns implements Campaigns {
  readonly #items: VersionedItems;

  constructor(table: Table) {
    this.#items = new VersionedItems(table);
  }

  async find(campaignId: string): Promise<Campaign | undefined> {
    const item = await this.#items.find(campaignKey(campaignId));
    return item === undefined ? undefined : fromCampaignItem(item);
  }

  async list(page: PageRequest): Promise<Page<Campaign>> {
    const { items, ...rest } = await this.#items.list('campaigns', page);
    return { items: items.map(fromCampaignItem), ...rest };
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

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

import type { ContactEdits } from '../application/timeline/ports.ts';
import type { Contact } from '../domain/contact.ts';
import type { ContactEvent } from '../domain/contact-event.ts';
import { contactEventItem } from './contact-event-item.ts';
import { contactUpdate } from './contact-update.ts';
import { DynamoKnownFields } from './dynamo-known-fields.ts';
import type { Table } from './table.ts';

/** Why DynamoDB takes back an edit that somebody else was quicker than, or is just about to be. */
const OVERTAKEN = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** An edit and its place on the timeline are one transaction: nobody is there to write down the rest of it. */
export class DynamoContactEdits implements ContactEdits {
  readonly #table: Table;
  readonly #fields: DynamoKnownFields;

  constructor(table: Table) {
    this.#table = table;
    this.#fields = new DynamoKnownFields(table);
  }

  async save(edited: Contact, event: ContactEvent): Promise<boolean> {
    const Put = { TableName: this.#table.name, Item: contactEventItem(edited.contactId, event) };
    const Update = contactUpdate(this.#table, edited);
    await this.#fields.note([edited.fields]);
    try {
      await this.#table.db.send(new TransactWriteCommand({ TransactItems: [{ Update }, { Put }] }));
      return true;
    } catch (error) {
      if (isOvertaken(error)) return false;
      throw error;
    }
  }
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code = '' }) => OVERTAKEN.has(Code));

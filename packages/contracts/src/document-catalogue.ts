import { ConfirmationMailV1 } from './documents/confirmation-mail.v1.ts';
import { FrozenContentV1 } from './documents/frozen-content.v1.ts';
import { SnapshotManifestV1 } from './documents/snapshot-manifest.v1.ts';
import { SnapshotRowV1 } from './documents/snapshot-row.v1.ts';
import { TestSendV1 } from './documents/test-send.v1.ts';
import type { Service } from './envelope.ts';

interface Entry {
  readonly writes: Service;
  readonly reads: readonly Service[];
  /** Where it lies, as the key of an object. */
  readonly key: string;
  readonly summary: string;
}

/** Every object that is too large for a message and travels by reference, with who writes it and who reads it. */
export const documents = {
  'confirmation-mail.v1': {
    schema: ConfirmationMailV1,
    writes: 'audience',
    reads: ['dispatch'],
    key: 'exchange/confirmations/<confirmationId>.json',
    summary: 'The mail by which somebody confirms a subscription.',
  },
  'frozen-content.v1': {
    schema: FrozenContentV1,
    writes: 'campaigns',
    reads: ['dispatch'],
    key: 'exchange/<runId>/content-<fingerprint>.json',
    summary: 'What a run sends, fixed when it starts.',
  },
  'snapshot-manifest.v1': {
    schema: SnapshotManifestV1,
    writes: 'audience',
    reads: ['campaigns', 'dispatch'],
    key: 'exchange/<runId>/manifest.json',
    summary: 'What a snapshot consists of. Written last: if it exists, the snapshot is whole.',
  },
  'snapshot-row.v1': {
    schema: SnapshotRowV1,
    writes: 'audience',
    reads: ['dispatch'],
    key: 'exchange/<runId>/chunk-<number>.ndjson.gz',
    summary: "One line of a chunk: a recipient. Its line number, from 0, is the recipient's offset.",
  },
  'test-send.v1': {
    schema: TestSendV1,
    writes: 'campaigns',
    reads: ['dispatch'],
    key: 'exchange/tests/<testId>.json',
    summary: 'A test of a campaign for a few people.',
  },
} as const satisfies Record<string, Entry & { readonly schema: unknown }>;

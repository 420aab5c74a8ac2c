import { posix } from 'node:path';

import { attribute, attributesOf } from '../xml/attributes.ts';
import { nameCode } from '../xml/name-code.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';

const RELATIONSHIP = nameCode('Relationship');

export interface Relationship {
  readonly id: string;
  /** The last word of its type, which is all that the strict and the transitional format agree on. */
  readonly kind: string;
  /** The path of the part inside the archive. */
  readonly target: string;
}

/** Reads what a part refers to. Targets are relative to the part's own folder. */
export class RelationshipsPart implements XmlHandler {
  readonly relationships: Relationship[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (name !== RELATIONSHIP) return;
    const attributes = attributesOf(bytes, from, to);
    if (attribute(attributes, 'TargetMode') === 'External') return;
    const target = attribute(attributes, 'Target') ?? '';
    this.relationships.push({
      id: attribute(attributes, 'Id') ?? '',
      kind: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      target: posix.join('/', target.startsWith('/') ? '' : this.#folder, target).slice(1),
    });
  }

  text(): void {
    // Everything stands in attributes.
  }

  close(): void {
    // Relationships are empty elements.
  }
}

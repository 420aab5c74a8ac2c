import type { Attributes } from '../application/attributes/ports.ts';
import { type Attribute, declarable, type TypeDiffers } from '../domain/attribute.ts';
import { type Result, succeed } from '../domain/result.ts';

export class InMemoryAttributes implements Attributes {
  readonly #attributes = new Map<string, Attribute>();

  constructor(...attributes: readonly Attribute[]) {
    for (const attribute of attributes) this.#attributes.set(attribute.name, attribute);
  }

  async all(): Promise<readonly Attribute[]> {
    return [...this.#attributes.values()];
  }

  async declare(attributes: readonly Attribute[]): Promise<Result<void, TypeDiffers>> {
    const declared = declarable(await this.all(), attributes);
    if (!declared.ok) return declared;
    for (const attribute of declared.value) this.#attributes.set(attribute.name, attribute);
    return succeed(undefined);
  }
}

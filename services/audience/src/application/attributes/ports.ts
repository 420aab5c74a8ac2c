import type { Attribute, TypeDiffers } from '../../domain/attribute.ts';
import type { Result } from '../../domain/result.ts';

/** The types that fields of contacts have, for all lists. What is not among them is text. */
export interface Attributes {
  all(): Promise<readonly Attribute[]>;
  /** Declares all of them or none. Declaring again what is declared changes nothing. */
  declare(attributes: readonly Attribute[]): Promise<Result<void, TypeDiffers>>;
}

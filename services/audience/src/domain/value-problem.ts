/** Why a text is not a value of the type that its field has. */
export type ValueProblem =
  | 'number_malformed'
  | 'number_too_long'
  | 'date_malformed'
  | 'date_impossible'
  | 'date_ambiguous'
  | 'boolean_malformed';

/** What a person may say of how values are written; what is left out is told from each value, or refused if it cannot be. */
export interface Customs {
  /** What stands before the decimals. */
  readonly decimal?: '.' | ',' | undefined;
  /** Which comes first in `03/04/2026`. */
  readonly dates?: 'day_first' | 'month_first' | undefined;
}

/** What stands in the places of a sentence. Times are ISO 8601: whoever shows them knows the reader's zone. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Something to be told to a person: in English for whoever reads the answer as it is, and as code and values for a program
 * that says it in another language.
 */
export interface Sentence<Code extends string = string> {
  /** Stable, snake_case. A code is one sentence, wherever it is said. */
  readonly code: Code;
  readonly detail: string;
  readonly values?: Values;
}

/** The places of a text: `name` of `There is no {name}.` */
type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

type Given<Text extends string> = [Places<Text>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<Places<Text>, string | number>>];

/** Figures are written as people in English write them. */
const fillIn = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString('en') : (value ?? place);
  });

/**
 * Says the sentences of a catalogue. Each service has one: a test holds it against what the console can say in Korean.
 * @example
 * const say = speaker({ not_editable: 'Only a draft can be changed; this campaign is {status}.' });
 * problem({ status: 409, ...say('not_editable', { status: 'sent' }) });
 */
export const speaker =
  <const Words extends Readonly<Record<string, string>>>(words: Words) =>
  <Code extends keyof Words & string>(code: Code, ...given: Given<Words[Code]>): Sentence<Code> => {
    const [values]: readonly Values[] = given;
    return { code, detail: fillIn(words[code] ?? '', values ?? {}), ...(values && { values }) };
  };

/** What is wrong at a line (from 1) of an author's text. Without a column it is the whole line. */
export interface Finding {
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

export interface Compiled {
  readonly html: string;
  /** What MJML did not understand; the rest was compiled nevertheless. */
  readonly findings: readonly Finding[];
}

/**
 * The HTML of a mail that is written in MJML. The compiler is large and comes when it is first needed; no font is fetched from
 * others, since a mail that does so tells them who reads it.
 */
export const compileMjml = async (mjml: string): Promise<Compiled> => {
  const { default: compile } = await import('mjml-browser');
  try {
    const { html, errors } = compile(mjml, { validationLevel: 'soft', keepComments: false, fonts: {} });
    return { html, findings: errors.map(({ line, message }) => ({ line, message })) };
  } catch (error) {
    return { html: '', findings: [{ line: 1, message: error instanceof Error ? error.message : String(error) }] };
  }
};

declare module 'mjml-browser' {
  interface MjmlError {
    readonly line: number;
    readonly message: string;
    readonly tagName: string;
  }
  interface MjmlOptions {
    readonly validationLevel?: 'strict' | 'soft' | 'skip';
    readonly keepComments?: boolean;
    readonly fonts?: Readonly<Record<string, string>>;
  }
  /** Throws where what it is given is no MJML at all. */
  const compile: (
    mjml: string,
    options?: MjmlOptions,
  ) => { readonly html: string; readonly errors: readonly MjmlError[] };
  export default compile;
}

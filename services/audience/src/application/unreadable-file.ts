import type { FileProblem } from '../domain/file-problem.ts';

/** Ends the reading of a file that nobody can read: it may come out in the middle of its rows. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly problem: FileProblem;
  /** Its name, where there are several. */
  readonly file: string | undefined;

  constructor(problem: FileProblem, options: ErrorOptions & { readonly file?: string | undefined } = {}) {
    super(problem.kind, options);
    this.problem = problem;
    this.file = options.file;
  }
}

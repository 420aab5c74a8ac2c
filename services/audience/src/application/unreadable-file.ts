import type { FileProblem } from '../domain/file-problem.ts';

/** Ends the reading of a file that nobody can read: it may come out in the middle of its rows. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(problem.kind, options);
    this.problem = problem;
  }
}

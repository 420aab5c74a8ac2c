import type { Course } from '../../services/dispatch/src/testing/simulation/simulate.ts';

const TAKES = /^ *[\d.]+ s {2}SES +takes /;
const IS_BROKEN = /^ *[\d.]+ s {2}BROKEN /;

/** A run for people: the world it went through, what went wrong in it, and everything that happened, in order. */
export const storyOf = (course: Course): string => [...headOf(course), ...folded(course.journal)].join('\n');

/** As far as the first promise that breaks: what comes after it follows from it. */
export const storyToTheEnd = (course: Course): string => {
  const end = course.journal.findIndex((line) => IS_BROKEN.test(line));
  return [...headOf(course), ...folded(course.journal.slice(0, end + 1 || undefined))].join('\n');
};

const headOf = ({ scenario, faults }: Course): readonly string[] => {
  const { weather: _, ...world } = scenario;
  return [`world    ${JSON.stringify(world)}`, ...[...faults].map((fault) => `fault    ${fault}`)];
};

/** Mails that SES takes one after the other are told of by the first and the last. */
const folded = (journal: readonly string[]): readonly string[] =>
  journal.filter((line, n) => {
    const [before = '', after = ''] = [journal[n - 1], journal[n + 1]];
    return !(TAKES.test(before) && TAKES.test(line) && TAKES.test(after));
  });

import { readdirSync, readFileSync } from 'node:fs';

const BYTES_PER_PAGE = 4_096;
const BYTES_PER_MEGABYTE = 1_048_576;

/** Adds up the memory of a process and everything it started, in megabytes. Linux only; elsewhere nothing is known. */
export const residentMegabytes = (rootPid: number): number | undefined => {
  try {
    const pages = treeOf(rootPid).reduce((sum, pid) => sum + residentPages(pid), 0);

    return Math.round((pages * BYTES_PER_PAGE) / BYTES_PER_MEGABYTE);
  } catch {
    return undefined;
  }
};

/** Lists a process and its descendants. A detached process keeps its parent until that one ends. */
const treeOf = (rootPid: number): readonly number[] => {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const withDescendants = (pid: number): readonly number[] => [
    pid,
    ...(children.get(pid) ?? []).flatMap(withDescendants),
  ];

  return withDescendants(rootPid);
};

/** The command's name stands in brackets before the state and the parent, and may itself hold spaces and brackets. */
const parentOf = (pid: string): number | undefined => {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');

  return parent === undefined ? undefined : Number(parent);
};

const residentPages = (pid: number): number => Number(readOrNothing(`/proc/${pid}/statm`).split(' ')[1] ?? 0);

/** A process may end while it is looked at. */
const readOrNothing = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

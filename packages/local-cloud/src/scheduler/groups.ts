import * as z from 'zod/mini';

import type { Request } from './api.ts';
import { invalid, Refusal } from './problem.ts';
import { Name } from './schedule.ts';
import type { Schedules } from './schedules.ts';

interface Home {
  readonly region: string;
  readonly account: string;
  readonly now: () => number;
}

/**
 * Schedule groups. They only carry names here: a schedule may name a group that nobody created, because
 * groups come from CloudFormation, which local-cloud does not replay in full.
 */
export class Groups {
  readonly #schedules: Schedules;
  readonly #home: Home;
  readonly #created: Map<string, number>;

  constructor(schedules: Schedules, home: Home) {
    this.#schedules = schedules;
    this.#home = home;
    this.#created = new Map([['default', home.now()]]);
  }

  list(prefix: string) {
    const names = [...this.#created.keys()].filter((name) => name.startsWith(prefix)).sort();
    return { ScheduleGroups: names.map((name) => this.get(name)) };
  }

  /** @throws Refusal `ResourceNotFoundException` */
  get(name: string) {
    const at = this.#created.get(name);
    if (at === undefined) throw new Refusal('ResourceNotFoundException', `Schedule group ${name} does not exist.`);
    const date = at / 1_000;
    return { Arn: this.#arn(name), Name: name, State: 'ACTIVE', CreationDate: date, LastModificationDate: date };
  }

  /** @throws Refusal `ConflictException` */
  create(name: string) {
    if (this.#created.has(name)) throw new Refusal('ConflictException', `Schedule group ${name} already exists.`);
    this.#created.set(name, this.#home.now());
    return { ScheduleGroupArn: this.#arn(name) };
  }

  /** Deletes a group and its schedules. @throws Refusal */
  delete(name: string) {
    this.get(name);
    if (name === 'default') throw invalid('The default group cannot be deleted.');
    this.#created.delete(name);
    this.#schedules.deleteGroup(name);
    return {};
  }

  #arn(name: string): string {
    return `arn:aws:scheduler:${this.#home.region}:${this.#home.account}:schedule-group/${name}`;
  }
}

/** Answers one request for groups. @throws Refusal */
export const answerGroups = (groups: Groups, { method, path, query }: Request): unknown => {
  const [text] = path;
  if (text === undefined && method === 'GET') return groups.list(query.get('NamePrefix') ?? '');

  const name = z.safeParse(Name, text);
  if (!name.success) throw invalid('Name must be 1 to 64 letters, digits, dots, dashes or underscores.');
  switch (method) {
    case 'POST':
      return groups.create(name.data);
    case 'GET':
      return groups.get(name.data);
    case 'DELETE':
      return groups.delete(name.data);
    default:
      throw new Refusal('UnknownOperationException', `${method} is not an operation on schedule groups`);
  }
};

import { at, packagedTemplate } from '@bulkhead/testing';

const code = await packagedTemplate(new URL('../../', import.meta.url));

/** What the role of a function may do with the table. */
const tableActionsOf = (name: string): readonly string[] => {
  const policies = JSON.stringify(at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies') ?? []);
  return [...new Set(policies.match(/dynamodb:\w+/g) ?? [])].toSorted();
};

describe('a function may do with the table what it does', () => {
  it.each([
    ['OnSesEvents', 'reads and writes bitmaps, sums a run', ['BatchGetItem', 'GetItem', 'PutItem', 'Query']],
    [
      'OnEngagement',
      'notes, reads and forgets the journal, folds it',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
    ],
    ['OnReceiptsRequested', 'reads probes, bitmaps and the journal', ['BatchGetItem', 'GetItem', 'Query']],
    ['OnContactExportRequested', 'reads runs, bitmaps and the journal', ['BatchGetItem', 'GetItem', 'Query']],
    ['OnRunEvent', 'notes the start and the end of runs', ['UpdateItem']],
    ['GetReport', 'reads a run, its bitmaps and the journal', ['GetItem', 'Query']],
    ['ListRecipients', 'reads bitmaps and the journal', ['Query']],
    ['ListRuns', 'reads the index', ['Query']],
  ])('%s %s', (name, _, actions) => {
    expect(tableActionsOf(name)).toEqual(actions.map((action) => `dynamodb:${action}`));
  });
});

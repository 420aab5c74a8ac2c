import { at, packagedTemplate } from '@bulkhead/testing';

const code = await packagedTemplate(new URL('../../', import.meta.url));

/** What the role of a function may do with the table. */
const tableActionsOf = (name: string): readonly string[] => {
  const policies = JSON.stringify(at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies') ?? []);
  return [...new Set(policies.match(/dynamodb:\w+/g) ?? [])].toSorted();
};

describe('a function may do with the table what it does', () => {
  it.each([
    [
      'OnSesEvents',
      'reads and writes bitmaps, sums a run, measures delays',
      ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    [
      'OnEngagement',
      'notes, reads and forgets the journal, folds it',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
    ],
    ['OnReceiptsRequested', 'reads probes, bitmaps and the journal', ['BatchGetItem', 'GetItem', 'Query']],
    ['OnContactExportRequested', 'reads runs, bitmaps and the journal', ['BatchGetItem', 'GetItem', 'Query']],
    ['RequestRunExport', 'looks for the run, begins an export', ['GetItem', 'PutItem']],
    [
      'OnRunExportRequested',
      'reads bitmaps and the journal, notes that it is ready',
      ['GetItem', 'Query', 'UpdateItem'],
    ],
    ['GetRunExport', 'reads an export', ['GetItem']],
    ['OnRunEvent', 'notes the start and the end of runs', ['UpdateItem']],
    ['GetReport', 'reads a run, its bitmaps and the journal', ['GetItem', 'Query']],
    ['ListLinks', 'reads the links of a run, their clicks and the journal', ['GetItem', 'Query']],
    ['ListClients', 'reads a run, opens and the journal', ['GetItem', 'Query']],
    ['GetSeries', 'reads a run, times, bitmaps and the journal', ['GetItem', 'Query']],
    ['CompareRuns', 'reads runs, bitmaps and the journal', ['GetItem', 'Query']],
    ['ListRecipients', 'reads bitmaps and the journal', ['Query']],
    ['ListRuns', 'reads the index', ['Query']],
    ['GetReputation', 'reads the index and bitmaps', ['Query']],
  ])('%s %s', (name, _, actions) => {
    expect(tableActionsOf(name)).toEqual(actions.map((action) => `dynamodb:${action}`));
  });
});

/** What the role of a function may do with objects, and with which. */
const objectGrantsOf = (name: string): readonly string[] => {
  const role = JSON.stringify(at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies') ?? []);
  return role.match(/s3:\w+|s3:::[^"]+/g) ?? [];
};

describe('with objects', () => {
  it('whoever writes exports may read snapshots, and nothing else that audience gives to others', () => {
    expect(objectGrantsOf('OnRunExportRequested')).toEqual([
      's3:PutObject',
      's3:::bulkhead-dev-feedback-${AWS::AccountId}/exports/*',
      's3:GetObject',
      's3:::bulkhead-dev-audience-${AWS::AccountId}/exchange/run_*',
      's3:ListBucket',
      's3:::bulkhead-dev-audience-${AWS::AccountId}',
    ]);
  });

  it('whoever names those to whom something happened may read snapshots, and write nothing', () => {
    expect(objectGrantsOf('ListRecipients')).toEqual([
      's3:GetObject',
      's3:::bulkhead-dev-audience-${AWS::AccountId}/exchange/run_*',
      's3:ListBucket',
      's3:::bulkhead-dev-audience-${AWS::AccountId}',
    ]);
  });

  it('whoever gives out addresses of exports may read exports', () => {
    expect(objectGrantsOf('GetRunExport')).toEqual([
      's3:GetObject',
      's3:::bulkhead-dev-feedback-${AWS::AccountId}/exports/*',
    ]);
  });

  it.each(['OnSesEvents', 'OnEngagement', 'OnRunEvent', 'GetReport', 'RequestRunExport'])(
    '%s may do nothing',
    (name) => {
      expect(objectGrantsOf(name)).toEqual([]);
    },
  );
});

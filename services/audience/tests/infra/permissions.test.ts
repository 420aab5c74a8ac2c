import { at, packagedTemplate } from '@bulkhead/testing';

const code = await packagedTemplate(new URL('../../', import.meta.url));

const policiesOf = (name: string): string =>
  JSON.stringify(at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies') ?? []);

/** What the role of a function may do with the table. */
const tableActionsOf = (name: string): readonly string[] =>
  [...new Set(policiesOf(name).match(/dynamodb:[A-Z]\w+/g) ?? [])].filter((action) => !action.includes('LeadingKeys'));

it.each(['ShowUnsubscribe', 'Unsubscribe'])(
  '%s, which anybody may call, reads signing keys and nothing else',
  (name) => {
    expect(tableActionsOf(name)).toEqual(['dynamodb:GetItem']);
    expect(policiesOf(name)).toContain('"dynamodb:LeadingKeys":["signing-key"]');
  },
);

it('whoever gives out links to try reads signing keys, makes that of the year, and nothing else', () => {
  expect(tableActionsOf('CheckOneClick')).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
  expect(policiesOf('CheckOneClick')).toContain('"dynamodb:LeadingKeys":["signing-key"]');
});

describe('a function may do with the table what it does', () => {
  it.each([
    ['OnSnapshotRequested', 'looks for the lists and their imports', ['BatchGetItem', 'GetItem', 'Query']],
    [
      'OnTakeSnapshotPart',
      'reads everybody, and makes the key of the year',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    [
      'OnChangeConsent',
      'writes consents, forgets people, counts both',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    [
      'OnWriteContacts',
      'writes contacts, and members with their counters; takes back whom somebody erases meanwhile',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
    ],
    [
      'AddContact',
      'writes the same, once',
      ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    ['FindContacts', 'reads contacts, and asks their index', ['BatchGetItem', 'Query']],
    ['BrandList', 'writes onto a list that is there', ['UpdateItem']],
    ['RecountList', 'reads a list, and mends its counters', ['GetItem', 'Query', 'UpdateItem']],
    ['OnUpload', 'reads types, keeps imports and how columns are understood', ['GetItem', 'PutItem', 'Query']],
    ['RequestImport', 'writes the import, and declares types', ['GetItem', 'PutItem', 'Query']],
    ['StartImport', 'does the same for the word that somebody says', ['GetItem', 'PutItem', 'Query']],
    ['PreviewImport', 'reads, and writes nothing', ['GetItem', 'Query']],
    ['ListAttributes', 'reads types', ['Query']],
    ['CreateSegment', 'looks up fields and lists, and writes a segment', ['GetItem', 'PutItem', 'Query']],
    ['ChangeSegment', 'does the same with one that is there', ['GetItem', 'PutItem', 'Query']],
    ['DeleteSegment', 'removes a segment', ['DeleteItem']],
    ['PreviewAudience', 'reads members and contacts, and writes nothing', ['BatchGetItem', 'GetItem', 'Query']],
    [
      'OnRecipientOutcome',
      'reads and writes consents and soft bounces, those of known contacts',
      ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem'],
    ],
    ['RequestContactExport', 'reads a contact, begins an export', ['BatchGetItem', 'PutItem']],
    ['GetContactExport', 'reads a contact and an export', ['BatchGetItem', 'GetItem', 'Query']],
    [
      'OnContactExport',
      'keeps answers while the export is there',
      ['ConditionCheckItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    ['OnRecipientsEngaged', 'reads and writes days of contacts', ['BatchGetItem', 'UpdateItem']],
    ['ShowPreferences', 'reads a contact, its consents and its lists', ['BatchGetItem', 'GetItem']],
    ['SavePreferences', 'reads the same, and writes nothing itself', ['BatchGetItem', 'GetItem']],
    [
      'EditContact',
      'writes a contact and its place on the timeline',
      ['BatchGetItem', 'PutItem', 'Query', 'UpdateItem'],
    ],
    ['GetTimeline', 'reads a contact, and what lies beside it', ['BatchGetItem', 'Query']],
    ['ListConsentHistory', 'reads a history', ['BatchGetItem', 'Query']],
  ])('%s %s', (name, _, actions) => {
    expect(tableActionsOf(name).toSorted()).toEqual(actions.map((action) => `dynamodb:${action}`));
  });
});

it('lets whoever plans a snapshot write its plan, and nothing else of the exchange folder', () => {
  const resources = policiesOf('OnSnapshotRequested').match(/"s3:PutObject"\],"Resource":\{"Fn::Sub":"[^"]+"\}/g);

  expect(resources).toEqual([expect.stringMatching(/\/exchange\/\*\/plan\.json"\}$/)]);
});

it('lets the search ask the index, and no partition of the table', () => {
  const [, asking] = policiesOf('FindContacts').match(/"dynamodb:Query"\],"Resource":\{"Fn::Sub":"([^"]*)"/) ?? [];

  expect(asking).toMatch(/\/index\/gsi1$/);
});

it('makes the parts of a snapshot write nothing to the table but signing keys and what is known of soft bounces', () => {
  const [writing] = policiesOf('OnTakeSnapshotPart').match(/\{[^{}]*dynamodb:PutItem.*?LeadingKeys[^\]]*\]/) ?? [];

  const [noting] = policiesOf('OnTakeSnapshotPart').match(/\{[^{}]*dynamodb:UpdateItem.*?LeadingKeys[^\]]*\]/) ?? [];

  expect(writing).toContain('signing-key');
  expect(noting).toMatch(/"dynamodb:LeadingKeys":\["soft#\*"\]$/);
});

it('lets whoever asks for a snapshot read imports and fields by the page, and no contacts', () => {
  const [asking] = policiesOf('OnSnapshotRequested').match(/\{[^{}]*dynamodb:Query.*?LeadingKeys[^\]]*\]/) ?? [];

  expect(asking).toContain('["imports#*","attributes","fields"]');
});

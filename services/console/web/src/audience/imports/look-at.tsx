import { Group, NativeSelect } from '@mantine/core';
import type { ImportPreview } from '../model.ts';
import { useCheckTexts } from './check-texts.ts';
import { DELIMITERS, type Delimiter, ENCODINGS, readDelimiter, readEncoding, type TextFormat } from './text-format.ts';
import type { Checking } from './use-check.ts';

const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<Delimiter, string>;

/** As long as nothing could be read, a text file is known by what was said of it. */
const isTextFile = (preview: ImportPreview | undefined, format: TextFormat): boolean =>
  preview === undefined ? Object.keys(format).length > 0 : preview.sheets === undefined;

/** Which file and sheet is shown, and how a text file is read. Nothing where there is nothing to choose. */
export const LookAt = ({ check }: { readonly check: Checking }) => {
  const { names, current, format } = check;
  const isText = isTextFile(current?.data, format);
  const sheets = current?.data?.sheets ?? [];
  if (names.length < 2 && !isText && sheets.length < 2) return null;
  return (
    <Group align="flex-end">
      {names.length > 1 && <FileSelect check={check} />}
      <SheetSelect check={check} />
      {isText && <TextSelects check={check} />}
    </Group>
  );
};

const FileSelect = ({ check: { names, looking, lookAt } }: { readonly check: Checking }) => {
  const t = useCheckTexts();
  return (
    <NativeSelect
      label={t('check.file')}
      data={names.map((name, n) => ({ value: String(n + 1), label: name }))}
      value={String(looking.file)}
      onChange={(event) => lookAt({ file: Number(event.currentTarget.value) })}
    />
  );
};

const SheetSelect = ({ check: { current, looking, lookAt } }: { readonly check: Checking }) => {
  const t = useCheckTexts();
  const { sheets = [], sheet = '' } = current?.data ?? {};
  if (sheets.length < 2) return null;
  return (
    <NativeSelect
      label={t('check.sheet')}
      data={sheets}
      value={sheet}
      onChange={(event) => {
        const name = event.currentTarget.value;
        lookAt(name === sheets[0] ? { file: looking.file } : { file: looking.file, sheet: name });
      }}
    />
  );
};

const TextSelects = ({ check: { current, format, setFormat } }: { readonly check: Checking }) => {
  const t = useCheckTexts();
  const { encoding } = current?.data ?? {};
  const isRecognised = format.encoding === undefined && encoding !== undefined;
  const recognised = isRecognised ? t('check.recognisedAs', { what: encoding }) : t('check.recognised');
  return (
    <>
      <NativeSelect
        label={t('check.encoding')}
        data={[{ value: '', label: recognised }, ...ENCODINGS.map((name) => ({ value: name, label: name }))]}
        value={format.encoding ?? ''}
        onChange={(event) => setFormat({ ...format, encoding: readEncoding(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('check.delimiter')}
        data={[
          { value: '', label: t('check.recognised') },
          ...DELIMITERS.map((sign) => ({ value: sign, label: t(`delimiter.${NAMES[sign]}`) })),
        ]}
        value={format.delimiter ?? ''}
        onChange={(event) => setFormat({ ...format, delimiter: readDelimiter(event.currentTarget.value) })}
      />
    </>
  );
};

/** What an import has left out or taken otherwise than it stood there, as whoever made the file reads it. */
export const IMPORT_NOTES = {
  type_of_nothing: 'No column has become the field "{name}", for which a type was said.',
  sheet_without_addresses: 'The sheet "{sheet}" was left out: it has no column with e-mail addresses.',
  sheet_of_file_without_addresses:
    'The sheet "{sheet}" of "{file}" was left out: it has no column with e-mail addresses.',
  sheet_hidden: 'The sheet "{sheet}" was left out: it is hidden.',
  sheet_of_file_hidden: 'The sheet "{sheet}" of "{file}" was left out: it is hidden.',
  other_sheets: 'So were others: {count}.',
  other_sheets_of_file: 'So were others of "{file}": {count}.',
  more: 'There is more of the kind: {count}.',
  error_in_cell: '1 cell holds an error of Excel, such as #N/A, instead of a value; taken for empty.',
  errors_in_cells: '{count} cells hold an error of Excel, such as #N/A, instead of a value; taken for empty.',
} as const;

/** A note with what stands in it. */
export const sayNote = (
  note: keyof typeof IMPORT_NOTES,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  IMPORT_NOTES[note].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'number' ? value.toLocaleString('en') : value;
  });

import { speaker } from '@bulkhead/lambda-kit';

/**
 * What this service tells whoever asks something impossible. Rules are the ends of sentences that begin with the name of a field.
 * What is wrong with an address or a value stands in the domain (`REJECTIONS`): files of rejected rows say the same.
 */
export const SENTENCES = {
  stale: 'Somebody has changed this meanwhile. Read it again, then repeat your change with its ETag in If-Match.',
  if_match_missing: 'Send the ETag of what you have read in If-Match.',
  list_not_found: 'There is no list with this id.',
  segment_not_found: 'There is no segment with this id; it may have been deleted.',
  contact_not_found: 'There is no contact with this id.',
  export_not_found: 'There is no export with this id of this contact. An export is kept for a week; ask for a new one.',
  import_not_found: 'There is no import with this id.',
  form_not_found: 'There is no form with this id.',
  upload_not_found:
    'There is no file to read: it was never uploaded, or it is older than 90 days. Upload it, or import it anew.',

  import_over: 'This import has come to its end already.',
  import_finished:
    'This import has finished. Reading it again changes nothing that has been said since; if that is what you want, send "again": true.',
  import_not_waiting:
    'This import does not wait for anybody: not all of its files have arrived, or it has begun. Look at its status.',
  too_many_lists:
    'There are {most} lists already, and there is room for no more. Import into one that is there; whom a mail is for can be said by a field, and chosen by a segment.',
  list_in_use:
    'The list was written to while it was counted. Count it again when it is quiet: imports finished, nobody leaving.',
  suppressed_for_good: 'This contact {reason}, and stays suppressed.',
  origin_refused: 'This website is not among the origins of the form; add it to them.',
  list_or_nothing: 'must be the id of a list, or absent for all mail; there is no other field',
  too_many_types: 'too many',

  invalid_request: 'Say either fileName, for one file, or files, for several.',
  file_name_missing: 'must be given unless files are, and not beside them',
  file_kind_unreadable:
    '"{file}" is not a kind of file that holds a list. Open your list in Excel, save it as Excel Workbook (.xlsx) or CSV, and import that file.',
  not_a_list_file: 'must be a workbook (.xlsx) or a text (.csv, .txt)',
  file_too_large: 'A file may have at most {most}. Split it into several files and import them into the same list.',
  files_too_large:
    'The files of an import may have {most} together. Spread them over several imports into the same list.',
  at_most: 'at most {most}',
  names_repeated: 'must have different names: rows that are rejected are told by them',
  mapping_too_long: 'must be at most {most} letters in all',
  attributes_too_many:
    'Fields of at most {most} names may have types. Leave the types of some columns out: they are text then.',
  attribute_type_differs:
    'The field "{name}" is a {type} in all lists, so it cannot be a {wanted} here. Leave its type out, or give the column\'s field another name.',
  must_be_type: 'must be {type}',

  prefix_too_short: 'Say at least two letters of the address.',
  prefix_of_no_address: 'No address begins so: letters, digits and signs of ASCII, one @ at most, no spaces.',
  address_or_prefix: 'needs either address or prefix',
  not_a_contact: 'must be a contact id',
  not_a_field_name: 'must be letters, digits and underscores',
  not_a_colour: 'must be a colour such as #0b3d91',

  rule_refused: 'The rule cannot be used:',
  rule_nested: 'must be at most {most} levels deep',
  form_unusable: 'The form cannot be used like this.',
  sender_unusable: 'must be an address of a domain that may send: SES must have verified it',
  origin_unusable: '"{origin}" must look like https://www.example.com, with nothing behind it',
  field_reserved: '"{field}" has a meaning of its own in forms; choose another name',
  redirect_elsewhere: 'must be a page of one of the origins',
} as const;

export const say = speaker(SENTENCES);

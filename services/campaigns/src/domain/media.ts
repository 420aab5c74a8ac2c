import { type Result, refuse, succeed } from './result.ts';

/** A file for mails: attached to them, or shown in their HTML. */
export interface Media {
  readonly id: string;
  /** A file is never changed: its version stays 1. */
  readonly version: 1;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
}

export type NewMedia = Pick<Media, 'fileName' | 'contentType' | 'bytes'>;

export type FileNameProblem =
  | { readonly kind: 'file_name_unusable' }
  | { readonly kind: 'file_type_refused'; readonly extension: string };
export type MediaProblem =
  | FileNameProblem
  | { readonly kind: 'content_type_refused' }
  | { readonly kind: 'file_size_unusable'; readonly most: number };

/** In base64 it just fits into a mail that says little else. */
export const MOST_FILE_BYTES = 7_400_000;
const LONGEST_FILE_NAME = 200;

/** Control characters, line ends, characters that turn the direction of writing around, half characters, what separates folders, and encoded words. */
const UNUSABLE = /=\?[^?]+\?[bq]\?|[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069/\\]/iu;
const CONTENT_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,37}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,38}$/;
/** Messages in a message; and what runs when it is opened. */
const REFUSED_TYPES =
  /^(?:multipart|message)\/|^(?:application|text)\/(?:x-)?(?:msdownload|ms-dos-executable|msdos-program|dosexec|sh|csh|javascript|vbscript|hta|ecmascript)$/;
/** Endings that SES does not take: "Unsupported attachment types" in its developer guide. */
const REFUSED_EXTENSIONS = new Set(
  (
    'ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam ' +
    'maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg prf prg ' +
    'reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk'
  ).split(' '),
);

/** Refuses names that a mail program would show as something else, and files that SES refuses. */
export const checkFileName = (fileName: string): Result<undefined, FileNameProblem> => {
  // Windows opens "a.exe ." as a.exe; and a name of dots is a folder.
  const shown = fileName.replace(/[\s.]+$/u, '');
  if (shown === '' || fileName.length > LONGEST_FILE_NAME || UNUSABLE.test(fileName)) {
    return refuse({ kind: 'file_name_unusable' });
  }
  const extension = /\.([^.]*)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
  return REFUSED_EXTENSIONS.has(extension) ? refuse({ kind: 'file_type_refused', extension }) : succeed(undefined);
};

export const checkMedia = ({ fileName, contentType, bytes }: NewMedia): Result<undefined, MediaProblem> => {
  const name = checkFileName(fileName);
  if (!name.ok) return name;
  if (!CONTENT_TYPE.test(contentType) || REFUSED_TYPES.test(contentType))
    return refuse({ kind: 'content_type_refused' });
  return bytes >= 1 && bytes <= MOST_FILE_BYTES
    ? succeed(undefined)
    : refuse({ kind: 'file_size_unusable', most: MOST_FILE_BYTES });
};

/** What mail programs show inside HTML. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif']);
export const isPicture = ({ contentType }: Pick<Media, 'contentType'>): boolean => PICTURES.has(contentType);

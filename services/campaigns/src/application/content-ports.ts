import type { Media } from '../domain/media.ts';
import type { Sender } from '../domain/sender.ts';
import type { Content, Template } from '../domain/template.ts';
import type { Page, PageRequest } from './ports.ts';

export interface Templates {
  find(templateId: string): Promise<Template | undefined>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Template>>;
  /**
   * Stores a template in its next version.
   * @throws RetryableError `template_changed` if the stored version is not the one before
   */
  save(template: Template): Promise<void>;
  /** @throws RetryableError `template_changed` if the stored version is not this one */
  remove(template: Pick<Template, 'id' | 'version'>): Promise<void>;
}

/** What is known of the files for mails. */
export interface MediaShelf {
  find(mediaId: string): Promise<Media | undefined>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Media>>;
  save(media: Media): Promise<void>;
  remove(media: Pick<Media, 'id' | 'version'>): Promise<void>;
}

/** What a client needs in order to upload a file. */
export interface UploadPermit {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** The files themselves. */
export interface MediaFiles {
  permit(media: Media): Promise<UploadPermit>;
  isUploaded(mediaId: string): Promise<boolean>;
  /** Where it can be looked at for a while. */
  link(media: Media): Promise<string>;
  remove(mediaId: string): Promise<void>;
}

/** A file of a mail, under the name that its readers see. One with a content id is shown in the HTML. */
export interface ChosenFile {
  readonly media: Media;
  readonly fileName: string;
  readonly contentId?: string;
}

/** A place in an author's Liquid, from 1. */
export interface LiquidError {
  readonly part: keyof Content;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface LiquidChecker {
  /** The merge fields that the content uses, or what is wrong with it. */
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] };
}

export interface LiquidRenderer {
  /** One recipient's mail, or why it cannot be made. */
  render(
    content: Content,
    fields: Readonly<Record<string, string>>,
  ): Required<Content> | { readonly errors: readonly LiquidError[] };
}

/** The text part of a mail whose author wrote only HTML: Liquid too. */
export type DeriveText = (html: string) => string;

/** How many milliseconds of a core one mail takes, for somebody who has all of these fields. */
export type MeasureRendering = (content: Required<Content>, fields: readonly string[]) => number;

/** What a run or a test sends, fixed. */
export interface FrozenContent extends Content {
  readonly runId: string;
  readonly campaignId: string;
  readonly listId: string;
  readonly from: Sender;
  readonly replyTo?: string;
  readonly fields: readonly string[];
  readonly attachments?: readonly FrozenFile[];
}

/** A copy of a file that nobody can change. */
export interface FrozenFile {
  readonly uri: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly contentId?: string;
}

export interface TestRecipient {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where the links of HTML lead, as they are written. */
export type ReadLinks = (html: string) => readonly string[];

/** The part of the bucket that others may read. */
export interface Exchange {
  /** Returns the object's S3 URI. */
  freeze(content: FrozenContent): Promise<string>;
  /** Copies a file for a run, or for a test, alone; `undefined` if nobody has uploaded it. */
  keepFile(runId: string, file: ChosenFile): Promise<FrozenFile | undefined>;
  keepTest(testId: string, content: FrozenContent, recipients: readonly TestRecipient[]): Promise<string>;
}

/** What was frozen, for people to look at. */
export interface FrozenContents {
  /** `undefined` if it is not there any more. */
  read(uri: string): Promise<FrozenContent | undefined>;
  /** An address at which whoever has it can get a file for some minutes. */
  link(file: FrozenFile): Promise<string>;
}

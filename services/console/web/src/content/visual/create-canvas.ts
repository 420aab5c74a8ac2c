import 'grapesjs/dist/css/grapes.min.css';

import grapesjs, { type Editor } from 'grapesjs';
import type { PluginOptions } from 'grapesjs-mjml';
import compile from 'mjml-browser';

import { valueForCanvas } from './canvas-values.ts';
import { looksIn } from './looks.ts';
import { tables, withoutDefaults } from './mjml-components.ts';
import { mjmlPlugin } from './mjml-plugin.ts';
import { readMjml, writeMjml } from './mjml-tree.ts';
import { parseForCanvas } from './parse-for-canvas.ts';
import { withPlainLiquid } from './plain-liquid.ts';
import { joinMjml, type SplitMjml, stylesIn } from './split-mjml.ts';

/** Its types are those of a newer compiler, whose answer is a promise; the plug-in wants it at once. */
const pluginOptions = (head: string): PluginOptions => {
  const options: PluginOptions = {
    useCustomTheme: false,
    blocks: [],
    columnsPadding: '',
    customComponents: [withoutDefaults, tables],
  };
  Reflect.set(options, 'mjmlParser', compilerWith(head));
  return options;
};

const DEVICES = [
  { id: 'desktop', name: 'desktop', width: '' },
  { id: 'mobile', name: 'mobile', width: '390px', widthMedia: '' },
];

interface Wanted {
  readonly container: HTMLElement;
  readonly mail: SplitMjml;
  /** What it is, for those who do not see it. */
  readonly title: string;
  /** What a part is called, by its tag. */
  readonly nameOf: (tag: string) => string;
  /** Puts a picture where mails can load it, and answers its address. */
  readonly upload: (file: File) => Promise<string>;
}

/** The compiler sees one tag at a time; what the head says of its look goes with it. */
const compilerWith = (head: string) => {
  const looks = looksIn(head);
  return (mjml: string, options: object) =>
    compile(/^<mjml>\s*<mj-head>/.test(mjml) ? mjml : mjml.replace('<mjml>', `<mjml><mj-head>${looks}</mj-head>`), {
      ...options,
      validationLevel: 'skip',
      fonts: {},
    });
};

/**
 * GrapesJS as a canvas and nothing else: its panels, which are neither translated nor to be reached by keyboard, are ours. Nothing is
 * told to its makers, nothing loaded from elsewhere.
 */
export const createCanvas = ({ container, mail, title, nameOf, upload }: Wanted): Editor => {
  const editor = grapesjs.init({
    container,
    height: '100%',
    width: 'auto',
    telemetry: false,
    storageManager: false,
    cssIcons: '',
    // Becomes HTML of our own page.
    canvas: { customBadgeLabel: (part) => valueForCanvas(nameOf(String(part.get('tagName')))) },
    panels: { defaults: [] },
    blockManager: { custom: true },
    styleManager: { custom: true },
    traitManager: { custom: true },
    layerManager: { custom: true },
    selectorManager: { custom: true },
    assetManager: {
      custom: { open: ({ close }) => close() },
      embedAsBase64: false,
      uploadFile: (event) =>
        void chosenIn(event).reduce(async (before, file) => {
          await before;
          editor.AssetManager.add(await upload(file));
        }, Promise.resolve()),
    },
    parser: { parserHtml: parseForCanvas },
    plugins: [(its: Editor) => mjmlPlugin(its, pluginOptions(mail.head))],
    deviceManager: { devices: DEVICES },
  });
  editor.on('canvas:frame:load:body', ({ window }: { readonly window: Window }) => {
    dress(window.document, mail.head);
    window.frameElement?.setAttribute('title', title);
  });
  editor.setComponents(`<mjml>${mail.body}</mjml>`);
  return editor;
};

const chosenIn = (event: DragEvent): readonly File[] => [...(event.dataTransfer?.files ?? [])];

/** The styles of the mail itself. */
const dress = (page: Document, head: string): void => {
  const style = page.createElement('style');
  style.textContent = `:root { color-scheme: light } .gjs-selected { outline: 2px solid #0b667d !important } ${stylesIn(head)}`;
  page.head.append(style);
};

/** The mail as it is on the canvas, or nothing where that cannot be said. */
export const mjmlOn = (editor: Editor, mail: SplitMjml): string | undefined => {
  const body = readMjml(editor.getHtml())?.flatMap((node) => ('children' in node ? node.children : []));
  return body && joinMjml(mail, writeMjml(withPlainLiquid(body)));
};

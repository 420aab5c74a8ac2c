export { derivedTexts } from './derived-texts.ts';
export { fieldsOfMany } from './fields.ts';
export { bodies, subjects, texts } from './templates.ts';

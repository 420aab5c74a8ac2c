import * as z from 'zod/mini';

const JsonValue = z.json();

export type Json = z.infer<typeof JsonValue>;
export type JsonObject = Readonly<Record<string, Json>>;

/** Parses a JSON text. @throws SyntaxError when the text is not JSON. */
export const parseJson = (text: string): Json => z.parse(JsonValue, JSON.parse(text));

/** Copies a value as JSON would carry it: dates become texts, `undefined` members vanish. */
export const toJson = (value: unknown): Json => parseJson(JSON.stringify(value ?? null));

export const isJsonObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { CaptureTag, type Context, Drop, type Liquid } from 'liquidjs';

/** HTML that a template has put together itself: its values are escaped already. */
class Markup extends Drop {
  readonly #html: string;

  constructor(html: string) {
    super();
    this.#html = html;
  }

  get size(): number {
    return this.#html.length;
  }

  override valueOf(): string {
    return this.#html;
  }

  override toString(): string {
    return this.#html;
  }
}

class CaptureMarkup extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope = context.bottom();
    Reflect.set(scope, this.variable, new Markup(String(Reflect.get(scope, this.variable))));
  }
}

/**
 * Lets an engine that escapes values put out what `{% capture %}` holds as it is: escaped again, `<b>` and `&amp;` would be read as text.
 * What a filter makes of it is a value like any other.
 */
export const capturingMarkup = (engine: Liquid): Liquid => {
  const { options } = engine;
  const escape = options.outputEscape;
  if (escape === undefined) return engine;

  engine.registerTag('capture', CaptureMarkup);
  options.outputEscape = function escapeValue(this: unknown, value: unknown): string {
    return value instanceof Markup ? value.valueOf() : Reflect.apply(escape, this, [value]);
  };
  return engine;
};

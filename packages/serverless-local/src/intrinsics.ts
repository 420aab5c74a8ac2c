import { isList, isMap, type Template, type TemplateMap } from './template.ts';

/** What a logical id stands for locally: the value of `Ref`, and those of `Fn::GetAtt`. */
export interface Known {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Everything an intrinsic function can refer to. */
export interface Scope {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly known: ReadonlyMap<string, Known>;
}

interface Place {
  readonly scope: Scope;
  readonly at: string;
}

type Intrinsic = (argument: Template, place: Place) => Template;

const NO_VALUE = 'AWS::NoValue';

/**
 * Replaces the CloudFormation intrinsics in a value by what they stand for locally.
 *
 * Whatever is not known is refused: a half-resolved object would reach a handler as "[object Object]" and cost an hour.
 *
 * @throws with the path of the intrinsic that cannot be resolved
 * @example resolve({ Ref: 'AWS::Region' }, scope, 'provider.environment.REGION') // 'eu-west-1'
 */
export const resolve = (value: Template, scope: Scope, at: string): Template => walk(value, { scope, at });

/** Resolves a map and keeps its being a map. */
export const resolveMap = (value: TemplateMap, scope: Scope, at: string): TemplateMap => {
  const resolved = walk(value, { scope, at });
  if (!isMap(resolved)) throw new Error(`A map was expected at ${at}, not an intrinsic function.`);

  return resolved;
};

const walk = (value: Template, place: Place): Template => {
  if (isList(value)) return value.filter((item) => !isNoValue(item)).map((item, n) => walk(item, below(place, `${n}`)));
  if (!isMap(value)) return value;

  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return walkEntries(value, place);

  const intrinsic = intrinsics[name];
  if (intrinsic) return intrinsic(value[name], place);
  if (name.startsWith('Fn::')) throw new Error(`${name} at ${place.at} cannot be resolved locally.`);

  return walkEntries(value, place);
};

const walkEntries = (map: TemplateMap, place: Place): TemplateMap =>
  Object.fromEntries(
    Object.entries(map)
      .filter(([, value]) => !isNoValue(value))
      .map(([key, value]) => [key, walk(value, below(place, key))]),
  );

const below = ({ scope, at }: Place, key: string): Place => ({ scope, at: at === '' ? key : `${at}.${key}` });

const isNoValue = (value: Template): boolean => isMap(value) && value['Ref'] === NO_VALUE;

const reference = (id: Template, { scope, at }: Place): string | undefined => {
  if (typeof id !== 'string') throw new Error(`Ref at ${at} must name something.`);
  if (id === NO_VALUE) return undefined;

  const value = pseudoParameters(scope)[id] ?? scope.known.get(id)?.ref;
  if (value === undefined) throw new Error(`unknown Ref ${id} at ${at}`);

  return value;
};

const attribute = (id: string, name: string, { scope, at }: Place): string => {
  const known = scope.known.get(id);
  if (!known) throw new Error(`unknown GetAtt ${id}.${name} at ${at}`);

  const value = known.attributes[name];
  if (value === undefined) throw new Error(`${id} has no attribute ${name} locally (at ${at})`);

  return value;
};

const dotted = (path: string, place: Place): string => {
  const [id = '', ...rest] = path.split('.');

  return attribute(id, rest.join('.'), place);
};

const substitute = (argument: Template, place: Place): string => {
  const [text, variables] = isList(argument) ? argument : [argument, {}];
  if (typeof text !== 'string') throw new Error(`Fn::Sub at ${place.at} must have a text.`);

  return text
    .replaceAll(/\$\{([^!}][^}]*)\}/g, (_, expression: string) => {
      const name = expression.trim();
      if (isMap(variables) && name in variables) return asText(walk(variables[name], place), place);

      return asText(name.includes('.') ? dotted(name, place) : reference(name, place), place);
    })
    .replaceAll('${!', '${');
};

const asText = (value: Template, { at }: Place): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new Error(`A text was expected at ${at}.`);
};

const asList = (value: Template, { at }: Place): readonly Template[] => {
  if (isList(value)) return value;
  throw new Error(`A list was expected at ${at}.`);
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: reference,
  'Fn::GetAtt': (argument, place) => {
    if (typeof argument === 'string') return dotted(argument, place);
    const [id, ...rest] = asList(argument, place).map((part) => asText(part, place));

    return attribute(id ?? '', rest.join('.'), place);
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, place) => {
    const [separator, items] = asList(argument, place);
    const texts = asList(walk(items, place), place).map((item) => asText(item, place));

    return texts.join(asText(separator, place));
  },
  'Fn::Select': (argument, place) => {
    const [index, items] = asList(argument, place);
    const item = asList(walk(items, place), place)[Number(walk(index, place))];
    if (item === undefined) throw new Error(`Fn::Select at ${place.at} reaches past the end of its list.`);

    return item;
  },
  'Fn::Split': (argument, place) => {
    const [separator, text] = asList(argument, place);

    return asText(walk(text, place), place).split(asText(separator, place));
  },
  'Fn::If': (_, { at }) => {
    throw new Error(
      `Fn::If at ${at}: conditions are not evaluated locally; let the stage choose with \${…, …} instead.`,
    );
  },
  'Fn::ImportValue': (_, { at }) => {
    throw new Error(
      `Fn::ImportValue at ${at}: stacks do not import values here; derive the name from the naming rule.`,
    );
  },
};

const pseudoParameters = ({ account, region, stack }: Scope): Readonly<Record<string, string>> => ({
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
  'AWS::StackName': stack,
  'AWS::URLSuffix': 'amazonaws.com',
});

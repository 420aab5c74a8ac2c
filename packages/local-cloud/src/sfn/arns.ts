import { ApiError } from './errors.ts';

export interface Home {
  readonly region: string;
  readonly account: string;
}

export const machineArn = ({ region, account }: Home, name: string): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${name}`;

/** @example executionArn('arn:aws:states:eu-west-1:000000000000:stateMachine:run', 'r1') // '…:execution:run:r1' */
export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** @throws ApiError `InvalidName` */
export const checkName = (name: string): string => {
  if (NAME.test(name)) return name;
  throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
};

const ARN = /^arn:aws[\w-]*:states:[\w-]*:\d{12}:(stateMachine|execution):.+$/;

/** @throws ApiError `InvalidArn` */
export const checkArn = (arn: string): string => {
  if (ARN.test(arn)) return arn;
  throw new ApiError('InvalidArn', `Invalid Arn: '${arn}'`);
};

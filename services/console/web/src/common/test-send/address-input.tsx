import { TagsInput } from '@mantine/core';

import { MOST_ADDRESSES } from './addresses.ts';
import { useTestSendTexts } from './test-send-texts.ts';
import type { TestAddresses } from './use-test-addresses.ts';

/** The few addresses of one's own that a test goes to. */
export const AddressInput = ({ of: { to, setTo, unusable } }: { readonly of: TestAddresses }) => {
  const t = useTestSendTexts();
  return (
    <TagsInput
      label={t('to')}
      description={t('to.about')}
      placeholder={to.length === 0 ? t('to.placeholder') : ''}
      value={to}
      error={unusable !== undefined && t('to.unusable', { address: unusable })}
      maxTags={MOST_ADDRESSES}
      splitChars={[',', ' ', ';']}
      acceptValueOnBlur
      data-autofocus
      onChange={setTo}
    />
  );
};

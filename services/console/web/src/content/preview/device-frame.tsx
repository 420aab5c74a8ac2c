import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';

import { MailFrame } from '../../common/mail/mail-frame.tsx';

const WIDTHS = { desktop: 720, mobile: 390 } as const;
const HEIGHT = 640;
const GROUND = { light: '#ffffff', dark: '#10161d' } as const;

interface Props {
  readonly html: string;
  readonly title: string;
  readonly device: 'desktop' | 'mobile';
  readonly scheme: 'light' | 'dark';
}

/** A mail as a mail program of that width shows it, made smaller where there is less room. */
export const DeviceFrame = ({ html, title, device, scheme }: Props) => {
  const { ref, width } = useElementSize();
  const wide = WIDTHS[device];
  const scale = width === 0 ? 1 : Math.min(1, width / wide);
  return (
    <Box ref={ref} h={HEIGHT} className="mail-frame">
      <MailFrame
        html={html}
        title={title}
        scheme={scheme}
        style={{
          background: GROUND[scheme],
          width: device === 'mobile' ? wide : Math.max(wide, width),
          height: HEIGHT / scale,
          transform: `scale(${scale})`,
          marginInline: device === 'mobile' && width > wide ? 'auto' : 0,
        }}
      />
    </Box>
  );
};

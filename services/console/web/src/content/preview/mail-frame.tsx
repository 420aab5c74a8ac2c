import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';

import { inScheme } from '../mail/in-scheme.ts';
import { usePictures } from './use-pictures.ts';

const WIDTHS = { desktop: 720, mobile: 390 } as const;
const HEIGHTS = { desktop: 640, mobile: 640 } as const;

interface Props {
  readonly html: string;
  readonly title: string;
  readonly device: 'desktop' | 'mobile';
  readonly scheme: 'light' | 'dark';
}

/** A mail as a mail program of that width shows it, made smaller where there is less room. Nothing in it can run or reach this page. */
export const MailFrame = ({ html, title, device, scheme }: Props) => {
  const { ref, width } = useElementSize();
  const shown = usePictures(html);
  const wide = WIDTHS[device];
  const scale = width === 0 ? 1 : Math.min(1, width / wide);
  return (
    <Box ref={ref} h={HEIGHTS[device]} className="mail-frame" data-scheme={scheme}>
      <iframe
        sandbox=""
        srcDoc={inScheme(shown, scheme)}
        title={title}
        style={{
          width: device === 'mobile' ? wide : Math.max(wide, width),
          height: HEIGHTS[device] / scale,
          transform: `scale(${scale})`,
          marginInline: device === 'mobile' && width > wide ? 'auto' : 0,
        }}
      />
    </Box>
  );
};

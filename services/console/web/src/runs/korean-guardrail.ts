import type { Run } from './run-scene.ts';

type Guardrail = NonNullable<Run['guardrail']>;

interface Words {
  readonly what: string;
  readonly why: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<Guardrail['guardrail'], Words>> = {
  hard_bounces: {
    what: '이 영구 반송되었습니다. 없는 주소이거나 메일을 받지 않는 주소입니다',
    why: 'SES는 5%부터 계정을 검토하고 10%부터 중지할 수 있습니다.',
    advice:
      '보고서에서 도메인과 가져오기 파일을 살펴보십시오. 대부분 한 곳에서 생겼다면 그곳을 제외하고 재개하고, 여러 곳이라면 취소한 뒤 목록을 점검하십시오.',
  },
  complaints: {
    what: '을 받는 사람이 스팸으로 신고했습니다',
    why: 'SES는 0.1%부터 계정을 검토하고 0.5%부터 중지할 수 있습니다. 메일 서비스 업체는 이 발신자의 모든 메일을 스팸으로 분류합니다.',
    advice:
      '이 사람들이 메일을 기다리는지 확인하십시오. 어느 가져오기 파일에서 왔는지 보고 제외하고 재개하거나 취소하십시오. 그대로 재개하면 더 나빠집니다.',
  },
  rejections: {
    what: '을 SES가 받은 뒤 보내지 않았습니다. 바이러스가 있거나 읽을 수 없는 메일입니다',
    why: '모두 같은 내용이므로 나머지도 마찬가지입니다.',
    advice: '취소한 뒤 첨부 파일과 템플릿을 확인하고 캠페인을 새로 보내십시오.',
  },
  refusals: {
    what: '을 SES가 받기 전에 거절했습니다',
    why: '이만큼 많으면 주소가 아니라 메일이나 발신자에 문제가 있습니다.',
    advice:
      '발신자가 SES에서 인증되었는지, 메일이 너무 크지 않은지 확인한 뒤 재개하십시오. 거절된 사람에게는 “마저 보내기”로 보낼 수 있습니다.',
  },
};

const count = (value: number): string => value.toLocaleString('ko');
const percent = (share: number): string => `${(share * 100).toLocaleString('ko', { maximumSignificantDigits: 2 })}%`;

/** What a guardrail has found, and what to do. */
export const guardrailInKorean = ({ guardrail, hits, sample, share, limit }: Guardrail) => {
  const { what, why, advice } = WORDS[guardrail];
  const figures = `${count(sample)}통 중 ${count(hits)}통(${percent(share)})${what}. 한도는 ${percent(limit)}입니다.`;
  return { reason: `${figures} ${why}`, advice };
};
